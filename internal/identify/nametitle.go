package identify

import "github.com/postvet/postvet/internal/text"

// rank says what a title makes of the name behind it.
type rank uint8

const (
	noTitle  rank = iota
	civil         // Mr, Mrs: any word behind it is a name
	courtesy      // Sir, Coach: a word that may be a name is
	medical       // Dr, Prof: any word behind it is a clinician's name
	clinical      // Nurse, Matron: a word that may be a name is a clinician's
)

func titleRank(b []byte) rank {
	switch string(b) {
	case "mr", "mrs", "ms", "mx", "miss":
		return civil
	case "dr", "prof":
		return medical
	case "nurse", "sister", "matron", "midwife", "doctor", "professor", "surgeon", "consultant":
		return clinical
	case "sir", "dame", "lady", "lord", "rev", "father", "coach", "master", "baby":
		return courtesy
	}
	return noTitle
}

func isTitle(b []byte) bool { return titleRank(b) != noTitle }

// isTitle reports whether word i is a title with a name that may follow.
func (s *scan) isTitle(i int) bool {
	r := titleRank(s.t.FoldBytes(i))
	return r == civil || r == medical || r != noTitle && s.has(i+1, text.Capital)
}

// titled finds a title and the name behind it at word i.
func (s *scan) titled(i int) bool {
	r := titleRank(s.t.FoldBytes(i))
	j := i + 1
	if r == noTitle || j >= s.end || s.breaks(j) || s.has(i, text.Possessive) || !s.kind(j, text.Plain) || r == clinical && s.isKin(i) {
		return false
	}
	end := s.titledEnd(i, j, r)
	if end == 0 || s.isFamous(j, end) {
		return false
	}
	first := i
	if r == clinical && s.has(i, text.Capital) && s.is(i-1, "staff", "charge", "lead", "senior", "student") {
		first--
	}
	s.nameEnd = end
	if r == medical || r == clinical || s.isClinician(i, end) || r == civil && s.is(i-1, "surgeon", "consultant") {
		s.add(clinicianName, first, end, false)
		return true
	}
	s.person(personName, i, end)
	if end-j <= 4 {
		s.person(nameShape, j, end)
	}
	return true
}

// isKin reports whether "sister" at word i is a relation.
func (s *scan) isKin(i int) bool {
	return s.is(i, "sister") && (!s.has(i, text.Capital) || s.is(i-1, "my", "his", "her", "our", "their", "your", "little", "big", "baby", "twin",
		"older", "younger", "s"))
}

// titledEnd returns the word behind the name that follows the title at word i,
// 0 if none does.
func (s *scan) titledEnd(i, j int, r rank) int {
	if s.letters == mixed || s.letters == title {
		if s.has(j, text.Capital) {
			return s.titledCapitals(i, j, r)
		}
		if s.has(i, text.Upper) { // MS is a disease
			return 0
		}
	}
	end := j
	for end < s.end && end < j+4 && (end == j || !s.breaks(end)) && s.kind(end, text.Plain) {
		c := classOf(s.t.FoldBytes(end))
		known := c&(given|surname) != 0
		sure := c&dubious == 0
		switch {
		case len(s.t.FoldBytes(end)) < 2, hasDigit(s.t.FoldBytes(end)):
			return 0
		case end+1 < s.end && listed(particles, s.t.FoldBytes(end)) && !s.breaks(end+1) && classOf(s.t.FoldBytes(end+1))&dubious == 0:
		case end > j && !(sure && (known || r == civil || r == medical)):
			return end
		case s.is(i, "miss") && c == 0 && (s.has(end, text.Possessive) || s.nameAlone(end+1)):
		case s.is(i, "miss", "ms", "baby", "master", "father", "lady", "sister", "coach") && !(known && sure) && !(s.is(i, "ms") && !s.has(i,
			text.Upper) && c == 0 && s.letters == lower):
			return 0
		case r == courtesy || r == clinical:
			if !known || !sure {
				return 0
			}
		case !sure && !known:
			return 0
		}
		end++
		if s.has(end-1, text.Possessive) {
			break
		}
	}
	if end == j {
		return 0
	}
	return end
}

