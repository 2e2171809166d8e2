package yamldoc

import (
	"slices"
	"strings"
	"testing"
)

const pack = `pack: claims
version: 2026.11.0
limit: 5
once: true
severity: eror
colour: red
serverity: warning
tags: [a, 1]
one: alone
words: |
  first phrase

    second
bad:
- yes
- no: way
- true
- 7
empty:
`

func TestDecoder(t *testing.T) {
	root, problems := Parse("p", []byte(pack))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	d := Decoder{Path: "p", Quote: true}
	f := d.Map(root, "pack", "pack", "version", "limit", "once", "severity", "tags", "one", "words", "bad", "empty")
	f.Need("pack", "title", "empty")
	if f.String("pack") != "claims" || f.String("version") != "2026.11.0" || f.String("absent") != "" {
		t.Error("String")
	}
	if f.Int("limit", 1, 9) != 5 || !f.Bool("once") || f.Int("absent", 1, 9) != 0 || f.Bool("absent") {
		t.Error("Int, Bool")
	}
	if got := f.Strings("tags"); !slices.Equal(got, []string{"a", "1"}) {
		t.Errorf("Strings: %q", got)
	}
	if got := f.Strings("one"); !slices.Equal(got, []string{"alone"}) {
		t.Errorf("Strings: %q", got)
	}
	f.Enum("severity", "error", "warning")
	f.Int("limit", 6, 9)
	f.Bool("pack")
	f.String("tags")
	f.Phrases("bad")
	f.Phrases("one")
	f.Entries("one")
	f.Map("one", "x").Need("x")
	f.Map("absent", "x").Need("x")
	d.Unknown(root.Get("one"), "list", "alon", []string{"alone"})
	d.Problems.Sort()
	want := []string{
		`1:1: pack has no empty`,
		`1:1: pack has no title`,
		`1:7: pack must be true or false, found "claims"`,
		`3:8: limit must be a whole number from 6 to 9, found "5"`,
		`5:11: unknown severity "eror" (did you mean "error"?)`,
		`6:1: unknown pack key "colour"; use pack, version, limit, once, severity, tags, one, words, bad or empty`,
		`7:1: unknown pack key "serverity" (did you mean "severity"?)`,
		`8:7: tags must be text, found a list`,
		`9:6: one must be a map (key: value), found "alone"`,
		`9:6: one must be a map (key: value), found "alone"`,
		`9:6: one must be a text block (one: |, one a line) or a list of quoted texts, found "alone"`,
		`9:6: unknown list "alon" (did you mean "alone"?)`,
		`16:3: an entry of bad must be text; use a text block (bad: |, one a line) or a list of quoted texts, found a map`,
		`17:3: an entry of bad must be text; use a text block (bad: |, one a line) or a list of quoted texts, found "true"`,
		`18:3: an entry of bad must be text; use a text block (bad: |, one a line) or a list of quoted texts, found "7"`,
	}
	var got []string
	for _, p := range d.Problems {
		got = append(got, strings.TrimPrefix(p.String(), "p:"))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestPhrasesPlaces(t *testing.T) {
	root, _ := Parse("p", []byte(strings.ReplaceAll(pack, "\n", "\r\n")))
	d := Decoder{}
	phrases := d.Phrases(root.Get("words"), "words")
	if len(phrases) != 2 {
		t.Fatalf("got %d phrases, want 2", len(phrases))
	}
	a, b := phrases[0], phrases[1]
	if a.Value != "first phrase" || a.Line != 11 || a.Column != 3 || b.Value != "second" || b.Line != 13 || b.Column != 5 {
		t.Errorf("got %q %d:%d, %q %d:%d", a.Value, a.Line, a.Column, b.Value, b.Line, b.Column)
	}
}

func TestDecoderNeverQuotesDrafts(t *testing.T) {
	root, _ := Parse("p", []byte("a: secret\nb: [secret]\nsecret: 1\nc: {secret: 1}\n"))
	d := Decoder{Path: "p"}
	f := d.Map(root, "front matter", "a", "b", "c")
	f.Int("a", 1, 2)
	f.Bool("a")
	f.Enum("a", "x", "y")
	f.String("b")
	f.Strings("c")
	f.Phrases("a")
	f.Map("c", "d")
	d.Map(root.Get("a"), "a")
	if text := d.Problems.Error(); len(d.Problems) != 9 || strings.Contains(text, "secret") {
		t.Errorf("%d problems:\n%s", len(d.Problems), text)
	}
}
