package check

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"

	"github.com/postvet/postvet/internal/text"
)

// fingerprinter makes fingerprints: hashes of the rule, the field, the words of
// the match and around it that point at nobody, and how many findings of the
// post were the same until then. They hold no path and no row, so that they
// survive moves, and nothing that could be guessed back.
type fingerprinter struct {
	worker *worker
	met    map[[16]byte]int
}

// context is how many words on each side go into a fingerprint.
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
		if b.place.bare {
			break
		}
		first, end := max(0, b.place.first-context), min(int32(len(f.Text.Words)), b.place.end+context)
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
