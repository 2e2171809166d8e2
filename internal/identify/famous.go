package identify

import (
	_ "embed"
	"strings"
)

//go:embed data/famous.txt
var famousText string

var famousList = newWordList(famousText)

// isFamous reports whether words [first, end), perhaps with a neighbour or
// two, name a historical or public person, a character or a company.
func (s *scan) isFamous(first, end int) bool {
	for from := max(s.first, first-2); from <= first; from++ {
		rests, ok := famousList.find(s.t.FoldBytes(from))
		for ok && !s.famousFrom(from, end, &rests) {
			ok = rests != ""
		}
		if ok {
			return true
		}
	}
	return false
}

// famousFrom takes the first of rests and reports whether it stands behind
// word from and reaches end.
func (s *scan) famousFrom(from, end int, rests *string) bool {
	rest, more, _ := strings.Cut(*rests, ", ")
	*rests = more
	if rest == "" {
		return from+1 >= end
	}
	n := s.phrase(from+1, s.end, rest)
	return n > 0 && from+1+n >= end
}
