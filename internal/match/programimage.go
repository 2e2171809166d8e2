package match

import (
	"maps"
	"slices"

	"github.com/postvet/postvet/internal/image"
	"github.com/postvet/postvet/internal/text"
)

// Write adds the program to an image; it must stand on no base.
func (p *Program) Write(w *image.Writer) {
	p.lex.Write(w)
	w.Strings(p.names)
	w.Int(p.firstName)
	w.Int(int(p.finders))
	w.Int(int(p.maxLevel))
	for _, s := range p.tables() {
		w.Blob(*s)
	}
	w.Strings(p.exact)
	w.Int(len(p.contexts))
	for _, kind := range slices.Sorted(maps.Keys(p.contexts)) {
		c := p.contexts[kind]
		w.String(kind)
		for _, n := range []int32{c.reach, c.before, c.after, c.label, c.never, c.stop} {
			w.Int(int(n))
		}
		w.Bool(c.question)
		w.Bool(c.quoted)
	}
	w.Int(len(p.regexps))
	for _, e := range p.regexps {
		w.String(e.source)
		w.Int(int(e.finder))
		for _, b := range []bool{e.gated, e.anchored, e.finite, e.prefix, e.left, e.right} {
			w.Bool(b)
		}
	}
	for _, b := range p.literals.tables() {
		w.Blob(*b)
	}
}

// tables are the program's flat lists of numbers, in the order of the image.
func (p *Program) tables() []*image.Uint32s {
	return []*image.Uint32s{
		&p.elems, &p.elemEnds, &p.anchors, &p.owners, &p.ownerEnds, &p.setWords, &p.setEnds, &p.exactWords,
		&p.wordStarts, &p.wordPosts, &p.nameStarts, &p.namePosts, &p.nameCosts, &p.pairKeys, &p.pairStarts, &p.pairPosts,
	}
}

// ReadProgram reads what Write wrote.
func ReadProgram(r *image.Reader) *Program {
	p := &Program{lex: text.ReadLexicon(r), contexts: map[string]context{}}
	p.names = r.Strings()
	p.firstName = r.Int()
	p.finders = Finder(r.Int())
	p.maxLevel = uint32(r.Int())
	for _, s := range p.tables() {
		*s = r.Blob()
	}
	p.exact = r.Strings()
	for n := r.Int(); n > 0 && r.Err() == nil; n-- {
		kind := r.String()
		var c context
		for _, to := range []*int32{&c.reach, &c.before, &c.after, &c.label, &c.never, &c.stop} {
			*to = int32(r.Int())
		}
		c.question, c.quoted = r.Bool(), r.Bool()
		p.contexts[kind] = c
	}
	for n := r.Int(); n > 0 && r.Err() == nil; n-- {
		e := &expression{source: r.String(), finder: Finder(r.Int()), gated: r.Bool(), anchored: r.Bool(), finite: r.Bool(), prefix: r.Bool(), left: r.Bool(), right: r.Bool()}
		e.lazy()
		p.regexps = append(p.regexps, e)
	}
	p.literals = &literalTable{}
	for _, b := range p.literals.tables() {
		*b = r.Blob()
	}
	p.literals.mark()
	p.prepare()
	return p
}
