package rule

import (
	"fmt"
	"strings"

	"github.com/postvet/postvet/internal/match"
	"github.com/postvet/postvet/internal/yamldoc"
)

// Lint says what the pack of that name lacks of what a good pack has besides
// what it needs to load: the words a reader needs, references, examples, and
// for each exception a flagged example in which the excuse stands beside the
// offence and doesn't cover it. Whether examples behave is for the tests of
// rules to say.
func (s *Set) Lint(pack string) yamldoc.Problems {
	p := s.Pack(pack)
	if p == nil {
		return nil
	}
	l := linter{scan: s.Program.NewScanner(nil), pack: p}
	l.need(1, "the pack", map[string]string{"title": p.Title, "summary": p.Summary, "version": p.Version, "effective": p.Effective, "review_by": p.ReviewBy})
	for _, r := range s.Rules {
		if r.Pack == p {
			l.rule(r)
		}
	}
	l.problems.Sort()
	return l.problems
}

type linter struct {
	scan     *match.Scanner
	pack     *Pack
	problems yamldoc.Problems
}

func (l *linter) say(line int, format string, args ...any) {
	l.problems = append(l.problems, yamldoc.Problem{Path: l.pack.Path, Line: line, Column: 1, Text: fmt.Sprintf(format, args...)})
}

// need asks for texts by the key they stand under.
func (l *linter) need(line int, what string, texts map[string]string) {
	for _, name := range []string{"title", "summary", "version", "effective", "review_by", "why", "instead"} {
		if text, asked := texts[name]; asked && strings.TrimSpace(text) == "" {
			l.say(line, "%s has no %s", what, name)
		}
	}
}

// What a good rule has at least of each.
const (
	goodReferences = 1
	goodExamples   = 2
)

func (l *linter) rule(r *Rule) {
	what := fmt.Sprintf("rule %q", r.ID)
	l.need(r.Line, what, map[string]string{"title": r.Title, "why": r.Why, "instead": r.Instead})
	if len(r.References) < goodReferences {
		l.say(r.Line, "%s has no references; name a policy that asks for it", what)
	}
	for _, e := range []struct {
		name     string
		examples []Example
	}{{"flagged", r.Flagged}, {"allowed", r.Allowed}} {
		if n := len(e.examples); n < goodExamples {
			l.say(r.Line, "%s has %d %s examples; give at least %d", what, n, e.name, goodExamples)
		}
	}
	if !l.anyFlagged(r, func(h *match.Hits) bool { return l.allowed(r, h) }) && len(r.Allow) > 0 {
		l.say(r.Line, "%s: no flagged example has an allowed phrase beside the offence", what)
	}
	for i := range r.Unless {
		m := &r.Unless[i]
		if r.excusesPost(m) || !m.looksAtText() {
			continue
		}
		if !l.anyFlagged(r, func(h *match.Hits) bool { return m.standsIn(h, true) }) {
			l.say(r.Line, "%s: no flagged example has what entry %d of unless looks for, standing where it doesn't excuse", what, i+1)
		}
	}
}

// anyFlagged reports whether a text of a flagged example is so.
func (l *linter) anyFlagged(r *Rule, so func(*match.Hits) bool) bool {
	for _, e := range r.Flagged {
		for _, text := range e.texts() {
			if so(l.scan.Scan(text)) {
				return true
			}
		}
	}
	return false
}

func (l *linter) allowed(r *Rule, h *match.Hits) bool {
	for _, f := range r.Allow {
		if len(h.Of(f)) > 0 {
			return true
		}
	}
	return false
}

// excusesPost reports whether an exception excuses every match in the post,
// so that no excuse can stand beside an offence: its scope is the post, it
// looks at other fields, or the finding is of the whole post.
func (r *Rule) excusesPost(m *Matcher) bool {
	whole := r.Find.Record != nil || r.Find.Media != nil || r.Find.Over != nil
	return whole || m.Within.Unit == InPost || len(m.In) > 0
}

// looksAtText reports whether the matcher looks for text or a context.
func (m *Matcher) looksAtText() bool {
	looks := false
	m.each(func(one *Matcher) { looks = looks || one.Text != 0 || one.Context != nil })
	return looks
}

// standsIn reports whether what the matcher looks for stands somewhere in a
// text; of what it asks of metadata and measures, rest is taken.
func (m *Matcher) standsIn(h *match.Hits, rest bool) bool {
	switch {
	case m.Text != 0:
		return len(h.Of(m.Text)) > 0
	case m.Any != nil:
		return anyOf(m.Any, func(one *Matcher) bool { return one.standsIn(h, rest) })
	case m.All != nil:
		return !anyOf(m.All, func(one *Matcher) bool { return !one.standsIn(h, rest) })
	case m.Of != nil:
		n := 0
		for i := range m.Of {
			if m.Of[i].Matcher.standsIn(h, rest) {
				n++
			}
		}
		return n >= m.AtLeast
	case m.Context != nil:
		return m.cueIn(h)
	}
	return rest
}

// cueIn reports whether some word of the text stands in one of the contexts.
func (m *Matcher) cueIn(h *match.Hits) bool {
	for _, kind := range m.Context {
		for w := range int32(len(h.Text.Words)) {
			if h.Cue(kind, w, w+1) {
				return true
			}
		}
	}
	return false
}

func anyOf(all []Matcher, so func(*Matcher) bool) bool {
	for i := range all {
		if so(&all[i]) {
			return true
		}
	}
	return false
}
