package identify

// careWords stand near a patient's number where no keyword does.
var careWords = []string{"patient", "pt", "dob", "date of birth", "bloods", "blood test", "sample", "specimen", "referral", "admitted", "discharged", "ward"}

var (
	nhsContext  = append([]string{"nhs number", "nhs no", "nhs num", "nhs", "nhs id", "patient number", "spine", "pds"}, careWords...)
	chiContext  = append([]string{"chi", "chi number", "chi no", "community health index"}, careWords...)
	hcnContext  = append([]string{"and c number", "and c no", "hcn", "health and care number", "hsc number"}, careWords...)
	homeContext = []string{"lives", "live", "living", "lived", "home", "address", "addressed", "from", "patient", "resident", "postcode", "post code"}
)

// nhs checks an NHS number of England, Wales and the Isle of Man. 400 to 499
// and 600 to 799 are in use; 999 is kept for tests; the rest of the nines were
// never issued, but are printed as examples.
func nhs(code []byte) verdict {
	if !mod11(code) {
		return refused
	}
	switch {
	case string(code[:3]) == "999":
		return test
	case code[0] == '9':
		return test | weak
	}
	return accept(code[0] == '4' || code[0] == '6' || code[0] == '7')
}

// chi checks a Scottish CHI number: date of birth, two digits, sex, check.
func chi(code []byte) verdict {
	day, month, year := number(code[:2]), number(code[2:4]), number(code[4:6])
	return accept(mod11(code) && isShortDate(day, month, year))
}

// hcnNI checks a Northern Irish Health and Care Number.
func hcnNI(code []byte) verdict {
	return accept(mod11(code) && code[0] == '3' && code[1] >= '2')
}

// nino checks a National Insurance number. QQ is the specimen's prefix.
func nino(code []byte) verdict {
	if code[8] > 'd' || in(code[0], "dfiquv") && string(code[:2]) != "qq" {
		return refused
	}
	switch string(code[:2]) {
	case "qq":
		return test | weak
	case "bg", "gb", "kn", "nk", "nt", "tn", "zz":
		return refused
	}
	return accept(!in(code[1], "dfioquv"))
}

// licenceUK checks a driver number of Great Britain: five of the surname,
// decade, month (plus 50 for a woman), day, year, initials, check characters.
// The checksum isn't public. MORGA657054SM9IJ is the specimen.
func licenceUK(code []byte) verdict {
	padded := false
	for i, c := range code[:5] {
		if letter := c > '9'; i == 0 && !letter || letter && padded || !letter && c != '9' {
			return refused
		} else if !letter {
			padded = true
		}
	}
	month := number(code[6:8])
	if month > 50 {
		month -= 50
	}
	if !isDate(number(code[8:10]), month, 2000) || !in(code[11], "abcdefghijklmnopqrstuvwxyz") || !(code[12] > '9' || code[12] == '9') {
		return refused
	}
	if string(code[:5]) == "morga" {
		return test
	}
	return valid
}

// postcodeUK checks area, district and unit letters (BS 7666).
func postcodeUK(code []byte) verdict {
	n := len(code)
	if string(code) == "gir0aa" {
		return valid
	}
	if in(code[0], "qvx") || in(code[n-2], "cikmov") || in(code[n-1], "cikmov") {
		return refused
	}
	switch outward := code[:n-3]; {
	case outward[1] <= '9': // A9, A99, A9A
		return accept(len(outward) < 3 || outward[2] <= '9' || in(outward[2], "abcdefghjkpstuw"))
	case in(outward[1], "ijz"), outward[2] > '9':
		return refused
	default: // AA9, AA99, AA9A
		return accept(len(outward) < 4 || outward[3] <= '9' || in(outward[3], "abehmnprvwxy"))
	}
}

// plateUK checks a number plate: AB51 ABC since 2001, A123 BCD and ABC 123D
// before. The age code runs from 02 to 49 in March and from 51 to 99 in
// September.
func plateUK(code []byte) verdict {
	for _, c := range code {
		if in(c, "iq") {
			return refused
		}
	}
	if code[1] > '9' && code[2] <= '9' && len(code) == 7 && code[4] > '9' {
		age := number(code[2:4])
		return accept(age >= 2 && age != 50 && !in(code[0], "z"))
	}
	return accept(!in(code[len(code)-1], "ou") || code[0] > '9')
}

func in(c byte, set string) bool {
	for i := range len(set) {
		if set[i] == c {
			return true
		}
	}
	return false
}
