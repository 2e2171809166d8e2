package identify

import (
	_ "embed"
	"strings"
	"sync"
)

// class says what a word may be.
type class uint8

const (
	given class = 1 << iota
	surname
	ordinary // a word that is no name, or not only
	place
	noun // ends the name of an organisation, place, event or disease
	season
	eponym // a disease, brand or public body named after someone
)

// dubious are the classes that make a name need more evidence.
const dubious = ordinary | place | noun | season | eponym

var (
	//go:embed data/names.txt
	namesText string
	//go:embed data/words.txt
	wordsText string

	nameList  = newWordList(namesText)
	otherList = newWordList(wordsText)
)

// wordList is a sorted text of lines "word" or "word more", looked up where it
// lies, so that a start costs nothing.
type wordList struct {
	text  string
	pairs func() *pairIndex // made when the first word is looked up, in a tenth of a millisecond
}

// pairIndex is where the lines of each pair of first letters start.
type pairIndex [26*27 + 1]int32

func newWordList(text string) *wordList {
	return &wordList{text: text, pairs: sync.OnceValue(func() *pairIndex {
		var index pairIndex
		at := 0
		for letter := range 26 {
			end := seek(text, at, len(text), []byte{byte('a' + letter + 1)})
			for k := range 27 {
				at = seek(text, at, end, []byte{byte('a' + letter), byte('a' - 1 + k)})
				index[letter*27+k] = int32(at)
			}
			at = end
		}
		index[len(index)-1] = int32(at)
		return &index
	})}
}

// seek returns where the first line at or behind key starts, among the lines
// in text[lo:hi].
func seek(text string, lo, hi int, key []byte) int {
	for lo < hi {
		mid := lo + (hi-lo)/2
		for mid > lo && text[mid-1] != '\n' {
			mid--
		}
		k, behind := mid, 0
		for behind < len(key) && text[k] == key[behind] {
			k, behind = k+1, behind+1
		}
		if behind < len(key) && text[k] < key[behind] {
			lo = k + 1 + strings.IndexByte(text[k:], '\n')
		} else {
			hi = mid
		}
	}
	return lo
}

// find returns what stands behind word; ok is false if it isn't listed.
func (l *wordList) find(word []byte) (rest string, ok bool) {
	if len(word) == 0 || word[0] < 'a' || word[0] > 'z' {
		return "", false
	}
	k := int(word[0]-'a') * 27
	if len(word) > 1 && word[1] >= 'a' && word[1] <= 'z' {
		k += int(word[1]-'a') + 1
	}
	pairs := l.pairs()
	end := int(pairs[k+1])
	at := seek(l.text, int(pairs[k]), end, word)
	if at >= end || end-at <= len(word) || l.text[at:at+len(word)] != string(word) {
		return "", false
	}
	switch line := l.text[at+len(word):]; line[0] {
	case '\n':
		return "", true
	case ' ':
		return line[1:strings.IndexByte(line, '\n')], true
	}
	return "", false
}

// classOf returns what a folded word may be; 0 for one never heard of.
func classOf(word []byte) class {
	if isCommon(word) {
		return ordinary
	}
	var c class
	if letters, ok := nameList.find(word); ok {
		c = given | surname
		if letters == "g" {
			c = given
		} else if letters == "s" {
			c = surname
		}
	}
	if letters, ok := otherList.find(word); ok {
		c |= ordinaryClass(letters)
	} else if n := len(word); c == 0 && n > 4 && word[n-1] == 's' {
		if letters, ok := otherList.find(word[:n-1]); ok {
			c = ordinaryClass(letters)
		}
	}
	if c == 0 && inflected(word) {
		c = ordinary
	}
	return c
}

func ordinaryClass(letters string) class {
	if letters == "" {
		return ordinary
	}
	var c class
	for i := range len(letters) {
		switch letters[i] {
		case 'o':
			c |= ordinary | noun
		case 'p':
			c |= place
		case 't':
			c |= ordinary | season
		case 'e':
			c |= eponym
		}
	}
	return c
}

// isCommon reports whether word is one of the commonest, none of which is a
// name: they needn't be looked up.
func isCommon(word []byte) bool {
	switch string(word) {
	case "a", "i", "an", "as", "at", "be", "by", "do", "go", "if", "in", "is", "it", "me", "my", "no", "of", "on", "or", "so", "to", "up", "us", "we", "all", "and",
		"any", "are", "ask", "but", "can", "did", "does", "for", "get", "got", "had", "has", "her", "him", "his", "how", "its", "let", "not", "now", "off", "one", "our",
		"out", "own", "say", "see", "she", "the", "too", "two", "use", "was", "who", "why", "yes", "yet", "you", "your", "about", "after", "again", "also", "always",
		"another", "around", "away", "back", "been", "before", "being", "better", "between", "both", "bring", "came", "come", "could", "days", "done", "down", "each",
		"even", "ever", "every", "everyone", "feel", "few", "find", "first", "five", "four", "from", "full", "give", "given", "going", "gone", "good", "great", "happy",
		"have", "having", "he", "help", "here", "home", "hours", "into", "just", "keep", "know", "last", "later", "least", "less", "life", "like", "live", "look", "lots",
		"made", "make", "makes", "many", "months", "more", "most", "much", "must", "need", "needs", "never", "next", "night", "nothing", "once", "only", "other", "over",
		"part", "patient", "patients", "people", "please", "put", "really", "right", "said", "same", "says", "should", "since", "some", "someone", "something", "soon",
		"still", "such", "sure", "take", "team", "tell", "than", "thank", "thanks", "that", "their", "them", "then", "there", "these", "they", "thing", "things", "think",
		"this", "those", "three", "through", "time", "today", "took", "under", "until", "very", "visit", "want", "well", "were", "what", "when", "where", "which", "while",
		"without", "won", "work", "working", "would", "years", "yesterday", "nurse", "staff", "using", "used", "because", "during", "against":
		return true
	}
	return false
}

// inflected reports whether a word is a form of an ordinary one.
func inflected(word []byte) bool {
	for _, ending := range []string{"s", "es", "d", "ed", "ing", "ly", "er", "ers", "ness", "able", "y", "ist", "ists", "ish"} {
		if n := len(word) - len(ending); n >= 4 && string(word[n:]) == ending {
			if letters, ok := otherList.find(word[:n]); ok && letters != "p" && letters != "e" {
				return true
			}
		}
	}
	return false
}
