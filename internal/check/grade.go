package check

import "github.com/postvet/postvet/internal/text"

// grade counts what the reading grade is made of. Hashtags, links and numbers
// aren't read as words.
func grade(s stretch) (t tally) {
	sentence := -1
	for i := range s.words {
		w := &s.words[i]
		if w.Kind != text.Plain || w.Flags&text.Tag != 0 || i > 0 && s.words[i-1].Start == w.Start {
			continue
		}
		if k := s.SentenceOf(s.first + i); k != sentence {
			sentence = k
			t.sentences++
		}
		t.words++
		t.syllables += syllables(s.FoldBytes(s.first + i))
	}
	return t
}

// syllables estimates the syllables of an English word: its groups of vowels,
// without a silent e at the end ("care", "cares", "cared", but "table",
// "faces", "treated").
func syllables(word []byte) float64 {
	n := 0
	vowel := false
	for _, b := range word {
		is := isVowel(b)
		if is && !vowel {
			n++
		}
		vowel = is
	}
	if silentEnd(word) && n > 1 {
		n--
	}
	return float64(max(1, n))
}

func isVowel(b byte) bool {
	return b == 'a' || b == 'e' || b == 'i' || b == 'o' || b == 'u' || b == 'y'
}

// silentEnd reports whether the last e isn't spoken.
func silentEnd(word []byte) bool {
	n := len(word)
	if n < 3 {
		return false
	}
	last := word[n-1]
	if last == 's' || last == 'd' {
		before := word[n-3]
		spoken := last == 'd' && (before == 't' || before == 'd') || last == 's' && (before == 's' || before == 'c' || before == 'z' || before == 'x' || before == 'g' || before == 'h')
		return word[n-2] == 'e' && !isVowel(before) && !spoken
	}
	if last != 'e' || isVowel(word[n-2]) {
		return false
	}
	return word[n-2] != 'l' || isVowel(word[n-3])
}
