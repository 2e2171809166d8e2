package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
	"github.com/postvet/postvet/internal/yamldoc"
)

const cues = `
negated:
  reach: 6
  before: [never, not, no]
  stop: [but]
debunked: {reach: 6, before: [no evidence that]}
asked: {reach: 50, before: [can]}
quoted: {reach: 50, before: [he said]}
conditional: {reach: 6, before: [if]}
reported: {reach: 6, before: [according to]}
`

// policies apply everywhere, in one place, and in a place that holds another.
const policies = `
policies:
  - {id: everywhere, title: Everywhere, issuer: A, section: "1", jurisdiction: global, url: "https://example.org/", summary: A., status: from-memory}
  - {id: in-uk, title: In the UK, issuer: A, section: "1", jurisdiction: uk, url: "https://example.org/", summary: A., status: from-memory}
  - {id: in-eu, title: In the EU, issuer: A, section: "1", jurisdiction: eu, url: "https://example.org/", summary: A., status: from-memory}
`

// loadRules loads a pack of the rules, which blank lines part; what a rule
// needs besides id and find is added where it says nothing.
func loadRules(t testing.TB, rules string) *rule.Set {
	t.Helper()
	var pack strings.Builder
	pack.WriteString("pack: test\nrules:\n")
	for r := range strings.SplitSeq(strings.TrimSpace(rules), "\n\n") {
		lines := strings.Split(r, "\n")
		for _, key := range []string{"severity: warning", "message: found"} {
			name, _, _ := strings.Cut(key, " ")
			if !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, name) }) {
				lines = append(lines, key)
			}
		}
		pack.WriteString("  - " + strings.Join(lines, "\n    ") + "\n")
	}
	set, err := rule.Compile(fstest.MapFS{
		"test.yaml":         {Data: []byte(pack.String())},
		"cues.yaml":         {Data: []byte(cues)},
		"policies.yaml":     {Data: []byte(policies)},
		"lists/outcome.txt": {Data: []byte("results\nrecovery\n")},
		"lists/person.txt":  {Data: []byte("lady\nteacher\n")},
	}, "rules")
	if err != nil {
		t.Fatalf("%v\n%s", err, pack.String())
	}
	return set
}

// newPost makes a post of a body and lines of YAML: other texts and metadata.
func newPost(body string, record ...string) *post.Post {
	root, problems := yamldoc.Parse("record", []byte(strings.Join(record, "\n")))
	p := post.New("posts/a.md", body, root, &yamldoc.Decoder{Path: "record"})
	if len(problems) > 0 || p.Err != nil {
		panic(append(problems, yamldoc.Problem{Text: p.Err.Error()}))
	}
	return p
}

// runOne checks one post.
func runOne(set *rule.Set, p *post.Post, o check.Options) check.Result {
	for r := range check.Run(set, slices.Values([]*post.Post{p}), o) {
		return r
	}
	panic("no result")
}

// summary is one line a finding: severity, rule, field if not body, and text.
func summary(r check.Result) []string {
	var lines []string
	for i := range r.Findings {
		f := &r.Findings[i]
		text, ok := f.Text(check.Reveal{})
		if !ok {
			text = "(masked)"
		}
		field := f.Field + ": "
		if f.Field == "body" {
			field = ""
		}
		lines = append(lines, fmt.Sprintf("%s %s: %s%s", f.Severity, f.Rule.ID, field, text))
	}
	return lines
}
