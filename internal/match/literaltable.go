package match

import (
	"maps"
	"slices"
	"sort"
)

// literalTable finds literals in a text: at each byte, a bit by the next two
// tells whether one may start there, and a sorted list is narrowed byte by
// byte to those that do.
type literalTable struct {
	seen   [1 << 10]uint64 // bits by the first two bytes
	sorted []string
	owners [][]int32 // regexps of each
	starts map[[gram]byte]stretchOf
}

// stretchOf is the part of a sorted list that shares its first bytes.
type stretchOf struct{ from, to int32 }

func newLiteralTable(regexps []*expression) *literalTable {
	if len(regexps) == 0 {
		return nil
	}
	owners := map[string][]int32{}
	for i, e := range regexps {
		for _, l := range e.literals {
			owners[l] = append(owners[l], int32(i))
		}
	}
	t := &literalTable{sorted: slices.Sorted(maps.Keys(owners)), starts: map[[gram]byte]stretchOf{}}
	for k, l := range t.sorted {
		t.owners = append(t.owners, slices.Compact(owners[l]))
		key := [gram]byte([]byte(l[:gram]))
		s, ok := t.starts[key]
		if !ok {
			s.from = int32(k)
		}
		s.to = int32(k) + 1
		t.starts[key] = s
		h := uint(key[0])<<8 | uint(key[1])
		t.seen[h>>6] |= 1 << (h & 63)
	}
	return t
}

// scan calls found for each regexp a literal of which stands in f, with its
// place and length.
func (t *literalTable) scan(f []byte, found func(regexp, at, n int)) {
	for i := 0; i+gram <= len(f); i++ {
		h := uint(f[i])<<8 | uint(f[i+1])
		if t.seen[h>>6]&(1<<(h&63)) == 0 {
			continue
		}
		if s, ok := t.starts[[gram]byte{f[i], f[i+1]}]; ok {
			t.narrow(f, i, s, found)
		}
	}
}

// narrow reports the literals of a stretch that f goes on with at i.
func (t *literalTable) narrow(f []byte, i int, s stretchOf, found func(regexp, at, n int)) {
	for d := gram; s.from < s.to; d++ {
		if len(t.sorted[s.from]) == d { // the shortest of the rest comes first
			for _, o := range t.owners[s.from] {
				found(int(o), i, d)
			}
			s.from++
		}
		if i+d >= len(f) {
			return
		}
		rest := t.sorted[s.from:s.to]
		next := f[i+d]
		lo := sort.Search(len(rest), func(k int) bool { return rest[k][d] >= next })
		hi := sort.Search(len(rest), func(k int) bool { return rest[k][d] > next })
		s.from, s.to = s.from+int32(lo), s.from+int32(hi)
	}
}
