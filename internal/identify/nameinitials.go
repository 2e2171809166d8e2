package identify

import "github.com/postvet/postvet/internal/text"

// initials finds "patient J.S.", "Mrs B.", "Pt AB".
func initials(s *scan, i int, k Kind, _ *recogniser) {
	if s.letters == lower || s.has(i, text.Possessive) {
		return
	}
	end, dotted := i+1, false
	for end < s.end && end < i+4 && len(s.t.FoldBytes(end)) == 1 && s.has(end, text.Capital) && (end == i+1 || s.has(end, text.Glued) ||
		s.followedByDot(end-1) && s.followedByDot(end)) {
		dotted = dotted || s.followedByDot(end)
		end++
	}
	n := end - i - 1
	alone := s.breaks(end) || !s.has(end, text.Capital) // no surname follows
	switch {
	case i+1 < s.end && (s.has(i+1, text.Comma|text.Semicolon|text.Dash|text.ParenOpen|text.QuoteOpen) || s.has(i+1, text.Colon) && n < 2):
	case n == 0:
		s.joinedInitials(i, k)
	case n > 1, alone && titleRank(s.t.FoldBytes(i)) == civil && (dotted || s.breaks(end) ||
		s.is(end, "from", "in", "who", "was", "is", "has", "had", "came", "went", "on", "at", "with")):
		s.add(k, i, end, false)
	}
}

// joinedInitials finds "patient JS,".
func (s *scan) joinedInitials(i int, k Kind) {
	if s.letters == upper || !s.kind(i+1, text.Plain) || !s.has(i+1, text.Upper) || !s.is(i, "patient", "pt", "mr", "mrs", "resident", "client", "mum",
		"mother", "baby") {
		return
	}
	if b := s.t.FoldBytes(i + 1); len(b) <= 3 && classOf(b) == 0 && !hasDigit(b) && (s.breaks(i+2) || s.is(i+2, "was", "is", "has", "had", "who",
		"came", "went", "in", "on", "from", "aged")) {
		s.add(k, i, i+2, false)
	}
}

// initialsStand reports whether the dotted capitals in words [first, end) are
// somebody's by what stands around them.
func (s *scan) initialsStand(first, end int) bool {
	if !s.followedByDot(first) || s.is(first, "u") {
		return false
	}
	switch {
	case s.is(first, "n", "d", "e"): // N.Y., D.C., E.D.
	case s.is(end, "from", "in", "who", "was", "is", "has", "had", "came", "went", "finally", "said"), s.has(end-1, text.Possessive):
		return true
	}
	spelt := s.t.Words[end-1].Start > s.t.Words[first].Start && listed(abbreviations, []byte{s.t.FoldBytes(first)[0], s.t.FoldBytes(end - 1)[0]})
	switch {
	case spelt:
		return false
	case first == s.first && s.has(end, text.Comma):
		return s.is(end, speech...)
	case s.kind(end, text.Number) && s.kind(end+1, text.Number):
		return true
	}
	return s.breaks(end) && (s.has(first, text.Dash) || s.has(first, text.QuoteClose) || s.gapHolds(first, '-'))
}

// abbreviations are written like initials: their first and last letters.
const abbreviations = " ps nb eg ie gp er ed uk us am pm dc la tv pt ot iv id ad bc md do nz eu un pa "
