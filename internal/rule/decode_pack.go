package rule

import (
	"time"

	"github.com/postvet/postvet/internal/yamldoc"
)

// packReader reads one pack.
type packReader struct {
	reader
	*loader
	source  Source
	pack    *Pack
	lists   []*listReader
	nodes   []*yamldoc.Node // rules, not yet read
	inserts []insertAt
}

func packKeys() []key[*packReader] {
	return []key[*packReader]{
		{"pack", "The pack's name, the same as its file's.", aName, true, (*packReader).readName},
		{"title", "What people call the pack.", aText, false, func(r *packReader, n *yamldoc.Node) { r.pack.Title = r.text(n, "title") }},
		{"summary", "What the pack is about, in a sentence.", aText, false, func(r *packReader, n *yamldoc.Node) { r.pack.Summary = r.text(n, "summary") }},
		{"version", "The version of the pack, such as 2026.11.0.", aText, false, func(r *packReader, n *yamldoc.Node) { r.pack.Version = r.text(n, "version") }},
		{"effective", "The day from which the pack is in force, YYYY-MM-DD.", aDate, false, func(r *packReader, n *yamldoc.Node) { r.pack.Effective = r.date(n, "effective") }},
		{"review_by", "The day by which somebody must have read it again, YYYY-MM-DD.", aDate, false, func(r *packReader, n *yamldoc.Node) { r.pack.ReviewBy = r.date(n, "review_by") }},
		{"lists", "Word lists that phrases use as <name>: a list of phrases, a text block, or the path of a file beside the pack.", mapTo(somePhrases), false, (*packReader).readLists},
		{"rules", "The rules.", listOf(ref("rule")), true, func(r *packReader, n *yamldoc.Node) { r.nodes = r.List(n, "rules") }},
	}
}

// reserved are names that stand for something else where packs are named.
var reserved = map[string]string{
	"shipped": "all packs that come with postvet",
	"postvet": "findings about the checking itself",
}

func (r *packReader) readName(n *yamldoc.Node) {
	name := r.name(n, "pack")
	switch file := fileName(r.Path); {
	case name == "":
	case reserved[name] != "":
		r.Report(n, "pack %q means %s; choose another name", name, reserved[name])
	case file != name:
		r.Report(n, "pack %q stands in a file called %q; give both the same name", name, shorten(file))
	}
	r.pack.Name = name
}

// date reads a day, YYYY-MM-DD.
func (r *packReader) date(n *yamldoc.Node, what string) string {
	value := r.String(n, what)
	if _, err := time.Parse(time.DateOnly, value); err != nil && value != "" {
		r.Report(n, "%s must be a day such as 2026-11-21, found %q", what, shorten(value))
		return ""
	}
	return value
}

// readRules reads the pack's rules into it and the set.
func (r *packReader) readRules() {
	if len(r.nodes) > maxRules {
		r.Report(r.nodes[maxRules], "more than %d rules; split the pack", maxRules)
		return
	}
	for _, n := range r.nodes {
		if len(r.Problems) > maxMistakes {
			r.Report(n, "more than %d mistakes; from here on the pack isn't read", maxMistakes)
			return
		}
		rr := ruleReader{packReader: r, rule: &Rule{Pack: r.pack, Line: n.Line, Enabled: true}, pieces: map[string]bool{}}
		if !readKeys(&r.Decoder, n, "rule", r.ruleKeys, &rr) {
			continue
		}
		r.set.Rules = append(r.set.Rules, rr.rule)
	}
}
