package text

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// show writes a text as its sentences, words by their folded spelling, with
// "|" between sentences and "¶" between paragraphs.
func show(t *Text) string {
	var b strings.Builder
	for k, s := range t.Sentences {
		if k > 0 {
			if s.Paragraph != t.Sentences[k-1].Paragraph {
				b.WriteString(" ¶ ")
			} else {
				b.WriteString(" | ")
			}
		}
		for i := s.First; i < s.End; i++ {
			if i > s.First {
				b.WriteByte(' ')
			}
			b.WriteString(t.Fold(int(i)))
		}
	}
	return b.String()
}

func lexicon(words ...string) *Lexicon {
	l := NewLexicon(nil)
	for _, w := range words {
		l.Add(w)
	}
	return l
}

func TestCut(t *testing.T) {
	lex := lexicon("miracle", "cure", "pray", "for")
	for _, c := range []struct{ name, raw, want string }{
		{"plain", "Miracle cure!", "miracle cure"},
		{"empty", "", ""},
		{"full width", "Ｍｉｒａｃｌｅ　ｃｕｒｅ", "miracle cure"},
		{"mathematical bold", "𝐌𝐢𝐫𝐚𝐜𝐥𝐞 𝗰𝘂𝗿𝗲", "miracle cure"},
		{"Cyrillic look-alikes", "Mirасlе сurе", "miracle cure"},
		{"zero width and soft hyphen", "mir\u200bacle cu\u00adre", "miracle cure"},
		{"no-break space", "miracle\u00a0cure", "miracle cure"},
		{"camel case hashtag", "#MiracleCure", "miracle cure"},
		{"lower-case hashtag", "#miraclecure", "miracle cure"},
		{"unknown hashtag", "#likeforlike", "likeforlike"},
		{"initialism in a hashtag", "#NHSWorkers2026", "nhs workers 2026"},
		{"underscored hashtag", "#miracle_cure", "miracle cure"},
		{"no hashtag", "We're #1 and C# is a language", "we are 1 and c is a language"},
		{"accents", "José’s café naïve ŁÓDŹ", "jose cafe naive lodz"},
		{"letters that expand", "Straße œuvre", "strasse oeuvre"},
		{"contractions", "You don’t, can't, cannot, won't, it's, I'll, let's", "you do not can not can not will not it is i will let us"},
		{"open contractions", "you dont cant ill well", "you do not can not ill well"},
		{"possessive", "Mrs Patel's results", "mrs patel results"},
		{"names with apostrophes", "O'Brien at 5 o'clock", "obrien at 5 oclock"},
		{"hyphens", "a 62-year-old, anti-ageing", "a 62 year old anti ageing"},
		{"dose", "400mg at 5pm, 3rd, B12 and H1N1", "400 mg at 5 pm 3 rd b12 and h1n1"},
		{"numbers", "1,200 or 2.5 or 1,20 at 10:30", "1200 or 2.5 or 1 20 at 10 30"},
		{"dotted numbers", "192.0.2.17 and 14.03.1951", "192 0 2 17 and 14 03 1951"},
		{"signs", "£99, 20% off, A&E, $5", "£ 99 20 % off a and e $ 5"},
		{"links", "See https://example.org/a?b=1. Or www.example.com, example.org/x!", "see https://example.org/a?b=1 | or www.example.com example.org/x"},
		{"missing space", "Open today.Book now", "open today | book now"},
		{"address", "Mail jane.doe@example.com now", "mail jane.doe@example.com now"},
		{"handles", "Thanks @Harbour_Clinic!", "thanks @harbour_clinic"},
		{"abbreviations", "Dr. Nair moved to St. Mary's. See No. 4. No. We won't, e.g. today etc. and so on.", "dr nair moved to st mary | see no 4 | no | we will not e g today etc and so on"},
		{"initials", "John D. Smith takes vitamin D. It helps at 10 a.m. daily. Ask.", "john d smith takes vitamin d | it helps at 10 a m daily | ask"},
		{"line ends", "First line\nSecond line\ngoes on", "first line | second line goes on"},
		{"paragraphs", "One.\n\nTwo\r\n\r\nThree\n- item\n• item", "one ¶ two ¶ three ¶ item ¶ item"},
		{"emoji", "So good 😍 Book now 👩🏽‍⚕️", "so good 😍 | book now 👩 ⚕"},
		{"emoji behind a full stop", "So good! 😍 book now", "so good 😍 | book now"},
		{"emoji first", "✅ Free parking", "✅ free parking"},
		{"trailing hashtags", "Gone for good. #MiracleCure #health\n\nNext", "gone for good miracle cure health ¶ next"},
		{"trade marks", "Invisalign™ and Botox®", "invisalign and botox"},
		{"fullwidth digits", "９９９ ０００", "999 000"},
		{"Arabic digits", "٩٩٩", "999"},
		{"footnote", "cure² and CO₂", "cure and co2"},
		{"ellipsis", "Wait… What", "wait | what"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, show(NewCutter(lex).Cut(c.raw))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"a 𝐌𝐢𝐫𝐚𝐜𝐥𝐞 cu\u200bre!", "a/𝐌𝐢𝐫𝐚𝐜𝐥𝐞/cu\u200bre"},
		{"#MiracleCure", "#Miracle/Cure"},
		{"can't Patel's", "can't/can't/Patel's"},
		{"½ ﬁne", "½/½/ﬁne"},
		{"Ｘ… 👩🏽‍⚕️ ok", "Ｘ/👩🏽\u200d/⚕\ufe0f/ok"},
	} {
		text := NewCutter(lexicon()).Cut(c.raw)
		var got []string
		for _, w := range text.Words {
			got = append(got, strings.TrimRight(c.raw[w.Start:w.End], " "))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "/")); diff != "" {
			t.Error(diff)
		}
	}
}

