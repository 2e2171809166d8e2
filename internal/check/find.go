package check

import (
	"slices"

	"github.com/postvet/postvet/internal/rule"
)

// find returns where m holds, in order; places may overlap.
func (t *trial) find(m *rule.Matcher, s search) []place {
	s = t.narrow(m, s)
	switch {
	case m.Text != 0:
		return t.text(m, s)
	case m.Any != nil:
		var places []place
		for i := range m.Any {
			places = append(places, t.find(&m.Any[i], s)...)
		}
		slices.SortStableFunc(places, inOrder)
		return places
	case m.All != nil:
		return t.all(m, s)
	case m.AtLeast > 0:
		return t.atLeast(m, s)
	case m.Record != nil:
		if rule.Hold(m.Record, &t.meta) {
			return []place{t.nowhere()}
		}
	case m.Media != nil:
		return t.media(m)
	case m.Over != nil:
		return t.over(m.Over, s)
	}
	return nil
}

// narrow returns the search with the fields that m's own in: names.
func (t *trial) narrow(m *rule.Matcher, s search) search {
	if m.In != nil {
		s.fields = t.fieldsNamed(m.In)
	}
	return s
}

// text returns the matches of a finder; of those of find, only what no allowed
// phrase covers.
func (t *trial) text(m *rule.Matcher, s search) []place {
	n := 0
	for _, f := range s.fields {
		n += len(t.fields[f].Of(m.Text))
	}
	places := make([]place, 0, n)
	for _, f := range s.fields {
		hits := t.fields[f].Of(m.Text)
		for i := range hits {
			hit := &hits[i]
			if s.excusable && t.allows(f, hit) {
				continue
			}
			places = append(places, place{
				field: int32(f),
				first: hit.First, end: hit.End,
				start: hit.Start, stop: hit.Stop,
				from: hit.Sentence, to: hit.Sentence,
				of: m, hit: hit,
			})
		}
	}
	return places
}

// nowhere is the place of what the post as a whole is or lacks: its start.
func (w *worker) nowhere() place {
	return place{field: int32(w.post.Body()), bare: true}
}

func (t *trial) media(m *rule.Matcher) []place {
	var places []place
	for i := range t.meta.Media {
		if rule.HoldsFor(m.Media, &t.meta.Media[i]) {
			p := t.nowhere()
			p.item = int32(i + 1)
			places = append(places, p)
		}
	}
	return places
}

// all returns the places of the first entry with which, within the scope, a
// place of every other entry stands.
func (t *trial) all(m *rule.Matcher, s search) []place {
	places := t.find(&m.All[0], s)
	if m.Within.Unit == rule.InFold {
		places = slices.DeleteFunc(places, func(p place) bool { return !p.bare && !t.inFold(&p) })
	}
	var others []near
	for i := 1; i < len(m.All) && len(places) > 0; i++ {
		other := &m.All[i]
		if asksContext(other) {
			places = slices.DeleteFunc(places, func(p place) bool { return !t.holds(other, m.Within, &p, s) })
			continue
		}
		n := t.near(other, m.Within, s)
		n.named = n.named || named(&m.All[0])
		others = append(others, n)
	}
	if len(others) == 0 {
		return places
	}
	kept := places[:0]
	for _, p := range places {
		if beside, ok := together(&p, others); ok {
			p.parts = slices.Grow(slices.Clip(p.parts), len(beside))
			for _, q := range beside {
				if !q.bare {
					p.parts = append(p.parts, part{field: q.field, start: q.start, stop: q.stop, hit: q.hit})
				}
			}
			kept = append(kept, p)
		}
	}
	return kept
}
