package rule

import (
	"slices"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/yamldoc"
)

// severityKeys are the metadata a severity may depend on.
var severityKeys = []string{"kind", "account", "audience", "platform", placeName}

// severities reads one severity, or a map with a default and entries by the
// values of metadata.
func (r *reader) severities(n *yamldoc.Node) Severities {
	if n.Kind == yamldoc.Scalar {
		return Severities{Default: r.severity(n, severityNames[Notice:])}
	}
	var s Severities
	problems := len(r.Problems)
	if n.Kind == yamldoc.Map && n.Get("default") == nil {
		r.Report(n, "severity has no default")
	}
	for _, e := range r.Entries(n, "severity") {
		value := r.severity(e.Value, severityNames[:])
		if e.Key.Value == "default" {
			s.Default = value
			continue
		}
		name := severityKey(e.Key.Value)
		if name == "" {
			r.Unknown(e.Key, "kind, account, audience, platform or place", e.Key.Value, append(severityValues(), "default"))
			continue
		}
		s.By = append(s.By, SeverityFor{name, e.Key.Value, value})
	}
	if s.Worst() == Off && len(r.Problems) == problems {
		r.Report(n, "the severity is off everywhere; give the rule one, and say optional: true")
	}
	return s
}

func (r *reader) severity(n *yamldoc.Node, known []string) Severity {
	s, _ := ParseSeverity(r.Enum(n, "severity", known...))
	return s
}

// severityKey returns the metadata name that has the value, "" if none has.
func severityKey(value string) string {
	for _, name := range severityKeys {
		if slices.Contains(valuesOf(name), value) {
			return name
		}
	}
	return ""
}

// severityValues returns everything a severity may depend on.
func severityValues() []string {
	var all []string
	for _, name := range severityKeys {
		all = append(all, valuesOf(name)...)
	}
	return all
}

// valuesOf returns the values that a metadata name can have.
func valuesOf(name string) []string {
	n, _ := post.NameOf(name)
	return n.Values
}

func severityShape() shape {
	properties := shape{"default": aWord(severityNames[:]...)}
	for _, value := range severityValues() {
		properties[value] = aWord(severityNames[:]...)
	}
	byValue := shape{
		"type": "object", "required": []string{"default"}, "properties": properties,
		"additionalProperties": false,
	}
	return shape{"anyOf": []any{aWord(slices.Clone(severityNames[Notice:])...), byValue}}
}
