package identify

// card finds payment cards: 13 to 19 digits of a known issuer.
func card(s *scan, i int, k Kind, _ *recogniser) {
	if !s.fresh(i) || s.digits(i) < 13 {
		return
	}
	for _, pattern := range []string{"dddddddddddddddd", "ddddddddddddddd", "dddddddddddddd", "ddddddddddddd", "ddddddddddddddddddd", "dddddddddddddddddd"} {
		if end, _, ok := s.shape(i, pattern); ok && isCard(s.code) && luhn(s.code) && !sameDigits(s.code) {
			s.add(k, i, end, listed(testCards, s.code))
			return
		}
	}
}

// isCard checks issuer prefix and length (ISO/IEC 7812, ranges as the issuers
// publish them).
func isCard(code []byte) bool {
	n, four := len(code), number(code[:4])
	two := four / 100
	switch {
	case code[0] == '1':
		return n == 15
	case code[0] == '4':
		return n == 13 || n == 16 || n == 19
	case two >= 51 && two <= 55, four >= 2221 && four <= 2720:
		return n == 16
	case two == 34, two == 37:
		return n == 15
	case two == 36, two == 38, two == 39, four >= 3000 && four <= 3059:
		return n == 14 || n == 16
	case four >= 3528 && four <= 3589:
		return n >= 16
	case four == 6011, two == 65, four >= 6440:
		return n >= 16 && code[0] == '6'
	case two == 62, two == 50, two >= 56 && two <= 69:
		return n >= 13
	}
	return false
}

// testCards are numbers that payment processors print for tests.
const testCards = " 4111111111111111 4242424242424242 4012888888881881 4222222222222 4000056655665556 5555555555554444 5105105105105100 2223003122003222 " +
	"378282246310005 371449635398431 378734493671000 6011111111111117 6011000990139424 30569309025904 38520000023237 3056930009020004 3530111333300000 " +
	"3566002020360505 6200000000000005 "

// iban finds bank accounts: the length is the country's, the checksum mod 97.
func iban(s *scan, i int, k Kind, _ *recogniser) {
	if !s.fresh(i) {
		return
	}
	b := s.t.FoldBytes(i)
	if len(b) < 4 || b[0] <= '9' || b[1] <= '9' || b[2] > '9' || b[3] > '9' {
		return
	}
	n := ibanLength(string(b[:2]))
	if n == 0 {
		return
	}
	end, _, ok := s.shape(i, ibanShape[:n+(n-1)/4])
	if ok && mod97(s.code) && (s.shouted(i, end) || s.near(i, end, []string{"iban", "bank", "account"})) {
		s.add(k, i, end, false)
	}
}

const ibanShape = "aa99-xxxx-xxxx-xxxx-xxxx-xxxx-xxxx-xxxx-xx"

// ibanLength returns the length of a country's IBANs, 0 for none (SWIFT's
// registry, from memory: not verified).
func ibanLength(country string) int {
	const lengths = "ad24ae23al28at20az28ba20be16bg22bh22br29by28ch21cr22cy28cz24de22dk18do28ee20eg29es24fi18fo18fr27gb22ge22gi23gl18gr27gt28hr21hu28ie22il23iq23is26it27jo30kw30kz20" +
		"lb28lc32li21lt20lu20lv21mc27md24me22mk19mr27mt31mu30nl18no15pk24pl28ps29pt25qa29ro24rs22sa24sc31se24si19sk24sm27st25sv28tl23tn24tr26ua29va22vg24xk20"
	for i := 0; i < len(lengths); i += 4 {
		if lengths[i:i+2] == country {
			return int(lengths[i+2]-'0')*10 + int(lengths[i+3]-'0')
		}
	}
	return 0
}
