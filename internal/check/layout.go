package check

import (
	"sort"
	"strconv"
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"github.com/postvet/postvet/internal/text"
)

// layout is where the scopes of a text that aren't sentences or paragraphs
// begin and end. Each is worked out when first asked for.
type layout struct {
	counted []int32 // by word: how many words stand before it, emoji and handles left out
	parts   []int32 // bytes where the parts of a thread start, the first left out
	split   bool
	shown   int32 // bytes that show before "see more", and one more; 0 when not known yet
}

// words returns how many counted words stand before each word, and before the
// end.
func (l *layout) words(t *text.Text) []int32 {
	if l.counted != nil {
		return l.counted
	}
	l.counted = make([]int32, len(t.Words)+1)
	for i := range t.Words {
		w := &t.Words[i]
		l.counted[i+1] = l.counted[i]
		shared := i > 0 && t.Words[i-1].Start == w.Start // "can" and "not" of "can't"
		if w.Kind != text.Emoji && w.Kind != text.Handle && !shared {
			l.counted[i+1]++
		}
	}
	return l.counted
}

// part returns the number of the thread's part that holds byte at.
func (l *layout) part(t *text.Text, at int32) int32 {
	starts := l.starts(t)
	return int32(sort.Search(len(starts), func(i int) bool { return starts[i] > at }))
}

// starts returns where the parts of a thread behind the first one start.
func (l *layout) starts(t *text.Text) []int32 {
	if !l.split {
		l.parts, l.split = partStarts(t.Raw), true
	}
	return l.parts
}

// partStarts returns where the parts of a thread behind the first one start:
// after a line of hyphens, at a paragraph that opens with the next number
// ("2/5"), or after one that closes with its number.
func partStarts(raw string) []int32 {
	var starts []int32
	var last number
	opens := true // a paragraph
	closed := false
	next := false // what follows is a part of its own
	at := 0
	for line := range strings.Lines(raw) {
		words := endWords(line)
		switch {
		case len(words) == 0:
			opens, next, closed = true, next || closed, false
		case len(words) == 1 && len(words[0]) >= 3 && strings.Trim(words[0], "-") == "":
			opens, next, last = true, true, number{}
		default:
			first := last.next(words[0])
			if len(words) > 1 && strings.IndexFunc(words[0], unicode.IsLetter) < 0 && first == last {
				first = last.next(words[1]) // behind "🧵"
			}
			if next || opens && first != last && first.part > 1 {
				starts = append(starts, int32(at))
			}
			if opens {
				last = first
			}
			end := last.next(words[len(words)-1])
			closed = end != last && end.part < end.of
			last, opens, next = end, false, false
		}
		at += len(line)
	}
	return starts
}

// endWords returns the words of a line, or only those at its ends when it's
// long.
func endWords(line string) []string {
	const enough = 64
	if len(line) <= 2*enough {
		return strings.Fields(line)
	}
	return append(strings.Fields(line[:enough]), strings.Fields(line[len(line)-enough:])...)
}

// number is what the author of a thread numbers a part with.
type number struct{ part, of int }

// next returns the number that word is if it follows n, else n.
func (n number) next(word string) number {
	a, b, ok := strings.Cut(strings.Trim(word, "()[]."), "/")
	part, err := strconv.Atoi(a)
	of, err2 := strconv.Atoi(b)
	if !ok || err != nil || err2 != nil || part > of || of < 2 {
		return n
	}
	if part == 1 || part == n.part+1 && of == n.of {
		return number{part, of}
	}
	return n
}

// fold returns how many bytes of raw show before "see more".
func (l *layout) fold(raw string, platforms []string) int32 {
	if l.shown == 0 {
		l.shown = 1 + int32(firstGraphemes(raw, foldOf(platforms)))
	}
	return l.shown - 1
}

// firstGraphemes returns how many bytes the first n characters of s take, as a
// reader counts them.
func firstGraphemes(s string, n int) int {
	g := graphemes.FromString(s)
	for n > 0 && g.Next() {
		n--
	}
	if n > 0 {
		return len(s)
	}
	return g.End()
}
