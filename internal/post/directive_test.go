package post

import (
	"strings"
	"testing"
)

func TestDirectivesAreRead(t *testing.T) {
	for comment, want := range map[string]string{
		`postvet: allow rule reason="Why not"`:                             "block rule|Why not|||",
		`postvet:allow-post rule reason='x' until=2027-01-31 by=me`:        "post rule|x|2027-01-31|me|",
		"postvet: allow rule\n  reason = “curly”\n  content=0123 by=‘you’": "block rule|curly||you|0123",
		`postvet: allow rule`:                      "block rule||||",
		`postvet: allow`:                           "block ||||",
		`postvet: allow rule reason="never closed`: "error: never closed",
		`postvet: allow rule because="x"`:          "error: something else",
		`postvet: allow rule nonsense`:             "error: something else",
		`postvet: allow rule by=x by=y`:            "error: twice",
		`postvet: allow reason="x"`:                "error: write allow RULE",
		`postvet: permit rule`:                     "error: write allow RULE",
		`postvet:`:                                 "error: write allow RULE",
		`postvet allow rule reason="x"`:            "",
		`Ask postvet: allow rule`:                  "",
	} {
		p := readAll(t, "markdown", "<!-- "+comment+" -->\nText.")[0]
		got := ""
		for _, d := range p.Directives {
			got = map[bool]string{true: "post ", false: "block "}[d.Whole] + strings.Join([]string{d.Rule, d.Reason, d.Until, d.By, d.Content}, "|")
			if d.Err != nil {
				got = "error: " + d.Err.Error()
			}
		}
		if got != want && (!strings.HasPrefix(want, "error: ") || !strings.HasPrefix(got, "error: ") || !strings.Contains(got, want[len("error: "):])) {
			t.Errorf("%q: got %q, want %q", comment, got, want)
		}
	}
}

// A waiver covers what stands behind it up to the end of the block.
func TestDirectivesCover(t *testing.T) {
	const here = "<!-- postvet: allow rule reason=x -->"
	for _, test := range []struct{ format, text, covered, not string }{
		{"markdown", "before\n\nHERE\n\nin it\nand in\n\nafter", "in it,and in", "before,after"},
		{"markdown", "HERE\nin it\n\nafter", "in it", "after"},
		{"markdown", "before HERE in it **in too**\nalso in\n\nafter", "in it,in too,also in", "before,after"},
		{"markdown", "HERE\n\n- in it\n  - in too\n- also in\n\nafter", "in it,in too,also in", "after"},
		{"markdown", "> HERE\n>\n> in it\n>\n> after\n\nbehind", "in it", "after,behind"},
		{"markdown", "> before\n>\n> HERE\n\nin it\n\nafter", "in it", "before,after"},
		{"markdown", "HERE\n\n<!-- more -->\n\n# in it\n\nafter", "in it", "after"},
		{"markdown", "HERE\n\n![in it](file.png \"in too\")\n\nafter", "in it,in too,file", "after"},
		{"markdown", "HERE\n<p>in it</p><p>in too</p>\n\nafter", "in it,in too", "after"},
		{"markdown", "HERE\n\n| in it | in too |\n| --- | --- |\n| also in | x |\n\nafter", "in it,in too,also in", "after"},
		{"markdown", "HERE\nHERE\nin it\n\nafter", "in it", "after"},
		{"markdown", "before\n\nHERE", "", "before"},
		{"html", "<p>before<p>HERE<b>in it</b> in too<p>after", "in it,in too", "before,after"},
		{"html", "<title>before</title>HERE<h1>in it</h1><p>after", "in it", "before,after"},
		{"markdown", "---\ntitle: before\n---\nHERE\r\n\r\nin it\r\n\r\nafter", "in it", "before,after"},
		{"markdown", "\ufeffbéfore\n\nHERE\n\nin it\n\nafter", "in it", "béfore,after"},
	} {
		text := strings.ReplaceAll(test.text, "HERE", here)
		p := readAll(t, test.format, text)[0]
		if len(p.Directives) == 0 {
			t.Errorf("%q: no waiver", test.text)
			continue
		}
		for want, words := range map[bool]string{true: test.covered, false: test.not} {
			for word := range strings.SplitSeq(words, ",") {
				at := Position{Offset: strings.Index(text, word)}
				if got := p.Directives[0].Covers(at); word != "" && got != want {
					t.Errorf("%q: covers %q: %v", test.text, word, got)
				}
			}
		}
	}
}

// What a waiver says is a text of its own, that nobody publishes.
func TestWaiversAreTexts(t *testing.T) {
	p := readAll(t, "markdown", "---\npostvet: {allow: [{rule: a, reason: first, by: Dana}]}\n---\nText. <!-- postvet: allow b reason=second -->")[0]
	var got []string
	for i := range p.Fields {
		if f := &p.Fields[i]; f.IsWaiver() {
			got = append(got, f.Text)
			if f.Published {
				t.Error("a waiver is published")
			}
		}
	}
	if strings.Join(got, "|") != "first\n\nDana|second" || p.Fields[0].Text != "Text." {
		t.Errorf("got %q", got)
	}
	for _, broken := range []string{"postvet: 1", "postvet: {allow: {rule: a}}", "postvet: {allow: [{rule: a, raison: b}]}", "postvet: {deny: []}"} {
		if p := readAll(t, "markdown", "---\n"+broken+"\n---\nx")[0]; p.Err == nil || strings.Contains(p.Err.Error(), "raison") {
			t.Errorf("%s: %v", broken, p.Err)
		}
	}
}

func FuzzDirectives(f *testing.F) {
	f.Add("> <!-- postvet: allow a reason=x -->\n\n- b\n")
	f.Add("<!--postvet:allow-post a b=\"-->c <!-- postvet: allow\n-->")
	f.Fuzz(func(t *testing.T, text string) {
		for _, format := range []string{"markdown", "html"} {
			for _, p := range readAll(t, format, text) {
				for _, d := range p.Directives {
					if d.At.Offset < 0 || d.At.Offset > len(text) || d.Covers(Position{Offset: len(text) + 2}) {
						t.Errorf("%q: %+v", text, d)
					}
				}
			}
		}
	})
}
