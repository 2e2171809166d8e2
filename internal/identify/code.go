package identify

import "github.com/postvet/postvet/internal/text"

// style says how a code's characters were grouped.
type style uint8

const (
	bare    style = iota // in one run
	grouped              // with a separator at every place of the shape
	odd                  // otherwise, or in words
)

// reader reads the characters of a code, word by word.
type reader struct {
	s         *scan
	word      []byte
	at, next  int  // of word; of words
	separator byte // the last one seen
	motley    bool // there were several sorts
}

// step moves on to the next character, of class c, and returns what stands
// before it.
func (r *reader) step(c byte) (between gap, ok bool) {
	switch {
	case r.at < len(r.word) && r.word[r.at] != '.':
		return none, true
	case r.at+1 < len(r.word):
		r.separate('.')
		r.at++
		return mark, true
	case r.next >= r.s.end:
		return wide, false
	}
	if between = r.s.gap(r.next); between == wide {
		return wide, false
	}
	if between != none {
		r.separate(r.s.t.Raw[r.s.t.Words[r.next].Start-1])
	}
	r.word, r.next = r.s.piece(r.next, c)
	r.at = 0
	return between, len(r.word) > 0
}

func (r *reader) separate(by byte) {
	r.motley = r.motley || r.separator != 0 && r.separator != by
	r.separator = by
}

// shape matches a pattern of characters that starts at word i and returns the
// word behind it; the characters are in s.code. In a pattern, "d" is a digit
// with any separator before it, or spoken; "9" a digit, "a" a letter and "x"
// either, with none; "-" a place for a separator.
func (s *scan) shape(i int, pattern string) (end int, how style, ok bool) {
	s.code = s.buffer[:0]
	r := reader{s: s}
	r.word, r.next = s.piece(i, pattern[0])
	places, taken, strays, place := 0, 0, 0, false
	for k := 0; k < len(pattern); k++ {
		c := pattern[k]
		if c == '-' {
			places, place = places+1, true
			continue
		}
		between, ok := r.step(c)
		switch {
		case !ok || !fits(c, r.word[r.at]):
			return 0, 0, false
		case between == none:
		case place:
			taken++
		case c == 'd':
			strays++
		default:
			return 0, 0, false
		}
		place = false
		s.code = append(s.code, r.word[r.at])
		r.at++
	}
	switch {
	case r.at < len(r.word) || !s.ends(r.next):
		return 0, 0, false
	case strays > 0 || r.motley || taken > 0 && taken < places:
		how = odd
	case taken > 0:
		how = grouped
	}
	return r.next, how, true
}

func fits(class, c byte) bool {
	digit, letter := '0' <= c && c <= '9', 'a' <= c && c <= 'z'
	switch class {
	case 'd', '9':
		return digit
	case 'a':
		return letter
	}
	return digit || letter
}

// piece returns the characters of word i for a pattern's class c, and the word
// behind: "nine" and "double oh" are digits where digits are looked for.
func (s *scan) piece(i int, c byte) ([]byte, int) {
	b := s.t.FoldBytes(i)
	if c != 'd' || s.t.Words[i].Kind != text.Plain {
		return b, i + 1
	}
	if spoken := spokenDigit(b); spoken != "" {
		return []byte(spoken)[:1], i + 1
	}
	times := 0
	switch string(b) {
	case "double":
		times = 2
	case "triple", "treble":
		times = 3
	}
	if times == 0 || i+1 >= s.end {
		return b, i + 1
	}
	next := s.t.FoldBytes(i + 1)
	if spoken := spokenDigit(next); spoken != "" {
		return []byte(spoken)[:times], i + 2
	}
	if len(next) == 1 && '0' <= next[0] && next[0] <= '9' {
		return []byte{next[0], next[0], next[0]}[:times], i + 2
	}
	return b, i + 1
}

