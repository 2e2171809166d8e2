package text

import "github.com/postvet/postvet/internal/image"

// Write adds the lexicon to an image; it must stand on no base.
func (l *Lexicon) Write(w *image.Writer) {
	w.Int(int(l.next))
	for _, b := range [][]byte{l.spell, l.ends, l.number, l.slots} {
		w.Blob(b)
	}
	w.Int(len(l.masks))
	for _, m := range l.masks {
		w.String(m.word)
		w.Int(int(m.id))
	}
}

// ReadLexicon reads what Write wrote.
func ReadLexicon(r *image.Reader) *Lexicon {
	l := &Lexicon{first: 1, next: ID(r.Int()), spell: r.Blob(), ends: r.Blob(), number: r.Blob(), slots: r.Blob()}
	for n := r.Int(); n > 0 && r.Err() == nil; n-- {
		l.masks = append(l.masks, mask{r.String(), ID(r.Int())})
	}
	return l
}
