package check_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/post"
)

// everyKind has a rule of every kind of matcher, scope and exception.
const everyKind = `
id: words
message: "<match> promises an outcome"
find: {words: [guaranteed ... results, cure, no more pain]}
allow: [guaranteed parking]
unless:
  - context: [negated]
  - words: [may, might]
  - words: [leaflet]
    within: 2 sentences

id: near
find:
  all:
    - words: [pain]
    - words: [cure]
    - words: [today]
  within: 10 words

id: signals
find:
  at_least: 3
  within: 2 sentences
  of:
    one: {words: [pain, cure]}
    two: {words: [today, results]}
    three: {words: [guaranteed]}
    four: {words: [more]}
error_if:
  - found: 4
  - words: [pain]
    within: paragraph

id: whole-post
find:
  all:
    - words: [results]
    - words: [today]
  within: post
unless:
  - words: [advert]
    within: fold
  - words: [general information]
    within: part

id: someone
private: true
find: {words: [patient <word>]}

id: long
find: {over: {graphemes: 100000}}

id: hard
find: {over: {grade: 18}}`

func benchmark(b *testing.B, texts ...string) {
	set := loadRules(b, everyKind)
	posts := make([]*post.Post, len(texts))
	bytes := 0
	for i, text := range texts {
		posts[i] = newPost(text)
		bytes += len(text)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	findings := 0
	for b.Loop() {
		findings = 0
		for r := range check.Run(set, slices.Values(posts), check.Options{Jobs: 1}) {
			findings += len(r.Findings)
		}
	}
	b.ReportMetric(float64(findings), "findings")
}

const ordinary = "Our walk-in clinic is open on Bank Holiday Monday 🎉 and you’ll find us beside the library. Bring your letter, and ask us anything about your jab! "

// about repeats text up to that many bytes.
func about(bytes int, text string) string { return strings.Repeat(text, bytes/len(text)) }

const megabytes = 5_000_000

func BenchmarkOrdinaryPosts(b *testing.B) {
	texts := make([]string, 2000)
	for i := range texts {
		texts[i] = about(400, ordinary)
		if i%3 == 0 {
			texts[i] += "A cure for pain."
		}
	}
	benchmark(b, texts...)
}

func BenchmarkLongLine(b *testing.B) { benchmark(b, about(megabytes, ordinary)) }

// BenchmarkManyFindings has 50,000 findings in one line with emoji.
func BenchmarkManyFindings(b *testing.B) {
	benchmark(b, about(megabytes, ordinary[:90]+" a cure. "))
}

// BenchmarkWorst has all that the rules look for, as often as it fits, in
// sentences without an end.
func BenchmarkWorst(b *testing.B) {
	benchmark(b, about(megabytes, "cure pain no more today guaranteed results patient may "))
}
