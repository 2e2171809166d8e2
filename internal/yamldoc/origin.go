package yamldoc

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Segment says that Value[Text:TextEnd] was read from data[Start:End]. Where
// both are equally long they go byte by byte; else (an escape, a folded line
// end) only the segment as a whole has a place.
type Segment struct{ Text, TextEnd, Start, End int }

// Origin returns where the pieces of a scalar's Value stand in the data, in
// order and without gaps in Value. A value that can't be followed is one
// segment: the line it starts on.
func (n *Node) Origin() []Segment {
	if n.Kind != Scalar || n.Value == "" || n.data == nil {
		return nil
	}
	w := walker{src: n.data, val: n.Value, at: n.Start, style: n.Style}
	switch n.Style {
	case Literal, Folded:
		w.at += endOfLine(w.src[w.at:])
	case SingleQuoted, DoubleQuoted:
		w.at++
	}
	for w.done < len(w.val) {
		if !w.step() {
			return []Segment{{0, len(n.Value), n.Start, n.Start + endOfLine(n.data[n.Start:])}}
		}
	}
	return w.out
}

// walker goes through a value and its source side by side.
type walker struct {
	src   []byte
	at    int
	val   string
	done  int
	style Style
	out   []Segment
}

// step follows one piece; it reports whether value and source still agree.
func (w *walker) step() bool {
	rest := w.src[w.at:]
	switch {
	case w.style == DoubleQuoted && len(rest) > 1 && rest[0] == '\\':
		return w.escape(rest)
	case w.style == SingleQuoted && bytes.HasPrefix(rest, []byte("''")):
		return w.val[w.done] == '\'' && w.emit(1, 2)
	}
	breaks, size := space(rest)
	if breaks == 0 && size > 0 && w.same(size) {
		return true
	}
	if w.style == Literal || w.style == Folded {
		_, inValue := space([]byte(w.val[w.done:]))
		if size > 0 || inValue > 0 {
			return w.emit(inValue, size)
		}
	} else if breaks > 0 {
		n := max(1, breaks-1)
		_, inValue := space([]byte(w.val[w.done:]))
		return inValue >= n && w.emit(n, size)
	}
	_, one := utf8.DecodeRune(rest)
	return w.same(one)
}

// escape follows an escape of a double-quoted value.
func (w *walker) escape(rest []byte) bool {
	if n := breakSize(rest[1:]); n > 0 { // an escaped line end, and the blank lines after it
		breaks, size := space(rest[1+n:])
		w.at += 1 + n + size
		return w.emit(breaks, 0)
	}
	size := map[byte]int{'x': 4, 'u': 6, 'U': 10}[rest[1]]
	_, one := utf8.DecodeRuneInString(w.val[w.done:])
	return w.emit(one, max(size, 2))
}

// same takes n bytes that must be equal on both sides.
func (w *walker) same(n int) bool {
	if n == 0 || len(w.val)-w.done < n || w.val[w.done:w.done+n] != string(w.src[w.at:w.at+n]) {
		return false
	}
	if i := len(w.out) - 1; i >= 0 && w.out[i].End == w.at && w.out[i].TextEnd-w.out[i].Text == w.out[i].End-w.out[i].Start {
		w.out[i].TextEnd += n
		w.out[i].End += n
		w.done, w.at = w.done+n, w.at+n
		return true
	}
	return w.emit(n, n)
}

// emit takes n bytes of the value for size bytes of the source.
func (w *walker) emit(n, size int) bool {
	if len(w.val)-w.done < n || len(w.src)-w.at < size {
		return false
	}
	if n > 0 {
		w.out = append(w.out, Segment{w.done, w.done + n, w.at, w.at + size})
	}
	w.done, w.at = w.done+n, w.at+size
	return true
}

// space measures the white space that b starts with: the line breaks in it, and its bytes.
func space(b []byte) (breaks, size int) {
	for size < len(b) {
		n := breakSize(b[size:])
		switch {
		case n > 0:
			breaks++
			size += n
		case b[size] == ' ' || b[size] == '\t':
			size++
		default:
			return breaks, size
		}
	}
	return breaks, size
}

// endOfLine returns the bytes up to the end of b's first line, its break included.
func endOfLine(b []byte) int {
	for i := range b {
		if n := breakSize(b[i:]); n > 0 {
			return i + n
		}
	}
	return len(b)
}

// lines returns the lines of a text block that say something, each a node with its own place.
func (n *Node) lines() []*Node {
	var lines []*Node
	origin, text := n.Origin(), 0
	for i, line := range strings.SplitAfter(n.Value, "\n") {
		said := strings.TrimSpace(line)
		if said != "" {
			at := text + strings.Index(line, said)
			for len(origin) > 1 && origin[0].TextEnd <= at {
				origin = origin[1:]
			}
			start := min(origin[0].Start+at-origin[0].Text, len(n.data))
			column := 1 + utf8.RuneCount(n.data[lineStart(n.data, start):start])
			lines = append(lines, &Node{Value: said, Tag: "!!str", Style: Literal,
				Line: n.Line + 1 + i, Column: column, Start: start, data: n.data})
		}
		text += len(line)
	}
	return lines
}

func lineStart(data []byte, at int) int {
	return bytes.LastIndexAny(data[:at], "\r\n") + 1
}
