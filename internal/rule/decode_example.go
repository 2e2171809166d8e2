package rule

import (
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/yamldoc"
)

func examplesKeys() []key[*ruleReader] {
	type rr = *ruleReader
	some := shape{"anyOf": []any{aText, listOf(shape{"anyOf": []any{aText, ref("example")}})}}
	return []key[rr]{
		{"flagged", "Posts the rule must flag: one a line, or a list.", some, false, func(r rr, n *yamldoc.Node) { r.rule.Flagged = r.examples(n, "flagged") }},
		{"allowed", "Posts the rule must leave alone: one a line, or a list.", some, false, func(r rr, n *yamldoc.Node) { r.rule.Allowed = r.examples(n, "allowed") }},
	}
}

// examples reads a text block or a list of texts and mappings.
func (r *ruleReader) examples(n *yamldoc.Node, what string) []Example {
	var all []Example
	if n.Kind != yamldoc.List {
		for _, line := range r.Phrases(n, what) {
			if strings.TrimSpace(line.Value) != "" {
				all = append(all, Example{Text: line.Value, Line: line.Line})
			}
		}
		return all
	}
	for _, item := range n.Items {
		er := exampleReader{ruleReader: r, node: item, e: Example{Line: item.Line}}
		switch {
		case item.Kind == yamldoc.Map:
			readKeys(&r.Decoder, item, "example", exampleKeys(), &er)
			er.check(what)
		case item.Kind == yamldoc.Scalar && item.Tag == "!!str":
			er.e.Text = r.text(item, "an example")
		default:
			r.Report(item, "an example must be text or a map such as {text: …, meta: {…}}; use quotes or a text block (%s: |)", what)
			continue
		}
		all = append(all, er.e)
	}
	return all
}

// exampleReader reads one example that is a map.
type exampleReader struct {
	*ruleReader
	node *yamldoc.Node
	e    Example
}

func exampleKeys() []key[*exampleReader] {
	type er = *exampleReader
	keys := []key[er]{
		{"text", "The text of the post.", aText, false, func(r er, n *yamldoc.Node) { r.e.Text = r.text(n, "text") }},
		{"meta", "Metadata of the post.", shape{"type": "object"}, false, er.readMeta},
		{"media", "Images, videos and sounds of the post.", listOf(shape{"type": "object"}), false, er.readMedia},
		{"match", "The text that must be underlined.", aText, false, func(r er, n *yamldoc.Node) { r.e.Match = r.text(n, "match") }},
		{"severity", "The severity the finding must have.", aWord(severityNames[Notice:]...), false, func(r er, n *yamldoc.Node) { r.e.Severity = r.severity(n, severityNames[Notice:]) }},
	}
	for _, field := range recordFields() {
		keys = append(keys, key[er]{field, "The " + field + " of the post.", aText, false, func(r er, n *yamldoc.Node) { r.readField(field, n) }})
	}
	return keys
}

func (r *exampleReader) readField(name string, n *yamldoc.Node) {
	if text := r.text(n, name); text != "" {
		r.e.Fields = append(r.e.Fields, Value{name, []string{text}})
	}
}

// readMeta reads metadata as a record would have them, so that media and
// fields such as answered may stand here too.
func (r *exampleReader) readMeta(n *yamldoc.Node) {
	known := vocabulary(post.Names())
	for _, e := range r.Entries(n, "meta") {
		name := known.get(e.Key.Value)
		switch {
		case name == nil:
			r.Unknown(e.Key, "metadata name", e.Key.Value, known.names())
		case name.Name == "media":
			r.readMedia(e.Value)
		case slices.Contains(recordFields(), name.Name):
			r.readField(name.Name, e.Value)
		default:
			r.e.Meta = append(r.e.Meta, r.value(e.Value, name))
		}
	}
}

func (r *exampleReader) readMedia(n *yamldoc.Node) {
	known := vocabulary(post.MediaNames())
	for _, item := range r.List(n, "media") {
		var values []Value
		for _, e := range r.Entries(item, "media") {
			if name := known.get(e.Key.Value); name != nil {
				values = append(values, r.value(e.Value, name))
			} else {
				r.Unknown(e.Key, "media key", e.Key.Value, known.names())
			}
		}
		r.e.Media = append(r.e.Media, values)
	}
}

// value reads what an example says under a name.
func (r *exampleReader) value(n *yamldoc.Node, name *post.Name) Value {
	v := Value{Name: name.Name}
	for _, item := range yamldoc.OneOrMore(n) {
		if r.String(item, name.Name) != "" {
			v.Values = append(v.Values, r.valueOf(item, name)...)
		}
	}
	return v
}

// check holds what needs the whole example.
func (r *exampleReader) check(what string) {
	e := &r.e
	if what == "allowed" && (e.Match != "" || e.Severity != Off) {
		r.Report(r.node, "match and severity are for flagged examples; an allowed one has no finding")
	}
	if e.Match == "" {
		return
	}
	stands := func(text string) bool { return strings.Contains(text, e.Match) }
	if !slices.ContainsFunc(e.texts(), stands) {
		r.Report(r.node.Get("match"), "%q isn't in the example's text", shorten(e.Match))
	}
}
