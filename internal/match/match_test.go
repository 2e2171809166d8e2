package match

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/postvet/postvet/internal/image"
)

// build compiles one finder with the lists given.
func build(t testing.TB, lists map[string][]string, o Options, phrases ...string) (*Program, Finder) {
	t.Helper()
	b := NewBuilder(nil)
	for name := range lists {
		b.DeclareList(name)
	}
	for name, entries := range lists {
		for _, err := range b.List(name, entries) {
			t.Fatalf("list %s: %v", name, err)
		}
	}
	f, errs := b.Words(phrases, o)
	for _, err := range errs {
		t.Fatalf("%q: %v", phrases[err.Phrase], err)
	}
	p, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return p, f
}

// found returns the raw text of all matches, joined by " | ".
func found(p *Program, f Finder, raw string) string {
	var out []string
	for _, m := range p.NewScanner(nil).Scan(raw).Of(f) {
		out = append(out, raw[m.Start:m.Stop])
	}
	return strings.Join(out, " | ")
}

var testLists = map[string][]string{
	"condition": {"arthritis", "back pain", "type <number> diabetes", "long covid", "anti-ageing"},
	"outcome":   {"result~", "recovery"},
	"laughter":  {"😂", "lol"},
	"dose":      {"<number> (mg|ml)", "<number> milligram~"},
	"medicine":  {"aciclovir", "steroid~", "the pill"},
	"claim":     {"beat~ <condition>"},
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ phrase, raw, want string }{
		{"miracle cure", "Our Miracle   Cure, now!", "Miracle   Cure"},
		{"miracle cure", "a miracle: cure", "miracle: cure"},
		{"miracle cure", "a miracle. Cure it", ""},
		{"miracle cure", "#MiracleCure #miraclecure", "#MiracleCure | #miraclecure"},
		{"cure", "#CureLeukaemia", ""},
		{"cure", "#Cure it", "#Cure"},
		{"miracle cure", "miracle 😍 cure", "miracle 😍 cure"},
		{"cure~", "cure cures cured curing curse", "cure | cures | cured | curing"},
		{"stop~ it", "stopped it, stopping it", "stopped it | stopping it"},
		{"diagnos~", "diagnos", "diagnos"},
		{"come~ off", "came off", "came off"},
		{"anti-ageing", "anti-ageing anti ageing antiageing anti aging antiaging", "anti-ageing | anti ageing | antiageing | anti aging | antiaging"},
		{"guarantee~ (you|your) ... <outcome>", "We guarantee your full and lasting recovery", "guarantee your full and lasting recovery"},
		{"better ... surgery", "better than surgery, better but not than surgery", "better than surgery"},
		{"guarantee~ ...2 recovery", "guaranteed a b c recovery", ""},
		{"guarantee~ ...3 recovery", "guaranteed a b c recovery", "guaranteed a b c recovery"},
		{"stop ... pill", "stop 😀 @me the pill", "stop 😀 @me the pill"},
		{"say (goodbye|farewell|so long|) to", "say to, say so long to", "say to | say so long to"},
		{"beat <condition>", "beat type 2 diabetes, beat Type two diabetes, beat back pain", "beat type 2 diabetes | beat Type two diabetes | beat back pain"},
		{"we <claim>", "we beat arthritis", "we beat arthritis"},
		{"<condition>", "back pain and #BackPain", "back pain | #BackPain"},
		{"take <dose>", "take 400mg or take twenty five milligrams", "take 400mg | take twenty five milligrams"},
		{"<start> ad", "Ad: our kit", "Ad"},
		{"<start> ad", "An ad", ""},
		{"#ad", "an ad #ad #adventure", "#ad"},
		{"<order> stop", "Stop it. Please stop. Hi Jo, stop. You stop. Don't stop", "Stop | stop | stop"},
		{"no more <word> please", "no more tea please", "no more tea please"},
		{"from <proper>", "from Cromer, from home", "from Cromer"},
		{"patient <laughter>", "patient 😂 and patient lol", "patient 😂 | patient lol"},
		{"can't", "we cannot, can't, can not", "cannot | can't | can not"},
		{"(mum|dad)'s <condition>", "my dad's arthritis", "dad's arthritis"},
		{"(one two|three four|five six) (a b|c d) (e f|g h) now", "three four c d e f now, five six a b g h now", "three four c d e f now | five six a b g h now"},
		{"A&E", "A&E, a and e, A & E", "A&E | a and e | A & E"},
		{"100% safe", "100% safe", "100% safe"},
		{"colour", "color", "color"},
		{"see <url>", "see example.org/x", "see example.org/x"},
		{"(stop|quit) (taking|) (your|the|) ... <medicine>", "Quit taking the blue steroids", "Quit taking the blue steroids"},
	} {
		t.Run(c.phrase, func(t *testing.T) {
			p, f := build(t, testLists, Options{}, c.phrase)
			if diff := cmp.Diff(c.want, found(p, f, c.raw)); diff != "" {
				t.Errorf("%s in %q: %s", c.phrase, c.raw, diff)
			}
		})
	}
}

