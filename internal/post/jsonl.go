package post

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"github.com/postvet/postvet/internal/yamldoc"
)

const maxLine = 16 << 20 // bytes of one record

var errLongLine = fmt.Errorf("more than %d MB on one line", maxLine>>20)

// readJSONL reads one record a line. A line that is none is a post with Err.
func readJSONL(name string, r io.Reader, yield func(*Post) bool) {
	lines := newLineReader(r)
	for number := 1; ; number++ {
		line, err := lines.next()
		p := &Post{Source: name, Line: number}
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
			p.readRecord(line)
		}
		if !yield(p) {
			return
		}
	}
}

// readRecord reads one JSON object.
func (p *Post) readRecord(line []byte) {
	if !utf8.Valid(line) {
		text, ok := decode1252(line)
		if !ok {
			p.fail(fmt.Errorf("%s:%d:1: %w", p.Source, p.Line, errNotText))
			return
		}
		line, p.Notes = []byte(text), []string{note1252}
	}
	d := &yamldoc.Decoder{Path: p.Source}
	j := jsonReader{data: line, line: p.Line, d: d}
	entries, ok := j.record()
	if !ok {
		d.Problems = nil
		d.Report(&yamldoc.Node{Line: p.Line, Column: j.at + 1}, `broken JSON; a line must be an object such as {"id": "1", "text": "…"}`)
	} else {
		p.idAndText(entries, d)
		p.read(entries, &record{d: d, field: valueField})
	}
	for i := range d.Problems { // nodes count bytes
		before := min(d.Problems[i].Column-1, len(line))
		d.Problems[i].Column = 1 + utf8.RuneCount(line[:before])
	}
	if err := d.Problems.Err(); err != nil {
		p.fail(err)
	}
}

func (p *Post) idAndText(entries []yamldoc.Entry, d *yamldoc.Decoder) {
	var text *yamldoc.Node
	for _, e := range entries {
		switch {
		case e.Key.Value == "text":
			text = e.Value
		case e.Key.Value != "id" || e.Value.Empty():
		case e.Value.Tag == "!!str" || e.Value.Tag == "!!int" || e.Value.Tag == "!!float":
			p.ID = e.Value.Value
		default:
			d.Report(e.Value, "id must be a string or a number")
		}
	}
	switch {
	case text == nil:
		d.Report(&yamldoc.Node{Line: p.Line, Column: 1}, "a record needs a text")
	case text.Tag != "!!str":
		d.Report(text, "text must be a string")
	default:
		p.add("body", plainField(text.Value))
	}
}

// lineReader cuts a stream into lines of at most maxLine bytes.
type lineReader struct {
	r    *bufio.Reader
	line []byte
}

// newLineReader drops a byte order mark and makes UTF-16 UTF-8.
func newLineReader(r io.Reader) *lineReader {
	br := bufio.NewReaderSize(r, 64<<10)
	head, _ := br.Peek(len(bomUTF8)) // an error comes back with the first line
	switch {
	case bytes.HasPrefix(head, []byte(bomUTF8)):
		_, _ = br.Discard(len(bomUTF8))
	case bytes.HasPrefix(head, []byte(bomUTF16LE)), bytes.HasPrefix(head, []byte(bomUTF16BE)):
		decoder := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		br = bufio.NewReaderSize(decoder.Reader(br), 64<<10)
	}
	return &lineReader{r: br}
}

// next returns the next line without "\n", valid until the following call. A
// line that is too long is passed over and errLongLine.
func (l *lineReader) next() ([]byte, error) {
	l.line = l.line[:0]
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
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
