package report

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/width"
)

// columns returns how many columns of a terminal s takes.
func columns(s string) int {
	n := 0
	for c := graphemes.FromString(s); c.Next(); {
		n += clusterColumns(c.Value())
	}
	return n
}

// clusterColumns returns the columns of one grapheme cluster: those of its
// base, two when a variation selector or a pair of flags makes it an emoji.
func clusterColumns(cluster string) int {
	base, size := utf8.DecodeRuneInString(cluster)
	if size == len(cluster) {
		return runeColumns(base)
	}
	second, _ := utf8.DecodeRuneInString(cluster[size:])
	if second == '\ufe0f' || unicode.Is(unicode.Regional_Indicator, base) && unicode.Is(unicode.Regional_Indicator, second) {
		return 2
	}
	return runeColumns(base)
}

func runeColumns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// head returns the longest start of s that takes at most room columns and
// whether that is all of s. It looks at a bounded stretch, however long s is.
func head(s string, room int) (string, bool) {
	part := s
	if limit := stretch(room); len(s) > limit {
		part = s[:runeStart(s, limit)]
	}
	end, used := 0, 0
	for c := graphemes.FromString(part); c.Next(); {
		used += clusterColumns(c.Value())
		if used > room {
			return s[:end], false
		}
		end = c.End()
	}
	return s[:end], end == len(s)
}

// tail is head from the other end.
func tail(s string, room int) (string, bool) {
	from := 0
	if limit := stretch(room); len(s) > limit {
		from = runeStart(s, len(s)-limit)
	}
	over := columns(s[from:]) - room
	if over <= 0 {
		return s[from:], from == 0
	}
	for c := graphemes.FromString(s[from:]); c.Next(); {
		if over -= clusterColumns(c.Value()); over <= 0 {
			return s[from+c.End():], false
		}
	}
	return "", false
}

// stretch is how many bytes are looked at to fill room columns: plenty for
// emoji families, little for a line of megabytes.
func stretch(room int) int { return 32*max(room, 0) + 64 }

func runeStart(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}
