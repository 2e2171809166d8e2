package identify

// ohip checks an Ontario health number, with or without its version letters.
func ohip(code []byte) verdict { return accept(code[0] != '0' && luhn(code[:10])) }

// phnBC checks a British Columbian Personal Health Number.
func phnBC(code []byte) verdict {
	rest := (11 - weighted(code[1:], 2, 4, 8, 5, 10, 9, 7, 3)%11) % 11
	return accept(code[0] == '9' && rest == int(code[9]-'0'))
}

// ramq checks a Quebec health insurance number: three letters of the surname,
// one of the given name, date of birth (month plus 50 for a woman), index,
// check digit over letters and the full date.
func ramq(code []byte) verdict {
	month := number(code[6:8])
	female := month > 50
	if female {
		month -= 50
	}
	if code[10] == '0' || !isShortDate(number(code[8:10]), month, number(code[4:6])) {
		return refused
	}
	for _, century := range []string{"19", "20"} {
		digits := make([]byte, 0, 17)
		for _, c := range code[:4] {
			v := int(c-'a') + 11
			if c > 'r' {
				v++
			}
			digits = append(digits, byte('0'+v/10), byte('0'+v%10))
		}
		digits = append(append(digits, century...), code[4:11]...)
		if weighted(digits, 7, 1, 1, 3, 9, 7, 3, 9, 5, 3, 1, 3, 5, 7, 6, 9, 1)%10 == int(code[11]-'0') {
			return valid
		}
	}
	return refused
}

// sinCA checks a Social Insurance Number. 046 454 286 is the classic specimen.
func sinCA(code []byte) verdict {
	switch {
	case !luhn(code):
		return refused
	case string(code) == "046454286":
		return test | weak
	}
	return accept(code[0] != '0' && code[0] != '8')
}

// postcodeCA checks the letters of a Canadian postal code.
func postcodeCA(code []byte) verdict {
	if in(code[0], "dfioquwz") || in(code[2], "dfioqu") || in(code[4], "dfioqu") {
		return refused
	}
	return valid
}
