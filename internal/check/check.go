// Package check is rules × posts = findings: pure, sorted, no I/O, no clock.
//
// It hides scopes, exceptions, severities, masking, fingerprints and
// scheduling. It opens no file, knows no settings, and judges nothing that a
// person has cleared.
package check

import (
	"github.com/postvet/postvet/internal/identify"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

// Options are what a run knows besides rules and posts.
type Options struct {
	Selected     func(*rule.Rule) bool // rules that report; nil means all enabled; private rules run for masking whatever it says
	Defaults     post.Meta             // for posts that don't say
	Organisation *identify.Organisation
	Jobs         int // workers; 0 means one a core
}

// Result is one post with its findings, sorted by field, start, severity and
// rule. A post that could not be read has none.
type Result struct {
	Post     *post.Post
	Findings []Finding
	Private  bool   // a private rule matched: nothing of the text may be shown
	Content  string // hash of the folded text, hexadecimal; "" unless Private
}

// Finding is one violation, made once with its place. What it holds of the
// text is reached through Message, Text, Line and Suggestion.Text alone.
type Finding struct {
	Rule        *rule.Rule
	Severity    rule.Severity
	Field       string // PathField for the path itself
	Start, End  post.Position
	Found       []Part         // the signals of at_least, or what stands with the first entry of all
	References  []*rule.Policy // those that apply where the post is published
	Suggestions []Suggestion
	Fingerprint string // hexadecimal; the same after moves and edits elsewhere
	quote       *quote
	masked      bool
	places      []post.Edit // what a private rule matched, to be replaced
}

// PathField is the field of a finding in the name of the file itself.
const PathField = "path"

// NoteField is the field of a finding about the checking itself.
const NoteField = "postvet"

// Part is one piece of a combined finding.
type Part struct {
	Name       string // of the signal, "" for an entry of all
	Field      string
	Start, End post.Position
}

// Suggestion is a rewording of the bytes from Start to End of the finding's
// field, or a line to add where both are the same.
type Suggestion struct {
	Start, End post.Position
	edit       *post.Edit
	masked     bool
}
