package check

import (
	"strings"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/post"
)

// Reveal is the right to print the text of private findings. Its zero value
// grants nothing; only cli makes one that does.
type Reveal struct{ granted bool }

// RevealText grants the right. Only internal/cli may call it (the plan of the house holds it).
func RevealText() Reveal { return Reveal{true} }

// Granted reports whether it is the right.
func (r Reveal) Granted() bool { return r.granted }

// Line is the line a finding stands on, as a reader sees it: made of the
// field's text, which private rules have searched, never of the source, which
// may hold metadata and comments beside it.
type Line struct {
	Text       string
	From, To   int  // bytes of Text that are underlined
	Head, Tail bool // more of the line stands before or behind Text
}

// quote is all that a finding holds of the text. Findings point at it, so that
// printing one with fmt shows an address.
type quote struct {
	message string // with the text filled in
	hidden  string // with "…" in its place
	text    string
	line    Line
}

// Masked reports whether the finding's text is hidden from those without the
// right to see it.
func (f *Finding) Masked() bool { return f.masked }

// Message returns the rule's message with the matched text filled in, or "…"
// in its place.
func (f *Finding) Message(r Reveal) string {
	if f.masked && !r.granted {
		return f.quote.hidden
	}
	return f.quote.message
}

// Text returns the text that the finding underlines; false when it may not be
// shown.
func (f *Finding) Text(r Reveal) (string, bool) {
	if f.masked && !r.granted {
		return "", false
	}
	return f.quote.text, true
}

// Line returns the line the finding stands on; false when it may not be shown.
func (f *Finding) Line(r Reveal) (Line, bool) {
	if f.masked && !r.granted {
		return Line{}, false
	}
	return f.quote.line, true
}

// Text returns the text to write instead; false when it may not be shown.
func (s *Suggestion) Text(r Reveal) (string, bool) {
	if s.masked && !r.granted {
		return "", false
	}
	return s.edit.Text, true
}

// Edit returns the change to the post that the suggestion stands for. It holds
// text and is for writing into the draft alone.
func (s *Suggestion) Edit() post.Edit { return *s.edit }

// Redactions returns the changes to the post that take out what a private rule
// matched; none where no text of the post is meant.
func (f *Finding) Redactions() []post.Edit { return f.places }

// mask hides the text of all findings.
func mask(findings []Finding) {
	for i := range findings {
		f := &findings[i]
		f.masked = true
		for j := range f.Suggestions {
			f.Suggestions[j].masked = true
		}
	}
}

// around is how many bytes of a line are kept before and behind a match: more
// than any screen shows, and little enough for a line of megabytes.
const around = 400

// lineOf returns the line of text that holds text[start:stop].
func lineOf(text string, start, stop int) Line {
	from := max(0, start-around)
	head := from > 0
	if i := strings.LastIndexByte(text[from:start], '\n'); i >= 0 {
		from, head = from+i+1, false
	} else if head {
		from = min(onBorder(text, from), start)
	}
	if i := strings.IndexByte(text[start:stop], '\n'); i >= 0 {
		stop = start + i
	}
	shown := min(stop, start+around)
	to := min(len(text), shown+around)
	tail := to < len(text)
	if i := strings.IndexByte(text[shown:to], '\n'); i >= 0 {
		to, tail = shown+i, false
	} else {
		to = onBorder(text, to)
	}
	stop = min(stop, to)
	return Line{Text: text[from:to], From: start - from, To: stop - from, Head: head, Tail: tail}
}

// onBorder moves i forward to the next border of a character.
func onBorder(text string, i int) int {
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return i
}
