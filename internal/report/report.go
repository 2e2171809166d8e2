// Package report turns results into bytes: one table of formats, each of which
// begins, takes post after post, and ends. It hides colour, widths, escaping
// and the shape of the JSON.
//
// It opens no stream, chooses no exit code, and can't show what is masked
// unless its caller grants it.
package report

import (
	"io"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

// Format is one way to write results.
type Format struct {
	Name, Summary string
	New           func(io.Writer, Options) Writer
}

// Formats returns the table of formats, the default first.
func Formats() []Format {
	return []Format{
		{"text", "for people: each finding with its place, why, and what to write instead", newText},
		{"compact", "one line a finding: path:line:col: severity: message [rule]", newCompact},
		{"json", "one document with everything known of each finding", newJSON},
		{"jsonl", "one line of JSON a post, in input order", newJSONL},
		{"github", "workflow commands: GitHub Actions shows them beside the lines", newGitHub},
		{"sarif", "SARIF 2.1.0 for code scanning", newSARIF},
		{"gitlab", "a GitLab Code Quality report", newGitLab},
		{"junit", "JUnit XML: one test case a post", newJUnit},
		{"checkstyle", "Checkstyle XML, which many review tools read", newCheckstyle},
		{"rdjson", "Reviewdog Diagnostic Format", newRDJSON},
		{"markdown", "a comment for a pull request", newMarkdown},
		{"html", "a page that needs nothing from elsewhere", newHTML},
		{"csv", "one row a finding, for a spreadsheet", newCSV},
	}
}

// Writer writes one run. Begin comes first, then Post for each post in order,
// then End, which is left out when the run was interrupted.
type Writer interface {
	Begin(Run) error
	Post(clearance.Result) error
	End(Summary) error
}

// Options say what the stream may show and can show.
type Options struct {
	Reveal check.Reveal // the right to show the text of private findings
	Colour bool
	ASCII  bool // the stream's reader has no Unicode
	Width  int  // columns of the terminal; 0 means 80
}

// Run is what is known before the first post.
type Run struct {
	Version  string
	Settings string // the settings file, "" if none
	Packs    []*rule.Pack
	Rules    int       // how many rules report
	Defaults post.Meta // for posts that don't say
	Today    string    // YYYY-MM-DD
}

// Summary is what is known after the last post.
type Summary struct {
	Posts    int // all that were met
	Unread   int // of them, those that could not be checked
	Findings [rule.Error + 1]int
	Waived   int // findings that somebody has cleared
	Old      int // findings that the baseline knows
	Nowhere  int // posts that name no jurisdiction, so that rules of all places applied
}

// Add counts one result.
func (s *Summary) Add(r clearance.Result, defaults post.Meta) {
	s.Posts++
	if r.Post.Err != nil {
		s.Unread++
		return
	}
	if meta := r.Post.Meta.With(defaults); len(meta.Get("jurisdiction")) == 0 {
		s.Nowhere++
	}
	s.Waived += len(r.Waived)
	s.Old += r.Old
	s.AddFindings(r)
}

// AddFindings counts the findings of a result that is no post, such as those
// about the register of waivers.
func (s *Summary) AddFindings(r clearance.Result) {
	for i := range r.Findings {
		s.Findings[r.Findings[i].Severity]++
	}
}
