package match

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/identify"
	"github.com/postvet/postvet/internal/text"
)

// shapes are the names that the scanner fills from words alone; recognisers
// and lists follow them in a program's table of names.
var shapes = []string{"number", "proper", "url", "source-link", "handle", "hashtag", "email"}

// zeroWidth are names that are steps of their own, not stretches.
var zeroWidth = []string{"word", "start", "order"}

// orderWords may stand before a command.
var orderWords = strings.Fields("please just then and or but so now also simply instead kindly pls plz always")

// negations turn what is said around; a gap that passed over one would find
// the opposite of its phrase.
var negations = strings.Fields("not never no nor")

// Builder collects patterns. It is not safe for concurrent use.
type Builder struct {
	p        *Program
	lex      *text.Lexicon
	cutter   *text.Cutter
	nameID   map[string]int
	sets     [][]text.ID
	setIndex map[string]int
	patterns []pattern
	byKey    map[string]int
	defined  map[int]bool // lists of this layer by number
	sources  map[int][]source
	masked   map[int]bool // lists that an obfuscated finder uses
	often    map[text.ID]float64
	costs    []uint32       // of names
	groups   map[string]int // nameless lists by their entries
}

// source is a list's entry as parsed, kept because it may have to be read
// again with masked spellings.
type source struct {
	nodes []node
	to    owner
}

// pattern is a flat pattern while it is being built.
type pattern struct {
	elems  []elem
	owners []owner
}

// owner is who gets a pattern's matches: a list (finder 0) or a finder.
type owner struct {
	list   int32
	finder Finder
	phrase int32
}

// NewBuilder starts a program on top of base, whose lists it may use; base
// may be nil.
func NewBuilder(base *Program) *Builder {
	b := &Builder{
		p:        &Program{base: base, contexts: map[string]context{}},
		nameID:   map[string]int{},
		setIndex: map[string]int{},
		byKey:    map[string]int{},
		defined:  map[int]bool{},
		sources:  map[int][]source{},
		masked:   map[int]bool{},
		groups:   map[string]int{},
		cutter:   text.NewCutter(nil),
	}
	if base == nil {
		b.lex = text.NewLexicon(nil)
		b.p.names = slices.Concat(shapes, identify.Kinds())
	} else {
		b.lex = text.NewLexicon(base.lex)
		b.p.names = slices.Clone(base.names)
		b.p.finders = base.finders
		maps.Copy(b.p.contexts, base.contexts)
	}
	b.p.firstName = len(b.p.names)
	for i, n := range b.p.names {
		b.nameID[n] = i
	}
	for _, w := range slices.Concat(orderWords, numberWords, negations) {
		b.lex.Add(w)
	}
	return b
}

// DeclareList says that a list of this name will be defined, so that phrases
// may use it before.
//
// A list of the base's name is another list: what the base says stays as it
// is for the base's own phrases.
func (b *Builder) DeclareList(name string) {
	builtIn := len(shapes) + len(identify.Kinds())
	if id, ok := b.nameID[name]; !ok || id >= builtIn && id < b.p.firstName {
		b.nameID[name] = len(b.p.names)
		b.p.names = append(b.p.names, name)
	}
}

// Known reports whether <name> is a list, shape, recogniser or setting.
func (b *Builder) Known(name string) bool {
	_, ok := b.nameID[name]
	return ok || slices.Contains(zeroWidth, name)
}

// Names returns all that <name> may be, sorted, for "did you mean".
func (b *Builder) Names() []string {
	names := slices.Clone(zeroWidth)
	for _, n := range b.p.names {
		if !strings.HasPrefix(n, hidden) && n != nameless {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// hidden begins the names of lists that no phrase can use.
const hidden = "cue:"

// nameless is the name of lists made of groups.
const nameless = "()"

// List defines <name>. Entries are phrases and may use other lists; a cycle
// is an error at Build.
func (b *Builder) List(name string, entries []string) []*SyntaxError {
	b.DeclareList(name)
	id := b.nameID[name]
	b.defined[id] = true
	return b.add(entries, Options{}, func(int32) owner { return owner{list: int32(id)} })
}

// Words adds a finder for any of the phrases.
func (b *Builder) Words(phrases []string, o Options) (Finder, []*SyntaxError) {
	b.p.finders++
	f := b.p.finders
	errs := b.add(phrases, o, func(i int32) owner { return owner{finder: f, phrase: i} })
	return f, errs
}

func (b *Builder) add(phrases []string, o Options, to func(phrase int32) owner) []*SyntaxError {
	var errs []*SyntaxError
	for i, src := range phrases {
		p := parser{src: src, cutter: b.cutter}
		nodes, err := p.parse()
		if err == nil {
			err = b.addNodes(nodes, o, to(int32(i)))
		}
		if err != nil {
			err.Phrase = i
			errs = append(errs, err)
			continue
		}
		if to := to(0); to.finder == 0 {
			b.sources[int(to.list)] = append(b.sources[int(to.list)], source{nodes, to})
		}
		if o.Obfuscated {
			b.mask(nodes)
		}
	}
	return errs
}

func (b *Builder) addNodes(nodes []node, o Options, to owner) *SyntaxError {
	flat, err := b.expand(nodes, o)
	if err != nil {
		return &SyntaxError{Text: err.Error()}
	}
	for _, elems := range flat {
		if !slices.ContainsFunc(elems, anchors) {
			return &SyntaxError{Text: "a phrase that matches any text; name at least one word"}
		}
	}
	if len(b.patterns)+len(flat) > maxPatterns {
		return &SyntaxError{Text: fmt.Sprintf("more than %d phrases in all, spelt out; use lists instead of groups", maxPatterns)}
	}
	for _, elems := range flat {
		b.addPattern(elems, to)
	}
	return nil
}

// addPattern gives a flat pattern an owner.
func (b *Builder) addPattern(elems []elem, to owner) {
	key := stepsKey(elems)
	k, ok := b.byKey[key]
	if !ok {
		k = len(b.patterns)
		b.byKey[key] = k
		b.patterns = append(b.patterns, pattern{elems: elems})
	}
	if !slices.Contains(b.patterns[k].owners, to) {
		b.patterns[k].owners = append(b.patterns[k].owners, to)
	}
}

// maxPatterns is the number of flat patterns a layer may hold.
const maxPatterns = 500_000

// stepsKey is the same for the same steps.
func stepsKey(elems []elem) string {
	key := make([]byte, 0, 4*len(elems))
	for _, e := range elems {
		key = binary.LittleEndian.AppendUint32(key, uint32(e))
	}
	return string(key)
}

// anchors reports whether a step can anchor a pattern.
func anchors(e elem) bool {
	switch e.op() {
	case opWord, opSet, opExact, opName:
		return true
	}
	return false
}
