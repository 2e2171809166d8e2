package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"github.com/postvet/postvet/internal/clearance"
)

// gitlab is a Code Quality report: an array of issues.
type gitlab struct {
	w     io.Writer
	o     Options
	items items
}

func newGitLab(w io.Writer, o Options) Writer { return &gitlab{w: w, o: o} }

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

func (g *gitlab) Begin(Run) error { return g.items.open(g.w, "[") }

func (g *gitlab) Post(r clearance.Result) error {
	if err := r.Post.Err; err != nil {
		return g.items.add(g.w, g.issue(r, "unreadable", "", "blocker", Visible(err.Error(), false), max(r.Post.Line, 1)))
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		issue := g.issue(r, f.Rule.ID, f.Fingerprint, byWord(f.Severity, "critical", "major", "info"), g.o.line(r, f), spotOf(r, f).line)
		if err := g.items.add(g.w, issue); err != nil {
			return err
		}
	}
	return nil
}

// issue makes fingerprints unique: GitLab shows issues of one fingerprint once.
func (g *gitlab) issue(r clearance.Result, name, fingerprint, severity, description string, line int) gitlabIssue {
	sum := sha256.Sum256([]byte(r.Post.Source + "\x00" + r.Post.ID + "\x00" + r.Post.Place + "\x00" + name + "\x00" + fingerprint))
	return gitlabIssue{description, name, hex.EncodeToString(sum[:16]), severity, gitlabLocation{slashed(r.Post.Source), gitlabLines{line}}}
}

func (g *gitlab) End(Summary) error { return g.items.close(g.w, "]\n") }

// items writes the elements of a JSON array one by one.
type items struct{ n int }

func (a *items) open(w io.Writer, head string) error {
	_, err := io.WriteString(w, head)
	return err
}

func (a *items) add(w io.Writer, item any) error {
	line, err := JSON(item)
	if err != nil {
		return err
	}
	separator := ",\n"
	if a.n == 0 {
		separator = "\n"
	}
	a.n++
	_, err = io.WriteString(w, separator+string(line))
	return err
}

func (a *items) close(w io.Writer, foot string) error {
	_, err := io.WriteString(w, "\n"+foot)
	return err
}
