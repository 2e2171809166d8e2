package match

import (
	"maps"
	"slices"
	"sort"

	"github.com/postvet/postvet/internal/image"
)

// literalTable finds literals in a text: at each byte, a bit by the next two
// tells whether one may start there, and a sorted list is narrowed byte by
// byte to those that do.
type literalTable struct {
	seen      [1 << 10]uint64      // bits by the first two bytes
	starts    map[uint16]stretchOf // literals by the first two bytes
	text      []byte               // the literals, sorted, end to end
	ends      image.Uint32s        // end of literal k in text
	owners    image.Uint32s        // regexps, by number, of each literal
	ownerEnds image.Uint32s        // end of literal k in owners
}

// stretchOf is a part of the sorted list.
type stretchOf struct{ from, to int }

func newLiteralTable(regexps []*expression) *literalTable {
	owners := map[string][]int{}
	for i, e := range regexps {
		for _, l := range e.literals {
			owners[l] = append(owners[l], i)
		}
	}
	t := &literalTable{}
	for _, l := range slices.Sorted(maps.Keys(owners)) {
		t.text = append(t.text, l...)
		t.ends = t.ends.Append(uint32(len(t.text)))
		for _, o := range slices.Compact(owners[l]) {
			t.owners = t.owners.Append(uint32(o))
		}
		t.ownerEnds = t.ownerEnds.Append(uint32(t.owners.Len()))
	}
	t.mark()
	return t
}

// tables are the lists that an image holds.
func (t *literalTable) tables() []*[]byte {
	return []*[]byte{&t.text, (*[]byte)(&t.ends), (*[]byte)(&t.owners), (*[]byte)(&t.ownerEnds)}
}

// mark works out where literals start.
func (t *literalTable) mark() {
	t.starts = map[uint16]stretchOf{}
	for k := range t.ends.Len() {
		l := t.literal(k)
		h := uint16(l[0])<<8 | uint16(l[1])
		s, ok := t.starts[h]
		if !ok {
			s.from = k
			t.seen[h>>6] |= 1 << (h & 63)
		}
		s.to = k + 1
		t.starts[h] = s
	}
}

func (t *literalTable) literal(k int) []byte {
	start := uint32(0)
	if k > 0 {
		start = t.ends.At(k - 1)
	}
	return t.text[start:t.ends.At(k)]
}

// scan calls found for each regexp a literal of which stands in f, with its
// place and length.
func (t *literalTable) scan(f []byte, found func(regexp, at, n int)) {
	for i := 0; i+gram <= len(f); i++ {
		h := uint16(f[i])<<8 | uint16(f[i+1])
		if t.seen[h>>6]&(1<<(h&63)) != 0 {
			t.narrow(f, i, t.starts[h], found)
		}
	}
}

// narrow reports the literals of a stretch that f goes on with at i.
func (t *literalTable) narrow(f []byte, i int, s stretchOf, found func(regexp, at, n int)) {
	for d := gram; s.from < s.to && i+d <= len(f); d++ {
		if len(t.literal(s.from)) == d { // the shortest of the rest comes first
			owners := t.owners.Run(t.ownerEnds, s.from)
			for k := range owners.Len() {
				found(int(owners.At(k)), i, d)
			}
			s.from++
		}
		if i+d == len(f) {
			return
		}
		next, n := f[i+d], s.to-s.from
		lo := sort.Search(n, func(k int) bool { return t.literal(s.from + k)[d] >= next })
		hi := sort.Search(n, func(k int) bool { return t.literal(s.from + k)[d] > next })
		s = stretchOf{s.from + lo, s.from + hi}
	}
}
