package identify

import "github.com/postvet/postvet/internal/text"

// names finds names by the evidence for them: a title, known given names and
// surnames, initials, roles. What it emits:
//
//	person-name     title and name; given name and surname, one of them known
//	given-name      a known given name alone, of dubious ones only at a cue
//	clinician-name  the same with a clinical title, letters or role
//	name-shape      one to four words that look like a name and are no other word
func names(s *scan, i int, _ Kind, _ *recogniser) {
	switch {
	case i < s.nameEnd:
	case s.has(i, text.Tag):
		s.tagName(i)
	case s.titled(i):
	case s.letters == lower || s.letters == upper:
		s.uncasedName(i)
	case s.has(i, text.Capital):
		s.capitalNames(i)
	}
}

// nameRun is a row of capitalised words and what stands between them.
type nameRun struct {
	parts [12]part
	n     int
}

// part is one word of a name.
type part struct {
	class class
	form  form
}

type form uint8

const (
	whole    form = iota // a capitalised word
	initial              // a single capital
	particle             // "de", "van", "bin" between others
)

// capable reports whether a part may belong to a name.
func (p part) capable() bool {
	switch {
	case p.form != whole || p.class&dubious == 0:
		return true
	case p.class&(noun|season) != 0:
		return p.class&given != 0
	}
	return p.class&(given|surname) != 0
}

// sure reports whether a part is a known name and nothing else.
func (p part) sure() bool { return p.form == whole && p.class != 0 && p.class&dubious == 0 }

// collect reads the capitalised words from word i on into s.run.
func (s *scan) collect(i int) {
	s.run.n = 0
	for j := i; j < s.end && s.run.n < len(s.run.parts); j++ {
		if j > i && (s.breaks(j) || s.has(j-1, text.Possessive) || s.gap(j) == wide && s.before(j) != '\'' && s.before(j) != '’' || s.isTitle(j)) {
			break
		}
		p, ok := s.partAt(j, j > i)
		if !ok {
			break
		}
		s.run.parts[s.run.n] = p
		s.run.n++
	}
	for s.run.n > 0 && s.run.parts[s.run.n-1].form == particle {
		s.run.n--
	}
}

// capitalNames judges each stretch of the capitalised words from word i on.
func (s *scan) capitalNames(i int) {
	s.collect(i)
	n := s.run.n
	s.nameEnd = i + max(n, 1)
	for a := 0; a < n; {
		if !s.capableAt(i, a) {
			a++
			continue
		}
		b := a + 1
		for b < n && s.capableAt(i, b) {
			b++
		}
		s.judge(i, a, b)
		a = b
	}
}

// capableAt is capable for a part of the run at word i; a word that opens the
// sentence and may be another is no part.
func (s *scan) capableAt(i, a int) bool {
	p := s.run.parts[a]
	if p.class&(noun|surname) == noun|surname && a > 0 { // "Sarah Hall", but not "Kowhai Park"
		before := s.run.parts[a-1]
		return before.sure() && before.class&given != 0
	}
	if !p.capable() || a+1 < s.run.n && listed(namesakes, s.t.FoldBytes(i+a)) {
		return false
	}
	if s.opens(i+a) && p.form == whole && p.class&(ordinary|season) != 0 && p.class != 0 {
		if p.class&given != 0 && p.class&season == 0 && s.has(i+a+1, text.Comma) && s.callsOut(i+a) {
			return true
		}
		return p.class&given != 0 && a+1 < s.run.n && s.run.parts[a+1].sure() && !s.is(i, "will", "may", "can", "mark", "bill", "chase", "grant", "hope")
	}
	return true
}

// opens reports whether a capital at word i may come from its place alone.
func (s *scan) opens(i int) bool {
	return i == s.first || s.has(i, text.Colon|text.QuoteOpen|text.Dash|text.ParenOpen|text.LineStart)
}

// gapAhead reports whether word i is tied by a hyphen to what is no name.
func (s *scan) gapAhead(i int) bool {
	return i+1 < s.end && s.has(i+1, text.Glued) && s.gap(i+1) == mark && s.after(i) == '-'
}

// judge decides on parts [a, b) of the run that starts at word i.
func (s *scan) judge(i, a, b int) {
	for a < b && s.run.parts[a].form == particle && !s.has(i+a, text.Capital) {
		a++
	}
	for b > a && s.run.parts[b-1].form == particle {
		b--
	}
	if a == b || s.isThing(i, a, b) || s.gapAhead(i+b-1) || a > 0 && s.gapAhead(i+a-1) {
		return
	}
	first, end := i+a, i+b
	kind, found := s.evidence(i, a, b)
	if found && kind != nameInitials && s.isClinician(first, end) {
		s.add(clinicianName, first, end, false)
		return
	}
	if found {
		s.person(kind, first, end)
	}
	if s.looksLikeName(i, a, b, found) {
		s.person(nameShape, first, end)
	}
}
