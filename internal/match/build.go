package match

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Build compiles everything; the error names a cycle of lists.
func (b *Builder) Build() (*Program, error) {
	if err := b.readMasked(); err != nil {
		return nil, err
	}
	levels, err := b.levels()
	if err != nil {
		return nil, err
	}
	p := b.p
	p.lex = b.lex
	for _, s := range b.sets {
		for _, id := range s {
			p.setWords = p.setWords.Append(uint32(id))
		}
		p.setEnds = p.setEnds.Append(uint32(p.setWords.Len()))
	}
	b.index(levels)
	p.literals = newLiteralTable(p.regexps)
	p.prepare()
	return p, nil
}

// levels orders the lists of this layer: a list's level is above those of the
// lists it uses.
func (b *Builder) levels() (map[int]int, error) {
	uses := map[int]map[int]bool{}
	for _, p := range b.patterns {
		for _, o := range p.owners {
			for _, e := range p.elems {
				if o.finder == 0 && e.op() == opName && b.defined[e.arg()] {
					if uses[int(o.list)] == nil {
						uses[int(o.list)] = map[int]bool{}
					}
					uses[int(o.list)][e.arg()] = true
				}
			}
		}
	}
	levels := map[int]int{}
	var visit func(id int, path []int) error
	visit = func(id int, path []int) error {
		if i := slices.Index(path, id); i >= 0 {
			var names []string
			for _, p := range append(path[i:], id) {
				names = append(names, "<"+b.p.names[p]+">")
			}
			return fmt.Errorf("lists that use each other: %s", strings.Join(names, " → "))
		}
		if _, done := levels[id]; done {
			return nil
		}
		level := 0
		for _, u := range slices.Sorted(maps.Keys(uses[id])) {
			if err := visit(u, append(path, id)); err != nil {
				return err
			}
			level = max(level, levels[u]+1)
		}
		levels[id] = level
		return nil
	}
	for _, id := range slices.Sorted(maps.Keys(b.defined)) {
		if err := visit(id, nil); err != nil {
			return nil, err
		}
	}
	return levels, nil
}

// mask notes the lists that a phrase of an obfuscated finder uses.
func (b *Builder) mask(nodes []node) {
	for _, n := range nodes {
		for _, alt := range n.alts {
			b.mask(alt)
		}
		if id, ok := b.nameID[n.word]; n.kind == nodeName && ok && id >= b.p.firstName {
			b.masked[id] = true
		}
	}
}

// readMasked adds the masked spellings of the lists that need them. Lists may
// be defined behind the finders that use them, so this waits for Build.
func (b *Builder) readMasked() error {
	for done := map[int]bool{}; len(done) < len(b.masked); {
		for _, id := range slices.Sorted(maps.Keys(b.masked)) {
			if done[id] {
				continue
			}
			done[id] = true
			for _, s := range b.sources[id] {
				b.mask(s.nodes)
				if err := b.addNodes(s.nodes, Options{Obfuscated: true}, s.to); err != nil {
					return fmt.Errorf("list <%s>: %w", b.p.names[id], err)
				}
			}
		}
	}
	return nil
}
