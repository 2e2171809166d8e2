package identify

import (
	"strings"

	"github.com/postvet/postvet/internal/text"
)

// near reports whether one of the phrases stands in the sentence, at most
// window words from words [first, end), or closes the line above when they
// open theirs. A phrase in capitals must be written so.
func (s *scan) near(first, end int, phrases []string) bool {
	from, to := max(s.first, first-window), min(s.end, end+window)
	if first-s.first <= 1 && s.sentence > 0 {
		above := &s.t.Sentences[s.sentence-1]
		from = max(int(above.First), s.first-3)
	}
	for i := from; i < to; i++ {
		if i >= first && i < end || s.t.Words[i].Kind != text.Plain {
			continue
		}
		for _, p := range phrases {
			if s.phrase(i, to, p) > 0 {
				return true
			}
		}
	}
	return false
}

// phrase returns the number of words that phrase covers at word i, 0 if it
// doesn't stand there.
func (s *scan) phrase(i, to int, phrase string) int {
	n := 0
	for more := true; more; n++ {
		var word string
		word, phrase, more = strings.Cut(phrase, " ")
		if i+n >= to {
			return 0
		}
		w := &s.t.Words[i+n]
		if word[0] <= 'Z' {
			if w.Flags&text.Upper == 0 || !strings.EqualFold(word, s.t.Raw[w.Start:w.End]) {
				return 0
			}
		} else if string(s.t.FoldBytes(i+n)) != word {
			return 0
		}
	}
	return n
}

// is reports whether word i stands in the sentence and is one of words.
func (s *scan) is(i int, words ...string) bool {
	if i < s.first || i >= s.end {
		return false
	}
	b := s.t.FoldBytes(i)
	for _, w := range words {
		if string(b) == w {
			return true
		}
	}
	return false
}

// has reports whether word i stands in the sentence and bears one of flags.
func (s *scan) has(i int, flags text.Flags) bool {
	return i >= s.first && i < s.end && s.t.Words[i].Flags&flags != 0
}

func (s *scan) kind(i int, k text.Kind) bool {
	return i >= s.first && i < s.end && s.t.Words[i].Kind == k
}

// raw returns words [first, end) as written.
func (s *scan) raw(first, end int) string {
	return s.t.Raw[s.t.Words[first].Start:s.t.Words[end-1].End]
}

// shouted reports whether words [first, end) hold no lower-case letter.
func (s *scan) shouted(first, end int) bool {
	for _, c := range []byte(s.raw(first, end)) {
		if 'a' <= c && c <= 'z' {
			return false
		}
	}
	return true
}
