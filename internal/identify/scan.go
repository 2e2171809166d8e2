package identify

import (
	"strings"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/text"
)

// window is how many words away a keyword may stand.
const window = 8

// scan is one walk over a text, sentence by sentence.
type scan struct {
	t          *text.Text
	org        *Organisation
	out        []Entity
	base       int // entities of out that were there before
	sentence   int
	first, end int // words of the sentence
	letters    letterCase
	owned      bool   // some word of the sentence is possessive, or an age may follow one
	nameEnd    int    // word up to which names have been looked for
	cuts       uint32 // see digits
	code       []byte // characters of the shape matched last
	buffer     [40]byte
	run        nameRun
}

// letterCase says what capitals mean in a sentence.
type letterCase uint8

const (
	mixed letterCase = iota // a capital inside the sentence says "name"
	lower                   // no capitals, or only the first: they say nothing
	upper                   // nearly all in capitals: they say nothing
	title                   // most words are capitalised: they say little
)

func (s *scan) open(k int) {
	sentence := &s.t.Sentences[k]
	s.sentence, s.first, s.end = k, int(sentence.First), int(sentence.End)
	var plain, capital, upperCase, inner int
	s.owned = false
	for i := s.first; i < s.end; i++ {
		w := &s.t.Words[i]
		if w.Flags&text.Possessive != 0 || w.Kind == text.Number && w.Flags&(text.Comma|text.ParenOpen) != 0 {
			s.owned = true
		}
		if w.Kind != text.Plain || w.Flags&text.Tag != 0 {
			continue
		}
		plain++
		if w.Flags&text.Capital == 0 {
			continue
		}
		capital++
		if w.Flags&text.Upper != 0 {
			upperCase++
		}
		if plain > 1 && (w.End-w.Start > 1 || s.t.Raw[w.Start] != 'I') {
			inner++
		}
	}
	switch {
	case upperCase >= 3 && upperCase*10 >= plain*7:
		s.letters = upper
	case inner == 0:
		s.letters = lower
	case plain >= 4 && capital*10 >= plain*7:
		s.letters = title
	default:
		s.letters = mixed
	}
}

// add notes an entity of words [first, end). A number from a range kept for
// tests is a kind of its own, so that rules can tell it from somebody's.
func (s *scan) add(k Kind, first, end int, test bool) {
	if test && k < serialNumber && k != creditCard {
		k = testNumber
	}
	e := Entity{Kind: k, First: int32(first), End: int32(end), Test: test}
	e.Start, e.Stop = s.t.Words[first].Start, s.t.Words[end-1].End
	if k == phoneNumber || k == mobilePhone || k == serialNumber || k == ourContacts { // "(480) …", "+44 …", "(01)…"
		for e.Start > 0 && (s.t.Raw[e.Start-1] == '(' || s.t.Raw[e.Start-1] == '+') {
			e.Start--
		}
	}
	if k >= personName && len(s.t.FoldBytes(end-1)) == 1 && s.after(end-1) == '.' { // "Maria L."
		e.Stop++
	}
	s.out = append(s.out, e)
}

// gap is what stands between two words.
type gap uint8

const (
	none  gap = iota // nothing
	mark             // one hyphen, dot, slash or the like
	blank            // one or two spaces
	loose            // spaces and one mark, or brackets
	wide             // anything else
)

// gap reads what stands before word i.
func (s *scan) gap(i int) gap {
	a, b := s.t.Words[i-1].End, s.t.Words[i].Start
	switch {
	case b <= a:
		return none
	case b == a+1 && s.t.Raw[a] == ' ':
		return blank
	case b > a+9:
		return wide
	}
	spaces, marks := 0, 0
	for _, r := range s.t.Raw[a:b] {
		switch r {
		case ' ', '\u00a0', '\u2009', '\u202f', '\u3000':
			spaces++
		case '-', '.', '/', '_', '·', '‐', '‑', '‒', '–', '—', '―', '−', '－', '．', '(', ')', '~':
			marks++
		case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad':
		default:
			return wide
		}
	}
	switch {
	case spaces+marks == 0:
		return none
	case marks == 0 && spaces <= 2:
		return blank
	case marks == 1 && spaces == 0:
		return mark
	case spaces+marks <= 3:
		return loose
	}
	return wide
}

// fresh reports whether a code may start at word i: that it isn't the tail of
// a longer one.
func (s *scan) fresh(i int) bool {
	if i == s.first {
		return true
	}
	before := s.t.FoldBytes(i - 1)
	switch s.gap(i) {
	case none:
		return s.t.Words[i-1].Kind == text.Symbol
	case mark:
		return s.t.Words[i-1].Kind == text.Plain && len(before) > 1 && !hasDigit(before)
	}
	return true
}

// ends reports whether a code may end before word i.
func (s *scan) ends(i int) bool {
	if i >= s.end {
		return true
	}
	switch s.gap(i) {
	case none:
		return s.t.Words[i].Kind != text.Plain && s.t.Words[i].Kind != text.Number
	case mark:
		b := s.t.FoldBytes(i)
		return s.t.Words[i].Kind != text.Number && !hasDigit(b) && len(b) > 1
	}
	return true
}

func hasDigit(b []byte) bool {
	for _, c := range b {
		if '0' <= c && c <= '9' {
			return true
		}
	}
	return false
}

// marks are the flags of punctuation before a word.
const marks = text.Comma | text.Semicolon | text.Colon | text.Dash | text.ParenOpen | text.ParenClose | text.QuoteOpen | text.QuoteClose | text.LineStart | text.TagStart

// breaks reports whether punctuation or the sentence's end stands before word
// i.
func (s *scan) breaks(i int) bool {
	return i >= s.end || !s.kind(i, text.Plain) && !s.kind(i, text.Number) || s.has(i, marks)
}

// after returns the byte that stands right behind word i, 0 at the end.
func (s *scan) after(i int) byte {
	if at := int(s.t.Words[i].End); at < len(s.t.Raw) {
		return s.t.Raw[at]
	}
	return 0
}

// before returns the rune that stands right before word i, 0 at the start.
func (s *scan) before(i int) rune {
	at := s.t.Words[i].Start
	if at == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s.t.Raw[:at])
	return r
}

// listed reports whether a list, words with a space on either side, holds word.
func listed(list string, word []byte) bool {
	for from := 0; len(word) > 0; {
		at := strings.Index(list[from:], string(word))
		if at < 0 {
			return false
		}
		at += from
		if list[at-1] == ' ' && list[at+len(word)] == ' ' {
			return true
		}
		from = at + 1
	}
	return false
}
