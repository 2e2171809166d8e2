package rule

import (
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/match"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/yamldoc"
)

// part is the part of a rule a matcher stands in.
type part uint8

const (
	inFind part = iota
	inUnless
	inErrorIf
)

func (p part) String() string { return [...]string{"find", "unless", "error_if"}[p] }

// site is where a matcher stands.
type site struct {
	part  part
	depth int
	entry bool // an entry of unless or error_if itself
	later bool // in all, after the first entry
}

// inside returns the site of a matcher within one that stands at s.
func (s site) inside(later bool) site {
	return site{part: s.part, depth: s.depth + 1, later: s.later || later}
}

// matcherReader reads one matcher.
type matcherReader struct {
	*ruleReader
	node *yamldoc.Node
	site site
	m    Matcher
}

// matcherKinds are the keys of which a matcher has exactly one.
func matcherKinds() []key[*matcherReader] {
	type mr = *matcherReader
	nested := listOf(ref("matcher"))
	return []key[mr]{
		{"words", "One of these phrases stands; as a map, phrase: rewording.", shape{"anyOf": []any{aText, listOf(aText), mapTo(aText)}}, false, mr.readWords},
		{"regexp", "RE2 over the folded text of one sentence, for shapes words can't say.", aText, false, mr.readRegexp},
		{"any", "One of these holds.", nested, false, func(r mr, n *yamldoc.Node) { r.m.Any = r.matchers(n, "any", false) }},
		{"all", "Every one of these holds, within a scope.", nested, false, func(r mr, n *yamldoc.Node) { r.m.All = r.matchers(n, "all", true) }},
		{"at_least", "So many different ones of the named signals in of hold, within a scope.", shape{"type": "integer", "minimum": 2}, false, mr.readAtLeast},
		{"record", "The post's metadata are so.", ref("conditions"), false, func(r mr, n *yamldoc.Node) { r.m.Record = r.conditions(n, "record", post.Names()) }},
		{"media", "One media item is so.", ref("media"), false, func(r mr, n *yamldoc.Node) { r.m.Media = r.conditions(n, "media", post.MediaNames()) }},
		{"over", "There are more than so many.", overShape(), false, mr.readOver},
		{"context", "The match is negated, debunked, asked, quoted, conditional or reported.", oneOrMore(aWord(contexts...)), false, mr.readContext},
		{"found", "In error_if: so many signals of at_least were found.", shape{"type": "integer", "minimum": 2}, false, mr.readFound},
	}
}

// matcherDetails are the keys that say more of the kind.
func matcherDetails() []key[*matcherReader] {
	type mr = *matcherReader
	return []key[mr]{
		{"of", "The named signals of at_least.", mapTo(oneOrMore(ref("matcher"))), false, mr.readOf},
		{"in", "The fields searched.", oneOrMore(aWord(post.FieldNames()...)), false, func(r mr, n *yamldoc.Node) { r.m.In = r.fields(n) }},
		{"within", "How near things must stand: sentence, N words, N sentences, paragraph, part, fold or post.", withinShape(), false, mr.readWithin},
	}
}

func matcherShape() shape {
	s := object(append(matcherKinds(), matcherDetails()...))
	var one []any
	for _, k := range matcherKinds() {
		one = append(one, shape{"required": []string{k.name}})
	}
	s["oneOf"] = one
	return s
}

// matcher reads one matcher; a list means any of its items.
func (r *ruleReader) matcher(n *yamldoc.Node, at site) Matcher {
	if at.depth > maxNesting {
		r.Report(n, "matchers stand more than %d deep in each other", maxNesting)
		return Matcher{}
	}
	mr := matcherReader{ruleReader: r, node: n, site: at}
	if n.Kind == yamldoc.List {
		mr.m.Any = mr.matchers(n, at.part.String(), false)
		return mr.m
	}
	if n.Kind != yamldoc.Map {
		r.Report(n, "a matcher is a map such as {words: …}, found %s", n.Kind)
		return Matcher{}
	}
	problems := len(r.Problems)
	readKeys(&r.Decoder, n, "matcher", r.matchers, &mr)
	if len(r.Problems) == problems && mr.oneKind() {
		mr.checkDetails()
	}
	return mr.m
}

// oneKind reports whether the mapping has exactly one matcher key, and says
// so where it hasn't.
func (r *matcherReader) oneKind() bool {
	var kinds, found []string
	for _, k := range r.kinds {
		kinds = append(kinds, k.name)
	}
	for _, e := range r.node.Keys {
		switch {
		case !slices.Contains(kinds, e.Key.Value):
		case len(found) > 0:
			r.Report(e.Key, "found %s beside %s: a mapping has one matcher key; put them in any: or all:", e.Key.Value, found[0])
			return false
		default:
			found = append(found, e.Key.Value)
		}
	}
	if len(found) == 0 {
		r.Report(r.node, "empty matcher; use one of %s", strings.Join(kinds, ", "))
	}
	return len(found) == 1
}

