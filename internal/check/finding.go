package check

import (
	"cmp"
	"slices"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

// findings makes the findings of a post, sorted.
func (w *worker) findings(breaches []breach) []Finding {
	if len(breaches) == 0 {
		return nil
	}
	slices.SortFunc(breaches, func(a, b breach) int {
		return cmp.Or(
			cmp.Compare(a.place.field, b.place.field),
			cmp.Compare(a.place.start, b.place.start),
			cmp.Compare(b.severity, a.severity),
			cmp.Compare(a.rule.ID, b.rule.ID),
			cmp.Compare(a.place.stop, b.place.stop),
			cmp.Compare(a.place.item, b.place.item),
		)
	})
	fingerprints := fingerprinter{worker: w, met: map[[16]byte]int{}}
	known := map[*rule.Rule]*told{}
	findings := make([]Finding, len(breaches))
	for i := range breaches {
		b := &breaches[i]
		if known[b.rule] == nil {
			known[b.rule] = w.tell(b.rule)
		}
		f := &findings[i]
		*f = Finding{
			Rule:        b.rule,
			Severity:    b.severity,
			References:  known[b.rule].references,
			Fingerprint: fingerprints.of(b),
			quote:       w.quote(b, known[b.rule].hidden),
		}
		if b.place.item > 0 {
			var in int
			in, f.Start, f.End = w.post.LocateMedia(int(b.place.item - 1))
			f.Field = w.fields[in].name
		} else {
			f.Field, f.Start, f.End = w.locate(b.place.field, b.place.start, b.place.stop)
		}
		if n := len(b.place.parts); n > 0 {
			f.Found = make([]Part, n)
			for j, p := range b.place.parts {
				f.Found[j] = w.part(p)
			}
		}
		f.Suggestions = w.suggestions(b, f)
		if b.rule.Private {
			f.places = w.redactions(&b.place)
		}
	}
	return findings
}

// told is what all findings of a rule in a post have in common.
type told struct {
	references []*rule.Policy
	hidden     string // the message without text
}

func (w *worker) tell(r *rule.Rule) *told {
	t := &told{hidden: fill(r.Message, func(string) string { return ellipsis })}
	places := w.meta.Get("jurisdiction")
	for _, id := range r.References {
		if p := w.set.Policies[id]; p != nil && p.Applies(places) {
			t.references = append(t.references, p)
		}
	}
	return t
}

// locate returns the name of a field and where in the source bytes of it
// stand.
func (w *worker) locate(field, start, stop int32) (name string, from, to post.Position) {
	if int(field) == len(w.post.Fields) {
		top := post.Position{Line: 1, Column: 1}
		return PathField, top, top
	}
	from, to = w.post.Locate(int(field), int(start), int(stop))
	return w.fields[field].name, from, to
}

func (w *worker) part(p part) Part {
	if p.bare {
		return Part{Name: p.name}
	}
	field, start, end := w.locate(p.field, p.start, p.stop)
	return Part{Name: p.name, Field: field, Start: start, End: end}
}

// quote makes all that a finding holds of the text.
func (w *worker) quote(b *breach, hidden string) *quote {
	q := &quote{message: hidden, hidden: hidden}
	if !b.place.bare { // what holds for the post as a whole shows none of it
		raw := w.fields[b.place.field].Text.Raw
		q.text = raw[b.place.start:b.place.stop]
		q.line = lineOf(raw, int(b.place.start), int(b.place.stop))
	}
	if hidden != b.rule.Message {
		q.message = fill(b.rule.Message, func(name string) string { return w.standsFor(&b.place, name) })
	}
	return q
}
