package identify

import "github.com/postvet/postvet/internal/text"

// uncasedName finds names where capitals say nothing: known ones, and words
// never heard of at a cue.
func (s *scan) uncasedName(i int) {
	cue := s.cueBefore(i)
	if cue == noCue && s.callsOut(i) {
		cue = faint
		if s.has(i+1, text.Comma) {
			cue = strong
		}
	}
	known, _ := nameList.find(s.t.FoldBytes(i))
	if (known == "" || known[0] != 'g') && cue == noCue && !s.cueAhead(i) || !s.uncasedPart(i) {
		return
	}
	c := classOf(s.t.FoldBytes(i))
	sure := c&given != 0 && c&dubious == 0 && len(s.t.FoldBytes(i)) > 2
	end := s.uncasedEnd(i, sure)
	kind, found := personName, false
	last := classOf(s.t.FoldBytes(end - 1))
	switch {
	case sure && end > i+1 && (last&dubious == 0 || s.nameAlone(end)):
		found = true
	case sure:
		kind, end, found = givenName, i+1, true
	case c == 0 && end > i+1 && last&surname != 0 && last&dubious == 0 && cue == strong:
		found = true
	case c&given != 0 && c&(noun|eponym) == 0 && (cue == strong || s.ageFollows(i+1)),
		c&given != 0 && c&dubious == place && s.has(i, text.Capital) && s.has(i, text.Possessive):
		kind, end, found = givenName, i+1, true
	case c&dubious != 0, cue == noCue && !s.ageFollows(end) && !s.has(end-1, text.Possessive):
		return
	}
	s.nameEnd = end
	switch {
	case s.uncasedThing(i, end):
		return
	case found && s.isClinician(i, end):
		s.add(clinicianName, i, end, false)
		return
	case found:
		s.person(kind, i, end)
	}
	s.person(nameShape, i, end)
}

// cueAhead reports whether something within four words from word i may say
// that it is a name: "…, 62," or a possessive.
func (s *scan) cueAhead(i int) bool {
	for j := i; s.owned && j < s.end && j < i+4; j++ {
		w := &s.t.Words[j]
		if w.Flags&text.Possessive != 0 && w.Kind == text.Plain || j > i && w.Kind == text.Number && s.ageFollows(j) {
			return true
		}
		if j > i && s.breaks(j) {
			return false
		}
	}
	return false
}

// uncasedEnd returns the word behind the name that starts at word i.
func (s *scan) uncasedEnd(i int, sure bool) int {
	end := i + 1
	for end < s.end && end < i+5 && !s.breaks(end) && !s.has(end-1, text.Possessive) && s.uncasedPart(end) {
		b := s.t.FoldBytes(end)
		next := classOf(b)
		doubtful := sure && end == i+1 && next&surname != 0 && next&(noun|season) == 0 && !s.is(end, "will", "may")
		link := listed(particles, b) && s.uncasedPart(end+1) && !s.breaks(end+1) && (classOf(s.t.FoldBytes(end+1))&dubious == 0 ||
			listed(" la los der den ", s.t.FoldBytes(end+1)))
		hyphen := s.gap(end) == mark && s.after(end-1) == '-'
		if next&dubious != 0 && !doubtful && !link && !hyphen || len(b) < 3 && !link && !hyphen {
			break
		}
		end++
	}
	return end
}

// uncasedPart reports whether word i may be part of a name in small letters.
func (s *scan) uncasedPart(i int) bool {
	if !s.kind(i, text.Plain) {
		return false
	}
	b := s.t.FoldBytes(i)
	return s.t.Words[i].Flags&text.Tag == 0 && (len(b) > 1 || b[0] == 'o') && !hasDigit(b) && b[0] >= 'a' && b[0] <= 'z'
}

// nameAlone reports whether a surname that is a word too ends its clause at
// word i, or a verb of someone's follows.
func (s *scan) nameAlone(i int) bool {
	return s.breaks(i) || s.is(i, "was", "is", "has", "had", "who", "came", "went", "said")
}

// cue says how much what stands before a word makes it a name.
type cue uint8

const (
	noCue  cue = iota
	faint      // a word never heard of is a name
	strong     // a word that may be a name is
)

// cueBefore weighs what stands before word i.
func (s *scan) cueBefore(i int) cue {
	if i == s.first || s.breaks(i) {
		return noCue
	}
	j := i - 1
	switch string(s.t.FoldBytes(j)) {
	case "named", "hi", "hello", "hiya", "dear", "meet":
		return strong
	case "is":
		return s.cueIf(strong, s.is(j-1, "name"))
	case "of":
		return s.cueIf(strong, s.is(j-1, "mum", "mom", "dad", "mother", "father"))
	case "called":
		return s.cueIf(strong, s.is(j-1, "lady", "man", "woman", "boy", "girl", "gentleman", "patient", "baby", "son", "daughter"))
	case "to":
		return s.cueIf(faint, s.is(j-1, "done", "thanks", "congratulations", "congrats", "hello", "goodbye", "birthday"))
	case "patient", "pt", "resident":
		return s.cueIf(faint, !s.is(j-1, "very", "more", "so", "be", "the", "a"))
	case "thanks", "congratulations", "congrats", "welcome", "rip", "remembering", "little", "baby":
		return faint
	case "you":
		return s.cueIf(faint, s.is(j-1, "thank"))
	}
	return s.cueIf(faint, s.kin(j))
}

