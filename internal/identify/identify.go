// Package identify recognises what points at a person: numbers with their
// checksums, names with the evidence for them, contacts, dates, ages, places.
//
// It says "a name, by this evidence"; that it is a patient's is for rules to
// say. It hides checksum rules and name lists, and knows nothing of packs.
package identify

import (
	"cmp"
	"slices"

	"github.com/postvet/postvet/internal/text"
)

// Kind is the index of a recogniser in the table; Kinds()[k] is its name as
// rules write it: "nhs-number", "person-name".
type Kind uint8

// Entity is one thing recognised.
type Entity struct {
	Kind        Kind
	First, End  int32 // words of the Text
	Start, Stop int32 // bytes of Text.Raw
	Test        bool  // from a range kept for tests or fiction
}

// Kinds returns the names of all recognisers, in the order of the table.
func Kinds() []string {
	names := make([]string, len(table))
	for k := range table {
		names[k] = table[k].name
	}
	return names
}

// Find appends to dst all entities of t, ordered by First, then longest first.
// Entities of one kind never overlap. org may be nil.
func Find(t *text.Text, org *Organisation, dst []Entity) []Entity {
	s := &scan{t: t, org: org, out: dst, base: len(dst)}
	for k := range t.Sentences {
		s.open(k)
		for i := s.first; i < s.end; i++ {
			s.wake(i)
		}
	}
	own := s.own()
	s.out = s.out[:s.base+len(tidy(s.out[s.base:], own))]
	return s.out
}

// wake calls the recognisers that word i concerns.
func (s *scan) wake(i int) {
	for g := s.gates(i); g != 0; g &= g - 1 {
		for _, k := range sleepers[g.lowest()] {
			table[k].find(s, i, k, &table[k])
		}
	}
}

// sleepers are the recognisers behind each gate.
var sleepers = func() (by [gateCount][]Kind) {
	for k := range table {
		for g := table[k].gate; g != 0; g &= g - 1 {
			by[g.lowest()] = append(by[g.lowest()], Kind(k))
		}
	}
	return by
}()

// tidy sorts entities, drops overlaps within a kind (the longer wins, then the
// earlier) and what the organisation's own names and contacts cover.
func tidy(found []Entity, own bool) []Entity {
	slices.SortFunc(found, func(a, b Entity) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.First, b.First), cmp.Compare(b.End, a.End))
	})
	kept := found[:0]
	for _, e := range found {
		if n := len(kept); n > 0 && kept[n-1].Kind == e.Kind && e.First < kept[n-1].End {
			if e.End-e.First > kept[n-1].End-kept[n-1].First {
				kept[n-1] = e
			}
			continue
		}
		kept = append(kept, e)
	}
	slices.SortFunc(kept, func(a, b Entity) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.End, a.End), cmp.Compare(a.Kind, b.Kind))
	})
	if own {
		kept = withoutOwn(kept)
	}
	return kept
}
