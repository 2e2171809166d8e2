package check

import (
	"github.com/postvet/postvet/internal/match"
	"github.com/postvet/postvet/internal/rule"
)

// engine is what all workers of a run share; it never changes.
type engine struct {
	set      *rule.Set
	options  Options
	rules    []*rule.Rule // those that report, and private ones
	reports  []bool       // by rule: its findings are reported
	byFinder [][]int32    // the rules that can hold where a finder has a match
	always   []int32      // the rules that can hold without any text

	selection *match.Selection // what the rules look for; nil for everything
}

// newEngine works out once which hits can set off which rule.
func newEngine(set *rule.Set, o Options) *engine {
	e := &engine{set: set, options: o}
	for _, r := range set.Rules {
		reports := r.Enabled
		if o.Selected != nil {
			reports = o.Selected(r)
		}
		if reports || r.Private {
			e.add(r, reports)
		}
	}
	// Working the selection out takes a millisecond: it pays where it leaves much out.
	const much = 100
	if len(set.Rules)-len(e.rules) > much {
		asked := map[match.Finder]bool{}
		for _, r := range e.rules {
			r.EachFinder(func(f match.Finder) { asked[f] = true })
		}
		e.selection = set.Program.Select(func(f match.Finder) bool { return asked[f] })
	}
	return e
}

func (e *engine) add(r *rule.Rule, reports bool) {
	number := int32(len(e.rules))
	e.rules = append(e.rules, r)
	e.reports = append(e.reports, reports)
	finders, textless := e.triggers(&r.Find)
	if textless {
		e.always = append(e.always, number)
		return
	}
	for _, f := range finders {
		for int(f) >= len(e.byFinder) {
			e.byFinder = append(e.byFinder, nil)
		}
		e.byFinder[f] = append(e.byFinder[f], number)
	}
}

// triggers returns finders one of which must have a match for m to hold;
// textless says that m may hold without any.
func (e *engine) triggers(m *rule.Matcher) (finders []match.Finder, textless bool) {
	switch {
	case m.Text != 0 && e.set.Program.Ungated(m.Text):
		return nil, true
	case m.Text != 0:
		return []match.Finder{m.Text}, false
	case m.Any != nil:
		return e.union(m.Any, 1)
	case m.All != nil:
		for i := range m.All {
			some, none := e.triggers(&m.All[i])
			if !none && (finders == nil || len(some) < len(finders)) {
				finders = some
			}
		}
		return finders, finders == nil
	case m.AtLeast > 0:
		signals := make([]rule.Matcher, len(m.Of))
		for i := range m.Of {
			signals[i] = m.Of[i].Matcher
		}
		return e.union(signals, m.AtLeast)
	}
	return nil, true
}

// union returns the triggers of n of the matchers.
func (e *engine) union(matchers []rule.Matcher, n int) (finders []match.Finder, textless bool) {
	for i := range matchers {
		some, none := e.triggers(&matchers[i])
		if none {
			n--
		}
		finders = append(finders, some...)
	}
	return finders, n <= 0
}
