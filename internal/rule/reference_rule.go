package rule

import (
	"cmp"
	"slices"
	"strings"
)

func (w *referenceWriter) rule(r *Rule) {
	w.line("\n### %s\n", r.ID)
	w.line("**%s.** %s\n", r.Title, r.conditions())
	w.line("Why: %s\n", r.Why)
	w.line("Instead: %s", r.Instead)
	more := w.examples("Flagged", r.Flagged) + w.examples("Allowed", r.Allowed)
	if more > 0 {
		w.line("\n%d more in [%s.yaml](%s.yaml).", more, r.Pack.Name, r.Pack.Name)
	}
	if len(r.References) > 0 {
		w.line("\nReferences:\n")
		w.byPlace(r.References)
	}
	if carries := w.coverage.carriedBy(r.ID); len(carries) > 0 {
		w.line("\nElements: %s", strings.Join(carries, ", "))
	}
}

// conditions says the rule's severity and the posts it is for.
func (r *Rule) conditions() string {
	text := sentence(r.Severity.String())
	if r.Optional {
		text += " Off until settings switch it on."
	}
	if r.Private {
		text += " What it finds is masked."
	}
	var when []string
	for _, c := range r.When {
		when = append(when, c.String())
	}
	if len(when) > 0 {
		text += " For posts with " + strings.Join(when, ", ") + "."
	}
	return text
}

// shownExamples is how many of each kind the reference shows of a rule; the
// others, often of exceptions, stand in the pack.
const shownExamples = 4

// examples writes the first examples and returns how many it left out.
func (w *referenceWriter) examples(title string, examples []Example) (more int) {
	if len(examples) == 0 {
		return 0
	}
	shown := examples[:min(len(examples), shownExamples)]
	w.line("\n%s:\n\n```text", title)
	for _, e := range shown {
		w.line("%s", e.String())
	}
	w.line("```")
	return len(examples) - len(shown)
}

// String is the example on one line, with what it has besides its text.
func (e *Example) String() string {
	var besides []string
	for _, v := range append(e.Fields, e.Meta...) {
		besides = append(besides, v.Name+": "+strings.Join(v.Values, ", "))
	}
	for _, m := range e.Media {
		var of []string
		for _, v := range m {
			of = append(of, v.Name+" "+strings.Join(v.Values, ", "))
		}
		besides = append(besides, "media: "+strings.Join(of, ", "))
	}
	text := strings.Join(strings.Fields(e.Text), " ")
	if len(besides) > 0 {
		text = strings.TrimSpace(text + "  [" + strings.Join(besides, "; ") + "]")
	}
	return text
}

// byPlace lists policies, a line for each place in which they hold.
func (w *referenceWriter) byPlace(ids []string) {
	places := map[string][]string{}
	for _, id := range ids {
		p := w.set.Policies[id]
		link := "[" + cell(p.Title) + "](#" + p.ID + ")"
		if !p.Verified {
			link += " *not verified*"
		}
		places[p.Jurisdiction] = append(places[p.Jurisdiction], link)
	}
	for _, place := range sortedPlaces(places) {
		w.line("- %s: %s", place, strings.Join(places[place], "; "))
	}
}

// sortedPlaces returns the places in the order of the tables, others behind
// them and what holds everywhere last.
func sortedPlaces[T any](by map[string]T) []string {
	var places []string
	for place := range by {
		places = append(places, place)
	}
	rank := func(place string) int {
		switch i := slices.Index(referencePlaces, place); {
		case place == global:
			return len(referencePlaces) + 1
		case i < 0:
			return len(referencePlaces)
		default:
			return i
		}
	}
	slices.SortFunc(places, func(a, b string) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b)) })
	return places
}
