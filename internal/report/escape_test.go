package report

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestVisible(t *testing.T) {
	for _, c := range []struct{ name, in, want, ascii string }{
		{"plain", "Meet Maria, 62.", "Meet Maria, 62.", "Meet Maria, 62."},
		{"colour", "a\x1b[31mred", "a␛[31mred", `a\x1b[31mred`},
		{"title of the terminal", "\x1b]0;x\x07", "␛]0;x␇", `\x1b]0;x\x07`},
		{"c1", "a\u009b31m", `a\x9b31m`, `a\x9b31m`},
		{"delete", "a\x7f", "a␡", `a\x7f`},
		{"bidi", "a\u202egnp.exe", `a\u202egnp.exe`, `a\u202egnp.exe`},
		{"isolate", "\u2066x\u2069", `\u2066x\u2069`, `\u2066x\u2069`},
		{"zero width", "gua\u200branteed", `gua\u200branteed`, `gua\u200branteed`},
		{"soft hyphen", "cu\u00adre", `cu\xadre`, `cu\xadre`},
		{"line separator", "a\u2028::error::b", `a\u2028\x3a:error::b`, `a\u2028\x3a:error::b`},
		{"bad UTF-8", "a\xffb", `a\xffb`, `a\xffb`},
		{"tab and lines", "a\tb\r\nc", "a b  c", "a b  c"},
		{"github", "::set-env name=x::y", `\x3a:set-env name=x::y`, `\x3a:set-env name=x::y`},
		{"github after space", "x  ::error::y", `x  \x3a:error::y`, `x  \x3a:error::y`},
		{"times stay", "10:30 and std::string", "10:30 and std::string", "10:30 and std::string"},
		{"azure", "a ##vso[task.setvariable]x", `a \x23#vso[task.setvariable]x`, `a \x23#vso[task.setvariable]x`},
		{"old github", "##[command]x", `\x23#[command]x`, `\x23#[command]x`},
		{"headings stay", "## Title [link](x)", "## Title [link](x)", "## Title [link](x)"},
		{"hashtag stays", "#MiracleCure", "#MiracleCure", "#MiracleCure"},
		{"family", "👨‍👩‍👧 ok", "👨‍👩‍👧 ok", `\U0001f468\u200d\U0001f469\u200d\U0001f467 ok`},
		{"scotland", "🏴\U000e0067\U000e007f", "🏴\U000e0067\U000e007f", `\U0001f3f4\U000e0067\U000e007f`},
		{"accent", "José’s café – “now”…", "José’s café – “now”…", `Jos\u00e9's caf\u00e9 - "now"...`},
	} {
		if got := Visible(c.in, false); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if got := Visible(c.in, true); got != c.ascii {
			t.Errorf("%s in ASCII: got %q, want %q", c.name, got, c.ascii)
		}
	}
}

// What a terminal or a CI runner would act on.
var active = regexp.MustCompile("[\x00-\x09\x0b-\x1f\x7f\u0080-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|(?m:^\\s*::)|##[a-zA-Z]*\\[")

func FuzzVisible(f *testing.F) {
	for _, seed := range []string{"", "a\x1b[0m", "::x", "##vso[x", "###[", "# #[", " \t::", "\u202e", "\xff\xfe", "::::", "a ::b ##[c"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, ascii := range []bool{false, true} {
			got := Visible(s, ascii)
			if m := active.FindString(got); m != "" || strings.Contains(got, "\n") || !utf8.ValidString(got) {
				t.Errorf("%q became %q, in which %q acts", s, got, m)
			}
			if ascii && strings.ContainsFunc(got, func(r rune) bool { return r > '~' }) {
				t.Errorf("%q became %q, which isn't ASCII", s, got)
			}
		}
	})
}

func FuzzJSON(f *testing.F) {
	for _, seed := range []string{"", "a\x1b[0m", "::x", "##vso[x", ":::", "###", "\u202e\u009b\x7f", "\U000e0041\U0001f468\u200d\U0001f469", "\u2028"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip() // JSON has no place for them
		}
		line, err := JSON(map[string]string{"text": s})
		if err != nil {
			t.Fatal(err)
		}
		if m := active.Find(line); m != nil || strings.Contains(string(line), "\n") {
			t.Errorf("%q became %q, in which %q acts", s, line, m)
		}
		var back map[string]string
		if err := json.Unmarshal(line, &back); err != nil || back["text"] != s {
			t.Errorf("%q became %s and came back as %q (%v)", s, line, back["text"], err)
		}
	})
}
