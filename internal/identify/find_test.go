package identify

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/text"
)

func TestTable(t *testing.T) {
	seen := map[string]bool{}
	for k, r := range table {
		if r.name == "" || seen[r.name] || r.find == nil {
			t.Errorf("line %d: name %q missing, twice or without a find function", k, r.name)
		}
		seen[r.name] = true
	}
	for _, letter := range "ABCDEFGHIJKLMNOR" {
		if !slices.ContainsFunc(table[:], func(r recogniser) bool { return strings.ContainsRune(r.harbour, letter) }) && letter != 'N' {
			t.Errorf("no recogniser for Safe Harbor letter %c", letter)
		}
	}
}

func TestLists(t *testing.T) {
	for name, list := range map[string]string{"names": namesText, "words": wordsText} {
		last := ""
		for line := range strings.Lines(list) {
			if line[0] == '#' {
				continue
			}
			if line <= last {
				t.Fatalf("%s: %q stands behind %q", name, line, last)
			}
			last = line
			word, _, _ := strings.Cut(strings.TrimSpace(line), " ")
			if classOf([]byte(word)) == 0 {
				t.Fatalf("%s: %q isn't found", name, word)
			}
		}
	}
	for _, w := range []string{"", "a", "zzzz", "qqqqq", "é", "aaaaa", "mariaa", "'", "9"} {
		if c := classOf([]byte(w)); c&(given|surname) != 0 {
			t.Errorf("%q is a name: %b", w, c)
		}
	}
}

func TestOrganisation(t *testing.T) {
	org := NewOrganisation([]string{"Harbour Clinic", "@harbourclinic"}, []string{"Dr Priya Nair", "Jess Moran"},
		[]string{"0161 496 0000", "front.desk@harbour.example", "harbour.example", "1 Quay Lane, Exeter EX1 2AB"}, []string{"Bay Dental"})
	for _, v := range []struct{ kind, text string }{
		{"our-names", "[Harbour Clinic] is open, says [@harbourclinic] on [#HarbourClinic]"},
		{"our-staff", "[Dr Priya Nair] and [Jess Moran] met. [Priya] and [Jess] laughed; so did [Dr Nair]."},
		{"our-staff", "Jess and Priya laughed; so did [Dr Nair]."},
		{"clinician-name", "Dr Nair and [Dr Okafor] met"},
		{"person-name", "[Mrs Nair] met Jess Moran"},
		{"name-shape", "we met Jess Moran with [Tariq Farooqi]"},
		{"phone", "ring 0161 496 0000, +44 161 496 0000 or [0161 496 0001?]"},
		{"our-contacts", "ring [0161 496 0000] or [+44 161 496 0000], mail [front.desk@harbour.example], see [www.harbour.example/book]"},
		{"email-address", "mail jo.ward@harbour.example or [jo.ward@mail.scot]"},
		{"uk-postcode", "we are at EX1 2AB, she lives at [EX1 2AD]"},
		{"rivals", "unlike [Bay Dental], we smile"},
	} {
		checkOrganisation(t, org, v.kind, v.text)
	}
}

func checkOrganisation(t *testing.T, org *Organisation, kind, marked string) {
	t.Helper()
	raw, want := unmark(marked)
	if got := found(t, raw, kind, org); !slices.Equal(got, want) {
		t.Errorf("%s in %q: got %q, want %q", kind, raw, got, want)
	}
}

// checkSpans fails if entities are out of order, overlap within a kind, leave
// the text or cut a rune.
func checkSpans(t *testing.T, raw string, found []Entity) {
	t.Helper()
	words := text.NewCutter(nil).Cut(raw).Words
	last := map[Kind]int32{}
	for i, e := range found {
		if e.First >= e.End || int(e.End) > len(words) || e.Start >= e.Stop || int(e.Stop) > len(raw) {
			t.Fatalf("%q: %s out of bounds: %+v", raw, table[e.Kind].name, e)
		}
		if !utf8.ValidString(raw[e.Start:e.Stop]) && utf8.ValidString(raw) {
			t.Fatalf("%q: %s cuts a rune: %+v", raw, table[e.Kind].name, e)
		}
		if e.First < last[e.Kind] {
			t.Fatalf("%q: %s overlaps itself: %+v", raw, table[e.Kind].name, e)
		}
		last[e.Kind] = e.End
		if i > 0 && (found[i-1].First > e.First || found[i-1].First == e.First && found[i-1].End < e.End) {
			t.Fatalf("%q: out of order: %+v before %+v", raw, found[i-1], e)
		}
	}
}

func TestSpans(t *testing.T) {
	org := NewOrganisation([]string{"Harbour Clinic"}, []string{"Dr Priya Nair"}, []string{"harbour.example"}, nil)
	for _, tables := range [][]row{values, people} {
		for _, v := range tables {
			raw, _ := unmark(v.texts)
			for _, s := range []string{raw, strings.ToUpper(raw), strings.ToLower(raw), strings.ReplaceAll(raw, " ", "\u00a0"), strings.ReplaceAll(raw, "\n", " ")} {
				checkSpans(t, s, Find(text.NewCutter(nil).Cut(s), org, nil))
			}
		}
	}
}

func TestFindAppends(t *testing.T) {
	dst := []Entity{{Kind: nameShape, First: 900, End: 901}}
	got := Find(text.NewCutter(nil).Cut("call 07700 900123 for Maria Lopez"), nil, dst)
	if len(got) < 3 || got[0] != dst[0] {
		t.Fatalf("got %+v", got)
	}
	checkSpans(t, "call 07700 900123 for Maria Lopez", got[1:])
}

func FuzzFind(f *testing.F) {
	for _, tables := range [][]row{values, people} {
		for _, v := range tables {
			f.Add(v.texts)
		}
	}
	f.Add(strings.Repeat("0", 90) + " ¼A 0") // two words share a rune
	org := NewOrganisation([]string{"Harbour Clinic"}, []string{"Dr Priya Nair"}, []string{"0161 496 0000", "harbour.example"}, []string{"Bay Dental"})
	f.Fuzz(func(t *testing.T, raw string) {
		checkSpans(t, raw, Find(text.NewCutter(nil).Cut(raw), org, nil))
	})
}
