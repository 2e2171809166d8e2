package check

import (
	"math/bits"
	"math/rand/v2"
	"testing"
)

// most, tried out on all choices.
func mostSignals(events []event, used uint64, chosen []event) int {
	best := bits.OnesCount64(used)
	for i, e := range events {
		free := used>>e.signal&1 == 0
		for _, c := range chosen {
			free = free && (e.stop <= c.start || c.stop <= e.start)
		}
		if free {
			best = max(best, mostSignals(events[i+1:], used|1<<e.signal, append(chosen[:len(chosen):len(chosen)], e)))
		}
	}
	return best
}

func TestChainFindsTheMostSignals(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var c chain
	for range 3000 {
		n := 1 + random.IntN(5)
		var events []event
		for range random.IntN(9) {
			start := random.IntN(20)
			events = append(events, event{signal: random.IntN(n), start: start, stop: start + 1 + random.IntN(8)})
		}
		got := c.most(events, n)
		if want := mostSignals(events, 0, nil); len(got) != want {
			t.Fatalf("%v: %d signals, want %d", events, len(got), want)
		}
		var used uint64
		for i, e := range got {
			if used>>e.signal&1 == 1 || i > 0 && e.start < got[i-1].stop {
				t.Fatalf("%v: chose %v", events, got)
			}
			used |= 1 << e.signal
		}
	}
}

func TestManySignalsStayQuick(t *testing.T) {
	const n = 50
	var events []event
	for i := range 100_000 {
		events = append(events, event{signal: i % n, start: i, stop: i + 1})
	}
	var c chain
	if got := c.most(events, n); len(got) != n {
		t.Errorf("%d of %d signals", len(got), n)
	}
	if len(c.links) > 2*maxSets {
		t.Errorf("%d sets were kept", len(c.links))
	}
}
