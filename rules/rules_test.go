package rules_test

import (
	"bytes"
	"os"
	"sync"
	"testing"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/rule"
	"github.com/postvet/postvet/rules"
)

// compiled is what the packs say, once for all tests.
var compiled = sync.OnceValues(func() (*rule.Set, error) { return rule.Compile(rules.Files, "rules") })

// compile reads the shipped packs as go generate does.
func compile(t *testing.T) *rule.Set {
	t.Helper()
	set, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestGeneratedFilesAreFresh(t *testing.T) {
	set := compile(t)
	if !bytes.Equal(rules.Image, rule.Encode(set)) {
		t.Error("image.bin isn't what the packs say: run go generate ./rules")
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme = bytes.ReplaceAll(readme, []byte("\r\n"), []byte("\n"))
	if !bytes.Equal(readme, rule.Reference(set, readCoverage(t, set))) {
		t.Error("README.md isn't what the packs say: run go generate ./rules")
	}
}

func TestEveryRuleIsWellWritten(t *testing.T) {
	set := compile(t)
	for _, pack := range set.Packs {
		for _, problem := range set.Lint(pack.Name) {
			t.Error(problem)
		}
	}
}

func TestExamplesBehave(t *testing.T) {
	for _, f := range check.Examples(compile(t), nil, nil) {
		t.Errorf("%s:%d: %s: %s: %s", f.Rule.Pack.Path, f.Example.Line, f.Rule.ID, f.Example.String(), f.Problem)
	}
}

func TestShippedSetIsWhole(t *testing.T) {
	set, err := rule.Decode(rules.Image)
	if err != nil {
		t.Fatal(err)
	}
	if len(set.Packs) == 0 || len(set.Rules) == 0 {
		t.Fatalf("%d packs, %d rules", len(set.Packs), len(set.Rules))
	}
	for _, r := range set.Rules {
		if !r.Pack.Shipped || set.Rule(r.ID) != r {
			t.Errorf("rule %s: pack %+v", r.ID, r.Pack)
		}
		for _, id := range r.References {
			if set.Policies[id] == nil {
				t.Errorf("rule %s refers to %s, which the image hasn't", r.ID, id)
			}
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rule.Decode(rules.Image); err != nil {
			b.Fatal(err)
		}
	}
}
