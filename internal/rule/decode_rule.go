package rule

import (
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/match"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/yamldoc"
)

// ruleReader reads one rule.
type ruleReader struct {
	*packReader
	rule    *Rule
	spell   match.Options   // how the phrases of find and error_if are read
	pieces  map[string]bool // <names> that find's phrases use
	signals int             // of the at_least in find that has most
}

func ruleKeys() []key[*ruleReader] {
	type rr = *ruleReader
	return []key[rr]{
		{"id", "The rule's name, which says the offence: \"allow guaranteed-outcome\" reads as a sentence.", aName, true, rr.readID},
		{"title", "The offence in a few words, as a heading.", aText, false, func(r rr, n *yamldoc.Node) { r.rule.Title = r.text(n, "title") }},
		{"severity", "error (must not be published), warning (a person must look) or notice (advice), or a map with a default and entries by kind, account, audience, platform or place.", ref("severity"), true, func(r rr, n *yamldoc.Node) { r.rule.Severity = r.severities(n) }},
		{"when", "The posts the rule is for, by their metadata.", ref("conditions"), false, func(r rr, n *yamldoc.Node) { r.rule.When = r.conditions(n, "when", post.Names()) }},
		{"in", "The fields searched; without it all published text.", oneOrMore(aWord(post.FieldNames()...)), false, func(r rr, n *yamldoc.Node) { r.rule.In = r.fields(n) }},
		{"once", "One finding a post, at the first match.", aFlag, false, func(r rr, n *yamldoc.Node) { r.rule.Once = r.Bool(n, "once") }},
		{"private", "The match identifies someone: masked wherever others could read it.", aFlag, false, func(r rr, n *yamldoc.Node) { r.rule.Private = r.Bool(n, "private") }},
		{"optional", "Off until settings switch it on.", aFlag, false, rr.readOptional},
		{"obfuscated", "Also leet, masked and spaced spellings.", aFlag, false, func(r rr, n *yamldoc.Node) { r.spell.Obfuscated = r.Bool(n, "obfuscated") }},
		{"case", "\"exact\": capitals must agree.", aWord("exact"), false, func(r rr, n *yamldoc.Node) { r.spell.CaseExact = r.Enum(n, "case", "exact") != "" }},
		{"find", "What is flagged.", oneOrMore(ref("matcher")), true, rr.readFind},
		{"allow", "Phrases that excuse a match they cover.", somePhrases, false, rr.readAllow},
		{"unless", "Exceptions: where one of these holds, nothing is flagged.", oneOrMore(ref("matcher")), false, func(r rr, n *yamldoc.Node) { r.rule.Unless = r.exceptions(n, inUnless) }},
		{"error_if", "Where one of these holds, the finding is an error.", oneOrMore(ref("matcher")), false, func(r rr, n *yamldoc.Node) { r.rule.ErrorIf = r.exceptions(n, inErrorIf) }},
		{"message", "What the finding says; <match>, <found> and the pieces of the match may stand in it.", aText, true, rr.readMessage},
		{"why", "Why it matters.", aText, false, func(r rr, n *yamldoc.Node) { r.rule.Why = r.text(n, "why") }},
		{"instead", "What to write instead.", aText, false, func(r rr, n *yamldoc.Node) { r.rule.Instead = r.text(n, "instead") }},
		{"insert", "A line that fix may add; it must clear the rule.", object(insertKeys()), false, rr.readInsert},
		{"references", "Ids of policies that ask for the rule.", listOf(aText), false, rr.readReferences},
		{"examples", "Posts the rule must flag, and posts it must leave alone.", object(examplesKeys()), false, func(r rr, n *yamldoc.Node) { readKeys(&r.Decoder, n, "examples", examplesKeys(), r) }},
	}
}

func (r *ruleReader) readID(n *yamldoc.Node) {
	id := r.name(n, "id")
	if id == "" {
		return
	}
	if first := r.ids[id]; first != nil {
		r.Report(n, "rule %q stands in %s:%d already; choose another id", id, first.Pack.Path, first.Line)
		return
	}
	r.rule.ID = id
	r.ids[id] = r.rule
}

func (r *ruleReader) readOptional(n *yamldoc.Node) {
	r.rule.Optional = r.Bool(n, "optional")
	r.rule.Enabled = !r.rule.Optional
}

// fields reads the names of fields.
func (r *reader) fields(n *yamldoc.Node) []string {
	var in []string
	known := post.FieldNames()
	for _, item := range yamldoc.OneOrMore(n) {
		if name := r.String(item, "in"); name != "" && !slices.Contains(known, name) {
			r.Unknown(item, "field", name, known)
		} else if name != "" {
			in = append(in, name)
		}
	}
	return in
}

func (r *ruleReader) readFind(n *yamldoc.Node) {
	r.rule.Find = r.matcher(n, site{part: inFind})
	r.rule.Find.each(func(m *Matcher) { r.signals = max(r.signals, len(m.Of)) })
}

func (r *ruleReader) readAllow(n *yamldoc.Node) {
	if f := r.words(r.phrases(n, "allow"), match.Options{}); f != 0 {
		r.rule.Allow = []match.Finder{f}
	}
}

// exceptions reads the entries of unless or error_if.
func (r *ruleReader) exceptions(n *yamldoc.Node, in part) []Matcher {
	if n.Kind == yamldoc.List && len(n.Items) == 0 || n.Empty() {
		r.Report(n, "%s is empty; leave the key out", in)
	}
	var all []Matcher
	for _, item := range yamldoc.OneOrMore(n) {
		all = append(all, r.matcher(item, site{part: in, entry: true}))
	}
	return all
}

func (r *ruleReader) readMessage(n *yamldoc.Node) {
	r.rule.Message = r.text(n, "message")
	if strings.Contains(r.rule.Message, "\n") {
		r.Report(n, "message must be one line")
	}
	for _, name := range names(r.rule.Message) {
		switch {
		case name == "found" && r.signals > 0:
		case name == "found":
			r.Report(n, "<found> in the message names the signals of at_least, and this rule's find has none")
		case r.rule.Private:
			r.Report(n, "<%s> in the message of a private rule would show what it found; say it in general words", name)
		case name != "match" && !r.pieces[name]:
			r.unknownPiece(n, name, r.pieces, "message")
		}
	}
}

// unknownPiece reports a <name> that no phrase uses.
func (r *ruleReader) unknownPiece(n *yamldoc.Node, name string, pieces map[string]bool, where string) {
	known := []string{"match"}
	for piece := range pieces {
		known = append(known, piece)
	}
	slices.Sort(known)
	hint := "the phrases have <" + strings.Join(known, ">, <") + ">"
	if close := yamldoc.Suggest(name, known); close != "" {
		hint = "did you mean <" + close + ">?"
	}
	r.Report(n, "<%s> in the %s is no piece of what find matches (%s)", name, where, hint)
}

func (r *ruleReader) readReferences(n *yamldoc.Node) {
	for _, item := range r.List(n, "references") {
		id := r.String(item, "a reference")
		switch {
		case id == "":
		case r.set.Policies[id] == nil:
			r.Unknown(item, "policy", id, policyIDs(r.set.Policies))
		case slices.Contains(r.rule.References, id):
			r.Report(item, "policy %q is named twice", id)
		default:
			r.rule.References = append(r.rule.References, id)
		}
	}
}
