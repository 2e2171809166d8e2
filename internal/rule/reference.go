package rule

import (
	"bytes"
	"fmt"
	"strings"
)

// Reference writes what every rule of the set flags, in Markdown: what the
// rules cover, then by pack their severities by place, reasons, rewordings,
// examples and references, then the policies they refer to.
func Reference(s *Set, c *Coverage) []byte {
	w := &referenceWriter{set: s, coverage: c}
	w.contents()
	w.elements()
	w.safeHarbor()
	w.unseen()
	for _, p := range s.Packs {
		w.pack(p)
	}
	w.policies()
	return w.Bytes()
}

type referenceWriter struct {
	bytes.Buffer
	set      *Set
	coverage *Coverage
}

func (w *referenceWriter) line(format string, args ...any) {
	fmt.Fprintf(w, format+"\n", args...)
}

func (w *referenceWriter) contents() {
	w.line("# Shipped rules\n")
	w.line("Written by `go generate ./rules` from the files in this folder; don't edit it by hand.")
	w.line("On a command line, `postvet explain RULE` shows the same of one rule, with the values your settings give it.\n")
	w.line("- [Elements of a policy](#elements-of-a-policy): which rule carries which clause")
	w.line("- [Safe Harbor](#safe-harbor): the eighteen identifiers of 45 CFR 164.514(b)(2) and their rules")
	w.line("- [What no single draft can show](#what-no-single-draft-can-show): what people still have to do")
	w.line("- [Policies](#policies): the laws, codes and guidelines that rules refer to")
	w.line("- The %d rules of %d packs:\n", len(w.set.Rules), len(w.set.Packs))
	w.line("| pack | rules | what it is about |")
	w.line("| --- | ---: | --- |")
	for _, p := range w.set.Packs {
		w.line("| [%s](#%s) | %d | %s |", p.Name, p.Name, len(w.set.rulesOf(p)), cell(p.Summary))
	}
	w.line("")
	w.line("**Severities.** An error must not be published, a warning needs somebody to look, a notice is advice.")
	w.line("Each pack starts with a table of its rules by place: an empty cell means the default, – that the rule isn't for posts published there, (off) that settings must switch it on.")
	w.line("A post for several places gets the strictest. What else changes a severity, such as the kind of post or the account, stands with the rule.\n")
	w.line("**References.** A policy marked *not verified* was written down from memory: read it at its issuer before you rely on it.")
}

// referencePlaces are the columns of the tables of severities.
var referencePlaces = []string{"uk", "us", "eu", "ie", "au", "nz", "ca", "ca-on"}

func (w *referenceWriter) pack(p *Pack) {
	w.line("\n## %s\n", p.Name)
	w.line("**%s.** %s", p.Title, p.Summary)
	w.line("Version %s, in force from %s, to be read again by %s. File: [%s.yaml](%s.yaml). [Contents](#shipped-rules)\n", p.Version, p.Effective, p.ReviewBy, p.Name, p.Name)
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

// sentence makes a sentence of a few words.
func sentence(words string) string {
	return strings.ToUpper(words[:1]) + words[1:] + "."
}

// cell makes a text fit for a cell of a table.
func cell(text string) string {
	return strings.NewReplacer("|", "\\|", "\n", " ", "[", "\\[", "]", "\\]").Replace(text)
}
