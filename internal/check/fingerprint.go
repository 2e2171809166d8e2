package check

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"

	"github.com/postvet/postvet/internal/text"
)

// fingerprinter makes fingerprints: hashes of the rule, the field, the words of
// the match and around it that point at nobody (of the post's beginning, where
// the post as a whole is meant), and how many findings of the
// post were the same until then. They hold no path and no row, so that they
// survive moves, and nothing that could be guessed back.
type fingerprinter struct {
	worker *worker
	met    map[[16]byte]int
}

// context is how many words on each side go into a fingerprint, of the same
// paragraph.
const context = 5

func (p *fingerprinter) of(b *breach) string {
	w := p.worker
	h := sha256.New()
	add := func(word []byte) {
		h.Write(word)
		h.Write([]byte{0})
	}
	add([]byte(b.rule.ID))
	switch {
	case int(b.place.field) == len(w.post.Fields):
		add([]byte(PathField))
	default:
		f := &w.fields[b.place.field]
		add([]byte(f.name))
		first, end := f.around(b.place.first, b.place.end)
		if b.place.bare { // what a post lacks is told apart from what others lack by how it begins
			first, end = 0, min(int32(len(f.Text.Words)), 2*context)
		}
		for i := first; i < end; i++ {
			inMatch := b.place.first <= i && i < b.place.end
			if !(b.rule.Private && inMatch) && !f.pointsAtSomeone(i) {
				add(f.Text.FoldBytes(int(i)))
			}
		}
	}
	var key [16]byte
	copy(key[:], h.Sum(nil))
	occurrence := p.met[key]
	p.met[key]++
	h.Write(binary.BigEndian.AppendUint32(nil, uint32(occurrence)))
	copy(key[:], h.Sum(nil))
	return hex.EncodeToString(key[:])
}

// around returns the words around [first, end) that stand in the same
// paragraph: what is written before or behind it says nothing of the match.
func (f *field) around(first, end int32) (from, to int32) {
	paragraph := func(word int32) int32 { return f.Text.Sentences[f.Text.SentenceOf(int(word))].Paragraph }
	from, to = first, end
	if int(first) >= len(f.Text.Words) {
		return from, min(to, int32(len(f.Text.Words)))
	}
	for from > 0 && from > first-context && paragraph(from-1) == paragraph(first) {
		from--
	}
	for int(to) < len(f.Text.Words) && to < end+context && to > 0 && paragraph(to) == paragraph(to-1) {
		to++
	}
	return from, to
}

// pointsAtSomeone reports whether word i is part of a private match, of
// anything recognised, or an address.
func (f *field) pointsAtSomeone(i int32) bool {
	if !f.entitiesWithheld {
		for _, e := range f.Entities {
			f.withheld = f.withheld.set(e.First, e.End)
		}
		f.entitiesWithheld = true
	}
	switch f.Text.Words[i].Kind {
	case text.Handle, text.Email, text.URL:
		return true
	}
	return f.withheld.any(i, i+1)
}

// withhold keeps the words of private matches out of all fingerprints.
func (w *worker) withhold(places []place) {
	for _, p := range places {
		if !p.bare {
			f := &w.fields[p.field]
			f.withheld = f.withheld.set(p.first, p.end)
		}
	}
}
