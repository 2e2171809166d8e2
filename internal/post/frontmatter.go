package post

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/postvet/postvet/internal/yamldoc"
)

// The lines around YAML, TOML and JSON.
const (
	fence     = "---"
	tomlFence = "+++"
	jsonFence = ";;;"
)

// key is how front matter begins; other text between two rules is text.
var key = regexp.MustCompile(`^["']?[\pL_][\pL\pN_. -]*["']?:(?:[ \t\r\n]|$)`)

// frontMatter reads what stands at the head of a file, between two fences or
// as an object of JSON, and returns where the body starts.
func (p *Post) frontMatter(src *source) (body int) {
	switch {
	case fenceSize(src.text, tomlFence) > 0:
		return p.tomlMatter(src)
	case fenceSize(src.text, jsonFence) > 0, jsonStart.MatchString(src.text):
		return p.jsonMatter(src)
	}
	stop, body, err := fences(src.text)
	if err != nil {
		p.fail(fmt.Errorf("%s:1:1: %w", p.Source, err))
		return 0
	}
	if stop == 0 {
		return 0
	}
	// The opening fence goes along: to YAML it starts a document, and places need no shift.
	root, problems := yamldoc.Parse(p.Source, []byte(src.text[:stop]))
	if err := problems.Err(); err != nil {
		p.fail(err)
		return 0
	}
	d := &yamldoc.Decoder{Path: p.Source}
	p.read(root.Keys, &record{
		d:     d,
		field: func(n *yamldoc.Node) Field { return scalarField(src, n) },
		place: func(first, last *yamldoc.Node) (*source, int, int) { return src, first.Start, endOf(last) },
	})
	return body
}

// fences finds front matter: where the closing fence starts, and the body after it; 0 when there is none.
func fences(text string) (stop, body int, err error) {
	start := fenceSize(text, fence)
	if start == 0 {
		return 0, 0, nil
	}
	for at := start; at < len(text); at += lineSize(text[at:]) {
		for _, closing := range []string{fence, "..."} {
			if n := fenceSize(text[at:], closing); n > 0 {
				if !startsWithKey(text[start:at]) {
					return 0, 0, nil
				}
				return at, at + n, nil
			}
		}
	}
	if startsWithKey(text[start:]) {
		return 0, 0, errUnclosed(fence)
	}
	return 0, 0, nil
}

func errUnclosed(fence string) error {
	return fmt.Errorf("front matter opens here and is never closed; end it with a line %q", fence)
}

// closing returns where the line starts that closes front matter, and the body
// after it; 0 when there is none.
func closing(text, fence string) (stop, body int) {
	for at := lineSize(text); at < len(text); at += lineSize(text[at:]) {
		if n := fenceSize(text[at:], fence); n > 0 {
			return at, at + n
		}
	}
	return 0, 0
}

// startsWithKey reports whether the first line that says something is a key.
func startsWithKey(text string) bool {
	for text != "" {
		line := text[:lineSize(text)]
		text = text[len(line):]
		if said := strings.TrimSpace(line); said != "" && said[0] != '#' {
			return key.MatchString(said)
		}
	}
	return false
}

// fenceSize returns the bytes of the line that text starts with when it is a fence, else 0.
func fenceSize(text, fence string) int {
	if !strings.HasPrefix(text, fence) {
		return 0
	}
	n := lineSize(text)
	if strings.TrimRight(text[len(fence):n], space) != "" {
		return 0
	}
	return n
}

// lineSize returns the bytes of text's first line, its end included.
func lineSize(text string) int {
	n := strings.IndexAny(text, "\r\n")
	switch {
	case n < 0:
		return len(text)
	case strings.HasPrefix(text[n:], "\r\n"):
		return n + 2
	}
	return n + 1
}

// scalarField returns a value of front matter.
func scalarField(src *source, n *yamldoc.Node) Field {
	w := writer{src: src.text, last: n.Start}
	for _, s := range n.Origin() {
		w.append(n.Value[s.Text:s.TextEnd], s.Start, s.End, s.TextEnd-s.Text == s.End-s.Start)
	}
	f := w.field(src)
	f.spelled = inYAML(n.Style)
	return f
}

// endOf returns where a node of front matter ends, as nearly as its parts tell.
func endOf(n *yamldoc.Node) int {
	switch {
	case len(n.Items) > 0:
		return endOf(n.Items[len(n.Items)-1])
	case len(n.Keys) > 0:
		return endOf(n.Keys[len(n.Keys)-1].Value)
	}
	if origin := n.Origin(); len(origin) > 0 {
		return origin[len(origin)-1].End
	}
	return n.Start
}
