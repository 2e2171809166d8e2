package identify

var otherCountries = []row{
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
}

var anywhere = []row{
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
		[reception@mail.scot]
	`},
	{"role-mailbox", "[reception@mail.scot], jane.doe@mail.scot"},
	{"ip-address", `
		IP [192.0.2.17?]
		the ip address was [10.1.2.30]
		seen from [192.168.0.1], [2001:db8::ff00:42:8329?] and [fe80::1].
		IP 256.1.1.1
		at 10:30:15 or 1.2.3
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
	{"plate-us", `
		plate [ABC 1234] on it
		license plate [7XYZ123]
		her car, [BZT-4417]
		ABC 1234
	`},
	{"plate-au-nz", `
		rego [ABC 12D]
		plate [1AB 2CD] or [KDW905]
		her car [AB 12 CD]
		ABC 12D
	`},
	{"test-number", `
		NHS number [999 000 0018?]
		[ZZZ0016?] at the desk
		NHS number 401 023 2137
	`},
	{"long-number", `
		the form says [88-4417-2093]
		[2950 00000] was scrawled
		it reads [482219038812] on the tube
		call 4417 2093
		on 14/03/1951 or 2026-11-01
		between 2019 2024
		we gave 1,200,000 doses
		£12000000 for beds
		ring (212) 555-0147
		5 to 7 days
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
