package fix

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/postvet/postvet/internal/post"
)

// context is how many lines around a change a diff shows.
const context = 3

// Diff returns how bytes of a file have changed as a unified diff, for reading:
// lines are decoded and without their ends. It holds all that a file does.
func Diff(was, is []byte) []string {
	return diff(was, is, func(a, b [][]byte, hunks []hunk, lead, tail int) string {
		first, last := hunks[0], hunks[len(hunks)-1]
		return fmt.Sprintf("@@ -%s +%s @@", span(first.a-lead, last.aEnd+tail), span(first.b-lead, last.bEnd+tail))
	})
}

// Texts returns how the texts of posts have changed, as a diff without anything
// else that stands in the file. Posts in which something identifies a person
// are left out and counted.
func (o *Outcome) Texts() (lines []string, left int) {
	for i := 0; i < len(o.made); {
		last := i
		for last < len(o.made) && o.made[last].post == o.made[i].post {
			last++
		}
		if o.made[i].private {
			left++
		} else {
			lines = append(lines, texts(o.made[i].of, o.made[i:last])...)
		}
		i = last
	}
	return lines, left
}

func texts(p *post.Post, made []change) []string {
	var edits []post.Edit
	for _, c := range made {
		edits = append(edits, c.edit)
	}
	var out []string
	for field := range p.Fields {
		f := &p.Fields[field]
		is, changed := edited(f.Text, field, edits)
		if !changed {
			continue
		}
		out = append(out, diff([]byte(f.Text), []byte(is), func(a, _ [][]byte, hunks []hunk, _, _ int) string {
			at := min(len(bytes.Join(a[:hunks[0].a], nil)), len(f.Text))
			from, _ := p.Locate(field, at, at)
			if from.Place != "" {
				return fmt.Sprintf("@@ %s @@", from.Place)
			}
			return fmt.Sprintf("@@ line %d, %s @@", from.Line, f.Name)
		})...)
	}
	return out
}

// header names a run of hunks that are shown with so many lines around them.
type header func(a, b [][]byte, hunks []hunk, lead, tail int) string

func diff(was, is []byte, name header) []string {
	a, b := bytes.SplitAfter(was, []byte("\n")), bytes.SplitAfter(is, []byte("\n"))
	var out []string
	hunks := compare(a, b)
	for i := 0; i < len(hunks); {
		last := i
		for last+1 < len(hunks) && hunks[last+1].a-hunks[last].aEnd <= 2*context {
			last++
		}
		out = append(out, show(a, b, hunks[i:last+1], name)...)
		i = last + 1
	}
	return out
}

// hunk says that lines a to aEnd became lines b to bEnd.
type hunk struct{ a, aEnd, b, bEnd int }

// compare returns the lines that differ. Where they do it looks for the next
// lines that agree: few lines change, and near each other.
func compare(a, b [][]byte) []hunk {
	var hunks []hunk
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		if i < len(a) && j < len(b) && bytes.Equal(a[i], b[j]) {
			i, j = i+1, j+1
			continue
		}
		h := hunk{a: i, b: j}
		i, j = resume(a, b, i, j)
		h.aEnd, h.bEnd = i, j
		hunks = append(hunks, h)
	}
	return hunks
}

// resume returns the nearest lines from i and j on that agree.
func resume(a, b [][]byte, i, j int) (int, int) {
	const far = 400
	for distance := 1; distance < far; distance++ {
		for n := range distance + 1 {
			x, y := i+distance-n, j+n
			if x <= len(a) && y <= len(b) && (x == len(a) && y == len(b) || x < len(a) && y < len(b) && bytes.Equal(a[x], b[y])) {
				return x, y
			}
		}
	}
	return len(a), len(b)
}

// show writes hunks that stand near each other as one.
func show(a, b [][]byte, hunks []hunk, name header) []string {
	first, last := hunks[0], hunks[len(hunks)-1]
	lead := min(context, first.a)
	tail := min(context, len(a)-last.aEnd)
	if tail > 0 && last.aEnd+tail == len(a) && len(a[len(a)-1]) == 0 {
		tail-- // what stands behind the last line end is no line
	}
	out := []string{name(a, b, hunks, lead, tail)}
	at := first.a - lead
	for _, h := range hunks {
		out = append(out, lines(" ", a[at:h.a])...)
		out = append(out, lines("-", a[h.a:h.aEnd])...)
		out = append(out, lines("+", b[h.b:h.bEnd])...)
		at = h.aEnd
	}
	return append(out, lines(" ", a[at:last.aEnd+tail])...)
}

func span(from, to int) string {
	if from == to {
		return fmt.Sprintf("%d,0", from)
	}
	return fmt.Sprintf("%d,%d", from+1, to-from)
}

func lines(mark string, lines [][]byte) []string {
	var out []string
	for _, line := range lines {
		if len(line) > 0 {
			out = append(out, mark+strings.TrimRight(post.Decode(line), "\r\n"))
		}
	}
	return out
}
