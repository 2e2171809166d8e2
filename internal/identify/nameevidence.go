package identify

import "github.com/postvet/postvet/internal/text"

// evidence weighs what is known of the parts.
func (s *scan) evidence(i, a, b int) (Kind, bool) {
	parts := s.run.parts[a:b]
	first, end := i+a, i+b
	var wholes, initials, sures, doubts, givens, surnames int
	for _, p := range parts {
		switch {
		case p.form == initial:
			initials++
		case p.form == whole:
			wholes++
			if p.sure() {
				sures++
			} else if p.class != 0 {
				doubts++
			}
			if p.class&given != 0 {
				givens++
			}
			if p.class&surname != 0 {
				surnames++
			}
		}
	}
	head, tail := parts[0], parts[len(parts)-1]
	switch {
	case wholes == 0:
		return nameInitials, initials >= 2 && s.initialsStand(first, end)
	case wholes == 1 && initials > 0:
		return s.withInitial(i, a, b, head, tail)
	case wholes == 1 && s.is(end, "family", "household", "twins") && s.is(first-1, "the") && !s.has(end, text.Capital):
		return personName, true
	case wholes == 1 && s.is(first-1, "the"):
		return 0, false
	case wholes == 1 && head.class&given != 0:
		return givenName, head.sure() || s.cued(first, end) || head.class&(ordinary|season|noun|eponym) == 0 && !s.located(first)
	case wholes == 1:
		return 0, false
	case wholes == 2 && len(parts) == 2 && s.gap(end-1) == mark && s.after(first) == '-': // "Amelie-Rose", but not "Tay-Sachs"
		return givenName, head.sure() && head.class&given != 0 && tail.class&given != 0
	case wholes-doubts == 0 && s.letters != mixed:
		return 0, false
	case wholes == doubts: // "Grace Young", "Mark Brown", but not "Summer Holiday"
		return personName, wholes == 2 && head.class&given != 0 && tail.class&surname != 0 && (head.class|tail.class)&(season|noun) == 0 &&
			(first > s.first || head.class&ordinary == 0)
	case givens > 0 && sures > 0, givens > 0 && tail.class&dubious == 0, sures > 0 && surnames > 0 && tail.class&surname != 0 && wholes > surnames:
		return personName, wholes <= 5
	case head.class == 0 && tail.class&surname != 0 && tail.class&dubious == 0 && !(wholes == 2 && s.gap(end-1) == mark):
		return personName, wholes <= 5
	}
	return 0, false
}

// withInitial weighs "J. Smith", "M. Tremblay", "Maria L." and "Trudi B".
func (s *scan) withInitial(i, a, b int, head, tail part) (Kind, bool) {
	first, end := i+a, i+b
	switch {
	case s.is(first-1, "vitamin", "hepatitis", "hep", "type", "group", "plan", "part", "grade", "class", "covid", "influenza", "strep", "schedule",
		"appendix", "block", "bay", "ward"):
		return 0, false
	case head.form == initial:
		known := tail.class&surname != 0 && tail.class&dubious == 0
		return personName, known || s.followedByDot(first) && (tail.class&(ordinary|noun) == 0 || tail.class&surname != 0) && len(s.t.FoldBytes(end-1)) > 2
	case tail.form == initial && head.sure() && head.class&given != 0:
		return personName, s.breaks(end) || s.followedByDot(end-1) || s.has(end-1, text.Possessive) || s.is(end, "from", "who", "was", "is", "has")
	case tail.form == initial:
		return personName, head.class&dubious == 0 && (s.has(first, text.Dash) || s.followedByDot(end-1)) && s.breaks(end)
	}
	return 0, false
}

// looksLikeName reports whether parts [a, b) are a name-shape.
func (s *scan) looksLikeName(i, a, b int, found bool) bool {
	first, end := i+a, i+b
	if b-a > 4 || s.has(first, text.Upper) && !found && s.letters == mixed {
		return false
	}
	if found {
		return true
	}
	if b-a > 1 && s.letters == mixed {
		return s.run.parts[a].form != initial && s.anyNameless(a, b)
	}
	p := s.run.parts[a]
	switch {
	case p.form != whole, s.is(first-1, "the"), p.class&(season|noun|eponym) != 0:
		return false
	case first == s.first || s.has(first, text.QuoteOpen|text.LineStart):
		return p.class&dubious == 0 && (s.ageFollows(end) || s.has(first, text.Possessive) || s.callsOut(first) || s.humanAct(end))
	case s.is(first, "will", "may"), p.class&dubious != 0 && (s.opens(first) || s.run.n > 1 && (i != s.first || a > 1 || b < s.run.n)):
		return false
	case p.class == 0 && b < s.run.n && s.run.parts[b].form == whole:
		return false
	case p.class&dubious != 0:
		return s.letters == mixed && (p.class&given != 0 || p.class&(surname|place) == surname) && !(p.class&place != 0 && s.located(first))
	}
	return true
}

// anyNameless reports whether one of parts [a, b) is no other word.
func (s *scan) anyNameless(a, b int) bool {
	for _, p := range s.run.parts[a:b] {
		if p.form == whole && p.class&dubious == 0 {
			return true
		}
	}
	return false
}

// ageFollows reports whether ", 62" or "(62)" stands at word i.
func (s *scan) ageFollows(i int) bool {
	return s.kind(i, text.Number) && s.has(i, text.Comma|text.ParenOpen) && len(s.t.FoldBytes(i)) <= 3 && (s.breaks(i+1) || s.is(i+1, "from", "who", "of"))
}

// located reports whether the word before word i speaks of a place.
func (s *scan) located(i int) bool {
	return s.is(i-1, "in", "at", "from", "to", "near", "of", "across", "around", "outside", "north", "south", "east", "west", "via", "the",
		"throughout", "central", "greater", "downtown", "new", "county", "san", "port", "fort") ||
		s.has(i, text.Comma) && s.has(i-1, text.Capital)
}