// spokenDigit returns the digit that a word says, three times.
func spokenDigit(b []byte) string {
	if len(b) > 5 {
		return ""
	}
	switch string(b) {
	case "zero", "oh", "o", "nought":
		return "000"
	case "one":
		return "111"
	case "two":
		return "222"
	case "three":
		return "333"
	case "four":
		return "444"
	case "five":
		return "555"
	case "six":
		return "666"
	case "seven":
		return "777"
	case "eight":
		return "888"
	case "nine":
		return "999"
	}
	return ""
}

// spokenRun reports whether a number in words starts at word i: five digits
// one by one, at least.
func (s *scan) spokenRun(i int) bool {
	if i > s.first && s.isDigit(i-1) {
		return false
	}
	n := 0
	for j := i; j < s.end && n < 5; {
		if !s.isDigit(j) && !s.is(j, "double", "triple", "treble") {
			return false
		}
		p, next := s.piece(j, 'd')
		n, j = n+len(p), next
	}
	return n >= 5
}

// isDigit reports whether word i is a number or says a digit.
func (s *scan) isDigit(i int) bool {
	w := &s.t.Words[i]
	return w.Kind == text.Number || w.Kind == text.Plain && spokenDigit(s.t.FoldBytes(i)) != ""
}

// digits counts the digits of the number words that stand together from word
// i on, up to 20, and notes in s.cuts after how many of them a word ends.
func (s *scan) digits(i int) int {
	n := 0
	s.cuts = 0
	for j := i; j < s.end && n < 20; j++ {
		if s.t.Words[j].Kind != text.Number || j > i && s.gap(j) == wide {
			break
		}
		for _, c := range s.t.FoldBytes(j) {
			if c != '.' {
				n++
			}
		}
		s.cuts |= 1 << min(n, 31)
	}
	return n
}

// fitsCuts reports whether the digits counted last can end where a pattern of
// digits alone does.
func (s *scan) fitsCuts(pattern string) bool {
	n := 0
	for i := range len(pattern) {
		switch pattern[i] {
		case 'd', '9':
			n++
		case 'a', 'x':
			return true
		}
	}
	return s.cuts&(1<<n) != 0
}

// verdict is what a check says of a code of the right shape.
type verdict uint8

const (
	refused verdict = 0
	valid   verdict = 1
	test    verdict = 2 | valid // from a range kept for tests and specimens
	weak    verdict = 4         // with valid: counts beside a keyword only
)

func accept(ok bool) verdict {
	if ok {
		return valid
	}
	return refused
}

// code finds what its table line describes by shapes, check and keywords.
func code(s *scan, i int, k Kind, r *recogniser) {
	number, fresh := s.t.Words[i].Kind == text.Number, s.fresh(i)
	if !fresh && (i == s.first || s.t.Words[i-1].Kind != text.Plain) {
		return
	}
	for _, pattern := range r.shapes {
		if number && !s.fitsCuts(pattern) {
			continue
		}
		if fresh && s.codeAt(i, pattern, k, r) {
			return
		}
		if pattern[0] == 'a' && i > s.first && s.t.Words[i-1].Kind == text.Plain && s.fresh(i-1) && s.codeAt(i-1, pattern, k, r) {
			return
		}
	}
}

func (s *scan) codeAt(i int, pattern string, k Kind, r *recogniser) bool {
	end, how, ok := s.shape(i, pattern)
	if !ok || sameDigits(s.code) {
		return false
	}
	v := valid
	if r.check != nil {
		v = r.check(s.code)
	}
	if v == refused {
		return false
	}
	needs := r.need == always || v&weak != 0 || r.need == unlessGrouped && how != grouped
	needs = needs || r.capitals && !s.shouted(i, end)
	if needs && !s.near(i, end, r.context) {
		return false
	}
	s.add(k, i, end, v&test == test)
	return true
}

// sameDigits reports whether a code is one digit repeated, which passes many
// checksums and is nobody's number.
func sameDigits(code []byte) bool {
	if code[0] > '9' {
		return false
	}
	for _, c := range code[1:] {
		if c != code[0] {
			return false
		}
	}
	return true
}
