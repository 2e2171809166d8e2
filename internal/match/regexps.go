package match

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"sync"
)

// expression is a regexp finder.
type expression struct {
	source   string
	finder   Finder
	literals []string // one of these stands in every match; none: it runs on every sentence
	anchored bool     // uses ^ or $, so that it must see whole sentences
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
	e, err := newExpression(expr)
	if err != nil {
		return 0, &SyntaxError{Text: err.Error()}
	}
	b.p.finders++
	e.finder = b.p.finders
	b.p.regexps = append(b.p.regexps, e)
	return e.finder, nil
}

func newExpression(expr string) (*expression, error) {
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
	if re := regexp.MustCompile("(?i)" + expr); re.MatchString("") {
		return nil, fmt.Errorf("a regexp that matches nothing at all; name at least one character")
	}
	e := &expression{source: expr, literals: required(tree), anchored: anchored(tree)}
	e.lazy()
	return e, nil
}

// lazy sets the compiled form up for its first use.
func (e *expression) lazy() {
	e.compile = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("(?i)" + e.source) })
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
func (p *Program) scanRegexps(h *Hits) {
	if len(p.regexps) == 0 {
		return
	}
	until := make([]int, len(p.regexps)) // Folded up to here has been seen
	for k := range h.Text.Sentences {
		folded, base := h.Text.FoldedSentence(k)
		p.grams.scan(folded, func(i, at int) {
			e := p.regexps[i]
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
		for i, e := range p.regexps {
			if len(e.literals) == 0 {
				e.find(h, k, folded, 0, len(folded))
				until[i] = base + len(folded)
			}
		}
	}
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
