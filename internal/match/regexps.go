package match

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
	"sync"
	"unicode"
)

// expression is a regexp finder, or the part of one that is a few fixed texts.
type expression struct {
	source   string // over folded text; "" for fixed texts
	finder   Finder
	literals []string // while building: one of these stands in every match
	gated    bool     // it has literals; without any it runs on every sentence
	demands  byteSet  // bytes of which one stands in every match, where no literals are known
	anchored bool     // uses ^ or $, so that it must see whole sentences
	finite   bool     // matches its literals and nothing else
	prefix   bool     // every match starts with one of its literals
	left     bool     // a literal must start at a word border
	right    bool     // and a finite one end at one
	compile  func() *regexp.Regexp
}

// Bounds of a regexp and of the text it sees at once. Long sentences are seen
// through windows around its literals, because the standard library is
// quadratic for some expressions.
const (
	maxRepeat = 64
	maxRegexp = 4000
	wholeUpTo = 600
	window    = 250
)

// Regexp adds a finder for an RE2 expression over one sentence's folded text.
func (b *Builder) Regexp(expr string) (Finder, *SyntaxError) {
	tree, err := parseRegexp(expr)
	if err != nil {
		return 0, &SyntaxError{Text: err.Error()}
	}
	b.p.finders++
	c := coreOf(tree)
	texts, rest := c.split()
	if len(texts) > 0 {
		b.p.regexps = append(b.p.regexps, &expression{finder: b.p.finders, literals: texts, gated: true, finite: true, left: c.left, right: c.right})
		tree = c.with(rest)
	}
	if len(rest) > 0 {
		e := &expression{source: tree.String(), finder: b.p.finders, literals: required(tree), anchored: anchored(tree)}
		e.gate(tree, rest, c.left)
		e.gated = len(e.literals) > 0
		e.lazy()
		b.p.regexps = append(b.p.regexps, e)
	}
	return b.p.finders, nil
}

// gate has the expression tried only where one of its prefixes stands, if it
// has prefixes worth it.
func (e *expression) gate(tree *syntax.Regexp, alternatives []*syntax.Regexp, left bool) {
	all := prefixes(&syntax.Regexp{Op: syntax.OpAlternate, Sub: alternatives})
	if e.anchored || shortest(all) < gram || !left && shortest(all) <= gram {
		return
	}
	e.literals, e.prefix, e.left = shorten(all), true, left
	e.source = "^(?:" + tree.String() + ")"
}

func parseRegexp(expr string) (*syntax.Regexp, error) {
	if len(expr) > maxRegexp {
		return nil, fmt.Errorf("a regexp of %d bytes; at most %d are accepted", len(expr), maxRegexp)
	}
	tree, err := syntax.Parse(expr, syntax.Perl|syntax.FoldCase)
	if err != nil {
		if e, ok := err.(*syntax.Error); ok {
			return nil, fmt.Errorf("no valid regexp: %s in %q; RE2 syntax is accepted", e.Code, e.Expr)
		}
		return nil, fmt.Errorf("no valid regexp; RE2 syntax is accepted")
	}
	if n := largestRepeat(tree); n > maxRepeat {
		return nil, fmt.Errorf("a regexp that repeats a part up to %d times; at most %d are accepted", n, maxRepeat)
	}
	if matchesNothing(tree) {
		return nil, fmt.Errorf("a regexp that matches nothing at all; name at least one character")
	}
	lower(tree)
	return tree, nil
}

// lazy sets the compiled form up for its first use.
func (e *expression) lazy() {
	if !e.gated {
		if tree, err := syntax.Parse(e.source, syntax.Perl); err == nil {
			e.demands = demanded(tree)
		}
	}
	e.compile = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(e.source) })
}

// lower turns the literals of a case-insensitive expression into lower case,
// which folded text is in; matching is faster than with both cases.
func lower(re *syntax.Regexp) {
	re.Flags &^= syntax.FoldCase
	if re.Op == syntax.OpLiteral {
		for i, r := range re.Rune {
			re.Rune[i] = unicode.ToLower(r)
		}
	}
	for _, sub := range re.Sub {
		lower(sub)
	}
}

// matchesNothing reports whether an expression matches where no text is.
func matchesNothing(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpLiteral, syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL, syntax.OpNoMatch:
		return false
	case syntax.OpCapture, syntax.OpPlus:
		return matchesNothing(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min == 0 || matchesNothing(re.Sub[0])
	case syntax.OpConcat:
		return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !matchesNothing(sub) })
	case syntax.OpAlternate:
		return slices.ContainsFunc(re.Sub, matchesNothing)
	}
	return true // borders, and what may be left out
}

