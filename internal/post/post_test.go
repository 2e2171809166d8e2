package post

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

func readAll(t testing.TB, format, data string) []*Post {
	t.Helper()
	f, ok := FormatNamed(format)
	if !ok {
		t.Fatalf("no format %q", format)
	}
	return slices.Collect(f.Read("draft", strings.NewReader(data), Options{}))
}

// readOne reads data that is one good post, and holds what is true of every post.
func readOne(t testing.TB, format, data string) *Post {
	t.Helper()
	posts := readAll(t, format, data)
	if len(posts) != 1 || posts[0].Err != nil {
		t.Fatalf("%q: got %d posts, %v", data, len(posts), posts[0].Err)
	}
	checkPost(t, data, posts[0])
	return posts[0]
}

// show writes fields as "name: text", one a line.
func show(p *Post) string {
	var b strings.Builder
	for _, f := range p.Fields {
		b.WriteString(f.Name + ": " + f.Text + "\n")
	}
	return b.String()
}

// checkPost holds the promises of fields and positions: segments in order, in
// bounds, on rune borders; every rune that wasn't decoded stands where it is
// said to stand; lines and columns are those a naive count gives.
func checkPost(t testing.TB, raw string, p *Post) { // raw is "" for a record

	t.Helper()
	if p.Err != nil {
		if p.Fields != nil || p.Meta.said != nil {
			t.Fatalf("%q: an unreadable post has fields or metadata", raw)
		}
		return
	}
	if p.Body() < 0 {
		t.Fatalf("%q: no body", raw)
	}
	for f := range p.Fields {
		if p.Fields[f].IsWaiver() {
			continue // it stands for itself
		}
		checkField(t, raw, p, f)
	}
	for i := range p.Meta.Media {
		f, from, to := p.LocateMedia(i)
		if from.Offset > to.Offset || f < 0 {
			t.Fatalf("%q: media %d stands at %v to %v", raw, i, from, to)
		}
	}
}

func checkField(t testing.TB, raw string, p *Post, f int) {
	t.Helper()
	field := &p.Fields[f]
	src := field.src
	text, at := 0, 0
	for _, s := range field.segments {
		if s.text != text || s.start < at || s.end < s.start || s.end > len(src.text) {
			t.Fatalf("%q: %s: segment %v after %d, %d", raw, field.Name, s, text, at)
		}
		text, at = s.textEnd, s.end
	}
	if field.segments != nil && text != len(field.Text) {
		t.Fatalf("%q: %s: segments end at %d of %q", raw, field.Name, text, field.Text)
	}
	if !utf8.ValidString(field.Text) && utf8.ValidString(raw) {
		t.Fatalf("%q: %s: %q isn't UTF-8", raw, field.Name, field.Text)
	}
	for i, r := range field.Text {
		from, to := field.span(i, i+utf8.RuneLen(r))
		for _, border := range []int{from, to} {
			if border < len(src.text) && !utf8.RuneStart(src.text[border]) {
				t.Fatalf("%q: %s: %d cuts a character", raw, field.Name, border)
			}
		}
		spelt := src.text[from:to]
		decoded := strings.ContainsAny(spelt[:min(1, len(spelt))], `&\%`) || strings.TrimSpace(spelt) == "" || r == ' ' || r == '\n' || len(field.segments) > 0 && !exactAt(field, i)
		if spelt != string(r) && !decoded {
			t.Fatalf("%q: %s: %q at %d is %q in the source", raw, field.Name, r, i, spelt)
		}
		if i < 400 {
			checkPlace(t, raw, p, f, i, i+utf8.RuneLen(r))
		}
	}
	checkPlace(t, raw, p, f, 0, len(field.Text))
}

func exactAt(f *Field, i int) bool {
	for _, s := range f.segments {
		if s.text <= i && i < s.textEnd {
			return s.exact
		}
	}
	return true
}

func checkPlace(t testing.TB, raw string, p *Post, f, start, stop int) {
	t.Helper()
	field := &p.Fields[f]
	from, to := p.Locate(f, start, stop)
	a, b := field.span(start, stop)
	if from.Offset > to.Offset {
		t.Fatalf("%q: %s: from %v to %v", raw, field.Name, from, to)
	}
	for _, c := range []struct {
		pos Position
		at  int
	}{{from, a}, {to, b}} {
		line, column := naivePlace(field.src.text, c.at)
		if start := field.src.start; start.Line > 0 {
			if line == 1 {
				column += max(start.Column, 1) - 1
			}
			line += start.Line - 1
		}
		if c.pos.Line != line || c.pos.Column != column {
			t.Fatalf("%q: %s: byte %d is %v, want %d:%d", raw, field.Name, c.at, c.pos, line, column)
		}
		text, at := p.LineAt(f, c.pos)
		if strings.ContainsAny(text, "\r\n") || at > len(text) {
			t.Fatalf("%q: line %q, byte %d", raw, text, at)
		}
		if rest := field.src.text[c.at:]; !strings.HasPrefix(rest, text[at:]) {
			t.Fatalf("%q: the line reads on with %q, the source with %q", raw, text[at:], rest)
		}
	}
	if raw != "" && original(raw, field.src.charset, from.Offset, to.Offset) != field.src.text[a:b] {
		t.Fatalf("%q: %s: bytes %d to %d are %q, want %q", raw, field.Name, from.Offset, to.Offset,
			original(raw, field.src.charset, from.Offset, to.Offset), field.src.text[a:b])
	}
}

// original decodes bytes of the source.
func original(raw string, c charset, from, to int) string {
	switch c {
	case inUTF16:
		var units []uint16
		var order binary.ByteOrder = binary.LittleEndian
		if strings.HasPrefix(raw, bomUTF16BE) {
			order = binary.BigEndian
		}
		for ; from < to; from += 2 {
			units = append(units, order.Uint16([]byte(raw[from:])))
		}
		return string(utf16.Decode(units))
	case inWindows1252:
		text, _ := decode1252([]byte(raw[from:to]))
		return text
	}
	return raw[from:to]
}

func naivePlace(text string, at int) (line, column int) {
	line = 1
	start := 0
	for i := 0; i < at; i++ {
		if text[i] == '\n' || text[i] == '\r' && !(i+1 < len(text) && text[i+1] == '\n') {
			line, start = line+1, i+1
		}
	}
	end := len(text)
	if n := strings.IndexAny(text[start:], "\r\n"); n >= 0 {
		end = start + n
	}
	column = 1
	for clusters := graphemes.FromString(text[start:end]); clusters.Next() && start+clusters.End() <= at; {
		column++
	}
	return line, column
}