func TestMasked(t *testing.T) {
	lex := lexicon("shit")
	for _, w := range []string{"shit", "fuck", "fucking", "bastard", "are"} {
		lex.AddMasked(w)
	}
	for raw, want := range map[string]bool{
		"sh1t": true, "$hit": true, "s#it": true, "f*ck": true, "f**k": true, "f***": true, "F U C K": true, "f.u.c.k": true, "fuuuuck": true, "f*cking": true, "F***ing": true,
		"b@stard!": true, "shit": false, "f**": false, "shot": false, "a b c": false, "sh2t": false, "fck": false, "b12": false, "50%": false, "A&E": false,
	} {
		got := false
		for _, w := range NewCutter(lex).Cut("what a " + raw + " here").Words {
			got = got || w.Flags&Decoded != 0
		}
		if got != want {
			t.Errorf("%q read as masked: %v, want %v", raw, got, want)
		}
	}
}

func TestSpellings(t *testing.T) {
	for _, pair := range [][2]string{{"colour", "color"}, {"realise", "realize"}, {"anaemia", "anemia"}, {"diarrhoea", "diarrhea"}, {"tumours", "tumors"},
		{"travelled", "traveled"}, {"centre", "center"}, {"immunisation", "immunization"}, {"paediatric", "pediatric"}, {"guaranteed", "guarenteed"}} {
		for _, p := range [][2]string{pair, {pair[1], pair[0]}} {
			lex := NewLexicon(nil)
			if id := lex.Add(p[0]); lex.ID([]byte(p[1])) != id {
				t.Errorf("%s isn't read as %s", p[1], p[0])
			}
		}
	}
	lex := lexicon("size", "hour", "for", "doctor")
	for _, w := range []string{"sise", "hor", "four", "doctour!"} {
		if lex.ID([]byte(w)) != 0 {
			t.Errorf("%s is no spelling of another word", w)
		}
	}
}

func TestLexiconLayers(t *testing.T) {
	base := lexicon("one", "two")
	top := NewLexicon(base)
	if top.Add("two") != base.ID([]byte("two")) {
		t.Error("a word of the base got a second number")
	}
	three := top.Add("three")
	if base.ID([]byte("three")) != 0 || top.ID([]byte("three")) != three || int(three) >= top.Len() {
		t.Error("a word of the upper layer is wrong")
	}
	for i := range 1000 {
		top.Add(fmt.Sprint("w", i))
	}
	for i := range 1000 {
		if top.ID([]byte(fmt.Sprint("w", i))) == 0 {
			t.Fatal("a word was lost when the table grew")
		}
	}
}

// checkText holds what every cut text must hold.
func checkText(t *testing.T, text *Text) {
	t.Helper()
	last, word := int32(0), int32(0)
	for _, s := range text.Sentences {
		if s.First != word || s.End <= s.First {
			t.Fatalf("sentence of words [%d,%d) behind word %d", s.First, s.End, word)
		}
		word = s.End
		if s.fold > s.stop || int(s.stop) > len(text.Folded) {
			t.Fatalf("folded sentence [%d,%d) of %d", s.fold, s.stop, len(text.Folded))
		}
	}
	if int(word) != len(text.Words) {
		t.Fatalf("%d words in sentences, %d in all", word, len(text.Words))
	}
	for i, w := range text.Words {
		if w.Start < last || w.End <= w.Start || int(w.End) > len(text.Raw) {
			t.Fatalf("word %d at [%d,%d) behind %d", i, w.Start, w.End, last)
		}
		if valid := utf8.ValidString(text.Raw); valid && (!utf8.RuneStart(text.Raw[w.Start]) || int(w.End) < len(text.Raw) && !utf8.RuneStart(text.Raw[w.End])) {
			t.Fatalf("word %d at [%d,%d) cuts a rune", i, w.Start, w.End)
		}
		last = w.Start
	}
}

func FuzzCut(f *testing.F) {
	for _, s := range []string{"Miracle cure! 😍 #MiracleCure a@b.co http://x.y/z", "½ can't 1,200.5 f*ck 👩🏽‍⚕️", "\n\n- a\n\n#", "Ｍ𝐢\u200bс…\r\n\xff'"} {
		f.Add(s)
	}
	lex := lexicon("miracle", "cure")
	lex.AddMasked("fuck")
	f.Fuzz(func(t *testing.T, raw string) {
		c := NewCutter(lex)
		text := c.Cut(raw)
		checkText(t, text)
		before := show(text)
		if after := show(c.Cut(raw)); before != after {
			t.Errorf("a second cut differs: %q, %q", before, after)
		}
	})
}

func BenchmarkCut(b *testing.B) {
	lex := lexicon("miracle", "cure", "flu", "guaranteed")
	for name, s := range map[string]string{
		"ordinary": "Our flu clinic opens on Monday from 9:00 to 12:30 at the Riverside Centre – you don't need an appointment. 💙 See example.org/flu #FluSeason\n\n",
		"emoji":    "So good 😍😍🎉 book now 👩🏽‍⚕️ “miracle” cure… ",
		"tags":     "#miraclecuremiraclecure #MiracleCure #aaaaaaaaaaaaaaaaaaaa ",
		"oneword":  "miraclecure",
		"dots":     "a.b.c.d.e@f.",
	} {
		text := strings.Repeat(s, 1<<20/len(s))
		b.Run(name, func(b *testing.B) {
			c := NewCutter(lex)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				c.Cut(text)
			}
		})
	}
}
