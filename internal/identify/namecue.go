package identify

import "github.com/postvet/postvet/internal/text"

// cued reports whether what stands around words [first, end) says that they
// are someone's name: "named Grace", "Hi May,", "her dad Mark", "Rose, 62,".
func (s *scan) cued(first, end int) bool {
	j := first - 1
	near := first > s.first && !s.breaks(first)
	switch {
	case near && s.is(j, "named", "called", "meet", "hi", "hello", "hey", "hiya", "dear", "little", "patient", "pt", "thanks", "congratulations",
		"congrats", "aunty", "auntie", "aunt", "uncle", "nan", "granny", "grandma", "nanny"),
		near && s.is(j, "you") && s.is(j-1, "thank"),
		near && s.is(j, "is") && s.is(j-1, "name"),
		near && s.is(j, "to") && s.is(j-1, "hello", "done", "thanks", "congratulations", "congrats", "goodbye", "birthday"),
		near && s.is(j, "of") && s.is(j-1, "mum", "mom", "dad", "mother", "father", "parents", "son", "daughter", "wife", "husband", "memory"),
		near && s.kin(j):
		return true
	case s.ageFollows(end):
		return true
	case near && s.is(end, "said", "says", "told", "asked", "who", "tells", "came", "lost"):
		return s.t.Words[end].Flags&text.Capital == 0
	case s.has(first, text.Comma) && end >= s.end && first == end-1: // "…, Hope!"
		return true
	}
	// "Grace, we're sorry" opens a reply.
	return first == 0 && s.has(end, text.Comma) && s.is(end, "we", "you", "your", "thank", "thanks", "i", "sorry", "it")
}

// kin reports whether word j is a relation that a name may follow.
func (s *scan) kin(j int) bool {
	if j < s.first {
		return false
	}
	switch string(s.t.FoldBytes(j)) {
	case "son", "daughter", "mum", "mom", "dad", "mother", "father", "husband", "wife", "partner", "brother", "sister", "nan", "gran", "grandma",
		"grandad", "granddad", "grandson", "granddaughter", "niece", "nephew",
		"cousin", "friend", "baby", "boy", "girl", "mummy", "daddy", "neighbour", "colleague":
		return true
	}
	return false
}

// isThing reports whether parts [a, b) of the run at word i are the name of a
// street, hospital, disease, award or public person.
func (s *scan) isThing(i, a, b int) bool {
	first, end := i+a, i+b
	if first > s.first && s.has(first-1, text.Capital) && !s.breaks(first) && listed(namesakes, s.t.FoldBytes(first-1)) {
		return true
	}
	for k := b; k < s.run.n && k < b+4; k++ {
		if s.run.parts[k].class&noun != 0 && !s.numbered(i+k) && !s.is(i+k, "family") {
			return true
		}
	}
	if s.is(end, "st", "dr", "ct", "pl", "sq") && s.kind(first-1, text.Number) {
		return true
	}
	joined := !s.breaks(end) || end < s.end && s.t.Words[end].Flags&marks == text.QuoteClose // "Graves' disease"
	if joined && (s.has(end-1, text.Possessive) || s.has(end, text.QuoteClose)) && s.nounAhead(end) {
		return true
	}
	if joined && (listed(diseaseNouns, s.t.FoldBytes(end)) || !s.has(end-1, text.Possessive) && listed(tissueNouns, s.t.FoldBytes(end))) {
		return true
	}
	if b-a == 1 && !s.breaks(end) && s.t.Words[end].Flags&text.Capital == 0 && !s.has(end-1, text.Possessive) && listed(buildings, s.t.FoldBytes(end)) {
		return true
	}
	return s.isFamous(first, end)
}

// nounAhead reports whether capitalised words from word i on end in a noun for
// an organisation or thing: "St Mary's Hospital", "Martha's Rule".
func (s *scan) nounAhead(i int) bool {
	for j := i; j < s.end && j < i+3 && s.has(j, text.Capital) && (j == i || !s.breaks(j)); j++ {
		if classOf(s.t.FoldBytes(j))&noun != 0 && !s.numbered(j) {
			return true
		}
	}
	return false
}

// numbered reports whether word i is "Ward", "Bed" or the like with its number.
func (s *scan) numbered(i int) bool {
	return s.is(i, "ward", "bed", "bay", "room", "unit") && i+1 < s.end && (s.kind(i+1, text.Number) || len(s.t.FoldBytes(i+1)) <= 2)
}

const (
	// namesakes open names of places, storms and royals.
	namesakes = " st saint ste mount mt lake fort port san santa king queen prince princess pope storm hurricane cyclone typhoon hms camp emperor los " +
		"las puerto costa "
	diseaseNouns = " disease syndrome lymphoma palsy scale criteria manoeuvre maneuver law rule effect sarcoma tumour tumor contracture thyroiditis " +
		"chorea phenomenon oesophagus esophagus ataxia dystrophy anaemia anemia paralysis jelly encephalopathy granulomatosis score sign "
	// tissueNouns make a disease or an organ of a name without a possessive:
	// "Merkel cell", not "Mia's cyst".
	tissueNouns = " cell cells gland glands duct ducts node nodes cyst cysts canal tube tubes corpuscle carcinoma sequence "
	buildings   = " ward street road hospital house clinic centre center surgery lane avenue unit wing building school university college church park "
)
