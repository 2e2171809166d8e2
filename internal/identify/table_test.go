package identify

import (
	"slices"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/text"
)

// found returns the stretches of raw that are entities of the kind named; a
// "?" behind one says that it comes from a test range.
func found(t *testing.T, raw, kind string, org *Organisation) []string {
	t.Helper()
	if !slices.Contains(Kinds(), kind) {
		t.Fatalf("no kind %q", kind)
	}
	var out []string
	for _, e := range Find(text.NewCutter(nil).Cut(raw), org, nil) {
		if Kinds()[e.Kind] == kind {
			s := raw[e.Start:e.Stop]
			if e.Test {
				s += "?"
			}
			out = append(out, s)
		}
	}
	return out
}

// values are published specimens, reserved ranges or constructed; none was
// taken from a person. In a text, [] surrounds what must be found, and a "?"
// before "]" says that it is for tests; without brackets nothing may be.
var values = []struct{ kind, texts string }{
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
	{"medicare-au", `
		Medicare [2123 45670 1]
		Medicare card [2123456701]
		medicare card [2123 45670 1 1]
		2123 45670 1
		Medicare 2123 25870 1
		Medicare 1123 45670 1
	`},
	{"ihi-au", `
		[8003608166690503]
		[8003 6081 6669 0503]
		8003608166690504
		8003618166690503
	`},
	{"dva-au", `
		DVA [SCGW1234]
		gold card [SCGW1234B]
		veterans card [VX012345]
		SCGW1234
		DVA AX12345
		DVA NX1234567
	`},
	{"ohip", `
		OHIP [1234-567-897-AB]
		health card [9876543217]
		health card 1234567890
		health card 0234567897
		9876543217
	`},
	{"bc-phn", `
		PHN [9698 658 215]
		PHN 9698648215
		PHN 9698658216
		9698 658 215
	`},
	{"ramq", `
		[LASF80021411]
		[TEST54122816]
		[AAAA 0151 0117]
		LASF80021412
		AAAA01014110
		AAAA01010100
	`},
	{"sin-ca", `
		[130 692 544]
		[435-418-165]
		SIN [435418165]
		it is a sin 435418165 times
		130 692 545
		046 454 286
		SIN number [046 454 286?]
	`},
	{"nhi-nz", `
		[ZAC5361?] [ZZZ0016?]
		[ZBN77VL?] and [ZSC21TN?] and [ZVB97XQ?]
		ZAC3561
		ZZZ0044
		ZZZ00AA
	`},
	{"ppsn", `
		[6433435F]
		[6433435OA]
		PPSN [1234567FA]
		6433435E
		1234567A
	`},
	{"ihi-ie", `
		[539305484771233572?]
		[539305481213003632?]
		539305484771233573
	`},
	{"credit-card", `
		[4111 1111 1111 1111?]
		[378282246310005?]
		[4111-1111-1111-1111?]
		4111 1111 1111 1112
		1234567812345670
	`},
	{"iban", `
		[GB29 NWBK 6016 1331 9268 19]
		[IE29 AIBK 9311 5212 3456 78]
		[GB29NWBK60161331926819]
		GB29 NWBK 6016 1331 9268 18
	`},
	{"email-address", `
		[jane.doe@example.com?]
		Write to [j.penhallow@mail.scot]!
		jane.doe@example
		@nhsuk
		reception@mail.scot
	`},
	{"ip-address", `
		IP [192.0.2.17?]
		the ip address was [10.1.2.30]
		IP 256.1.1.1
		version 192.0.2.17
	`},
	{"personal-url", `
		[https://ehr.example.org/patient/81723]
		[https://portal.example.org/results?mrn=4471&tab=2]
		https://www.nhs.uk/conditions/asthma/
		https://example.org/patient/stories
	`},
	{"date-of-birth", `
		[DOB: 14/02/1980]
		[date of birth 1980-02-14]
		she was [born on 3rd March 1971]
		[d.o.b. 3.7.49] on the form
		[DOB March 3, 1971]
		born in 1948
		DOB required
		NHS was born on 5 July 1948
		dob 31/31/1980
	`},
	{"event-date", `
		She was [admitted yesterday]
		[discharged after surgery on Monday]
		[Seen 12/03/2024]
		Admitted patients need care
		Clinic opens on Monday
	`},
	{"appointment-time", `
		[appointment at 10:30]
		[clinic slot 2pm]
		appointment system
		clinic for 30 people
	`},
	{"zip-us", `
		[90210-1234]
		zip [10001]
		she lives in Gary, IN [46402]
		10001 steps
		zip 1234
	`},
	{"eircode", `
		[D02 AF30]
		[A65 F4E2]
		[D6W AF30]
		B02 AF30
	`},
	{"postcode-ca", `
		[K1A 0B1]
		D1A 0B1
	`},
	{"postcode-au", `
		moved to Dubbo NSW [2830]
		her postcode is [3350], at home
		in 2024
		NSW 3000
	`},
	{"postcode-nz", `
		lives at 7 Kowhai Road, Wellington [6011]
		Auckland 2024
		Wellington 60
	`},
	{"vin", `
		[1M8GDM9AXKP042788]
		1M8GDM9A1KP042788
	`},
	{"plate-ie", `
		reg [231-D-12345]
		her car [12-C-1234]
		car 133-D-12345
		231-D-12345
	`},
	{"device-serial", `
		[serial number: PM-2284719X]
		[(01)10614141999993(21)A1234]
		(01)10614141999994(21)A1234
		serial killer
		serial number pending
	`},
	{"ward-or-bed", `
		[bed 4] by the window
		on [Ward 7B] since
		[side room 2]
		[Bay C]
		bed rest
		ward round
		room for improvement
		a 12 bedded ward
	`},
	{"au-passport", "passport [N1234567]\nN1234567"},
	{"nz-passport", "passport [LA123456]\npassport XA123456"},
	{"us-passport", "passport [A12345678]\nA12345678"},
	{"driver-licence-us", "driver's license [D1234567]\nD1234567"},
	{"driver-licence-au", "driver licence [12345678]\n12345678"},
	{"driver-licence-ca", "driver's licence [A1234-56789-01234]"},
	{"driver-licence-nz", "driver licence [AB123456]\nAB123456"},
	{"ab-phn", "Alberta Health [12345-6789]\n12345-6789"},
	{"sk-hsn", "HSN [123 456 789]\n123 456 789"},
	{"mb-phin", "PHIN [123 456 789]"},
	{"ns-hcn", "Nova Scotia health card [1234 567 890]"},
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
