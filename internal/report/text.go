package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

// text is the format for people.
type text struct {
	*Page
	w   io.Writer
	run Run
	hid bool // a text wasn't shown
}

func newText(w io.Writer, o Options) Writer { return &text{Page: NewPage(o), w: w} }

func (t *text) Begin(run Run) error {
	t.run = run
	return nil
}

func (t *text) Post(r clearance.Result) error {
	if len(r.Findings)+len(r.Waived) == 0 {
		return nil
	}
	t.Heading(postName(r.Post), t.facts(r.Post))
	said := map[string]bool{}
	for i := range r.Findings {
		f := &r.Findings[i]
		t.finding(f, said[f.Rule.ID])
		said[f.Rule.ID] = true
		if err := t.Flush(t.w); err != nil {
			return err
		}
	}
	for i := range r.Waived {
		t.waived(&r.Waived[i])
	}
	return t.Flush(t.w)
}

func (t *text) End(s Summary) error {
	for _, line := range t.summary(s) {
		t.Line(line)
	}
	return t.Flush(t.w)
}

// postName names a file, or a record by its file, line and id, or place.
func postName(p *post.Post) string {
	switch {
	case p.ID == "" && p.Place == "":
		return p.Source
	case p.ID == "":
		return fmt.Sprintf("%s (%s)", p.Source, p.Place)
	}
	return fmt.Sprintf("%s:%d (%s)", p.Source, p.Line, p.ID)
}

// facts are what decides which rules apply, without what goes without saying.
func (t *text) facts(p *post.Post) string {
	unsaid := map[string]string{"kind": "post", "audience": "public"}
	meta := p.Meta.With(t.run.Defaults).With(post.DefaultMeta())
	var facts []string
	for _, name := range []string{"platform", "account", "kind", "audience", "jurisdiction"} {
		if values := meta.Get(name); strings.Join(values, " ") != unsaid[name] {
			facts = append(facts, values...)
		}
	}
	return strings.Join(facts, " · ")
}

// finding writes one finding. What its rule says of itself stands only where
// the rule is first met in a post.
func (t *text) finding(f *check.Finding, said bool) {
	t.title(f, f.Severity.String(), t.p.severities[f.Severity])
	t.quote(f)
	t.Row("where", f.Start.Place)
	t.Row("found", places(f.Found, true))
	t.Row("with", places(f.Found, false))
	if !said {
		t.Row("why", f.Rule.Why)
		t.Row("instead", f.Rule.Instead)
	}
	for i := range f.Suggestions {
		if wording, shown := f.Suggestions[i].Text(t.o.Reveal); shown {
			t.Row("try", wording)
		}
	}
	if !said {
		t.Row("policy", policies(f.References))
	}
	t.b.WriteByte('\n')
}

// waived writes a finding that somebody has cleared, without repeating it.
func (t *text) waived(w *clearance.Waived) {
	t.title(&w.Finding, "waived", t.p.label)
	reason, by, shown := w.Reason(t.o.Reveal)
	if !shown {
		t.hid = true
		reason = "(hidden: it could identify a person)"
	}
	t.Row("reason", reason)
	t.Row("by", by)
	t.Row("until", w.Until)
	t.b.WriteByte('\n')
}

// title is the first line: how bad, what, and the rule at the right edge, on a
// line of its own where it doesn't fit.
func (t *text) title(f *check.Finding, label string, ink *color.Color) {
	const indent = 11 // "  warning  "
	title := f.Rule.Title
	if title == "" || f.Field == check.NoteField {
		title = f.Message(t.o.Reveal)
	}
	fmt.Fprintf(&t.b, "  %s%*s", ink.Sprint(label), indent-2-len(label), "")
	lines := wrap(t.safe(title), t.o.Width-indent)
	t.b.WriteString(strings.Join(lines, fmt.Sprintf("\n%*s", indent, "")))
	used := indent
	if len(lines) > 0 {
		used += columns(lines[len(lines)-1])
	}
	room := t.o.Width - used - columns(f.Rule.ID)
	if room < 2 {
		t.b.WriteByte('\n')
		room = indent
	}
	fmt.Fprintf(&t.b, "%*s%s\n", room, "", t.p.label.Sprint(t.safe(f.Rule.ID)))
}

// quote shows the line with the match underlined, or that it may not be shown.
func (t *text) quote(f *check.Finding) {
	if f.Field == check.PathField || f.Field == "" {
		return // the heading names the file; a record has no line
	}
	bar := "│"
	if t.o.ASCII {
		bar = "|"
	}
	number := fmt.Sprintf("%6d ", f.Start.Line)
	gutter := strings.Repeat(" ", len(number))
	line, shown := f.Line(t.o.Reveal)
	if !shown {
		t.hid = true
		fmt.Fprintf(&t.b, "%s\n", t.p.frame.Sprint(number+bar+" (text hidden: it could identify a person)"))
		return
	}
	if line.Text == "" {
		return // it holds for the post as a whole
	}
	e := cut(line, t.o.Width-len(number)-2, t.o.ASCII)
	ink := t.p.severities[f.Severity]
	fmt.Fprintf(&t.b, "%s %s%s%s\n", t.p.frame.Sprint(number+bar), e.before, ink.Sprint(e.match), e.after)
	fmt.Fprintf(&t.b, "%s %s\n", t.p.frame.Sprint(gutter+bar), ink.Sprint(e.marks()))
}

// places says where the parts of a finding stand: its named signals, or what
// stands with it.
func places(parts []check.Part, named bool) string {
	var all []string
	for _, p := range parts {
		if named != (p.Name != "") {
			continue
		}
		at := p.Start.Place
		if at == "" {
			at = fmt.Sprintf("line %d, column %d", p.Start.Line, p.Start.Column)
		}
		all = append(all, strings.TrimSpace(p.Name+" "+at))
	}
	return strings.Join(all, " · ")
}

// policies names at most three references; explain shows them all.
func policies(all []*rule.Policy) string {
	const most = 3
	var names []string
	for i, p := range all {
		if i == most {
			names = append(names, fmt.Sprintf("%d more", len(all)-most))
			break
		}
		names = append(names, PolicyName(p))
	}
	return strings.Join(names, " · ")
}

// PolicyName is how a person calls a policy, with a mark when nobody has read
// it at its source.
func PolicyName(p *rule.Policy) string {
	name := p.Title
	if p.Section != "" && !strings.HasPrefix(p.Section, "whole") && !strings.Contains(name, p.Section) {
		name += ", " + p.Section
	}
	if !p.Verified {
		name += " (not verified)"
	}
	return name
}
