package check

import (
	"cmp"
	"slices"
)

// apart returns the places, which are in order, without those that overlap a
// better one.
func (w *worker) apart(places []place) []place {
	kept := places[:0]
	for len(places) > 0 {
		n := 1
		for n < len(places) && places[n].field == places[0].field {
			n++
		}
		kept = append(kept, w.apartIn(places[:n])...)
		places = places[n:]
	}
	return kept
}

// apartIn is apart for the places of one field.
func (w *worker) apartIn(places []place) []place {
	overlap := false
	for i := 1; i < len(places) && !overlap; i++ {
		overlap = places[i].start < places[i-1].stop || places[i].bare && places[i-1].bare
	}
	if !overlap {
		return places
	}
	slices.SortFunc(places, byMerit)
	kept := places[:0]
	var last *place
	for _, p := range places {
		switch {
		case p.bare && last != nil && last.bare && last.start == p.start && last.item == p.item:
			continue
		case !p.bare && w.taken.any(p.start, p.stop):
			continue
		case !p.bare:
			w.taken = w.taken.set(p.start, p.stop)
		}
		kept = append(kept, p)
		last = &kept[len(kept)-1]
	}
	for i := range kept {
		w.taken.clear(kept[i].start, kept[i].stop)
	}
	slices.SortFunc(kept, inOrder)
	return kept
}

// byMerit puts the place first that is kept of two that overlap: the one with
// fewer skipped words, more signals, more text or a rewording, else the first.
func byMerit(a, b place) int {
	return cmp.Or(
		cmp.Compare(a.skipped(), b.skipped()),
		cmp.Compare(len(b.parts), len(a.parts)),
		cmp.Compare(b.stop-b.start, a.stop-a.start),
		cmp.Compare(min(1, len(b.reworded())), min(1, len(a.reworded()))),
		inOrder(a, b),
		cmp.Compare(a.item, b.item),
	)
}

// bitset is a set of small numbers.
type bitset []uint64

// any reports whether one of [from, to) is in the set.
func (b bitset) any(from, to int32) bool {
	for i := from / 64; from < to && int(i) < len(b); i++ {
		if b[i]&span(i, from, to) != 0 {
			return true
		}
		from = (i + 1) * 64
	}
	return false
}

// set adds [from, to).
func (b bitset) set(from, to int32) bitset {
	if grow := int(to+63)/64 - len(b); grow > 0 {
		b = append(b, make(bitset, grow)...)
	}
	for i := from / 64; from < to; i++ {
		b[i] |= span(i, from, to)
		from = (i + 1) * 64
	}
	return b
}

// clear takes [from, to) out.
func (b bitset) clear(from, to int32) {
	for i := from / 64; from < to && int(i) < len(b); i++ {
		b[i] &^= span(i, from, to)
		from = (i + 1) * 64
	}
}

// span is which bits of word i stand for numbers in [from, to).
func span(i, from, to int32) uint64 {
	mask := ^uint64(0) << (from - i*64)
	if end := to - i*64; end < 64 {
		mask &= 1<<end - 1
	}
	return mask
}
