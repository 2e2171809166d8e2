package text

import (
	"bytes"
	"unicode/utf8"
)

// byteClass is what the cutter makes of a byte.
type byteClass uint8

const (
	other byteClass = iota
	letter
	digit
	space
	newline
	high // first byte of a rune beyond ASCII, or a stray one
	sign // may open a word: @ # & % $
)

var class = func() (t [256]byteClass) {
	for b := range t {
		switch {
		case 'a' <= b && b <= 'z':
			t[b] = letter
		case '0' <= b && b <= '9':
			t[b] = digit
		case b == '\n':
			t[b] = newline
		case b <= ' ':
			t[b] = space
		case b >= utf8.RuneSelf:
			t[b] = high
		case bytes.IndexByte([]byte("@#&%$"), byte(b)) >= 0:
			t[b] = sign
		}
	}
	return t
}()
