package post

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Edit is a change to a field's text: Text in place of its bytes Start to
// Stop, or a line of its own before or behind it all.
type Edit struct {
	Field       int
	Start, Stop int
	Text        string
	Line, AtEnd bool
}

// Change is a change to the bytes of a file.
type Change struct {
	Start, End int
	Text       []byte
	order      int // of insertions at one place: -1 opens, 1 closes
}

// ErrInexact says that a text has no place of its own in the file.
var ErrInexact = errors.New("the file writes it in another way than it reads")

// Changes returns what e changes in raw, the bytes that p was read from. The
// error is ErrInexact where e can't be written without touching anything else.
func (p *Post) Changes(raw []byte, e Edit) ([]Change, error) {
	f := &p.Fields[e.Field]
	if f.spelled == nil || f.src.charset == inUTF16 {
		return nil, ErrInexact
	}
	from, to, text := 0, 0, e.Text
	switch {
	case e.Line:
		from, text = f.line(e)
		to = from
	case !f.exact(e.Start, e.Stop):
		return nil, ErrInexact
	default:
		from, to = f.span(e.Start, e.Stop)
	}
	changes, ok := f.spelled(f.src.text, from, to, text)
	if !ok {
		return nil, ErrInexact
	}
	for i := range changes {
		c := &changes[i]
		was := f.src.text[c.Start:c.End]
		if c.Text, ok = f.src.charset.encode(c.Text); !ok {
			return nil, ErrInexact
		}
		if f.src.quote > 0 {
			c.Start, c.End, ok = inJSON(raw, f.src.quote, c.Start, c.End)
		} else {
			c.Start, c.End = f.src.position(c.Start).Offset, f.src.position(c.End).Offset
			same, _ := f.src.charset.encode([]byte(was))
			ok = c.End <= len(raw) && bytes.Equal(raw[c.Start:c.End], same)
		}
		if !ok {
			return nil, ErrInexact
		}
	}
	return changes, nil
}

// exact reports whether Text[start:stop] stands in the source in one piece,
// but for line ends.
func (f *Field) exact(start, stop int) bool {
	if f.segments == nil {
		return true
	}
	end := -1
	for _, s := range f.segments {
		if s.textEnd <= start || s.text >= stop {
			continue
		}
		whole := start <= s.text && s.textEnd <= stop
		if !s.exact && !(whole && strings.TrimSpace(f.src.text[s.start:s.end]) == "") || end >= 0 && s.start != end {
			return false
		}
		end = s.end
	}
	return end >= 0
}

// line returns where a line of its own goes, and the line with what parts it
// from the text.
func (f *Field) line(e Edit) (at int, text string) {
	start, stop := f.home[0], f.home[1]
	body := f.src.text[start:stop]
	said := strings.TrimSpace(body)
	if said == "" {
		return start, e.Text
	}
	gap := "\n\n"
	if strings.Contains(body, "\r\n") {
		gap = "\r\n\r\n"
	}
	if e.AtEnd {
		return start + len(strings.TrimRightFunc(body, unicode.IsSpace)), gap + e.Text
	}
	indent := len(body) - len(strings.TrimLeftFunc(body, unicode.IsSpace))
	return start + 1 + strings.LastIndexAny(body[:indent], "\r\n"), e.Text + gap
}

// Apply returns raw with the changes, which don't overlap.
func Apply(raw []byte, changes []Change) []byte {
	changes = slices.Clone(changes)
	slices.SortStableFunc(changes, func(a, b Change) int {
		return cmp.Or(a.Start-b.Start, a.order-b.order, a.End-b.End)
	})
	changes = slices.CompactFunc(changes, func(a, b Change) bool { // a cell is put in quotes once
		return a.order != 0 && a.order == b.order && a.Start == b.Start
	})
	var out []byte
	at := 0
	for _, c := range changes {
		out = append(append(out, raw[at:c.Start]...), c.Text...)
		at = c.End
	}
	return append(out, raw[at:]...)
}

// Decode returns a piece of a file as text, as posts of it are read.
func Decode(raw []byte) string {
	if text, ok := decode1252(raw); ok && !utf8.Valid(raw) {
		return text
	}
	return strings.ToValidUTF8(string(raw), string(utf8.RuneError))
}

// encode is text as the charset writes it.
func (c charset) encode(text []byte) ([]byte, bool) {
	if c != inWindows1252 {
		return text, true
	}
	out := make([]byte, 0, len(text))
	for _, r := range string(text) {
		high := slices.Index(high1252[:], r)
		switch {
		case r != 0 && high >= 0:
			out = append(out, byte(0x80+high))
		case r < 0x80 || r >= 0xA0 && r <= 0xFF:
			out = append(out, byte(r))
		default:
			return nil, false
		}
	}
	return out, true
}
