package identify

import "github.com/postvet/postvet/internal/text"

// medicareAU checks a Medicare card number, with or without the reference
// number of the person on it.
func medicareAU(code []byte) verdict {
	ok := code[0] >= '2' && code[0] <= '6' && weighted(code, 1, 3, 7, 9, 1, 3, 7, 9)%10 == int(code[8]-'0')
	return accept(ok && (len(code) < 11 || code[10] != '0'))
}

// ihiAU checks an Individual Healthcare Identifier; 800361 and 800362 are
// clinicians and organisations.
func ihiAU(code []byte) verdict {
	return accept(string(code[:6]) == "800360" && luhn(code))
}

// dvaAU checks a veteran's file number: state, up to three letters of the war
// code, digits, perhaps a letter for a dependant.
func dvaAU(code []byte) verdict {
	if !in(code[0], "nvqwst") {
		return refused
	}
	letters := 1
	for letters < len(code) && code[letters] > '9' {
		letters++
	}
	digits := 0
	for letters+digits < len(code) && code[letters+digits] <= '9' {
		digits++
	}
	rest := len(code) - letters - digits
	return accept(letters >= 2 && letters <= 4 && letters+digits <= 8 && digits >= 2 && rest <= 1)
}

// nhiNZ checks a National Health Index number, old (AAANNNC) or new (AAANNAX).
// Examples of the new form were printed with check letters by mod 24 and by
// mod 23 (HISO 10046); either is taken. Z opens the test range.
func nhiNZ(code []byte) verdict {
	sum := 0
	for i, c := range code[:6] {
		v := int(c - '0')
		if c > '9' {
			if v = nhiLetter(c); v == 0 {
				return refused
			}
		}
		sum += v * (7 - i)
	}
	ok := false
	switch last := code[6]; {
	case code[2] <= '9':
	case last <= '9' && code[5] <= '9':
		ok = sum%11 != 0 && (11-sum%11)%10 == int(last-'0')
	case last > '9' && code[5] > '9':
		v := nhiLetter(last)
		ok = v != 0 && (v == 23-sum%23 || v == 24-sum%24)
	}
	if ok && code[0] == 'z' {
		return test
	}
	return accept(ok)
}

// nhiLetter counts letters from 1, without I and O; 0 for those.
func nhiLetter(c byte) int {
	switch {
	case c == 'i' || c == 'o':
		return 0
	case c > 'o':
		return int(c-'a') - 1
	case c > 'i':
		return int(c - 'a')
	}
	return int(c-'a') + 1
}

// postcodeAU finds "NSW 2000": a state and a code of its range. Ranges not
// verified.
func postcodeAU(s *scan, i int, k Kind, r *recogniser) {
	if !isCode(s, i) {
		return
	}
	n := number(s.t.FoldBytes(i))
	stated := i > s.first && s.gap(i) == blank && s.shouted(i-1, i) && isPostcodeOf(string(s.t.FoldBytes(i-1)), n)
	if stated || n >= 200 && s.near(i, i+1, []string{"postcode", "post code"}) && s.near(i, i+1, r.context) {
		s.add(k, i, i+1, false)
	}
}

func isPostcodeOf(state string, n int) bool {
	switch state {
	case "nsw":
		return n >= 1000 && n <= 2599 || n >= 2619 && n <= 2899 || n >= 2921 && n <= 2999
	case "act":
		return n >= 200 && n <= 299 || n >= 2600 && n <= 2618 || n >= 2900 && n <= 2920
	case "vic":
		return n >= 3000 && n <= 3999 || n >= 8000 && n <= 8999
	case "qld":
		return n >= 4000 && n <= 4999 || n >= 9000 && n <= 9999
	case "sa":
		return n >= 5000 && n <= 5999
	case "wa":
		return n >= 6000 && n <= 6999
	case "tas":
		return n >= 7000 && n <= 7999
	case "nt":
		return n >= 800 && n <= 999
	}
	return false
}

// postcodeNZ finds "Wellington 6011". Format not verified.
func postcodeNZ(s *scan, i int, k Kind, r *recogniser) {
	if !isCode(s, i) || i == s.first || number(s.t.FoldBytes(i)) < 110 {
		return
	}
	town := s.has(i-1, text.Capital) && s.gap(i) == blank && listed(nzTowns, s.t.FoldBytes(i-1))
	if town && !isYear(number(s.t.FoldBytes(i))) || s.near(i, i+1, []string{"postcode", "post code"}) && s.near(i, i+1, r.context) {
		s.add(k, i, i+1, false)
	}
}

func isYear(n int) bool { return n >= 1900 && n < 2100 }

// isCode reports whether word i is a number of four digits by itself.
func isCode(s *scan, i int) bool {
	return len(s.t.FoldBytes(i)) == 4 && !s.kind(i-1, text.Number) && s.digits(i) == 4 && s.fresh(i) && s.ends(i+1) && s.t.Words[i].End-s.t.Words[i].Start == 4
}

const nzTowns = " auckland wellington christchurch hamilton tauranga dunedin napier hastings nelson rotorua whangarei invercargill gisborne taupo " +
	"timaru blenheim queenstown whanganui north hutt porirua masterton "
