package check

import (
	"strings"

	"github.com/postvet/postvet/internal/match"
)

const ellipsis = "…"

// standsFor returns the text that stood for a <name> of a message.
func (w *worker) standsFor(p *place, name string) string {
	switch {
	case name == "match":
		return w.inLine(p.field, p.start, p.stop)
	case name == "found":
		return found(p)
	}
	if piece, ok := pieceOf(p.hit, name); ok {
		return w.inLine(p.field, piece.Start, piece.Stop)
	}
	for i := range p.parts {
		if piece, ok := pieceOf(p.parts[i].hit, name); ok {
			return w.inLine(p.parts[i].field, piece.Start, piece.Stop)
		}
	}
	return ellipsis
}

// pieceOf returns the first piece of that name.
func pieceOf(hit *match.Match, name string) (piece match.Piece, ok bool) {
	if hit == nil {
		return piece, false
	}
	for _, piece := range hit.Pieces {
		if piece.Name == name {
			return piece, true
		}
	}
	return piece, false
}

// found lists the names of the signals.
func found(p *place) string {
	var names []string
	for i := range p.parts {
		if name := p.parts[i].name; name != "" {
			names = append(names, name)
		}
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// longest is how many bytes of text a message takes in.
const longest = 120

// inLine returns bytes of a field as a message can hold them: on one line and
// not too long.
func (w *worker) inLine(field, start, stop int32) string {
	s := w.fields[field].Text.Raw[start:stop]
	cut := ""
	if len(s) > longest {
		s, cut = s[:onBorder(s, longest)], ellipsis
	}
	if strings.ContainsAny(s, "\t\n\v\f\r") || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s + cut
}

// fill puts what stands for the <names> of a message in their place.
func fill(message string, standsFor func(name string) string) string {
	var filled strings.Builder
	for {
		before, rest, ok := strings.Cut(message, "<")
		filled.WriteString(before)
		if !ok {
			return filled.String()
		}
		name, after, closed := strings.Cut(rest, ">")
		if closed && isName(name) {
			filled.WriteString(standsFor(name))
			message = after
		} else {
			filled.WriteByte('<')
			message = rest
		}
	}
}

func isName(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool {
		return r != '-' && (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}) < 0
}
