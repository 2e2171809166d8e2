package report_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/report"
	"github.com/postvet/postvet/internal/rule"
	"github.com/postvet/postvet/internal/yamldoc"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const pack = `
pack: luck
version: 2026.11.0
review_by: 2026-01-31
rules:
  - id: promises-luck
    title: Promises luck
    severity: {default: error, reply: warning}
    message: '"<match>" is promised'
    why: Nobody can promise luck.
    instead: Say what is known.
    find:
      words:
        lucky guarantee: good hope
  - id: names-letter
    title: Names a letter
    severity: warning
    private: true
    message: a person is named
    find: {words: [quillfeather]}
  - id: adds-up
    severity: notice
    message: '<found> add up'
    find:
      at_least: 2
      of:
        rain: {words: [drizzle]}
        wind: {words: [gale]}
`

// results are posts of every sort: findings of each severity, hidden text,
// a record, hostile text, nothing found, not readable. One finding is waived.
func results(t *testing.T) (*rule.Set, []clearance.Result) {
	t.Helper()
	set, problems := rule.Load([]rule.Source{{Path: "luck.yaml", Data: []byte(pack)}}, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	posts := []*post.Post{
		post.New("posts/a.txt", "Hello.\n\nA lucky guarantee 日本 👩‍⚕️, and one more lucky guarantee. Drizzle and gale!", nil, &yamldoc.Decoder{}),
		post.New("posts/private.txt", "Quillfeather has a lucky guarantee.", nil, &yamldoc.Decoder{}),
		post.New("posts.jsonl", "\x1b[31m::error::##vso[x] \u202e lucky guarantee", nil, &yamldoc.Decoder{}),
		post.New("posts/clean.txt", "Open until six.", nil, &yamldoc.Decoder{}),
		{Source: "posts/broken.md", Err: errors.New("posts/broken.md:3:1: no such thing")},
	}
	posts[2].ID, posts[2].Line = "tue", 7
	return set, judge(t, set, slices.Collect(check.Run(set, slices.Values(posts), check.Options{Jobs: 1})), func(f *check.Finding) bool { return f.Rule.ID == "promises-luck" && f.Start.Column == 38 })
}

// judge waives findings.
func judge(t *testing.T, set *rule.Set, checked []check.Result, waived func(*check.Finding) bool) []clearance.Result {
	t.Helper()
	register := "waivers:\n"
	for _, r := range checked {
		for i := range r.Findings {
			if f := &r.Findings[i]; waived(f) {
				register += fmt.Sprintf("  - {fingerprint: %q, rule: %s, reason: \"::error::Both are weather.\", by: Dana Okafor, until: 2027-01-31, content: %q}\n", f.Fingerprint, f.Rule.ID, r.Content)
			}
		}
	}
	r, err := clearance.ReadRegister("register.yaml", []byte(register))
	if err != nil {
		t.Fatal(err)
	}
	i := 0
	for said := range check.Run(set, r.Said(), check.Options{Jobs: 1}) {
		if said.Private {
			r.Hide(i)
		}
		i++
	}
	ledger := clearance.NewLedger(clearance.Options{Today: "2026-11-21", Set: set, Register: r})
	var all []clearance.Result
	for _, r := range checked {
		all = append(all, ledger.Judge(r))
	}
	return all
}

// Why a finding was waived isn't shown where its text isn't.
func TestReasonsAreMasked(t *testing.T) {
	set, _ := results(t)
	p := post.New("a.txt", "Quillfeather has a lucky guarantee.", nil, &yamldoc.Decoder{})
	checked := slices.Collect(check.Run(set, slices.Values([]*post.Post{p}), check.Options{Jobs: 1}))
	r := judge(t, set, checked, func(f *check.Finding) bool { return f.Rule.Private })[0]
	if len(r.Waived) != 1 {
		t.Fatalf("got %d waived findings", len(r.Waived))
	}
	for _, f := range report.Formats() {
		for _, reveal := range []check.Reveal{{}, check.RevealText()} {
			var b bytes.Buffer
			if err := f.New(&b, report.Options{Reveal: reveal}).Post(r); err != nil {
				t.Fatal(err)
			}
			if shown := bytes.Contains(b.Bytes(), []byte("Okafor")); shown && reveal == (check.Reveal{}) {
				t.Errorf("%s shows who waived what identifies a person", f.Name)
			} else if !shown && reveal != (check.Reveal{}) && (f.Name == "text" || f.Name == "json") {
				t.Errorf("%s doesn't show it on request", f.Name)
			}
		}
	}
}

func write(t *testing.T, f report.Format, o report.Options) []byte {
	t.Helper()
	set, all := results(t)
	var b bytes.Buffer
	w := f.New(&b, o)
	var sum report.Summary
	defaults := post.Meta{}
	if err := defaults.Set("platform", "instagram"); err != nil {
		t.Fatal(err)
	}
	run := report.Run{Version: "v1.2.3", Settings: ".postvet.yaml", Packs: set.Packs, Rules: len(set.Rules), Defaults: defaults, Today: "2026-11-21"}
	if err := w.Begin(run); err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		sum.Add(r, defaults)
		if err := w.Post(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.End(sum); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	for _, f := range report.Formats() {
		got := write(t, f, report.Options{})
		golden := filepath.Join("testdata", f.Name+".golden")
		if *update {
			if err := os.WriteFile(golden, got, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s differs from %s (-update rewrites it):\n%s", f.Name, golden, diff)
		}
	}
}

// No format shows private text without the right to, and none shows it less
// with the right.
func TestRevealing(t *testing.T) {
	for _, f := range report.Formats() {
		if got := write(t, f, report.Options{}); bytes.Contains(bytes.ToLower(got), []byte("quillfeather")) {
			t.Errorf("%s shows private text", f.Name)
		}
		got := write(t, f, report.Options{Reveal: check.RevealText()})
		if quotes := []string{"text", "json", "jsonl", "html"}; slices.Contains(quotes, f.Name) && !bytes.Contains(bytes.ToLower(got), []byte("quillfeather")) {
			t.Errorf("%s doesn't show private text on request", f.Name)
		}
	}
}

// json is one document, jsonl one a line.
func TestJSONIsWhole(t *testing.T) {
	for _, f := range report.Formats() {
		out := write(t, f, report.Options{})
		switch f.Name {
		case "json":
			var document struct {
				Schema  string
				Posts   []map[string]any
				Summary map[string]int
			}
			if err := json.Unmarshal(out, &document); err != nil {
				t.Fatal(err)
			}
			if document.Schema != "postvet/report/1" || len(document.Posts) != 5 || document.Summary["unreadable"] != 1 {
				t.Errorf("got %+v", document)
			}
		case "jsonl":
			lines := bytes.Split(bytes.TrimSuffix(out, []byte("\n")), []byte("\n"))
			if len(lines) != 5 {
				t.Errorf("%d lines for 5 posts", len(lines))
			}
			for _, line := range lines {
				var one struct{ Schema, Status string }
				if err := json.Unmarshal(line, &one); err != nil || one.Schema != "postvet/report/1" || one.Status == "" {
					t.Errorf("%v: %s", err, line)
				}
			}
		}
	}
}

// broken fails after some bytes.
type broken struct{ left int }

func (b *broken) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

// Every format reports that its output couldn't be written.
func TestWriteErrors(t *testing.T) {
	_, all := results(t)
	for _, f := range report.Formats() {
		w := f.New(&broken{}, report.Options{})
		err := w.Begin(report.Run{})
		for _, r := range all {
			err = errors.Join(err, w.Post(r))
		}
		if err = errors.Join(err, w.End(report.Summary{})); err == nil {
			t.Errorf("%s swallows the error", f.Name)
		}
	}
}

// The text format keeps to the columns of the terminal, whatever the text.
func TestTextKeepsToTheWidth(t *testing.T) {
	for _, width := range []int{40, 60, 80, 120} {
		for _, ascii := range []bool{false, true} {
			out := write(t, report.Formats()[0], report.Options{Width: width, ASCII: ascii, Reveal: check.RevealText()})
			for line := range bytes.Lines(out) {
				if n := report.Columns(string(bytes.TrimSuffix(line, []byte("\n")))); n > width {
					t.Errorf("%d columns in %d: %s", n, width, line)
				}
			}
		}
	}
}
