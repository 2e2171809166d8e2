package match

import (
	"fmt"
	"slices"

	"github.com/postvet/postvet/internal/text"
)

// elem is one step of a flat pattern: an operation in its upper four bits and
// the operation's argument below.
type elem uint32

const (
	opWord  = elem(iota) << 28 // the word with this number
	opSet                      // a word of this set
	opExact                    // the word spelt exactly so
	opName                     // a stretch that bears this name
	opGap                      // up to so many words, as few as possible
	opAny                      // any one word
	opStart                    // no word: the start of a sentence
	opOrder                    // no word: where a command can begin
	opTag                      // no word: the next word starts a hashtag

	opMask  = elem(15) << 28
	argMask = 1<<28 - 1
)

func (e elem) op() elem { return e & opMask }
func (e elem) arg() int { return int(e & argMask) }

// maxExpansions is the number of flat patterns that one phrase may stand for;
// maxElems the number of steps of one.
const (
	maxExpansions = 512
	maxElems      = 48
)

// maxInline is the number of flat patterns up to which a phrase is spelt out;
// beyond it its groups become nameless lists.
const maxInline = 8

// expand turns a parsed phrase into the flat patterns it stands for.
func (b *Builder) expand(nodes []node, o Options) ([][]elem, error) {
	steps := make([][][]elem, len(nodes))
	total := 1
	for i, n := range nodes {
		alts, err := b.alternatives(n, o)
		if err != nil {
			return nil, err
		}
		steps[i] = alts
		total = min(total*len(alts), 1<<20)
	}
	for total > maxInline {
		largest := -1
		for i := range steps {
			if len(b.foldable(steps[i])) > 1 && (largest < 0 || len(steps[i]) > len(steps[largest])) {
				largest = i
			}
		}
		if largest < 0 {
			break
		}
		steps[largest] = b.fold(steps[largest])
		total = 1
		for _, alts := range steps {
			total = min(total*len(alts), 1<<20)
		}
	}
	if total > maxExpansions {
		return nil, fmt.Errorf("a phrase that stands for more than %d; split it, or make a list of a group", maxExpansions)
	}
	out := [][]elem{nil}
	for _, alts := range steps {
		next := make([][]elem, 0, len(out)*len(alts))
		for _, head := range out {
			for _, alt := range alts {
				next = append(next, slices.Concat(head, alt))
			}
		}
		out = next
	}
	for _, p := range out {
		if len(p) > maxElems {
			return nil, fmt.Errorf("a phrase of more than %d words", maxElems)
		}
	}
	return out, nil
}

// foldable returns the alternatives that can be entries of a list: those with
// a word and without a gap, whose skipped words a list would forget.
func (b *Builder) foldable(alts [][]elem) [][]elem {
	var out [][]elem
	for _, alt := range alts {
		isGap := func(e elem) bool { return e.op() == opGap }
		if slices.ContainsFunc(alt, anchors) && !slices.ContainsFunc(alt, isGap) {
			out = append(out, alt)
		}
	}
	return out
}

// fold makes a nameless list of the alternatives that can be entries of one.
func (b *Builder) fold(alts [][]elem) [][]elem {
	entries := b.foldable(alts)
	var key string
	for _, e := range entries {
		key += stepsKey(e) + "|"
	}
	id, ok := b.groups[key]
	if !ok {
		id = len(b.p.names)
		b.p.names = append(b.p.names, nameless)
		b.groups[key] = id
		b.defined[id] = true
		for _, e := range entries {
			b.addPattern(e, owner{list: int32(id)})
		}
	}
	out := [][]elem{{opName | elem(id)}}
	for _, alt := range alts {
		if !slices.ContainsFunc(entries, func(e []elem) bool { return slices.Equal(e, alt) }) {
			out = append(out, alt)
		}
	}
	return out
}

// alternatives returns what a node can be; single words are one set.
func (b *Builder) alternatives(n node, o Options) ([][]elem, error) {
	switch n.kind {
	case nodeWord:
		return b.word(n, o), nil
	case nodeGap:
		return [][]elem{{opGap | elem(n.max)}}, nil
	case nodeTag:
		return [][]elem{{opTag}}, nil
	case nodeName:
		e, err := b.nameElem(n.word)
		return [][]elem{{e}}, err
	}
	var ids []text.ID
	var out [][]elem
	for _, alt := range n.alts {
		expanded, err := b.expand(alt, o)
		if err != nil {
			return nil, err
		}
		for _, p := range expanded {
			if len(p) == 1 && (p[0].op() == opWord || p[0].op() == opSet) {
				ids = append(ids, b.members(p[0])...)
			} else if !slices.ContainsFunc(out, func(q []elem) bool { return slices.Equal(p, q) }) {
				out = append(out, p)
			}
		}
	}
	if len(ids) > 0 {
		out = append(out, []elem{b.set(ids)})
	}
	return out, nil
}

// word returns the elem of a word with its forms and readings.
func (b *Builder) word(n node, o Options) [][]elem {
	if o.CaseExact {
		return [][]elem{{opExact | elem(b.exact(n.exact, b.lex.Add(n.word)))}}
	}
	spelled := []string{n.word}
	if n.inflect {
		spelled = forms(n.word)
	}
	var ids []text.ID
	for _, w := range spelled {
		ids = append(ids, b.lex.Add(w))
		if o.Obfuscated && len(w) >= 3 {
			ids = append(ids, b.lex.AddMasked(w))
		}
	}
	return [][]elem{{b.set(ids)}}
}

// set returns the elem for any of ids.
func (b *Builder) set(ids []text.ID) elem {
	slices.Sort(ids)
	ids = slices.Compact(ids)
	if len(ids) == 1 {
		return opWord | elem(ids[0])
	}
	key := fmt.Sprint(ids)
	k, ok := b.setIndex[key]
	if !ok {
		k = len(b.sets)
		b.setIndex[key] = k
		b.sets = append(b.sets, ids)
	}
	return opSet | elem(k)
}

// members returns the words of an opWord or opSet.
func (b *Builder) members(e elem) []text.ID {
	if e.op() == opWord {
		return []text.ID{text.ID(e.arg())}
	}
	return b.sets[e.arg()]
}

func (b *Builder) exact(s string, id text.ID) int {
	if i := slices.Index(b.p.exact, s); i >= 0 {
		return i
	}
	b.p.exact = append(b.p.exact, s)
	b.p.exactWords = b.p.exactWords.Append(uint32(id))
	return len(b.p.exact) - 1
}

func (b *Builder) nameElem(name string) (elem, error) {
	switch name {
	case "word":
		return opAny, nil
	case "start":
		return opStart, nil
	case "order":
		return opOrder, nil
	}
	id, ok := b.nameID[name]
	if !ok {
		return 0, fmt.Errorf("unknown name <%s>", name)
	}
	return opName | elem(id), nil
}
