package identify

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/postvet/postvet/internal/text"
)

var phoneContext = []string{"call", "calls", "called", "cell", "phone", "telephone", "tel", "text", "texted", "ring", "rings", "rang", "mobile",
	"mob", "fax", "number", "whatsapp", "contact", "contacted", "dial", "sms", "landline", "reach", "ph"}

// otherNumbers name what may look like a North American telephone number.
var otherNumbers = []string{"nhs", "ssn", "mrn", "phn", "ohip", "medicare", "npi", "hcn", "chi", "order", "invoice", "hospital number",
	"health card", "doi", "isbn"}

// plan is how a country numbers its telephones. Prefixes are of the national
// number, without the trunk 0.
type plan struct {
	code     string // country code
	least    int    // digits of a national number
	most     int
	mobile   string // prefixes of mobiles, between spaces
	landline string
	group    int    // digits of a mobile's first group, trunk 0 included
	area     string // the same of a landline's, any of these
}

// plans are from the regulators' published numbering plans, from memory: not
// verified.
var plans = [...]plan{
	{"44", 9, 10, " 71 72 73 74 75 77 78 79 7624 ", " 1 2 ", 5, "345"},
	{"61", 9, 9, " 4 ", " 2 3 7 8 ", 4, "2"},
	{"64", 8, 10, " 21 22 27 28 29 ", " 3 4 6 7 9 ", 3, "2"},
	{"353", 8, 9, " 83 85 86 87 89 ", " 1 2 4 5 6 7 9 ", 3, "23"},
}

// fiction are prefixes that regulators keep for films and examples (Ofcom,
// ACMA, NANPA): not verified beyond facts in wide use.
var fiction = []string{
	"447700900", "441632960", "442079460", "441134960", "441144960", "441154960", "441164960", "441174960", "441184960", "441214960", "441314960",
	"441414960", "441514960", "441614960", "441914980",
	"442896496", "442920180", "6149157", "61255501", "61355501", "61755501", "61855501", "61255507", "61355507", "61755507", "61855507", "35320910",
	"35320911", "35320912",
}

// dialled is a number as written: its digits, and where its groups end.
type dialled struct {
	digits []byte
	ends   [16]struct{ digits, word int }
	groups int
	plus   bool
	spoken bool
	first  int // digits of the first group
}

// dial reads the digits from word i on.
func (s *scan) dial(i int) (d dialled) {
	d.digits = s.buffer[:0]
	d.plus = s.before(i) == '+' || s.before(i) == '＋'
	d.spoken = s.t.Words[i].Kind == text.Plain
	for j := i; j < s.end && d.groups < len(d.ends); {
		if j > i && s.gap(j) == wide {
			break
		}
		p, next := s.piece(j, 'd')
		if s.t.Words[j].Kind != text.Number && next == j+1 && spokenDigit(p) == "" && !isDigits(p) || len(d.digits)+len(p) > 20 {
			break
		}
		for _, c := range p {
			if c != '.' {
				d.digits = append(d.digits, c)
			}
		}
		if d.groups == 0 {
			d.first = len(d.digits)
		}
		d.ends[d.groups].digits, d.ends[d.groups].word = len(d.digits), next
		d.groups++
		j = next
	}
	return d
}

// phone finds telephone numbers of the United Kingdom, Ireland, North America,
// Australia and New Zealand, and those that start with another country's code.
// Freephone, helplines and the organisation's own aren't any.
func phone(s *scan, i int, k Kind, r *recogniser) {
	if !s.fresh(i) && s.before(i) != '+' || s.kind(i-1, text.Number) && s.gap(i) == blank && len(s.t.FoldBytes(i-1)) > 2 && !s.phoneEnds(i) {
		return
	}
	d := s.dial(i)
	for g := d.groups - 1; g >= 0; g-- {
		n, end := d.ends[g].digits, d.ends[g].word
		last := n
		if g > 0 {
			last -= d.ends[g-1].digits
		}
		if n > 15 || last < 2 && !d.spoken && !d.plus || !s.ends(end) {
			continue
		}
		c := d.read(n, last, g)
		if c.number == "" || c.doubtful && !s.near(i, end, r.context) || c.number[0] == '1' && !d.plus && s.near(i, i+1, otherNumbers) {
			continue
		}
		s.addPhone(k, i, end, c)
		return
	}
}

// phoneEnds reports whether a telephone number was found right before word i.
func (s *scan) phoneEnds(i int) bool {
	for k := len(s.out) - 1; k >= max(s.base, len(s.out)-4); k-- {
		if e := s.out[k]; int(e.End) == i && (e.Kind == phoneNumber || e.Kind == ourContacts) {
			return true
		}
	}
	return false
}

