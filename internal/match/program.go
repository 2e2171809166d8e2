package match

import (
	"maps"

	"github.com/postvet/postvet/internal/image"
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

	elems    image.Uint32s // steps of all patterns, end to end
	elemEnds image.Uint32s // end of pattern k in elems
	anchors  image.Uint32s // of pattern k: pair in bit 0, step from bit 1, level from bit 16

	owners    image.Uint32s // list, finder, phrase of each owner
	ownerEnds image.Uint32s // end of pattern k in owners

	setWords   image.Uint32s
	setEnds    image.Uint32s
	exact      []string
	exactWords image.Uint32s // folded words of exact

	wordStarts, wordPosts image.Uint32s // patterns by word
	nameStarts, namePosts image.Uint32s // patterns by name
	nameCosts             image.Uint32s // how often a name's stretches are expected, in arbitrary units
	pairKeys              image.Uint32s // two words each, 0 for none: patterns by pair
	pairStarts, pairPosts image.Uint32s

	contexts map[string]context
	regexps  []*expression
	literals *literalTable

	order   []bool // by word: a command may stand behind it
	numbers []bool // by word: it reads as a number
	nots    []bool // by word: a gap doesn't pass over it
	cues    []bool // names whose stretches are kept for Cue

	ungatedAt map[Finder]*expression // regexps that are only run when asked for
}

// prepare works out what follows from the rest.
func (p *Program) prepare() {
	p.order = p.wordSet(orderWords)
	p.numbers = p.wordSet(numberWords)
	p.nots = p.wordSet(negations)
	p.ungatedAt = map[Finder]*expression{}
	if p.base != nil {
		maps.Copy(p.ungatedAt, p.base.ungatedAt)
	}
	for _, e := range p.regexps {
		if !e.gated && !e.finite {
			p.ungatedAt[e.finder] = e
		}
	}
	p.cues = make([]bool, len(p.names))
	for i, n := range p.names {
		p.cues[i] = len(n) > len(hidden) && n[:len(hidden)] == hidden
	}
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
func (p *Program) pattern(k uint32) image.Uint32s { return p.elems.Run(p.elemEnds, int(k)) }

// inSet reports whether a word is in set k.
func (p *Program) inSet(k int, id uint32) bool {
	set := p.setWords.Run(p.setEnds, k)
	for i := range set.Len() {
		if set.At(i) == id {
			return true
		}
	}
	return false
}

// pairs returns the patterns anchored on two adjacent words.
func (p *Program) pairs(x, y text.ID) image.Uint32s {
	size := p.pairKeys.Len() / 2
	for i := pairSlot(x, y, size); p.pairKeys.At(2*i) != 0; i = (i + 1) & (size - 1) {
		if p.pairKeys.At(2*i) == uint32(x) && p.pairKeys.At(2*i+1) == uint32(y) {
			return p.pairPosts.Slice(p.pairStarts.At(i), p.pairStarts.At(i+1))
		}
	}
	return nil
}

// pairSlot is where in a table of size slots, a power of two, a pair is looked
// for first.
func pairSlot(x, y text.ID, size int) int {
	h := (uint64(x)<<32 | uint64(y)) * 0x9E3779B97F4A7C15
	return int(h>>32) & (size - 1)
}
