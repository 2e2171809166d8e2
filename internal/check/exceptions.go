package check

import (
	"cmp"
	"slices"
	"sort"

	"github.com/postvet/postvet/internal/match"
	"github.com/postvet/postvet/internal/rule"
)

// anyHolds reports whether one of the exceptions, or of the reasons to raise a
// finding to error, holds for p.
func (t *trial) anyHolds(exceptions []rule.Matcher, p *place) bool {
	for i := range exceptions {
		if t.holds(&exceptions[i], exceptions[i].Within, p, t.search) {
			return true
		}
	}
	return false
}

// holds reports whether m holds for p: p stands in the context, or what m
// looks for stands within the scope of p. What has a scope of its own keeps it.
func (t *trial) holds(m *rule.Matcher, scope rule.Within, p *place, s search) bool {
	switch {
	case m.Context != nil:
		return t.inContext(m, p)
	case m.Found > 0:
		return signalsOf(p) >= m.Found
	case m.Any != nil:
		s = t.narrow(m, s)
		for i := range m.Any {
			if t.holds(&m.Any[i], scope, p, s) {
				return true
			}
		}
		return false
	case m.All != nil || m.AtLeast > 0:
		scope = m.Within
	}
	n, known := t.excuses[m]
	if !known {
		n = t.near(m, scope, s)
		if t.excuses == nil {
			t.excuses = map[*rule.Matcher]near{}
		}
		t.excuses[m] = n
	}
	return n.of(p) != nil
}

// signalsOf counts the named signals that add up to p.
func signalsOf(p *place) int {
	n := 0
	for i := range p.parts {
		if p.parts[i].name != "" {
			n++
		}
	}
	return n
}

// asksContext reports whether m asks in what context a match stands.
func asksContext(m *rule.Matcher) bool {
	return m.Context != nil || slices.ContainsFunc(m.Any, func(m rule.Matcher) bool { return asksContext(&m) })
}

// inContext reports whether p is negated, asked and so on.
func (t *trial) inContext(m *rule.Matcher, p *place) bool {
	return !p.bare && slices.ContainsFunc(m.Context, func(kind string) bool {
		return t.fields[p.field].Cue(kind, p.first, p.end)
	})
}

// cover is where allowed phrases stand in a field.
type cover struct {
	starts []int32
	stops  []int32 // the furthest any of them reaches, up to each
}

// allows reports whether an allowed phrase covers the match or what stood for
// one of its <names>.
func (t *trial) allows(f int, m *match.Match) bool {
	if len(t.rule.Allow) == 0 {
		return false
	}
	c := t.allowed[f]
	if c == nil {
		c = t.coverOf(f)
	}
	return c.holds(m.Start, m.Stop) || slices.ContainsFunc(m.Pieces, func(p match.Piece) bool {
		return p.Start < p.Stop && c.holds(p.Start, p.Stop)
	})
}

func (t *trial) coverOf(f int) *cover {
	var phrases []match.Match
	for _, finder := range t.rule.Allow {
		phrases = append(phrases, t.fields[f].Of(finder)...)
	}
	slices.SortFunc(phrases, func(a, b match.Match) int { return cmp.Compare(a.Start, b.Start) })
	c := &cover{}
	var reach int32
	for _, p := range phrases {
		reach = max(reach, p.Stop)
		c.starts, c.stops = append(c.starts, p.Start), append(c.stops, reach)
	}
	if t.allowed == nil {
		t.allowed = map[int]*cover{}
	}
	t.allowed[f] = c
	return c
}

func (c *cover) holds(start, stop int32) bool {
	i := sort.Search(len(c.starts), func(i int) bool { return c.starts[i] > start })
	return i > 0 && c.stops[i-1] >= stop
}
