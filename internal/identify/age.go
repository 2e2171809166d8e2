package identify

import (
	"strings"

	"github.com/postvet/postvet/internal/text"
)

// age finds one person's age: "62-year-old", "aged 62", "Maria Lopez, 62,",
// "54M", "turned 101", "her 100th birthday", "in her 60s". Ages of groups
// ("patients aged 65 and over", "over 65s") and of organisations aren't any.
func age(s *scan, i int, _ Kind, _ *recogniser) {
	if s.t.Words[i].Kind == text.Number {
		s.numberAge(i)
		return
	}
	switch {
	case s.is(i, "old"), s.is(i, "yo"), s.is(i, "y") && s.is(i+1, "o"):
		s.yearsOld(i)
	case s.is(i, "aged"):
		s.aged(i, i+1)
	case s.is(i, "age"):
		s.atAge(i)
	case s.is(i, "turned", "turns", "turning"):
		s.turned(i)
	case s.is(i, "birthday"):
		s.birthday(i)
	case s.is(i, "centenarian", "nonagenarian"):
		s.add(ageOver89, i, i+1, false)
	}
}

// addAge notes an age of n years, months or days in words [first, end).
func (s *scan) addAge(first, end, n int, years bool) {
	if n > 122 {
		return
	}
	s.add(ageYears, first, end, false)
	if years && n >= 90 {
		s.add(ageOver89, first, end, false)
	}
}

// count reads a number in digits or words that ends at word i, and where it
// starts: "62", "ninety four", "five".
func (s *scan) count(i int) (n, first int) {
	if i < s.first || i >= s.end {
		return -1, i
	}
	if s.t.Words[i].Kind == text.Number {
		if b := s.t.FoldBytes(i); len(b) <= 3 && isDigits(b) {
			return number(b), i
		}
		return -1, i
	}
	n = ordinalOf(units, s.t.FoldBytes(i))
	if n > 0 && n < 10 && i > s.first {
		if ten := ordinalOf(tens, s.t.FoldBytes(i-1)); ten >= 2 {
			return ten*10 + n, i - 1
		}
	}
	if ten := ordinalOf(tens, s.t.FoldBytes(i)); ten >= 2 {
		return ten * 10, i
	}
	return n, i
}

const (
	units = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
	tens  = "- - twenty thirty forty fifty sixty seventy eighty ninety hundred"
)

// ordinalOf returns the place of word in a list, from 0; -1 for none.
func ordinalOf(list string, word []byte) int {
	n := 0
	for w := range strings.FieldsSeq(list) {
		if w == string(word) {
			return n
		}
		n++
	}
	return -1
}

// yearsOld reads "62 years old", "62-year-old", "62yo", "6 months old", "five
// year old" backwards from "old".
func (s *scan) yearsOld(i int) {
	end, j, years := i+1, i-1, true
	switch {
	case s.is(i, "y"):
		end = i + 2
	case s.is(i, "old"):
		if !s.is(j, "year", "years", "yr", "yrs", "y", "month", "months", "week", "weeks", "day", "days", "mth", "mths", "wk", "wks") {
			return
		}
		years = s.is(j, "year", "years", "yr", "yrs", "y")
		j--
	}
	n, first := s.count(j)
	if n < 0 || s.is(i, "yo") && !s.has(i, text.Glued) && !years || s.aggregate(first, end) || s.agedThing(first, end) {
		return
	}
	s.addAge(first, end, n, years)
}

// aged reads "aged 62", "aged 6 months".
func (s *scan) aged(i, j int) {
	if s.is(j, "just", "only", "about", "around", "approximately", "nearly") {
		j++
	}
	n, end, years := s.countFrom(j)
	if n < 0 || s.aggregate(i, end) || s.aggregate(j, end) {
		return
	}
	s.addAge(i, end, n, years)
}

// countFrom reads a number that starts at word j and what it counts; end is
// the word behind.
func (s *scan) countFrom(j int) (n, end int, years bool) {
	if j >= s.end {
		return -1, j, false
	}
	n, end = -1, j+1
	if m, first := s.count(j + 1); j+1 < s.end && s.t.Words[j+1].Kind == text.Plain && m >= 0 && first == j {
		n, end = m, j+2
	} else if m, _ := s.count(j); m >= 0 {
		n = m
	}
	if n < 0 || s.is(end, "percent") || s.kind(end, text.Symbol) {
		return -1, j, false
	}
	years = true
	switch {
	case s.is(end, "months", "month", "weeks", "week", "days", "day"):
		years, end = false, end+1
	case s.is(end, "years", "yrs"):
		end++
	}
	return n, end, years
}

// atAge reads "Age: 62", "Maria, age 62", and "at the age of 62" of someone.
func (s *scan) atAge(i int) {
	j := i + 1
	person := s.has(i, text.Comma|text.ParenOpen) || i == s.first || s.has(j, text.Colon)
	if s.is(j, "of") {
		j++
		person = s.someone()
	}
	if n, end, years := s.countFrom(j); n >= 0 && person && !s.aggregate(i, end) && !s.aggregate(j, end) && !s.is(i-1, "under", "over") {
		s.addAge(i, end, n, years)
	}
}

