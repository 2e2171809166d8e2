package post

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// segment says that Text[text:textEnd] of a field comes from [start:end] of
// its source: byte by byte where it is exact; else (an entity, an escape, the
// gap between blocks) only the whole has a place.
type segment struct {
	text, textEnd, start, end int
	exact                     bool
}

// span returns where Text[start:stop] stands in the source.
func (f *Field) span(start, stop int) (from, to int) {
	if f.segments == nil {
		if f.Text == "" {
			return 0, 0
		}
		return start, stop
	}
	from = f.at(start)
	if stop <= start {
		return from, from
	}
	i := sort.Search(len(f.segments), func(i int) bool { return f.segments[i].textEnd >= stop })
	if i == len(f.segments) {
		return from, f.segments[i-1].end
	}
	if s := f.segments[i]; s.exact {
		return from, s.start + stop - s.text
	}
	return from, f.segments[i].end
}

// at returns where the character at a byte of Text starts in the source.
func (f *Field) at(text int) int {
	i := sort.Search(len(f.segments), func(i int) bool { return f.segments[i].textEnd > text })
	if i == len(f.segments) {
		return f.segments[i-1].end
	}
	if s := f.segments[i]; s.exact {
		return s.start + text - s.text
	}
	return f.segments[i].start
}

// trim drops white space around a field's text.
func (f Field) trim() Field {
	stop := len(strings.TrimRight(f.Text, space))
	start := len(f.Text) - len(strings.TrimLeft(f.Text, space))
	if start == 0 && stop == len(f.Text) {
		return f
	}
	return f.cut(min(start, stop), stop)
}

const space = " \t\n\v\f\r"

// cut returns the field of Text[start:stop].
func (f Field) cut(start, stop int) Field {
	segments := f.segments
	if segments == nil {
		segments = []segment{{0, len(f.Text), 0, len(f.Text), true}}
	}
	out := make([]segment, 0, len(segments))
	for _, s := range segments {
		if s.textEnd <= start && start < stop || s.text >= max(stop, start+1) {
			continue
		}
		a, b := max(s.text, start), min(s.textEnd, stop)
		if s.exact {
			s.start, s.end = s.start+a-s.text, s.start+b-s.text
		}
		s.text, s.textEnd = a-start, b-start
		out = append(out, s)
	}
	f.Text, f.segments = f.Text[start:stop], out
	return f
}

// writer puts a field's text together and remembers where each piece comes from.
type writer struct {
	src      string // the whole source
	text     []byte
	segments []segment
	pending  string // separator to write before the next piece
	last     int    // end of the source that was written
}

// verbatim writes src[from:to] as it stands.
func (w *writer) verbatim(from, to int) {
	if from < to {
		w.put(w.src[from:to], from, to, true)
	}
}

// decoded writes text that [from:to] of the source spells otherwise.
func (w *writer) decoded(text string, from, to int) {
	if text != "" {
		w.put(text, from, to, false)
	}
}

// separate sees to it that sep, or a stronger separator, stands before the
// next piece: a blank, a line end, a blank line, in that order.
func (w *writer) separate(sep string) {
	if len(w.text) > 0 && (w.pending == "" || w.pending == " " || sep == "\n\n") {
		w.pending = sep
	}
}

func (w *writer) put(text string, from, to int, exact bool) {
	if w.pending != "" {
		sep := w.pending
		w.pending = ""
		if sep != " " || w.text[len(w.text)-1] != ' ' {
			w.append(sep, w.last, from, w.src[w.last:from] == sep)
		}
	}
	w.append(text, from, to, exact)
	w.last = to
}

func (w *writer) append(text string, from, to int, exact bool) {
	at := len(w.text)
	w.text = append(w.text, text...)
	if i := len(w.segments) - 1; i >= 0 && exact && w.segments[i].exact && w.segments[i].end == from {
		w.segments[i].textEnd, w.segments[i].end = len(w.text), to
		return
	}
	w.segments = append(w.segments, segment{at, len(w.text), from, to, exact})
}

// field returns what was written.
func (w *writer) field(src *source) Field {
	segments := w.segments
	if len(segments) == 0 { // an empty text still has a place
		segments = []segment{{start: w.last, end: w.last}}
	}
	return Field{Text: string(w.text), src: src, segments: segments}
}

// sizeOf returns the bytes of the character that s starts with.
func sizeOf(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	return size
}
