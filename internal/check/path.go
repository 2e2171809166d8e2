package check

import (
	"path"
	"strings"
	"unicode"
)

// readablePath returns the name of a file as words: without its folder and
// ending, cut at hyphens, underscores, dots and capitals.
func readablePath(source string) string {
	name := path.Base(strings.ReplaceAll(source, `\`, "/"))
	name = strings.TrimSuffix(name, path.Ext(name))
	var words strings.Builder
	var last rune
	for _, r := range name {
		switch {
		case r == '-' || r == '_' || r == '.':
			r = ' '
		case unicode.IsUpper(r) && unicode.IsLower(last):
			words.WriteByte(' ')
		}
		words.WriteRune(r)
		last = r
	}
	return strings.TrimSpace(words.String())
}
