package identify

import "github.com/postvet/postvet/internal/text"

// uncasedName finds names where capitals say nothing: known ones, and unknown
// words at a cue.
func (s *scan) uncasedName(i int) {
	cue := s.strongCue(i)
	if known, _ := nameList.find(s.t.FoldBytes(i)); (known == "" || known[0] != 'g') && !cue && !s.mayOpen(i) || !s.uncasedPart(i) {
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
	case c == 0 && end > i+1 && last&surname != 0 && last&dubious == 0 && cue:
		found = true
	case c&given != 0 && c&(noun|eponym) == 0 && (cue || s.ageFollows(i+1)):
		kind, end, found = givenName, i+1, true
	case c&dubious != 0, !cue && !s.mayOpen(i):
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
		s.add(kind, i, end, false)
	}
	s.add(nameShape, i, end, false)
}

// mayOpen reports whether an unknown word at i is a name by what stands
// around: "our patient …", "…, 62,".
func (s *scan) mayOpen(i int) bool {
	if s.has(i, text.Capital) && s.ageFollows(i+1) {
		return true
	}
	if i == s.first {
		return false
	}
	switch string(s.t.FoldBytes(i - 1)) {
	case "patient", "pt", "resident":
		return !s.is(i-2, "very", "more", "so", "be", "the", "a")
	}
	return false
}

// uncasedEnd returns the word behind the name that starts at word i.
func (s *scan) uncasedEnd(i int, sure bool) int {
	end := i + 1
	for end < s.end && end < i+4 && !s.breaks(end) && !s.has(end-1, text.Possessive) && s.uncasedPart(end) {
		b := s.t.FoldBytes(end)
		next := classOf(b)
		doubtful := sure && end == i+1 && next&surname != 0 && next&(noun|season) == 0 && !s.is(end, "will", "may")
		if next&dubious != 0 && !doubtful || len(b) < 3 {
			break
		}
		end++
	}
	return end
}

// uncasedPart reports whether word i may be part of a name in small letters.
func (s *scan) uncasedPart(i int) bool {
	b := s.t.FoldBytes(i)
	return s.kind(i, text.Plain) && s.t.Words[i].Flags&text.Tag == 0 && len(b) > 1 && !hasDigit(b) && b[0] >= 'a' && b[0] <= 'z'
}

// nameAlone reports whether a surname that is a word too ends its clause at
// word i, or a verb of someone's follows.
func (s *scan) nameAlone(i int) bool {
	return s.breaks(i) || s.is(i, "was", "is", "has", "had", "who", "came", "went", "said", "from", "and", "in", "on", "with")
}

// strongCue reports whether a name must follow what stands before word i.
func (s *scan) strongCue(i int) bool {
	if i == s.first {
		return false
	}
	j := i - 1
	switch string(s.t.FoldBytes(j)) {
	case "named", "hi", "hello", "hiya", "dear", "meet":
	case "is":
		if !s.is(j-1, "name") {
			return false
		}
	case "of":
		if !s.is(j-1, "mum", "mom", "dad", "mother", "father") {
			return false
		}
	case "called":
		if !s.is(j-1, "lady", "man", "woman", "boy", "girl", "gentleman", "patient", "baby", "son", "daughter") {
			return false
		}
	default:
		return false
	}
	return !s.breaks(i)
}

// uncasedThing reports whether words [i, end) name a hospital, street, disease
// or public person.
func (s *scan) uncasedThing(i, end int) bool {
	if s.is(i-1, "st", "saint", "queen", "king", "prince", "princess") {
		return true
	}
	if end < s.end && !s.breaks(end) {
		if b := s.t.FoldBytes(end); listed(diseaseNouns, b) || listed(buildings, b) && !s.numbered(end) && !s.has(end-1, text.Possessive) || s.has(end-1, text.Possessive) && s.letters == upper && classOf(b)&noun != 0 {
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
	for _, slot := range []string{"prayersfor", "prayfor", "justicefor", "getwell", "getwellsoon", "fightfor", "runningfor", "walkingfor", "team", "helpfind", "find", "riprip", "rip", "happybirthday", "comehome", "welcomehome"} {
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
