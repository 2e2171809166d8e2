package match

import "github.com/postvet/postvet/internal/text"

// emit hands the stretch from l to r to the pattern's owners.
func (s *Scanner) emit(p *Program, pattern uint32, l, r state) {
	owners := p.owners.Run(p.ownerEnds, int(pattern))
	for i := 0; i < owners.Len(); i += 3 {
		list, finder, phrase := owners.At(i), owners.At(i+1), owners.At(i+2)
		if finder == 0 {
			s.found.add(int32(list), l.pos, r.pos)
			continue
		}
		if !s.wholeTags(l.pos, r.pos) {
			continue
		}
		m := Match{
			Finder: Finder(finder), Phrase: int32(phrase),
			First: l.pos + s.s.First, End: r.pos + s.s.First,
			Start: s.words[l.pos].Start, Stop: s.words[r.pos-1].End,
			Skipped: l.skipped + r.skipped, Sentence: s.at,
		}
		s.hits.add(m, s.collect(l.pieces, r.pieces))
	}
}

// wholeTags reports whether a stretch takes hashtags whole or not at all.
func (s *Scanner) wholeTags(first, end int32) bool {
	a, b := s.words[first].Flags, s.words[end-1].Flags
	return (a&text.Tag == 0 || a&text.TagStart != 0) && (b&text.Tag == 0 || b&text.TagEnd != 0)
}

// collect turns the names passed on both sides into pieces.
func (s *Scanner) collect(lists ...int32) []Piece {
	var out []Piece
	for _, i := range lists {
		for ; i >= 0; i = s.pieces[i].next {
			f := s.pieces[i]
			if s.top.names[f.name] == nameless {
				continue
			}
			out = append(out, Piece{s.top.names[f.name], s.words[f.start].Start, s.words[f.end-1].End})
		}
	}
	return out
}
