package identify

import "github.com/postvet/postvet/internal/text"

// ppsn checks a Personal Public Service Number; W, T and X behind the check
// letter don't count.
func ppsn(code []byte) verdict {
	sum := weighted(code, 8, 7, 6, 5, 4, 3, 2)
	if len(code) == 9 {
		switch c := code[8]; c {
		case 'a', 'b', 'h':
			sum += 9 * int(c-'a'+1)
		case 'w', 't', 'x':
		default:
			return refused
		}
	}
	return accept("wabcdefghijklmnopqrstuv"[sum%23] == code[7])
}

// ihiIE checks an Individual Health Identifier: GS1 prefix (5393054 for
// tests), ten digits checked as the NHS number, check digit.
func ihiIE(code []byte) verdict {
	core := code[7:17]
	if n := number(core[:3]); n < 812 || n > 859 || !mod11(core) || !gs1(code) {
		return refused
	}
	switch string(code[:7]) {
	case "5393014":
		return valid
	case "5393054":
		return test
	}
	return refused
}

// eircode checks routing key and letters of an Irish Eircode.
func eircode(code []byte) verdict {
	for i, c := range code {
		if c > '9' && !in(c, "acdefhknprtvwxy") && !(i == 2 && c == 'w') {
			return refused
		}
	}
	dublin6W := string(code[:3]) == "d6w"
	return accept(dublin6W || code[1] <= '9' && code[2] <= '9')
}

// plateIE checks an Irish number plate: year (with the half of the year since
// 2013), county, number.
func plateIE(code []byte) verdict {
	year := 0
	for year < len(code) && code[year] <= '9' {
		year++
	}
	county := year
	for county < len(code) && code[county] > '9' {
		county++
	}
	if year == 3 && (number(code[:2]) < 13 || !in(code[2], "12")) || !listed(ieCounties, code[year:county]) {
		return refused
	}
	return accept(code[county] != '0')
}

const ieCounties = " ce cn cw dl ke kk ky ld lh lk lm ls mh mn mo oy rn so wd wh wx ww tn ts wt c d g l t w "

// irishPlate finds "231-D-12345".
func irishPlate(s *scan, i int, k Kind, r *recogniser) {
	if i+1 >= s.end || !s.fresh(i) || !s.kind(i+1, text.Plain) || s.gap(i+1) > mark || len(s.t.FoldBytes(i)) > 3 {
		return
	}
	county := s.t.FoldBytes(i + 1)
	for len(county) > 0 && county[len(county)-1] <= '9' {
		county = county[:len(county)-1]
	}
	if !listed(ieCounties, county) {
		return
	}
	for _, head := range []string{"99-a-", "99-aa-", "999-a-", "999-aa-"} {
		for n := 1; n <= 6; n++ {
			if s.codeAt(i, head+"999999"[:n], k, r) {
				return
			}
		}
	}
}