// matchers reads the entries of any or all.
func (r *matcherReader) matchers(n *yamldoc.Node, what string, all bool) []Matcher {
	items := r.List(n, what)
	if len(items) == 0 && n.Kind == yamldoc.List {
		r.Report(n, "%s is empty", what)
	}
	var out []Matcher
	for i, item := range items {
		out = append(out, r.matcher(item, r.site.inside(all && i > 0)))
	}
	return out
}

// words compiles phrases that stand in the rule.
func (r *ruleReader) words(phrases []*yamldoc.Node, o match.Options) match.Finder {
	phrases = r.checkNames(&r.reader, phrases, r.pack.Name)
	if len(phrases) == 0 {
		return 0
	}
	finder, mistakes := r.build.Words(values(phrases), o)
	r.reportSyntax(phrases, mistakes)
	return finder
}

// options returns how phrases at the site are read: exceptions are written
// plainly, so they never take a disguised spelling for theirs.
func (r *matcherReader) options() match.Options {
	if r.site.part == inUnless {
		return match.Options{}
	}
	return r.spell
}

func (r *matcherReader) readWords(n *yamldoc.Node) {
	var phrases []*yamldoc.Node
	if n.Kind == yamldoc.Map {
		phrases = r.rewordings(n)
	} else {
		phrases = r.phrases(n, "words")
	}
	if r.site.part == inFind {
		for _, phrase := range phrases {
			for _, name := range names(phrase.Value) {
				r.pieces[name] = true
			}
		}
	}
	r.m.Text = r.words(phrases, r.options())
}

// rewordings reads a map phrase: rewording. Pieces of the phrase may stand in
// the rewording.
func (r *matcherReader) rewordings(n *yamldoc.Node) []*yamldoc.Node {
	var phrases []*yamldoc.Node
	if len(n.Keys) == 0 {
		r.Report(n, "words is empty: it would match nothing")
	}
	if r.site.part != inFind {
		r.Report(n, "a rewording of words stands in %s; it can stand in find alone", r.site.part)
	}
	for _, e := range n.Keys {
		switch {
		case e.Key.Tag != "!!str":
			r.Report(e.Key, "a phrase must be text; put it in quotes")
			continue
		case len(e.Key.Value) > maxPhrase:
			r.Report(e.Key, "a phrase of %d bytes; at most %d are read", len(e.Key.Value), maxPhrase)
			continue
		}
		rewording := r.text(e.Value, "a rewording")
		pieces := map[string]bool{}
		for _, name := range names(e.Key.Value) {
			pieces[name] = true
		}
		for _, name := range names(rewording) {
			if name != "match" && !pieces[name] {
				r.unknownPiece(e.Value, name, pieces, "rewording")
			}
		}
		phrases = append(phrases, e.Key)
		r.m.Rewrite = append(r.m.Rewrite, rewording)
	}
	return phrases
}

func (r *matcherReader) readRegexp(n *yamldoc.Node) {
	expr := r.String(n, "regexp")
	if expr == "" {
		return
	}
	if len(expr) > maxRegexp {
		r.Report(n, "a regexp of %d bytes; at most %d are read: use words, or several regexps under any", len(expr), maxRegexp)
		return
	}
	finder, mistake := r.build.Regexp(expr)
	if mistake != nil {
		r.reportIn(n, mistake.Offset, "%s", mistake.Text)
	}
	r.m.Text = finder
}

func (r *matcherReader) readAtLeast(n *yamldoc.Node) {
	r.m.AtLeast = r.Int(n, "at_least", 2, maxSignals)
	if r.node.Get("of") == nil {
		r.Report(n, "at_least has no of: the signals to count, as of: {name: matcher}")
	}
}

func (r *matcherReader) readOf(n *yamldoc.Node) {
	at := r.node.Get("at_least")
	if at == nil {
		r.Report(n, "of goes with at_least")
		return
	}
	entries := r.Entries(n, "of")
	for _, e := range entries {
		if !isName(e.Key.Value) {
			r.Report(e.Key, "signal %q isn't a name: use lower-case letters, digits and hyphens", shorten(e.Key.Value))
		}
		r.m.Of = append(r.m.Of, Signal{e.Key.Value, r.matcher(e.Value, r.site.inside(false))})
	}
	if len(entries) < r.m.AtLeast {
		r.Report(at, "at_least: %d of %d signals can never hold", r.m.AtLeast, len(entries))
	}
}

// checkDetails reports in and within where they say nothing.
func (r *matcherReader) checkDetails() {
	m := &r.m
	joins := m.All != nil || m.AtLeast > 0
	text := joins || m.Text != 0 || m.Any != nil
	if at := r.node.Get("within"); at != nil && !joins && !(r.site.entry && text) {
		r.Report(at, "within goes with all, at_least, or an entry of unless or error_if that looks for text")
	}
	if at := r.node.Get("in"); at != nil && !text && m.Over == nil {
		r.Report(at, "in goes with matchers that look at text")
	}
}
