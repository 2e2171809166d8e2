package text

import (
	"unicode"
	"unicode/utf8"
)

// maxSentence is the number of words at which a sentence is cut: what is
// longer is no sentence, and every scope stays bounded.
const maxSentence = 200

// gap is what stands between two words.
type gap struct {
	spaces, newlines int
	bullet           bool
	end              byte // . ! or ?, the strongest seen
	question         bool
	at               int // byte of Folded behind the last of these; 0 for none
}

func (g *gap) stop(b byte, at int) {
	if g.end == 0 || b != '.' {
		g.end = b
	}
	g.question = g.question || b == '?'
	g.at = at
}

// border opens a sentence, and perhaps a paragraph, before w where one starts.
func (c *Cutter) border(w *Word) {
	t := &c.t
	n := len(t.Sentences)
	if n == 0 {
		c.open(w, 0)
		return
	}
	s := &t.Sentences[n-1]
	s.Question = s.Question || c.gap.question
	switch {
	case c.gap.newlines >= 2 || c.gap.bullet:
		c.open(w, s.Paragraph+1)
	case c.gap.newlines == 1 && !c.startsLower(w), len(t.Words)-int(s.First) >= maxSentence:
		c.open(w, s.Paragraph)
	case w.Kind == Emoji || w.Kind == Handle && c.held:
		c.held = c.held || c.gap.end != 0 && c.ends(w)
	case c.held, c.gap.end != 0 && c.ends(w):
		c.open(w, s.Paragraph)
	case w.Flags&Capital != 0 && t.Words[len(t.Words)-1].Kind == Emoji && c.hasWords(s):
		c.open(w, s.Paragraph)
	}
}

// hasWords reports whether a sentence holds more than emoji.
func (c *Cutter) hasWords(s *Sentence) bool {
	for _, w := range c.t.Words[s.First:] {
		if w.Kind != Emoji {
			return true
		}
	}
	return false
}

func (c *Cutter) open(w *Word, paragraph int32) {
	t := &c.t
	at := int32(c.gap.at)
	if at == 0 || c.held {
		at = c.place
	}
	c.close(at)
	c.held = false
	t.Sentences = append(t.Sentences, Sentence{First: int32(len(t.Words)), Start: w.Start, Paragraph: paragraph, fold: at})
}

// close ends the last sentence at byte at of Folded.
func (c *Cutter) close(at int32) {
	t := &c.t
	n := len(t.Sentences)
	if n == 0 {
		return
	}
	s := &t.Sentences[n-1]
	s.End = int32(len(t.Words))
	s.Stop = t.Words[s.End-1].End
	s.stop = at
}

func (c *Cutter) startsLower(w *Word) bool {
	r, _ := utf8.DecodeRuneInString(c.t.Raw[w.Start:])
	return w.Kind == Plain && unicode.IsLower(r)
}

// ends reports whether the full stop, exclamation or question mark before w
// ends a sentence.
func (c *Cutter) ends(w *Word) bool {
	capital := w.Flags&Capital != 0
	if c.gap.end != '.' { // "StMarys!2026" is one thing
		return c.gap.spaces > 0 || capital || w.Kind != Plain && w.Kind != Number
	}
	last := &c.t.Words[len(c.t.Words)-1]
	if c.gap.spaces == 0 { // "end.Start", but not "e.g." or "example.pdf"
		return w.Kind != Plain && w.Kind != Number || capital && last.stop-last.fold > 1
	}
	if last.Kind != Plain {
		return true
	}
	before := string(c.store[last.fold:last.stop])
	switch abbreviations[before] {
	case always:
		return false
	case beforeNumber:
		return w.Kind != Number
	case beforeLower:
		return w.Kind != Number && (capital || w.Kind != Plain)
	}
	if len(before) == 1 {
		return c.letterEnds(last, before, w)
	}
	return true
}

// letterEnds tells an initial ("John D. Smith", "a.m.") from a sentence that
// ends in a letter ("vitamin D. It").
func (c *Cutter) letterEnds(last *Word, before string, w *Word) bool {
	if w.Flags&Capital == 0 {
		return w.Kind != Plain && w.Kind != Number
	}
	if last.Flags&Capital == 0 { // "10 a.m. Bring"
		return true
	}
	n := len(c.t.Words)
	if n < 2 {
		return false
	}
	return lettered[string(c.spelling(n-2))] && before != "i"
}

func (c *Cutter) spelling(i int) []byte { w := &c.t.Words[i]; return c.store[w.fold:w.stop] }

type abbreviation uint8

const (
	always       abbreviation = iota + 1 // a full stop behind it never ends a sentence
	beforeNumber                         // only before a number: "No. 4"
	beforeLower                          // only before a lower-case word or number: "etc. and"
)

var (
	abbreviations = map[string]abbreviation{
		"dr": always, "mr": always, "mrs": always, "ms": always, "mx": always, "prof": always, "st": always, "rev": always, "hon": always, "sr": always,
		"lt": always, "col": always, "gen": always, "vs": always, "eg": always, "ie": always, "approx": always, "fig": always, "tel": always, "ext": always, "dept": always,
		"no": beforeNumber, "nos": beforeNumber, "vol": beforeNumber, "ref": beforeNumber, "pp": beforeNumber,
		"etc": beforeLower, "inc": beforeLower, "ltd": beforeLower, "co": beforeLower, "jr": beforeLower, "al": beforeLower,
		"jan": beforeLower, "feb": beforeLower, "mar": beforeLower, "apr": beforeLower, "jun": beforeLower, "jul": beforeLower, "aug": beforeLower, "sep": beforeLower,
		"sept": beforeLower, "oct": beforeLower, "nov": beforeLower, "dec": beforeLower, "mon": beforeLower, "tue": beforeLower, "tues": beforeLower, "wed": beforeLower,
		"thu": beforeLower, "thur": beforeLower, "thurs": beforeLower, "fri": beforeLower, "sat": beforeLower, "sun": beforeLower, "ave": beforeLower, "rd": beforeLower,
	}
	// lettered are words that a single letter may follow.
	lettered = words("vitamin vitamins hepatitis hep grade plan part group type ward class option section bay block floor unit figure")
)

// finish closes the last sentence and gives trailing hashtags to the sentence
// before them.
func (c *Cutter) finish() {
	c.spaced()
	t := &c.t
	n := len(t.Sentences)
	if n == 0 {
		return
	}
	t.Sentences[n-1].Question = t.Sentences[n-1].Question || c.gap.question
	c.close(int32(c.folded))
	out := n // sentences are moved to the end of the slice, last first
	for k := n - 1; k >= 0; k-- {
		s := t.Sentences[k]
		tail := out == n || t.Sentences[out].Paragraph != s.Paragraph
		if k > 0 && tail && t.Sentences[k-1].Paragraph == s.Paragraph && c.onlyTags(&s) {
			p := &t.Sentences[k-1]
			p.End, p.Stop, p.stop = s.End, s.Stop, s.stop
			continue
		}
		out--
		t.Sentences[out] = s
	}
	t.Sentences = append(t.Sentences[:0], t.Sentences[out:]...)
}

func (c *Cutter) onlyTags(s *Sentence) bool {
	for _, w := range c.t.Words[s.First:s.End] {
		if w.Flags&Tag == 0 && w.Kind != Emoji && w.Kind != Handle {
			return false
		}
	}
	return true
}
