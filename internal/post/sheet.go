package post

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// sheet is what a workbook says of one.
type sheet struct {
	name, relation string
	hidden         bool
}

// bookReader reads which sheets a workbook has.
type bookReader struct {
	isBook    bool
	since1904 bool
	sheets    []sheet
}

func (b *bookReader) open(e xml.StartElement) error {
	switch e.Name.Local {
	case "workbook":
		b.isBook = true
	case "workbookPr":
		v := attribute(e, "date1904")
		b.since1904 = v == "1" || v == "true"
	case "sheet":
		state := attribute(e, "state")
		b.sheets = append(b.sheets, sheet{attribute(e, "name"), attribute(e, "id"), state != "" && state != "visible"})
	}
	return nil
}

func (b *bookReader) text(string) error  { return nil }
func (b *bookReader) close(string) error { return nil }

// cellText puts together the text of a cell: the runs it is written in, not
// how they are pronounced.
type cellText struct {
	b        strings.Builder
	in       bool
	phonetic int
}

func (c *cellText) open(name string) {
	switch name {
	case "t", "v":
		c.in = c.phonetic == 0
	case "rPh":
		c.phonetic++
	}
}

func (c *cellText) text(s string) error {
	if !c.in {
		return nil
	}
	if c.b.WriteString(s); c.b.Len() > maxCell {
		return errCell
	}
	return nil
}

func (c *cellText) close(name string) {
	switch name {
	case "t", "v":
		c.in = false
	case "rPh":
		c.phonetic--
	}
}

func (c *cellText) take() string {
	s := c.b.String()
	c.b.Reset()
	return s
}

// sharedReader reads the texts that cells point at.
type sharedReader struct {
	cellText
	all []string
}

func (s *sharedReader) open(e xml.StartElement) error {
	s.cellText.open(e.Name.Local)
	return nil
}

func (s *sharedReader) text(t string) error { return s.cellText.text(t) }

func (s *sharedReader) close(name string) error {
	s.cellText.close(name)
	if name != "si" {
		return nil
	}
	if len(s.all) == maxTexts {
		return errTexts
	}
	s.all = append(s.all, s.take())
	return nil
}

// sheetReader reads the rows of a sheet.
type sheetReader struct {
	*workbook
	table   *table
	head    []*row // rows before it is known what the columns hold
	begun   bool
	whole   bool // all text of a row is one post
	refused bool

	cellText
	current *row
	joined  strings.Builder
	kind    string // of the cell
	column  int
	number  int // of the row
}

func (v *sheetReader) open(e xml.StartElement) error {
	switch name := e.Name.Local; name {
	case "row":
		v.number++
		if n, err := strconv.Atoi(attribute(e, "r")); err == nil {
			v.number = n
		}
		if v.number < 1 || v.number > maxRows {
			return errBroken
		}
		v.current, v.column = &row{number: v.number}, 0
		v.joined.Reset()
	case "c":
		v.kind = attribute(e, "t")
		if letters := strings.TrimRight(attribute(e, "r"), "0123456789"); letters != "" {
			v.column = columnNumber(letters)
		}
		if v.column < 0 || v.column >= maxColumns {
			return errBroken
		}
		v.take()
	default:
		v.cellText.open(name)
	}
	return nil
}

func (v *sheetReader) text(s string) error { return v.cellText.text(s) }

func (v *sheetReader) close(name string) error {
	v.cellText.close(name)
	if v.current == nil {
		return nil
	}
	switch name {
	case "c":
		err := v.cell()
		v.column++
		return err
	case "row":
		r := v.current
		v.current = nil
		r.src = &source{text: v.joined.String(), start: Position{Line: r.number}}
		return v.keep(r)
	}
	return nil
}

// longNumber is how many digits make a number that may be somebody's: of a
// patient, a telephone. Shorter ones are amounts, and days as Excel counts them.
const longNumber = 7

// cell adds a cell to the row.
func (v *sheetReader) cell() error {
	text := v.take()
	number := false
	switch v.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || i < 0 || i >= len(v.strings.all) {
			return errBroken
		}
		text = v.strings.all[i]
	case "inlineStr", "str":
	case "", "n":
		number = len(text) < longNumber || strings.Contains(text, ".")
		if v.begun && v.column < len(v.table.columns) && v.table.columns[v.column].role == "publish_at" {
			if day, ok := fromSerial(text, v.book.since1904); ok {
				text = day
			}
		}
	default: // truth, error
		return nil
	}
	if text == "" {
		return nil
	}
	// One text may be shared by a million cells.
	if err := v.spend(len(text)); err != nil {
		return err
	}
	if n := len(v.current.cells); n > 0 {
		if v.current.cells[n-1].column >= v.column {
			return errBroken
		}
		v.joined.WriteString(joinsCells)
	}
	start := v.joined.Len()
	v.joined.WriteString(text)
	v.current.cells = append(v.current.cells, cell{column: v.column, start: start, stop: v.joined.Len(), number: number})
	return nil
}
