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

// Uint32s writes a list of numbers.
func (w *Writer) Uint32s(s []uint32) {
	w.Int(len(s))
	for _, x := range s {
		w.b = binary.LittleEndian.AppendUint32(w.b, x)
	}
}

// Uint64s writes a list of numbers.
func (w *Writer) Uint64s(s []uint64) {
	w.Int(len(s))
	for _, x := range s {
		w.b = binary.LittleEndian.AppendUint64(w.b, x)
	}
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

// take returns the next n elements of size bytes each.
func (r *Reader) take(n, size int) []byte {
	if n < 0 || n > len(r.b)/size {
		r.broken = true
		return nil
	}
	b := r.b[:n*size]
	r.b = r.b[n*size:]
	return b
}

// Blob reads bytes; they share the image's memory.
func (r *Reader) Blob() []byte { return r.take(r.Int(), 1) }

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

// Uint32s reads a list of numbers.
func (r *Reader) Uint32s() []uint32 {
	b := r.take(r.Int(), 4)
	s := make([]uint32, len(b)/4)
	for i := range s {
		s[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return s
}

// Uint64s reads a list of numbers.
func (r *Reader) Uint64s() []uint64 {
	b := r.take(r.Int(), 8)
	s := make([]uint64, len(b)/8)
	for i := range s {
		s[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return s
}
