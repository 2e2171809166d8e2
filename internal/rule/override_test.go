package rule

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/postvet/postvet/internal/yamldoc"
)

// settings reads the rules: part of settings.
func settings(t *testing.T, yaml string) ([]Override, yamldoc.Problems) {
	t.Helper()
	n, problems := yamldoc.Parse(".postvet.yaml", []byte(yaml))
	if problems != nil {
		t.Fatal(problems)
	}
	return ReadOverrides(".postvet.yaml", n)
}

func TestOverrides(t *testing.T) {
	set, problems := load(rules(ok)+"  - "+strings.TrimPrefix(strings.Replace(ok, "id: one", "id: two\n    optional: true", 1), "    "), nil)
	if problems != nil {
		t.Fatal(problems)
	}
	layers, more := settings(t, "one: {severity: {default: notice, ad: warning}, allow: [cure for boredom]}\ntwo: on\n")
	if more != nil {
		t.Fatal(more)
	}
	later, more := settings(t, "one: off\n")
	if more != nil {
		t.Fatal(more)
	}
	got, more := set.With(append(layers, later...))
	if more != nil {
		t.Fatal(more)
	}
	one, two := got.Rule("one"), got.Rule("two")
	if one.Enabled || !two.Enabled || one.Severity.String() != "notice (ad warning)" || len(one.Allow) != 1 {
		t.Errorf("one: %+v\ntwo: %+v", one, two)
	}
	if len(got.Program.NewScanner(nil).Scan("a cure for boredom").Of(one.Allow[0])) != 1 {
		t.Error("the allowed phrase isn't found")
	}
	want := []Change{
		{"severity", "notice (ad warning)", ".postvet.yaml:1:1"},
		{"allow", "cure for boredom", ".postvet.yaml:1:1"},
		{"enabled", "off", ".postvet.yaml:1:1"},
	}
	if diff := cmp.Diff(want, one.Changes); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	if before := set.Rule("one"); !before.Enabled || before.Allow != nil || before.Changes != nil || before.Severity.Default != Error {
		t.Errorf("the set itself was changed: %+v", before)
	}
	if two.Pack != set.Rule("two").Pack {
		t.Error("rules of one pack must share it")
	}
}

func TestOverridesAreStrict(t *testing.T) {
	set, problems := load(rules(ok), nil)
	if problems != nil {
		t.Fatal(problems)
	}
	tests := []struct{ yaml, want string }{
		{"onne: off\n", `.postvet.yaml:1:1: unknown rule "onne" (did you mean "one"?)`},
		{"one: maybe\n", `.postvet.yaml:1:6: unknown severity "maybe"`},
		{"one: {severty: error}\n", `.postvet.yaml:1:7: unknown rule key "severty" (did you mean "severity"?)`},
		{"one: {severity: {ad: error}}\n", `.postvet.yaml:1:17: severity has no default`},
		{"one: {allow: [a, true]}\n", `.postvet.yaml:1:18: an entry of allow must be text`},
		{"one: {allow: [cure, \"(x\"]}\n", `.postvet.yaml:1:22: `},
		{"[one]\n", `.postvet.yaml:1:1: rules must be a map`},
	}
	for _, test := range tests {
		overrides, problems := settings(t, test.yaml)
		if problems == nil {
			_, problems = set.With(overrides)
		}
		if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), test.want) {
			t.Errorf("%q: got %v, want %s", test.yaml, problems, test.want)
		}
	}
}
