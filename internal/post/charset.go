package post

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// charset is how a source's characters are written.
type charset uint8

const (
	inUTF8 charset = iota
	inUTF16
	inWindows1252
)

// size returns the bytes that text took in the source.
func (c charset) size(text string) int {
	switch c {
	case inUTF16:
		size := 0
		for _, r := range text {
			size += 2 * utf16.RuneLen(r)
		}
		return size
	case inWindows1252:
		return utf8.RuneCountInString(text)
	}
	return len(text)
}

var (
	errNotText     = errors.New("not text that can be read; save it as UTF-8")
	errBrokenUTF16 = errors.New("broken UTF-16; save it as UTF-8")
)

const note1252 = "read as Windows-1252, since it isn't UTF-8"

// The byte order marks.
const (
	bomUTF8    = "\xEF\xBB\xBF"
	bomUTF16LE = "\xFF\xFE"
	bomUTF16BE = "\xFE\xFF"
)

// decode makes a source of raw bytes; note is what a person should know of the encoding.
func decode(raw []byte) (src *source, note string, err error) {
	switch {
	case bytes.HasPrefix(raw, []byte(bomUTF16LE)):
		src, err = decodeUTF16(raw, binary.LittleEndian)
	case bytes.HasPrefix(raw, []byte(bomUTF16BE)):
		src, err = decodeUTF16(raw, binary.BigEndian)
	case utf8.Valid(raw):
		src = &source{text: strings.TrimPrefix(string(raw), bomUTF8)}
		src.start.Offset = len(raw) - len(src.text)
	default:
		text, ok := decode1252(raw)
		if !ok {
			return nil, "", errNotText
		}
		src, note = &source{text: text, charset: inWindows1252}, note1252
	}
	if err == nil && strings.IndexByte(src.text, 0) >= 0 {
		err = errNotText
	}
	if err != nil {
		return nil, "", err
	}
	return src, note, nil
}

func decodeUTF16(raw []byte, order binary.ByteOrder) (*source, error) {
	text, err := io.ReadAll(newUTF16Reader(bytes.NewReader(raw[len(bomUTF16LE):]), order))
	if err != nil {
		return nil, err
	}
	return &source{text: string(text), charset: inUTF16, start: Position{Offset: len(bomUTF16LE)}}, nil
}

// utf16Reader makes UTF-16 UTF-8. Broken UTF-16 is an error: no place behind
// it would be certain.
type utf16Reader struct {
	r     *bufio.Reader
	order binary.ByteOrder
	err   error
}

func newUTF16Reader(r io.Reader, order binary.ByteOrder) *utf16Reader {
	return &utf16Reader{r: bufio.NewReader(r), order: order}
}

func (u *utf16Reader) Read(p []byte) (n int, err error) {
	for len(p)-n >= utf8.UTFMax && u.err == nil {
		r := u.unit()
		if utf16.IsSurrogate(r) && u.err == nil {
			if r = utf16.DecodeRune(r, u.unit()); r == utf8.RuneError {
				u.err = errBrokenUTF16
			}
		}
		if u.err == nil {
			n += utf8.EncodeRune(p[n:], r)
		}
	}
	if n > 0 || u.err == nil {
		return n, nil
	}
	return 0, u.err
}

func (u *utf16Reader) unit() rune {
	var b [2]byte
	if _, err := io.ReadFull(u.r, b[:]); u.err == nil {
		u.err = err
		if errors.Is(err, io.ErrUnexpectedEOF) {
			u.err = errBrokenUTF16
		}
	}
	return rune(u.order.Uint16(b[:]))
}

// unwrap drops a byte order mark of a stream, skipped bytes long, and makes
// UTF-16 UTF-8; c is UTF-8 where nobody knows yet.
func unwrap(r io.Reader) (in *bufio.Reader, c charset, skipped int) {
	in = bufio.NewReaderSize(r, 64<<10)
	head, _ := in.Peek(len(bomUTF8)) // an error comes back with the first line
	switch {
	case bytes.HasPrefix(head, []byte(bomUTF8)):
		skipped = len(bomUTF8)
		_, _ = in.Discard(skipped)
	case bytes.HasPrefix(head, []byte(bomUTF16LE)), bytes.HasPrefix(head, []byte(bomUTF16BE)):
		var order binary.ByteOrder = binary.LittleEndian
		if head[0] == bomUTF16BE[0] {
			order = binary.BigEndian
		}
		skipped = len(bomUTF16LE)
		_, _ = in.Discard(skipped)
		in, c = bufio.NewReaderSize(newUTF16Reader(in, order), 64<<10), inUTF16
	}
	return in, c, skipped
}

// high1252 are the characters of the bytes 80 to 9F in Windows-1252; five bytes have none.
var high1252 = [32]rune{
	'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ',
}

// decode1252 reads Windows-1252; ok is false when a byte has no meaning in it.
func decode1252(raw []byte) (text string, ok bool) {
	out := make([]byte, 0, len(raw)+len(raw)/8)
	for _, b := range raw {
		r := rune(b)
		if b >= 0x80 && b < 0xA0 {
			r = high1252[b-0x80]
		}
		if r == 0 {
			return "", false
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out), true
}
