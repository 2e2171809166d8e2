package identify

// weighted sums digits times weights.
func weighted(digits []byte, weights ...int) int {
	sum := 0
	for i, w := range weights {
		sum += int(digits[i]-'0') * w
	}
	return sum
}

// luhn checks the last of some digits by ISO/IEC 7812.
func luhn(digits []byte) bool {
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// mod11 checks the last of ten digits as the NHS, CHI and H&C numbers do.
func mod11(digits []byte) bool {
	rest := (11 - weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2)%11) % 11
	return rest == int(digits[9]-'0')
}

// gs1 checks the last of some digits as GTINs do.
func gs1(digits []byte) bool {
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d *= 3
		}
		sum += d
	}
	return sum%10 == 0
}

// mod97 checks an IBAN by ISO 13616: its head moved to the end, letters as
// 10 to 35.
func mod97(iban []byte) bool {
	rest := 0
	for i := range iban {
		switch c := iban[(i+4)%len(iban)]; {
		case c <= '9':
			rest = (rest*10 + int(c-'0')) % 97
		default:
			rest = (rest*100 + int(c-'a') + 10) % 97
		}
	}
	return rest == 1
}

func number(digits []byte) int {
	n := 0
	for _, c := range digits {
		n = n*10 + int(c-'0')
	}
	return n
}

// isDate reports whether day, month and year of four digits make a date.
func isDate(day, month, year int) bool {
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	days := []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		days = 29
	}
	return day <= days
}

// isShortDate is isDate for a year of two digits in this century or the last.
func isShortDate(day, month, year int) bool {
	return isDate(day, month, 1900+year) || isDate(day, month, 2000+year)
}
