package match

import (
	"strings"

	"github.com/postvet/postvet/internal/image"
	"github.com/postvet/postvet/internal/text"
)

// state is a partial match: the word reached, the words skipped, and the
// names passed (index into pieces, -1 for none).
type state struct{ pos, skipped, pieces int32 }

// piece is a link of a state's list of names.
type piece struct {
	name, start, end int32
	next             int32
}

// maxStates bounds the partial matches kept at one step.
const maxStates = 64

// verify checks a candidate's pattern to the right and to the left of its
// anchor, and hands every distinct stretch that fits to its owners.
func (s *Scanner) verify(p *Program, c candidate) {
	steps := p.pattern(c.pattern)
	if !s.hasNames(steps) {
		return
	}
	a := p.anchors.At(int(c.pattern))
	at := int(a >> 1 & 0x7fff)
	behind := at + 1 + int(a&1)
	s.pieces = s.pieces[:0]
	seed := int32(-1)
	if e := elem(steps.At(at)); e.op() == opName {
		seed = s.link(int32(e.arg()), c.start, c.end, -1)
	} else if e.op() == opExact && !s.exactly(p, e, c.start) {
		return
	}
	if !s.beside(p, steps, behind, c.end, 1) || !s.beside(p, steps, at-1, c.start, -1) {
		return
	}
	right := s.walk(p, steps.Slice(uint32(behind), uint32(steps.Len())), state{c.end, 0, seed}, 0, 1)
	if len(right) == 0 {
		return
	}
	left := s.walk(p, steps.Slice(0, uint32(at)), state{c.start, 0, -1}, 1, -1)
	for _, l := range left {
		for _, r := range right {
			s.emit(p, c.pattern, l, r)
		}
	}
}

// hasNames reports whether the sentence holds every name that steps ask for.
func (s *Scanner) hasNames(steps image.Uint32s) bool {
	for i := range steps.Len() {
		if e := elem(steps.At(i)); e.op() == opName && !s.found.holds(int32(e.arg())) {
			return false
		}
	}
	return true
}

// beside is a quick look at the step next to an anchor: most candidates fail
// there.
func (s *Scanner) beside(p *Program, steps image.Uint32s, k int, pos int32, dir int) bool {
	if k < 0 || k >= steps.Len() {
		return true
	}
	e := elem(steps.At(k))
	return e.op() != opWord && e.op() != opSet || s.word(p, e, pos, dir) >= 0
}

func (s *Scanner) link(name, start, end, next int32) int32 {
	s.pieces = append(s.pieces, piece{name, start, end, next})
	return int32(len(s.pieces) - 1)
}

// walk takes the steps from a state on, forward (dir 1) or backward (dir -1),
// and returns all states reached.
func (s *Scanner) walk(p *Program, steps image.Uint32s, from state, slot, dir int) []state {
	cur := append(s.states[slot][:0], from)
	n := steps.Len()
	for k := range n {
		e := elem(steps.At(k))
		if dir < 0 {
			e = elem(steps.At(n - 1 - k))
		}
		old := len(cur)
		for i := 0; i < old && len(cur) < old+maxStates; i++ {
			cur = s.step(p, e, cur[i], cur, old, dir)
		}
		cur = append(cur[:0], cur[old:]...)
		if len(cur) == 0 {
			break
		}
	}
	s.states[slot] = cur
	return cur
}

// reach adds a state behind the first n, or betters the one at its place.
func reach(out []state, n int, st state) []state {
	for i := n; i < len(out); i++ {
		if out[i].pos == st.pos {
			if st.skipped < out[i].skipped {
				out[i] = st
			}
			return out
		}
	}
	return append(out, st)
}

// step takes one step from a state and adds the states reached to out.
func (s *Scanner) step(p *Program, e elem, st state, out []state, n, dir int) []state {
	switch e.op() {
	case opStart:
		if s.opens(st.pos) {
			out = reach(out, n, st)
		}
	case opOrder:
		if s.orderable(p, st.pos) {
			out = reach(out, n, st)
		}
	case opTag:
		if int(st.pos) < len(s.words) && s.words[st.pos].Flags&text.TagStart != 0 {
			out = reach(out, n, st)
		}
	case opGap:
		out = s.gap(e.arg(), st, out, n, dir)
	case opName:
		out = s.named(int32(e.arg()), st, out, n, dir)
	default:
		if i := s.word(p, e, st.pos, dir); i >= 0 {
			st.pos = beyond(i, dir)
			out = reach(out, n, st)
		}
	}
	return out
}

