package identify

import (
	"slices"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/text"
)

// found returns the stretches of raw that are entities of the kind named; a
// "?" behind one says that it comes from a test range, which is a kind of its own.
func found(t *testing.T, raw, kind string, org *Organisation) []string {
	t.Helper()
	if !slices.Contains(Kinds(), kind) {
		t.Fatalf("no kind %q", kind)
	}
	var out []string
	numbered := slices.Index(Kinds(), kind) < int(serialNumber)
	for _, e := range Find(text.NewCutter(nil).Cut(raw), org, nil) {
		if Kinds()[e.Kind] == kind || e.Kind == testNumber && numbered {
			s := raw[e.Start:e.Stop]
			if e.Test {
				s += "?"
			}
			out = append(out, s)
		}
	}
	return out
}

// row is a kind and texts for it.
type row struct{ kind, texts string }

// values are published specimens, reserved ranges or constructed; none was
// taken from a person. In a text, [] surrounds what must be found, and a "?"
// before "]" says that it is for tests; without brackets nothing may be.
var values = slices.Concat(britishAndAmerican, otherCountries, anywhere)

var britishAndAmerican = []row{
	{"nhs-number", `
		[401 023 2137]
		NHS number [4010232137]
		[400 000 0632]
		the number 4010232137 is on the box
		NHS number 401 023 2138
		NHS number 4444444444
		NHS number 401 023 213
		[999 000 0018?] and [999 000 0026?]
		NHS number [943 476 5919?]
		NHS no [987 654 3210?]
		999 000 0019
		NHS number 9999999999
		NHS number 987 654 4321
		NHS No. [999–000–0018?]
		nhs no: [999.000.0018?]
		his nhs number is [９９９ ０００ ００１８?]
		nhs no [nine nine nine oh oh oh oh oh one eight?]
		NHS no [triple nine double oh double oh zero one eight?]
		[9990308241?] is the NHS number on the tube
		bloods came down for [9990308241?] (dob 3.7.49)
		Call 9990308241 times
		ref 1-401-023-2137
	`},
	{"chi-number", `
		[0101011237]
		CHI [1904851231]
		[2902201230]
		[060723 0002]
		0101201234
		3201209999
		0113209999
		2902191230
	`},
	{"hcn-ni", `
		H&C number [3811178008]
		HCN [3473878286]
		health and care number [3731969378]
		3731969378
		H&C number 3811178009
		H&C number 3011178008
	`},
	{"uk-nino", `
		[AA 12 34 56 B]
		[PR123612C]
		her NI number is [az 12 34 56 a].
		QQ123456C
		NI number [QQ123456C?]
		BG123612A
		UV987654B
		AA123456E
	`},
	{"uk-postcode", `
		[SW1A 1AA]
		[M1 1AE] and [DN55 1PT]
		[EC1A 1BB]
		from [LS1 4AP]
		she lives at [ls1 4ap]
		QV1 1AA
		SW1A 1CV
		AJ1 1AA
		take b12 5mg daily
		mutation RGS9BP
	`},
	{"uk-passport", `
		passport [925665416]
		passport number [AB1234567]
		passport 92566541
		925665416
	`},
	{"uk-driving-licence", `
		[MORGA657054SM9IJ?]
		[JONES710238AB9XY]
		MORGA657994SM9IJ
		99999657054SM9IJ
	`},
	{"vehicle-plate-uk", `
		reg [AB51 ABC]
		his car, [A123 BCD]
		number plate [ABC 123D]
		AB51 ABC
		reg AB01 ABC
		reg IB51 ABC
	`},
	{"us-ssn", `
		[536-22-1234]
		[078-05-1123]
		[001 01 0001]
		SSN [536221234]
		536221234
		000-12-3456
		666-12-3456
		900-12-3456
		536-00-1234
		536-22-0000
		078-05-1120
		219-09-9999
		SSN [219-09-9999?]
		693-09.4444 was scrawled
	`},
	{"us-itin", `
		ITIN [900-70-0000]
		her taxpayer number, [911-50-1234]
		ITIN 911-89-1234
		ITIN 899-70-0000
		900-70-0000
	`},
	{"us-npi", `
		NPI [1234567893]
		National Provider [1245319599]
		NPI 1234567890
		NPI 3234567893
		NPI 1234567897
		1234567893
	`},
	{"us-mbi", `
		[1EG4-TE5-MK73?]
		[1EG4TE5MK73?]
		[2AA3-CD4-EF56]
		0EG4-TE5-MK73
		1SG4-TE5-MK73
		1EG4-LE5-MK73
		1EG4TE5MK7
	`},
	{"us-dea", `
		[BB1388568]
		[GL0285191]
		DEA number [ab1234563]
		BG8207031
		AB1234567
	`},
	{"mrn", `
		[MRN 12345678]
		[hospital number: K1234567]
		[Patient ID #A-99812]
		[UR number 0456123]
		her [case no. 2024-11873] is open
		MRN scanner
		patient number 3
		medical record keeping
		case number of 2024
	`},
}

func TestValues(t *testing.T) {
	for _, v := range values {
		for line := range strings.Lines(v.texts) {
			checkMarked(t, v.kind, strings.TrimSpace(line))
		}
	}
}

// checkMarked compares what is found in a text with its brackets.
func checkMarked(t *testing.T, kind, marked string) {
	t.Helper()
	if marked == "" {
		return
	}
	raw, want := unmark(marked)
	if got := found(t, raw, kind, nil); !slices.Equal(got, want) {
		t.Errorf("%s in %q: got %q, want %q", kind, raw, got, want)
	}
}

// unmark takes the brackets out of a text and returns what stood in them.
func unmark(marked string) (raw string, want []string) {
	for rest := marked; ; {
		before, after, ok := strings.Cut(rest, "[")
		raw += before
		inside, tail, closed := strings.Cut(after, "]")
		if !ok || !closed {
			return raw + after, want
		}
		want = append(want, inside)
		raw += strings.TrimSuffix(inside, "?")
		rest = tail
	}
}
