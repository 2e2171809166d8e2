package rule

import (
	"strings"
	"testing"
)

func TestLintAsksForAllThatIsMissing(t *testing.T) {
	set, problems := load(rules(ok+`    allow: [cure a ham]
    unless:
      - words: [no]
      - words: [never]
        within: post
`), nil)
	if problems != nil {
		t.Fatal(problems)
	}
	want := []string{
		"1:1: the pack has no title", "1:1: the pack has no summary", "1:1: the pack has no version", "1:1: the pack has no effective", "1:1: the pack has no review_by",
		`3:1: rule "one" has no title`, `3:1: rule "one" has no why`, `3:1: rule "one" has no instead`, `3:1: rule "one" has no references`,
		`3:1: rule "one" has 0 flagged examples; give at least 2`, `3:1: rule "one" has 0 allowed examples; give at least 2`,
		`3:1: rule "one": no flagged example has an allowed phrase`, `3:1: rule "one": no flagged example has what entry 1 of unless`,
	}
	got := set.Lint("test")
	if len(got) != len(want) {
		t.Fatalf("%d problems, want %d:\n%v", len(got), len(want), got)
	}
	for i, w := range want {
		if !strings.HasPrefix(got[i].String(), "packs/test.yaml:"+w) {
			t.Errorf("got %s, want %s", got[i], w)
		}
	}
}

func TestLintOfAGoodRule(t *testing.T) {
	set, problems := load(`pack: test
title: Test
summary: For tests.
version: 2026.11.0
effective: 2026-11-01
review_by: 2027-05-01
rules:
  - id: one
    title: One
    severity: error
    find: {words: [cure]}
    allow: [cure a ham]
    unless: [{words: [no]}, {record: {consent: present}}]
    message: found
    why: Because.
    instead: Something.
    references: [cap-12.9]
    examples:
      flagged: |
        We cure a ham and cure acne.
        No worries. We cure you.
      allowed: |
        How to cure a ham.
        No cure is known.
`, nil)
	if problems != nil {
		t.Fatal(problems)
	}
	if got := set.Lint("test"); len(got) != 0 {
		t.Error(got)
	}
}

func TestInsertMustClearTheRule(t *testing.T) {
	tests := []struct {
		unless, insert string
		clears         bool
	}{
		{"[{words: [views my own], within: post}]", "{at: end, text: Views my own.}", true},
		{"[{words: [views my own], within: fold}]", "{at: start, text: Views my own.}", true},
		{"[{words: [views my own], within: fold}]", "{at: end, text: Views my own.}", false},
		{"[{words: [views my own]}]", "{at: end, text: Views my own.}", false},
		{"[{words: [views my own], within: post}]", "{at: end, text: My views.}", false},
		{"[{all: [{words: [views]}, {words: [my own]}], within: post}]", "{at: end, text: Views my own.}", true},
		{"[{all: [{words: [views]}, {record: {consent: present}}], within: post}]", "{at: end, text: Views my own.}", false},
		{"[{any: [{words: [nothing]}, {words: [my own]}], within: post}]", "{at: end, text: Views my own.}", true},
	}
	for _, test := range tests {
		_, problems := load(rules(ok+"    unless: "+test.unless+"\n    insert: "+test.insert+"\n"), nil)
		if clears := len(problems) == 0; clears != test.clears {
			t.Errorf("%s with unless %s: got %v", test.insert, test.unless, problems)
		}
	}
}
