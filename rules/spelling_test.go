package rules_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/rule"
)

// rewrite is another way to write the same text, which must not matter.
type rewrite struct {
	name   string
	apply  func(text string, r *rule.Rule) string
	except map[string]string // by how a rule and its example start, in small letters: why it matters there
	lost   int               // how many in a hundred may be lost, where rewriting breaks the sentence
}

// TestSpellingDoesNotMatter writes every flagged example of every rule in
// other ways and expects its rule to flag it still.
func TestSpellingDoesNotMatter(t *testing.T) {
	set := compile(t)
	for _, w := range rewrites(patternWords(t, compound), patternWords(t, inflected)) {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			rewritten, n := w.of(set)
			if n == 0 {
				t.Error("no example is rewritten")
			}
			needed, lost := map[string]bool{}, 0
			for _, f := range check.Examples(rewritten, nil, nil) {
				known := false
				line := f.Rule.ID + ": " + f.Example.String()
				for start := range w.except {
					if strings.HasPrefix(strings.ToLower(line), start) {
						known, needed[start] = true, true
					}
				}
				if lost++; !known && lost*100 > n*w.lost {
					t.Errorf("%s: %s", line, f.Problem)
				}
			}
			for start := range w.except {
				if !needed[start] {
					t.Errorf("%q needs no exception", start)
				}
			}
		})
	}
}

// of returns a set whose rules have the rewritten of their flagged examples
// in place of all others, and how many these are.
func (w *rewrite) of(set *rule.Set) (*rule.Set, int) {
	out, n := *set, 0
	out.Rules = nil
	for _, r := range set.Rules {
		own := *r
		own.Flagged, own.Allowed = nil, nil
		for _, e := range r.Flagged {
			e.Match = ""
			before := e.String()
			e.Text = w.apply(e.Text, r)
			e.Fields = slices.Clone(e.Fields)
			for i, f := range e.Fields {
				e.Fields[i].Values = slices.Clone(f.Values)
				for j, v := range f.Values {
					e.Fields[i].Values[j] = w.apply(v, r)
				}
			}
			if e.String() != before {
				own.Flagged = append(own.Flagged, e)
				n++
			}
		}
		out.Rules = append(out.Rules, &own)
	}
	return &out, n
}

