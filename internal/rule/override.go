package rule

import (
	"fmt"
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/match"
	"github.com/postvet/postvet/internal/yamldoc"
)

// Override is what one layer of settings says of one rule.
type Override struct {
	Rule     string
	Severity *Severities // nil leaves it
	Enabled  *bool       // nil leaves it
	Allow    []string    // phrases beside those of the pack
	Insert   string      // the line that clears the rule, in the organisation's own words; "" leaves the pack's
	From     string      // where it stands, for people: path:line, a flag, a variable
	path     string
	node     *yamldoc.Node   // where the rule is named
	phrases  []*yamldoc.Node // of Allow
}

// overrideKeys are the keys of one rule in settings.
func overrideKeys() []key[*overrideReader] {
	type or = *overrideReader
	return []key[or]{
		{"enabled", "Whether the rule is checked.", aFlag, false, or.readEnabled},
		{"severity", "The severity in place of the pack's.", severityShape(), false, or.readSeverity},
		{"allow", "Phrases that excuse a match they cover, beside the pack's.", somePhrases, false, or.readAllow},
	}
}

// OverrideSchema returns the JSON Schema of one rule in settings.
func OverrideSchema() map[string]any {
	return shape{"anyOf": []any{aWord(switches()...), shape{"type": "boolean"}, object(overrideKeys())}}
}

// switches are what settings may say of a rule in a word.
func switches() []string { return append(slices.Clone(severityNames[:]), "on") }

type overrideReader struct {
	reader
	o Override
}

func (r *overrideReader) readEnabled(n *yamldoc.Node) {
	on := r.Bool(n, "enabled")
	r.o.Enabled = &on
}

func (r *overrideReader) readSeverity(n *yamldoc.Node) {
	if n.Kind == yamldoc.Scalar {
		r.readSwitch(n, severityNames[:])
		return
	}
	s := r.severities(n)
	r.o.Severity = &s
}

func (r *overrideReader) readAllow(n *yamldoc.Node) {
	r.o.phrases = r.phrases(n, "allow")
	r.o.Allow = values(r.o.phrases)
}

// readSwitch reads "off", "on" or a severity, which switches the rule on too.
func (r *overrideReader) readSwitch(n *yamldoc.Node, known []string) {
	word := n.Value
	if n.Tag == "!!bool" { // off and on in other readers of YAML
		word = map[string]string{"true": "on", "false": "off"}[strings.ToLower(word)]
	} else {
		word = r.Enum(n, "severity", known...)
	}
	if word == "" {
		return
	}
	on := word != "off"
	r.o.Enabled = &on
	if severity, ok := ParseSeverity(word); ok && on {
		r.o.Severity = &Severities{Default: severity}
	}
}

// ReadOverrides reads the rules: map of settings: rule id to off, on, a
// severity, or a map of severity, enabled and allow.
func ReadOverrides(path string, n *yamldoc.Node) ([]Override, yamldoc.Problems) {
	r := reader{yamldoc.Decoder{Path: path, Quote: true}}
	var all []Override
	for _, e := range r.Entries(n, "rules") {
		from := fmt.Sprintf("%s:%d:%d", path, e.Key.Line, e.Key.Column)
		or := overrideReader{r, Override{Rule: e.Key.Value, From: from, path: path, node: e.Key}}
		if e.Value.Kind == yamldoc.Scalar {
			or.readSwitch(e.Value, switches())
		} else {
			readKeys(&or.Decoder, e.Value, "rule", overrideKeys(), &or)
		}
		r.Problems = or.Problems
		all = append(all, or.o)
	}
	return all, r.Problems
}

