package check_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/check"
)

func TestSemantics(t *testing.T) {
	for _, test := range []struct {
		name  string
		rules string
		posts map[string][]string
	}{
		{"words", `
id: a
find: {words: [guaranteed results, cured]}`, map[string][]string{
			"We were cured. Guaranteed results!": {"warning a: cured", "warning a: Guaranteed results"},
			"Nothing here.":                      nil,
		}},
		{"any of a list of matchers", `
id: a
find:
  - words: [one]
  - words: [two]`, map[string][]string{
			"two and one": {"warning a: two", "warning a: one"},
		}},
		{"overlaps: fewest skipped, then longest, then first", `
id: a
find: {words: [cure ... pain, pain now, cure all pain]}`, map[string][]string{
			"cure the pain":     {"warning a: cure the pain"},
			"cure the pain now": {"warning a: pain now"},
			"cure all pain now": {"warning a: cure all pain"},
		}},
		{"different rules all report, by severity then id", `
id: b
severity: notice
find: {words: [cure all]}

id: c
severity: error
find: {words: [cure]}

id: a
severity: notice
find: {words: [cure]}`, map[string][]string{
			"cure all": {"error c: cure", "notice a: cure", "notice b: cure all"},
		}},
		{"allow covers the match or a piece of it", `
id: a
find: {words: [guaranteed <outcome>, guaranteed parking]}
allow: [guaranteed parking, recovery room]`, map[string][]string{
			"Guaranteed parking and guaranteed results!": {"warning a: guaranteed results"},
			"Guaranteed recovery room":                   nil,
			"Guaranteed recovery":                        {"warning a: Guaranteed recovery"},
		}},
		{"exceptions are judged before overlaps are dropped", `
id: a
find: {words: [pain free, free life now]}
allow: [free life now]`, map[string][]string{
			"pain free life now": {"warning a: pain free"},
		}},
		{"unless, in the sentence of the match", `
id: a
find: {words: [results]}
unless:
  - words: [may]`, map[string][]string{
			"Results may vary. Results are sure.": {"warning a: Results"},
			"Results vary, as they may.":          nil,
		}},
		{"unless, within a number of words", `
id: a
find: {words: [results]}
unless:
  - words: [may]
    within: 2 words`, map[string][]string{
			"may show you results":          nil,
			"may show you 😀 results":        nil,
			"may show you all results":      {"warning a: results"},
			"results that you may":          nil,
			"results. Or may be not so now": nil,
		}},
		{"unless, within a number of sentences", `
id: a
find: {words: [results]}
unless:
  - words: [may]
    within: 2 sentences`, map[string][]string{
			"Results. They may vary.":        nil,
			"May be. Results.":               nil,
			"Results. Oh. They may vary.":    {"warning a: Results"},
			"They may vary. Oh. Results.":    {"warning a: Results"},
			"Results.\n\nThey may vary too.": nil,
		}},
		{"unless, within the paragraph and the post", `
id: a
find: {words: [results]}
unless:
  - words: [may]
    within: paragraph
  - words: [disclaimer]
    within: post`, map[string][]string{
			"Results. Oh. They may vary.":     nil,
			"Results.\n\nThey may vary.":      {"warning a: Results"},
			"Results.\n\nA.\n\nA disclaimer.": nil,
		}},
		{"a cue excuses its match alone", `
id: a
find: {words: [results]}
unless:
  - context: [negated]`, map[string][]string{
			"We never promise results. Results are sure.": {"warning a: Results"},
		}},
		{"all underlines the first entry", `
id: a
find:
  all:
    - words: [botox]
    - words: [offer]`, map[string][]string{
			"An offer: botox now. Botox again.": {"warning a: botox"},
			"An offer. Botox.":                  nil,
		}},
		{"all within several sentences", `
id: a
find:
  all:
    - words: [botox]
    - words: [offer]
    - words: [today]
  within: 2 sentences`, map[string][]string{
			"An offer. Botox today.":  {"warning a: Botox"},
			"An offer. Botox. Today.": nil,
			"Botox. Offer today.":     {"warning a: Botox"},
		}},
		{"all with a context behind the first entry", `
id: a
find:
  all:
    - words: [vaccine]
    - context: [negated]`, map[string][]string{
			"Never a vaccine. The vaccine.": {"warning a: vaccine"},
		}},
		{"at_least underlines from the first to the last signal", `
id: a
find:
  at_least: 2
  of:
    age: {words: [old]}
    work: {words: [teacher, old teacher]}
    place: {words: [ward]}
error_if:
  - found: 3`, map[string][]string{
			"An old teacher came.":           {"warning a: old teacher"},
			"On the ward an old teacher lay": {"error a: ward an old teacher"},
			"An old lady. A teacher.":        nil,
			"An old, old lady.":              nil,
		}},
		{"no stretch of text serves two signals", `
id: a
find:
  at_least: 2
  of:
    one: {words: [old teacher]}
    two: {words: [teacher]}`, map[string][]string{
			"an old teacher":                nil,
			"an old teacher met a teacher":  {"warning a: old teacher met a teacher"},
			"a teacher met an old teacher.": {"warning a: teacher met an old teacher"},
		}},
		{"at_least within several sentences", `
id: a
find:
  at_least: 3
  within: 2 sentences
  of:
    one: {words: [one]}
    two: {words: [two]}
    three: {words: [three]}`, map[string][]string{
			"One. Two three.":          {"warning a: One. Two three"},
			"One. Two. Three.":         nil,
			"X. One two. Three. One.":  {"warning a: One two. Three"},
			"One.\n\nTwo three. Four.": {"warning a: One.\n\nTwo three"},
		}},
		{"the scope of an exception is that of all its entries", `
id: a
find: {words: [results]}
unless:
  - any:
      - words: [may]
      - words: [might]
    within: 2 sentences`, map[string][]string{
			"Results. They might vary.":     nil,
			"Results. Oh. They might vary.": {"warning a: Results"},
		}},
		{"contexts among others behind the first entry", `
id: a
find:
  all:
    - words: [vaccine]
    - any:
        - context: [negated]
        - words: [hoax]
  within: 2 sentences`, map[string][]string{
			"Never a vaccine. Oh. The vaccine. A hoax!": {"warning a: vaccine", "warning a: vaccine"},
			"The vaccine. Oh. A hoax!":                  nil,
		}},
		{"found counts the signals of at_least alone", `
id: a
find:
  all:
    - at_least: 2
      of:
        one: {words: [one]}
        two: {words: [two]}
        three: {words: [three]}
    - words: [more]
error_if:
  - found: 3`, map[string][]string{
			"One or two or more": {"warning a: One or two"},
		}},
		{"error_if raises this finding alone", `
id: a
find: {words: [results]}
error_if:
  - words: [sure]`, map[string][]string{
			"Results. Sure results.": {"warning a: Results", "error a: results"},
		}},
		{"once", `
id: a
once: true
find: {words: [results]}
unless:
  - words: [may]`, map[string][]string{
			"Results may vary. Results. More results.": {"warning a: Results"},
		}},
		{"a part of a thread", `
id: a
find: {words: [results]}
unless:
  - words: [may]
    within: part`, map[string][]string{
			"Results.\n\nThey may vary.":                    nil,
			"Results.\n\n---\n\nThey may vary.":             {"warning a: Results"},
			"1/2 Results.\n\nOh.\n\n2/2 They may vary.":     {"warning a: Results"},
			"Results 1/2\n\nThey may vary. 2/2\n\nResults.": {"warning a: Results"},
		}},
		{"the fold", `
id: a
find: {words: [gifted]}
unless:
  - words: ["advert"]
    within: fold`, map[string][]string{
			"Advert. Gifted kit.": nil,
			"Gifted kit. " + strings.Repeat("x", 120) + " Advert.": {"warning a: Gifted"},
			"Advert. " + strings.Repeat("x", 200) + " gifted":      nil,
		}},
	} {
		set := loadRules(t, test.rules)
		for text, want := range test.posts {
			if got := summary(runOne(set, newPost(text), check.Options{})); !slices.Equal(got, want) {
				t.Errorf("%s: %q\n got %q\nwant %q", test.name, text, got, want)
			}
		}
	}
}