func rewrites(compounds, inflected map[string][]string) []rewrite {
	plain := func(rewrite func(string) string) func(string, *rule.Rule) string {
		return func(text string, _ *rule.Rule) string { return rewrite(text) }
	}
	joined := func(joint string) func(string, *rule.Rule) string {
		return func(text string, r *rule.Rule) string {
			for _, c := range compounds[r.ID] {
				spelt := regexp.MustCompile(`(?i)\b` + strings.ReplaceAll(c, "-", "[- ]?") + `\b`)
				text = spelt.ReplaceAllString(text, strings.ReplaceAll(c, "-", joint))
			}
			return text
		}
	}
	number := func(from, to func(string) string) func(string, *rule.Rule) string {
		return func(text string, r *rule.Rule) string {
			for _, w := range inflected[r.ID] {
				text = regexp.MustCompile(`\b`+from(w)+`\b`).ReplaceAllString(text, to(w))
			}
			return text
		}
	}
	singular := func(w string) string { return w }
	return []rewrite{
		{name: "plural", apply: number(singular, plural), lost: 12},
		{name: "singular", apply: number(plural, singular), lost: 10},
		{name: "british", apply: plain(replacer(british, 1, 0))},
		{name: "american", apply: plain(replacer(british, 0, 1))},
		{name: "contracted", apply: plain(replacer(contractions, 1, 0))},
		{name: "spelt out", apply: plain(replacer(contractions, 0, 1))},
		{name: "curly", apply: plain(curly)},
		{name: "no-break spaces", apply: plain(func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") })},
		{name: "capitals", apply: plain(capitals), except: map[string]string{
			"hashtag-without-capitals: ":                 "capitals are its subject",
			"patient-name: j.d. from bed 12":             lostCapital,
			"name-beside-health: nurse bev says":         lostCapital,
			"reply-names-patient: karen please.":         lostCapital,
			"named-testimonial: \"couldn't turn my neck": lostCapital,
			"poses-as-a-customer: hi all, can anyone":    lostCapital,
			"accuses-by-name: dr s. pell is a fraud":     lostCapital,
		}},
		{name: "small letters", apply: plain(strings.ToLower), except: map[string]string{
			"unexplained-abbreviation: ":              "capitals are its subject",
			"mostly-capitals: ":                       "capitals are its subject",
			"patient-name: j.d. from bed 12":          lostCapital,
			"name-beside-health: nurse bev says":      lostCapital,
			"poses-as-a-customer: hi all, can anyone": lostCapital,
			"accuses-by-name: dr s. pell is a fraud":  lostCapital,
			"private-details-of-staff: ":              lostCapital,
		}},
		{name: "hyphens as spaces", apply: plain(func(s string) string { return hyphen.ReplaceAllString(s, "$1 $2") })},
		{name: "compounds hyphened", apply: joined("-")},
		{name: "compounds spaced", apply: joined(" ")},
		{name: "compounds joined", apply: joined("")},
		{name: "misspelt", apply: plain(replacer(misspelt, 0, 1)), except: map[string]string{
			"record-number: charity number": "a regular expression knows one spelling",
			"mocks-patients: pateint: is":   "a regular expression knows one spelling",
		}},
	}
}

// lostCapital is why a name isn't known among capitals or small letters alone:
// it is on no list, or only an initial stands with it.
const lostCapital = "a name that only its capital shows"

// Pairs of spellings, British first.
const british = `
	organise = organize; organised = organized; recognise = recognize; recognised = recognized; apologise = apologize; apologised = apologized; specialise = specialize; specialised = specialized
	hospitalised = hospitalized; normalise = normalize; immunise = immunize; immunised = immunized; sterilised = sterilized; traumatised = traumatized; minimise = minimize; optimise = optimize; prioritise = prioritize
	realise = realize; realised = realized; authorised = authorized; unauthorised = unauthorized; criticise = criticize; stabilise = stabilize; detoxise = detoxize; moisturiser = moisturizer; moisturise = moisturize
	organisation = organization; immunisation = immunization; sterilisation = sterilization; hospitalisation = hospitalization; analyse = analyze; analysed = analyzed; paralyse = paralyze; paralysed = paralyzed; catheterised = catheterized
	colour = color; colours = colors; flavour = flavor; favour = favor; favourite = favorite; behaviour = behavior; neighbour = neighbor; neighbours = neighbors; honour = honor; humour = humor; rumour = rumor; tumour = tumor; tumours = tumors; labour = labor; odour = odor
	centre = center; centres = centers; litre = liter; litres = liters; fibre = fiber; metre = meter; theatre = theater; licence = license; defence = defense; offence = offense
	anaemia = anemia; leukaemia = leukemia; haemorrhage = hemorrhage; haemorrhoids = hemorrhoids; haemophilia = hemophilia; oedema = edema; oestrogen = estrogen; oesophagus = esophagus; paediatric = pediatric; paediatrician = pediatrician
	gynaecologist = gynecologist; anaesthetic = anesthetic; anaesthetist = anesthetist; orthopaedic = orthopedic; diarrhoea = diarrhea; apnoea = apnea; foetus = fetus; coeliac = celiac; caesarean = cesarean; faeces = feces; ageing = aging; anti-ageing = anti-aging
	cancelled = canceled; labelled = labeled; travelling = traveling; traveller = traveler; travellers = travelers; counselling = counseling; counsellor = counselor; jewellery = jewelry; programme = program; enrol = enroll; grey = gray; mum = mom; mums = moms; judgement = judgment
	dialled = dialed; modelling = modeling; signalling = signaling; sulphate = sulfate; mould = mold; manoeuvre = maneuver; practising = practicing; fulfil = fulfill; instalments = installments; pyjamas = pajamas; sceptical = skeptical`

// Contractions and what they stand for.
const contractions = `
	can't = cannot; can't = can not; won't = will not; don't = do not; doesn't = does not; didn't = did not; isn't = is not; aren't = are not; wasn't = was not; weren't = were not
	haven't = have not; hasn't = has not; hadn't = had not; wouldn't = would not; couldn't = could not; shouldn't = should not
	you're = you are; we're = we are; they're = they are; i'm = I am; it's = it is; that's = that is; what's = what is; here's = here is; there's = there is; he's = he is; she's = she is; who's = who is; let's = let us
	we've = we have; you've = you have; i've = I have; they've = they have; we'll = we will; you'll = you will; i'll = I will; they'll = they will; he'll = he will; she'll = she will; it'll = it will; i'd = I would; you'd = you would; we'd = we would`

// Misspellings that are common enough to be looked for.
const misspelt = `
	guarantee = guarentee; guaranteed = guarenteed; definitely = definately; disease = desease; diseases = deseases; receive = recieve; believe = beleive; immediately = immediatly
	prescription = perscription; prescribed = perscribed; medicine = medecine; medicines = medecines; vaccination = vacination; pharmacist = pharamcist; anxiety = anxeity; depression = depresion
	separate = seperate; surgeon = sergeon; miracle = mircale; permanently = permanantly; permanent = permanant; patient = pateint; patients = pateints; appointment = apointment
	antibiotics = antibotics; ibuprofen = ibuprofin; paracetamol = paracetemol; diarrhoea = diarrhea`
