package identify

import (
	"bytes"

	"github.com/postvet/postvet/internal/text"
)

// longRow finds rows of 8 to 12 digits, perhaps in groups, that are no
// telephone number, date, amount or card: what a record or a scheme may number
// people by. Alone it says little.
func longRow(s *scan, i int, k Kind, _ *recogniser) {
	if !s.fresh(i) || i > s.first && s.t.Words[i-1].Kind == text.Symbol || s.phoneAt(i) {
		return
	}
	digits, groups, end := 0, 0, i
	for ; end < s.end && s.kind(end, text.Number) && (end == i || s.gap(end) != wide && s.gap(end) != loose); end++ {
		b := s.t.FoldBytes(end)
		if !isDigits(b) || bytes.ContainsAny([]byte(s.raw(end, end+1)), ",.") {
			return
		}
		digits, groups = digits+len(b), groups+1
	}
	if digits < 8 || digits > 12 || groups > 4 || !s.ends(end) || s.looksDated(i, end) || s.near(i, end, callWords) {
		return
	}
	s.add(k, i, end, false)
}

// callWords say that a row of digits is to be dialled.
var callWords = []string{"call", "ring", "phone", "telephone", "tel", "text", "fax", "whatsapp", "dial", "sms", "helpline"}

// looksDated reports whether words [i, end) may be a date, or years.
func (s *scan) looksDated(i, end int) bool {
	switch end - i {
	case 2:
		return len(s.t.FoldBytes(i)) == 4 && s.isYear(i) && (s.isYear(i+1) || s.gap(i+1) == mark)
	case 3:
		return len(s.t.FoldBytes(i+1)) <= 2 && (s.isYear(i) || s.isYear(i+2))
	}
	return false
}

// phoneAt reports whether a telephone number was found at word i.
func (s *scan) phoneAt(i int) bool {
	for k := len(s.out) - 1; k >= max(s.base, len(s.out)-6); k-- {
		if e := s.out[k]; (e.Kind == phoneNumber || e.Kind == ourContacts) && int(e.First) <= i && i < int(e.End) {
			return true
		}
	}
	return false
}
