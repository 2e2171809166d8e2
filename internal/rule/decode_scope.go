package rule

import (
	"slices"
	"strconv"
	"strings"

	"github.com/postvet/postvet/internal/yamldoc"
)

func (r *matcherReader) readOver(n *yamldoc.Node) {
	entries := r.Entries(n, "over")
	if n.Kind == yamldoc.Map && len(entries) != 1 {
		r.Report(n, "over takes one measure, such as {hashtags: 5}; put several under any")
		return
	}
	for _, e := range entries {
		i := slices.IndexFunc(measures, func(m measure) bool { return m.name == e.Key.Value })
		switch {
		case i < 0:
			r.Unknown(e.Key, "measure", e.Key.Value, Measures())
		case e.Value.Value == "platform" && measures[i].platform:
			r.m.Over = &Over{Measure: e.Key.Value, Platform: true}
		case e.Value.Value == "platform":
			r.Report(e.Value, "no platform limits %s; use a number", e.Key.Value)
		default:
			r.m.Over = &Over{Measure: e.Key.Value, Limit: r.Int(e.Value, e.Key.Value, 0, measures[i].most)}
		}
	}
}

func overShape() shape {
	properties := shape{}
	for _, m := range measures {
		one := shape{"type": "integer", "minimum": 0, "maximum": m.most}
		if m.platform {
			one = shape{"anyOf": []any{one, aWord("platform")}}
		}
		properties[m.name] = one
	}
	return shape{"type": "object", "properties": properties, "additionalProperties": false, "minProperties": 1, "maxProperties": 1}
}

func (r *matcherReader) readWithin(n *yamldoc.Node) {
	text := r.String(n, "within")
	within, ok := parseWithin(text)
	if !ok && text != "" {
		known := make([]string, 0, len(scopes))
		for _, s := range scopes {
			known = append(known, s.example())
		}
		r.Unknown(n, "scope", text, known)
		return
	}
	r.m.Within = within
}

// parseWithin reads a scope: "paragraph", "4 words".
func parseWithin(text string) (Within, bool) {
	number, name, counted := strings.Cut(text, " ")
	if !counted {
		name = text
	}
	for _, s := range scopes {
		switch {
		case s.most == 0 && !counted && name == s.name:
			return Within{Unit: s.unit}, true
		case s.most > 0 && counted && (name == s.name || number == "1" && name+"s" == s.name):
			n, err := strconv.Atoi(number)
			return Within{s.unit, n}, err == nil && n >= 1 && n <= s.most
		}
	}
	return Within{}, false
}

func withinShape() shape {
	return shape{"type": "string", "pattern": "^(sentence|paragraph|part|fold|post|[0-9]+ (words?|sentences?))$"}
}

func (r *matcherReader) readContext(n *yamldoc.Node) {
	if r.site.part != inUnless && !r.site.later {
		r.Report(n, "context asks something of a match: it can stand in unless, or in all after the first entry")
	}
	for _, item := range yamldoc.OneOrMore(n) {
		if kind := r.Enum(item, "context", contexts...); kind != "" {
			r.m.Context = append(r.m.Context, kind)
		}
	}
	if n.Kind == yamldoc.List && len(n.Items) == 0 {
		r.Report(n, "context is empty; use %s", strings.Join(contexts, ", "))
	}
}

func (r *matcherReader) readFound(n *yamldoc.Node) {
	if r.site.part != inErrorIf || r.signals == 0 {
		r.Report(n, "found counts the signals of at_least: it can stand in error_if where find has one")
		return
	}
	r.m.Found = r.Int(n, "found", 2, r.signals)
}
