package rule

import (
	"strings"
	"testing"
	"testing/fstest"
)

// folder returns a folder of shipped packs that is well.
func folder() fstest.MapFS {
	cues := ""
	for _, kind := range contexts {
		cues += kind + ":\n  reach: 6\n  before: |\n    not\n"
	}
	policy := "  - {id: law, title: A law, issuer: Parliament, jurisdiction: uk, summary: S., status: verified, verified_from: 'https://law.example'}\n"
	return fstest.MapFS{
		"cues.yaml":         {Data: []byte(cues)},
		"policies.yaml":     {Data: []byte("policies:\n" + policy)},
		"lists/outcome.txt": {Data: []byte("\ufeff# what is promised\nresults # always\r\n  success\n#ad\n\t# no more\n")},
		"claims.yaml":       {Data: []byte("pack: claims\nrules:\n  - " + strings.TrimPrefix(strings.Replace(ok, "[cure]", "[<outcome>]", 1), "    ") + "    references: [law]\n")},
	}
}

func TestCompile(t *testing.T) {
	set, err := Compile(folder(), "rules")
	if err != nil {
		t.Fatal(err)
	}
	if p := set.Policies["law"]; p == nil || !p.Verified || p.Source != "https://law.example" || p.Issuer != "Parliament" {
		t.Errorf("policy: %+v", set.Policies["law"])
	}
	if p := set.Pack("claims"); p == nil || !p.Shipped || p.Path != "rules/claims.yaml" || set.Rule("one") == nil {
		t.Errorf("pack: %+v", p)
	}
	again, err := Decode(Encode(set))
	if err != nil {
		t.Fatal(err)
	}
	user, problems := Load([]Source{{Path: "mine.yaml", Data: []byte(strings.Replace(rules(strings.Replace(ok, "id: one", "id: two", 1)), "test", "mine", 1))}}, again)
	if problems != nil {
		t.Fatal(problems)
	}
	for _, text := range []string{"guaranteed results", "a success"} {
		if len(user.Program.NewScanner(nil).Scan(text).Of(user.Rule("one").Find.Text)) != 1 {
			t.Errorf("a shipped rule doesn't find %q when a pack stands on top", text)
		}
	}
	if len(user.Program.NewScanner(nil).Scan("a cure").Of(user.Rule("two").Find.Text)) != 1 {
		t.Error("the rule of the pack on top finds nothing")
	}
}

func TestCompileIsStrict(t *testing.T) {
	tests := []struct{ file, data, want string }{
		{"lists/My_list.txt", "x\n", "rules/lists/My_list.txt:1:1: a list file is named as phrases use it"},
		{"lists/empty.txt", "# nothing\n", "rules/lists/empty.txt:1:1: the list is empty"},
		{"lists/broken.txt", "caf\xe9\n", "rules/lists/broken.txt:1:1: not UTF-8"},
		{"lists/number.txt", "one\n", "rules/lists/number.txt:1:1: <number> is a built-in shape"},
		{"lists/other.txt", "# x\n\n  a <outcom>\n", "rules/lists/other.txt:3:5: <outcom> is no list, shape, recogniser or setting (did you mean <outcome>?)"},
		{"cues.yaml", "negated: {reach: 6, befor: [not]}\n", `rules/cues.yaml:1:1: cues has no debunked`},
		{"policies.yaml", "policies:\n  - {id: law, title: T, issuer: I, jurisdiction: uk, summary: S, status: verified}\n", "rules/policies.yaml:2:5: policy \"law\" is verified, but verified_from doesn't say where"},
		{"policies.yaml", "policies:\n  - {id: law, title: T, issuer: I, jurisdiction: mars, summary: S, status: from-memory}\n", "rules/policies.yaml:2:50: unknown jurisdiction \"mars\""},
		{"policies.yaml", "policies:\n  - {id: law, title: T, issuer: I, jurisdiction: uk, summary: S, status: guessed}\n", "rules/policies.yaml:2:74: unknown status \"guessed\"; use verified or from-memory"},
	}
	for _, test := range tests {
		f := folder()
		f[test.file] = &fstest.MapFile{Data: []byte(test.data)}
		_, err := Compile(f, "rules")
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s %q: got %v, want %s", test.file, test.data, err, test.want)
		}
	}
	f := folder()
	delete(f, "cues.yaml")
	if _, err := Compile(f, "rules"); err == nil {
		t.Error("a folder without cues was compiled")
	}
}
