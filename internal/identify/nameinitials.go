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
	case n > 1, alone && titleRank(s.t.FoldBytes(i)) == civil && (dotted || s.breaks(end)):
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
