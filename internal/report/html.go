package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/rule"
)

// htmlPage is one HTML document that needs nothing from elsewhere.
type htmlPage struct {
	w   io.Writer
	o   Options
	run Run
	t   *template.Template
}

//go:embed html.tmpl
var htmlTemplate string

func newHTML(w io.Writer, o Options) Writer {
	return &htmlPage{w: w, o: o, t: template.Must(template.New("").Parse(htmlTemplate))}
}

type htmlPost struct {
	Name, Error string
	Findings    []htmlFinding
}

type htmlFinding struct {
	Severity, Title, Rule, Place, Message, Why, Instead string
	Shown                                               bool
	Before, Match, After                                string
	Policies                                            []htmlPolicy
}

type htmlPolicy struct{ Name, URL string }

func (h *htmlPage) Begin(run Run) error {
	h.run = run
	return h.t.ExecuteTemplate(h.w, "head", nil)
}

func (h *htmlPage) Post(r clearance.Result) error {
	p := htmlPost{Name: Visible(postName(r.Post), false)}
	if err := r.Post.Err; err != nil {
		p.Error = Visible(err.Error(), false)
	}
	for i := range r.Findings {
		p.Findings = append(p.Findings, h.finding(&r.Findings[i]))
	}
	return h.t.ExecuteTemplate(h.w, "post", p)
}

func (h *htmlPage) finding(f *check.Finding) htmlFinding {
	out := htmlFinding{
		Severity: f.Severity.String(), Title: either(f.Rule.Title, f.Rule.ID), Rule: f.Rule.ID,
		Place:   Visible(either(f.Start.Place, fmt.Sprintf("line %d, column %d", f.Start.Line, f.Start.Column)), false),
		Message: Visible(f.Message(h.o.Reveal), false), Why: f.Rule.Why, Instead: f.Rule.Instead,
	}
	if line, shown := f.Line(h.o.Reveal); shown {
		out.Shown = true
		show := func(s string) string { return Visible(s, false) }
		out.Before, out.Match, out.After = show(line.Text[:line.From]), show(line.Text[line.From:line.To]), show(line.Text[line.To:])
	}
	for i, name := range policyNames(f.References) {
		out.Policies = append(out.Policies, htmlPolicy{name, f.References[i].URL})
	}
	return out
}

func (h *htmlPage) End(s Summary) error {
	var notes []string
	for _, p := range h.run.Packs {
		if p.Overdue(h.run.Today) {
			notes = append(notes, overdue(p)+".")
		}
	}
	return h.t.ExecuteTemplate(h.w, "foot", struct {
		Counts, Verdict, Version string
		Notes                    []string
	}{
		fmt.Sprintf("%s: %s, %s, %s.", Count(s.Posts, "post"), Count(s.Findings[rule.Error], "error"), Count(s.Findings[rule.Warning], "warning"), Count(s.Findings[rule.Notice], "notice")),
		verdict(s), h.run.Version, notes,
	})
}
