package post

import (
	"bytes"
	"encoding/binary"
	"errors"
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
		src.skipped = len(raw) - len(src.text)
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
	if len(raw)%2 != 0 {
		return nil, errBrokenUTF16
	}
	text := make([]byte, 0, len(raw)/2)
	for i := 2; i < len(raw); i += 2 {
		r := rune(order.Uint16(raw[i:]))
		if utf16.IsSurrogate(r) {
			if i += 2; i >= len(raw) {
				return nil, errBrokenUTF16
			}
			if r = utf16.DecodeRune(r, rune(order.Uint16(raw[i:]))); r == utf8.RuneError {
				return nil, errBrokenUTF16
			}
		}
		text = utf8.AppendRune(text, r)
	}
	return &source{text: string(text), charset: inUTF16, skipped: len(bomUTF16LE)}, nil
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
