package rule

import (
	"bytes"
	"fmt"
	"strings"
)

// Reference writes what every rule of the set flags, in Markdown: by pack,
// with severities by place, reasons, rewordings, examples and references.
func Reference(s *Set) []byte {
	w := &referenceWriter{set: s}
	w.line("# Shipped rules")
	w.line("")
	w.line("Written by `go generate ./rules` from the packs in this folder; don't edit it by hand.")
	w.line("In the tables of severities, – means that the rule isn't for posts published there, and (off) that settings must switch it on.")
	w.line("A policy marked *not verified* was written down from memory: read it at its issuer before you rely on it.")
	w.line("")
	w.line("| pack | rules | what it is about |")
	w.line("| --- | ---: | --- |")
	for _, p := range s.Packs {
		w.line("| [%s](#%s) | %d | %s |", p.Name, p.Name, len(s.rulesOf(p)), cell(p.Summary))
	}
	for _, p := range s.Packs {
		w.pack(p)
	}
	return w.Bytes()
}

type referenceWriter struct {
	bytes.Buffer
	set *Set
}

func (w *referenceWriter) line(format string, args ...any) {
	fmt.Fprintf(w, format+"\n", args...)
}

// referencePlaces are the columns of the tables of severities.
var referencePlaces = []string{"uk", "us", "eu", "ie", "au", "nz", "ca", "ca-on"}

func (w *referenceWriter) pack(p *Pack) {
	w.line("\n## %s\n", p.Name)
	w.line("**%s.** %s", p.Title, p.Summary)
	w.line("Version %s, in force from %s, to be read again by %s.\n", p.Version, p.Effective, p.ReviewBy)
	w.line("| rule | default | %s |", strings.Join(referencePlaces, " | "))
	w.line("| --- | --- |%s", strings.Repeat(" --- |", len(referencePlaces)))
	rules := w.set.rulesOf(p)
	for i := range rules {
		r := &rules[i]
		w.WriteString("| [" + r.ID + "](#" + r.ID + ") | " + r.defaultCell() + " |")
		for _, place := range referencePlaces {
			w.WriteString(" " + r.cellFor(place) + " |")
		}
		w.WriteByte('\n')
	}
	for i := range rules {
		w.rule(&rules[i])
	}
}

func (r *Rule) defaultCell() string {
	if r.Optional {
		return r.Severity.Default.String() + " (off)"
	}
	return r.Severity.Default.String()
}

// cellFor is the rule's severity for an ordinary post in a place, "" where it
// is the default.
func (r *Rule) cellFor(place string) string {
	for _, c := range r.When {
		if c.Name == placeName && len(c.Values) > 0 && !c.holdsIn(place) {
			return "–"
		}
	}
	if e := r.Severity.nearest(place); e != nil && e.Severity != r.Severity.Default {
		return e.Severity.String()
	}
	return ""
}

func (w *referenceWriter) rule(r *Rule) {
	w.line("\n### %s\n", r.ID)
	w.line("**%s.** %s\n", r.Title, w.conditions(r))
	w.line("Why: %s\n", r.Why)
	w.line("Instead: %s", r.Instead)
	w.examples("Flagged", r.Flagged)
	w.examples("Allowed", r.Allowed)
	if len(r.References) == 0 {
		return
	}
	w.line("\nPolicies:\n")
	for _, id := range r.References {
		w.line("- %s", w.set.Policies[id].markdown())
	}
}

// conditions says the rule's severity and the posts it is for.
func (w *referenceWriter) conditions(r *Rule) string {
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

func (w *referenceWriter) examples(title string, examples []Example) {
	if len(examples) == 0 {
		return
	}
	w.line("\n%s:\n\n```text", title)
	for _, e := range examples {
		w.line("%s", e.String())
	}
	w.line("```")
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

// markdown names the policy, with a link where it has an address.
func (p *Policy) markdown() string {
	title := cell(p.Title)
	if p.URL != "" {
		title = "[" + title + "](" + strings.NewReplacer(" ", "%20", ")", "%29").Replace(p.URL) + ")"
	}
	text := title + ", " + p.Issuer
	if p.Section != "" {
		text += ", " + p.Section
	}
	text += " (" + p.Jurisdiction + ")"
	if !p.Verified {
		text += " *not verified*"
	}
	return text
}

// sentence makes a sentence of a few words.
func sentence(words string) string {
	return strings.ToUpper(words[:1]) + words[1:] + "."
}

// cell makes a text fit for a cell of a table.
func cell(text string) string {
	return strings.NewReplacer("|", "\\|", "\n", " ", "[", "\\[", "]", "\\]").Replace(text)
}
