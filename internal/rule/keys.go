package rule

import (
	"fmt"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/yamldoc"
)

// key is one key that a mapping of a pack may have. What the loader reads,
// what it suggests and the JSON Schema are all made from tables of these. A
// table is in reading order: what a key needs to know of others comes first.
type key[T any] struct {
	name  string
	doc   string
	shape shape
	need  bool
	read  func(T, *yamldoc.Node)
}

// readKeys reads a mapping by its table. It reports whether n was a mapping.
func readKeys[T any](d *yamldoc.Decoder, n *yamldoc.Node, what string, keys []key[T], into T) bool {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	fields := d.Map(n, what, names...)
	if n == nil || n.Kind != yamldoc.Map {
		return false
	}
	for _, k := range keys {
		value := n.Get(k.name)
		switch {
		case k.need && value.Empty():
			fields.Need(k.name)
		case value != nil:
			k.read(into, value)
		}
	}
	return true
}

// reader reads the values that packs, lists and policies have in common.
type reader struct{ yamldoc.Decoder }

// text reads a non-empty text of at most a few lines.
func (r *reader) text(n *yamldoc.Node, what string) string {
	value := r.String(n, what)
	switch {
	case len(value) > maxText:
		r.Report(n, "%s has %d bytes; at most %d are read", what, len(value), maxText)
		return ""
	case n.Kind == yamldoc.Scalar && !n.Empty() && value == "":
		r.Report(n, "%s is empty", what)
	}
	return value
}

// name reads an id: lower-case words joined by hyphens.
func (r *reader) name(n *yamldoc.Node, what string) string {
	value := r.String(n, what)
	if value != "" && !isName(value) {
		r.Report(n, "%s %q isn't a name: use lower-case letters, digits and hyphens, at most %d", what, shorten(value), maxName)
		return ""
	}
	return value
}

// isName reports whether s is made of lower-case letters, digits and single
// hyphens between them.
func isName(s string) bool {
	if len(s) > maxName {
		return false
	}
	joint := true
	for _, c := range []byte(s) {
		switch {
		case c == '-' && !joint:
			joint = true
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			joint = false
		default:
			return false
		}
	}
	return !joint
}

// reportIn reports a mistake at a byte of a phrase.
func (r *reader) reportIn(phrase *yamldoc.Node, offset int, format string, args ...any) {
	at := *phrase
	if at.Style == yamldoc.SingleQuoted || at.Style == yamldoc.DoubleQuoted {
		at.Column++
	}
	at.Column += utf8.RuneCountInString(at.Value[:min(offset, len(at.Value))])
	r.Report(&at, format, args...)
}

// phrases reads a text block, in which "# " starts a comment, or a list of
// quoted texts.
func (r *reader) phrases(n *yamldoc.Node, what string) []*yamldoc.Node {
	var kept []*yamldoc.Node
	problems := len(r.Problems)
	for _, phrase := range r.Phrases(n, what) {
		if phrase.Style == yamldoc.Literal {
			phrase.Value = uncommented(phrase.Value)
		}
		switch {
		case phrase.Value == "":
		case len(phrase.Value) > maxPhrase:
			r.Report(phrase, "a phrase of %d bytes; at most %d are read", len(phrase.Value), maxPhrase)
		default:
			kept = append(kept, phrase)
		}
	}
	switch {
	case len(kept) > maxPhrases:
		r.Report(n, "%s has %d phrases; at most %d are read", what, len(kept), maxPhrases)
		return nil
	case len(kept) == 0 && len(r.Problems) == problems:
		r.Report(n, "%s is empty: it would match nothing", what)
	}
	return kept
}

// values returns what the nodes say.
func values(nodes []*yamldoc.Node) []string {
	texts := make([]string, len(nodes))
	for i, n := range nodes {
		texts[i] = n.Value
	}
	return texts
}

// shorten cuts a word of a pack where a message would become unreadable.
func shorten(word string) string {
	if r := []rune(word); len(r) > maxName {
		return fmt.Sprintf("%s…", string(r[:maxName]))
	}
	return word
}
