package clearance_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

const pack = `
pack: pack
rules:
  - id: promises-luck
    severity: error
    message: luck is promised
    find: {words: ["lucky guarantee"]}
  - id: names-letter
    severity: error
    private: true
    message: a person is named
    find: {words: [quillfeather, woolcroft]}
`

func loadPack(t *testing.T) *rule.Set {
	t.Helper()
	set, problems := rule.Load([]rule.Source{{Path: "pack.yaml", Data: []byte(pack)}}, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return set
}

// checked returns the result of a draft of Markdown.
func checked(t *testing.T, set *rule.Set, draft string) check.Result {
	t.Helper()
	markdown, _ := post.FormatNamed("markdown")
	results := slices.Collect(check.Run(set, markdown.Read("a.md", strings.NewReader(draft), post.Options{}), check.Options{Jobs: 1}))
	if len(results) != 1 || results[0].Post.Err != nil {
		t.Fatalf("%q: %d results, %v", draft, len(results), results[0].Post.Err)
	}
	return results[0]
}

// told lists open findings by rule and line, those of waivers with their words
// for who may see no text.
func told(r clearance.Result) string {
	var all []string
	for i := range r.Findings {
		f := &r.Findings[i]
		one := fmt.Sprintf("%s %d", f.Rule.ID, f.Start.Line)
		if f.Field == check.NoteField {
			one += ": " + f.Message(check.Reveal{})
		}
		all = append(all, one)
	}
	for i := range r.Waived {
		all = append(all, fmt.Sprintf("(%s %d)", r.Waived[i].Rule.ID, r.Waived[i].Start.Line))
	}
	return strings.Join(all, "\n")
}

const today = "2026-11-21"

func TestUntil(t *testing.T) {
	set := loadPack(t)
	for until, holds := range map[string]bool{
		"": true, "until=2026-11-21": true, "until=2026-11-22": true, "until=2026-11-20": false,
		"until=2026-02-30": false, "until=tomorrow": false, "until=21/11/2026": false,
	} {
		r := clearance.NewLedger(clearance.Options{Today: today, Set: set}).Judge(checked(t, set, "<!-- postvet: allow promises-luck reason=x "+until+" -->\nA lucky guarantee.\n"))
		if got := len(r.Waived) == 1 && len(r.Findings) == 0; got != holds {
			t.Errorf("%q: %s", until, told(r))
		}
		if !holds && (len(r.Findings) != 2 || r.Findings[1].Field != check.NoteField) {
			t.Errorf("%q: %s", until, told(r))
		}
	}
}

// content returns what a waiver of private findings must name, as those see it
// who may see the text.
func content(t *testing.T, r clearance.Result) string {
	t.Helper()
	for i := range r.Findings {
		if _, after, ok := strings.Cut(r.Findings[i].Message(check.RevealText()), "content: "); ok {
			return after
		}
	}
	t.Fatalf("no content is named: %s", told(r))
	return ""
}

// A waiver of what identifies a person holds for one text and needs a name.
func TestPrivateWaivers(t *testing.T) {
	set := loadPack(t)
	judge := func(waiver, text string) clearance.Result {
		return clearance.NewLedger(clearance.Options{Today: today, Set: set}).Judge(checked(t, set, "<!-- postvet: allow names-letter reason=x "+waiver+" -->\n"+text))
	}
	const text = "Meet Quillfeather, aged “ten”."
	if r := judge("", text); len(r.Waived) > 0 || !strings.Contains(told(r), "by whom") {
		t.Error(told(r))
	}
	bare := judge("by=me", text)
	if len(bare.Waived) > 0 || !strings.Contains(told(bare), "name the text") {
		t.Error(told(bare))
	}
	sum := content(t, bare)
	if strings.Contains(told(bare), sum) {
		t.Error("what could be guessed back is shown to all")
	}
	waiver := "by=me content=" + sum
	for again, holds := range map[string]bool{
		text:                               true,
		"MEET quillfeather, aged \"ten\".": true,
		"Meet Woolcroft, aged “ten”.":      false,
		"Meet Quillfeather, aged “six”.":   false,
		text + "\n\nMeet Quillfeather.":    false,
	} {
		r := judge(waiver, again)
		if got := len(r.Waived) == 1; got != holds {
			t.Errorf("%q: %s", again, told(r))
		}
		if !holds && !strings.Contains(told(r), "for another text") {
			t.Errorf("%q: %s", again, told(r))
		}
	}
	if r := judge(waiver, "Nobody."); told(r) != "unused-waiver 1: nothing is left for this waiver of names-letter to clear; take it out" {
		t.Error(told(r))
	}
}

// Nothing of what a waiver says is in what is said of it.
func TestNotesQuoteNothing(t *testing.T) {
	set := loadPack(t)
	const sentinel = "Zebulon"
	for _, waiver := range []string{
		sentinel, "promises-luck " + sentinel, "promises-luck reason=" + sentinel, "promises-luck reason=\"" + sentinel, "promises-luck reason=x until=" + sentinel,
		"promises-luck reason=x " + sentinel + "=x", sentinel + " reason=x", "names-letter reason=" + sentinel, "names-letter reason=x by=" + sentinel, "names-letter reason=x by=y content=" + sentinel,
	} {
		for _, text := range []string{"A lucky drizzle.", "Meet Quillfeather."} {
			r := clearance.NewLedger(clearance.Options{Today: today, Set: set}).Judge(checked(t, set, "<!-- postvet: allow "+waiver+" -->\n"+text))
			notes := 0
			for i := range r.Findings {
				if f := &r.Findings[i]; f.Field == check.NoteField {
					notes++
					line, _ := f.Line(check.RevealText())
					if said := f.Message(check.RevealText()) + line.Text; strings.Contains(said, sentinel) {
						t.Errorf("%q: %s", waiver, said)
					}
				}
			}
			if notes != 1 {
				t.Errorf("%q: %d notes: %s", waiver, notes, told(r))
			}
		}
	}
}

func TestRegister(t *testing.T) {
	set := loadPack(t)
	r := checked(t, set, "A lucky guarantee.")
	register := func(entry string) *clearance.Ledger {
		reg, err := clearance.ReadRegister("reg.yaml", []byte("waivers:\n  - {"+strings.ReplaceAll(entry, "PRINT", r.Findings[0].Fingerprint)+"}\n"))
		if err != nil {
			t.Fatal(err)
		}
		return clearance.NewLedger(clearance.Options{Today: today, Set: set, Register: reg})
	}
	for entry, want := range map[string]string{
		`fingerprint: "PRINT", rule: promises-luck, reason: x`:                                        "(promises-luck 1)",
		`fingerprint: "PRINT", rule: promises-luck`:                                                   "promises-luck 1\nincomplete-waiver 2: this waiver of promises-luck has no reason",
		`fingerprint: "PRINT", rule: names-letter, reason: x, by: y, content: z`:                      "promises-luck 1\nunused-waiver 2: nothing is left for this waiver of names-letter to clear; take it out",
		`fingerprint: "00000000000000000000000000000000", rule: promises-luck, reason: x`:             "promises-luck 1\nunused-waiver 2: nothing is left for this waiver of promises-luck to clear; take it out",
		`fingerprint: "PRINT", rule: promises-luck, reason: x, until: 2026-11-20`:                     "promises-luck 1\nexpired-waiver 2: this waiver of promises-luck ended on 2026-11-20",
		`fingerprint: "00000000000000000000000000000000", rule: names-latter, reason: x, until: 2030`: "promises-luck 1\nunknown-waiver 2: no rule has the name that this waiver gives (did you mean names-letter?)",
	} {
		l := register(entry)
		got := told(l.Judge(r))
		if notes, ok := l.Close(true); ok {
			got += "\n" + told(notes)
		}
		if got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", entry, got, want)
		}
	}
	l := register(`fingerprint: "00000000000000000000000000000000", rule: promises-luck, reason: x`)
	l.Judge(r)
	if notes, ok := l.Close(false); ok {
		t.Errorf("a run over some drafts says %s", told(notes))
	}
	for _, empty := range []string{"", "# nothing yet\n", "waivers:\n", "waivers: []\n"} {
		if _, err := clearance.ReadRegister("reg.yaml", []byte(empty)); err != nil {
			t.Errorf("%q: %v", empty, err)
		}
	}
}

