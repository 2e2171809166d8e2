package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/rule"
)

// markdown is a comment for a pull request.
type markdown struct {
	w   io.Writer
	o   Options
	run Run
	b   bytes.Buffer
}

func newMarkdown(w io.Writer, o Options) Writer { return &markdown{w: w, o: o} }

// icons of the severities.
var icons = [...]string{rule.Notice: "ℹ️", rule.Warning: "⚠️", rule.Error: "⛔"}

func (m *markdown) Begin(run Run) error {
	m.run = run
	_, err := io.WriteString(m.w, "## postvet\n")
	return err
}

func (m *markdown) Post(r clearance.Result) error {
	m.b.Reset()
	if r.Post.Err != nil || len(r.Findings) > 0 {
		fmt.Fprintf(&m.b, "\n### %s\n\n", m.plain(postName(r.Post)))
	}
	if err := r.Post.Err; err != nil {
		fmt.Fprintf(&m.b, "- ⛔ could not be checked: %s\n", m.plain(err.Error()))
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		at := either(f.Start.Place, fmt.Sprintf("line %d, column %d", f.Start.Line, f.Start.Column))
		fmt.Fprintf(&m.b, "- %s **%s** (`%s`, %s): %s\n", icons[f.Severity], m.plain(either(f.Rule.Title, f.Rule.ID)), f.Rule.ID, m.plain(at), m.plain(f.Message(m.o.Reveal)))
		if f.Rule.Instead != "" {
			fmt.Fprintf(&m.b, "  Instead: %s\n", m.plain(f.Rule.Instead))
		}
		if len(f.References) > 0 {
			fmt.Fprintf(&m.b, "  Policy: %s\n", m.links(f.References))
		}
	}
	_, err := m.w.Write(m.b.Bytes())
	return err
}

// links are at most three policies, the rest counted.
func (m *markdown) links(all []*rule.Policy) string {
	const most = 3
	var out []string
	for i, name := range policyNames(all[:min(most, len(all))]) {
		text := m.plain(name)
		if url := all[i].URL; url != "" {
			text = fmt.Sprintf("[%s](<%s>)", text, strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20").Replace(url))
		}
		out = append(out, text)
	}
	if more := len(all) - most; more > 0 {
		out = append(out, fmt.Sprintf("%d more", more))
	}
	return strings.Join(out, " · ")
}

// plain escapes what Markdown, HTML or a mention would make of s.
func (m *markdown) plain(s string) string { return markdownEscapes.Replace(Visible(s, m.o.ASCII)) }

var markdownEscapes = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", "@", "&#64;", "#", "&#35;", "|", "&#124;", "`", "&#96;",
	"*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "~", `\~`, `\`, `\\`, "://", ":&#47;&#47;",
)

func (m *markdown) End(s Summary) error {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s, %s, %s in %s. %s", Count(s.Findings[rule.Error], "error"), Count(s.Findings[rule.Warning], "warning"), Count(s.Findings[rule.Notice], "notice"), Count(s.Posts, "post"), verdict(s))
	for _, p := range m.run.Packs {
		if p.Overdue(m.run.Today) {
			b.WriteString(" " + m.plain(overdue(p)) + ".")
		}
	}
	b.WriteString("\n\nNo finding is not approval: a person must still review these posts.\n")
	_, err := io.WriteString(m.w, b.String())
	return err
}
