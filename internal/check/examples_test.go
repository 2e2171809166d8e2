package check_test

import (
	"slices"
	"testing"

	"github.com/postvet/postvet/internal/check"
)

func TestExamples(t *testing.T) {
	set := loadRules(t, `
id: good
severity: {default: warning, uk: error}
when: {kind: [reply, comment]}
find: {words: [cure]}
allow: [cure of souls]
unless:
  - words: [may]
examples:
  flagged:
    - A cure
    - {text: A cure, meta: {jurisdiction: uk}, severity: error, match: cure}
  allowed:
    - A cure of souls
    - {text: A cure, meta: {kind: post}}

id: bad
find: {words: [cure, sure cure, promise]}
allow: [cure of souls]
unless:
  - words: [might]
  - words: [may]
when: {kind: reply}
examples:
  flagged:
    - A cure may come.
    - A cure of souls
    - Nothing
    - {text: A cure, meta: {kind: post}}
    - {text: A cure, severity: error}
    - {text: A sure cure, match: cure}
  allowed:
    - We promise a cure`)
	var got []string
	for _, f := range check.Examples(set, nil, nil) {
		got = append(got, f.Rule.ID+": "+f.Problem)
	}
	want := []string{
		`bad: not flagged: "cure" is excused by entry 2 of unless`,
		`bad: not flagged: "cure" is excused by allow`,
		`bad: not flagged: find doesn't hold`,
		`bad: not flagged: when doesn't hold`,
		`bad: the severity is warning, not error`,
		`bad: "cure" isn't what is underlined, but "sure cure"`,
		`bad: flagged: "promise", "cure"`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if failures := check.Examples(set, []string{"good"}, nil); len(failures) > 0 {
		t.Errorf("got %v", failures)
	}
}