func (s *scan) cueIf(c cue, holds bool) cue {
	if holds {
		return c
	}
	return noCue
}

// uncasedThing reports whether words [i, end) name a hospital, street, disease
// or public person.
func (s *scan) uncasedThing(i, end int) bool {
	if i > s.first && listed(namesakes, s.t.FoldBytes(i-1)) {
		return true
	}
	if end < s.end && !s.breaks(end) {
		if b := s.t.FoldBytes(end); listed(diseaseNouns, b) || listed(buildings, b) && !s.numbered(end) && !s.has(end-1, text.Possessive) || s.has(end-1,
			text.Possessive) && s.letters == upper && listed(" hospital clinic trust foundation day week rule law ward house centre center ", b) {
			return true
		}
	}
	return s.isFamous(i, end)
}

// tagName finds names in a hashtag: "#PrayForMaria", "#TeamLeo",
// "#justiceforleo".
func (s *scan) tagName(i int) {
	end := i + 1
	for end < s.end && !s.has(end, text.TagStart) && s.has(end, text.Tag) {
		end++
	}
	s.nameEnd = end
	if !s.has(i, text.TagStart) {
		return
	}
	if end == i+1 {
		s.joinedTag(i)
		return
	}
	for j := i; j < end; j++ {
		b := s.t.FoldBytes(j)
		if len(b) < 2 || !s.kind(j, text.Plain) || hasDigit(b) {
			continue
		}
		c := classOf(b)
		sure := c&given != 0 && c&dubious == 0
		slot := j > i && s.is(j-1, "for", "team", "with", "rip", "love", "remember", "remembering", "miss", "dear") || s.is(j+1, "strong") && j+2 == end
		rest := end - j
		switch {
		case rest == 2 && s.kind(j+1, text.Plain) && sure && classOf(s.t.FoldBytes(j+1))&(noun|season) == 0 && nameLike(classOf(s.t.FoldBytes(j+1))):
			s.add(personName, j, end, false)
			return
		case sure && s.is(j+1, "day", "week", "month", "trust", "foundation", "awards", "award", "curie") && j+1 < end:
			return
		case sure, slot && rest <= 2 && (c == 0 || c&given != 0 && c&(season|noun|place) == 0) && (rest == 1 || s.is(j+1, "strong")):
			s.add(givenName, j, j+1, false)
			return
		case slot && rest == 2 && c == 0 && nameLike(classOf(s.t.FoldBytes(j+1))):
			s.add(personName, j, end, false)
			return
		}
	}
}

// nameLike reports whether a class is a name's, or a word never heard of.
func nameLike(c class) bool { return c == 0 || c&surname != 0 && c&(noun|season) == 0 }

// joinedTag looks for a name in a hashtag without capitals.
func (s *scan) joinedTag(i int) {
	b := s.t.FoldBytes(i)
	c := classOf(b)
	if c&dubious != 0 || len(b) < 3 {
		return
	}
	if c&given != 0 {
		s.add(givenName, i, i+1, false)
		return
	}
	for _, slot := range []string{"prayersfor", "prayfor", "justicefor", "getwell", "getwellsoon", "fightfor", "runningfor", "walkingfor", "team",
		"helpfind", "find", "riprip", "rip", "happybirthday", "comehome", "welcomehome"} {
		if rest := b[min(len(slot), len(b)):]; len(rest) > 2 && string(b[:len(slot)]) == slot {
			if c := classOf(rest); c == 0 && len(rest) > 3 && slot != "rip" && slot != "find" && slot != "team" || c&given != 0 && c&(season|noun|place) == 0 {
				s.add(givenName, i, i+1, false)
				return
			}
		}
	}
	for _, tail := range []string{"strong", "sjourney", "sfight", "sarmy", "sstory", "slegacy"} {
		if n := len(b) - len(tail); n > 2 && string(b[n:]) == tail {
			if c := classOf(b[:n]); c&given != 0 && c&dubious == 0 {
				s.add(givenName, i, i+1, false)
				return
			}
		}
	}
	for n := 3; n <= len(b)-4; n++ {
		front, back := classOf(b[:n]), classOf(b[n:])
		if front&given != 0 && front&dubious == 0 && back&surname != 0 && back&dubious == 0 {
			s.add(personName, i, i+1, false)
			return
		}
	}
}
