package match

import (
	"cmp"
	"slices"

	"github.com/postvet/postvet/internal/identify"
	"github.com/postvet/postvet/internal/text"
)

// Hits is what a scan found. It is valid until the scanner's next Scan.
type Hits struct {
	Text     *text.Text
	Entities []identify.Entity
	program  *Program
	matches  [][]Match // by finder
	touched  []Finder  // finders with matches, in order of first match
	cues     []stretch // of cue lists, in order of sentences
	lazy     []Finder  // ungated finders that Of has been asked for
}

func (h *Hits) reset() {
	for _, f := range h.touched {
		h.matches[f] = h.matches[f][:0]
	}
	h.touched, h.cues, h.lazy = h.touched[:0], h.cues[:0], h.lazy[:0]
}

// lengthen moves the end of a finder's last match, if that starts at start of
// Folded, to stop.
func (h *Hits) lengthen(f Finder, start, stop int) {
	ms := h.matches[f]
	if len(ms) == 0 {
		return
	}
	m := &ms[len(ms)-1]
	a, b := h.Text.RawSpan(start, stop)
	if int(m.Start) != a || int(m.Stop) >= b {
		return
	}
	m.Stop = int32(b)
	for int(m.End) < len(h.Text.Words) && int(h.Text.Words[m.End].Start) < b {
		m.End++
	}
}

// recent is how many of a finder's matches a new one is compared with.
const recent = 32

// add enters a match, or betters the one at the same place.
func (h *Hits) add(m Match, pieces []Piece) {
	m.Pieces = pieces
	old := h.matches[m.Finder]
	if len(old) == 0 {
		h.touched = append(h.touched, m.Finder)
	}
	for i := len(old) - 1; i >= 0 && i >= len(old)-recent; i-- {
		if old[i].First == m.First && old[i].End == m.End {
			if m.Skipped < old[i].Skipped {
				old[i] = m
			}
			return
		}
	}
	h.matches[m.Finder] = append(old, m)
}

func (h *Hits) sort() {
	for _, f := range h.touched {
		sortMatches(h.matches[f])
	}
	slices.Sort(h.touched)
}

func sortMatches(all []Match) {
	slices.SortStableFunc(all, func(a, b Match) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.Stop, a.Stop), cmp.Compare(a.Phrase, b.Phrase))
	})
}

// Of returns the matches of a finder, in order of Start, the longer first;
// overlaps are kept.
func (h *Hits) Of(f Finder) []Match {
	if e := h.program.ungatedAt[f]; e != nil && !slices.Contains(h.lazy, f) {
		h.lazy = append(h.lazy, f)
		e.scanWhole(h)
		sortMatches(h.matches[f])
	}
	return h.matches[f]
}

// Finders calls yield for each finder that has a match, in order; of ungated
// finders only those that Of was asked for.
func (h *Hits) Finders(yield func(Finder) bool) {
	for _, f := range h.touched {
		if !yield(f) {
			return
		}
	}
}
