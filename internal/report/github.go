package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/postvet/postvet/internal/clearance"
)

// github is workflow commands, which GitHub Actions shows beside the lines.
type github struct {
	w io.Writer
	o Options
}

func newGitHub(w io.Writer, o Options) Writer { return &github{w, o} }

func (g *github) Begin(Run) error { return nil }

func (g *github) Post(r clearance.Result) error {
	if err := r.Post.Err; err != nil {
		return g.command("error", [][2]string{{"file", r.Post.Source}, {"title", "could not be checked"}}, Visible(err.Error(), g.o.ASCII))
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		at := spotOf(r, f)
		properties := [][2]string{{"file", r.Post.Source}, {"line", fmt.Sprint(at.line)}, {"endLine", fmt.Sprint(at.endLine)}}
		if at.columns && at.line == at.endLine {
			properties = append(properties, [2]string{"col", fmt.Sprint(at.start.Column)}, [2]string{"endColumn", fmt.Sprint(at.end.Column)})
		}
		properties = append(properties, [2]string{"title", either(f.Rule.Title, f.Rule.ID)})
		if err := g.command(byWord(f.Severity, "error", "warning", "notice"), properties, g.o.line(r, f)); err != nil {
			return err
		}
	}
	return nil
}

func (g *github) End(Summary) error { return nil }

// The escapes of the workflow-command syntax, for data and for properties.
var (
	commandData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func (g *github) command(name string, properties [][2]string, data string) error {
	var b strings.Builder
	b.WriteString("::" + name)
	for i, p := range properties {
		b.WriteByte(" ,"[min(i, 1)])
		b.WriteString(p[0] + "=" + commandProperty.Replace(Visible(p[1], g.o.ASCII)))
	}
	b.WriteString("::" + commandData.Replace(data) + "\n")
	_, err := io.WriteString(g.w, b.String())
	return err
}
