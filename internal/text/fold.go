package text

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// segment says that from byte fold of Folded on, bytes come from byte raw of
// Raw on, one for one, until the next segment.
type segment struct{ fold, raw int32 }

// fold appends the folded form of raw to dst and the way back to segs.
//
// Folding is lower case, compatibility decomposition without marks (NFKD, so
// full-width, mathematical and circled letters become plain ones), look-alike
// letters (lookalikes), straight quotes and apostrophes, one kind of space,
// hyphen and dash; what has no width is dropped.
func fold(dst []byte, segs []segment, raw string) ([]byte, []segment) {
	delta := int32(0) // raw offset minus folded offset where segs last said so
	for i := 0; i < len(raw); {
		c := raw[i]
		if c < utf8.RuneSelf {
			if d := int32(i - len(dst)); d != delta {
				segs, delta = append(segs, segment{int32(len(dst)), int32(i)}), d
			}
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(raw[i:])
		var buf [4]byte
		out, keep := foldRune(r, raw[i:i+n], &buf)
		switch {
		case keep:
			if d := int32(i - len(dst)); d != delta {
				segs, delta = append(segs, segment{int32(len(dst)), int32(i)}), d
			}
			dst = append(dst, raw[i:i+n]...)
		default:
			// Every byte of an expansion leads back to the whole rune, so that
			// no border can fall inside it.
			start := len(dst)
			dst = appendFolded(dst, out)
			for k := start; k < len(dst); k++ {
				if k == start || utf8.RuneStart(dst[k]) {
					segs = append(segs, segment{int32(k), int32(i)})
				}
			}
			delta = broken
		}
		i += n
	}
	if int32(len(raw)-len(dst)) != delta {
		segs = append(segs, segment{int32(len(dst)), int32(len(raw))})
	}
	return dst, segs
}

// broken is no difference between offsets: the next byte needs a segment.
const broken = -1 << 31

// appendFolded folds what a decomposition yields: it may hold capitals,
// marks and look-alikes of its own.
func appendFolded(dst []byte, s string) []byte {
	for i, r := range s {
		if r < utf8.RuneSelf {
			dst = append(dst, byte(unicode.ToLower(r)))
			continue
		}
		var buf [4]byte
		out, keep := foldRune(r, s[i:i+utf8.RuneLen(r)], &buf)
		if keep {
			dst = utf8.AppendRune(dst, r)
		} else if out != s {
			dst = appendFolded(dst, out)
		}
	}
	return dst
}

// foldRune returns what r folds to, or keep when it stays as it is. s is r's
// spelling; the result may live in buf.
func foldRune(r rune, s string, buf *[4]byte) (out string, keep bool) {
	switch {
	case isEmoji(r):
		if 0x1F3FB <= r && r <= 0x1F3FF { // skin tones
			return "", false
		}
		return "", true
	case isInvisible(r):
		return "", false
	case unicode.Is(unicode.Zs, r):
		return " ", false
	case unicode.Is(unicode.M, r):
		return "", false
	}
	if to, ok := lookalikes[r]; ok {
		return to, false
	}
	if d := norm.NFKD.PropertiesString(s).Decomposition(); len(d) > 0 {
		return string(d), false
	}
	if lower := unicode.ToLower(r); lower != r {
		if to, ok := lookalikes[lower]; ok {
			return to, false
		}
		return string(buf[:utf8.EncodeRune(buf[:], lower)]), false
	}
	if r > 0x660 && unicode.Is(unicode.Nd, r) {
		buf[0] = '0' + digitValue(r)
		return string(buf[:1]), false
	}
	return "", true
}

// digitValue relies on decimal digits coming in runs of ten from a zero.
func digitValue(r rune) byte {
	v := byte(0)
	for v < 9 && unicode.Is(unicode.Nd, r-1) {
		r, v = r-1, v+1
	}
	return v
}

// isInvisible reports characters that take no width and carry no meaning for
// a reader: soft hyphen, zero-width and bidi controls, variation selectors,
// tags, and the trademark signs that sit on a word.
func isInvisible(r rune) bool {
	switch {
	case r == 0xAD, r == 0x34F, r == 0x180E, r == 0xFEFF,
		0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x206F,
		0xFE00 <= r && r <= 0xFE0F, 0xE0000 <= r && r <= 0xE01EF,
		r == 0x2122, r == 0xAE, r == 0x2120:
		return true
	}
	return false
}

// isEmoji reports pictographs: the blocks that hold Unicode's Extended
// Pictographic characters and the regional indicators.
func isEmoji(r rune) bool {
	switch {
	case r < 0x2300:
		return false
	case r <= 0x23FF, 0x2600 <= r && r <= 0x27BF, 0x2B05 <= r && r <= 0x2B55, r == 0x3030, r == 0x303D:
		return true
	case 0x1F000 <= r && r <= 0x1F0FF, 0x1F1E6 <= r && r <= 0x1F1FF, 0x1F300 <= r && r <= 0x1FAFF:
		return true
	}
	return false
}

// rawAt returns the byte of Raw that byte f of Folded comes from.
func rawAt(segs []segment, f int32) int32 {
	k := sort.Search(len(segs), func(i int) bool { return segs[i].fold > f })
	if k == 0 {
		return f
	}
	return segs[k-1].raw + f - segs[k-1].fold
}

// RawSpan returns the bytes of Raw that Folded[start:stop] stands for, on
// rune borders.
func (t *Text) RawSpan(start, stop int) (int, int) {
	a, b := rawAt(t.segments, int32(start)), rawAt(t.segments, int32(stop))
	return int(a), int(t.runeEnd(a, b))
}

// runeEnd returns b, or the end of the rune at a where an expansion made the
// span empty.
func (t *Text) runeEnd(a, b int32) int32 {
	if b <= a && int(a) < len(t.Raw) {
		_, n := utf8.DecodeRuneInString(t.Raw[a:])
		return a + int32(n)
	}
	return b
}
