package check

import (
	"cmp"
	"iter"
	"math/bits"
	"slices"

	"github.com/postvet/postvet/internal/rule"
)

// event is one place of one signal.
type event struct {
	signal      int
	place       *place
	start, stop int   // bytes, counted through all fields
	low, high   int32 // on the axis of the scope
}

// atLeast returns, for each stretch of the scope that holds enough different
// signals, the text from the first to the last of them.
func (t *trial) atLeast(m *rule.Matcher, s search) []place {
	var events []event
	var places []place
	var general []part // signals that hold for the post as a whole
	for i := range m.Of {
		found := t.find(&m.Of[i].Matcher, s)
		if slices.ContainsFunc(found, func(p place) bool { return p.bare }) {
			general = append(general, part{name: m.Of[i].Name, bare: true})
			continue
		}
		for j := range found {
			if m.Within.Unit != rule.InFold || t.inFold(&found[j]) {
				events = append(events, t.event(i, &found[j], m.Within.Unit))
			}
		}
	}
	slices.SortFunc(events, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.stop, b.stop), cmp.Compare(a.signal, b.signal))
	})

	need := m.AtLeast - len(general)
	for stretch := range stretches(events, m.Within) {
		if signals(stretch) < need {
			continue
		}
		if chosen := t.chain.most(stretch, len(m.Of)); len(chosen) >= need && len(chosen) > 0 {
			places = append(places, combined(chosen, m.Of, general))
		}
	}
	if need <= 0 && len(places) == 0 {
		p := t.nowhere()
		p.parts = general
		places = append(places, p)
	}
	return places
}

func (t *trial) event(signal int, p *place, unit rule.Unit) event {
	before := t.fields[p.field].before
	e := event{signal: signal, place: p, start: before + int(p.start), stop: before + int(p.stop)}
	e.low, e.high = t.axis(p, unit)
	return e
}

// signals counts the different signals among the events.
func signals(events []event) int {
	var seen uint64
	for i := range events {
		seen |= 1 << events[i].signal
	}
	return bits.OnesCount64(seen)
}

// stretches yields the runs of events that lie within the scope of each other.
// Runs of several sentences overlap.
func stretches(events []event, scope rule.Within) iter.Seq[[]event] {
	across := scope.Unit == rule.InPost || scope.Unit == rule.InFold
	return func(yield func([]event) bool) {
		for first := 0; first < len(events); {
			reached := events[first].low
			end := first
			for ; end < len(events); end++ {
				e := &events[end]
				if !across && (e.place.field != events[first].place.field || e.low-reached > reach(scope)) {
					break
				}
				if scope.Unit == rule.InWords {
					reached = max(reached, e.high)
				}
			}
			if !yield(events[first:end]) {
				return
			}
			next := end
			if scope.Unit == rule.InSentences {
				for next = first + 1; next < end && events[next].low == events[first].low; next++ {
				}
			}
			first = next
		}
	}
}

// combined is the place from the first to the last of the chosen signals that
// stand in the field of the first.
func combined(chosen []event, of []rule.Signal, general []part) place {
	p := *chosen[0].place
	p.of, p.hit, p.parts = nil, nil, make([]part, 0, len(chosen)+len(general))
	for _, e := range chosen {
		q := e.place
		if q.field == p.field {
			p.end, p.stop, p.to = max(p.end, q.end), max(p.stop, q.stop), max(p.to, q.to)
		}
		p.parts = append(p.parts, part{name: of[e.signal].Name, field: q.field, start: q.start, stop: q.stop, hit: q.hit})
	}
	p.parts = append(p.parts, general...)
	return p
}

// chain finds the most different signals no two of which share text, in time
// that is linear in the places.
//
// For each set of signals it keeps the chain of places that ends first. Places
// are met in the order of their ends, so the first chain found for a set is
// that one. A set waits for each signal it lacks in the order of its end, and
// is looked at once when that signal comes behind it. Beyond maxSets only sets
// larger than the best are kept.
type chain struct {
	events  []event // by their ends
	links   map[uint64]link
	waiting []queue // by signal: sets that lack it
}

// queue is sets in the order of the ends of their chains.
type queue struct {
	sets []uint64
	next int
}

// maxSets is what twelve signals can reach.
const maxSets = 1 << 12

// link is the last place of the chain for a set, and the set before it.
type link struct {
	event  int
	before uint64
	stop   int
}

// most returns the chosen events in order. There are n signals, at most 64.
func (c *chain) most(events []event, n int) []event {
	c.events = append(c.events[:0], events...)
	events = c.events
	slices.SortFunc(events, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.stop, b.stop), cmp.Compare(a.start, b.start), cmp.Compare(a.signal, b.signal))
	})
	if c.links == nil {
		c.links = map[uint64]link{}
	}
	clear(c.links)
	for len(c.waiting) < n {
		c.waiting = append(c.waiting, queue{})
	}
	for i := range n {
		c.waiting[i] = queue{sets: append(c.waiting[i].sets[:0], 0)}
	}
	var best uint64
	for i := range events {
		e := &events[i]
		q := &c.waiting[e.signal]
		for ; q.next < len(q.sets) && c.links[q.sets[q.next]].stop <= e.start; q.next++ {
			before := q.sets[q.next]
			set := before | 1<<e.signal
			if _, reached := c.links[set]; reached || len(c.links) >= maxSets && bits.OnesCount64(set) <= bits.OnesCount64(best) {
				continue
			}
			c.links[set] = link{event: i, before: before, stop: e.stop}
			for s := range n {
				if set>>s&1 == 0 {
					c.waiting[s].sets = append(c.waiting[s].sets, set)
				}
			}
			if bits.OnesCount64(set) > bits.OnesCount64(best) {
				best = set
			}
		}
	}
	var chosen []event
	for set := best; set != 0; set = c.links[set].before {
		chosen = append(chosen, events[c.links[set].event])
	}
	slices.Reverse(chosen)
	return chosen
}
