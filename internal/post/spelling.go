package post

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/yamldoc"
)

// spelling says how a field's source writes text in place of src[from:to]; ok
// is false when it can't. What it makes of text is read again before anything
// is kept, so that it need not know every trap of a format.
type spelling func(src string, from, to int, text string) (changes []Change, ok bool)

// spelledBy makes a spelling of one that changes nothing else.
func spelledBy(write func(src string, from, to int, text string) string) spelling {
	return func(src string, from, to int, text string) ([]Change, bool) {
		return []Change{{Start: from, End: to, Text: []byte(write(src, from, to, text))}}, true
	}
}

func asItIs(_ string, _, _ int, text string) string { return text }

func inMarkdown(src string, from, to int, text string) string {
	var b strings.Builder
	lineStart := from == 0 || strings.IndexByte("\r\n", src[from-1]) >= 0
	next := src[to:min(len(src), to+1)]
	for i, r := range text {
		rest := text[i+utf8.RuneLen(r):]
		lone := (r == '[' || r == ']') && (rest+next == "" || !strings.Contains("([:", (rest + next)[:1])) && !strings.Contains(text, "](")
		switch {
		case strings.ContainsRune("\\`*_<[]", r) && !lone,
			lineStart && i == 0 && strings.ContainsRune("#>+-", r) && strings.HasPrefix(rest, " "):
			b.WriteByte('\\')
		case r == '&':
			if _, size := entity([]byte(text[i:])); size > 0 {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// inYAML returns how a value of front matter is written.
func inYAML(style yamldoc.Style) spelling {
	return spelledBy(func(_ string, _, _ int, text string) string {
		switch style {
		case yamldoc.SingleQuoted:
			return strings.ReplaceAll(text, "'", "''")
		case yamldoc.DoubleQuoted:
			return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text)
		}
		return text
	})
}

// inString is text inside a string of JSON.
func inString(_ string, _, _ int, text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a text can always be written
	quoted := strings.TrimSpace(b.String())
	return quoted[1 : len(quoted)-1]
}

// inCell returns how a cell of a table is written; one without quotes gets
// them when it needs them.
func inCell(c cell) spelling {
	const separators = ",;|\t\r\n\""
	return func(src string, from, to int, text string) ([]Change, bool) {
		change := Change{Start: from, End: to, Text: []byte(strings.ReplaceAll(text, `"`, `""`))}
		switch {
		case c.quoted || !strings.ContainsAny(text, separators) && text == strings.TrimSpace(text):
			return []Change{change}, true
		case strings.Contains(src[c.start:c.stop], `"`):
			return nil, false
		}
		quote := func(at, order int) Change { return Change{Start: at, End: at, Text: []byte(`"`), order: order} }
		return []Change{quote(c.start, -1), change, quote(c.stop, 1)}, true
	}
}

// inJSON returns where bytes of a value stand in the file whose byte quote
// opens its string.
func inJSON(raw []byte, quote, start, stop int) (from, to int, ok bool) {
	at, value := quote+1, 0
	if at > len(raw) || raw[quote] != '"' {
		return 0, 0, false
	}
	for value < stop && at < len(raw) && raw[at] != '"' {
		if value == start {
			from = at
		}
		plain, size := raw[at:at+1], 1
		if raw[at] == '\\' {
			if size = escapeSize(raw[at:]); size == 0 {
				return 0, 0, false
			}
			text, _ := unescapeJSON(raw[at : at+size])
			plain = []byte(text)
		}
		at, value = at+size, value+len(plain)
	}
	if start == value {
		from = at
	}
	return from, at, value == stop && from > 0
}

// escapeSize returns the bytes of the escape that raw starts with, 0 when it is none.
func escapeSize(raw []byte) int {
	if len(raw) < 2 {
		return 0
	}
	if raw[1] != 'u' {
		return 2
	}
	_, size := unescapeRune(raw[1:])
	if size > 0 {
		size++
	}
	return size
}
