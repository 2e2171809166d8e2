package post

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	mdtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads Markdown after front matter: the body as a reader sees it,
// and images and titles as fields of their own.
func markdown(p *Post, src *source) {
	at := p.frontMatter(src)
	if p.Err != nil {
		return
	}
	m := newMarkdownReader(src, at)
	root, err := parseMarkdown(m.raw)
	if err != nil {
		p.fail(fmt.Errorf("%s: %w", p.Source, err))
		return
	}
	m.children(root)
	m.fill(p)
}

// newMarkdownReader returns a reader of what stands behind byte at of src.
func newMarkdownReader(src *source, at int) *markdownReader {
	const spare = 4 << 20
	m := &markdownReader{src: src, base: at, raw: []byte(newlines(src.text[at:])), spare: spare}
	m.out = &writer{src: src.text, last: at, text: make([]byte, 0, len(m.raw))}
	return m
}

// fill gives a post what was read.
func (m *markdownReader) fill(p *Post) {
	body := m.out.field(m.src)
	if !m.page {
		body.spelled, body.home = spelledBy(inMarkdown), [2]int{m.base, len(m.src.text)}
	}
	p.add("body", body)
	for _, f := range m.fields {
		p.add(f.Name, f)
	}
	for _, item := range m.media {
		p.image(item)
	}
	m.keepDirectives(p)
}

// parseMarkdown keeps a fault of the parser from taking the other posts with it.
func parseMarkdown(raw []byte) (root ast.Node, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("the Markdown parser gave up on it")
		}
	}()
	return markdownParser().Parse(mdtext.NewReader(raw)), nil
}

// newlines makes a lone "\r" a "\n", which is as long, since goldmark knows no other line end.
func newlines(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	b := []byte(text)
	for i, c := range b {
		if c == '\r' && (i+1 == len(b) || b[i+1] != '\n') {
			b[i] = '\n'
		}
	}
	return string(b)
}

const maxBreak = 80 // bytes of a line of hyphens that are looked at

type markdownReader struct {
	src        *source
	base       int     // byte of src.text where raw starts
	raw        []byte  // what goldmark reads, as long as the rest of src.text
	out        *writer // the body, or the alt text being read
	fields     []Field
	media      []Media
	hidden     string // the HTML element whose content nobody sees, while in it
	directives []openDirective
	spare      int  // bytes that may be spent on tags which turn out to be none
	page       bool // it is a page of HTML, which has a title and a description of its own
}

func (m *markdownReader) children(n ast.Node) {
	first := len(m.directives)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeInline {
			m.inline(c)
			continue
		}
		m.block(c)
		m.endBlock(first)
	}
}

func (m *markdownReader) block(n ast.Node) {
	m.out.separate("\n\n")
	m.hidden = ""
	switch n := n.(type) {
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		m.code(n.Lines())
	case *ast.HTMLBlock:
		lines := slices.Clone(n.Lines().Sliced(0, n.Lines().Len()))
		if n.HasClosure() {
			lines = append(lines, n.ClosureLine)
		}
		m.html(lines)
	case *ast.LinkReferenceDefinition:
	case *ast.ThematicBreak:
		// It may part the posts of a thread.
		if at := n.Pos(); len(m.out.text) > 0 && at >= 0 && at < len(m.raw) {
			line := lineSize(string(m.raw[at:min(len(m.raw), at+maxBreak)]))
			m.out.decoded(fence, m.base+at, m.base+at+len(strings.TrimRight(string(m.raw[at:at+line]), space)))
		}
	default:
		m.children(n)
	}
	m.out.separate("\n\n")
}

// code writes the lines of a code block as they stand.
func (m *markdownReader) code(lines *mdtext.Segments) {
	for i := range lines.Len() {
		line := lines.At(i)
		text := strings.TrimRight(string(m.raw[line.Start:line.Stop]), "\r\n")
		m.verbatim(line.Start, line.Start+len(text))
		m.out.separate("\n")
	}
}

func (m *markdownReader) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		m.textNode(n)
	case *ast.AutoLink:
		if at, ok := m.find(n.Label(m.raw)); ok {
			m.verbatim(at, at+len(n.Label(m.raw)))
		}
	case *ast.RawHTML:
		m.html(n.Segments.Sliced(0, n.Segments.Len()))
	case *ast.Image:
		m.image(n)
	case *ast.Link:
		m.children(n)
		m.title(n, n.Destination, n.Title)
	default:
		m.children(n)
	}
}

func (m *markdownReader) textNode(n *ast.Text) {
	switch {
	case m.hidden != "":
	case n.IsRaw():
		code := string(m.raw[n.Segment.Start:n.Segment.Stop])
		text := strings.TrimRight(code, "\r\n")
		m.verbatim(n.Segment.Start, n.Segment.Start+len(text))
		if text != code {
			m.out.separate(" ")
		}
	default:
		m.unescape(m.out, n.Segment.Start, n.Segment.Stop)
	}
	switch {
	case n.HardLineBreak():
		m.out.separate("\n")
	case n.SoftLineBreak():
		m.out.separate(" ")
	}
}

func (m *markdownReader) verbatim(from, to int) {
	m.out.verbatim(m.base+from, m.base+to)
}

// unescape writes raw[from:to], its entities and backslash escapes decoded.
func (m *markdownReader) unescape(w *writer, from, to int) {
	for at := from; at < to; {
		n := bytes.IndexAny(m.raw[at:to], `\&`)
		if n < 0 {
			break
		}
		at += n
		plain, size := entity(m.raw[at:to])
		if m.raw[at] == '\\' && at+1 < to && util.IsPunct(m.raw[at+1]) {
			plain, size = string(m.raw[at+1]), 2
		}
		if size == 0 {
			at++
			continue
		}
		w.verbatim(m.base+from, m.base+at)
		w.decoded(plain, m.base+at, m.base+at+size)
		at += size
		from = at
	}
	w.verbatim(m.base+from, m.base+to)
}

// entity decodes the entity that s starts with ("&amp;", "&#x1F600;"); size is 0 when it is none.
func entity(s []byte) (plain string, size int) {
	const longest = 34 // CounterClockwiseContourIntegral and its signs
	if s[0] != '&' {
		return "", 0
	}
	for i, c := range s[:min(len(s), longest)] {
		if c == ';' {
			name := string(s[:i+1])
			if plain = html.UnescapeString(name); plain == name {
				return "", 0
			}
			return plain, i + 1
		}
	}
	return "", 0
}
