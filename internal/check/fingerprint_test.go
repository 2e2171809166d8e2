package check_test

import (
	"testing"

	"github.com/postvet/postvet/internal/check"
)

func TestFingerprints(t *testing.T) {
	set := loadRules(t, `
id: cure
find: {words: [cure]}

id: silent
when: {author: present}
find:
  record: {approved_by: missing}

id: patient
private: true
find: {words: [patient <word>]}`)
	prints := func(text string, record ...string) []string {
		p := newPost(text, record...)
		p.Source = "any/" + text[:3]
		var all []string
		for _, f := range runOne(set, p, check.Options{}).Findings {
			if f.Fingerprint == "" || len(f.Fingerprint) != 32 {
				t.Errorf("%q", f.Fingerprint)
			}
			all = append(all, f.Fingerprint)
		}
		return all
	}
	first := func(text string, record ...string) string { return prints(text, record...)[0] }
	const text = "One two three four five six a cure for all of you here now"
	same := func(what, a, b string, want bool) {
		t.Helper()
		if (a == b) != want {
			t.Errorf("%s: %s %s", what, a, b)
		}
	}
	same("a change far away", first(text), first("Zero "+text+" and more"), true)
	same("a paragraph more", first(text), first("Zero.\n\n"+text+"\n\nand more"), true)
	same("another way to write it", first(text), first("One two THREE four five six, a “Cure” for all of you: here now"), true)
	same("a change beside it", first(text), first("One two three four five six a cure for some of you here now"), false)
	same("another field", first(text), first("xxx", "title: "+text), false)
	same("another private word", first("Meet patient Alice, a cure"), first("Meet patient Barbara, a cure"), true)
	same("what a post lacks", first("xx yy zz and so on", "author: me"), first("xx yy zz and so on", "author: you"), true)
	same("what another post lacks", first("xx yy zz and so on", "author: me"), first("xx zz yy and so on", "author: me"), false)
	two := prints("A cure here it is, now then, one and all, and so a cure here it is, now")
	same("the same again", two[0], two[1], false)
	same("a number", first("A cure: ring 07700 900123 today"), first("A cure: ring 07700 900456 today"), true)
}
