package check_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/post"
)

// everything is all that can be got out of a result with the right r.
func everything(result check.Result, r check.Reveal) string {
	var all strings.Builder
	fmt.Fprintf(&all, "%v %+v %#v\n", result.Findings, result.Findings, result.Findings)
	for i := range result.Findings {
		f := &result.Findings[i]
		text, _ := f.Text(r)
		line, _ := f.Line(r)
		encoded, err := json.Marshal(f)
		if err != nil {
			panic(err)
		}
		fmt.Fprintln(&all, f.Message(r), text, line, string(encoded), f)
		for _, s := range f.Suggestions {
			text, _ := s.Text(r)
			fmt.Fprintln(&all, text, s)
		}
	}
	return all.String()
}

const masking = `
id: cure
message: "<match> of <word>"
find:
  words:
    cure <word>: help for <word>

id: pair
message: "<match>"
find:
  all:
    - words: [cure]
    - words: [zebedee]
  within: post

id: patient
private: true
find: {words: [patient <word>, zebedee]}`

func TestMaskedResultsHoldNoText(t *testing.T) {
	set := loadRules(t, masking)
	for _, p := range []*post.Post{
		newPost("A cure Zebedee wanted.", "author: Zebedee"),
		newPost("A cure Xavier\nPatient Zebedee Sentinel", "title: Cure Zebedee"),
		newPost("A cure Sentinel", "alt: patient Zebedee"),
		newPost("A cure Sentinel", "answered: patient Zebedee"),
	} {
		r := runOne(set, p, check.Options{})
		if len(r.Findings) == 0 || !r.Private {
			t.Fatalf("%d findings, private: %v", len(r.Findings), r.Private)
		}
		for _, secret := range []string{"zebedee", "sentinel", "xavier"} {
			if got := everything(r, check.Reveal{}); strings.Contains(strings.ToLower(got), secret) {
				t.Errorf("%q shows in %s", secret, got)
			}
		}
		if got := everything(r, check.RevealText()); !strings.Contains(got, "Zebedee") && !strings.Contains(got, "Sentinel") {
			t.Errorf("nothing shows to those with the right: %s", got)
		}
		if got := r.Findings[0].Message(check.Reveal{}); r.Findings[0].Rule.ID == "cure" && got != "… of …" {
			t.Errorf("got %q", got)
		}
	}
}

func TestMetadataNeverShow(t *testing.T) {
	r := runOne(loadRules(t, masking), newPost("A cure now", "author: Quentin"), check.Options{})
	if got := everything(r, check.RevealText()); !strings.Contains(got, "cure now") || strings.Contains(got, "Quentin") {
		t.Errorf("got %s", got)
	}
}

func TestPathsAreChecked(t *testing.T) {
	set := loadRules(t, masking)
	for source, want := range map[string]bool{
		"posts/patient-zebedee.md":   true,
		"posts/PatientZebedee.md":    true,
		`posts\2026_patient_joe.txt`: true,
		"patient-zebedee/welcome.md": false,
		"posts/cure-now.md":          false,
	} {
		p := newPost("Hello")
		p.Source = source
		r := runOne(set, p, check.Options{})
		if got := len(r.Findings) > 0; got != want || r.Private != want {
			t.Errorf("%s: got %q", source, summary(r))
		}
		for i := range r.Findings {
			if f := &r.Findings[i]; f.Field != check.PathField || f.Start.Line != 1 || !f.Masked() {
				t.Errorf("%s: got %+v", source, f)
			}
		}
	}
}

func TestLines(t *testing.T) {
	set := loadRules(t, "id: cure\nfind: {words: [cure]}")
	long := strings.Repeat("é ", 5000)
	for _, test := range []struct {
		text       string
		line       string
		head, tail bool
	}{
		{"A cure.", "A cure.", false, false},
		{"One.\nA cure.\nTwo.", "A cure.", false, false},
		{long + "cure " + long, strings.Repeat("é ", 133) + "cure " + strings.Repeat("é ", 133), true, true},
		{long + "\ncure", "cure", false, false},
	} {
		r := runOne(set, newPost(test.text), check.Options{})
		line, _ := r.Findings[0].Line(check.Reveal{})
		if strings.TrimSpace(line.Text) != strings.TrimSpace(test.line) || line.Head != test.head || line.Tail != test.tail {
			t.Errorf("%.20q: got %+v, want %q", test.text, line, test.line)
		}
		if got := line.Text[line.From:line.To]; got != "cure" {
			t.Errorf("%.20q: underlined %q", test.text, got)
		}
	}
}
