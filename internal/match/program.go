package match

import (
	"github.com/postvet/postvet/internal/text"
)

// Program is compiled, never changes, and is safe for concurrent use. It may
// stand on a base, whose words, names and finders it continues.
type Program struct {
	base      *Program
	lex       *text.Lexicon
	names     []string // all, those of base included
	firstName int      // the first of this layer
	finders   Finder   // the last number given
	maxLevel  uint32

	elems    []uint32 // steps of all patterns, end to end
	elemEnds []uint32 // end of pattern k in elems
	anchors  []uint32 // of pattern k: pair in bit 0, step from bit 1, level from bit 16

	owners    []uint32 // list, finder, phrase of each owner
	ownerEnds []uint32 // end of pattern k in owners

	setWords   []uint32
	setEnds    []uint32
	exact      []string
	exactWords []uint32 // folded words of exact

	wordStarts, wordPosts []uint32 // patterns by word
	nameStarts, namePosts []uint32 // patterns by name
	nameCosts             []uint32 // how often a name's stretches are expected, in arbitrary units
	pairKeys              []uint64 // patterns by pair of words
	pairStarts, pairPosts []uint32

	contexts map[string]context
	regexps  []*expression
	literals *literalTable

	order   []bool // by word: a command may stand behind it
	numbers []bool // by word: it reads as a number
	nots    []bool // by word: a gap doesn't pass over it
	cues    []bool // names whose stretches are kept for Cue
}

// prepare works out what follows from the rest.
func (p *Program) prepare() {
	p.order = p.wordSet(orderWords)
	p.numbers = p.wordSet(numberWords)
	p.nots = p.wordSet(negations)
	p.cues = make([]bool, len(p.names))
	for i, n := range p.names {
		p.cues[i] = len(n) > len(hidden) && n[:len(hidden)] == hidden
	}
	p.literals = newLiteralTable(p.regexps)
}

func (p *Program) wordSet(words []string) []bool {
	set := make([]bool, p.lex.Len())
	for _, w := range words {
		if id := p.lex.ID([]byte(w)); id != 0 {
			set[id] = true
		}
	}
	return set
}

// pattern returns the steps of pattern k.
func (p *Program) pattern(k uint32) []uint32 { return run(p.elems, p.elemEnds, k) }

// run returns the part of all that ends[k] closes.
func run(all, ends []uint32, k uint32) []uint32 {
	start := uint32(0)
	if k > 0 {
		start = ends[k-1]
	}
	return all[start:ends[k]]
}

// inSet reports whether a word is in set k.
func (p *Program) inSet(k int, id uint32) bool {
	for _, w := range run(p.setWords, p.setEnds, uint32(k)) {
		if w == id {
			return true
		}
	}
	return false
}

// pairs returns the patterns anchored on two adjacent words.
func (p *Program) pairs(x, y text.ID) []uint32 {
	size := len(p.pairKeys)
	key := uint64(x)<<32 | uint64(y)
	for i := pairSlot(key, size); p.pairKeys[i] != 0; i = (i + 1) & (size - 1) {
		if p.pairKeys[i] == key {
			return p.pairPosts[p.pairStarts[i]:p.pairStarts[i+1]]
		}
	}
	return nil
}
