package identify

// recogniser is one line of the table.
type recogniser struct {
	name     string
	region   string   // as in settings; "" for anywhere
	harbour  string   // letters of HIPAA Safe Harbor, 45 CFR 164.514(b)(2)(i)
	gate     gate     // the words that wake it
	shapes   []string // for code: what it looks like
	check    func(code []byte) verdict
	need     need
	capitals bool     // without a keyword it must be written in capitals
	context  []string // keywords
	yields   bool     // isn't reported where the organisation's own cover it
	find     func(s *scan, i int, k Kind, r *recogniser)
}

// need says when a keyword must stand by.
type need uint8

const (
	never need = iota
	unlessGrouped
	always
)

// The kinds, in the order of the table; the organisation's own come first.
const (
	ourNames Kind = iota
	ourStaff
	ourContacts
	rivalNames
	nhsNumber
	chiNumber
	hcnNumber
	ukNINO
	ukPostcode
	ukPassport
	ukLicence
	ukPlate
	usSSN
	usITIN
	usNPI
	usMBI
	usDEA
	usPassport
	usLicence
	zipCode
	auMedicare
	auIHI
	auDVA
	auPassport
	auLicence
	auPostcode
	caOHIP
	caPHN
	caRAMQ
	caSIN
	caAlberta
	caSaskatchewan
	caManitoba
	caNovaScotia
	caLicence
	caPostcode
	nzNHI
	nzPassport
	nzLicence
	nzPostcode
	iePPSN
	ieIHI
	ieEircode
	iePlate
	usPlate
	auPlate
	medicalRecordNumber
	creditCard
	bankAccount
	vehicleNumber
	serialNumber
	testNumber
	email
	roleMailbox
	phoneNumber
	mobilePhone
	ipNumber
	longNumber
	personalLink
	birthDate
	careEvent
	appointment
	ageYears
	ageOver89
	ageDecade
	wardBed
	personName
	givenName
	clinicianName
	nameInitials
	nameShape
	addressee
	ownerName
	signature
	kindCount
)