func TestWaysAround(t *testing.T) {
	p, f := build(t, nil, Options{}, "miracle cure")
	for _, raw := range []string{"#MiracleCure", "#miraclecure", "mir\u200bacle cure", "miracle\u00a0cure", "ｍｉｒａｃｌｅ ｃｕｒｅ", "mirаcle сure", "𝐦𝐢𝐫𝐚𝐜𝐥𝐞 𝐜𝐮𝐫𝐞", "miracle-cure", "MIRACLE CURE"} {
		if got := found(p, f, "our "+raw+" now"); got != raw {
			t.Errorf("%q: found %q", raw, got)
		}
	}
}

func TestObfuscated(t *testing.T) {
	p, f := build(t, nil, Options{Obfuscated: true}, "fuck~", "what a shit show")
	for raw, want := range map[string]string{"f*cking hell": "f*cking", "f u c k off": "f u c k", "what a sh1t show": "what a sh1t show", "fuuuck": "fuuuck", "duck": ""} {
		if got := found(p, f, raw); got != want {
			t.Errorf("%q: found %q, want %q", raw, got, want)
		}
	}
	lists := map[string][]string{"strong": {"cunt~", "<mild>"}, "mild": {"crap~"}}
	p, f = build(t, lists, Options{Obfuscated: true}, "you <strong>")
	for raw, want := range map[string]string{"you c*nt": "you c*nt", "you cr4p": "you cr4p", "you crap": "you crap", "you cart": ""} {
		if got := found(p, f, raw); got != want {
			t.Errorf("%q: found %q, want %q", raw, got, want)
		}
	}
	p, f = build(t, nil, Options{}, "shit")
	if got := found(p, f, "sh1t"); got != "" {
		t.Errorf("a rule that doesn't ask read %q", got)
	}
}

func TestCaseExact(t *testing.T) {
	p, f := build(t, nil, Options{CaseExact: true}, "DM us", "IT", "#mental")
	if got := found(p, f, "DM us, dm us, IT, it #mental #Mental"); got != "DM us | IT | #mental" {
		t.Errorf("found %q", got)
	}
}

