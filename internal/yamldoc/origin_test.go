package yamldoc

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var originSeeds = []string{
	"k: plain text\n",
	"k: plain\n  over é\n\n\n  lines\nz: 1\n",
	"k: 'it''s  here'\n",
	"k: 'a\n\n  b'\n",
	`k: "tab\t \u00e9 \x41 \U0001F600 end"` + "\n",
	"k: \"a\\\n\n   b  \n  c\"\n",
	"k: |\n  one\n   two  x\n\n  three\nz: 1\n",
	"k: |2-\n   one\n  two",
	"k: > # note\n  one\n  two\n\n    more\n  end\n",
	"k: >+\r\n  one\r\n  two\r\n\r\n",
	"k: [a, 'b', \"c d\"]\n",
}

// checkOrigin holds what everyone may rely on: segments cover the value, lie
// in order within the data, and equally long ones spell the same but for white space.
func checkOrigin(t *testing.T, data string, n *Node) {
	t.Helper()
	text, at := 0, 0
	for _, s := range n.Origin() {
		if s.Text != text || s.TextEnd <= s.Text || s.Start < at || s.End < s.Start || s.End > len(data) {
			t.Fatalf("%q: %q: segment %v after text %d, data %d", data, n.Value, s, text, at)
		}
		for i, r := range n.Value[s.Text:s.TextEnd] {
			if s.TextEnd-s.Text != s.End-s.Start || strings.ContainsRune(" \t\n\u0085\u2028\u2029", r) {
				continue
			}
			if c, _ := utf8.DecodeRuneInString(data[s.Start+i:]); c != r && data[s.Start] != '\\' {
				t.Fatalf("%q: %q at %d is %q in the data", data, r, s.Text+i, c)
			}
		}
		text, at = s.TextEnd, s.End
	}
	if n.Kind == Scalar && text != len(n.Value) {
		t.Fatalf("%q: origin ends at %d of %q", data, text, n.Value)
	}
	for _, item := range n.Items {
		checkOrigin(t, data, item)
	}
	for _, e := range n.Keys {
		checkOrigin(t, data, e.Key)
		checkOrigin(t, data, e.Value)
	}
}

func TestOrigin(t *testing.T) {
	for _, data := range originSeeds {
		root, problems := Parse("p", []byte(data))
		if len(problems) > 0 {
			t.Fatalf("%q: %v", data, problems)
		}
		checkOrigin(t, data, root)
		if n := root.Get("k"); len(n.Origin()) == 1 && n.Style != Plain && n.Kind == Scalar {
			t.Errorf("%q: %q could not be followed", data, n.Value)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, data := range append(originSeeds, pack, "a: &x 1\nb: *x\n", "\ufeffa: 1", "a:\n- b\n-\tc: {d: [1, 'e']}\n") {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data string) {
		root, problems := Parse("p", []byte(data))
		for _, p := range problems {
			if p.Line < 1 || p.Column < 1 {
				t.Fatalf("%q: problem at %d:%d", data, p.Line, p.Column)
			}
		}
		if len(problems) == 0 {
			checkOrigin(t, data, root)
			d := Decoder{Path: "p", Quote: true}
			f := d.Map(root, "map")
			for _, e := range d.Entries(root, "map") {
				f.Phrases(e.Key.Value)
				f.Strings(e.Key.Value)
			}
		}
	})
}
