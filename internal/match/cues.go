package match

import (
	"slices"
	"sort"

	"github.com/postvet/postvet/internal/text"
)

// Cues are the phrases that put what follows (or precedes) them into a
// context, after the NegEx (Chapman 2001) and ConText (Harkema 2009) methods:
// trigger, direction, scope, terminator.
type Cues struct {
	Reach    int      // words a cue reaches
	Before   []string // cues that stand before what they bear on
	After    []string // cues that stand behind it
	Label    []string // open a sentence, with a colon or dash or on their own, and bear on all of it
	Never    []string // look like cues, but aren't
	Stop     []string // end a cue's scope
	Question bool     // only in a question that a Before cue opens
	Quoted   bool     // quotation marks are cues too
}

// context is a kind of cues in a program: the numbers of its lists.
type context struct {
	reach                             int32
	before, after, label, never, stop int32
	question, quoted                  bool
}

// Cues defines the context of that kind.
func (b *Builder) Cues(kind string, c Cues) []*SyntaxError {
	var errs []*SyntaxError
	list := func(role string, phrases []string) int32 {
		name := hidden + kind + ":" + role
		errs = append(errs, b.List(name, phrases)...)
		return int32(b.nameID[name])
	}
	b.p.contexts[kind] = context{
		reach:  int32(c.Reach),
		before: list("before", c.Before), after: list("after", c.After), label: list("label", c.Label),
		never: list("never", c.Never), stop: list("stop", c.Stop),
		question: c.Question, quoted: c.Quoted,
	}
	return errs
}

// Cue reports whether the words [first, end) stand in a context of that kind.
// A cue inside them never counts.
func (h *Hits) Cue(kind string, first, end int32) bool {
	c, ok := h.program.contexts[kind]
	if !ok {
		return false
	}
	k := h.Text.SentenceOf(int(first))
	s := &h.Text.Sentences[k]
	if c.quoted && h.inQuotes(s, first, end) {
		return true
	}
	if h.labelled(&c, k, first) || k > 0 && h.labelAlone(&c, k-1) {
		return true
	}
	if c.question {
		return s.Question && h.opensQuestion(&c, s, first)
	}
	for _, cue := range h.cuesIn(s) {
		switch cue.name {
		case c.before:
			if cue.end <= first && h.reaches(&c, s, cue, cue.end, first) {
				return true
			}
		case c.after:
			if cue.start >= end && h.reaches(&c, s, cue, end, cue.start) {
				return true
			}
		}
	}
	return false
}

// cuesIn returns the cues of a sentence.
func (h *Hits) cuesIn(s *text.Sentence) []stretch {
	from := sort.Search(len(h.cues), func(i int) bool { return h.cues[i].start >= s.First })
	to := from
	for to < len(h.cues) && h.cues[to].start < s.End {
		to++
	}
	return h.cues[from:to]
}

// reaches reports whether a cue's scope covers the words between a and b: not
// too many of them, no punctuation, nothing that stops it.
func (h *Hits) reaches(c *context, s *text.Sentence, cue stretch, a, b int32) bool {
	const stops = text.Comma | text.Semicolon | text.Colon | text.Dash | text.ParenOpen
	n := int32(0)
	for i := a; i < b; i++ {
		if !light(&h.Text.Words[i]) {
			n++
		}
	}
	if n > c.reach {
		return false
	}
	for i := a; i <= b && i < s.End; i++ {
		if h.Text.Words[i].Flags&stops != 0 {
			return false
		}
	}
	for _, other := range h.cuesIn(s) {
		if other.name == c.stop && other.start >= a && other.end <= b {
			return false
		}
	}
	return !h.denied(c, s, cue)
}

// denied reports whether a cue is part of what only looks like one.
func (h *Hits) denied(c *context, s *text.Sentence, cue stretch) bool {
	return slices.ContainsFunc(h.cuesIn(s), func(other stretch) bool {
		return other.name == c.never && other.start < cue.end && other.end > cue.start
	})
}

// labelled reports whether sentence k opens with a label that words before
// first belong to: "Myth: …".
func (h *Hits) labelled(c *context, k int, first int32) bool {
	s := &h.Text.Sentences[k]
	for _, cue := range h.cuesIn(s) {
		if cue.name != c.label || cue.end > first || !h.leads(s, cue.start) {
			continue
		}
		for i := cue.end; i <= min(first, cue.end+2); i++ {
			if h.Text.Words[i].Flags&(text.Colon|text.Dash|text.QuoteOpen|text.LineStart) != 0 {
				return true
			}
		}
	}
	return false
}

// labelAlone reports whether sentence k is nothing but a label: "MYTH".
func (h *Hits) labelAlone(c *context, k int) bool {
	s := &h.Text.Sentences[k]
	for _, cue := range h.cuesIn(s) {
		if cue.name == c.label && h.leads(s, cue.start) && s.End-cue.end <= 1 {
			return true
		}
	}
	return false
}

// leads reports whether only emoji and numbers stand before word i.
func (h *Hits) leads(s *text.Sentence, i int32) bool {
	for _, w := range h.Text.Words[s.First:i] {
		if !light(&w) && w.Kind != text.Number {
			return false
		}
	}
	return true
}

// opensQuestion reports whether a cue opens the question, or the clause of it,
// that holds word first.
func (h *Hits) opensQuestion(c *context, s *text.Sentence, first int32) bool {
	for _, cue := range h.cuesIn(s) {
		if cue.name != c.before || cue.end > first || h.denied(c, s, cue) {
			continue
		}
		w := &h.Text.Words[cue.start]
		if h.leads(s, cue.start) || w.Flags&(text.Comma|text.Colon|text.Dash|text.QuoteOpen) != 0 {
			return true
		}
	}
	return false
}

// inQuotes reports whether quotation marks open before the words and close
// behind them.
func (h *Hits) inQuotes(s *text.Sentence, first, end int32) bool {
	words := h.Text.Words
	open := false
	for i := s.First; i <= first; i++ {
		if words[i].Flags&text.QuoteClose != 0 {
			open = false
		}
		if words[i].Flags&text.QuoteOpen != 0 {
			open = true
		}
	}
	if !open {
		return false
	}
	// The closing mark may stand behind the sentence's last word.
	for i := end; i <= s.End && int(i) < len(words); i++ {
		if words[i].Flags&text.QuoteClose != 0 {
			return true
		}
	}
	return int(s.End) == len(words)
}