// someone reports whether the sentence speaks of one person.
func (s *scan) someone() bool {
	for i := s.first; i < s.end; i++ {
		if s.is(i, "she", "he", "her", "his", "him", "my", "who") {
			return true
		}
	}
	return false
}

// turned reads "turned 101", "turning 40 today".
func (s *scan) turned(i int) {
	n, end, years := s.countFrom(i + 1)
	if n < 0 || n > 122 || !years || s.ofOrganisation(i+1) || s.aggregate(i+1, end) || s.plural(i-1) || s.is(i-1, "you", "who") && s.is(i-2, "when",
		"if", "people", "those", "anyone", "as", "once") {
		return
	}
	if end < s.end && !s.is(end, "today", "yesterday", "this", "last", "on", "in", "and", "next", "tomorrow", "at", "but", "with", "years", "while",
		"recently", "just", "here", "a") && !s.breaks(end) {
		return
	}
	s.addAge(i, end, n, true)
}

// birthday reads "her 100th birthday".
func (s *scan) birthday(i int) {
	if !s.is(i-1, "st", "nd", "rd", "th") {
		return
	}
	n, first := s.count(i - 2)
	whose := s.is(first-1, "her", "his", "their", "my", "a") || s.has(first-1, text.Possessive)
	if n < 0 || !whose || s.ofOrganisation(i) || s.is(i+1, "of") {
		return
	}
	s.addAge(first, i+1, n, true)
}

// numberAge reads an age from the number itself: "Maria Lopez, 62,", "Leo (7)",
// "54M", "in her 60s".
func (s *scan) numberAge(i int) {
	b := s.t.FoldBytes(i)
	if len(b) > 3 || !isDigits(b) {
		return
	}
	n, end := number(b), i+1
	glued := end < s.end && s.has(end, text.Glued) && s.gap(end) == none
	switch {
	case glued && s.is(end, "s") && n >= 10 && n%10 == 0 && n <= 100:
		s.decade(i, end+1)
	case glued && s.is(end, "m", "f") && n <= 110:
		s.sexed(i, end+1, n)
	case n > 0 && n < 120 && s.is(i-1, "is", "was", "am") && (s.is(i-2, "she", "he", "i", "who") || s.named(i-1)):
		if s.breaks(end) && !s.kind(end, text.Symbol) || s.is(end, "and", "but", "now", "today", "with", "next", "this") {
			s.addAge(i, end, n, true)
		}
	case n > 0 && s.has(i, text.Comma|text.ParenOpen|text.Dash) && s.named(i):
		switch {
		case s.has(i, text.ParenOpen) && s.has(end, text.ParenClose),
			s.has(i, text.ParenOpen) && end == s.end,
			!s.has(i, text.ParenOpen) && (s.breaks(end) && !s.kind(end, text.Symbol) || s.is(end, "from", "who", "of", "has", "had", "was", "is", "told",
				"said", "says", "with", "came", "went", "lives", "and", "in", "on")):
			s.addAge(i, end, n, true)
		}
	}
}

// named reports whether a person stands right before word i: a name just
// found, or a word such as "woman".
func (s *scan) named(i int) bool {
	for k := len(s.out) - 1; k >= s.base && k > len(s.out)-8; k-- {
		if e := s.out[k]; int(e.End) == i && e.Kind >= personName && e.Kind != clinicianName {
			return true
		}
	}
	return i > s.first && listed(persons, s.t.FoldBytes(i-1))
}

const persons = " man woman male female lady gentleman boy girl mum mom mother father dad grandmother grandfather grandma grandad nan son daughter " +
	"patient resident pt wife husband teenager pensioner toddler baby widow veteran nurse teacher farmer "

// sexed reads "54M", "29F, Aran Islands".
func (s *scan) sexed(i, end, n int) {
	if w := &s.t.Words[end-1]; s.t.Raw[w.Start] > 'Z' || s.kind(i-1, text.Symbol) || s.has(i, text.Glued) {
		return
	}
	clinical := s.is(end, "with", "w", "presents", "presented", "presenting", "pmh", "hx", "c", "who", "admitted", "in", "from", "came", "brought",
		"no", "referred", "on", "pt", "patient", "post") || s.is(i-1, "pt", "patient", "a", "our", "my")
	if clinical || s.breaks(end) && !(s.is(end-1, "f") && n >= 95) {
		s.addAge(i, end, n, true)
	}
}

// decade reads "in her 60s".
func (s *scan) decade(i, end int) {
	j := i - 1
	if s.is(j, "early", "mid", "late") {
		j--
	}
	if s.is(j, "her", "his") || s.is(j, "their", "my") && !s.plural(j-2) {
		s.add(ageDecade, i, end, false)
	}
}
