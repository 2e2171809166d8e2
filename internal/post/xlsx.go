package post

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Bounds of a workbook besides those of its file; Excel itself allows no more
// in a cell or a sheet.
const (
	maxCell    = 32_767 * 4 // bytes
	maxTexts   = 1 << 20
	maxRows    = 1 << 20 // of a sheet
	maxPosts   = 100_000
	headRows   = 20 // rows among which the header must be
	joinsCells = "\t"
)

var (
	errCell  = errors.New("a cell with more than 32,767 characters")
	errTexts = fmt.Errorf("more than %d texts", maxTexts)
	errRows  = fmt.Errorf("more than %d rows", maxPosts)
)

// readXLSX reads a workbook: in each sheet a row is a post. Where no column is
// named as text, every text of a row is.
func readXLSX(name string, r io.Reader, o Options, yield func(*Post) bool) {
	w := &workbook{source: name, options: o, yield: yield}
	err := w.read(r)
	if err != nil && !errors.Is(err, errStop) {
		p := &Post{Source: name, Line: 1}
		p.fail(fmt.Errorf("%s: %w", name, err))
		yield(p)
	}
}

// workbook reads one.
type workbook struct {
	*archive
	source  string
	options Options
	yield   func(*Post) bool
	posts   int
	notes   []string // for the next post
	book    bookReader
	strings sharedReader
}

func (w *workbook) read(r io.Reader) (err error) {
	if w.archive, err = openArchive(r); err != nil {
		return err
	}
	document, err := w.document()
	if err != nil {
		return err
	}
	beside, err := w.related(document)
	if err != nil {
		return err
	}
	if err := w.visit(document, &w.book); err != nil {
		return err
	}
	if !w.book.isBook {
		return errNotOffice
	}
	if part := beside.byKind["sharedStrings"]; w.has(part) {
		if err := w.visit(part, &w.strings); err != nil {
			return err
		}
	}
	for _, s := range w.book.sheets {
		if part := beside.byID[s.relation]; w.has(part) {
			if err := w.sheet(s, part); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *workbook) sheet(s sheet, part string) error {
	if s.hidden {
		w.notes = append(w.notes, fmt.Sprintf("the sheet %s is hidden; it is checked too", s.name))
	}
	v := &sheetReader{workbook: w, table: &table{source: w.source, sheet: s.name, wanted: w.options.Columns, letters: true}}
	if err := w.visit(part, v); err != nil {
		return err
	}
	return v.finish()
}

// deliver yields a post with the notes that wait for one.
func (w *workbook) deliver(p *Post) error {
	if p == nil {
		return nil
	}
	if w.posts++; w.posts > maxPosts {
		return errRows
	}
	p.Notes = append(slices.Clip(w.notes), p.Notes...)
	w.notes = nil
	if !w.yield(p) {
		return errStop
	}
	return nil
}

// finish reads the rows of a sheet in which no header was found.
func (v *sheetReader) finish() error {
	if v.begun {
		return nil
	}
	return v.begin(nil)
}

// keep takes a row that is complete: as a post, or to find the header.
func (v *sheetReader) keep(r *row) error {
	if len(r.cells) == 0 {
		return nil
	}
	if v.begun {
		return v.deliver(v.one(r))
	}
	if v.table.heads(r) {
		return v.begin(r)
	}
	if v.head = append(v.head, r); len(v.head) == headRows {
		return v.begin(nil)
	}
	return nil
}

// begin reads what waited for the header; there is none when it is nil.
func (v *sheetReader) begin(header *row) error {
	v.begun = true
	waiting := v.head
	v.head = nil
	switch {
	case header != nil:
		waiting = nil // titles and the like
		if _, err := v.table.begin(header); err != nil {
			return v.refuse(err)
		}
		v.notes = append(v.notes, fmt.Sprintf("sheet %s: %s; the header is row %d", v.table.sheet, v.table.reads(), header.number))
	case len(waiting) == 0:
	case v.table.wanted.typed("text"):
		if _, err := v.table.begin(waiting[0]); err != nil {
			return v.refuse(err)
		}
		v.notes = append(v.notes, fmt.Sprintf("sheet %s: %s", v.table.sheet, v.table.reads()))
	default:
		v.whole = true
		v.notes = append(v.notes, fmt.Sprintf("sheet %s: no column is named as the text of a post, so all text of a row is read as one; --columns text=NAME says which column it is", v.table.sheet))
	}
	for _, r := range waiting {
		if err := v.deliver(v.one(r)); err != nil {
			return err
		}
	}
	return nil
}

// refuse yields the sheet as a post that can't be read.
func (v *sheetReader) refuse(err error) error {
	v.refused = true
	p := &Post{Source: v.source(), Line: 1}
	p.fail(fmt.Errorf("%s: sheet %s: %w", p.Source, v.table.sheet, err))
	return v.deliver(p)
}

// one makes a post of a row.
func (v *sheetReader) one(r *row) *Post {
	switch {
	case v.refused:
		return nil
	case !v.whole:
		return v.table.post(r)
	}
	p := &Post{Source: v.source(), Line: r.number, Place: v.table.rowPlace(r.number)}
	v.table.place(r)
	body := writer{src: r.src.text}
	for _, c := range r.cells {
		if !c.number && strings.TrimSpace(r.src.text[c.start:c.stop]) != "" {
			body.separate("\n\n")
			body.verbatim(c.start, c.stop)
		}
	}
	if len(body.text) == 0 {
		return nil
	}
	p.add("body", body.field(r.src))
	return p
}

func (v *sheetReader) source() string { return v.workbook.source }
