package check

import (
	"slices"
	"sort"

	"github.com/postvet/postvet/internal/rule"
)

// near is where a matcher holds, ready to be asked what stands within a scope
// of a place.
type near struct {
	worker *worker
	places []place // in order
	lowest []int32 // by place: where it starts on the axis of the scope
	widest []int32 // by place: which of its field reaches furthest, of it and those before
	bare   *place  // a place of the post as a whole, which stands near everything
	named  bool    // by in:, so that a place in another field is near
	scope  rule.Within
}

// near looks for m and orders what it finds by the scope.
func (t *trial) near(m *rule.Matcher, scope rule.Within, s search) near {
	n := near{worker: t.worker, places: t.find(m, s), named: named(m), scope: scope}
	if i := slices.IndexFunc(n.places, func(p place) bool { return p.bare }); i >= 0 {
		n.bare = &n.places[i]
		return n
	}
	if scope.Unit == rule.InFold {
		n.places = slices.DeleteFunc(n.places, func(p place) bool { return !t.inFold(&p) })
	}
	n.lowest, n.widest = make([]int32, len(n.places)), make([]int32, len(n.places))
	for i := range n.places {
		p := &n.places[i]
		low, high := t.axis(p, scope.Unit)
		n.lowest[i], n.widest[i] = low, int32(i)
		if i > 0 && p.field == n.places[i-1].field {
			if _, reached := t.axis(&n.places[n.widest[i-1]], scope.Unit); reached > high {
				n.widest[i] = n.widest[i-1]
			}
		}
	}
	return n
}

// named reports whether m's own in: says where it is looked for.
func named(m *rule.Matcher) bool {
	return m.In != nil || slices.ContainsFunc(m.Any, func(m rule.Matcher) bool { return named(&m) }) ||
		len(m.All) > 0 && named(&m.All[0]) ||
		slices.ContainsFunc(m.Of, func(s rule.Signal) bool { return named(&s.Matcher) })
}

// of returns a place within the scope of p, or nil.
func (n *near) of(p *place) *place {
	switch {
	case n.bare != nil:
		return n.bare
	case len(n.places) == 0:
		return nil
	case p.bare || n.scope.Unit == rule.InPost || n.scope.Unit == rule.InFold:
		return &n.places[0]
	}
	low, high := n.worker.axis(p, n.scope.Unit)
	reach := reach(n.scope)
	if q := n.between(p.field, low-reach, high+reach); q != nil {
		return q
	}
	return n.elsewhere(p)
}

// between returns a place of the field that touches low to high on the axis,
// or nil.
func (n *near) between(field, low, high int32) *place {
	i := sort.Search(len(n.places), func(i int) bool {
		return n.places[i].field > field || n.places[i].field == field && n.lowest[i] > high
	}) - 1
	if i < 0 || n.places[i].field != field {
		return nil
	}
	for _, q := range [...]*place{&n.places[i], &n.places[n.widest[i]]} {
		if _, reached := n.worker.axis(q, n.scope.Unit); reached >= low {
			return q
		}
	}
	return nil
}

// elsewhere returns a place in another field, where in: allows one.
func (n *near) elsewhere(p *place) *place {
	if !n.named {
		return nil
	}
	for _, q := range [...]*place{&n.places[0], &n.places[len(n.places)-1]} {
		if q.field != p.field {
			return q
		}
	}
	return nil
}

// together returns one place of each of the others that stand within the scope
// of p and, where the scope is a number of sentences, of each other.
func together(p *place, others []near) ([]*place, bool) {
	scope := others[0].scope
	beside := make([]*place, len(others))
	if scope.Unit != rule.InSentences || len(others) == 1 || p.bare {
		for i := range others {
			if beside[i] = others[i].of(p); beside[i] == nil {
				return nil, false
			}
		}
		return beside, true
	}
	width := int32(scope.N) - 1
window:
	for low := max(0, p.to-width); low <= p.from; low++ {
		for i := range others {
			n := &others[i]
			if beside[i] = n.bare; beside[i] != nil {
				continue
			}
			if beside[i] = n.between(p.field, low, low+width); beside[i] != nil {
				continue
			}
			if len(n.places) > 0 {
				beside[i] = n.elsewhere(p)
			}
			if beside[i] == nil {
				continue window
			}
		}
		return beside, true
	}
	return nil, false
}

// reach is how far apart two places within the scope may stand on its axis.
func reach(scope rule.Within) int32 {
	switch scope.Unit {
	case rule.InWords:
		return int32(scope.N)
	case rule.InSentences:
		return int32(scope.N) - 1
	}
	return 0
}

// axis returns from where to where p stands in what the unit counts. For words
// the ends are borders, so that the distance of two is what stands between.
func (w *worker) axis(p *place, unit rule.Unit) (low, high int32) {
	f := &w.fields[p.field]
	switch unit {
	case rule.InWords:
		counted := f.layout.words(f.Text)
		return counted[p.first], counted[p.end]
	case rule.InSentence, rule.InSentences:
		return p.from, p.to
	case rule.InParagraph:
		return f.Text.Sentences[p.from].Paragraph, f.Text.Sentences[p.to].Paragraph
	case rule.InPart:
		return f.layout.part(f.Text, p.start), f.layout.part(f.Text, max(p.start, p.stop-1))
	}
	return 0, 0
}

// inFold reports whether all of p shows before "see more".
func (w *worker) inFold(p *place) bool {
	f := &w.fields[p.field]
	return slices.Contains(unfolded, f.name) && p.stop <= f.layout.fold(f.Text.Raw, w.meta.Get("platform"))
}
