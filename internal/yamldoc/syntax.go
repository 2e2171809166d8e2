package yamldoc

import (
	"bytes"
	"errors"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// lineStarts returns where each line of data begins, with YAML's idea of line
// breaks, so that it counts as the parser does.
func lineStarts(data []byte) []int {
	starts := []int{0}
	if bytes.HasPrefix(data, bom) {
		starts[0] = len(bom)
	}
	for i := starts[0]; i < len(data); {
		size := breakSize(data[i:])
		if size == 0 {
			i++
			continue
		}
		i += size
		starts = append(starts, i)
	}
	return starts
}

var bom = []byte("\ufeff")

// breakSize returns the bytes of the line break that b starts with, 0 if none.
func breakSize(b []byte) int {
	switch {
	case len(b) == 0:
		return 0
	case b[0] == '\n':
		return 1
	case b[0] == '\r' && len(b) > 1 && b[1] == '\n':
		return 2
	case b[0] == '\r':
		return 1
	case len(b) > 1 && b[0] == 0xC2 && b[1] == 0x85: // next line
		return 2
	case len(b) > 2 && b[0] == 0xE2 && b[1] == 0x80 && (b[2] == 0xA8 || b[2] == 0xA9): // line and paragraph separator
		return 3
	}
	return 0
}

// unreadable finds the first character that YAML doesn't take.
func unreadable(data []byte) (at int, text string) {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size <= 1:
			return i, "not UTF-8; save the file as UTF-8"
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', r >= 0x7F && r < 0xA0 && r != 0x85, r == 0xFFFE, r == 0xFFFF:
			return i, "a control character can't stand here; remove it"
		}
		i += size
	}
	return 0, ""
}

// yamlError is how yaml.v3 words an error.
var yamlError = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)`)

// wordings give our words for a piece of a message of yaml.v3.
var wordings = []struct {
	theirs, ours string
	parser       bool // found by the parser, which counts lines from 0 and names the start of the map or list, not the place
}{
	{theirs: "expected key", parser: true, ours: "a key was expected here; check the indentation of this line, and quotes and brackets before it"},
	{theirs: "expected '-' indicator", parser: true, ours: `a list item ("- ") was expected here; check the indentation`},
	{theirs: "expected ',' or ']'", parser: true, ours: `a list in [ ] is broken here: a comma or "]" is missing`},
	{theirs: "expected ',' or '}'", parser: true, ours: `a map in { } is broken here: a comma or "}" is missing`},
	{theirs: "expected node content", parser: true, ours: "a value was expected here"},
	{theirs: "expected <document start>", parser: true, ours: "something stands behind the end of the document; check the indentation"},
	{theirs: "cannot start any token", ours: "a value can't start with this character; put quotes around it, and indent with spaces, not tabs"},
	{theirs: "could not find expected ':'", ours: `a ":" was expected behind a key; put quotes around text of several lines`},
	{theirs: "mapping values are not allowed", ours: `a ": " can't stand here; put quotes around a value that contains one`},
	{theirs: "block sequence entries are not", ours: `a list item ("- ") can't stand here; put it on a line of its own`},
	{theirs: "mapping keys are not", ours: `a "? " can't stand here; put quotes around the value`},
	{theirs: "unexpected end of stream", ours: "a quote that opens here is never closed"},
	{theirs: "unexpected document indicator", ours: "a quote that opens here is never closed"},
	{theirs: "unknown escape character", ours: `unknown escape (\) in double quotes; use single quotes`},
	{theirs: "hexdecimal number", ours: `broken \x or \u escape in double quotes; use single quotes`},
	{theirs: "Unicode character escape", ours: `broken \u escape in double quotes; use single quotes`},
	{theirs: "tab character", ours: "indent with spaces, not tabs"},
	{theirs: "indentation indicator", ours: `behind "|" or ">" can stand a number from 1 to 9`},
	{theirs: "comment or line break", ours: `the text of a block starts on the line after "|" or ">"`},
	{theirs: "unknown anchor", ours: `anchors and aliases (&, *) aren't used here; put quotes around a value that starts with "*"`},
	{theirs: "alphabetic or numeric", ours: `anchors and aliases (&, *) aren't used here; put quotes around a value that starts with "*" or "&"`},
	{theirs: "tag", ours: `tags (!) aren't used here; put quotes around a value that starts with "!"`},
	{theirs: "directive", ours: `put quotes around a value that starts with "%"`},
	{theirs: "exceeded max depth", ours: "nested too deep"},
}

// reword gives the place and the wording of an error of yaml.v3, without anything of the data.
func reword(data []byte, lines []int, err error) (line int, text string) {
	if errors.Is(err, errSeveral) {
		return 1, `one document was expected, found several; remove the "---" between them`
	}
	line, text = 1, "this isn't YAML"
	m := yamlError.FindStringSubmatch(err.Error())
	if m == nil {
		return line, text
	}
	if m[1] != "" {
		line, _ = strconv.Atoi(m[1])
	}
	for _, w := range wordings {
		if !strings.Contains(m[2], w.theirs) {
			continue
		}
		if w.parser {
			line = firstBroken(data, lines, w.theirs)
		}
		return min(line, len(lines)), w.ours
	}
	return min(line, len(lines)), text
}

// firstBroken returns the line on which an error arises: the shortest beginning of the data that has it ends there.
func firstBroken(data []byte, lines []int, theirs string) int {
	return 1 + sort.Search(len(lines)-1, func(i int) bool {
		_, err := decode(data[:lines[i+1]])
		return err != nil && strings.Contains(err.Error(), theirs)
	})
}
