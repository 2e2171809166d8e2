// Package rule is what a pack says: its schema, strict loading, lists, cues,
// the policy catalogue and the set of rules of a run.
//
// It hides the pack format and the image the shipped packs are compiled into.
// It judges no post: that is for package check.
package rule

import (
	"github.com/postvet/postvet/internal/match"
)

// Set is all rules of a run, compiled. It never changes once made and may be
// shared between goroutines.
type Set struct {
	Packs    []*Pack
	Rules    []*Rule // every rule of every pack, in pack and file order
	Policies map[string]*Policy
	Program  *match.Program
	lists    []listOwner // every list that phrases may use
}

// Rule returns the rule of that id, or nil.
func (s *Set) Rule(id string) *Rule {
	for _, r := range s.Rules {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Pack returns the pack of that name, or nil.
func (s *Set) Pack(name string) *Pack {
	for _, p := range s.Packs {
		if p.Name == name {
			return p
		}
	}
	return nil
}

// RuleIDs returns the ids of all rules, in order.
func (s *Set) RuleIDs() []string {
	ids := make([]string, len(s.Rules))
	for i, r := range s.Rules {
		ids[i] = r.ID
	}
	return ids
}

// Pack is one rule pack.
type Pack struct {
	Name, Title, Summary, Version string
	Effective, ReviewBy           string // dates, "" if none
	Path                          string // file it was read from; "rules/NAME.yaml" when shipped
	Shipped                       bool
}

// Overdue reports whether the pack's review_by lies before today, a date
// YYYY-MM-DD.
func (p *Pack) Overdue(today string) bool { return p.ReviewBy != "" && p.ReviewBy < today }

// Rule is one rule with its documentation.
type Rule struct {
	ID, Title, Message, Why, Instead string
	Pack                             *Pack
	Line                             int // in the pack's file
	Severity                         Severities
	When                             []Condition
	In                               []string // fields searched; nil means all published
	Find                             Matcher
	Allow                            []match.Finder // phrases that excuse what they cover: the pack's, then the settings'
	Unless                           []Matcher
	ErrorIf                          []Matcher
	Once, Private, Optional          bool
	Insert                           *Insert
	References                       []string // policy ids
	Flagged, Allowed                 []Example
	Enabled                          bool     // as the pack and the settings leave it
	Changes                          []Change // what settings changed, in order
}

// Insert is a line that fix may add.
type Insert struct {
	AtStart bool
	Text    string
}

// Change is one value that settings gave a rule in place of the pack's.
type Change struct {
	What  string // severity, enabled or allow, as settings write it
	Value string // the value in words
	From  string // path:line:col, the flag or the variable it came from
}
