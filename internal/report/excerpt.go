package report

import (
	"strings"

	"github.com/postvet/postvet/internal/check"
)

// excerpt is a line of a draft made fit for a terminal, with the part to
// underline.
type excerpt struct {
	before, match, after string
}

// cut returns the line in at most room columns, cut around the match: as much
// of the match as fits, then what stands before and behind it in equal shares.
func cut(line check.Line, room int, ascii bool) excerpt {
	room = max(room, 12)
	ellipsis := "…"
	if ascii {
		ellipsis = "..."
	}
	dots := columns(ellipsis)
	show := func(s string) string { return Visible(s, ascii) }
	e := excerpt{show(line.Text[:line.From]), show(line.Text[line.From:line.To]), show(line.Text[line.To:])}
	if line.Head {
		e.before = ellipsis + e.before
	}
	if line.Tail {
		e.after += ellipsis
	}
	// The indent of a list or quote says nothing here.
	e.before = strings.TrimLeft(e.before, " ")

	if part, whole := head(e.match, room-2*dots); !whole {
		e.match = part + ellipsis
		e.after = ""
	}
	left := room - columns(e.match)
	before, after := columns(e.before), columns(e.after)
	if before+after <= left {
		return e
	}
	side := left / 2
	keepBefore, keepAfter := min(before, max(side, left-after)), min(after, max(side, left-before))
	if before > keepBefore {
		part, _ := tail(e.before, keepBefore-dots)
		e.before = ellipsis + part
	}
	if after > keepAfter {
		part, _ := head(e.after, keepAfter-dots)
		e.after = part + ellipsis
	}
	return e
}

// marks returns the line that underlines the match.
func (e excerpt) marks() string {
	return strings.Repeat(" ", columns(e.before)) + strings.Repeat("^", max(1, columns(e.match)))
}
