package identify

import "github.com/postvet/postvet/internal/text"

// initials finds "patient J.S.", "Mrs B.", "Pt AB".
func initials(s *scan, i int, k Kind, _ *recogniser) {
	if s.letters == lower || s.has(i, text.Possessive) {
		return
	}
	end, dotted := i+1, false
	for end < s.end && end < i+4 && len(s.t.FoldBytes(end)) == 1 && s.has(end, text.Capital) && (end == i+1 || s.has(end, text.Glued) || s.followedByDot(end-1) && s.followedByDot(end)) {
		dotted = dotted || s.followedByDot(end)
		end++
	}
	n := end - i - 1
	switch {
	case i+1 < s.end && s.has(i+1, text.Comma|text.Semicolon|text.Dash|text.Colon|text.ParenOpen|text.QuoteOpen):
	case n == 0:
		s.joinedInitials(i, k)
	case n == 1 && !(dotted && titleRank(s.t.FoldBytes(i)) == civil) && !(titleRank(s.t.FoldBytes(i)) == civil && s.breaks(end)):
	case n == 1 && s.has(end, text.Capital) && !s.breaks(end) && s.kind(end, text.Plain) && !s.nextSentence(end):
	default:
		s.add(k, i, end, false)
	}
}

// nextSentence reports whether word i opens one.
func (s *scan) nextSentence(i int) bool { return i >= s.end }

// joinedInitials finds "patient JS,".
func (s *scan) joinedInitials(i int, k Kind) {
	if s.letters == upper || !s.kind(i+1, text.Plain) || !s.has(i+1, text.Upper) || !s.is(i, "patient", "pt", "mr", "mrs", "resident", "client", "mum", "mother", "baby") {
		return
	}
	if b := s.t.FoldBytes(i + 1); len(b) <= 3 && classOf(b) == 0 && !hasDigit(b) && (s.breaks(i+2) || s.is(i+2, "was", "is", "has", "had", "who", "came", "went", "in", "on", "from", "aged")) {
		s.add(k, i, i+2, false)
	}
}