// call is a number understood.
type call struct {
	number   string // with country code, digits alone
	other    string // the same under another plan that fits
	mobile   bool
	doubtful bool // a phone only beside a keyword
}

// read understands the first n digits; last is the length of their last group,
// g its index.
func (d *dialled) read(n, last, g int) call {
	digits := string(d.digits[:n])
	switch {
	case d.plus:
		return abroad(digits)
	case strings.HasPrefix(digits, "0011"):
		return abroad(digits[4:])
	case strings.HasPrefix(digits, "00"):
		return abroad(digits[2:])
	case strings.HasPrefix(digits, "011") && n > 11:
		return abroad(digits[3:])
	case digits[0] == '0':
		if last < 3 && !d.spoken {
			return call{}
		}
		return d.national(digits[1:], g)
	}
	return d.american(digits, last, g)
}

// abroad reads a number that starts with a country's code.
func abroad(digits string) call {
	for _, p := range plans {
		rest, ok := strings.CutPrefix(digits, p.code)
		if !ok {
			continue
		}
		rest = strings.TrimPrefix(rest, "0")
		if len(rest) < p.least || len(rest) > p.most {
			return call{}
		}
		return call{number: p.code + rest, mobile: prefixed(p.mobile, rest)}
	}
	switch {
	case strings.HasPrefix(digits, "1"):
		if len(digits) != 11 || !isAmerican(digits[1:]) {
			return call{}
		}
	case len(digits) < 9, digits[0] == '0':
		return call{}
	}
	return call{number: digits}
}

// national reads a number behind its trunk 0; several plans may fit.
func (d *dialled) national(rest string, g int) call {
	var c call
	for _, p := range plans {
		mobile := prefixed(p.mobile, rest)
		if len(rest) < p.least || len(rest) > p.most || !mobile && !prefixed(p.landline, rest) {
			continue
		}
		switch {
		case p.code == "44" && mobile && len(rest) < 10, p.code == "64" && !mobile && len(rest) != 8, p.code == "353" && mobile && len(rest) < 9,
			p.code == "64" && len(rest) == 10 && !strings.HasPrefix(rest, "21"), g > 0 && !mobile && !strings.Contains(p.area, strconv.Itoa(d.first)):
			continue
		}
		if c.number == "" {
			c.number = p.code + rest
		} else {
			c.other = p.code + rest
		}
		c.mobile = c.mobile || mobile && (g == 0 && len(rest) >= 9 && p.group > 3 || d.first == p.group || p.code == "44")
	}
	c.doubtful = g == 0 && !c.mobile && len(rest) < 10
	return c
}

// american reads a number of the North American plan: 3-3-4 digits, perhaps
// behind a 1; 3-4 beside a keyword.
func (d *dialled) american(digits string, last, g int) call {
	if len(digits) == 7 && g == 1 && d.first == 3 && last == 4 && digits[:1] >= "2" {
		return call{number: "1000" + digits, doubtful: true}
	}
	if len(digits) == 11 && digits[0] == '1' {
		digits, g = digits[1:], max(g-1, 0)
	}
	if len(digits) != 10 || !isAmerican(digits) {
		return call{}
	}
	return call{number: "1" + digits, doubtful: g == 0 || last != 4 || d.first == 2}
}

func isAmerican(digits string) bool {
	return digits[0] >= '2' && digits[3] >= '2' && digits[1:3] != "11" && digits[4:6] != "11"
}

// prefixed reports whether one of the prefixes, between spaces, opens digits.
func prefixed(prefixes, digits string) bool {
	for n := 1; n <= 4 && n <= len(digits); n++ {
		if strings.Contains(prefixes, " "+digits[:n]+" ") {
			return true
		}
	}
	return false
}

func (s *scan) addPhone(k Kind, i, end int, c call) {
	switch {
	case isHelpline(c.number) || c.other != "" && isHelpline(c.other):
		return
	case s.org.hasPhone(c.number) || c.other != "" && s.org.hasPhone(c.other):
		s.add(ourContacts, i, end, false)
		return
	}
	test := len(c.number) == 11 && c.number[0] == '1' && c.number[4:9] == "55501"
	for _, p := range fiction {
		test = test || strings.HasPrefix(c.number, p) || strings.HasPrefix(c.other, p)
	}
	s.add(k, i, end, test)
	if c.mobile {
		s.add(mobilePhone, i, end, test)
	}
}

//go:embed data/helplines.txt
var helplines string

// isHelpline reports whether a number, with its country's code, is published
// for everyone to call.
func isHelpline(number string) bool {
	for line := range strings.Lines(helplines) {
		entry, _, _ := strings.Cut(line, " ")
		if prefix, open := strings.CutSuffix(entry, "*"); entry == number || open && strings.HasPrefix(number, prefix) {
			return true
		}
	}
	return false
}