// ReadDisclaimers reads the disclaimers: map of settings: rule id to the line
// that fix adds in place of the pack's.
func ReadDisclaimers(path string, n *yamldoc.Node) ([]Override, yamldoc.Problems) {
	r := reader{yamldoc.Decoder{Path: path, Quote: true}}
	var all []Override
	for _, e := range r.Entries(n, "disclaimers") {
		text := strings.TrimSpace(r.String(e.Value, "a disclaimer"))
		if strings.Contains(text, "\n") {
			r.Report(e.Value, "a disclaimer must be one line")
		}
		from := fmt.Sprintf("%s:%d:%d", path, e.Key.Line, e.Key.Column)
		all = append(all, Override{Rule: e.Key.Value, Insert: text, From: from, path: path, node: e.Key})
	}
	return all, r.Problems
}

// With returns the set with overrides in force, later ones over earlier ones.
// The set itself isn't changed. The problems are unknown rules and mistakes
// in phrases; the result is nil if there are any.
func (s *Set) With(overrides []Override) (*Set, yamldoc.Problems) {
	if len(overrides) == 0 {
		return s, nil
	}
	out := *s
	out.Rules = slices.Clone(s.Rules)
	build := match.NewBuilder(s.Program)
	var problems yamldoc.Problems
	for _, o := range overrides {
		d := reader{yamldoc.Decoder{Path: o.path, Quote: true}}
		i := slices.IndexFunc(out.Rules, func(r *Rule) bool { return r.ID == o.Rule })
		if i < 0 {
			d.Unknown(o.node, "rule", o.Rule, s.RuleIDs())
		} else {
			changed := *out.Rules[i]
			changed.apply(o, build, &d)
			out.Rules[i] = &changed
		}
		problems = append(problems, d.Problems...)
	}
	problems.Sort()
	if len(problems) > 0 {
		return nil, problems
	}
	program, err := build.Build()
	if err != nil {
		return nil, yamldoc.Problems{{Path: overrides[0].path, Line: 1, Column: 1, Text: err.Error()}}
	}
	out.Program = program
	if problems = out.proveDisclaimers(overrides); len(problems) > 0 {
		return nil, problems
	}
	return &out, nil
}

// proveDisclaimers reports each disclaimer that wouldn't clear its rule.
func (s *Set) proveDisclaimers(overrides []Override) yamldoc.Problems {
	var problems yamldoc.Problems
	for _, o := range overrides {
		if r := s.Rule(o.Rule); o.Insert != "" && !r.clearedBy(r.Insert, s.Program) {
			d := yamldoc.Decoder{Path: o.path, Quote: true}
			d.Report(o.node, "this line doesn't clear %s; \"postvet explain %s\" shows what does", o.Rule, o.Rule)
			problems = append(problems, d.Problems...)
		}
	}
	return problems
}

// apply puts one override in force on a rule of its own.
func (r *Rule) apply(o Override, build *match.Builder, d *reader) {
	r.Changes = slices.Clone(r.Changes)
	note := func(what, value string) { r.Changes = append(r.Changes, Change{what, value, o.From}) }
	if o.Enabled != nil && *o.Enabled != r.Enabled {
		r.Enabled = *o.Enabled
		note("enabled", map[bool]string{true: "on", false: "off"}[r.Enabled])
	}
	if o.Severity != nil {
		r.Severity = *o.Severity
		note("severity", r.Severity.String())
	}
	if o.Insert != "" {
		if r.Insert == nil {
			d.Report(o.node, "no line clears %s, so that it can't have a disclaimer", r.ID)
			return
		}
		r.Insert = &Insert{AtStart: r.Insert.AtStart, Text: o.Insert}
		note("disclaimer", o.Insert)
	}
	if len(o.Allow) == 0 {
		return
	}
	finder, mistakes := build.Words(o.Allow, match.Options{})
	for _, m := range mistakes {
		if m.Phrase < len(o.phrases) {
			d.reportIn(o.phrases[m.Phrase], m.Offset, "%s", m.Text)
		} else {
			d.Report(o.node, "%s", m.Text)
		}
	}
	r.Allow = append(slices.Clone(r.Allow), finder)
	note("allow", strings.Join(o.Allow, ", "))
}