// ahead returns the index of the word that a walk at pos meets next, -1 at the
// sentence's border.
func (s *Scanner) ahead(pos int32, dir int) int32 {
	if dir < 0 {
		return pos - 1
	}
	if int(pos) >= len(s.words) {
		return -1
	}
	return pos
}

// beyond returns the position behind word i.
func beyond(i int32, dir int) int32 {
	if dir < 0 {
		return i
	}
	return i + 1
}

// word finds the word that a step takes, passing over light words.
func (s *Scanner) word(p *Program, e elem, pos int32, dir int) int32 {
	for i := s.ahead(pos, dir); i >= 0; i = s.ahead(beyond(i, dir), dir) {
		w := &s.words[i]
		hit := false
		switch e.op() {
		case opWord:
			hit = w.ID == text.ID(e.arg())
		case opSet:
			hit = w.ID != 0 && p.inSet(e.arg(), uint32(w.ID))
		case opExact:
			hit = s.exactly(p, e, i)
		case opAny:
			hit = !light(w)
		}
		if hit {
			return i
		}
		if !light(w) {
			return -1
		}
	}
	return -1
}

func (s *Scanner) exactly(p *Program, e elem, i int32) bool {
	w := &s.words[i]
	written := s.hits.Text.Raw[w.Start:w.End]
	if w.Flags&text.TagStart != 0 {
		written = strings.TrimPrefix(written, "#")
	}
	return written == p.exact[e.arg()]
}

// gap skips up to most words, none of them a negation.
func (s *Scanner) gap(most int, st state, out []state, n, dir int) []state {
	out = reach(out, n, st)
	for range most {
		i := s.ahead(st.pos, dir)
		for i >= 0 && light(&s.words[i]) {
			i = s.ahead(beyond(i, dir), dir)
		}
		if i < 0 || s.top.nots[s.words[i].ID] {
			return out
		}
		st.pos = beyond(i, dir)
		st.skipped++
		out = reach(out, n, st)
	}
	return out
}

// named takes each stretch of that name that starts (or ends) here.
func (s *Scanner) named(name int32, st state, out []state, n, dir int) []state {
	for pos := st.pos; ; {
		if dir > 0 {
			for i := s.found.byStart[pos]; i >= 0; i = s.found.all[i].sameStart {
				if f := s.found.all[i]; f.name == name {
					out = reach(out, n, state{f.end, st.skipped, s.link(name, f.start, f.end, st.pieces)})
				}
			}
		} else {
			for i := s.found.byEnd[pos]; i >= 0; i = s.found.all[i].sameEnd {
				if f := s.found.all[i]; f.name == name {
					out = reach(out, n, state{f.start, st.skipped, s.link(name, f.start, f.end, st.pieces)})
				}
			}
		}
		i := s.ahead(pos, dir)
		if i < 0 || !light(&s.words[i]) {
			return out
		}
		pos = beyond(i, dir)
	}
}

// opens reports whether a sentence starts at word i, emoji apart.
func (s *Scanner) opens(i int32) bool {
	for _, w := range s.words[:i] {
		if w.Kind != text.Emoji {
			return false
		}
	}
	return true
}

// orderable reports whether a command can begin at word i: the start of a
// clause, or behind "please", "just", "then" and their kin.
func (s *Scanner) orderable(p *Program, i int32) bool {
	if int(i) >= len(s.words) {
		return false
	}
	const clause = text.Comma | text.Semicolon | text.Colon | text.Dash | text.ParenOpen | text.QuoteOpen | text.LineStart | text.ParenClose
	if s.words[i].Flags&clause != 0 || s.opens(i) {
		return true
	}
	prev := &s.words[i-1]
	return light(prev) || s.top.order[prev.ID]
}
