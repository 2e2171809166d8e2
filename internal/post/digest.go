package post

import (
	"crypto/sha256"
	"strings"
)

// Digest returns a sum over all that is checked of a post: the same for posts
// that say the same, wherever they stand.
func (p *Post) Digest() [32]byte {
	h := sha256.New()
	add := func(words ...string) {
		for _, w := range words {
			h.Write([]byte(w))
			h.Write([]byte{0})
		}
		h.Write([]byte{0})
	}
	for i := range p.Fields {
		add(p.Fields[i].Name, p.Fields[i].Text)
	}
	for _, n := range names {
		if values := p.Meta.Get(n.Name); values != nil {
			add(n.Name, strings.Join(values, "\x00"))
		}
	}
	for _, m := range p.Meta.Media {
		add(m.File, m.Kind, m.Alt, m.People, m.Consent, m.Licence, m.Credit)
	}
	return [32]byte(h.Sum(nil))
}
