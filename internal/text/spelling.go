package text

import "strings"

// spellings returns the other spellings of a folded word that a reader takes
// for the same: British and American, and common misspellings.
func spellings(word string) []string {
	var out []string
	add := func(s string) {
		if s != word {
			out = append(out, s)
		}
	}
	for _, pair := range wholeWords {
		if pair[0] == word {
			add(pair[1])
		} else if pair[1] == word {
			add(pair[0])
		}
	}
	for _, e := range endings {
		for k, from := range e.pair {
			stem, found := strings.CutSuffix(word, from)
			if found && len(stem) >= e.stem && !e.never[word] {
				add(stem + e.pair[1-k])
			}
		}
	}
	for _, s := range stems {
		for k, from := range s {
			if i := strings.Index(word, from); i >= 0 {
				add(word[:i] + s[1-k] + word[i+len(from):])
			}
		}
	}
	return out
}

// ending is a pair of endings, British first, behind at least stem letters.
type ending struct {
	pair  [2]string
	stem  int
	never map[string]bool // words that only look like a pair
}

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

var (
	notIze = words("size sized sizing prize prized seize seized seizing capsize capsized raise raised raising promise promised promising exercise exercised exercising advise advised advising advisor " +
		"rise rising wise otherwise likewise noise disease exercised surprise surprised surprising supervise supervised supervising revise revised revising devise devised compromise compromised " +
		"premise premises disguise disguised despise televise franchise expertise paradise merchandise concise precise improvise comprise comprised cruise bruise bruised bruising praise praised")
	notOur = words("hour hours four your yours our ours tour tours pour pours sour flour doctor doctors actor actors factor factors sensor sensors error errors terror mirror mirrors motor motors major minor " +
		"for nor or door doors floor floors poor donor donors tutor tutors author authors visitor visitors monitor monitors predictor director directors inspector sector sectors senior seniors junior juniors contour contours")
	endings = []ending{
		{[2]string{"ise", "ize"}, 3, notIze}, {[2]string{"ised", "ized"}, 3, notIze}, {[2]string{"ises", "izes"}, 3, notIze},
		{[2]string{"ising", "izing"}, 3, notIze}, {[2]string{"isation", "ization"}, 3, nil}, {[2]string{"isations", "izations"}, 3, nil},
		{[2]string{"iser", "izer"}, 3, nil}, {[2]string{"isers", "izers"}, 3, nil},
		{[2]string{"yse", "yze"}, 3, nil}, {[2]string{"ysed", "yzed"}, 3, nil}, {[2]string{"ysing", "yzing"}, 3, nil}, {[2]string{"yses", "yzes"}, 3, nil},
		{[2]string{"our", "or"}, 3, notOur}, {[2]string{"ours", "ors"}, 3, notOur}, {[2]string{"oured", "ored"}, 3, nil}, {[2]string{"ouring", "oring"}, 3, nil},
		{[2]string{"ourful", "orful"}, 2, nil}, {[2]string{"ourite", "orite"}, 3, nil}, {[2]string{"ourites", "orites"}, 3, nil}, {[2]string{"ourable", "orable"}, 3, nil},
		{[2]string{"lled", "led"}, 4, nil}, {[2]string{"lling", "ling"}, 4, nil}, {[2]string{"ller", "ler"}, 4, nil}, {[2]string{"llers", "lers"}, 4, nil},
		{[2]string{"ogue", "og"}, 3, nil}, {[2]string{"ogues", "ogs"}, 3, nil},
	}
	// stems are Greek and Latin pieces spelt with a digraph in Britain.
	stems = [][2]string{
		{"aemi", "emi"}, {"haem", "hem"}, {"oedema", "edema"}, {"oestr", "estr"}, {"oesoph", "esoph"}, {"paed", "ped"}, {"gynaec", "gynec"},
		{"anaesth", "anesth"}, {"orthopaed", "orthoped"}, {"diarrhoea", "diarrhea"}, {"gonorrhoea", "gonorrhea"}, {"dyspnoea", "dyspnea"}, {"apnoea", "apnea"},
		{"foet", "fet"}, {"coeliac", "celiac"}, {"caesar", "cesar"}, {"manoeuv", "maneuv"}, {"faec", "fec"}, {"leuk", "leuc"}, {"caecum", "cecum"},
		{"ageing", "aging"}, {"mould", "mold"}, {"sulph", "sulf"},
	}
	wholeWords = [][2]string{
		{"centre", "center"}, {"centres", "centers"}, {"centred", "centered"}, {"litre", "liter"}, {"litres", "liters"}, {"metre", "meter"}, {"metres", "meters"},
		{"millilitre", "milliliter"}, {"millilitres", "milliliters"}, {"fibre", "fiber"}, {"fibres", "fibers"}, {"theatre", "theater"}, {"theatres", "theaters"},
		{"licence", "license"}, {"licences", "licenses"}, {"defence", "defense"}, {"offence", "offense"}, {"pretence", "pretense"},
		{"practise", "practice"}, {"practised", "practiced"}, {"practising", "practicing"}, {"practises", "practices"},
		{"programme", "program"}, {"programmes", "programs"}, {"enrol", "enroll"}, {"enrols", "enrolls"}, {"enrolment", "enrollment"}, {"fulfil", "fulfill"}, {"fulfils", "fulfills"},
		{"instalment", "installment"}, {"instalments", "installments"}, {"skilful", "skillful"}, {"grey", "gray"},
		{"judgement", "judgment"}, {"jewellery", "jewelry"}, {"pyjamas", "pajamas"}, {"sceptical", "skeptical"}, {"sceptic", "skeptic"}, {"mum", "mom"}, {"mums", "moms"}, {"mummy", "mommy"},
		{"tumour", "tumor"}, {"tumours", "tumors"}, {"odour", "odor"}, {"odours", "odors"}, {"okay", "ok"},
		{"learnt", "learned"}, {"burnt", "burned"}, {"orthodontics", "orthodontia"}, {"counselling", "counseling"}, {"counsellor", "counselor"}, {"counsellors", "counselors"},
		// misspelt often enough to be looked for
		{"guarantee", "guarentee"}, {"guaranteed", "guarenteed"}, {"definitely", "definately"}, {"disease", "desease"}, {"diseases", "deseases"}, {"diarrhoea", "diarrohea"}, {"diarrhoea", "diarhea"},
		{"receive", "recieve"}, {"believe", "beleive"}, {"immediately", "immediatly"}, {"prescription", "perscription"}, {"prescribed", "perscribed"}, {"medicine", "medecine"}, {"medicines", "medecines"},
		{"haemorrhoids", "hemorroids"}, {"vaccination", "vacination"}, {"pharmacist", "pharamcist"}, {"anxiety", "anxeity"}, {"depression", "depresion"}, {"separate", "seperate"}, {"surgeon", "sergeon"},
		{"miracle", "mircale"}, {"miracle", "miracel"}, {"permanently", "permanantly"}, {"permanent", "permanant"}, {"patient", "pateint"}, {"patients", "pateints"},
		{"appointment", "appointmnet"}, {"appointment", "apointment"}, {"antibiotics", "antibotics"}, {"ibuprofen", "ibuprofin"}, {"paracetamol", "paracetemol"},
	}
)