func TestBaseline(t *testing.T) {
	set := loadPack(t)
	old := "A lucky guarantee for all of you who come.\n\nA lucky guarantee for all of you who come."
	take := &clearance.Baseline{}
	taking := clearance.NewLedger(clearance.Options{Today: today, Set: set, Take: take})
	if r := taking.Judge(checked(t, set, old+"\n\nQuillfeather, a stitch in time, here and now, as ever.")); told(r) != "names-letter 5" || r.Old != 2 {
		t.Errorf("%d: %s", r.Old, told(r))
	}
	var file bytes.Buffer
	if err := take.Write(&file); err != nil {
		t.Fatal(err)
	}
	known, err := clearance.ReadBaseline(file.Bytes())
	if err != nil || known.Len() != 2 {
		t.Fatalf("%v: %d findings", err, known.Len())
	}
	l := clearance.NewLedger(clearance.Options{Today: today, Set: set, Baseline: known})
	for _, test := range []struct {
		draft, want string
		old         int
	}{
		{"A word before it all, and some more of them.\n\n" + old, "", 2},
		{old, "promises-luck 1\npromises-luck 3", 0}, // they have been met
	} {
		if r := l.Judge(checked(t, set, test.draft)); told(r) != test.want || r.Old != test.old {
			t.Errorf("%q: %d, %s", test.draft, r.Old, told(r))
		}
	}
	for _, broken := range []string{"", "{}", "[]", file.String() + "x", strings.Replace(file.String(), `"count"`, `"counts"`, 1), strings.Replace(file.String(), `"count":1`, `"count":0`, 1)} {
		if _, err := clearance.ReadBaseline([]byte(broken)); err == nil {
			t.Errorf("%q is a baseline", broken)
		}
	}
}

// The rules of the reserved pack are documented like others.
func TestRules(t *testing.T) {
	for _, r := range clearance.Rules() {
		if r.Title == "" || r.Message == "" || r.Why == "" || r.Instead == "" || r.Pack.Name != "postvet" || r.Severity.Default != rule.Warning {
			t.Errorf("%+v", r)
		}
	}
}
