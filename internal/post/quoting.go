package post

import (
	"fmt"
	"strings"
)

// The states of a cell, and what a byte does.
const (
	atStart = iota
	plain
	quoted
	quoteEnds // or is doubled
	closed
)

const (
	goesOn = iota
	cellEnds
	rowEnds
)

// quoting follows the quotes of a row.
type quoting struct {
	comma   byte
	state   int
	garbage bool // something stood behind a closing quote
}

func (q *quoting) step(b byte) int {
	switch {
	case q.state == quoted:
		if b == '"' {
			q.state = quoteEnds
		}
		return goesOn
	case b == '\n' || b == '\r':
		q.state = atStart
		return rowEnds
	case b == q.comma:
		q.state = atStart
		return cellEnds
	case b == '"' && (q.state == atStart || q.state == quoteEnds):
		q.state = quoted
	case q.state == atStart:
		q.state = plain
	case q.state == quoteEnds && (b == ' ' || b == '\t'):
		q.state = closed
	case q.state == quoteEnds || q.state == closed && b != ' ' && b != '\t':
		q.state, q.garbage = plain, true
	}
	return goesOn
}

// split finds the cells of a row.
func (r *row) split(comma byte) error {
	q := quoting{comma: comma}
	start := 0
	text := r.src.text
	add := func(stop int) error {
		if len(r.cells) == maxColumns {
			return fmt.Errorf("more than %d cells", maxColumns)
		}
		r.cells = append(r.cells, unquoted(text, start, stop, len(r.cells)))
		return nil
	}
	for i := range len(text) {
		switch q.step(text[i]) {
		case rowEnds:
			if err := add(i); err != nil || !q.garbage {
				return err
			}
			return errQuote
		case cellEnds:
			if err := add(i); err != nil {
				return err
			}
			start = i + 1
		}
	}
	if err := add(len(text)); err != nil || !q.garbage {
		return err
	}
	return errQuote
}

// unquoted is the cell text[start:stop] without quotes around it.
func unquoted(text string, start, stop, column int) cell {
	if start == stop || text[start] != '"' {
		return cell{column: column, start: start, stop: stop}
	}
	start++
	if n := strings.LastIndexByte(text[start:stop], '"'); n >= 0 {
		stop = start + n
	}
	return cell{column: column, start: start, stop: stop, quoted: true}
}
