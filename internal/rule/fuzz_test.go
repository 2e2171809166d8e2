package rule

import (
	"strings"
	"testing"
	"testing/fstest"
)

func FuzzLoad(f *testing.F) {
	f.Add(whole)
	f.Add(rules(ok))
	f.Add(rules(strings.Replace(ok, "{words: [cure]}", "{at_least: 2, of: {a: [{any: [{words: {x: y}}]}]}}", 1)))
	f.Add("pack: test\nlists: {a: [<b>], b: |\n  x\n, c: ../x}\nrules: [1, {id: {}}, [], {find: [[]]}]\n")
	files := fstest.MapFS{"lists/conditions.txt": {Data: []byte("acne\n")}}
	f.Fuzz(func(t *testing.T, pack string) {
		set, problems := load(pack, files)
		if (set == nil) != (len(problems) > 0) {
			t.Fatalf("a set: %v, problems: %v", set != nil, problems)
		}
		for _, p := range problems {
			if strings.Contains(p, "\n") || strings.HasPrefix(p, "0:") {
				t.Errorf("a problem that isn't one line with a place: %q", p)
			}
		}
		if set == nil {
			return
		}
		image := Encode(set)
		again, err := Decode(image)
		if err != nil || string(Encode(again)) != string(image) {
			t.Errorf("the image doesn't come back: %v", err)
		}
	})
}
