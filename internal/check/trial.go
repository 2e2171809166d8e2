package check

import (
	"cmp"
	"slices"

	"github.com/postvet/postvet/internal/match"
	"github.com/postvet/postvet/internal/rule"
)

// trial is one rule on one post.
type trial struct {
	*worker
	rule    *rule.Rule
	search  search
	allowed map[int]*cover         // by field
	excuses map[*rule.Matcher]near // what the matchers of exceptions found
}

// place is where a matcher holds: words and bytes of a field's text, ends
// outside. A bare place is of the post as a whole.
type place struct {
	field       int32
	first, end  int32
	start, stop int32
	from, to    int32 // sentences, both inside
	item        int32 // of the media, from 1; 0 for none
	bare        bool
	of          *rule.Matcher // whose phrase it is, nil if none
	hit         *match.Match  // of that phrase
	parts       []part        // the signals, or what stands with it
}

// part is one of the places that add up to another.
type part struct {
	name        string
	field       int32
	start, stop int32
	bare        bool
	hit         *match.Match
}

// skipped is how many words the gaps of the phrase passed over.
func (p *place) skipped() int32 {
	if p.hit == nil {
		return 0
	}
	return p.hit.Skipped
}

// breach is one place where a rule is broken.
type breach struct {
	rule     *rule.Rule
	severity rule.Severity
	place    place
}

// try takes up the next rule; the trial is valid until then.
func (w *worker) try(r *rule.Rule, s search) *trial {
	if r.In != nil && s.in != filename {
		s.fields = w.fieldsNamed(r.In)
	}
	w.trial = trial{worker: w, rule: r, search: s}
	return &w.trial
}

// places returns where the rule is broken, in order, without what an exception
// excuses and what overlaps a better place.
func (t *trial) places() []place {
	if !rule.Hold(t.rule.When, &t.meta) {
		return nil
	}
	s := t.search
	s.excusable = true
	places := slices.DeleteFunc(t.find(&t.rule.Find, s), func(p place) bool {
		return s.in != published && p.bare || t.anyHolds(t.rule.Unless, &p)
	})
	if t.rule.Private {
		t.withhold(places)
	}
	places = t.apart(places)
	if t.rule.Once && len(places) > 1 {
		places = places[:1]
	}
	return places
}

// weigh appends the places with their severity.
func (t *trial) weigh(breaches []breach, places []place) []breach {
	usual := t.rule.Severity.For(&t.meta)
	if usual == rule.Off {
		return breaches
	}
	breaches = slices.Grow(breaches, len(places))
	for i := range places {
		severity := usual
		if t.anyHolds(t.rule.ErrorIf, &places[i]) {
			severity = rule.Error
		}
		breaches = append(breaches, breach{t.rule, severity, places[i]})
	}
	return breaches
}

// inOrder sorts by field, start and stop.
func inOrder(a, b place) int {
	return cmp.Or(cmp.Compare(a.field, b.field), cmp.Compare(a.start, b.start), cmp.Compare(a.stop, b.stop))
}
