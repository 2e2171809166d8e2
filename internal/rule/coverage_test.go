package rule

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// covered is a coverage in which every element and identifier is well.
func covered() string {
	var b strings.Builder
	b.WriteString("elements:\n")
	for i := range elementCount {
		fmt.Fprintf(&b, "  - {id: E%02d, title: T, how: [text], rules: [one]}\n", i+1)
	}
	b.WriteString("safe-harbor:\n")
	for i := range identifierCount {
		fmt.Fprintf(&b, "  - {letter: %c, title: T, rules: [one], example: A cure}\n", 'A'+i)
	}
	b.WriteString("cannot-show:\n  - {duty: D, why: W, who: P, elements: [E01]}\n")
	return b.String()
}

func TestCoverageIsReadStrictly(t *testing.T) {
	set, err := Compile(folder(), "rules")
	if err != nil {
		t.Fatal(err)
	}
	read := func(text string) (*Coverage, error) {
		return ReadCoverage(fstest.MapFS{coverageFile: {Data: []byte(text)}}, "rules", set)
	}
	c, err := read(covered())
	if err != nil || len(c.Elements) != elementCount || len(c.SafeHarbor) != identifierCount || len(c.Unseen) != 1 {
		t.Fatalf("a good file: %+v, %v", c, err)
	}
	tests := []struct{ old, new, want string }{
		{"{id: E03, title: T, how: [text], rules: [one]}", "{id: E04, title: T, how: [text], rules: [one]}", "rules/coverage.yaml:4:5: element E04 stands where E03 is expected"},
		{"  - {id: E91, title: T, how: [text], rules: [one]}\n", "", "90 elements; there are 91"},
		{"  - {letter: R, title: T, rules: [one], example: A cure}\n", "", "17 identifiers; there are 18"},
		{"{letter: B,", "{letter: C,", "identifier C stands where B is expected"},
		{"{id: E07, title: T, how: [text], rules: [one]}", "{id: E07, title: T, how: [text], rules: [none]}", `unknown rule "none"`},
		{"{id: E07, title: T, how: [text], rules: [one]}", "{id: E07, title: T, how: [text], rules: [one, one]}", `rule "one" stands here twice`},
		{"{id: E07, title: T, how: [text], rules: [one]}", "{id: E07, title: T, how: [text]}", "element E07 can be checked, and no rule carries it"},
		{"{id: E07, title: T, how: [text], rules: [one]}", "{id: E07, title: T, how: [support]}", "element E07 can't be checked, and no note says why"},
		{"{id: E07, title: T, how: [text], rules: [one]}", "{id: E07, title: T, how: [test], rules: [one]}", `unknown way to check "test" (did you mean "text"?)`},
		{"{letter: B, title: T, rules: [one], example: A cure}", "{letter: B, title: T, rules: [two], example: A cure}", `unknown rule "two"`},
		{"{letter: B, title: T, rules: [one], example: A cure}", "{letter: B, title: T, rules: [one]}", "identifier has no example"},
		{"elements: [E01]", "elements: [E99]", "unknown element E99"},
		{"who: P", "whom: P", `unknown duty key "whom"`},
		{"cannot-show:", "can-show:", `unknown coverage key "can-show" (did you mean "cannot-show"?)`},
	}
	for _, test := range tests {
		text := strings.Replace(covered(), test.old, test.new, 1)
		if _, err := read(text); text == covered() || err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s for %s: got %v, want %s", test.new, test.old, err, test.want)
		}
	}
	if _, err := ReadCoverage(fstest.MapFS{}, "rules", set); err == nil {
		t.Error("no file, no error")
	}
}
