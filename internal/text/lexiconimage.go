package text

import "github.com/postvet/postvet/internal/image"

// Write adds the lexicon to an image; it must stand on no base.
func (l *Lexicon) Write(w *image.Writer) {
	w.Int(int(l.next))
	w.Blob(l.spell)
	w.Uint32s(l.ends)
	numbers := make([]uint32, len(l.number))
	for i, id := range l.number {
		numbers[i] = uint32(id)
	}
	w.Uint32s(numbers)
	w.Uint32s(l.slots)
	w.Int(len(l.masks))
	for _, m := range l.masks {
		w.String(m.word)
		w.Int(int(m.id))
	}
}

// ReadLexicon reads what Write wrote.
func ReadLexicon(r *image.Reader) *Lexicon {
	l := &Lexicon{first: 1, next: ID(r.Int()), spell: r.Blob(), ends: r.Uint32s()}
	for _, id := range r.Uint32s() {
		l.number = append(l.number, ID(id))
	}
	l.slots = r.Uint32s()
	for n := r.Int(); n > 0 && r.Err() == nil; n-- {
		l.masks = append(l.masks, mask{r.String(), ID(r.Int())})
	}
	return l
}
