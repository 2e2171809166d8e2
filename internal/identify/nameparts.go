package identify

import (
	"bytes"

	"github.com/postvet/postvet/internal/text"
)

// partAt reads word j as a part of a name; inside is false for the first.
func (s *scan) partAt(j int, inside bool) (part, bool) {
	w, b := &s.t.Words[j], s.t.FoldBytes(j)
	if w.Kind != text.Plain || hasDigit(b) {
		return part{}, false
	}
	next := j+1 < s.end && s.has(j+1, text.Capital) && !s.breaks(j+1)
	switch {
	case inside && w.Flags&text.Capital == 0 && s.tied(j):
		return part{class: classOf(b)}, true
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
const particles = " de da do dos das del della di du la le los las van von der den ten ter bin bint ibn ben bat abu al el ul ud ur ap ab ferch ni nic " +
	"mac mc o te af av zu y e "

// tied reports whether word j belongs to the name before it although it starts
// in small letters: "Seo-yeon", "Ó hUiginn".
func (s *scan) tied(j int) bool {
	b, raw := s.t.FoldBytes(j), s.t.Raw[s.t.Words[j].Start:]
	if len(b) < 3 || classOf(b)&dubious != 0 {
		return false
	}
	before := s.run.parts[s.run.n-1]
	hyphen := s.gap(j) == mark && s.after(j-1) == '-' && before.form == whole && before.class&dubious == 0
	return hyphen || (raw[0] == 'h' || raw[0] == 'n' || raw[0] == 't') && raw[1] >= 'A' && raw[1] <= 'Z'
}

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
