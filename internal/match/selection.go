package match

// Selection is the part of a program that some finders need: their patterns,
// the lists those use, and the cues. It never changes.
type Selection struct {
	patterns map[*Program][]bool
	finders  []bool
}

// Select works out what the wanted finders need.
func (p *Program) Select(wanted func(Finder) bool) *Selection {
	s := &Selection{patterns: map[*Program][]bool{}, finders: make([]bool, p.finders+1)}
	for f := range s.finders {
		s.finders[f] = f > 0 && wanted(Finder(f))
	}
	type place struct {
		layer *Program
		k     int
	}
	entries := make([][]place, len(p.names)) // the patterns of each list
	needed := make([]bool, len(p.names))
	var names []int // needed lists whose patterns aren't yet
	need := func(name int) {
		if !needed[name] {
			needed[name] = true
			names = append(names, name)
		}
	}
	use := func(at place) {
		if s.patterns[at.layer][at.k] {
			return
		}
		s.patterns[at.layer][at.k] = true
		steps := at.layer.pattern(uint32(at.k))
		for i := range steps.Len() {
			if e := elem(steps.At(i)); e.op() == opName {
				need(e.arg())
			}
		}
	}
	for layer := p; layer != nil; layer = layer.base {
		s.patterns[layer] = make([]bool, layer.elemEnds.Len())
		for k := range layer.elemEnds.Len() {
			at := place{layer, k}
			owners := layer.owners.Run(layer.ownerEnds, k)
			for i := 0; i < owners.Len(); i += 3 {
				if f := owners.At(i + 1); f == 0 {
					list := owners.At(i)
					entries[list] = append(entries[list], at)
				} else if s.finders[f] {
					use(at)
				}
			}
		}
	}
	for name, cue := range p.cues {
		if cue {
			need(name)
		}
	}
	for len(names) > 0 {
		name := names[len(names)-1]
		names = names[:len(names)-1]
		for _, at := range entries[name] {
			use(at)
		}
	}
	return s
}

// Only has the scanner look for a selection of its program; nil is all of it.
func (s *Scanner) Only(selection *Selection) { s.selection = selection }

// of returns by pattern of a layer whether it is looked for; nil for all.
func (s *Selection) of(p *Program) []bool {
	if s == nil {
		return nil
	}
	return s.patterns[p]
}

// asks reports whether a finder's matches are asked for.
func (s *Selection) asks(f Finder) bool { return s == nil || s.finders[f] }
