package report

import (
	"fmt"
	"strings"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

// home is where the tool is told about.
const home = "https://github.com/postvet/postvet"

// spot is where a machine may point: a line of the file, and columns on it
// where the finding's places are places of the file.
type spot struct {
	line, endLine int
	start, end    post.Position
	columns       bool
}

// spotOf returns where in the file a finding stands. Places in a record are
// places in its decoded text, and those in an office document no places of the
// file: there the post's own line must do.
func spotOf(r clearance.Result, f *check.Finding) spot {
	if r.Post.ID != "" && r.Post.Place == "" {
		return spot{line: max(r.Post.Line, 1), endLine: max(r.Post.Line, 1)}
	}
	return spot{max(f.Start.Line, 1), max(f.End.Line, 1), f.Start, f.End, f.Field != check.PathField && f.Start.Column > 0}
}

// place names a finding's place for people, where line and column don't.
func place(r clearance.Result, f *check.Finding) string {
	var parts []string
	if r.Post.ID != "" {
		parts = append(parts, "record "+r.Post.ID)
	}
	if f.Start.Place != "" {
		parts = append(parts, f.Start.Place)
	} else if r.Post.Place != "" {
		parts = append(parts, r.Post.Place)
	}
	return strings.Join(parts, ", ")
}

// line is a finding in one line: message, rule, and the place people know.
func (o Options) line(r clearance.Result, f *check.Finding) string {
	text := fmt.Sprintf("%s [%s]", f.Message(o.Reveal), f.Rule.ID)
	if at := place(r, f); at != "" {
		text = at + ": " + text
	}
	return Visible(text, o.ASCII)
}

// where is the place of a finding as compilers write it. In a record line and
// column are those of its text: the record's own line comes first.
func where(r clearance.Result, f *check.Finding) string {
	at := fmt.Sprintf("%s:%d:%d", r.Post.Source, f.Start.Line, f.Start.Column)
	switch {
	case f.Start.Place != "":
		return at + ": " + f.Start.Place
	case r.Post.ID != "":
		return fmt.Sprintf("%s:%d: %s: %d:%d", r.Post.Source, r.Post.Line, r.Post.ID, f.Start.Line, f.Start.Column)
	}
	return at
}

// advice is what to write instead and by which policies, in sentences.
func advice(f *check.Finding) string {
	var b strings.Builder
	for _, s := range []string{f.Rule.Why, f.Rule.Instead} {
		if s != "" {
			b.WriteString(s)
			b.WriteByte(' ')
		}
	}
	if len(f.References) > 0 {
		b.WriteString("Policy: " + strings.Join(policyNames(f.References), " · ") + ".")
	}
	return strings.TrimSpace(b.String())
}

// policyNames names policies with their sections, and says which weren't verified.
func policyNames(all []*rule.Policy) []string {
	var out []string
	for _, p := range all {
		name := p.Title
		if p.Section != "" {
			name += ", " + p.Section
		}
		if !p.Verified {
			name += " (not verified)"
		}
		out = append(out, name)
	}
	return out
}

// byWord returns one of three words by severity.
func byWord(s rule.Severity, err, warning, notice string) string {
	switch s {
	case rule.Error:
		return err
	case rule.Warning:
		return warning
	}
	return notice
}
