package post

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/yamldoc"
)

const maxLine = 16 << 20 // bytes of one record

var errLongLine = fmt.Errorf("more than %d MB on one line", maxLine>>20)

// readJSONL reads one record a line. A line that is none is a post with Err.
func readJSONL(name string, r io.Reader, _ Options, yield func(*Post) bool) {
	lines := newLineReader(r)
	for number := 1; ; number++ {
		line, err := lines.next()
		at := lines.start
		p := &Post{Source: name, Line: number}
		whole := line
		switch line = bytes.Trim(line, " \t\r"); {
		case errors.Is(err, io.EOF):
			return
		case errors.Is(err, errLongLine):
			p.fail(fmt.Errorf("%s:%d:1: %w", name, number, err))
		case err != nil:
			p.fail(fmt.Errorf("%s:%d:1: %w", name, number, readError(err)))
			yield(p)
			return
		case len(line) == 0:
			continue
		default:
			if lines.charset == inUTF8 {
				at += len(whole) - len(bytes.TrimLeft(whole, " \t\r"))
			} else {
				at = nowhere
			}
			p.readRecord(line, at)
		}
		if !yield(p) {
			return
		}
	}
}

// nowhere is the place of a line whose bytes aren't those of the file.
const nowhere = -1

// readRecord reads one JSON object, which stands at a byte of the file.
func (p *Post) readRecord(line []byte, at int) {
	if !utf8.Valid(line) {
		text, ok := decode1252(line)
		if !ok {
			p.fail(fmt.Errorf("%s:%d:1: %w", p.Source, p.Line, errNotText))
			return
		}
		line, p.Notes, at = []byte(text), []string{note1252}, nowhere
	}
	d := &yamldoc.Decoder{Path: p.Source}
	j := jsonReader{data: line, line: p.Line, d: d}
	entries, ok := j.record()
	if !ok {
		d.Problems = nil
		d.Report(&yamldoc.Node{Line: p.Line, Column: j.at + 1}, `broken JSON; a line must be an object such as {"id": "1", "text": "…"}`)
	} else {
		r := &record{d: d, field: func(n *yamldoc.Node) Field { return stringField(n, at) }}
		p.idAndText(entries, r, &yamldoc.Node{Line: p.Line, Column: 1})
		p.read(entries, r)
	}
	for i := range d.Problems { // nodes count bytes
		before := min(d.Problems[i].Column-1, len(line))
		d.Problems[i].Column = 1 + utf8.RuneCount(line[:before])
	}
	if err := d.Problems.Err(); err != nil {
		p.fail(err)
	}
}

// stringField returns the field of a string on the line at a byte of the file.
func stringField(n *yamldoc.Node, at int) Field {
	f := valueField(n)
	if at != nowhere && n.Tag == "!!str" {
		f.spelled, f.home = spelledBy(inString), [2]int{0, len(n.Value)}
		f.src.quote = at + n.Column - 1
	}
	return f
}

// idAndText reads what every record has; top is the record's own place.
func (p *Post) idAndText(entries []yamldoc.Entry, r *record, top *yamldoc.Node) {
	var text *yamldoc.Node
	for _, e := range entries {
		switch {
		case e.Key.Value == "text":
			text = e.Value
		case e.Key.Value != "id" || e.Value.Empty():
		case e.Value.Tag == "!!str" || e.Value.Tag == "!!int" || e.Value.Tag == "!!float":
			p.ID = e.Value.Value
		default:
			r.d.Report(e.Value, "id must be a string or a number")
		}
	}
	switch {
	case text == nil:
		r.d.Report(top, "a record needs a text")
	case text.Tag != "!!str":
		r.d.Report(text, "text must be a string")
	default:
		p.add("body", r.field(text))
	}
}

// lineReader cuts a stream into lines of at most maxLine bytes.
type lineReader struct {
	r           *bufio.Reader
	charset     charset
	line        []byte
	start, stop int // of the last line in the file, when it is UTF-8
}

func newLineReader(r io.Reader) *lineReader {
	in, c, skipped := unwrap(r)
	return &lineReader{r: in, charset: c, stop: skipped}
}

// next returns the next line without "\n", valid until the following call. A
// line that is too long is passed over and errLongLine.
func (l *lineReader) next() ([]byte, error) {
	l.line, l.start = l.line[:0], l.stop
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		l.stop += len(part)
		if long = long || len(l.line)+len(part) > maxLine; !long {
			l.line = append(l.line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || len(l.line) == 0 && !long):
			return nil, err
		case long:
			l.line = nil
			return nil, errLongLine
		}
		return bytes.TrimSuffix(l.line, []byte("\n")), nil
	}
}
