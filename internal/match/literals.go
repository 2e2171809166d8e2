package match

import (
	"maps"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
)

// maxLiterals bounds the literals one expression is gated by; gram is the
// least length of a literal worth gating by.
const (
	maxLiterals = 200
	gram        = 3
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
		s := strings.Map(unicode.ToLower, string(re.Rune))
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
		if ranges[i+1]-ranges[i] > 8 {
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
		if e == nil || len(run)*len(e) > maxLiterals {
			whole = false
			consider(run)
			consider(b)
			if run = e; e == nil {
				run = []string{""}
			}
			continue
		}
		next := make([]string, 0, len(run)*len(e))
		for _, head := range run {
			for _, tail := range e {
				next = append(next, head+tail)
			}
		}
		run = next
		consider(run)
	}
	if whole {
		return run, best
	}
	return nil, best
}

// gramTable finds literals by three of their bytes.
type gramTable struct {
	seen  [1 << 10]uint64 // bits by hash of three bytes
	table map[[gram]byte][]gramEntry
}

type gramEntry struct {
	literal string
	at      int   // where in the literal the three bytes stand
	owners  []int // regexps
}

func newGramTable(regexps []*expression) *gramTable {
	if len(regexps) == 0 {
		return nil
	}
	owners := map[string][]int{}
	for i, e := range regexps {
		for _, l := range e.literals {
			owners[l] = append(owners[l], i)
		}
	}
	t := &gramTable{table: map[[gram]byte][]gramEntry{}}
	for _, l := range slices.Sorted(maps.Keys(owners)) {
		at := rarest(l)
		key := [gram]byte([]byte(l[at : at+gram]))
		t.table[key] = append(t.table[key], gramEntry{l, at, slices.Compact(owners[l])})
		h := gramHash(key[0], key[1], key[2])
		t.seen[h>>6] |= 1 << (h & 63)
	}
	return t
}

func gramHash(a, b, c byte) uint32 {
	return (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA6B ^ uint32(c)*0xC2B2AE35) >> 16
}

// rarest returns where in the literal its least common three bytes stand.
func rarest(literal string) int {
	const frequent = " etaoinsrhldcumfpgwybvkxjqz"
	best, most := 0, -1
	for i := 0; i+gram <= len(literal); i++ {
		score := 0
		for _, c := range []byte(literal[i : i+gram]) {
			if k := strings.IndexByte(frequent, c); k >= 0 {
				score += k
			} else {
				score += len(frequent)
			}
		}
		if score > most {
			best, most = i, score
		}
	}
	return best
}

// scan calls found for each regexp a literal of which stands in f, with the
// place.
func (t *gramTable) scan(f []byte, found func(regexp, at int)) {
	for i := 0; i+gram <= len(f); i++ {
		h := gramHash(f[i], f[i+1], f[i+2])
		if t.seen[h>>6]&(1<<(h&63)) == 0 {
			continue
		}
		for _, e := range t.table[[gram]byte{f[i], f[i+1], f[i+2]}] {
			start := i - e.at
			if start < 0 || start+len(e.literal) > len(f) || string(f[start:start+len(e.literal)]) != e.literal {
				continue
			}
			for _, o := range e.owners {
				found(o, start)
			}
		}
	}
}
