package match

import (
	"slices"

	"github.com/postvet/postvet/internal/identify"
	"github.com/postvet/postvet/internal/image"
	"github.com/postvet/postvet/internal/text"
)

// Scanner runs a program over texts, one after the other, reusing memory. It
// is for one goroutine.
type Scanner struct {
	top     *Program
	layers  []*Program // base first
	org     *identify.Organisation
	cutter  *text.Cutter
	hits    Hits
	found   stretches
	waiting [][]candidate // by level
	states  [2][]state
	pieces  []piece
	s       *text.Sentence
	at      int32 // number of the sentence
	words   []text.Word

	selection *Selection
	wanted    []bool // patterns of the layer at hand that are looked for; nil for all
}

// candidate is a place where a pattern may stand: its anchor was seen there.
type candidate struct {
	pattern    uint32
	start, end int32 // words of the anchor, within the sentence
}

// NewScanner returns a scanner; org may be nil.
func (p *Program) NewScanner(org *identify.Organisation) *Scanner {
	s := &Scanner{top: p, org: org, cutter: text.NewCutter(p.lex)}
	levels := uint32(0)
	for l := p; l != nil; l = l.base {
		s.layers = append(s.layers, l)
		levels = max(levels, l.maxLevel)
	}
	slices.Reverse(s.layers)
	s.waiting = make([][]candidate, levels+1)
	s.hits.matches = make([][]Match, p.finders+1)
	s.hits.program = p
	s.found.names = make([]uint32, len(p.names))
	return s
}

// Scan cuts raw and finds everything in it. The result is valid until the
// next Scan.
func (s *Scanner) Scan(raw string) *Hits {
	h := &s.hits
	h.reset()
	h.Text = s.cutter.Cut(raw)
	h.Entities = identify.Find(h.Text, s.org, h.Entities[:0])
	entity := 0
	for k := range h.Text.Sentences {
		s.s, s.at = &h.Text.Sentences[k], int32(k)
		s.words = h.Text.Words[s.s.First:s.s.End]
		s.found.reset(len(s.words))
		entity = s.shapes(entity)
		for _, l := range s.layers {
			s.sentence(l)
		}
		s.keepCues()
	}
	for _, l := range s.layers {
		l.scanRegexps(h, s.selection)
	}
	h.sort()
	return h
}

// sentence runs one layer's patterns over the sentence, level by level.
func (s *Scanner) sentence(p *Program) {
	s.wanted = s.selection.of(p)
	for i := range s.words {
		id := s.words[i].ID
		if id == 0 {
			continue
		}
		if int(id) < p.wordStarts.Len()-1 {
			s.enqueueAll(p, p.wordPosts.Slice(p.wordStarts.At(int(id)), p.wordStarts.At(int(id)+1)), int32(i), int32(i+1))
		}
		if j := s.next(i); j < len(s.words) && s.words[j].ID != 0 && p.pairPosts.Len() > 0 {
			s.enqueueAll(p, p.pairs(id, s.words[j].ID), int32(i), int32(j+1))
		}
	}
	from := 0 // stretches whose patterns have been looked up
	for level := range s.waiting {
		// A stretch found at this level may anchor patterns of the levels above.
		from = s.enqueueNames(p, from)
		for i := 0; i < len(s.waiting[level]); i++ {
			s.verify(p, s.waiting[level][i])
		}
		s.waiting[level] = s.waiting[level][:0]
	}
}

// enqueueAll notes that patterns may stand where their anchor was seen.
func (s *Scanner) enqueueAll(p *Program, patterns image.Uint32s, start, end int32) {
	for i := range patterns.Len() {
		k := patterns.At(i)
		if s.wanted != nil && !s.wanted[k] {
			continue
		}
		level := p.anchors.At(int(k)) >> 16
		s.waiting[level] = append(s.waiting[level], candidate{k, start, end})
	}
}

// enqueueNames looks up the patterns anchored on the stretches from from on.
func (s *Scanner) enqueueNames(p *Program, from int) int {
	for ; from < len(s.found.all); from++ {
		f := &s.found.all[from]
		if int(f.name) < p.nameStarts.Len()-1 {
			s.enqueueAll(p, p.namePosts.Slice(p.nameStarts.At(int(f.name)), p.nameStarts.At(int(f.name)+1)), f.start, f.end)
		}
	}
	return from
}

// next returns the word behind i that isn't passed over.
func (s *Scanner) next(i int) int {
	for i++; i < len(s.words) && light(&s.words[i]); i++ {
	}
	return i
}

// light reports words that a phrase passes over: emoji and handles.
func light(w *text.Word) bool { return w.Kind == text.Emoji || w.Kind == text.Handle }

// keepCues moves the sentence's cues to the hits.
func (s *Scanner) keepCues() {
	for _, f := range s.found.all {
		if s.top.cues[f.name] {
			s.hits.cues = append(s.hits.cues, stretch{name: f.name, start: f.start + s.s.First, end: f.end + s.s.First})
		}
	}
}

// stretch is a run of words that bears a name.
type stretch struct {
	name       int32
	start, end int32
	sameStart  int32 // next stretch with this start, -1 for none
	sameEnd    int32
}

// stretches are those of one sentence, by start and by end.
type stretches struct {
	all     []stretch
	byStart []int32
	byEnd   []int32
	names   []uint32 // by name: the last sentence that held it
	round   uint32
}

// holds reports whether the sentence has a stretch of that name.
func (f *stretches) holds(name int32) bool { return f.names[name] == f.round }

func (f *stretches) reset(words int) {
	f.round++
	f.all = f.all[:0]
	f.byStart = minusOnes(f.byStart, words+1)
	f.byEnd = minusOnes(f.byEnd, words+1)
}

func minusOnes(s []int32, n int) []int32 {
	s = slices.Grow(s[:0], n)[:n]
	for i := range s {
		s[i] = -1
	}
	return s
}

// add enters a stretch once.
func (f *stretches) add(name, start, end int32) {
	for i := f.byStart[start]; i >= 0; i = f.all[i].sameStart {
		if f.all[i].name == name && f.all[i].end == end {
			return
		}
	}
	f.names[name] = f.round
	n := int32(len(f.all))
	f.all = append(f.all, stretch{name, start, end, f.byStart[start], f.byEnd[end]})
	f.byStart[start], f.byEnd[end] = n, n
}
