package fix_test

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/fix"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

const pack = `
pack: pack
rules:
  - id: stiff
    severity: warning
    message: stiff
    find:
      words:
        "utilise": "use"
        "additional": "extra"
        "abrasion": "graze"
        "<kind> ailment": "<kind>"
        "exclusive": "1. ours"
        "ruinous": "---"
  - id: line-missing
    severity: warning
    message: a line is missing
    find: {words: [bargain]}
    unless:
      - {words: [terms apply], within: post}
    insert: {at: end, text: "Terms apply."}
  - id: names
    severity: error
    private: true
    message: a person is named
    find: {words: [quillfeather, "<word> woolcroft"]}
  - id: adds-up
    severity: error
    private: true
    message: a person is named
    find:
      at_least: 2
      of:
        street: {words: [mill lane]}
        age: {words: [aged ten]}
lists:
  kind: [mild, "long and rather unusually worded kind of complaint that people come with and that takes up more than any message has room for, so long"]
`

// fixed runs fix over a file.
func fixed(t testing.TB, format, source string, redact bool) fix.Outcome {
	t.Helper()
	set, problems := rule.Load([]rule.Source{{Path: "pack.yaml", Data: []byte(pack)}}, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	f, _ := post.FormatNamed(format)
	read := func(raw []byte) iter.Seq[*post.Post] {
		return f.Read("a", strings.NewReader(string(raw)), post.Options{})
	}
	file := fix.New([]byte(source), redact)
	ledger := clearance.NewLedger(clearance.Options{Today: "2026-11-21", Set: set})
	for r := range check.Run(set, read([]byte(source)), check.Options{Jobs: 1}) {
		file.Add(ledger.Judge(r))
	}
	return file.Finish(read)
}

func TestFix(t *testing.T) {
	for _, c := range []struct {
		format, source, want string
		redact               bool
		skipped, again       int
	}{
		{format: "text", source: "Utilise it.\r\nUTILISE it.", want: "Use it.\r\nUse it."},
		{format: "text", source: "An abrasion, an additional abrasion; a “utilise”", want: "A graze, an extra graze; a “use”"},
		{format: "text", source: "Plan abrasion", want: "Plan graze"},
		{format: "text", source: "A mild ailment", want: "A mild"},
		{format: "text", source: "A long and rather unusually worded kind of complaint that people come with and that takes up more than any message has room for, so long ailment",
			want: "A long and rather unusually worded kind of complaint that people come with and that takes up more than any message has room for, so long"},
		// What a rewording would make of the Markdown around it isn't made.
		{format: "markdown", source: "Exclusive\n\nutilise", want: "Exclusive\n\nuse", skipped: 1},
		{format: "markdown", source: "title\nruinous\n", want: "title\nruinous\n", skipped: 1},
		{format: "markdown", source: "utili*se* utilise [utilise][utilise]\n\n[utilise]: x.html\n", want: "utili*se* use [use][utilise]\n\n[utilise]: x.html\n", skipped: 1},
		{format: "markdown", source: "---\ntitle: exclusive\n---\nx", want: "---\ntitle: 1. ours\n---\nx"},
		// A name in the place of an ending makes another text of the table.
		{format: "csv", source: "Text\nruinous bargain\n", want: "Text\n\"--- bargain\n\nTerms apply.\"\n"},
		{format: "text", source: "A bargain, a bargain.", want: "A bargain, a bargain.\n\nTerms apply."},
		// Redaction takes each part of what adds up, and all of what overlaps.
		{format: "text", source: "Quillfeather Woolcroft, aged ten, of Mill Lane.", want: "[…], […], of […].", redact: true},
		{format: "text", source: "Quillfeather Woolcroft, aged ten, of Mill Lane. Utilise it.", want: "Quillfeather Woolcroft, aged ten, of Mill Lane. Use it."},
		{format: "jsonl", source: "{\"text\":\"\\u0051uillfeather\"}\n{\"text\":\"utilise\",\"title\":\"utilise\"}\n", want: "{\"text\":\"[…]\"}\n{\"text\":\"use\",\"title\":\"use\"}\n", redact: true},
		{format: "text", source: "Nothing.", want: "Nothing."},
	} {
		got := fixed(t, c.format, c.source, c.redact)
		if string(got.Raw) != c.want || len(got.Skipped) != c.skipped || got.Again != c.again {
			t.Errorf("%s %q: got %q, want %q, %+v", c.format, c.source, got.Raw, c.want, got)
		}
		if again := fixed(t, c.format, string(got.Raw), c.redact); again.Made > 0 && c.again == 0 {
			t.Errorf("%q: the second run makes %q", c.source, again.Raw)
		}
	}
}

// A large file with much to change takes time in proportion.
func TestFixIsLinear(t *testing.T) {
	var b strings.Builder
	for i := range 20000 {
		fmt.Fprintf(&b, "{\"id\":%d,\"text\":\"Utilise it\"}\n", i)
	}
	if got := fixed(t, "jsonl", b.String(), false); got.Made != 20000 || len(got.Skipped) > 0 {
		t.Errorf("%d changes, %d skipped", got.Made, len(got.Skipped))
	}
}

func TestDiff(t *testing.T) {
	for _, c := range []struct{ was, is, want string }{
		{"a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@| a|-b|+B| c"},
		{"a", "a\n\nb", "@@ -1,1 +1,3 @@|-a|+a|+|+b"},
		{"a\n", "a\n\nb\n", "@@ -1,1 +1,3 @@| a|+|+b"},
		{"b\n", "a\n\nb\n", "@@ -1,1 +1,3 @@|+a|+| b"},
		{"a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@| a|-b|+c"},
		{"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n", "@@ -1,4 +1,4 @@|-1|+x| 2| 3| 4|@@ -6,4 +6,4 @@| 6| 7| 8|-9|+y"},
		{"1\n2\n3\n4\n5\n6\n7\n8\n", "x\n2\n3\n4\n5\n6\n7\ny\n", "@@ -1,8 +1,8 @@|-1|+x| 2| 3| 4| 5| 6| 7|-8|+y"},
		{"caf\xe9\n", "th\xe9\n", "@@ -1,1 +1,1 @@|-café|+thé"},
	} {
		lines := fix.Diff([]byte(c.was), []byte(c.is))
		if got := strings.Join(lines, "|"); got != c.want {
			t.Errorf("%q: got %q, want %q", c.was, got, c.want)
		}
	}
}

// Texts hold nothing of a file but the texts that change.
func TestTexts(t *testing.T) {
	for _, c := range []struct {
		format, source, want string
		left                 int
	}{
		{"markdown", "---\nauthor: Someone\n---\n# One\n\nWe *utilise*<!-- note --> it.\n\n[x](y)\n", "@@ line 6, body @@| One| |-We utilise it.|+We use it.| | x", 0},
		{"csv", "Name,Text\nSomeone,utilise\nSomeone,Quillfeather utilise\n", "@@ row 2, column Text @@|-utilise|+use", 1},
		{"text", "A bargain", "@@ line 1, body @@|-A bargain|+A bargain|+|+Terms apply.", 0},
	} {
		o := fixed(t, c.format, c.source, false)
		if lines, left := o.Texts(); strings.Join(lines, "|") != c.want || left != c.left {
			t.Errorf("%q: got %q, %d", c.source, strings.Join(lines, "|"), left)
		}
	}
}

// Whatever the draft, the file that comes out reads as the one that went in
// but for the changes, and nothing panics.
func FuzzFix(f *testing.F) {
	f.Add("markdown", "> Utilise *an abrasion* <b>bargain</b>\n- exclusive `utilise`\n")
	f.Add("csv", "Text,Alt\n\"ruinous, utilise\",bargain\n")
	f.Add("jsonl", `{"text":"Quillfeather\nutilise \u00e9 bargain"}`)
	f.Fuzz(func(t *testing.T, format, source string) {
		if !slices.Contains([]string{"text", "markdown", "csv", "jsonl"}, format) {
			return
		}
		got := fixed(t, format, source, true)
		if got.Made == 0 && string(got.Raw) != source {
			t.Errorf("%q became %q without a change", source, got.Raw)
		}
	})
}