func largestRepeat(re *syntax.Regexp) int {
	n := 0
	if re.Op == syntax.OpRepeat {
		n = max(re.Min, re.Max)
	}
	for _, sub := range re.Sub {
		n = max(n, largestRepeat(sub))
	}
	return n
}

func anchored(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText:
		return true
	}
	for _, sub := range re.Sub {
		if anchored(sub) {
			return true
		}
	}
	return false
}

// scanRegexps runs the layer's regexps where their literals stand.
func (p *Program) scanRegexps(h *Hits, selection *Selection) {
	if len(p.regexps) == 0 {
		return
	}
	until := make([]int, len(p.regexps)) // Folded up to here has been seen
	for k := range h.Text.Sentences {
		folded, base := h.Text.FoldedSentence(k)
		p.literals.scan(folded, func(i, at, n int) {
			e := p.regexps[i]
			switch {
			case !selection.asks(e.finder):
				return
			case e.left && at > 0 && isWord(folded[at-1]) && isWord(folded[at]):
				return
			case e.finite:
				until[i] = max(until[i], e.literal(h, k, folded, at, n, until[i]-base))
				return
			case e.prefix:
				if at >= until[i]-base {
					until[i] = max(until[i], e.find(h, k, folded, at, min(len(folded), at+2*window)))
				}
				return
			}
			from, to := 0, len(folded)
			if len(folded) > wholeUpTo && !e.anchored {
				from, to = border(folded, at-window), border(folded, at+window)
			}
			from = max(from, until[i]-base)
			if at < until[i]-base || from >= to {
				return
			}
			until[i] = max(e.find(h, k, folded, from, to), base+to)
		})
	}
}

// Ungated reports whether a finder is a regexp without a literal: its matches
// are only looked for when Of asks for them.
func (p *Program) Ungated(f Finder) bool { return p.ungatedAt[f] != nil }

// scanWhole runs a regexp over every sentence that may hold a match.
func (e *expression) scanWhole(h *Hits) {
	for k := range h.Text.Sentences {
		if folded, _ := h.Text.FoldedSentence(k); e.possible(folded) {
			e.find(h, k, folded, 0, len(folded))
		}
	}
}

// possible reports whether a sentence holds what every match must.
func (e *expression) possible(f []byte) bool {
	return e.demands == nil || slices.ContainsFunc(f, func(b byte) bool { return e.demands[b] })
}

// literal adds a finite expression's match where it stands between borders
// and behind seen, and returns its end in Folded. Of those with one start the
// longest counts.
func (e *expression) literal(h *Hits, k int, f []byte, at, n, seen int) int {
	if end := at + n; e.right && end < len(f) && isWord(f[end-1]) && isWord(f[end]) {
		return 0
	}
	_, base := h.Text.FoldedSentence(k)
	if at < seen {
		h.lengthen(e.finder, base+at, base+at+n)
		return 0
	}
	e.add(h, k, base+at, base+at+n)
	return base + at + n
}

func isWord(b byte) bool {
	return 'a' <= b && b <= 'z' || '0' <= b && b <= '9' || b == '_'
}

// border returns the nearest place at or before i that is not inside a word.
func border(f []byte, i int) int {
	if i <= 0 {
		return 0
	}
	if i >= len(f) {
		return len(f)
	}
	for k := i; k > 0 && i-k < 64; k-- {
		if f[k-1] == ' ' {
			return k
		}
	}
	return i
}

// find adds all matches in folded[from:to] and returns the end of the last
// one in Folded.
func (e *expression) find(h *Hits, k int, folded []byte, from, to int) int {
	_, base := h.Text.FoldedSentence(k)
	end := 0
	for from < to {
		loc := e.compile().FindIndex(folded[from:to])
		if loc == nil {
			return end
		}
		if loc[1] > loc[0] {
			e.add(h, k, base+from+loc[0], base+from+loc[1])
			end = base + from + loc[1]
		}
		if e.prefix { // tried at its prefix alone
			return end
		}
		from += max(loc[1], loc[0]+1)
	}
	return end
}

func (e *expression) add(h *Hits, k, start, stop int) {
	a, b := h.Text.RawSpan(start, stop)
	s := &h.Text.Sentences[k]
	first, end := s.End, s.First
	for i := s.First; i < s.End; i++ {
		if w := &h.Text.Words[i]; int(w.End) > a && int(w.Start) < b {
			first, end = min(first, i), max(end, i+1)
		}
	}
	if first >= end {
		return
	}
	h.add(Match{Finder: e.finder, First: first, End: end, Start: int32(a), Stop: int32(b), Sentence: int32(k)}, nil)
}
