package rules_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/yamldoc"
	"github.com/postvet/postvet/rules"
)

// hyphen stands between two words, not in a number, link or code.
var hyphen = regexp.MustCompile(`\b([a-zA-Z]{2,})-([a-zA-Z]{2,})\b`)

// capitals leaves links alone, whose case means something.
func capitals(text string) string {
	words := strings.Split(text, " ")
	for i, w := range words {
		if !strings.Contains(w, "/") {
			words[i] = strings.ToUpper(w)
		}
	}
	return strings.Join(words, " ")
}

// curly bends quotes as a word processor does.
func curly(text string) string {
	var b strings.Builder
	open := true
	for _, c := range text {
		switch {
		case c == '\'' && open:
			c = '‘'
		case c == '\'':
			c = '’'
		case c == '"' && open:
			c = '“'
		case c == '"':
			c = '”'
		}
		b.WriteRune(c)
		open = unicode.IsSpace(c) || c == '(' || c == '“' || c == '‘'
	}
	return b.String()
}

// replacer writes the words of one column of a table as the other has them,
// with a capital where one was.
func replacer(table string, from, to int) func(string) string {
	other := map[string]string{}
	var all []string
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		for _, entry := range strings.Split(line, ";") {
			pair := strings.Split(strings.TrimSpace(entry), " = ")
			if other[pair[from]] == "" {
				other[pair[from]] = pair[to]
				all = append(all, regexp.QuoteMeta(pair[from]))
			}
		}
	}
	word := regexp.MustCompile(`(?i)\b(` + strings.Join(all, "|") + `)\b`)
	return func(text string) string {
		text = strings.ReplaceAll(text, "’", "'")
		return word.ReplaceAllStringFunc(text, func(w string) string {
			write := other[strings.ToLower(w)]
			if first, n := utf8.DecodeRuneInString(w); unicode.IsUpper(first) {
				return strings.ToUpper(write[:n]) + write[n:]
			}
			return write
		})
	}
}

// What a pattern writes with a hyphen, which stands for hyphen, space or
// nothing, and with ~, which stands for the word's forms.
var (
	compound  = regexp.MustCompile(`<[^>]*>|\b([a-z]{2,}-[a-z]{2,})\b`)
	inflected = regexp.MustCompile(`\b([a-z]{3,})~`)
)

// plural writes a word as a noun's plural or a verb's third person.
func plural(w string) string {
	switch {
	case regexp.MustCompile(`[^aeiou]y$`).MatchString(w):
		return w[:len(w)-1] + "ies"
	case regexp.MustCompile(`(s|x|z|ch|sh)$`).MatchString(w):
		return w + "es"
	}
	return w + "s"
}

// patternWords returns, by rule, what stands so in its own patterns.
func patternWords(t *testing.T, so *regexp.Regexp) map[string][]string {
	files, err := rules.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	by := map[string][]string{}
	for _, f := range files {
		data, err := rules.Files.ReadFile(f.Name())
		if f.IsDir() || err != nil {
			continue
		}
		root, problems := yamldoc.Parse(f.Name(), data)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		list := root.Get("rules")
		if list == nil {
			continue
		}
		for _, r := range list.Items {
			id := r.Get("id").Value
			words(r.Get("find"), func(phrases string) {
				for _, m := range so.FindAllStringSubmatch(phrases, -1) {
					if m[1] != "" && !slices.Contains(by[id], m[1]) {
						by[id] = append(by[id], m[1])
					}
				}
			})
		}
	}
	return by
}

// words calls do for every text under words: in a matcher.
func words(n *yamldoc.Node, do func(string)) {
	for _, item := range n.Items {
		words(item, do)
	}
	for _, e := range n.Keys {
		if e.Key.Value != "words" {
			words(e.Value, do)
			continue
		}
		for _, v := range yamldoc.OneOrMore(e.Value) {
			do(v.Value)
			for _, k := range v.Keys {
				do(k.Key.Value)
			}
		}
	}
}
