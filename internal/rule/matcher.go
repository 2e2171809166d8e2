package rule

import (
	"strconv"

	"github.com/postvet/postvet/internal/match"
)

// Matcher is one condition on a post; exactly one of Text, Any, All, AtLeast,
// Record, Media, Over, Context and Found is set.
type Matcher struct {
	In      []string     // fields searched; nil means the rule's
	Text    match.Finder // words or regexp; 0 none
	Rewrite []string     // rewordings by phrase; nil where words is no map
	Any     []Matcher
	All     []Matcher
	AtLeast int // of Of
	Of      []Signal
	Within  Within // of All, Of, Unless and ErrorIf
	Record  []Condition
	Media   []Condition
	Over    *Over
	Context []string // cue kinds
	Found   int      // error_if: at_least found this many
}

// Signal is a named matcher of at_least.
type Signal struct {
	Name    string
	Matcher Matcher
}

// Within is a scope: how near things must stand.
type Within struct {
	Unit Unit
	N    int // of InWords and InSentences
}

// Unit of a scope.
type Unit uint8

// The units of a scope.
const (
	InSentence Unit = iota // the default
	InWords                // at most N words between nearest ends
	InSentences
	InParagraph
	InPart
	InFold
	InPost
)

// scope is a unit as rules write it; a counted one takes a number up to most
// before the name.
type scope struct {
	name string
	unit Unit
	most int
}

var scopes = []scope{
	{"sentence", InSentence, 0},
	{"words", InWords, 100},
	{"sentences", InSentences, 20},
	{"paragraph", InParagraph, 0},
	{"part", InPart, 0},
	{"fold", InFold, 0},
	{"post", InPost, 0},
}

// String returns the scope as rules write it.
func (w Within) String() string {
	for _, s := range scopes {
		switch {
		case s.unit != w.Unit:
		case s.most > 0:
			return strconv.Itoa(w.N) + " " + s.name
		default:
			return s.name
		}
	}
	return ""
}

// example returns a scope as one could write it.
func (s scope) example() string {
	if s.most > 0 {
		return "4 " + s.name
	}
	return s.name
}

// Over is a limit on a measure; it holds above the limit.
type Over struct {
	Measure  string // one of Measures
	Limit    int
	Platform bool // the limit is the platform's
}

// measure is what over: can count, whether platforms limit it, and the
// largest limit that makes sense.
type measure struct {
	name     string
	platform bool
	most     int
}

var measures = []measure{
	{"hashtags", true, 1000},
	{"mentions", false, 1000},
	{"links", false, 1000},
	{"emoji", false, 1000},
	{"capitals", false, 100}, // per cent of the letters
	{"graphemes", true, 1_000_000},
	{"x-weighted", true, 1_000_000}, // characters as X weighs them
	{"words", false, 1_000_000},
	{"grade", false, 30}, // reading grade
}

// Measures returns the names of what over: can count.
func Measures() []string {
	names := make([]string, len(measures))
	for i, m := range measures {
		names[i] = m.name
	}
	return names
}

// contexts are the kinds of cues that context: can ask for.
var contexts = []string{"negated", "debunked", "asked", "quoted", "conditional", "reported"}

// each calls do for m and every matcher in it.
func (m *Matcher) each(do func(*Matcher)) {
	do(m)
	for i := range m.Any {
		m.Any[i].each(do)
	}
	for i := range m.All {
		m.All[i].each(do)
	}
	for i := range m.Of {
		m.Of[i].Matcher.each(do)
	}
}

// EachFinder calls do for every finder that the rule may ask for matches.
func (r *Rule) EachFinder(do func(match.Finder)) {
	for _, f := range r.Allow {
		do(f)
	}
	ask := func(m *Matcher) {
		if m.Text != 0 {
			do(m.Text)
		}
	}
	r.Find.each(ask)
	for _, all := range [][]Matcher{r.Unless, r.ErrorIf} {
		for i := range all {
			all[i].each(ask)
		}
	}
}
