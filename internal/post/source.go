package post

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// source is a decoded text that the fields of one post come from, with the way
// back to the original bytes, lines and columns. Posts of one file each have
// their own, since it learns while it is asked.
type source struct {
	text    string
	charset charset
	start   Position            // of the first byte of text; the zero value is the head of a file
	place   func(at int) string // what a person calls the place of a byte, nil where line and column say it
	quote   int                 // byte of the file where the string opens that the text is the value of, 0 when the text stands in it
	marks   []mark              // known places in order, as far as anyone has asked
}

// mark is a place between two grapheme clusters.
type mark struct {
	at int // byte of text
	Position
}

// Between two marks lie at most about so many bytes, so that a place costs the
// same however long the line is; a cluster ends there at the latest.
const stride = 1 << 8

// position returns the place of a byte of text.
func (s *source) position(at int) Position {
	s.extend(at)
	i := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].at > at })
	m := s.marks[i-1]
	stop := min(m.at+2*stride, len(s.text))
	pos := m.Position
	clusters := graphemes.FromString(s.text[m.at:max(stop, at)])
	for clusters.Next() && m.at+clusters.End() <= at {
		pos.Column++
	}
	pos.Offset += s.charset.size(s.text[m.at:at])
	pos.Byte += at - m.at
	pos.Rune += utf8.RuneCountInString(s.text[m.at:at])
	if s.place != nil {
		pos.Place = s.place(at)
	}
	return pos
}

// extend sets marks beyond a byte of text: at line starts, and within long lines.
func (s *source) extend(at int) {
	if s.marks == nil {
		first := s.start
		first.Line, first.Column = max(first.Line, 1), max(first.Column, 1)
		first.Byte, first.Rune = max(first.Byte, first.Column), max(first.Rune, first.Column)
		s.marks = []mark{{Position: first}}
	}
	for m := s.marks[len(s.marks)-1]; m.at <= at && m.at < len(s.text); s.marks = append(s.marks, m) {
		from := m.at
		end, next := lineEnd(s.text, from, stride)
		if next > 0 {
			m.at, m.Line, m.Column, m.Byte, m.Rune = next, m.Line+1, 1, 1, 1
		} else {
			m.at, m.Column = s.clusters(from, end, m.Column)
			m.Byte += m.at - from
			m.Rune += utf8.RuneCountInString(s.text[from:m.at])
		}
		m.Offset += s.charset.size(s.text[from:m.at])
	}
}

// clusters returns the last border between clusters up to end and its column.
func (s *source) clusters(from, end, column int) (at, newColumn int) {
	clusters := graphemes.FromString(s.text[from:end])
	for clusters.Next() {
		if to := from + clusters.End(); to < end || at == 0 || end == len(s.text) {
			at, column = to, column+1
		}
	}
	return at, column
}

// lineEnd returns the end of the line that holds from, or a rune border about
// limit bytes on, and where the next line starts, 0 when that is further on or
// there is none.
func lineEnd(text string, from, limit int) (end, next int) {
	stop := min(from+limit, len(text))
	for stop < len(text) && text[stop]&0xC0 == 0x80 {
		stop++
	}
	n := strings.IndexAny(text[from:stop], "\r\n")
	switch {
	case n < 0:
		return stop, 0
	case strings.HasPrefix(text[from+n:], "\r\n"):
		return from + n, from + n + 2
	}
	return from + n, from + n + 1
}

// lineAt returns the line of a position and the byte of the position in it.
func (s *source) lineAt(pos Position) (line string, at int) {
	s.extend(0)
	for last := s.marks[len(s.marks)-1]; last.Line <= pos.Line && last.at < len(s.text); last = s.marks[len(s.marks)-1] {
		s.extend(last.at)
	}
	first := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].Line >= pos.Line })
	next := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].Line > pos.Line })
	if first == next {
		return "", 0
	}
	start, end := s.marks[first].at, len(s.text)
	if next < len(s.marks) {
		end = s.marks[next].at
	}
	near := sort.Search(next, func(i int) bool { return s.marks[i].Offset > pos.Offset }) - 1
	m := s.marks[max(near, first)]
	for m.Offset < pos.Offset && m.at < end {
		size := sizeOf(s.text[m.at:])
		m.Offset += s.charset.size(s.text[m.at : m.at+size])
		m.at += size
	}
	line = strings.TrimRight(s.text[start:end], "\r\n")
	return line, min(m.at-start, len(line))
}
