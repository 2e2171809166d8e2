package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/identify"
	"github.com/postvet/postvet/internal/rule"
)

// Failure is an example that its rule doesn't treat as it says.
type Failure struct {
	Rule    *rule.Rule
	Example *rule.Example
	Flagged bool   // it should be flagged, else left alone
	Problem string // what happened instead
}

// Examples runs the examples of the rules with these ids, or of all rules,
// against their own rule, as posts of that organisation (nil for none).
func Examples(set *rule.Set, ids []string, org *identify.Organisation) []Failure {
	all := func(*rule.Rule) bool { return true }
	w := newEngine(set, Options{Selected: all, Organisation: org}).newWorker()
	var failures []Failure
	for _, r := range set.Rules {
		if ids != nil && !slices.Contains(ids, r.ID) {
			continue
		}
		try := func(examples []rule.Example, flagged bool) {
			for i := range examples {
				e := &examples[i]
				if problem := w.tryExample(r, e, flagged); problem != "" {
					failures = append(failures, Failure{r, e, flagged, problem})
				}
			}
		}
		try(r.Flagged, true)
		try(r.Allowed, false)
	}
	return failures
}

// tryExample returns what is wrong with an example, "" if nothing is.
func (w *worker) tryExample(r *rule.Rule, e *rule.Example, flagged bool) string {
	p := r.Post(e, r.Pack.Path)
	own := slices.DeleteFunc(w.check(p, false).Findings, func(f Finding) bool { return f.Rule != r })
	var texts []string
	for i := range own {
		texts = append(texts, fmt.Sprintf("%q", own[i].quote.text))
	}
	matched := strings.Join(texts, ", ")
	switch {
	case !flagged && len(own) > 0:
		return "flagged: " + matched
	case !flagged:
		return ""
	case len(own) == 0:
		return "not flagged: " + w.whyNot(r)
	case e.Match != "" && !slices.ContainsFunc(own, func(f Finding) bool { return f.quote.text == e.Match }):
		return fmt.Sprintf("%q isn't what is underlined, but %s", e.Match, matched)
	case e.Severity != rule.Off && !slices.ContainsFunc(own, func(f Finding) bool { return f.Severity == e.Severity }):
		return fmt.Sprintf("the severity is %s, not %s", own[0].Severity, e.Severity)
	}
	return ""
}

// whyNot says why the rule doesn't flag the post, which was checked last.
func (w *worker) whyNot(r *rule.Rule) string {
	t := w.try(r, w.searches[0])
	if !rule.Hold(r.When, &t.meta) {
		return "when doesn't hold"
	}
	found := t.find(&r.Find, t.search)
	if len(found) == 0 {
		return "find doesn't hold"
	}
	first := &found[0]
	text := t.fields[first.field].Text.Raw[first.start:first.stop]
	for i := range r.Unless {
		if t.anyHolds(r.Unless[i:i+1], first) {
			return fmt.Sprintf("%q is excused by entry %d of unless", text, i+1)
		}
	}
	if r.Severity.For(&t.meta) == rule.Off {
		return fmt.Sprintf("the severity of %q is off", text)
	}
	return fmt.Sprintf("%q is excused by allow", text)
}
