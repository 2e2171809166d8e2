package identify

import (
	"strings"
	"testing"
)

// people are invented; a text is marked as in values.
var people = []row{
	{"phone", `
		ring [07700 900123?] tonight
		[020 7946 0018?]
		[+44 7700 900123?] or [0044 7700 900123?] or [+44 (0)20 7946 0018?]
		[(020) 7946 0018?] and [01632 960123?] 9am
		07700 9001
		[(415) 555-0132?]
		[+1 212-555-0147?] / [212.555.0147?] / [1-212-555-0147?]
		call [2125550147?]
		2125550147
		123-456-7890
		call us on [555-0132?]
		[0491 570 006?] and [(02) 9374 4111]
		0491 570 00
		[021 123 4567]
		021 12
		[085 123 4567] or [01 555 0128]
		085 12
		[+49 30 1234567]
		text [oh double seven zero zero nine oh oh one two three?]
		ring 111, 999 or 116 123, or 0800 1111 or 0808 800 4444
		call 988, 911, 1-800-273-8255 or (877) 555-0123
		Lifeline 13 11 14 or 1300 22 4636 or 1800 551 800
		0300 123 1234 and 0845 46 47
		between 2019 and 2024, 1,200 of 12,000
		on 12/03/2024 at 10:30
	`},
	{"mobile-phone", `
		[07700 900123?]
		[0491 570 006?]
		[021 123 4567]
		[085 123 4567]
		020 7946 0018
		(415) 555-0132
	`},
	{"age", `
		a [62-year-old] from Hull
		she is [62 years old] now
		[aged 62], he
		a [62yo] man, a [38 y/o] female
		Maria Lopez, [62], went home
		Leo ([7]) was brave
		the [five year old] smiled, and the [ninety four years old] too
		Meet Sam, [54], bus driver
		baby Noor, [6 months old] and loud
		pt is [54M] with chest pain
		case: [29F], Aran Islands
		mum [turned 101] today
		her [100th birthday]
		White male, [81], answers to it
		Maria, [age 62]
		[Age: 47]
		patients aged 65 and over
		18 and over, or 65+ years old
		ages 5 to 11
		over 65s and under 5s
		children aged 12
		anyone aged 40 to 74
		adults aged 50 or over can book
		our clinic is 10 years old
		10 years old clinic
		the NHS is 75 years old
		the NHS turned 75 today
		54m people and £54M for it
		you must be 18 years old
		Tuesday, 12 March
		she's [92], and he is [34]
		she's 5 minutes away
		fever of 101F today
		aged care and age discrimination
	`},
	{"age-over-89", `
		a [94-year-old]
		[aged 91]
		her [100th birthday]
		our [centenarian]
		she [turned 101]
		an 89-year-old
		aged 34
		90% of patients
		the 75th birthday of the NHS
	`},
	{"age-decade", `
		a lady in her [60s]
		he was in his late [40s]
		people in their 60s
		the 60s
	`},
	{"person-name", `
		[Mrs O'Brien] said
		[Mr Ahmed Khan]
		[Baby Evans]
		Mr and Mrs
		Miss out
		Dr Jones
		a lady named [Grace Obi] came
		we met [Maria Lopez] today
		[mrs patel's] results are back
		[MR OKONKWO] IS IN BED 4 NOW
		MS can be treated
		[J. Smith] and [M. Tremblay] and [Maria L.] wrote
		label says [T. Rangihuna], of
		hello [Siobhan Ó Faoláin-Reilly], hello [Aisha bint Yusuf]
		[Coach Whitcomb] is on a vent
		please keep the [Gallagher] family in mind
		#Pray4Us and [#MariaLopez]
		[RASHIDA BEGUM], DOB 22/11/1958
		rest well [maria lopez] we will miss you
		to [Mark Brown] from us
		Mark your diary, Hope is here, May is Brown Bag month
		Will Young people come?
		St Mary's Hospital and Great Ormond Street
		Florence Nightingale and Marie Curie
		Florence Nightingale Ward
		Patient Safety Week
		the Royal Victoria Infirmary
		Kowhai Street and Mill Road, Linton Bay
		Vitamin D Deficiency
		Hepatitis B Vaccine
		Johnson & Johnson
		Victoria Park in New York
	`},
	{"given-name", `
		we love [Siobhan] here
		Hi [Dana], sorry
		Thank you [Gwen]!
		so brave, [Tasha]!
		[Karen] please
		her dad [Mark] and her mum [Hope]
		a girl called [Grace]
		[Rose], 62, went home
		Hi [May], we will call
		#PrayFor[Maria]
		#Team[Oluwaseun] and [#justiceforleo]
		Will you come in May?
		Mark your diary in June
		Hope and Faith matter, Rose said nothing of Joy
		Parkinson's and Crohn's disease
		Martha's Rule and Jo's Trust
		Down syndrome
		Charcot-Marie-Tooth
		in Sydney, at Georgia
		Wednesday in Summer
	`},
	{"clinician-name", `
		[Dr Priya Nair] and [Prof. Adaeze Nwosu]
		[Nurse Pat]: hello
		[Sister Obi's] talk
		[Staff Nurse Jess Moran] is back
		[Jess Moran] RN
		[Jane Bloggs], consultant surgeon
		[Mr Shah], consultant ophthalmologist
		surgeon [Mr Shah] said
		our physio [Nathan] is
		[E. Marsh], pharmacist.
		Mr Shah was thrilled
		her sister Mary
		Maria Lopez, a retired nurse
		doctor visits
	`},
	{"addressee", `
		Hi [Dana], sorry
		[Gord], your crown is ready
		[Lupe] you're the best
		[Odalys]! You made it
		Thanks so much for this, [Harriet]!
		Well done [Uzoamaka]!
		Yes [Gord], that's you
		[K.D.], your file shows it
		We met Dana, who smiled
		Dana is here
		Woohoo! You made it
		Today, we close early
		Ozempic, you're famous
	`},
	{"owner-name", `
		[Hemi's] plantar fasciitis is history
		[Nate Hollis's] back
		[Szczepanska's] results are in
		Hemi is here
		Crohn's disease
		Dr Nair's list
	`},
	{"signature", `
		'Six weeks of it gone.' — [Jacinta W], Orange
		"You're all stars." - [Craig M.], Dubbo
		"A joy!" [Trudi Bell]
		We met Trudi Bell and Craig
	`},
	{"initials", `
		[K.D.], your file shows it
		[J.W.] 14/03/51, fasting bloods
		"So kind" — [P.K.], Leeds
		[patient J.S.], who
		[Mrs B.] said
		[J.D.] from bed 12
		[Pt AB] was seen
		patient Jane said
		the U.S. is
		patient ED visits
		vitamin B. Then
	`},
	{"name-shape", `
		our patient [Oluwadamilare Adeyinka-Kuti] is home
		our patient [Grace] went home
		our patient [Sigourney van den Berghe] came
		thanks [Te Rangimarie] for this
		our patient Thursday clinic
		Physiotherapists work hard
		The Emergency Department Team
		Learn More About Screening
		[Ximenulo], 62, went home
		in London with NHS staff
		You'll see, We'll help, I'll come
		ECGs and UTIs by MetaReset
	`},
}

func TestPeople(t *testing.T) {
	for _, v := range people {
		for line := range strings.Lines(v.texts) {
			checkMarked(t, v.kind, strings.TrimSpace(line))
		}
	}
}
