package identify

import "github.com/postvet/postvet/internal/text"

var carContext = []string{"reg", "registration", "number plate", "plate", "plates", "numberplate", "car", "vehicle", "van", "motorbike", "rego", "parked"}

// vin checks a vehicle identification number; its ninth character is a check
// in North America (49 CFR 565).
func vin(code []byte) verdict {
	sum := 0
	for i, c := range code {
		v := 0
		switch {
		case c <= '9':
			v = int(c - '0')
		case in(c, "ioq"):
			return refused
		case c <= 'h':
			v = int(c-'a') + 1
		case c <= 'r':
			v = int(c-'j') + 1
		default:
			v = int(c-'s') + 2
		}
		sum += v * [...]int{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2}[i]
	}
	check := byte('0' + sum%11)
	if sum%11 == 10 {
		check = 'x'
	}
	return accept(code[8] == check)
}

// plate looks around a word for cars for what its table line describes.
func plate(s *scan, i int, k Kind, r *recogniser) {
	for j := max(s.first, i-window); j < min(s.end, i+window); j++ {
		if j != i && (s.kind(j, text.Number) || s.kind(j, text.Plain) && hasDigit(s.t.FoldBytes(j))) {
			code(s, j, k, r)
		}
	}
}
