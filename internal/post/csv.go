package post

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// readCSV reads a table as schedulers and spreadsheets write it: a row is a
// post. comma is what parts the cells, 0 to find out.
func readCSV(comma byte) func(string, io.Reader, Options, func(*Post) bool) {
	return func(name string, r io.Reader, o Options, yield func(*Post) bool) {
		in, c, skipped := unwrap(r)
		rows := &csvReader{r: in, charset: c, next: Position{Offset: skipped, Line: 1, Column: 1}, comma: comma}
		rows.sniff()
		t := &table{source: name, wanted: o.Columns}
		var notes []string
		for begun := false; ; {
			row, note, err := rows.row()
			if errors.Is(err, io.EOF) {
				return
			}
			var p *Post
			switch {
			case err != nil:
				p = &Post{Source: name, Line: row.src.start.Line, Place: t.rowPlace(row.number)}
				p.fail(fmt.Errorf("%s: %w", p.at(), err))
			case len(row.cells) == 1 && row.text(row.cells[0]) == "":
			case !begun:
				begun = true
				header, err := t.begin(row)
				if err != nil {
					p = &Post{Source: name, Line: 1}
					p.fail(fmt.Errorf("%s: %w", name, err))
					yield(p)
					return
				}
				notes = append(notes, t.reads())
				if !header {
					p = t.post(row)
				}
			default:
				p = t.post(row)
			}
			if note != "" {
				notes = append(notes, note)
			}
			if p == nil {
				continue
			}
			p.Notes = append(notes, p.Notes...)
			notes = nil
			if !yield(p) || rows.broken {
				return
			}
		}
	}
}

const maxRow = 1 << 20 // bytes of a row, so that a quote that is never closed costs no more

var (
	errLongRow = fmt.Errorf("more than %d MB in one row; a quote may be missing here", maxRow>>20)
	errOpen    = errors.New("a quote opens in this row and is never closed")
	errQuote   = errors.New("something stands behind a closing quote; write a quote inside a text twice")
)

// csvReader cuts a stream into rows.
type csvReader struct {
	r       *bufio.Reader
	charset charset
	comma   byte
	next    Position // where the next row starts
	number  int      // of the last row
	raw     []byte
	said    bool // that it is Windows-1252
	broken  bool // the stream can't be read on
}

// row returns the next row; it is there, without cells, when it can't be read.
func (c *csvReader) row() (r *row, note string, err error) {
	at := c.next
	err = c.cut()
	if err != nil && len(c.raw) == 0 && errors.Is(err, io.EOF) {
		return nil, "", err
	}
	c.number++
	r = &row{number: c.number, src: &source{charset: c.charset, start: at}}
	text := string(c.raw)
	if c.charset == inUTF8 && !utf8.ValidString(text) {
		decoded, ok := decode1252(c.raw)
		if !ok && (err == nil || errors.Is(err, io.EOF)) {
			err = errNotText
		}
		text, r.src.charset = decoded, inWindows1252
		if !c.said {
			c.said, note = true, note1252
		}
	}
	if strings.IndexByte(text, 0) >= 0 {
		err = errNotText
	}
	r.src.text = text
	c.advance(r.src)
	if err != nil && !errors.Is(err, io.EOF) {
		return r, note, err
	}
	return r, note, r.split(c.comma)
}

// advance moves next behind a row.
func (c *csvReader) advance(s *source) {
	if s.charset == inWindows1252 {
		c.next.Offset += len(c.raw)
	} else {
		c.next.Offset += s.charset.size(s.text)
	}
	for text := s.text; ; {
		_, after := lineEnd(text, 0, len(text))
		if after == 0 {
			return
		}
		c.next.Line++
		text = text[after:]
	}
}

// cut reads the bytes of one row, its end included, into raw. A row that is
// too long is cut off at the end of a line.
func (c *csvReader) cut() error {
	c.raw = c.raw[:0]
	q := quoting{comma: c.comma}
	for {
		b, err := c.r.ReadByte()
		if err != nil {
			if c.broken = !errors.Is(err, io.EOF); c.broken {
				return readError(err)
			}
			if q.state == quoted {
				return errOpen
			}
			return io.EOF
		}
		c.raw = append(c.raw, b)
		ended := q.step(b) == rowEnds
		long := len(c.raw) > maxRow && (b == '\n' || b == '\r')
		if !ended && !long {
			if len(c.raw) > maxLine {
				return c.skip()
			}
			continue
		}
		if next, _ := c.r.Peek(1); b == '\r' && len(next) > 0 && next[0] == '\n' {
			_, _ = c.r.Discard(1)
			c.raw = append(c.raw, '\n')
		}
		if len(c.raw) > maxRow {
			return errLongRow
		}
		return nil
	}
}

// skip passes over a line that is too long; columns and lines behind it still count.
func (c *csvReader) skip() error {
	c.next.Offset += c.charset.size(string(c.raw))
	c.raw = c.raw[:0]
	for {
		part, err := c.r.ReadSlice('\n')
		c.next.Offset += c.charset.size(string(part))
		if err == nil || !errors.Is(err, bufio.ErrBufferFull) {
			c.next.Line++
			return errLongRow
		}
	}
}

// sniff finds out what parts the cells: the first line may say so ("sep=;"),
// else it is what makes most sense of the head.
func (c *csvReader) sniff() {
	const enough = 32 << 10
	head, _ := c.r.Peek(enough)
	if bytes.HasPrefix(head, []byte("sep=")) && len(head) > 5 && (head[5] == '\r' || head[5] == '\n') {
		c.comma = head[4]
		_ = c.cut() // what is wrong shows with the next row
		c.number++
		c.next.Offset += c.charset.size(string(c.raw))
		c.next.Line++
		return
	}
	if c.comma != 0 {
		return
	}
	best := -1
	for _, comma := range []byte(",;\t|") {
		if s := sense(head, comma); s > best {
			best, c.comma = s, comma
		}
	}
}

// sense says how well comma parts the head of a table: names that columns have
// count most, then rows of equal length.
func sense(head []byte, comma byte) int {
	const rows = 20
	in := &csvReader{r: bufio.NewReader(bytes.NewReader(head)), comma: comma}
	score, width := 0, 0
	for n := range rows {
		row, _, err := in.row()
		if err != nil {
			break
		}
		if n == 0 {
			width = len(row.cells)
			for _, text := range row.texts() {
				if columnOf(text).role != "" || looksLikeDate(text) {
					score += 1000
				}
			}
			score += min(width, 9)
		} else if len(row.cells) == width && width > 1 {
			score += 10
		}
	}
	return score
}
