package check_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/post"
)

func TestFieldsAndMetadata(t *testing.T) {
	for _, test := range []struct {
		name  string
		rules string
		post  *post.Post
		want  []string
	}{
		{"fields aren't joined", "id: a\nfind: {words: [cure all]}", newPost("all", "title: cure"), nil},
		{"alt text is searched", "id: a\nfind: {words: [cure]}", newPost("", "alt: a cure"), []string{"warning a: alt: cure"}},
		{"answered isn't, unless named", "id: a\nfind: {words: [cure]}", newPost("", "answered: a cure"), nil},
		{"answered is, where named", "id: a\nfind: {in: answered, words: [cure]}", newPost("", "answered: a cure"), []string{"warning a: answered: cure"}},
		{"in of the rule", "id: a\nin: title\nfind: {words: [cure]}", newPost("cure", "title: a cure"), []string{"warning a: title: cure"}},
		{"all across fields that are named", "id: a\nfind:\n  all:\n    - {in: answered, words: [rude]}\n    - words: [sorry]", newPost("So sorry.", "answered: How rude"), []string{"warning a: answered: rude"}},
		{"unless in another field has the post for its scope", "id: a\nfind: {words: [noted]}\nunless:\n  - {in: answered, words: [thanks]}", newPost("Noted.", "answered: Many thanks."), nil},
		{"within post spans fields", "id: a\nfind:\n  all:\n    - words: [botox]\n    - words: [offer]\n  within: post", newPost("Botox.", "title: An offer"), []string{"warning a: Botox"}},
		{"record", "id: a\nfind: {record: {consent: missing}}", newPost("Hello"), []string{"warning a: "}},
		{"record that is there", "id: a\nfind: {record: {consent: missing}}", newPost("Hello", "consent: C-1"), nil},
		{"all with a record", "id: a\nfind:\n  all:\n    - words: [hello]\n    - record: {consent: missing}", newPost("Hello"), []string{"warning a: Hello"}},
		{"unless record", "id: a\nfind: {words: [hello]}\nunless:\n  - record: {consent: present}", newPost("Hello", "consent: C-1"), nil},
		{"when", "id: a\nwhen: {kind: reply}\nfind: {words: [hello]}", newPost("Hello"), nil},
		{"when it fits", "id: a\nwhen: {kind: reply}\nfind: {words: [hello]}", newPost("Hello", "kind: reply"), []string{"warning a: Hello"}},
		{"severity by kind", "id: a\nseverity: {default: notice, reply: error}\nfind: {words: [hello]}", newPost("Hello", "kind: reply"), []string{"error a: Hello"}},
		{"severity off", "id: a\nseverity: {default: notice, reply: off}\nfind: {words: [hello]}", newPost("Hello", "kind: reply"), nil},
		{"a whole-post finding is excused anywhere", "id: a\nfind: {record: {consent: missing}}\nunless:\n  - words: [leaflet]", newPost("Hello. A leaflet."), nil},
	} {
		set := loadRules(t, test.rules)
		if got := summary(runOne(set, test.post, check.Options{})); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
	}
}

func TestFindingCarriesItsParts(t *testing.T) {
	set := loadRules(t, `
id: a
message: "<found> in <match> of <person>"
references: [everywhere, in-uk, in-eu]
find:
  at_least: 2
  of:
    age: {words: [old <person>]}
    place: {words: [ward]}

id: b
message: "<match> 3 < 4 <outcome>"
find:
  words:
    guaranteed <outcome>: hoped-for <outcome>`)
	r := runOne(set, newPost("The old lady on the ward: Guaranteed results.", "jurisdiction: ie"), check.Options{})
	if len(r.Findings) != 2 {
		t.Fatalf("got %q", summary(r))
	}
	a, b := &r.Findings[0], &r.Findings[1]
	if got, want := a.Message(check.Reveal{}), "age and place in old lady on the ward of lady"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var references []string
	for _, p := range a.References {
		references = append(references, p.ID)
	}
	if diff := cmp.Diff([]string{"everywhere", "in-eu"}, references); diff != "" {
		t.Error(diff)
	}
	if len(a.Found) != 2 || a.Found[0].Name != "age" || a.Found[1].Name != "place" || a.Found[1].Start.Offset != 20 {
		t.Errorf("got %+v", a.Found)
	}
	if got, want := b.Message(check.Reveal{}), "Guaranteed results 3 < 4 results"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(b.Suggestions) != 1 {
		t.Fatalf("got %d suggestions", len(b.Suggestions))
	}
	if got, _ := b.Suggestions[0].Text(check.Reveal{}); got != "Hoped-for results" {
		t.Errorf("got %q", got)
	}
	line, _ := b.Line(check.Reveal{})
	if got := line.Text[line.From:line.To]; got != "Guaranteed results" {
		t.Errorf("got %q", got)
	}
}
