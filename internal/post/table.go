package post

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/postvet/postvet/internal/yamldoc"
)

// table reads rows as posts. It knows what the columns hold, and is done with
// changing when the first row becomes a post.
type table struct {
	source  string
	sheet   string // of a workbook
	wanted  Columns
	letters bool // columns have letters, as in a workbook
	columns []column
	known   map[string]bool // notes that were given
}

// row is one row and its text.
type row struct {
	number int // as a spreadsheet counts, from 1
	src    *source
	cells  []cell // in order of their columns
}

// cell is a piece of a row's text.
type cell struct {
	column      int // from 0
	start, stop int
	quoted      bool // a quote inside is doubled
	number      bool // an amount or a day, not text
}

// field returns a cell's text.
func (r *row) field(c cell) Field {
	f := r.cellText(c)
	f.spelled, f.home = inCell(c), [2]int{c.start, c.stop}
	return f
}

func (r *row) cellText(c cell) Field {
	if !c.quoted {
		return r.src.field(c.start, c.stop)
	}
	w := writer{src: r.src.text, last: c.start}
	for at := c.start; at < c.stop; {
		n := strings.IndexAny(r.src.text[at:c.stop], "\"\r")
		if n < 0 {
			n = c.stop - at
		}
		w.verbatim(at, at+n)
		at += n
		switch rest := r.src.text[at:c.stop]; {
		case strings.HasPrefix(rest, `""`):
			w.decoded(`"`, at, at+2)
			at += 2
		case strings.HasPrefix(rest, "\r\n"):
			w.decoded("\n", at, at+2)
			at += 2
		case rest != "":
			w.decoded(strings.ReplaceAll(rest[:1], "\r", "\n"), at, at+1)
			at++
		}
	}
	return w.field(r.src)
}

func (r *row) text(c cell) string { return r.field(c).trim().Text }

// texts returns what stands in each column.
func (r *row) texts() []string {
	var all []string
	for _, c := range r.cells {
		for len(all) <= c.column {
			all = append(all, "")
		}
		all[c.column] = r.text(c)
	}
	return all
}

// rowPlace is what a person calls a row.
func (t *table) rowPlace(number int) string {
	if t.sheet != "" {
		return fmt.Sprintf("%s, row %d", t.sheet, number)
	}
	return fmt.Sprintf("row %d", number)
}

// cellPlace is what a person calls a cell.
func (t *table) cellPlace(number, column int) string {
	switch {
	case t.letters:
		return fmt.Sprintf("%s!%s%d", t.sheet, columnLetters(column), number)
	case column < len(t.columns) && t.columns[column].header != "":
		return fmt.Sprintf("row %d, column %s", number, t.columns[column].header)
	}
	return fmt.Sprintf("row %d, column %d", number, column+1)
}

// place lets the row's text name its places.
func (t *table) place(r *row) {
	r.src.place = func(at int) string {
		i := sort.Search(len(r.cells), func(i int) bool { return r.cells[i].start > at })
		if i == 0 {
			return t.rowPlace(r.number)
		}
		return t.cellPlace(r.number, r.cells[i-1].column)
	}
}

var errNoText = errors.New("no column is named as the text of a post (text, message, content, copy, caption …); say which one it is: --columns text=NAME, or text=2 by its number")

// begin works out from the first row what the columns hold. isHeader is false
// when the row is a post itself.
func (t *table) begin(first *row) (isHeader bool, err error) {
	texts := first.texts()
	isHeader = t.header(texts)
	if !isHeader {
		t.columns = make([]column, len(texts))
		switch {
		case len(texts) == 1:
			t.columns[0].role = "text"
		case len(texts) > 1 && looksLikeDate(texts[0]): // Hootsuite: date, message, link
			t.columns[0].role, t.columns[1].role = "publish_at", "text"
		}
	}
	for _, a := range t.wanted {
		for i := range t.columns {
			if t.columns[i].role == a.role {
				t.columns[i].role = ""
			}
		}
	}
	for _, a := range t.wanted {
		if a.column == "" {
			continue
		}
		i := find(a.column, texts, t.letters)
		if i < 0 {
			return false, fmt.Errorf("no column %q for %s; --columns takes a name of the first row or a number", a.column, a.role)
		}
		for len(t.columns) <= i {
			t.columns = append(t.columns, column{})
		}
		t.columns[i].role, t.columns[i].exact = a.role, true
		if i < len(texts) && strings.EqualFold(texts[i], a.column) {
			isHeader, t.columns[i].header = true, texts[i]
		}
	}
	if !slices.ContainsFunc(t.columns, func(c column) bool { return slices.Contains(textRoles, c.role) }) {
		return false, errNoText
	}
	t.onlyOneText()
	return isHeader, nil
}

