package rule

import (
	"slices"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/yamldoc"
)

// conditions reads a map of names of the vocabulary with a value, a list of
// values, missing or present.
func (r *reader) conditions(n *yamldoc.Node, what string, v vocabulary) []Condition {
	var all []Condition
	entries := r.Entries(n, what)
	if len(entries) == 0 && n.Kind == yamldoc.Map {
		r.Report(n, "%s is empty: it would hold for every post", what)
	}
	for _, e := range entries {
		if name := v.get(e.Key.Value); name != nil {
			all = append(all, r.condition(e.Value, name))
		} else {
			r.Unknown(e.Key, what+" key", e.Key.Value, v.names())
		}
	}
	return all
}

func (r *reader) condition(n *yamldoc.Node, name *post.Name) Condition {
	c := Condition{Name: name.Name}
	if n.Kind == yamldoc.List && len(n.Items) == 0 {
		r.Report(n, "%s has no value", name.Name)
	}
	for _, item := range yamldoc.OneOrMore(n) {
		switch value := r.String(item, name.Name); value {
		case "":
		case "missing":
			c.Missing = true
		case "present":
			c.Present = true
		default:
			c.Values = append(c.Values, r.valueOf(item, name, "missing", "present")...)
		}
	}
	if c.Present && (c.Missing || len(c.Values) > 0) {
		r.Report(n, "present beside other values says no more than present alone")
	}
	return c
}

// valueOf reads one value of a name; besides are words that could stand there
// too. It returns nothing for a mistake.
func (r *reader) valueOf(n *yamldoc.Node, name *post.Name, besides ...string) []string {
	normal, ok := name.Check(n.Value)
	switch {
	case ok:
		return []string{normal}
	case name.Values != nil:
		r.Unknown(n, name.Name, n.Value, append(slices.Clone(name.Values), besides...))
	default:
		r.Report(n, "%s must be %s, found %q", name.Name, name.Accepts, shorten(n.Value))
	}
	return nil
}

// shape is what conditions on names of the vocabulary look like.
func (v vocabulary) shape() shape {
	properties := shape{}
	for _, name := range v {
		one := shape{"type": []string{"string", "boolean", "number"}}
		switch {
		case slices.Contains(name.Values, "true"):
			one = shape{"enum": []any{true, false, "missing", "present"}}
		case name.Values != nil:
			one = aWord(append(slices.Clone(name.Values), "missing", "present")...)
		}
		properties[name.Name] = oneOrMore(one)
	}
	return shape{"type": "object", "properties": properties, "additionalProperties": false, "minProperties": 1}
}
