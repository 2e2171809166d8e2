package identify

// Shapes that say little by themselves and count beside their keyword alone.
// Those of Australia, New Zealand, Canada and of the states of the US are from
// memory: not verified.

var (
	passportContext = []string{"passport", "passport no", "passport number"}
	licenceContext  = []string{"driver licence", "drivers licence", "driver license", "drivers license", "driving licence", "driving license",
		"driver licences", "licence no", "license no", "licence number", "license number", "DL"}
)

// passportNZ checks the letters that New Zealand has used.
func passportNZ(code []byte) verdict {
	return accept(in(code[0], "lern"))
}

// Health cards of provinces that print no checksum: not verified.
var (
	albertaContext      = []string{"alberta health", "ahcip", "uli", "AHC", "personal health number", "phn", "health card"}
	saskatchewanContext = []string{"saskatchewan health", "hsn", "health services number", "health card"}
	manitobaContext     = []string{"manitoba health", "phin", "personal health identification number", "health card"}
	novaScotiaContext   = []string{"nova scotia", "MSI", "health card"}
)