func TestPieces(t *testing.T) {
	p, f := build(t, testLists, Options{}, "<medicine> ... beat ... <condition>")
	h := p.NewScanner(nil).Scan("Steroids can beat nasty back pain")
	ms := h.Of(f)
	if len(ms) != 1 || ms[0].Skipped != 2 {
		t.Fatalf("found %+v", ms)
	}
	var got []string
	for _, p := range ms[0].Pieces {
		got = append(got, p.Name+"="+h.Text.Raw[p.Start:p.Stop])
	}
	if diff := cmp.Diff([]string{"medicine=Steroids", "condition=back pain"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestSyntaxErrors(t *testing.T) {
	for phrase, want := range map[string]string{
		"":                                       "an empty phrase",
		"(a|b":                                   "isn't closed",
		"a)":                                     `")" outside a group`,
		"a|b":                                    "outside a group",
		"... cure":                               "start or end with a gap",
		"cure ...":                               "start or end with a gap",
		"cure ...99 it":                          "between 1 and 12",
		"<nothing> cure":                         "unknown name <nothing>",
		"<a b> cure":                             "is no name",
		"< cure":                                 "without its >",
		"cure> it":                               "without its <",
		"(a|b)~ c":                               "behind a group",
		"<word> <start>":                         "matches any text",
		"# x":                                    "needs a hashtag",
		"((((((a))))))":                          "deep",
		strings.Repeat("(a ... b|c ... d) ", 12): "stands for more than",
		"(tag|@) us":                             "no word",
	} {
		b := NewBuilder(nil)
		_, errs := b.Words([]string{"fine words", phrase}, Options{})
		if len(errs) != 1 || errs[0].Phrase != 1 || !strings.Contains(errs[0].Text, want) {
			t.Errorf("%q: %v, want %q", phrase, errs, want)
		}
	}
}

func TestListCycle(t *testing.T) {
	b := NewBuilder(nil)
	b.DeclareList("a")
	b.DeclareList("b")
	b.List("a", []string{"<b> x"})
	b.List("b", []string{"y <a>"})
	if _, err := b.Build(); err == nil || !strings.Contains(err.Error(), "<a> → <b> → <a>") {
		t.Errorf("a cycle was built: %v", err)
	}
}

func TestRegexp(t *testing.T) {
	for _, c := range []struct{ expr, raw, want string }{
		{`(?:wi-?fi|password)\s*(?:is|:)\s*\S*[0-9!]\S{3,}`, "Guest Wi‑Fi: StMarys!2026 😀", "Wi‑Fi: StMarys!2026"},
		{`\d{3}-\d{2}`, "call 123-45 now. Or 678-90", "123-45 | 678-90"},
		{`cur(?:e|ing) (?:all|any) cancers?`, "Curing any cancer", "Curing any cancer"},
		{`NHS \d+`, "nhs 42", "nhs 42"},
		{`\b(?:natural|total) (?:cure|remedy)s?\b`, "Natural cures, unnatural cure, total remedys", "Natural cures | total remedys"},
		{`\b(?:nhs|ni) ?(?:no\.? )?[0-9]{3,}`, "NHS no 1234, uni 555, NI 777", "NHS no 1234 | NI 777"},
		{`ab+c`, "xabbbc abc ac", "abbbc | abc"},
		{`\btap(?:ping)?`, "tapping and retap", "tapping"},
		{`ﬁ`, "fi", ""},
	} {
		b := NewBuilder(nil)
		f, err := b.Regexp(c.expr)
		if err != nil {
			t.Fatal(err)
		}
		p, _ := b.Build()
		if got := found(p, f, c.raw); got != c.want {
			t.Errorf("%s in %q: found %q, want %q", c.expr, c.raw, got, c.want)
		}
		long := strings.Repeat("words and more words ", 5) + strings.ReplaceAll(c.raw, ".", "") + strings.Repeat(" words", 80)
		if got, want := found(p, f, long), found(p, f, strings.ReplaceAll(c.raw, ".", "")); got != want {
			t.Errorf("%s in a long sentence: found %q, want %q", c.expr, got, want)
		}
	}
	for expr, want := range map[string]string{`a{1,200}`: "at most 64", `(`: "no valid regexp", `a*`: "matches nothing", `\b(a?|b)$`: "matches nothing"} {
		if _, err := NewBuilder(nil).Regexp(expr); err == nil || !strings.Contains(err.Text, want) {
			t.Errorf("%s: %v, want %q", expr, err, want)
		}
	}
}

func cues(t *testing.T) *Builder {
	b := NewBuilder(nil)
	for kind, c := range map[string]Cues{
		"negated":  {Reach: 6, Before: []string{"not", "no", "never", "won't"}, After: []string{"is not true"}, Never: []string{"not only", "no need"}, Stop: []string{"but"}},
		"debunked": {Reach: 8, Before: []string{"no evidence that"}, After: []string{"is a myth"}, Label: []string{"myth", "false"}},
		"asked":    {Reach: 12, Before: []string{"do", "does", "can", "how", "is"}, Never: []string{"do you not"}, Question: true},
		"quoted":   {Quoted: true},
	} {
		for _, err := range b.Cues(kind, c) {
			t.Fatal(err)
		}
	}
	return b
}

func TestCues(t *testing.T) {
	b := cues(t)
	f, _ := b.Words([]string{"cure~ ... cancer", "guaranteed results", "no more pain"}, Options{})
	p, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		kind, raw string
		want      bool
	}{
		{"negated", "Tea does not cure cancer", true},
		{"negated", "No tea can ever really cure your cancer", true},
		{"negated", "Not only does it cure cancer", false},
		{"negated", "We can't lie, but it cures cancer", false},
		{"negated", "No, it cures cancer", false},
		{"negated", "not one two three four five six seven guaranteed results", false},
		{"negated", "no more pain", false},
		{"negated", "Guaranteed results is not true", true},
		{"debunked", "Myth: tea cures cancer.", true},
		{"debunked", "MYTH\nTea cures cancer.", true},
		{"debunked", "❌ Myth 2 – tea cures cancer.", true},
		{"debunked", "Myth: it works. Tea cures cancer.", false},
		{"debunked", "There is no evidence that tea cures cancer", true},
		{"debunked", "That tea cures cancer is a myth", true},
		{"asked", "Does tea cure cancer?", true},
		{"asked", "Ready for guaranteed results?", false},
		{"asked", "Do you not want guaranteed results?", false},
		{"asked", "Does it. Tea cures cancer!", false},
		{"quoted", "He said “tea cures cancer” to us", true},
		{"quoted", "“Wow” tea cures cancer", false},
		{"asked", "", false},
	} {
		h := p.NewScanner(nil).Scan(c.raw)
		got := false
		for _, m := range h.Of(f) {
			got = got || h.Cue(c.kind, m.First, m.End)
		}
		if c.raw != "" && len(h.Of(f)) == 0 {
			t.Fatalf("%q: nothing found", c.raw)
		}
		if got != c.want {
			t.Errorf("%s in %q: %v", c.kind, c.raw, got)
		}
	}
}

func TestLayers(t *testing.T) {
	b := NewBuilder(nil)
	b.List("condition", testLists["condition"])
	one, _ := b.Words([]string{"beat <condition>"}, Options{})
	base, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	var w image.Writer
	base.Write(&w)
	r := image.NewReader(w.Bytes())
	read := ReadProgram(r)
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	for name, base := range map[string]*Program{"built": base, "read": read} {
		top := NewBuilder(base)
		top.List("ailment", []string{"<condition>", "gout"})
		two, errs := top.Words([]string{"heal~ <ailment>", "beat gout"}, Options{})
		if errs != nil {
			t.Fatal(errs)
		}
		p, err := top.Build()
		if err != nil {
			t.Fatal(err)
		}
		raw := "We beat back pain, heal arthritis, healed gout, beat gout"
		if got := found(p, one, raw); got != "beat back pain" {
			t.Errorf("%s: base found %q", name, got)
		}
		if got := found(p, two, raw); got != "heal arthritis | healed gout | beat gout" {
			t.Errorf("%s: top found %q", name, got)
		}
	}
}

// naive finds a gap-free phrase of plain words by comparing every place.
func naive(words []string, phrase string) []int {
	want := strings.Fields(phrase)
	var at []int
	for i := 0; i+len(want) <= len(words); i++ {
		if strings.Join(words[i:i+len(want)], " ") == phrase {
			at = append(at, i)
		}
	}
	return at
}

func FuzzScan(f *testing.F) {
	f.Add("one two one two three", "one two")
	f.Add("a a a b a", "a a")
	f.Fuzz(func(t *testing.T, raw, phrase string) {
		clean := func(s string) string {
			return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r < 'a' || r > 'e' }), " ")
		}
		raw, phrase = clean(raw), clean(phrase)
		if phrase == "" || len(strings.Fields(raw)) > 150 || len(strings.Fields(phrase)) > 20 || strings.Contains(raw, "e") && len(raw) > 500 {
			return
		}
		p, finder := build(t, nil, Options{}, phrase)
		h := p.NewScanner(nil).Scan(raw)
		var got []int
		for _, m := range h.Of(finder) {
			got = append(got, int(m.First))
		}
		var words []string
		for i := range h.Text.Words {
			words = append(words, h.Text.Fold(i))
		}
		if diff := cmp.Diff(naive(words, phrase), got); diff != "" {
			t.Errorf("%q in %q: %s", phrase, raw, diff)
		}
	})
}

