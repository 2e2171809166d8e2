package identify

import "github.com/postvet/postvet/internal/text"

// person notes a name and how it stands in its sentence:
//
//	addressee   someone spoken to: "Hi Pru,", "Gord, your…", "thanks, Pru!"
//	owner-name  a name with a possessive 's: "Pru's knee"
//	signature   a name that closes a quotation: "— Pru B, Leeds"
func (s *scan) person(k Kind, first, end int) {
	s.add(k, first, end, false)
	if s.has(end-1, text.Possessive) {
		if (k != nameShape || s.has(first, text.Capital)) && !s.is(first-1, "the", "a", "an", "our", "my", "your", "every", "each") {
			s.add(ownerName, first, end, false)
		}
		return
	}
	if s.addressed(first, end) {
		s.add(addressee, first, end, false)
	}
	if (k != nameShape || end-first > 1) && s.signs(first, end) {
		s.add(signature, first, end, false)
	}
}

// addressed reports whether a greeting, or its place alone, says that the name
// in words [first, end) is somebody's who is spoken to.
func (s *scan) addressed(first, end int) bool {
	closes := s.breaks(end)
	switch {
	case closes && s.greeted(first):
		return true
	case first == 0 || first == s.first && s.sentence == 1:
		return closes && (end >= s.end || s.has(end, text.Comma|text.Dash)) && !s.signs(first, end) || s.is(end, speech...)
	case first == s.first && s.has(end, text.Comma):
		return s.is(end, speech...)
	}
	return end >= s.end && s.has(first, text.Comma) && end-first <= 2 && !s.has(first-1, text.Capital)
}

// speech is how a sentence goes on that has just called somebody by name.
var speech = []string{"you", "your", "we", "thank", "thanks", "i", "sorry", "please", "so", "it", "our", "what", "that", "glad", "happy", "great"}

// greeted reports whether a greeting stands before word i.
func (s *scan) greeted(i int) bool {
	switch string(s.t.FoldBytes(max(i-1, 0))) {
	case "hi", "hello", "hey", "hiya", "heya", "dear", "thanks", "congratulations", "congrats", "sorry", "oh", "aw", "aww", "ah", "cheers", "morning",
		"afternoon", "evening", "ora", "yes", "yep", "yeah", "no", "nope", "ok", "okay", "sure", "bonjour", "hola", "howdy", "bless", "ta", "bye":
		return i > s.first
	case "you":
		return s.is(i-2, "thank", "bless", "love", "miss")
	case "done", "day", "birthday", "back":
		return s.is(i-2, "well", "good", "happy", "welcome", "g")
	case "much", "again", "lots", "heaps":
		return s.is(i-2, "so", "very", "thanks", "hi", "hello", "you")
	}
	return false
}

// signs reports whether the name in words [first, end) is set behind a dash or
// a quotation as its author's.
func (s *scan) signs(first, end int) bool {
	dash := s.has(first, text.Dash) || s.gapHolds(first, '-') || s.has(first, text.QuoteClose) || first == s.first && s.has(first, text.LineStart) &&
		s.quotedAbove()
	return dash && first > 0 && (s.breaks(end) || s.is(end, "from", "in", "via", "on", "and"))
}

// gapHolds reports whether a lone hyphen stands before word i.
func (s *scan) gapHolds(i int, c byte) bool {
	if i == 0 {
		return false
	}
	between := s.t.Raw[s.t.Words[i-1].End:s.t.Words[i].Start]
	for k := range len(between) {
		if between[k] == c {
			return len(between) > 1
		}
	}
	return false
}

// quotedAbove reports whether the text before the sentence ends in a quotation
// mark.
func (s *scan) quotedAbove() bool {
	for at := int(s.t.Words[s.first].Start) - 1; at >= 0; at-- {
		switch s.t.Raw[at] {
		case ' ', '\n', '\r', '\t':
			continue
		case '"', '\'':
			return true
		}
		return at >= 2 && (s.t.Raw[at-2:at+1] == "”" || s.t.Raw[at-2:at+1] == "’")
	}
	return false
}

// callsOut reports whether the capitalised word i, never heard of, opens the
// text as somebody's name: "Lupe you're…", "Odalys! …".
func (s *scan) callsOut(i int) bool {
	b := s.t.FoldBytes(i)
	if i != s.first || s.sentence > 0 || !s.has(i, text.Capital) || len(b) < 3 || drawn(b) {
		return false
	}
	return s.has(i+1, text.Comma) && s.is(i+1, speech...) || s.is(i+1, "you", "your", "we") || i+1 == s.end && s.speechAhead()
}

// speechAhead reports whether the next sentence speaks to somebody, or of one
// just called.
func (s *scan) speechAhead() bool {
	if s.end >= len(s.t.Words) {
		return false
	}
	switch string(s.t.FoldBytes(s.end)) {
	case "you", "your", "we", "she", "he", "our", "so":
		return true
	}
	return false
}

// drawn reports whether a word is drawn out or doubled, as cries are:
// "yesss", "woohoo", "haha".
func drawn(b []byte) bool {
	for i := 2; i < len(b); i++ {
		if b[i] == b[i-1] && (b[i] == b[i-2] || b[i] == 'o' || b[i] == 'h' || b[i] == 'w') || i > 2 && b[i] == b[i-2] && b[i-1] == b[i-3] {
			return true
		}
	}
	return false
}

// humanAct reports whether words from i on say what only people do.
func (s *scan) humanAct(i int) bool {
	switch {
	case s.breaks(i):
		return false
	case s.is(i, "rang", "rings", "came", "went", "walked", "walks", "smiled", "told", "tells", "asked", "says", "said", "loves", "wanted", "cried", "laughed",
		"thought", "gave", "drove", "lost", "beat", "finished"):
		return true
	case s.is(i, "is", "was", "got"):
		return s.is(i+1, "home", "back", "recovering", "doing", "discharged", "admitted", "diagnosed", "born", "rushed", "sent", "moved", "seen", "in", "on", "out",
			"off", "our", "finally", "now", "still", "one", "so")
	case s.is(i, "left"):
		return s.is(i+1, "icu", "the", "our", "hospital", "us", "ward", "theatre", "intensive", "with", "smiling", "on")
	case s.is(i, "has", "had"):
		return s.is(i+1, "now", "been", "just", "finally", "his", "her", "a", "an", "lost", "finished", "gone", "come")
	}
	return false
}
