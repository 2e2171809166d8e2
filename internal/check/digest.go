package check

import (
	"crypto/sha256"
	"encoding/hex"
)

// digest returns a hash of the folded text of the post at hand, and of its
// file's name where that is one of the texts in which something private stands.
// Whoever clears a private finding clears it for this text alone.
func (w *worker) digest(withPath bool) string {
	h := sha256.New()
	for i := range w.fields {
		inPost := i < len(w.post.Fields)
		if inPost && w.post.Fields[i].IsWaiver() || !inPost && !withPath {
			continue
		}
		f := &w.fields[i]
		h.Write([]byte(f.name))
		h.Write([]byte{0})
		h.Write(f.Text.Folded)
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
