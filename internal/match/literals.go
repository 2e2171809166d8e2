package match

import (
	"regexp/syntax"
	"slices"
	"unicode"
)

// maxLiterals bounds the literals an expression is gated by; gram is the least
// length of one worth gating by, prefixBytes the most that is kept of a prefix.
const (
	maxLiterals = 1000
	gram        = 2
	prefixBytes = 8
)

// required returns strings of which one stands in every match, nil if none of
// use are known.
func required(re *syntax.Regexp) []string {
	_, best := literals(re)
	if shortest(best) < gram {
		return nil
	}
	return best
}

// prefixes returns texts of which one opens every match, nil if none are known.
func prefixes(re *syntax.Regexp) []string {
	exact, _ := literals(re)
	if exact != nil {
		return exact
	}
	switch re.Op {
	case syntax.OpCapture, syntax.OpPlus:
		return prefixes(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return prefixes(re.Sub[0])
		}
	case syntax.OpAlternate:
		all := []string{}
		for _, sub := range re.Sub {
			all = extend(all, prefixes(sub))
		}
		return all
	case syntax.OpConcat:
		run := []string{""}
		for _, sub := range re.Sub {
			exact, _ := literals(sub)
			next := exact
			if exact == nil {
				next = prefixes(sub)
			}
			if next == nil || len(run)*len(next) > maxLiterals {
				return run
			}
			if run = shorten(product(run, next)); exact == nil {
				return run
			}
		}
		return run
	}
	return nil
}

// byteSet is a set of bytes; nil is no demand.
type byteSet *[256]bool

// demanded returns bytes, none of them a letter or space, of which one stands
// in every match; nil if none are known. Where no literal is, they tell the
// sentences that can be passed over.
func demanded(re *syntax.Regexp) byteSet {
	switch re.Op {
	case syntax.OpCharClass:
		return signs(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return demanded(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return demanded(re.Sub[0])
		}
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if d := demanded(sub); d != nil {
				return d
			}
		}
	case syntax.OpAlternate:
		var all [256]bool
		for _, sub := range re.Sub {
			d := demanded(sub)
			if d == nil {
				return nil
			}
			for b, in := range d {
				all[b] = all[b] || in
			}
		}
		return &all
	}
	return nil
}

// signs returns a class as bytes, nil if it holds letters, spaces or anything
// beyond ASCII.
func signs(ranges []rune) byteSet {
	var all [256]bool
	for i := 0; i+1 < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if r <= ' ' || r > '~' || unicode.IsLetter(r) {
				return nil
			}
			all[r] = true
		}
	}
	return &all
}

// shorten cuts texts to what is kept of a prefix.
func shorten(texts []string) []string {
	for i, s := range texts {
		texts[i] = s[:min(len(s), prefixBytes)]
	}
	slices.Sort(texts)
	return slices.Compact(texts)
}

func shortest(s []string) int {
	if len(s) == 0 {
		return 0
	}
	n := len(s[0])
	for _, x := range s {
		n = min(n, len(x))
	}
	return n
}

// literals returns all texts that re can be (exact, nil if too many) and the
// best set of which one stands in each.
func literals(re *syntax.Regexp) (exact, best []string) {
	switch re.Op {
	case syntax.OpLiteral:
		s := string(re.Rune)
		return []string{s}, []string{s}
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return []string{""}, nil
	case syntax.OpCharClass:
		return class(re.Rune), nil
	case syntax.OpCapture:
		return literals(re.Sub[0])
	case syntax.OpQuest:
		if exact, _ = literals(re.Sub[0]); exact != nil {
			exact = append([]string{""}, exact...)
		}
		return exact, nil
	case syntax.OpPlus:
		_, best = literals(re.Sub[0])
		return nil, best
	case syntax.OpRepeat:
		if re.Min > 0 {
			_, best = literals(re.Sub[0])
		}
		return nil, best
	case syntax.OpAlternate:
		return alternate(re.Sub)
	case syntax.OpConcat:
		return concat(re.Sub)
	}
	return nil, nil
}

// class spells out small character classes, both cases being one letter.
func class(ranges []rune) []string {
	seen := map[rune]bool{}
	var out []string
	for i := 0; i+1 < len(ranges); i += 2 {
		if ranges[i+1]-ranges[i] > 9 {
			return nil
		}
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if l := unicode.ToLower(r); !seen[l] && l < 0x80 {
				seen[l] = true
				out = append(out, string(l))
			}
		}
	}
	return out
}

func alternate(subs []*syntax.Regexp) (exact, best []string) {
	exact, best = []string{}, []string{}
	for _, sub := range subs {
		e, b := literals(sub)
		if b == nil && shortest(e) > 0 {
			b = e
		}
		if exact = extend(exact, e); exact == nil && best == nil {
			return nil, nil
		}
		best = extend(best, b)
	}
	return exact, best
}

// extend adds more to all; nil, which is unknown, stays so.
func extend(all, more []string) []string {
	if all == nil || more == nil || len(all)+len(more) > maxLiterals {
		return nil
	}
	return append(all, more...)
}

func concat(subs []*syntax.Regexp) (exact, best []string) {
	run := []string{""}
	whole := true
	consider := func(s []string) {
		if shortest(s) > shortest(best) {
			best = s
		}
	}
	for _, sub := range subs {
		e, b := literals(sub)
		if sub.Op == syntax.OpPlus || sub.Op == syntax.OpRepeat && sub.Min > 0 {
			// Its first round still belongs to the run.
			if once, _ := literals(sub.Sub[0]); once != nil && len(run)*len(once) <= maxLiterals {
				consider(product(run, once))
			}
		}
		if e == nil || len(run)*len(e) > maxLiterals {
			whole = false
			consider(run)
			consider(b)
			if run = e; e == nil {
				run = []string{""}
			}
			continue
		}
		run = product(run, e)
		consider(run)
	}
	if whole {
		return run, best
	}
	return nil, best
}

// product returns each head with each tail behind it.
func product(heads, tails []string) []string {
	out := make([]string, 0, len(heads)*len(tails))
	for _, head := range heads {
		for _, tail := range tails {
			out = append(out, head+tail)
		}
	}
	return out
}
