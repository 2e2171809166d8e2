package match

import (
	"regexp/syntax"
	"slices"
)

// core is an expression without the word borders that it must stand between.
type core struct {
	alternatives []*syntax.Regexp
	left, right  bool
}

func coreOf(re *syntax.Regexp) core {
	for re.Op == syntax.OpCapture {
		re = re.Sub[0]
	}
	var c core
	subs := []*syntax.Regexp{re}
	if re.Op == syntax.OpConcat {
		subs = re.Sub
	}
	if subs[0].Op == syntax.OpWordBoundary {
		subs, c.left = subs[1:], true
	}
	if n := len(subs); n > 0 && subs[n-1].Op == syntax.OpWordBoundary {
		subs, c.right = subs[:n-1], true
	}
	if len(subs) != 1 {
		c.alternatives = []*syntax.Regexp{{Op: syntax.OpConcat, Sub: subs}}
		return c
	}
	for re = subs[0]; re.Op == syntax.OpCapture; {
		re = re.Sub[0]
	}
	c.alternatives = []*syntax.Regexp{re}
	if re.Op == syntax.OpAlternate {
		c.alternatives = re.Sub
	}
	return c
}

// split parts the alternatives that are a few fixed texts from the others.
func (c core) split() (texts []string, rest []*syntax.Regexp) {
	for _, re := range c.alternatives {
		all, _ := literals(re)
		if looksAround(re) || shortest(all) < gram || len(texts)+len(all) > maxLiterals {
			rest = append(rest, re)
		} else {
			texts = append(texts, all...)
		}
	}
	return texts, rest
}

// with returns an expression of these alternatives between the core's borders.
func (c core) with(alternatives []*syntax.Regexp) *syntax.Regexp {
	border := &syntax.Regexp{Op: syntax.OpWordBoundary}
	re := &syntax.Regexp{Op: syntax.OpConcat}
	if c.left {
		re.Sub = append(re.Sub, border)
	}
	re.Sub = append(re.Sub, &syntax.Regexp{Op: syntax.OpAlternate, Sub: alternatives})
	if c.right {
		re.Sub = append(re.Sub, border)
	}
	return re
}

// looksAround reports whether an expression asks anything of what stands
// beside it.
func looksAround(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return true
	}
	return anchored(re) || slices.ContainsFunc(re.Sub, looksAround)
}
