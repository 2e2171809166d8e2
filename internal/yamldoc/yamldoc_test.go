package yamldoc

import (
	"strings"
	"testing"
)

func TestParsePlaces(t *testing.T) {
	data := "title: Flu clinic\n" +
		"né: {a: 'x', \"b\": [1, true]}\n" +
		"words: |\n  one\n  two\n"
	root, problems := Parse("a.yaml", []byte(data))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	inner := root.Get("né")
	for _, c := range []struct {
		n            *Node
		value, tag   string
		line, column int
		source       string
	}{
		{root.Get("title"), "Flu clinic", "!!str", 1, 8, "Flu clinic"},
		{inner.Get("a"), "x", "!!str", 2, 9, "'x'"},
		{inner.Keys[1].Key, "b", "!!str", 2, 14, `"b"`},
		{inner.Get("b").Items[0], "1", "!!int", 2, 20, "1,"},
		{inner.Get("b").Items[1], "true", "!!bool", 2, 23, "true"},
		{root.Get("words"), "one\ntwo\n", "!!str", 3, 8, "|"},
	} {
		if c.n.Value != c.value || c.n.Tag != c.tag || c.n.Line != c.line || c.n.Column != c.column {
			t.Errorf("got %q %s %d:%d, want %q %s %d:%d", c.n.Value, c.n.Tag, c.n.Line, c.n.Column, c.value, c.tag, c.line, c.column)
		}
		if !strings.HasPrefix(data[c.n.Start:], c.source) {
			t.Errorf("%q starts at %d, where %q stands", c.value, c.n.Start, data[c.n.Start:])
		}
	}
	if root.Get("absent") != nil || root.Get("absent").Get("x") != nil || !root.Get("absent").Empty() {
		t.Error("a missing key must be nil, at any depth")
	}
}

func TestParseEmpty(t *testing.T) {
	for _, data := range []string{"", "# nothing\n", "---\n", "\ufeff"} {
		root, problems := Parse("a.yaml", []byte(data))
		if len(problems) > 0 || !root.Empty() {
			t.Errorf("%q: %v, %v; want an empty node", data, root, problems)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"a: 1\nb: 2\na: 3\n", "p:3:1: this key stands on line 1 already"},
		{"a: &x 1\nb: *x\n", "p:1:4: anchors, aliases"},
		{"a: *secret\n", "p:1:1: anchors and aliases"},
		{"a:\n  <<: {b: 1}\n", "p:2:3: anchors, aliases and merges"},
		{"a: !!str 1\n", "p:1:4: tags (!)"},
		{"a: ! 1\n", "p:1:4: tags (!)"},
		{"a: 1\n---\nb: 2\n", "p:1:1: one document was expected"},
		{"a: Myth: secret\n", `p:1:1: a ": " can't stand here`},
		{"x: 1\na: 'secret\n", "p:2:1: a quote that opens here is never closed"},
		{"a:\n\t- secret\n", "p:2:1: a value can't start with this character"},
		{"a:\n  b: 1\n  c: [1, 2\nd: secret\n", "p:3:1: a list in [ ] is broken here"},
		{"rules:\n- id: a\n  severity: error\n  find: x\n   when: secret\n", "p:5:1: "},
		{"rules:\n  - id: a\n    find: x\n   - id: secret\n", "p:4:1: a list item"},
		{"? [secret]\n: 1\n", "p:1:3: a key must be a word"},
		{": secret\n", "p:1:1: a key was expected here"},
		{"a: \"\\q secret\"\n", "p:1:1: unknown escape"},
		{"a: \x01secret\n", "p:1:4: a control character"},
		{"a: \xffsecret\n", "p:1:4: not UTF-8"},
		{strings.Repeat("[", 60) + strings.Repeat("]", 60), "p:1:42: nested more than 40 deep"},
		{strings.Repeat("[", 20000), "nested too deep"},
		{strings.Repeat("#", maxBytes+1), "more than 4 MB"},
	} {
		_, problems := Parse("p", []byte(c.data))
		if len(problems) == 0 || !strings.Contains(problems.Error(), c.want) {
			t.Errorf("%.60q: got %v, want %s", c.data, problems, c.want)
		}
		if text := problems.Error(); strings.Contains(text, "secret") || strings.Contains(text, "yaml") {
			t.Errorf("%.60q: the data or the library shows in %s", c.data, text)
		}
	}
}

func TestSuggest(t *testing.T) {
	known := []string{"severity", "message", "when", "find", "error", "x", "uk", "us"}
	for word, want := range map[string]string{
		"serverity": "severity", "Severity": "severity", "mesage": "message", "fnid": "find",
		"wehn": "when", "err": "", "banana": "", "": "", "X": "x", "au": "", "UK": "uk",
		strings.Repeat("severity", 1000): "",
	} {
		if got := Suggest(word, known); got != want {
			t.Errorf("Suggest(%.20q) = %q, want %q", word, got, want)
		}
	}
}

func TestProblems(t *testing.T) {
	p := Problems{{"b", 1, 1, "x"}, {"a", 2, 1, "x"}, {"a", 1, 9, "x"}, {"a", 1, 2, "x"}}
	p.Sort()
	if got, want := p.Error(), "a:1:2: x\na:1:9: x\na:2:1: x\nb:1:1: x"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if err := (Problems{}).Err(); err != nil {
		t.Error("no problems must be no error")
	}
}