var table = [kindCount]recogniser{
	ourNames:    {name: "our-names", find: nothing},
	ourStaff:    {name: "our-staff", find: nothing},
	ourContacts: {name: "our-contacts", find: nothing},
	rivalNames:  {name: "rivals", find: nothing},

	nhsNumber: {name: "nhs-number", region: "uk", harbour: "HR", gate: onNumber, shapes: []string{"ddd-ddd-dddd"}, check: nhs, need: unlessGrouped, context: nhsContext, find: code},
	chiNumber: {name: "chi-number", region: "uk", harbour: "HR", gate: onNumber, shapes: []string{"999999-9999"}, check: chi, context: chiContext, find: code},
	hcnNumber: {name: "hcn-ni", region: "uk", harbour: "HR", gate: onNumber, shapes: []string{"ddd-ddd-dddd"}, check: hcnNI, need: always, context: hcnContext, find: code},
	ukNINO: {name: "uk-nino", region: "uk", harbour: "GR", gate: onNumber | onCode, shapes: []string{"aa-99-99-99-a"}, check: nino,
		context: []string{"national insurance", "ni number", "ni no", "nino", "NI"}, find: code},
	ukPostcode: {name: "uk-postcode", region: "uk", harbour: "B", gate: onCode, shapes: []string{"a9-9aa", "aa9-9aa", "a99-9aa", "aa99-9aa", "a9a-9aa", "aa9a-9aa", "aaa-9aa"}, check: postcodeUK,
		capitals: true, context: homeContext, yields: true, find: code},
	ukPassport: {name: "uk-passport", region: "uk", harbour: "K", gate: onNumber | onCode, shapes: []string{"999999999", "aa9999999"}, need: always, context: passportContext, find: code},
	ukLicence:  {name: "uk-driving-licence", region: "uk", harbour: "K", gate: onCode, shapes: []string{"xxxxx-999999-xxxxx"}, check: licenceUK, find: code},
	ukPlate:    {name: "vehicle-plate-uk", region: "uk", harbour: "L", gate: onCode, shapes: []string{"aa99-aaa", "a9-aaa", "a99-aaa", "a999-aaa", "aaa-9a", "aaa-99a", "aaa-999a"}, check: plateUK, need: always, context: carContext, find: code},

	usSSN: {name: "us-ssn", region: "us", harbour: "G", gate: onNumber, shapes: []string{"ddd-dd-dddd"}, check: ssn, need: unlessGrouped,
		context: []string{"ssn", "social security", "social", "socials"}, find: code},
	usITIN: {name: "us-itin", region: "us", harbour: "G", gate: onNumber, shapes: []string{"ddd-dd-dddd"}, check: itin, need: always, context: []string{"itin", "taxpayer", "tax id"}, find: code},
	usNPI:  {name: "us-npi", region: "us", harbour: "K", gate: onNumber, shapes: []string{"9999999999"}, check: npi, need: always, context: []string{"npi", "national provider"}, find: code},
	usMBI: {name: "us-mbi", region: "us", harbour: "I", gate: onCode, shapes: []string{"9axx-xxx-xxxx"}, check: mbi,
		context: []string{"medicare", "mbi", "beneficiary"}, capitals: true, find: code},
	usDEA: {name: "us-dea", region: "us", harbour: "K", gate: onCode, shapes: []string{"ax9999999"}, check: dea, capitals: true,
		context: []string{"dea", "dea number", "controlled substance"}, find: code},
	usPassport: {name: "us-passport", region: "us", harbour: "K", gate: onNumber | onCode, shapes: []string{"999999999", "a99999999"}, need: always, context: passportContext, find: code},
	usLicence: {name: "driver-licence-us", region: "us", harbour: "K", gate: onNumber | onCode, need: always, context: licenceContext, find: code,
		shapes: []string{"a9999999", "a99999999", "a999999999999", "a999-999-99-999-9", "a999-9999-9999", "a9999-9999-9999", "aa999999", "aa9999999", "999999999", "99999999", "9999999", "999-999-999", "99-999-9999", "9aaa999", "99aaa9999"}},
	zipCode: {name: "zip-us", region: "us", harbour: "B", gate: onNumber, shapes: []string{"99999-9999", "99999"}, check: zipUS, need: unlessGrouped,
		context: []string{"zip", "zip code", "zipcode", "lives", "living", "resident", "address", "home"}, yields: true, find: zip},

	auMedicare: {name: "medicare-au", region: "au", harbour: "I", gate: onNumber, shapes: []string{"dddd-ddddd-d-d", "dddd-ddddd-d"}, check: medicareAU, need: always,
		context: []string{"medicare", "medicare card", "irn"}, find: code},
	auIHI: {name: "ihi-au", region: "au", harbour: "I", gate: onNumber, shapes: []string{"dddd-dddd-dddd-dddd", "999999-9999-999999"}, check: ihiAU, find: code},
	auDVA: {name: "dva-au", region: "au", harbour: "I", gate: onNumber | onCode, shapes: []string{"axxxxxxx", "axxxxxxxx", "axxxxxx", "axxxxx", "axxxx"}, check: dvaAU, need: always,
		context: []string{"dva", "veterans", "veteran", "gold card", "white card"}, find: code},
	auPassport: {name: "au-passport", region: "au", harbour: "K", gate: onCode, shapes: []string{"a9999999", "aa9999999"}, need: always, context: passportContext, find: code},
	auLicence: {name: "driver-licence-au", region: "au", harbour: "K", gate: onNumber | onCode, shapes: []string{"99999999", "999999999", "999999", "9999999", "9999999999", "9999aa", "a99999"}, need: always,
		context: licenceContext, find: code},
	auPostcode: {name: "postcode-au", region: "au", harbour: "B", gate: onAnyNumber, context: homeContext, yields: true, find: postcodeAU},

	caOHIP: {name: "ohip", region: "ca-on", harbour: "I", gate: onNumber, shapes: []string{"dddd-ddd-ddd-aa", "dddd-ddd-ddd-a", "dddd-ddd-ddd"}, check: ohip, need: always,
		context: []string{"ohip", "health card", "health number", "healthcard"}, find: code},
	caPHN: {name: "bc-phn", region: "ca", harbour: "I", gate: onNumber, shapes: []string{"dddd-ddd-ddd"}, check: phnBC, need: always,
		context: []string{"phn", "personal health number", "msp", "care card", "health card", "carecard"}, find: code},
	caRAMQ: {name: "ramq", region: "ca", harbour: "I", gate: onNumber | onCode, shapes: []string{"aaaa-9999-9999"}, check: ramq, capitals: true,
		context: []string{"ramq", "nam", "assurance maladie"}, find: code},
	caSIN: {name: "sin-ca", region: "ca", harbour: "G", gate: onNumber, shapes: []string{"ddd-ddd-ddd"}, check: sinCA, need: unlessGrouped,
		context: []string{"SIN", "sin number", "sin no", "social insurance", "NAS"}, find: code},
	caAlberta:      {name: "ab-phn", region: "ca", harbour: "I", gate: onNumber, shapes: []string{"ddddd-dddd"}, need: always, context: albertaContext, find: code},
	caSaskatchewan: {name: "sk-hsn", region: "ca", harbour: "I", gate: onNumber, shapes: []string{"ddd-ddd-ddd"}, need: always, context: saskatchewanContext, find: code},
	caManitoba:     {name: "mb-phin", region: "ca", harbour: "I", gate: onNumber, shapes: []string{"ddd-ddd-ddd"}, need: always, context: manitobaContext, find: code},
	caNovaScotia:   {name: "ns-hcn", region: "ca", harbour: "I", gate: onNumber, shapes: []string{"dddd-ddd-ddd"}, need: always, context: novaScotiaContext, find: code},
	caLicence: {name: "driver-licence-ca", region: "ca", harbour: "K", gate: onNumber | onCode, shapes: []string{"a9999-99999-99999", "a9999-999999-99", "9999999", "999999-999", "99999999", "aaaaa999999999"}, need: always,
		context: licenceContext, find: code},
	caPostcode: {name: "postcode-ca", region: "ca", harbour: "B", gate: onCode, shapes: []string{"a9a-9a9"}, check: postcodeCA, capitals: true,
		context: append([]string{"postal code"}, homeContext...), yields: true, find: code},

	nzNHI:      {name: "nhi-nz", region: "nz", harbour: "HR", gate: onNumber | onCode, shapes: []string{"aaa9999", "aaa99aa"}, check: nhiNZ, capitals: true, context: []string{"nhi", "national health index"}, find: code},
	nzPassport: {name: "nz-passport", region: "nz", harbour: "K", gate: onCode, shapes: []string{"aa999999", "a999999"}, check: passportNZ, need: always, context: passportContext, find: code},
	nzLicence:  {name: "driver-licence-nz", region: "nz", harbour: "K", gate: onCode, shapes: []string{"aa999999"}, need: always, context: licenceContext, find: code},
	nzPostcode: {name: "postcode-nz", region: "nz", harbour: "B", gate: onAnyNumber, context: homeContext, yields: true, find: postcodeNZ},

	iePPSN: {name: "ppsn", region: "ie", harbour: "G", gate: onCode, shapes: []string{"9999999-a", "9999999-aa"}, check: ppsn, context: []string{"pps", "ppsn"}, find: code},
	ieIHI:  {name: "ihi-ie", region: "ie", harbour: "HR", gate: onNumber, shapes: []string{"ddddddd-dddddddddd-d"}, check: ihiIE, context: []string{"ihi", "individual health identifier"}, find: code},
	ieEircode: {name: "eircode", region: "ie", harbour: "B", gate: onCode, shapes: []string{"axx-xxxx"}, check: eircode, need: unlessGrouped, capitals: true,
		context: append([]string{"eircode"}, homeContext...), yields: true, find: code},
	iePlate: {name: "plate-ie", region: "ie", harbour: "L", gate: onAnyNumber, check: plateIE, need: always, context: carContext, find: irishPlate},

	usPlate: {name: "plate-us", region: "us", harbour: "L", gate: onCar, need: always, context: carContext, find: plate,
		shapes: []string{"aaa-9999", "999-aaa", "aaa-999", "9aaa999", "aaaa-999", "aa9-99a", "a99-aaa", "999-aa9", "aa-99999", "aaa-99a", "99a-999"}},
	auPlate: {name: "plate-au-nz", region: "au", harbour: "L", gate: onCar, need: always, context: carContext, find: plate,
		shapes: []string{"aaa-999", "aaa-99a", "aa-99-aa", "9aa-9aa", "999-aaa", "9aaa-999", "aa-9999", "aaa-9a9"}},

	medicalRecordNumber: {name: "mrn", harbour: "H", gate: onRecord, find: medicalRecord},
	creditCard:          {name: "credit-card", harbour: "J", gate: onNumber, find: card},
	bankAccount:         {name: "iban", harbour: "J", gate: onCode, find: iban},
	vehicleNumber:       {name: "vin", harbour: "L", gate: onNumber | onCode, shapes: []string{"xxxxxxxxxxxxxxxxx"}, check: vin, context: []string{"vin", "chassis"}, find: code},
	serialNumber:        {name: "device-serial", harbour: "M", gate: onSerial | onAnyNumber, find: deviceSerial},
	testNumber:          {name: "test-number", harbour: "R", find: nothing},
	longNumber:          {name: "long-number", harbour: "R", gate: onNumber, find: longRow},
	email:               {name: "email-address", harbour: "F", gate: onEmail, yields: true, find: emailAddress},
	roleMailbox:         {name: "role-mailbox", yields: true, find: nothing},
	phoneNumber:         {name: "phone", harbour: "DE", gate: onNumber, context: phoneContext, yields: true, find: phone},
	mobilePhone:         {name: "mobile-phone", harbour: "D", yields: true, find: nothing},
	ipNumber:            {name: "ip-address", harbour: "O", gate: onAnyNumber | onCode, find: ipAddress},
	personalLink:        {name: "personal-url", harbour: "N", gate: onLink, yields: true, find: personalURL},
	birthDate:           {name: "date-of-birth", harbour: "C", gate: onBirth, find: dateOfBirth},
	careEvent:           {name: "event-date", harbour: "C", gate: onEvent, find: eventDate},
	appointment:         {name: "appointment-time", harbour: "C", gate: onBooking, find: appointmentTime},
	ageYears:            {name: "age", gate: onAge | onAnyNumber, find: age},
	ageOver89:           {name: "age-over-89", harbour: "C", find: nothing},
	ageDecade:           {name: "age-decade", find: nothing},
	wardBed:             {name: "ward-or-bed", harbour: "BR", gate: onWard, find: wardOrBed},
	personName:          {name: "person-name", harbour: "A", gate: onName | onTitle, yields: true, find: names},
	givenName:           {name: "given-name", harbour: "A", yields: true, find: nothing},
	clinicianName:       {name: "clinician-name", yields: true, find: nothing},
	nameInitials:        {name: "initials", harbour: "A", gate: onPatient, yields: true, find: initials},
	nameShape:           {name: "name-shape", harbour: "A", yields: true, find: nothing},
	addressee:           {name: "addressee", harbour: "A", yields: true, find: nothing},
	ownerName:           {name: "owner-name", harbour: "A", yields: true, find: nothing},
	signature:           {name: "signature", harbour: "A", yields: true, find: nothing},
}

// nothing is for kinds that another recogniser finds.
func nothing(*scan, int, Kind, *recogniser) {}
