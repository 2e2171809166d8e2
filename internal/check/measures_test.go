package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

// TestMeasures asks of each text for a limit it keeps and one it doesn't.
func TestMeasures(t *testing.T) {
	for _, test := range []struct {
		measure string
		text    string
		value   int
	}{
		{"hashtags", "#one #two and #ThreeWords, not C# nor #1", 3},
		{"mentions", "@one and @two, me@example.org", 2},
		{"links", "https://example.org/a and www.example.com", 2},
		{"emoji", "Yes 😀 no 👍🏽 or 👨‍👩‍👧", 3},
		{"graphemes", "né 👨‍👩‍👧!", 5},
		{"words", "We can't wait: it's 10 o'clock 😀", 6},
		{"x-weighted", "né 👨‍👩‍👧!", 6},
		{"x-weighted", "See https://example.org/a/very/long/path/that/goes/on/and/on now", 4 + 23 + 4},
		{"x-weighted", "日本", 4},
		{"capitals", "THIS IS ALL SHOUTING but not this here", 55},
		{"capitals", "NHS FAQ", 0},
	} {
		for limit, want := range map[int]bool{test.value: false, test.value - 1: true} {
			if limit < 0 {
				continue
			}
			set := loadRules(t, fmt.Sprintf("id: a\nfind: {over: {%s: %d}}", test.measure, limit))
			got := len(runOne(set, newPost(test.text), check.Options{}).Findings) > 0
			if got != want {
				t.Errorf("%s of %q over %d: %v", test.measure, test.text, limit, got)
			}
		}
	}
}

func TestEveryMeasureIsKnown(t *testing.T) {
	for _, name := range rule.Measures() {
		set := loadRules(t, fmt.Sprintf("id: a\nfind: {over: {%s: 3}}", name))
		runOne(set, newPost("Hello"), check.Options{})
	}
}

func TestGrade(t *testing.T) {
	set := loadRules(t, "id: a\nfind: {over: {grade: 12}}")
	for text, want := range map[string]bool{
		"Idiopathic dyspnoea on exertion warrants expeditious cardiopulmonary evaluation.": true,
		"Utilisation of prophylactic modalities is hereby encouraged.":                     true,
		"Brush twice a day.":                          false,
		"Getting breathless on stairs? Book a check.": false,
		"#Idiopathic #dyspnoea #cardiopulmonary #evaluation https://example.org/exertion": false,
	} {
		if got := len(runOne(set, newPost(text), check.Options{}).Findings) > 0; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestLimits(t *testing.T) {
	const hashtags, length, weighted = "id: a\nfind: {over: {hashtags: platform}}", "id: a\nfind: {over: {graphemes: platform}}", "id: a\nfind: {over: {x-weighted: platform}}"
	for _, test := range []struct {
		name string
		rule string
		post *post.Post
		want []string
	}{
		{"the first hashtag over", hashtags, newPost("#a #b #c #d #e #OneMore #g", "platform: instagram"), []string{"warning a: #OneMore"}},
		{"as many as allowed", hashtags, newPost("#a #b #c #d #e", "platform: instagram"), nil},
		{"no platform, no limit", hashtags, newPost("#a #b #c #d #e #f"), nil},
		{"no limit on that platform", hashtags, newPost("#a #b #c #d #e #f", "platform: facebook"), nil},
		{"the strictest of several", hashtags, newPost("#a #b #c", "platform: [instagram, threads]"), []string{"warning a: #b"}},
		{"over 280", weighted, newPost(strings.Repeat("a", 281), "platform: x"), []string{"warning a: "}},
		{"at 280", weighted, newPost(strings.Repeat("a", 280), "platform: x"), nil},
		{"each part of a thread", weighted, newPost(strings.Repeat("a", 270)+"\n\n---\n\n"+strings.Repeat("b", 270), "platform: x"), nil},
		{"the part that is over", weighted, newPost("a\n\n---\n\n"+strings.Repeat("b", 290)+"\n\n---\n\nc", "platform: x"), []string{"warning a: "}},
		{"a link is 23 on Mastodon", length, newPost(strings.Repeat("a", 475)+" https://example.org/"+strings.Repeat("b", 80), "platform: mastodon"), nil},
		{"a title", length, newPost("Hello", "platform: youtube", "title: "+strings.Repeat("a", 101)), []string{"warning a: title: "}},
	} {
		set := loadRules(t, test.rule)
		if got := summary(runOne(set, test.post, check.Options{})); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestMedia(t *testing.T) {
	set := loadRules(t, "id: a\nfind: {media: {kind: image, alt: missing}}\n\nid: b\nfind:\n  all:\n    - words: [pictured]\n    - media: {people: patient, consent: missing}")
	for _, test := range []struct {
		media string
		want  int
	}{
		{"media: [{file: a.jpg, alt: A room}]", 0},
		{"media: [{file: a.jpg}, {file: b.png}, {file: c.mp4}]", 2},
		{"media: [{file: a.mp4, people: patient}]", 1},
		{"media: [{file: a.mp4, people: patient, consent: C-1}]", 0},
	} {
		r := runOne(set, newPost("Pictured: us", test.media), check.Options{})
		if len(r.Findings) != test.want {
			t.Errorf("%s: got %q", test.media, summary(r))
		}
	}
}
