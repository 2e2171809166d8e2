package rules_test

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/identify"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
	"github.com/postvet/postvet/internal/yamldoc"
	"github.com/postvet/postvet/rules"
)

func readCoverage(t *testing.T, set *rule.Set) *rule.Coverage {
	t.Helper()
	c, err := rule.ReadCoverage(rules.Files, "rules", set)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// uncheckable are the elements that no draft alone can break: those about
// access to accounts (E75) and about the policy itself (from E76).
const uncheckable = "E75"

func TestEveryElementHasARule(t *testing.T) {
	set := compile(t)
	for _, e := range readCoverage(t, set).Elements {
		if want := e.ID < uncheckable; e.Checkable() != want || want && len(e.Rules) == 0 {
			t.Errorf("%s: checked by %v, %d rules", e.ID, e.How, len(e.Rules))
		}
	}
}

func TestEveryIdentifierOfSafeHarborIsFound(t *testing.T) {
	set := compile(t)
	found := checker(set)
	for _, i := range readCoverage(t, set).SafeHarbor {
		for _, name := range i.Recognisers {
			if !slices.Contains(identify.Kinds(), name) {
				t.Errorf("%s: no recogniser is called %q", i.Letter, name)
			}
		}
		flagged := found(postOf(t, i.Example, ""))
		if !slices.ContainsFunc(flagged, func(f check.Finding) bool { return slices.Contains(i.Rules, f.Rule.ID) }) {
			t.Errorf("%s: none of its rules flags %q, but %v", i.Letter, i.Example, idsOf(flagged))
		}
	}
}

// checker returns what checks a post with all rules, optional ones too.
func checker(set *rule.Set) func(*post.Post) []check.Finding {
	return func(p *post.Post) []check.Finding {
		for r := range check.Run(set, slices.Values([]*post.Post{p}), check.Options{Selected: func(*rule.Rule) bool { return true }, Jobs: 1}) {
			return r.Findings
		}
		return nil
	}
}

// postOf is a post of a text and lines of metadata.
func postOf(t *testing.T, body, meta string) *post.Post {
	t.Helper()
	root, problems := yamldoc.Parse("record", []byte(meta))
	p := post.New("posts/a.md", body, root, &yamldoc.Decoder{Path: "record"})
	if len(problems) > 0 || p.Err != nil {
		t.Fatal(problems, p.Err)
	}
	return p
}

func idsOf(findings []check.Finding) []string {
	var ids []string
	for _, f := range findings {
		ids = append(ids, f.Rule.ID)
	}
	return ids
}

func TestReferenceCanBeRead(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	const mostShown = 500 << 10 // bytes of a README that GitHub shows
	if len(readme) > mostShown {
		t.Errorf("%d bytes; GitHub cuts a README off after %d", len(readme), mostShown)
	}
	anchors := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^#+ (.*)$|<a id="([^"]+)">`).FindAllSubmatch(readme, -1) {
		heading := strings.ReplaceAll(strings.ToLower(string(m[1])), " ", "-")
		for _, a := range []string{heading, string(m[2])} {
			if a != "" && anchors[a] {
				t.Errorf("two places are called #%s", a)
			}
			anchors[a] = true
		}
	}
	for _, m := range regexp.MustCompile(`\]\(#([^)]*)\)`).FindAllSubmatch(readme, -1) {
		if !anchors[string(m[1])] {
			t.Errorf("a link leads to #%s, which isn't there", m[1])
		}
	}
	if n := bytes.Count(readme, []byte("*not verified*")); n == 0 {
		t.Error("no policy is marked as not verified")
	}
}
