package text

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/image"
)

// Lexicon gives the words that patterns know their numbers. Once built it
// never changes and is safe for concurrent use.
//
// It is an open-addressing table over one string of all words, so that the
// shipped lexicon loads without building anything.
type Lexicon struct {
	base   *Lexicon
	first  ID            // the first number of this layer
	spell  []byte        // all words, end to end
	ends   image.Uint32s // end of word k in spell
	number image.Uint32s // number of word k; several spellings may share one
	slots  image.Uint32s // hash table: word index + 1, 0 free; a power of two, at most half full
	next   ID
	masks  []mask // sorted by word
}

// NewLexicon returns an empty lexicon on top of base, whose numbers it keeps;
// base may be nil.
func NewLexicon(base *Lexicon) *Lexicon {
	l := &Lexicon{base: base, first: 1, slots: make(image.Uint32s, 4*64)}
	if base != nil {
		l.first = base.next
	}
	l.next = l.first
	return l
}

// Add returns the number of a folded word, giving it one if it has none.
func (l *Lexicon) Add(word string) ID {
	if id := l.ID([]byte(word)); id != 0 {
		return id
	}
	id := l.next
	l.next++
	l.insert(word, id)
	for _, v := range spellings(word) {
		if l.ID([]byte(v)) == 0 {
			l.insert(v, id)
		}
	}
	return id
}

// mask is a word that is also looked for through leet, masking and spacing.
type mask struct {
	word string
	id   ID
}

// AddMasked returns the number that word bears when it was read through leet,
// masking or spacing, which is another than the plain word's.
func (l *Lexicon) AddMasked(word string) ID {
	if id := l.maskedID(word); id != 0 {
		return id
	}
	id := l.next
	l.next++
	i, _ := slices.BinarySearchFunc(l.masks, word, func(m mask, w string) int { return strings.Compare(m.word, w) })
	l.masks = slices.Insert(l.masks, i, mask{word, id})
	return id
}

func (l *Lexicon) maskedID(word string) ID {
	for ; l != nil; l = l.base {
		if i, ok := slices.BinarySearchFunc(l.masks, word, func(m mask, w string) int { return strings.Compare(m.word, w) }); ok {
			return l.masks[i].id
		}
	}
	return 0
}

// ID returns the number of a folded word, 0 if no pattern knows it.
func (l *Lexicon) ID(word []byte) ID { return l.find(word, hash(word)) }

func (l *Lexicon) find(word []byte, h uint32) ID {
	for ; l != nil; l = l.base {
		mask := uint32(l.slots.Len() - 1)
		for i := h & mask; ; i = (i + 1) & mask {
			k := l.slots.At(int(i))
			if k == 0 {
				break
			}
			if string(l.spelling(k-1)) == string(word) {
				return ID(l.number.At(int(k - 1)))
			}
		}
	}
	return 0
}

// Len returns the number of numbers given so far, those of base included;
// every ID is below it.
func (l *Lexicon) Len() int { return int(l.next) }

func (l *Lexicon) spelling(k uint32) []byte {
	start := uint32(0)
	if k > 0 {
		start = l.ends.At(int(k - 1))
	}
	return l.spell[start:l.ends.At(int(k))]
}

func (l *Lexicon) insert(word string, id ID) {
	if 2*(l.ends.Len()+1) > l.slots.Len() {
		l.slots = make(image.Uint32s, 2*len(l.slots))
		for k := range l.ends.Len() {
			l.place(uint32(k))
		}
	}
	l.spell = append(l.spell, word...)
	l.ends = l.ends.Append(uint32(len(l.spell)))
	l.number = l.number.Append(uint32(id))
	l.place(uint32(l.ends.Len() - 1))
}

func (l *Lexicon) place(k uint32) {
	mask := uint32(l.slots.Len() - 1)
	i := hash(l.spelling(k)) & mask
	for l.slots.At(int(i)) != 0 {
		i = (i + 1) & mask
	}
	l.slots.Set(int(i), k+1)
}

// hash is the same on every machine, as compiled tables are shipped.
func hash(b []byte) uint32 {
	const k = 0x9E3779B97F4A7C15
	h := uint64(len(b)) * k
	for len(b) >= 8 {
		h = (h ^ binary.LittleEndian.Uint64(b)) * k
		h ^= h >> 29
		b = b[8:]
	}
	var tail uint64
	for i, c := range b {
		tail |= uint64(c) << (8 * i)
	}
	h = (h ^ tail) * k
	return uint32(h>>32) ^ bits.RotateLeft32(uint32(h), 7)
}
