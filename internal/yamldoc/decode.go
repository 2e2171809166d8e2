package yamldoc

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Decoder turns nodes into values and collects what is wrong with them. A nil
// node is a key that isn't there: it gives the zero value and no problem.
type Decoder struct {
	Path     string
	Quote    bool // messages may quote the data: for packs and settings, never for drafts
	Problems Problems
}

// Report adds a problem at n.
func (d *Decoder) Report(n *Node, format string, args ...any) {
	line, column := 1, 1
	if n != nil {
		line, column = n.Line, n.Column
	}
	d.Problems = append(d.Problems, Problem{d.Path, line, column, fmt.Sprintf(format, args...)})
}

// Unknown reports that word, which stands at n and should name a thing of the
// kind what, isn't one of known: `unknown list "outcom" (did you mean "outcome"?)`.
func (d *Decoder) Unknown(n *Node, what, word string, known []string) {
	const fits = 12 // longer lists are no help on one line
	text := "unknown " + what
	if d.Quote {
		text += " " + short(word)
		if s := Suggest(word, known); s != "" {
			d.Report(n, "%s (did you mean %q?)", text, s)
			return
		}
	}
	if len(known) > 0 && len(known) <= fits {
		text += "; use " + oneOf(known)
	}
	d.Report(n, "%s", text)
}

// Map reads a map that may have the known keys; what names it in messages ("rule", "pack").
func (d *Decoder) Map(n *Node, what string, known ...string) Fields {
	entries := d.Entries(n, what)
	if n != nil && n.Kind != Map {
		n = nil
	}
	for _, e := range entries {
		if !slices.Contains(known, e.Key.Value) {
			d.Unknown(e.Key, what+" key", e.Key.Value, known)
		}
	}
	return Fields{Node: n, d: d, what: what}
}

// Entries returns the entries of a map whose keys are free.
func (d *Decoder) Entries(n *Node, what string) []Entry {
	if n != nil && n.Kind != Map {
		d.wrong(n, what, "a map (key: value)")
		return nil
	}
	if n == nil {
		return nil
	}
	return n.Keys
}

// List returns the items of a list.
func (d *Decoder) List(n *Node, what string) []*Node {
	if n != nil && n.Kind != List {
		d.wrong(n, what, "a list")
		return nil
	}
	if n == nil {
		return nil
	}
	return n.Items
}

// String returns a single value as it was written: text, a number, a date.
func (d *Decoder) String(n *Node, what string) string {
	if n == nil {
		return ""
	}
	if n.Kind != Scalar || n.Empty() {
		d.wrong(n, what, "text")
		return ""
	}
	return n.Value
}

// Strings returns one value or a list of them.
func (d *Decoder) Strings(n *Node, what string) []string {
	var values []string
	for _, item := range OneOrMore(n) {
		if item.Kind != Scalar || item.Empty() {
			d.wrong(item, what, "text or a list of texts")
			continue
		}
		values = append(values, item.Value)
	}
	return values
}

// Int returns a whole number from least to most.
func (d *Decoder) Int(n *Node, what string, least, most int) int {
	if n == nil {
		return 0
	}
	v, err := strconv.Atoi(n.Value)
	if n.Kind != Scalar || n.Style != Plain || err != nil || v < least || v > most {
		d.wrong(n, what, fmt.Sprintf("a whole number from %d to %d", least, most))
		return 0
	}
	return v
}

// Bool returns true or false.
func (d *Decoder) Bool(n *Node, what string) bool {
	if n == nil {
		return false
	}
	if n.Kind != Scalar || n.Tag != "!!bool" {
		d.wrong(n, what, "true or false")
		return false
	}
	return strings.EqualFold(n.Value, "true")
}

// Enum returns one of values.
func (d *Decoder) Enum(n *Node, what string, values ...string) string {
	if n == nil {
		return ""
	}
	if n.Kind != Scalar || n.Empty() {
		d.wrong(n, what, oneOf(values))
		return ""
	}
	if !slices.Contains(values, n.Value) {
		d.Unknown(n, what, n.Value, values)
		return ""
	}
	return n.Value
}

// wrong reports that n isn't what was wanted.
func (d *Decoder) wrong(n *Node, what, wanted string) {
	found := n.Kind.String()
	switch {
	case n.Empty():
		found = "nothing"
	case n.Kind == Scalar && d.Quote:
		found = short(n.Value)
	case n.Kind == Scalar:
		found = "something else"
	}
	d.Report(n, "%s must be %s, found %s", what, wanted, found)
}

// Phrases returns the lines of a text block ("words: |") or the items of a
// list of texts, each with its place. Anything else is refused, since plain
// YAML changes phrases silently: " #ad" is a comment, "Myth: x" a map.
func (d *Decoder) Phrases(n *Node, what string) []*Node {
	const wanted = "a text block (%s: |, one a line) or a list of quoted texts"
	switch {
	case n == nil:
		return nil
	case n.Kind == Scalar && n.Style == Literal:
		return n.lines()
	case n.Kind != List:
		d.wrong(n, what, fmt.Sprintf(wanted, what))
		return nil
	}
	var phrases []*Node
	for _, item := range n.Items {
		if item.Kind != Scalar || item.Tag != "!!str" {
			d.wrong(item, "an entry of "+what, "text; use "+fmt.Sprintf(wanted, what))
			continue
		}
		phrases = append(phrases, item)
	}
	return phrases
}

// OneOrMore returns the items of a list, or n itself when it is no list; nothing when it is absent.
func OneOrMore(n *Node) []*Node {
	switch {
	case n == nil:
		return nil
	case n.Kind == List:
		return n.Items
	}
	return []*Node{n}
}

// short quotes a word of the data, cut where a message would become unreadable.
func short(word string) string {
	const most = 40
	if r := []rune(word); len(r) > most {
		word = string(r[:most]) + "…"
	}
	return strconv.Quote(word)
}

func oneOf(values []string) string {
	if len(values) < 2 {
		return strings.Join(values, "")
	}
	last := len(values) - 1
	return strings.Join(values[:last], ", ") + " or " + values[last]
}