// heads reports whether a row is the header.
func (t *table) heads(r *row) bool {
	texts := r.texts()
	if t.header(texts) {
		return true
	}
	return slices.ContainsFunc(t.wanted, func(a assignment) bool {
		return a.column != "" && slices.ContainsFunc(texts, func(text string) bool { return strings.EqualFold(text, a.column) })
	})
}

// header takes a row for the header when its cells are names that columns have.
func (t *table) header(texts []string) bool {
	columns := make([]column, len(texts))
	named, social, others := 0, 0, 0
	for i, text := range texts {
		columns[i] = columnOf(text)
		switch role := columns[i].role; {
		case role == "social":
			social++
		case slices.Contains(textRoles, role):
			named++
		case role == "" && text != "":
			others++
			if looksLikeDate(text) {
				return false
			}
		}
	}
	if named == 0 && (social == 0 || others > 0) {
		return false
	}
	t.columns = columns
	return true
}

// onlyOneText makes captions of further columns of text, and text of a caption
// that stands alone.
func (t *table) onlyOneText() {
	is := func(role string) func(column) bool { return func(c column) bool { return c.role == role } }
	first := slices.IndexFunc(t.columns, is("text"))
	if first < 0 {
		if i := slices.IndexFunc(t.columns, is("caption")); i >= 0 {
			t.columns[i].role = "text"
		}
		return
	}
	for i := first + 1; i < len(t.columns); i++ {
		if t.columns[i].role == "text" {
			t.columns[i].role = "caption"
		}
	}
}

// reads says which columns are read, never naming one that isn't known.
func (t *table) reads() string {
	var read, unread []string
	for i, c := range t.columns {
		name := c.header
		switch {
		case name != "":
		case t.letters:
			name = columnLetters(i)
		default:
			name = fmt.Sprint(i + 1)
		}
		if c.role == "" {
			unread = append(unread, name)
		} else {
			read = append(read, fmt.Sprintf("%s (%s)", name, c.role))
		}
	}
	text := "read the columns " + strings.Join(read, ", ")
	if len(unread) > 0 {
		text += "; not " + strings.Join(unread, ", ")
	}
	return text
}

// note tells a person what is odd at a place, once a table for each thing.
func (t *table) note(p *Post, place, text string) {
	if !t.known[text] {
		if t.known == nil {
			t.known = map[string]bool{}
		}
		t.known[text] = true
		p.Notes = append(p.Notes, place+": "+text)
	}
}

// lost are characters that Excel has replaced, not question marks behind a word.
var lost = regexp.MustCompile(`(?:^|\s)\?\?|\?{4}`)

// post reads a row; nil when it says nothing.
func (t *table) post(r *row) *Post {
	p := &Post{Source: t.source, Line: r.src.position(0).Line, Place: t.rowPlace(r.number)}
	t.place(r)
	d := &yamldoc.Decoder{Path: t.source}
	reading := rowReader{table: t, row: r, post: p}
	entries := reading.entries()
	if !reading.said {
		return nil
	}
	if p.Body() < 0 {
		p.add("body", r.src.field(0, 0))
	}
	p.read(entries, &record{
		d:     d,
		field: func(n *yamldoc.Node) Field { return r.field(r.cells[n.Start]) },
		place: func(file, _ *yamldoc.Node) (*source, int, int) {
			return r.src, r.cells[file.Start].start, r.cells[file.Start].stop
		},
	})
	for i := range d.Problems { // nodes count cells
		c := r.cells[d.Problems[i].Column]
		pos := r.src.position(c.start)
		d.Problems[i].Line, d.Problems[i].Column = pos.Line, pos.Column
		d.Problems[i].Text = pos.Place + ": " + d.Problems[i].Text
	}
	if reading.extra {
		p.fail(fmt.Errorf("%s: more cells than columns; put quotes around a text that holds the separator", p.at()))
	}
	return p
}
