package identify

import "github.com/postvet/postvet/internal/text"

// medicalRecord finds a hospital's own number behind its label: "MRN 12345678",
// "hospital number: K1234567", "Patient ID #A-99812".
func medicalRecord(s *scan, i int, k Kind, _ *recogniser) {
	if i > s.first && s.has(i-1, text.Tag) {
		return
	}
	for _, label := range recordLabels {
		if n := s.phrase(i, s.end, label); n > 0 {
			if end := s.labelled(i+n, 4, 12); end > 0 {
				s.add(k, i, end, false)
			}
			return
		}
	}
}

// recordLabels are tried in this order; the longer stand before their heads.
var recordLabels = []string{
	"mrn", "medical record number", "medical record no", "medical record", "hospital number", "hospital no", "hospital id",
	"patient identification number", "patient id", "patient identifier", "patient number", "patient no", "patient ref",
	"case number", "case no", "case id", "unit number", "unit no", "ur number", "ur no", "urn", "chart number", "chart no", "record number",
	"record no", "episode number", "encounter number", "account number", "member id", "policy number", "subscriber id", "health plan id",
}

// labelled reads a value behind a label: up to three letters, then a digit and
// more, least to most characters together. It returns the word behind, 0 if
// none stands there.
func (s *scan) labelled(i, least, most int) int {
	for n := 0; n < 2 && s.is(i, "is", "was", "number", "no"); n++ {
		i++
	}
	start, length, letters, digit := i, 0, 0, false
	for ; i < s.end; i++ {
		w, b := &s.t.Words[i], s.t.FoldBytes(i)
		tied := i == start || s.gap(i) <= mark && w.Flags&(text.Comma|text.Colon|text.Semicolon) == 0
		if w.Kind != text.Plain && w.Kind != text.Number || !tied {
			break
		}
		if has := hasDigit(b); !digit && !has {
			if letters += len(b); letters > 3 {
				break
			}
		} else {
			digit = true
		}
		length += len(b)
	}
	if i == start || !digit || length < least || length > most || s.gap(start) == wide && !s.has(start, text.Colon|text.TagStart) && s.before(start) != '#' {
		return 0
	}
	return i
}

// deviceSerial finds "serial number: PM-2284719X" and device identifiers
// (01)…(21)… whose GTIN is right.
func deviceSerial(s *scan, i int, k Kind, _ *recogniser) {
	if s.t.Words[i].Kind == text.Number {
		s.udi(i, k)
		return
	}
	for _, label := range []string{"serial number", "serial no", "serial", "s n", "udi", "device id", "device identifier"} {
		if n := s.phrase(i, s.end, label); n > 0 {
			if end := s.labelled(i+n, 6, 30); end > 0 {
				s.add(k, i, end, false)
			}
			return
		}
	}
}

// udi reads a Unique Device Identification of GS1 that starts at word i.
func (s *scan) udi(i int, k Kind) {
	if !s.is(i, "01") || !s.has(i, text.ParenOpen) || i+3 >= s.end || !s.has(i+1, text.ParenClose) {
		return
	}
	if gtin := s.t.FoldBytes(i + 1); len(gtin) != 14 || !isDigits(gtin) || !gs1(gtin) {
		return
	}
	for j := i + 2; j+1 < s.end && j < i+12; j++ {
		if s.is(j, "21") && s.has(j, text.ParenOpen) && s.has(j+1, text.ParenClose) {
			end := j + 2
			for end < s.end && s.gap(end) <= mark && s.has(end, text.Glued) && !s.has(end, text.ParenOpen) {
				end++
			}
			s.add(k, i, end, false)
			return
		}
	}
}

// wardOrBed finds "bed 4", "Ward 7B", "side room 2", "Bay C".
func wardOrBed(s *scan, i int, k Kind, _ *recogniser) {
	j := i + 1
	if s.is(j, "no", "number") {
		j++
	}
	if j >= s.end || s.has(j, text.Comma|text.Semicolon|text.Dash|text.ParenOpen|text.TagStart) && s.before(j) != '#' {
		return
	}
	b, w := s.t.FoldBytes(j), &s.t.Words[j]
	end := j + 1
	switch {
	case w.Kind == text.Number && len(b) <= 3 && isDigits(b):
		if end < s.end && s.gap(end) == none {
			if len(s.t.FoldBytes(end)) > 1 {
				return
			}
			end++
		}
	case w.Kind != text.Plain || w.Flags&text.Capital == 0 || len(b) > 3:
		return
	case len(b) > 1 && !isDigits(b[1:]), len(b) == 1 && (b[0] == 'i' || !s.ends(end)):
		return
	}
	if s.is(i, "room", "or", "theatre") && s.is(end, "for", "percent") || s.is(i, "or") && !s.shouted(i, i+1) {
		return
	}
	if s.is(end, "bedded", "beds", "million", "hours", "hour", "days") || s.is(end, "bed") && !s.kind(end+1, text.Number) {
		return
	}
	if s.is(i, "room") && s.is(i-1, "side", "recovery", "treatment", "consulting", "operating") {
		i--
	}
	s.add(k, i, end, false)
}
