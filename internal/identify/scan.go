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
	nameEnd    int    // word up to which names have been looked for
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
	for i := s.first; i < s.end; i++ {
		w := &s.t.Words[i]
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

// add notes an entity of words [first, end).
func (s *scan) add(k Kind, first, end int, test bool) {
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
	return len(word) > 0 && strings.Contains(list, " "+string(word)+" ")
}
