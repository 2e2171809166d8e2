package report

import (
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/check"
)

func TestColumns(t *testing.T) {
	for s, want := range map[string]int{
		"":            0,
		"abc":         3,
		"José":        4,
		"Jose\u0301":  4,
		"日本":          4,
		"ｆｕｌｌ":        8,
		"💙":           2,
		"👍🏽":          2,
		"👨‍👩‍👧‍👦":     2,
		"🇬🇧":          2,
		"❤️":          2,
		"1️⃣":         2,
		"ﾊﾝ":          2,
		"नि":          1,
		"a\u200db":    2,
		"…│":          2,
		"🏴\U000e0067": 2,
	} {
		if got := columns(s); got != want {
			t.Errorf("columns(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestHeadAndTail(t *testing.T) {
	const s = "ab日本👨‍👩‍👧z"
	for room, want := range []string{"", "a", "ab", "ab", "ab日", "ab日", "ab日本", "ab日本", "ab日本👨‍👩‍👧", s, s} {
		if got, whole := head(s, room); got != want || whole != (want == s) {
			t.Errorf("head(%d) = %q, %v", room, got, whole)
		}
	}
	for room, want := range []string{"", "z", "z", "👨‍👩‍👧z", "👨‍👩‍👧z", "本👨‍👩‍👧z", "本👨‍👩‍👧z", "日本👨‍👩‍👧z", "b日本👨‍👩‍👧z", s, s} {
		if got, whole := tail(s, room); got != want || whole != (want == s) {
			t.Errorf("tail(%d) = %q, %v", room, got, whole)
		}
	}
}

// A line of megabytes costs no more than a screen.
func TestLongLinesAreCheap(t *testing.T) {
	long := strings.Repeat("e\u0301👨‍👩‍👧", 1<<20)
	if n := testing.AllocsPerRun(1, func() { head(long, 80); tail(long, 80) }); n > 100 {
		t.Errorf("%v allocations", n)
	}
	if got, whole := tail(long, 10); whole || columns(got) > 10 || columns(got) < 8 {
		t.Errorf("tail is %q", got)
	}
}

func TestCut(t *testing.T) {
	word := strings.Repeat("word ", 40)
	for _, c := range []struct {
		name, before, match, after string
		room                       int
		text, marks                string
	}{
		{"fits", "Meet ", "Maria Lopez", ", 62", 60, "Meet Maria Lopez, 62", "     ^^^^^^^^^^^"},
		{"wide before", "日本 👩‍⚕️ ", "Maria", "!", 60, "日本 👩‍⚕️ Maria!", "        ^^^^^"},
		{"wide match", "a ", "治る💊", " b", 60, "a 治る💊 b", "  ^^^^^^"},
		{"long after", "Meet ", "Maria", " " + word, 30, "Meet Maria word word word wor…", "     ^^^^^"},
		{"long before", word, "Maria", "!", 30, "…rd word word word word Maria!", ""},
		{"both long", word, "Maria", " " + word, 31, "", ""},
		{"long match", "a ", word, " b", 20, "", ""},
		{"nothing", "a ", "", "b", 20, "a b", "  ^"},
		{"indent", "    - ", "Maria", "", 20, "- Maria", "  ^^^^^"},
		{"escapes count", "\x1b\u202e ", "Maria", "", 40, `␛\u202e Maria`, "        ^^^^^"},
	} {
		line := check.Line{Text: c.before + c.match + c.after, From: len(c.before), To: len(c.before) + len(c.match)}
		for _, ascii := range []bool{false, true} {
			e := cut(line, c.room, ascii)
			all := e.before + e.match + e.after
			if n := columns(all); n > c.room {
				t.Errorf("%s: %q takes %d columns of %d", c.name, all, n, c.room)
			}
			if ascii {
				continue
			}
			if c.text != "" && all != c.text {
				t.Errorf("%s: got %q, want %q", c.name, all, c.text)
			}
			if c.marks != "" && e.marks() != c.marks {
				t.Errorf("%s: marks are %q, want %q", c.name, e.marks(), c.marks)
			}
			if c.match == "Maria" && e.match != "Maria" {
				t.Errorf("%s: the match became %q", c.name, e.match)
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in   string
		room int
		want []string
	}{
		{"", 10, nil},
		{"one two three", 10, []string{"one two", "three"}},
		{"  many   spaces\n here ", 20, []string{"many spaces here"}},
		{"日本語 日本語 ab", 10, []string{"日本語", "日本語 ab"}},
		{"a https://example.org/a/long/path x", 12, []string{"a", "https://example.org/a/long/path", "x"}},
		{"a Donaudampfschifffahrtsgesellschaft x", 12, []string{"a", "Donaudampfsc", "hifffahrtsge", "sellschaft x"}},
	} {
		got := wrap(c.in, c.room)
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("wrap(%q, %d) = %q", c.in, c.room, got)
		}
	}
}
