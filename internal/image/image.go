// Package image writes tables of numbers and strings as bytes and reads them
// back without parsing, so that what was compiled ahead loads at once.
//
// It knows nothing of what the tables mean.
package image

import (
	"encoding/binary"
	"errors"
)

// Writer collects tables.
type Writer struct{ b []byte }

// Bytes returns what was written.
func (w *Writer) Bytes() []byte { return w.b }

// Int writes one number.
func (w *Writer) Int(n int) { w.b = binary.AppendVarint(w.b, int64(n)) }

// Bool writes one truth value.
func (w *Writer) Bool(v bool) {
	if v {
		w.Int(1)
	} else {
		w.Int(0)
	}
}

// Blob writes bytes.
func (w *Writer) Blob(b []byte) {
	w.Int(len(b))
	w.b = append(w.b, b...)
}

// String writes a string.
func (w *Writer) String(s string) {
	w.Int(len(s))
	w.b = append(w.b, s...)
}

// Strings writes a list of strings.
func (w *Writer) Strings(s []string) {
	w.Int(len(s))
	for _, x := range s {
		w.String(x)
	}
}

// Uint32s is a list of numbers as an image holds it: reading one back copies
// nothing.
type Uint32s []byte

// Pack makes a list of numbers.
func Pack(numbers []uint32) Uint32s {
	s := make(Uint32s, 0, 4*len(numbers))
	for _, n := range numbers {
		s = s.Append(n)
	}
	return s
}

// Append adds a number.
func (s Uint32s) Append(n uint32) Uint32s { return binary.LittleEndian.AppendUint32(s, n) }

// Len returns how many numbers s has.
func (s Uint32s) Len() int { return len(s) / 4 }

// At returns number i.
func (s Uint32s) At(i int) uint32 { return binary.LittleEndian.Uint32(s[4*i:]) }

// Set replaces number i; never in a list that was read.
func (s Uint32s) Set(i int, n uint32) { binary.LittleEndian.PutUint32(s[4*i:], n) }

// Slice returns numbers i to j.
func (s Uint32s) Slice(i, j uint32) Uint32s { return s[4*i : 4*j] }

// Run returns part k of s, which ends at ends.At(k) and starts where the part
// before it ends.
func (s Uint32s) Run(ends Uint32s, k int) Uint32s {
	start := uint32(0)
	if k > 0 {
		start = ends.At(k - 1)
	}
	return s.Slice(start, ends.At(k))
}

// Reader reads tables back in the order in which they were written. After a
// mistake it returns zero values; Err says so.
type Reader struct {
	b      []byte
	broken bool
}

// NewReader reads from b, which must not change while what was read is used.
func NewReader(b []byte) *Reader { return &Reader{b: b} }

// Err returns an error if more was read than had been written.
func (r *Reader) Err() error {
	if r.broken {
		return errors.New("the compiled image is damaged")
	}
	return nil
}

// Int reads one number.
func (r *Reader) Int() int {
	n, size := binary.Varint(r.b)
	if size <= 0 {
		r.broken = true
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

// Bool reads one truth value.
func (r *Reader) Bool() bool { return r.Int() != 0 }

// Blob reads bytes; they share the image's memory.
func (r *Reader) Blob() []byte {
	n := r.Int()
	if n < 0 || n > len(r.b) {
		r.broken = true
		return nil
	}
	b := r.b[:n:n]
	r.b = r.b[n:]
	return b
}

// String reads a string.
func (r *Reader) String() string { return string(r.Blob()) }

// Strings reads a list of strings.
func (r *Reader) Strings() []string {
	n := r.Int()
	if n < 0 || n > len(r.b) {
		r.broken = true
		return nil
	}
	s := make([]string, n)
	for i := range s {
		s[i] = r.String()
	}
	return s
}
