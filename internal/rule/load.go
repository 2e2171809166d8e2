package rule

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/match"
	"github.com/postvet/postvet/internal/yamldoc"
)

// Source is one pack as it stands in a file.
type Source struct {
	Path   string // as messages name it
	Data   []byte
	Folder fs.FS // the pack's folder, for its list files; nil if it can have none
}

// Load reads packs strictly and puts them on top of base, which isn't changed
// and may be nil. A pack of the name of one in base takes its place. The
// problems are all mistakes of all packs, and the set is nil if there are any.
func Load(sources []Source, base *Set) (*Set, yamldoc.Problems) {
	if len(sources) == 0 {
		return base, nil
	}
	if base == nil {
		base = &Set{}
	}
	l := newLoader(base)
	packs := l.open(sources)
	l.keep(base, packs)
	l.load(packs, nil)
	return l.finish(packs)
}

// loader reads the packs of one run; its readers share names and the program.
type loader struct {
	set      *Set
	build    *match.Builder
	owners   map[string]listOwner // of lists, by name
	ids      map[string]*Rule     // rules, by id
	dropped  map[string]bool      // lists of packs that are read anew
	ruleKeys []key[*ruleReader]
	kinds    []key[*matcherReader] // of matchers
	matchers []key[*matcherReader] // kinds and details
	problems yamldoc.Problems
}

func newLoader(base *Set) *loader {
	return &loader{
		set:     &Set{Policies: base.Policies},
		build:   match.NewBuilder(base.Program),
		owners:  map[string]listOwner{},
		ids:     map[string]*Rule{},
		dropped: map[string]bool{},

		ruleKeys: ruleKeys(),
		kinds:    matcherKinds(),
		matchers: slices.Concat(matcherKinds(), matcherDetails()),
	}
}

// open reads the heads of packs: names, lists and where the rules are.
func (l *loader) open(sources []Source) []*packReader {
	var packs []*packReader
	for _, source := range sources {
		r := &packReader{loader: l, source: source, pack: &Pack{Path: source.Path}}
		r.Path, r.Quote = source.Path, true
		packs = append(packs, r)
		if len(source.Data) > maxPack {
			r.Report(nil, "the pack has more than %d MB", maxPack>>20)
			continue
		}
		root, problems := yamldoc.Parse(source.Path, source.Data)
		r.Problems = append(r.Problems, problems...)
		if root == nil {
			continue
		}
		readKeys(&r.Decoder, root, "pack", packKeys(), r)
		if i := slices.IndexFunc(l.set.Packs, func(p *Pack) bool { return p.Name == r.pack.Name }); i >= 0 && r.pack.Name != "" {
			r.Report(root.Get("pack"), "pack %q is read from %s already", r.pack.Name, l.set.Packs[i].Path)
		}
		l.set.Packs = append(l.set.Packs, r.pack)
	}
	return packs
}

// keep takes over what base has, except packs that are read anew.
func (l *loader) keep(base *Set, packs []*packReader) {
	anew := func(name string) bool {
		return slices.ContainsFunc(packs, func(r *packReader) bool { return r.pack.Name == name })
	}
	var kept []*Pack
	for _, p := range base.Packs {
		if !anew(p.Name) {
			kept = append(kept, p)
		}
	}
	l.set.Packs = append(kept, l.set.Packs...)
	for _, r := range base.Rules {
		if !anew(r.Pack.Name) {
			l.set.Rules = append(l.set.Rules, r)
			l.ids[r.ID] = r
		}
	}
	for _, owner := range base.lists {
		if owner.pack != "" && anew(owner.pack) {
			l.dropped[owner.name] = true
		} else {
			l.owners[owner.name] = owner
		}
	}
}

// load reads lists, which may use each other, and then rules, which use them.
func (l *loader) load(packs []*packReader, shared []*listReader) {
	lists := slices.Clone(shared)
	for _, r := range packs {
		lists = append(lists, r.lists...)
	}
	for _, list := range lists {
		l.declare(list)
	}
	findCycles(lists)
	for _, list := range lists {
		l.define(list)
		l.problems = append(l.problems, list.Problems...)
	}
	for _, r := range packs {
		r.readRules()
	}
}

// finish compiles the program, or says what is wrong.
func (l *loader) finish(packs []*packReader) (*Set, yamldoc.Problems) {
	for _, r := range packs {
		l.problems = append(l.problems, r.Problems...)
	}
	l.problems.Sort()
	if len(l.problems) > 0 {
		return nil, l.problems
	}
	program, err := l.build.Build()
	if err != nil {
		return nil, yamldoc.Problems{{Path: l.set.Packs[0].Path, Line: 1, Column: 1, Text: err.Error()}}
	}
	l.set.Program = program
	for _, owner := range l.owners {
		l.set.lists = append(l.set.lists, owner)
	}
	slices.SortFunc(l.set.lists, func(a, b listOwner) int { return strings.Compare(a.name, b.name) })
	for _, r := range packs {
		l.problems = append(l.problems, r.proveInserts(program)...)
	}
	if len(l.problems) > 0 {
		return nil, l.problems
	}
	return l.set, nil
}

// fileName returns the name a pack or list must have by its path.
func fileName(path string) string {
	base := filepath.Base(filepath.ToSlash(path))
	return strings.TrimSuffix(base, filepath.Ext(base))
}
