package identify

import "github.com/postvet/postvet/internal/text"

// ssn checks a Social Security number. 078-05-1120 and 219-09-9999 were
// printed on specimens.
func ssn(code []byte) verdict {
	switch s := string(code); {
	case s == "078051120", s == "219099999":
		return test | weak
	case s[:3] == "000", s[:3] == "666", s[0] == '9', s[3:5] == "00", s[5:] == "0000":
		return refused
	}
	return valid
}

// itin checks an Individual Taxpayer Identification Number.
func itin(code []byte) verdict {
	group := number(code[3:5])
	return accept(code[0] == '9' && (group >= 50 && group <= 65 || group >= 70 && group <= 88 || group >= 90 && group <= 92 || group >= 94))
}

// npi checks a National Provider Identifier: Luhn with 80840 before it.
func npi(code []byte) verdict {
	return accept((code[0] == '1' || code[0] == '2') && luhn(append([]byte("80840"), code...)))
}

// mbi checks a Medicare Beneficiary Identifier. 1EG4-TE5-MK73 is the specimen.
func mbi(code []byte) verdict {
	for i, class := range []byte("9ax9ax9aa99") {
		if !fits(class, code[i]) || in(code[i], "sloibz") {
			return refused
		}
	}
	if string(code) == "1eg4te5mk73" {
		return test
	}
	return accept(code[0] != '0')
}

// dea checks a DEA registration number.
func dea(code []byte) verdict {
	d := code[2:]
	ok := in(code[0], "abcdefghjklmprstux") && (code[1] > '9' || code[1] == '9') && d[0] <= '9'
	return accept(ok && weighted(d, 1, 2, 1, 2, 1, 2)%10 == int(d[6]-'0'))
}

// zipUS checks a ZIP code: some prefixes were never given out.
func zipUS(code []byte) verdict {
	return accept(number(code[:3]) >= 5)
}

// zip finds ZIP codes with their four digits more, beside a keyword, or behind
// a state: "MD 21201".
func zip(s *scan, i int, k Kind, r *recogniser) {
	code(s, i, k, r)
	if i == s.first || !s.fresh(i) || s.digits(i) != 5 || len(s.t.FoldBytes(i)) != 5 || s.gap(i) != blank && !s.has(i, text.Comma) {
		return
	}
	if s.shouted(i-1, i) && listed(usStates, s.t.FoldBytes(i-1)) && s.ends(i+1) {
		s.add(k, i, i+1, false)
	}
}

const usStates = " al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut " +
	"vt va wa wv wi wy dc pr "
