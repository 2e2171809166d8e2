package check

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/postvet/postvet/internal/match"
)

// TestApartKeepsTheBest compares with the plain way to say it: take the best
// place again and again that overlaps none taken before.
func TestApartKeepsTheBest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	w := &worker{}
	for range 2000 {
		var places []place
		for range random.IntN(12) {
			start := random.Int32N(140)
			places = append(places, place{
				field: random.Int32N(2), start: start, stop: start + 1 + random.Int32N(80),
				hit: &match.Match{Skipped: random.Int32N(3)}, parts: make([]part, random.IntN(2)),
			})
		}
		slices.SortStableFunc(places, inOrder)
		var want []place
		best := slices.SortedStableFunc(slices.Values(places), byMerit)
		for _, p := range best {
			if !slices.ContainsFunc(want, func(q place) bool {
				return p.field == q.field && p.start < q.stop && q.start < p.stop
			}) {
				want = append(want, p)
			}
		}
		slices.SortStableFunc(want, inOrder)
		if got := w.apart(slices.Clone(places)); len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("%v:\n got %v\nwant %v", places, got, want)
		}
	}
}

func TestBarePlacesAreKeptOnce(t *testing.T) {
	w := &worker{}
	record, first, second := place{bare: true}, place{bare: true, item: 1}, place{bare: true, item: 2}
	match := place{stop: 4}
	got := w.apart([]place{record, first, match, record, second, first})
	if len(got) != 4 {
		t.Errorf("got %v", got)
	}
}