// titledCapitals is titledEnd where capitals tell names from other words.
func (s *scan) titledCapitals(i, j int, r rank) int {
	if s.is(i, "ms") && s.has(i, text.Upper) {
		return 0
	}
	s.collect(j)
	n := 0
	for n < s.run.n && s.run.parts[n].capable() {
		n++
	}
	for n > 0 && s.run.parts[n-1].form == particle {
		n--
	}
	wholes := 0
	for _, p := range s.run.parts[:n] {
		if p.form == whole {
			wholes++
		}
	}
	switch {
	case wholes > 0:
		if n < s.run.n && s.run.parts[n].class&noun != 0 && r != civil {
			return 0 // "Nurse Smith Award", "Sir Robert Hospital"
		}
		if r == courtesy && s.is(i, "baby", "master", "father", "lady") && s.run.parts[0].class&dubious != 0 && s.run.parts[0].class&given == 0 {
			return 0
		}
		return j + n
	case n == 0 && s.run.n == 1 && r == clinical && s.has(i, text.Capital) && s.letters == mixed && s.breaks(j+1) && len(s.t.FoldBytes(j)) <= 6 &&
		!listed(notNames, s.t.FoldBytes(j)) && !isRole(s.t.FoldBytes(j)):
		return j + 1 // "Nurse Pat:"
	case n == 0 && s.run.n > 0 && (r == civil && !s.is(i, "miss") || r == medical) && s.letters == mixed && !s.has(j, text.Upper) && !listed(notNames,
		s.t.FoldBytes(j)):
		return j + 1 // "Mrs Penny", "Dr Foot"
	}
	return 0
}

// notNames are capitalised behind a title without being a name.
const notNames = " and or who google house man world right practitioner sister nurse matron consultant appointment appointments surgery visit visits " +
	"out you me us the is said with now be to for team led "

// isClinician reports whether letters or a role at the name in words
// [first, end) say that it is a clinician's or another member of staff's.
func (s *scan) isClinician(first, end int) bool {
	if first > s.first && !s.breaks(first) && isRole(s.t.FoldBytes(first-1)) && !s.is(first-2, "her", "his", "retired", "former", "a", "an") {
		return true
	}
	for j := end; j < s.end && j < end+5; j++ {
		if s.has(j, text.Upper) && s.letters != upper && listed(letters, s.t.FoldBytes(j)) {
			return true
		}
		if j == end && !s.has(j, text.Comma|text.Dash|text.ParenOpen) || j > end && s.breaks(j) || s.is(j, "retired", "former", "ex", "student", "was",
			"is", "who", "saw", "thanked", "our", "by", "from", "your", "you", "we", "i", "has", "had", "will", "please", "re") && !(j == end && s.is(j, "our")) {
			return false
		}
		if isRole(s.t.FoldBytes(j)) {
			return !(j == end+1 && s.is(end, "the")) // "Mr Shah, the doctor rang"
		}
	}
	return false
}

// letters stand behind the names of clinicians and scientists.
const letters = " rn rgn rmn rm md do frcs frcp mrcp mrcs frca mbe obe cbe phd msc bsc np pa cnm lpn cna dds bds dmd pharmd dpt mbbs mb bch mbchb " +
	"frcgp mrcgp frcpch frcog mcsp otr slp lcsw facs fnp dnp crna ma dclinpsy facp faap cpo dpm od "

// isRole reports whether word is what someone of the staff, or someone quoted,
// may be.
func isRole(word []byte) bool {
	switch string(word) {
	case "nurse", "consultant", "surgeon", "doctor", "gp", "gps", "midwife", "physiotherapist", "physio", "pharmacist", "dentist", "optometrist",
		"optician", "paramedic",
		"matron", "manager", "director", "executive", "ceo", "cfo", "coo", "chair", "chairman", "chairwoman", "chairperson", "registrar", "anaesthetist",
		"anesthesiologist",
		"cardiologist", "oncologist", "neurologist", "radiographer", "radiologist", "psychologist", "psychiatrist", "therapist", "dietitian", "dietician", "podiatrist",
		"hygienist", "receptionist", "practitioner", "technician", "coordinator", "professor", "lecturer", "researcher", "scientist", "spokesperson", "spokesman",
		"spokeswoman", "minister", "mp", "president", "secretary", "founder", "author", "trustee", "governor", "headteacher", "fellow", "specialist", "paediatrician",
		"pediatrician", "gynaecologist", "obstetrician", "urologist", "dermatologist", "haematologist", "hematologist", "pathologist", "microbiologist", "orthodontist",
		"audiologist", "phlebotomist", "epidemiologist", "immunologist", "physician", "clinician", "apprentice", "trainee", "intern", "hca", "lead", "officer",
		"commissioner", "mayor", "senator", "congressman", "congresswoman", "presenter", "journalist", "reporter":
		return true
	}
	return false
}
