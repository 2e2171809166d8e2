package identify

import "github.com/postvet/postvet/internal/text"

// dateOfBirth finds a label and the date behind it: "DOB: 14/02/1980", "born
// on 3rd March 1971".
func dateOfBirth(s *scan, i int, k Kind, _ *recogniser) {
	j := i
	for _, label := range []string{"d o b", "dob", "date of birth", "birth date", "birthdate", "born on the", "born on", "born"} {
		if n := s.phrase(i, s.end, label); n > 0 {
			j = i + n
			break
		}
	}
	if j == i || s.is(i, "born") && s.ofOrganisation(i) {
		return
	}
	for n := 0; n < 2 && s.is(j, "is", "was", "the", "on"); n++ {
		j++
	}
	if end := s.date(j); end > 0 {
		s.add(k, i, end, false)
	}
}

// ofOrganisation reports whether the words right before word i speak of an
// organisation, not a person.
func (s *scan) ofOrganisation(i int) bool {
	for j := max(s.first, i-5); j < i; j++ {
		if listed(ourSubjects, s.t.FoldBytes(j)) {
			return true
		}
	}
	return false
}

const ourSubjects = " nhs hospital trust clinic charity service services practice surgery hospice centre center unit ward foundation organisation " +
	"organization company society college university programme program project campaign idea we it building vaccine department school church museum "

// date returns the word behind a date that starts at word i, 0 if none does:
// numbers with separators, or with a month's name.
func (s *scan) date(i int) int {
	if i+1 >= s.end {
		return 0
	}
	if n := s.dayAndMonth(i); n > 0 {
		if end := i + n; s.kind(end, text.Number) && s.isYear(end) {
			return end + 1
		}
		return i + n
	}
	if i+2 >= s.end || !s.isNumber(i) || !s.isNumber(i+1) || !s.isNumber(i+2) || s.gap(i+1) == wide || s.gap(i+2) == wide {
		return 0
	}
	a, b, c := number(s.t.FoldBytes(i)), number(s.t.FoldBytes(i+1)), number(s.t.FoldBytes(i+2))
	switch {
	case a > 1850 && a < 2100:
		a, c = c, a
	case c < 100:
		c += 1900
		if c < 1925 {
			c += 100
		}
	}
	if c > 1850 && c < 2100 && (isDate(a, b, c) || isDate(b, a, c)) {
		return i + 3
	}
	return 0
}

func (s *scan) isNumber(i int) bool {
	return s.kind(i, text.Number) && len(s.t.FoldBytes(i)) <= 4 && isDigits(s.t.FoldBytes(i))
}

// isYear reports whether word i is a year, of four digits or two.
func (s *scan) isYear(i int) bool {
	b := s.t.FoldBytes(i)
	return isDigits(b) && (len(b) == 2 || len(b) == 4 && (b[0] == '1' && b[1] >= '8' || b[0] == '2' && b[1] == '0'))
}

// dayAndMonth returns the number of words that "3rd of March" or "March 3rd"
// cover at word i.
func (s *scan) dayAndMonth(i int) int {
	day := func(j int) int {
		if !s.isNumber(j) || len(s.t.FoldBytes(j)) > 2 {
			return 0
		}
		if s.is(j+1, "st", "nd", "rd", "th") && s.has(j+1, text.Glued) {
			return 2
		}
		return 1
	}
	if s.isMonth(i) {
		if n := day(i + 1); n > 0 {
			return 1 + n
		}
		return 0
	}
	n := day(i)
	if n == 0 {
		return 0
	}
	if s.is(i+n, "of") {
		n++
	}
	if s.isMonth(i + n) {
		return n + 1
	}
	return 0
}

func (s *scan) isMonth(i int) bool {
	return s.kind(i, text.Plain) && listed(months, s.t.FoldBytes(i))
}

const months = " january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
