package identify

import (
	"math/bits"

	"github.com/postvet/postvet/internal/text"
)

// gate is a set of words that wake recognisers.
type gate uint32

const (
	onNumber    gate = 1 << iota // five digits or more, or spoken ones, start
	onAnyNumber                  // a number word
	onCode                       // letters and digits together
	onEmail
	onLink
	onName    // may open a name
	onTitle   // Mr, Dr
	onPatient // what initials may stand behind
	onBirth
	onRecord
	onSerial
	onWard
	onAge
	onEvent
	onBooking
	onCar
	onSpoken  // a digit in words
	gateCount = iota
)

func (g gate) lowest() int { return bits.TrailingZeros32(uint32(g)) }

// gates returns what word i wakes.
func (s *scan) gates(i int) gate {
	w := &s.t.Words[i]
	switch w.Kind {
	case text.Plain:
		return s.plainGates(i, w)
	case text.Number:
		g := onAnyNumber
		if s.digits(i) >= 5 && !s.inRow(i) {
			g |= onNumber
		}
		if i+1 < s.end && s.t.Words[i+1].Kind == text.Plain && s.t.Words[i+1].Flags&text.Glued != 0 && !isMeasure(s.t.FoldBytes(i+1)) {
			g |= onCode
		}
		return g
	case text.Email:
		return onEmail
	case text.URL:
		return onLink
	}
	return 0
}

// isMeasure reports whether word, right behind a number, makes it no code.
func isMeasure(word []byte) bool {
	switch string(word) {
	case "am", "pm", "mg", "ml", "kg", "cm", "mm", "km", "mcg", "lb", "lbs", "oz", "st", "nd", "rd", "th", "hrs", "hr", "yo", "year", "years", "month",
		"months", "day", "days", "week", "weeks", "min", "mins", "hour", "hours":
		return true
	}
	return false
}

// inRow reports whether the digit at word i goes on a row of single digits: a
// number starts with the first of them.
func (s *scan) inRow(i int) bool {
	single := func(j int) bool { return s.kind(j, text.Number) && len(s.t.FoldBytes(j)) == 1 }
	return single(i) && single(i-1) && s.gap(i) != wide
}

func (s *scan) plainGates(i int, w *text.Word) gate {
	b := s.t.FoldBytes(i)
	g := keyword(b)
	if g&onSpoken != 0 && s.spokenRun(i) {
		g |= onNumber
	}
	g &^= onSpoken
	if (w.Flags&(text.Capital|text.Tag) != 0 || s.letters == lower) && (!isCommon(b) || w.Flags&text.Tag != 0 || b[0] == 'a' && len(b) == 1 && s.followedByDot(i)) {
		g |= onName
	}
	if hasDigit(b) {
		g |= onCode
	}
	return g
}

// keyword returns what a folded word wakes by itself.
func keyword(b []byte) gate {
	switch string(b) {
	case "mr", "mrs", "ms", "miss", "mx":
		return onTitle | onPatient
	case "dr", "prof", "professor", "doctor", "sir", "dame", "lady", "lord", "rev", "father", "nurse", "matron", "midwife", "sister", "surgeon", "consultant", "coach":
		return onTitle
	case "patient":
		return onPatient | onRecord
	case "pt", "master", "baby", "resident", "client", "pts", "mum", "mother", "dad", "father's", "boy", "girl", "lady's":
		return onPatient
	case "dob", "born", "birthdate", "d", "date", "birth":
		return onBirth
	case "mrn", "medical", "hospital", "case", "unit", "ur", "urn", "chart", "record", "episode", "encounter", "account", "member", "policy", "subscriber", "health":
		return onRecord
	case "serial", "s", "udi", "device":
		return onSerial
	case "bed", "bay", "ward", "room", "cubicle", "theatre", "or":
		return onWard
	case "old", "olds", "aged", "age", "turned", "turns", "turning", "birthday", "centenarian", "nonagenarian", "yo", "y":
		return onAge
	case "admitted", "discharged", "operated", "seen", "delivered", "died", "passed", "diagnosed", "treated":
		return onEvent
	case "appointment", "appt", "clinic", "slot", "booked":
		return onBooking
	case "plate", "plates", "numberplate", "rego", "reg", "registration", "car", "vehicle", "van", "motorbike", "parked":
		return onCar
	case "zero", "oh", "o", "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double", "triple", "treble":
		return onSpoken
	}
	return 0
}