// program makes n phrases out of the words that posts share, as rules do.
func program(tb testing.TB, n int) *Program {
	a := strings.Fields("miracle instant proven secret guaranteed permanent painless natural toxic detox ancient rapid total radical effortless")
	b := strings.Fields("cure remedy relief treatment therapy cream tablet dose diet cleanse supplement serum programme device implant")
	c := strings.Fields("cancer eczema diabetes asthma arthritis migraine anxiety depression insomnia obesity infertility psoriasis dementia")
	var phrases []string
	for i := range n {
		phrases = append(phrases, fmt.Sprintf("%s %s for %s", a[i%len(a)], b[i/len(a)%len(b)], c[i*7%len(c)]))
	}
	p, _ := build(tb, nil, Options{}, phrases...)
	return p
}

func BenchmarkScan(b *testing.B) {
	post := "Our flu clinic opens on Monday from 9:00 to 12:30 at the Riverside Centre – you don't need an appointment. 💙 See example.org/flu #FluSeason\n\n" +
		"This cream helps with eczema, and no miracle cure for cancer exists. Ask your pharmacist for a natural remedy.\n\n"
	for name, unit := range map[string]string{"ordinary": post, "worst": "miracle cure for ", "oneline": strings.ReplaceAll(post, "\n", " ")} {
		raw := strings.Repeat(unit, 1<<20/len(unit))
		for _, n := range []int{50, 2500} {
			b.Run(fmt.Sprint(name, "/", n), func(b *testing.B) {
				s := program(b, n).NewScanner(nil)
				b.SetBytes(int64(len(raw)))
				for b.Loop() {
					s.Scan(raw)
				}
			})
		}
	}
}

func TestSelect(t *testing.T) {
	b := NewBuilder(nil)
	for name := range testLists {
		b.DeclareList(name)
	}
	for name, entries := range testLists {
		b.List(name, entries)
	}
	one, _ := b.Words([]string{"we <claim>"}, Options{})
	two, _ := b.Words([]string{"we beat"}, Options{})
	three, _ := b.Regexp(`beat \w+`)
	p, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	raw := "Today we beat arthritis."
	for _, want := range []Finder{one, two, three} {
		s := p.NewScanner(nil)
		s.Only(p.Select(func(f Finder) bool { return f == want }))
		h := s.Scan(raw)
		for _, f := range []Finder{one, two, three} {
			if got := len(h.Of(f)) > 0; got != (f == want) {
				t.Errorf("with finder %d alone, finder %d has a match: %v", want, f, got)
			}
		}
	}
}
