package match

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/text"
)

// common are words so frequent that anchoring on one costs much.
var common = strings.Fields("the a an of to and in is it for on with you your i my we our us that this not be are was have has had will can do does did no at or as by from " +
	"all more if so but they their he she his her me what when who how get one up out just now about any go")

// anchor is where a pattern is anchored: one step, or a pair of adjacent
// words.
type anchor struct {
	at   int
	pair bool
}

// maxPairs bounds the entries that one pair of sets makes in the table.
const maxPairs = 400

// anchorOf returns the cheapest anchor of a pattern, the one that fewest texts
// will hold, and its cost.
func (b *Builder) anchorOf(elems []elem) (anchor, float64) {
	best, least := anchor{}, 1e18
	for i, e := range elems {
		if !anchors(e) {
			continue
		}
		cost := b.cost(e)
		if cost < least {
			best, least = anchor{at: i}, cost
		}
		if i+1 < len(elems) && e.op() <= opSet && elems[i+1].op() <= opSet {
			next := elems[i+1]
			cost *= b.cost(next) / 100
			if len(b.members(e))*len(b.members(next)) <= maxPairs && cost < least {
				best, least = anchor{at: i, pair: true}, cost
			}
		}
	}
	return best, least
}

// cost estimates how often a step holds in ordinary text, in arbitrary units.
func (b *Builder) cost(e elem) float64 {
	switch e.op() {
	case opName:
		return float64(b.p.nameCosts[e.arg()])
	case opExact:
		return 1
	}
	sum := 0.0
	for _, id := range b.members(e) {
		if b.frequent()[id] {
			sum += 100
		} else {
			sum++
		}
	}
	return sum
}

// Costs of names that aren't lists, and the most a list costs.
const (
	costNumber     = 150
	costProper     = 150
	costShape      = 20
	costRecognised = 10
	costMost       = 5000
)

// nameCosts estimates how often each name's stretches occur: a list costs
// what its entries' anchors cost.
func (b *Builder) nameCosts(levels map[int]int) {
	p := b.p
	var known []uint32
	if p.base != nil {
		known = p.base.nameCosts
	}
	p.nameCosts = make([]uint32, len(p.names))
	copy(p.nameCosts, known)
	for i := len(known); i < len(p.names); i++ {
		switch {
		case i == shapeNumber:
			p.nameCosts[i] = costNumber
		case i == shapeProper:
			p.nameCosts[i] = costProper
		case i < len(shapes):
			p.nameCosts[i] = costShape
		case !b.defined[i]:
			p.nameCosts[i] = costRecognised
		}
	}
	byLevel := slices.SortedFunc(maps.Keys(levels), func(x, y int) int { return cmp.Or(levels[x]-levels[y], x-y) })
	entries := map[int32][]pattern{}
	for _, pat := range b.patterns {
		for _, o := range pat.owners {
			if o.finder == 0 {
				entries[o.list] = append(entries[o.list], pat)
			}
		}
	}
	for _, list := range byLevel {
		cost := 0.0
		for _, pat := range entries[int32(list)] {
			_, c := b.anchorOf(pat.elems)
			cost += c
		}
		p.nameCosts[list] = uint32(min(cost, costMost))
	}
}

func (b *Builder) frequent() map[text.ID]bool {
	if b.often == nil {
		b.often = map[text.ID]bool{}
		for _, w := range common {
			b.often[b.lex.Add(w)] = true
		}
	}
	return b.often
}

// index lays the patterns out and enters them in the tables by anchor.
func (b *Builder) index(levels map[int]int) {
	p := b.p
	b.nameCosts(levels)
	byWord := map[uint32][]uint32{}
	byName := map[uint32][]uint32{}
	byPair := map[uint64][]uint32{}
	for k, pat := range b.patterns {
		a, _ := b.anchorOf(pat.elems)
		first := pat.elems[a.at]
		switch {
		case a.pair:
			for _, x := range b.members(first) {
				for _, y := range b.members(pat.elems[a.at+1]) {
					key := uint64(x)<<32 | uint64(y)
					byPair[key] = append(byPair[key], uint32(k))
				}
			}
		case first.op() == opName:
			byName[uint32(first.arg())] = append(byName[uint32(first.arg())], uint32(k))
		case first.op() == opExact:
			id := p.exactWords[first.arg()]
			byWord[id] = append(byWord[id], uint32(k))
		default:
			for _, x := range b.members(first) {
				byWord[uint32(x)] = append(byWord[uint32(x)], uint32(k))
			}
		}
		for _, e := range pat.elems {
			p.elems = append(p.elems, uint32(e))
		}
		p.elemEnds = append(p.elemEnds, uint32(len(p.elems)))
		level := b.levelOf(pat, levels)
		p.maxLevel = max(p.maxLevel, level)
		p.anchors = append(p.anchors, packAnchor(a, level))
		for _, o := range pat.owners {
			p.owners = append(p.owners, uint32(o.list), uint32(o.finder), uint32(o.phrase))
		}
		p.ownerEnds = append(p.ownerEnds, uint32(len(p.owners)))
	}
	p.wordStarts, p.wordPosts = postings(byWord, b.lex.Len())
	p.nameStarts, p.namePosts = postings(byName, len(p.names))
	p.pairKeys, p.pairStarts, p.pairPosts = pairTable(byPair)
}

// levelOf is the level at which a pattern can be verified: behind all lists
// of this layer that it uses.
func (b *Builder) levelOf(p pattern, levels map[int]int) uint32 {
	level := 0
	for _, e := range p.elems {
		if e.op() == opName && b.defined[e.arg()] {
			level = max(level, levels[e.arg()]+1)
		}
	}
	return uint32(level)
}

func packAnchor(a anchor, level uint32) uint32 {
	x := uint32(a.at)<<1 | level<<16
	if a.pair {
		x |= 1
	}
	return x
}

// postings lays out lists by a dense key: those of k are posts[starts[k]:starts[k+1]].
func postings(by map[uint32][]uint32, n int) (starts, posts []uint32) {
	starts = make([]uint32, n+1)
	for k := range n {
		starts[k] = uint32(len(posts))
		posts = append(posts, by[uint32(k)]...)
	}
	starts[n] = uint32(len(posts))
	return starts, posts
}

// pairTable lays out lists by a pair of words, in an open-addressing table.
func pairTable(by map[uint64][]uint32) (keys []uint64, starts, posts []uint32) {
	size := 16
	for 3*size < 4*len(by) { // at most three quarters full
		size *= 2
	}
	keys = make([]uint64, size)
	lists := make([][]uint32, size)
	sorted := make([]uint64, 0, len(by))
	for key := range by {
		sorted = append(sorted, key)
	}
	slices.Sort(sorted)
	for _, key := range sorted {
		i := pairSlot(key, size)
		for keys[i] != 0 {
			i = (i + 1) & (size - 1)
		}
		keys[i], lists[i] = key, by[key]
	}
	starts = make([]uint32, size+1)
	for i, l := range lists {
		starts[i] = uint32(len(posts))
		posts = append(posts, l...)
	}
	starts[size] = uint32(len(posts))
	return keys, starts, posts
}

func pairSlot(key uint64, size int) int {
	h := key * 0x9E3779B97F4A7C15
	return int(h>>32) & (size - 1)
}
