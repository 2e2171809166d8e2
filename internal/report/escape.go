package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible returns s as one line that is safe on a terminal and in a CI log:
// controls, bidi marks and other hidden characters are shown as escapes, and
// what a CI runner would take for a command is broken. With ascii everything
// beyond ASCII is spelt out too.
func Visible(s string, ascii bool) string {
	if harmless(s) {
		return s
	}
	var b strings.Builder
	before := ' '
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case command(s[i:], before):
			fmt.Fprintf(&b, `\x%02x`, r)
		case r == '\t' || r == '\n' || r == '\r' || r == '\u00a0':
			b.WriteByte(' ')
		case hidden(r):
			writeHidden(&b, r, ascii)
		case ascii && r >= utf8.RuneSelf:
			b.WriteString(spelt(r))
		default:
			b.WriteString(s[i : i+n])
		}
		before = r
		i += n
	}
	return b.String()
}

// harmless reports whether s is printable ASCII without a CI command.
func harmless(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c > '~' || c == '#' || c == ':' {
			return false
		}
	}
	return true
}

// command reports whether s begins with what a CI runner acts on: "::" at the
// start of a word (GitHub trims the line), "##vso[" and its kin anywhere.
func command(s string, before rune) bool {
	if strings.HasPrefix(s, "::") {
		return unicode.IsSpace(before)
	}
	if !strings.HasPrefix(s, "##") {
		return false
	}
	rest := strings.TrimLeftFunc(s[2:min(len(s), 34)], unicode.IsLetter)
	return strings.HasPrefix(rest, "[")
}

// hidden reports whether a reader can't see r or r moves what they see. The
// joiners inside emoji and Indic words stay.
func hidden(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r < 0xa0:
		return true
	case r < 0x00ad:
		return false
	case r == '\u200c', r == '\u200d':
		return false
	case r >= 0xe0020 && r <= 0xe007f: // tags spell out flags such as Scotland's
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co)
}

func writeHidden(b *strings.Builder, r rune, ascii bool) {
	switch {
	case r < ' ' && !ascii:
		b.WriteRune('␀' + r)
	case r == 0x7f && !ascii:
		b.WriteRune('␡')
	case r < 0x100:
		fmt.Fprintf(b, `\x%02x`, r)
	default:
		b.WriteString(escape(r))
	}
}

// escape is r as Go writes it in strings.
func escape(r rune) string {
	if r > 0xffff {
		return fmt.Sprintf(`\U%08x`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}

// spelt returns r in ASCII: common punctuation as people type it, all else as
// an escape.
func spelt(r rune) string {
	switch r {
	case '‘', '’', '‚', '′':
		return "'"
	case '“', '”', '„', '″':
		return `"`
	case '–', '—', '‐', '‑', '−':
		return "-"
	case '…':
		return "..."
	case '·', '•':
		return "*"
	}
	return escape(r)
}

// encoded returns JSON whose strings hold no character that a terminal or a
// CI runner acts on; what it changes can only stand inside strings.
func encoded(json []byte) []byte {
	if clean(json) {
		return json
	}
	out := make([]byte, 0, len(json)+64)
	for i := 0; i < len(json); {
		r, n := utf8.DecodeRune(json[i:])
		double := i > 0 && json[i-1] == json[i]
		switch {
		case double && (r == '#' || r == ':'):
			out = fmt.Appendf(out, `\u%04x`, r)
		case r > 0xffff && unicode.In(r, unicode.Cf, unicode.Co):
			r -= 0x10000
			out = fmt.Appendf(out, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		case r >= 0x7f && (hidden(r) || r == '\u200c' || r == '\u200d'):
			out = fmt.Appendf(out, `\u%04x`, r)
		default:
			out = append(out, json[i:i+n]...)
		}
		i += n
	}
	return out
}

func clean(json []byte) bool {
	for i, c := range json {
		if c >= 0x7f || (c == '#' || c == ':') && i > 0 && json[i-1] == c {
			return false
		}
	}
	return true
}
