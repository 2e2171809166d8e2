package match

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/image"
	"github.com/postvet/postvet/internal/text"
)

// frequencies are words by how often ordinary posts hold them, the most
// frequent first, with what anchoring on one costs; other words cost 1.
var frequencies = []struct {
	cost  float64
	words []string
}{
	{1000, strings.Fields("the a an of to and in is it for on with you your i my we our us that this not be are was have at or as by from but they their")},
	{200, strings.Fields("has had will can do does did no all more if so he she his her me what when who how get one up out just now about any go been there would could " +
		"some them than then like over only into its also were which new time day make need please back see know best take good help here today other every people first " +
		"come most may want really very because after before being am work year years week day days call well too still even where why don him")},
	{30, strings.Fields("free book visit team care health patient patients clinic doctor doctors nurse nurses hospital gp treatment appointment medical staff home life thank thanks " +
		"great love never always again next last two three month months morning monday tuesday wednesday thursday friday saturday sunday open look looking feel feeling feels way thing " +
		"things give keep let long many much off own part per put right same should something stop talk tell tips use using ask find join learn share story support start started safe " +
		"body skin pain food water sleep family friends children child kids woman women man men mum dad person someone everyone anyone nobody made making getting going got had done " +
		"little big old young bad better real sure old early late full ready available online website link bio dm message phone contact read check info information")},
}

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
			cost *= b.cost(next) / 1000
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
		return float64(b.costs[e.arg()])
	case opExact:
		return 1
	}
	sum := 0.0
	for _, id := range b.members(e) {
		sum += max(1, b.frequent()[id])
	}
	return sum
}

// Costs of names that aren't lists, and the most a list costs.
const (
	costNumber     = 600
	costProper     = 600
	costShape      = 50
	costRecognised = 20
	costMost       = 20000
)

// nameCosts estimates how often each name's stretches occur: a list costs
// what its entries' anchors cost.
func (b *Builder) nameCosts(levels map[int]int) {
	p := b.p
	b.costs = make([]uint32, len(p.names))
	for i := range p.names {
		switch {
		case i < p.firstName && p.base != nil:
			b.costs[i] = p.base.nameCosts.At(i)
		case i == shapeNumber:
			b.costs[i] = costNumber
		case i == shapeProper:
			b.costs[i] = costProper
		case i < len(shapes):
			b.costs[i] = costShape
		case !b.defined[i]:
			b.costs[i] = costRecognised
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
		b.costs[list] = uint32(min(cost, costMost))
	}
}

func (b *Builder) frequent() map[text.ID]float64 {
	if b.often == nil {
		b.often = map[text.ID]float64{}
		for _, f := range frequencies {
			for _, w := range f.words {
				b.often[b.lex.Add(w)] = f.cost
			}
		}
	}
	return b.often
}

// index lays the patterns out and enters them in the tables by anchor.
func (b *Builder) index(levels map[int]int) {
	p := b.p
	b.nameCosts(levels)
	p.nameCosts = image.Pack(b.costs)
	byWord := map[uint32][]uint32{}
	byName := map[uint32][]uint32{}
	byPair := map[[2]text.ID][]uint32{}
	for k, pat := range b.patterns {
		a, _ := b.anchorOf(pat.elems)
		first := pat.elems[a.at]
		switch {
		case a.pair:
			for _, x := range b.members(first) {
				for _, y := range b.members(pat.elems[a.at+1]) {
					byPair[[2]text.ID{x, y}] = append(byPair[[2]text.ID{x, y}], uint32(k))
				}
			}
		case first.op() == opName:
			byName[uint32(first.arg())] = append(byName[uint32(first.arg())], uint32(k))
		case first.op() == opExact:
			id := p.exactWords.At(first.arg())
			byWord[id] = append(byWord[id], uint32(k))
		default:
			for _, x := range b.members(first) {
				byWord[uint32(x)] = append(byWord[uint32(x)], uint32(k))
			}
		}
		for _, e := range pat.elems {
			p.elems = p.elems.Append(uint32(e))
		}
		p.elemEnds = p.elemEnds.Append(uint32(p.elems.Len()))
		level := b.levelOf(pat, levels)
		p.maxLevel = max(p.maxLevel, level)
		p.anchors = p.anchors.Append(packAnchor(a, level))
		for _, o := range pat.owners {
			p.owners = p.owners.Append(uint32(o.list)).Append(uint32(o.finder)).Append(uint32(o.phrase))
		}
		p.ownerEnds = p.ownerEnds.Append(uint32(p.owners.Len()))
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
func postings(by map[uint32][]uint32, n int) (starts, posts image.Uint32s) {
	for k := range n {
		starts = starts.Append(uint32(posts.Len()))
		for _, post := range by[uint32(k)] {
			posts = posts.Append(post)
		}
	}
	return starts.Append(uint32(posts.Len())), posts
}

// pairTable lays out lists by a pair of words, in an open-addressing table.
func pairTable(by map[[2]text.ID][]uint32) (keys, starts, posts image.Uint32s) {
	size := 16
	for 3*size < 4*len(by) { // at most three quarters full
		size *= 2
	}
	keys = make(image.Uint32s, 8*size)
	lists := make([][]uint32, size)
	sorted := slices.SortedFunc(maps.Keys(by), func(a, b [2]text.ID) int { return slices.Compare(a[:], b[:]) })
	for _, pair := range sorted {
		i := pairSlot(pair[0], pair[1], size)
		for keys.At(2*i) != 0 {
			i = (i + 1) & (size - 1)
		}
		keys.Set(2*i, uint32(pair[0]))
		keys.Set(2*i+1, uint32(pair[1]))
		lists[i] = by[pair]
	}
	for _, l := range lists {
		starts = starts.Append(uint32(posts.Len()))
		for _, post := range l {
			posts = posts.Append(post)
		}
	}
	return keys, starts.Append(uint32(posts.Len())), posts
}
