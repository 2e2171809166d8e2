package rule

import (
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/match"
	"github.com/postvet/postvet/internal/yamldoc"
)

func insertKeys() []key[*ruleReader] {
	type rr = *ruleReader
	return []key[rr]{
		{"at", "Where the line is added.", aWord("start", "end"), true, func(r rr, n *yamldoc.Node) { r.rule.Insert.AtStart = r.Enum(n, "at", "start", "end") == "start" }},
		{"text", "The line.", aText, true, func(r rr, n *yamldoc.Node) { r.rule.Insert.Text = r.text(n, "text") }},
	}
}

func (r *ruleReader) readInsert(n *yamldoc.Node) {
	r.rule.Insert = &Insert{}
	readKeys(&r.Decoder, n, "insert", insertKeys(), r)
	if strings.Contains(r.rule.Insert.Text, "\n") {
		r.Report(n.Get("text"), "the text of insert must be one line")
	}
	r.inserts = append(r.inserts, insertAt{r.rule, n})
}

// insertAt is a rule with a line that must clear it, and where it says so.
type insertAt struct {
	rule *Rule
	node *yamldoc.Node
}

// proveInserts reports each line that wouldn't clear its rule: an exception
// whose scope reaches from where the line is added to every match must hold
// in the line alone.
func (r *packReader) proveInserts(program *match.Program) yamldoc.Problems {
	d := yamldoc.Decoder{Path: r.Path, Quote: true}
	for _, i := range r.inserts {
		if !i.rule.clearedBy(i.rule.Insert, program) {
			d.Report(i.node.Get("text"), "the line doesn't clear the rule: no entry of unless with within: post (or fold, at the start) holds in it")
		}
	}
	return d.Problems
}

// clearedBy reports whether the line clears the rule wherever it is broken.
func (r *Rule) clearedBy(line *Insert, program *match.Program) bool {
	hits := program.NewScanner(nil).Scan(line.Text)
	return slices.ContainsFunc(r.Unless, func(m Matcher) bool {
		reaches := m.Within.Unit == InPost || m.Within.Unit == InFold && line.AtStart
		return reaches && len(m.In) == 0 && m.standsIn(hits, false)
	})
}
