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
	text    string
	letters func() *[27]int // where the lines of each first letter start
}

func newWordList(text string) *wordList {
	return &wordList{text: text, letters: sync.OnceValue(func() *[27]int {
		var starts [27]int
		for k := range starts {
			starts[k] = seek(text, 0, len(text), []byte{byte('a' + k)})
		}
		return &starts
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
	starts := l.letters()
	end := starts[word[0]-'a'+1]
	at := seek(l.text, starts[word[0]-'a'], end, word)
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
