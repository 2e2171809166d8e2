package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// The layout of findings and explanations: rows are indented by four and what
// a row says starts at column 13.
const (
	rowIndent = "    "
	rowLabel  = 9
	rowText   = len(rowIndent) + rowLabel
)

// Page is text for people, laid out for the columns, colours and characters of
// its reader. All that is put on it is made safe for a terminal.
type Page struct {
	o Options
	p palette
	b bytes.Buffer
}

// NewPage returns an empty page.
func NewPage(o Options) *Page {
	if o.Width <= 0 {
		o.Width = 80
	}
	return &Page{o: o, p: newPalette(o.Colour)}
}

// Heading starts a part of the page: what it is about and, behind it or where
// that doesn't fit below it, facts.
func (p *Page) Heading(name, facts string) {
	const gap = 3
	name, facts = p.safe(name), p.safe(facts)
	p.b.WriteString(p.p.source.Sprint(name))
	if facts != "" {
		separator := strings.Repeat(" ", gap)
		if columns(name)+gap+columns(facts) > p.o.Width {
			separator = "\n  "
		}
		lines := wrap(facts, p.o.Width-2)
		p.b.WriteString(separator + p.p.label.Sprint(strings.Join(lines, "\n  ")))
	}
	p.b.WriteString("\n\n")
}

// Row writes a labelled paragraph, nothing when s is empty.
func (p *Page) Row(label, s string) {
	for i, line := range wrap(p.safe(s), p.o.Width-rowText) {
		if i > 0 {
			label = ""
		}
		fmt.Fprintf(&p.b, "%s%s%s\n", rowIndent, p.p.label.Sprint(fmt.Sprintf("%-*s", rowLabel, label)), line)
	}
}

// Line writes a paragraph, an empty line when s is empty.
func (p *Page) Line(s string) {
	lines := wrap(p.safe(s), p.o.Width)
	fmt.Fprintln(&p.b, strings.Join(lines, "\n"))
}

// Table writes rows whose last cell is wrapped beside the others.
func (p *Page) Table(rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row[:len(row)-1] {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], columns(p.safe(cell)))
		}
	}
	indent := 0
	for _, w := range widths {
		indent += w + 2
	}
	for _, row := range rows {
		last := len(row) - 1
		for i, cell := range row[:last] {
			cell = p.safe(cell)
			p.b.WriteString(cell + strings.Repeat(" ", widths[i]+2-columns(cell)))
		}
		lines := wrap(p.safe(row[last]), p.o.Width-indent)
		p.b.WriteString(strings.Join(lines, "\n"+strings.Repeat(" ", indent)) + "\n")
	}
}

// Flush writes the page to w and empties it.
func (p *Page) Flush(w io.Writer) error {
	_, err := p.b.WriteTo(w)
	return err
}

func (p *Page) safe(s string) string { return Visible(s, p.o.ASCII) }

// Item writes a paragraph of a list and, below it, what belongs to it.
func (p *Page) Item(s string, below ...string) {
	p.indented(rowIndent, s)
	for _, one := range below {
		p.indented(rowIndent+"  ", one)
	}
}

// indented writes a paragraph whose further lines are indented more.
func (p *Page) indented(indent, s string) {
	for i, line := range wrap(p.safe(s), p.o.Width-len(indent)-2) {
		if i > 0 {
			line = "  " + line
		}
		fmt.Fprintf(&p.b, "%s%s\n", indent, line)
	}
}
