package identify

import (
	"bytes"

	"github.com/postvet/postvet/internal/text"
)

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

// partAt reads word j as a part of a name; inside is false for the first.
func (s *scan) partAt(j int, inside bool) (part, bool) {
	w, b := &s.t.Words[j], s.t.FoldBytes(j)
	if w.Kind != text.Plain || hasDigit(b) {
		return part{}, false
	}
	next := j+1 < s.end && s.has(j+1, text.Capital) && !s.breaks(j+1)
	switch {
	case inside && w.Flags&text.Capital == 0:
		return part{form: particle}, listed(particles, b) && (next || s.is(j+1, "la", "los", "las", "der", "den", "el"))
	case w.Flags&text.Capital == 0:
		return part{}, false
	case len(b) == 1:
		return part{form: initial}, (b[0] != 'i' || s.followedByDot(j)) && (inside || s.fresh(j))
	case s.contracted(j):
		return part{}, false
	}
	p := part{class: s.classAt(j)}
	if next && p.class&(given|surname) == 0 && (inside && listed(particles, b) || listed(leading, b)) {
		p.form = particle
	}
	return p, true
}

// particles stand inside names, in small letters or capitals.
const particles = " de da do dos das del della di du la le los las van von der den ten ter bin bint ibn ben bat abu al el ul ud ur ap ab ferch ni nic mac mc o te af av zu y e "

// contracted reports whether word j is half of "we'll" or "who's".
func (s *scan) contracted(j int) bool {
	start := s.t.Words[j].Start
	return j > s.first && s.t.Words[j-1].Start == start || j+1 < s.end && s.t.Words[j+1].Start == start
}

// leading are the particles that may open a name, in capitals.
const leading = " te de van von al el ibn bin o mac nic ni le di da du del af "

// classAt is classOf for word j as it is written: capitals in a sentence of
// small letters are an abbreviation sooner than a name.
func (s *scan) classAt(j int) class {
	c := classOf(s.t.FoldBytes(j))
	w := &s.t.Words[j]
	if c == 0 && s.branded(w) {
		return ordinary
	}
	if w.Flags&text.Upper == 0 || s.letters == upper {
		return c
	}
	if c&dubious == 0 && w.End-w.Start > 2 && (s.shoutedName(j-1) || s.shoutedName(j+1)) {
		return c
	}
	return c | ordinary
}

// branded reports whether a capital inside a word says that it is a brand or
// an abbreviation ("MetaReset", "ECGs"), not "McAllister" or "DeShawn".
func (s *scan) branded(w *text.Word) bool {
	raw := s.t.Raw[w.Start:w.End]
	if w.Flags&text.Upper != 0 {
		return false
	}
	for i := 1; i < len(raw); i++ {
		if raw[i] >= 'A' && raw[i] <= 'Z' && raw[i-1] >= 'A' && raw[i-1] != '\'' {
			return !listed(" mc mac de da la le van di du fitz ni nic ma ja al o d ", bytes.ToLower([]byte(raw[:i])))
		}
	}
	return false
}

// shoutedName reports whether word j is a known name, and nothing else, in
// capitals.
func (s *scan) shoutedName(j int) bool {
	if !s.kind(j, text.Plain) || !s.has(j, text.Upper) {
		return false
	}
	c := classOf(s.t.FoldBytes(j))
	return c != 0 && c&dubious == 0
}

func (s *scan) followedByDot(j int) bool { return s.after(j) == '.' }

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
		s.add(kind, first, end, false)
	}
	if s.looksLikeName(i, a, b, found) {
		s.add(nameShape, first, end, false)
	}
}

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
		return nameInitials, initials >= 2 && !s.is(first, "u", "n", "d", "e") && s.followedByDot(first) && (s.is(end, "from", "in", "who", "was", "is", "has", "had", "came", "went", "finally", "said") || s.has(end-1, text.Possessive))
	case wholes == 1 && initials > 0:
		return s.withInitial(i, a, b, head, tail)
	case wholes == 1 && s.is(end, "family", "household", "twins") && s.is(first-1, "the") && s.has(first-1, text.Capital) == s.has(end, text.Capital):
		return personName, true
	case wholes == 1 && s.is(first-1, "the"):
		return 0, false
	case wholes == 1 && head.class&given != 0:
		return givenName, head.sure() || s.cued(first, end) || head.class&(ordinary|season|noun|eponym) == 0 && !s.located(first)
	case wholes == 1:
		return 0, false
	case wholes-doubts == 0 && s.letters != mixed:
		return 0, false
	case wholes == doubts: // "Grace Young", "Mark Brown", but not "Summer Holiday"
		return personName, wholes == 2 && head.class&given != 0 && tail.class&surname != 0 && (head.class|tail.class)&(season|noun) == 0 && first > s.first
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
	case s.is(first-1, "vitamin", "hepatitis", "hep", "type", "group", "plan", "part", "grade", "class", "covid", "influenza", "strep", "schedule", "appendix", "block", "bay", "ward"):
		return 0, false
	case head.form == initial:
		known := tail.class&surname != 0 && tail.class&dubious == 0
		return personName, known || s.followedByDot(first) && tail.class&(ordinary|noun) == 0 && len(s.t.FoldBytes(end-1)) > 2
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
		return s.ageFollows(end) && p.class&dubious == 0
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
	return s.is(i-1, "in", "at", "from", "to", "near", "of", "across", "around", "outside", "north", "south", "east", "west", "via", "the", "throughout", "central", "greater", "downtown", "new", "county", "san", "port", "fort") ||
		s.has(i, text.Comma) && s.has(i-1, text.Capital)
}
