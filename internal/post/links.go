package post

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// image makes an image's alt text, title and file name fields of their own.
func (m *markdownReader) image(n *ast.Image) {
	item := Media{Kind: "image", src: m.src, start: m.base + n.Pos()}
	body := m.out
	m.out = &writer{src: m.src.text, last: item.start}
	m.children(n)
	alt := m.out.field(m.src)
	m.out = body
	item.Alt, item.stop = strings.TrimSpace(alt.Text), alt.segments[len(alt.segments)-1].end
	alt.spelled = spelledBy(inMarkdown)
	m.add("alt", alt)
	if len(n.Destination) > 0 {
		at, ok := m.find(n.Destination)
		file := m.part(n, n.Destination, at, ok)
		item.File, item.Kind = file.Text, kindOf(file.Text, "image")
		m.add("file", fileField(file))
	}
	m.title(n, n.Destination, n.Title)
	if n.Reference == nil {
		item.stop = max(item.stop, m.base+m.end(n))
	}
	m.media = append(m.media, item)
}

// title makes the title of a link or image a field of its own.
func (m *markdownReader) title(n ast.Node, destination, title []byte) {
	if len(title) > 0 {
		at, ok := m.findTitle(destination, title)
		m.add("link-title", m.part(n, title, at, ok))
	}
}

// part returns an address or a title of n as a field, its escapes and entities
// decoded. One of several lines inside a quote or list has no place but n's.
func (m *markdownReader) part(n ast.Node, part []byte, at int, ok bool) Field {
	w := writer{src: m.src.text}
	if ok {
		m.unescape(&w, at, at+len(part))
	} else {
		w.decoded(html.UnescapeString(string(part)), m.base+n.Pos(), m.base+n.Pos()+1)
	}
	return w.field(m.src)
}

func (m *markdownReader) add(name string, f Field) {
	f.Name = name
	m.fields = append(m.fields, f)
}

// find returns where a part that goldmark cut out of raw stands in it: both
// end at the same place in memory.
func (m *markdownReader) find(part []byte) (at int, ok bool) {
	at = cap(m.raw) - cap(part)
	if len(part) == 0 || at < 0 || at+len(part) > len(m.raw) || &m.raw[at] != &part[0] {
		return 0, false
	}
	return at, true
}

// findTitle returns where the title behind an address starts; goldmark copies titles.
func (m *markdownReader) findTitle(destination, title []byte) (at int, ok bool) {
	at, ok = m.find(destination)
	if !ok {
		return 0, false
	}
	at += len(destination)
	if at < len(m.raw) && m.raw[at] == '>' {
		at++
	}
	at = skipSpace(m.raw, at) + 1 // the quote
	return at, at < len(m.raw) && bytes.HasPrefix(m.raw[at:], title)
}

// end returns where an inline image ends, its bracket included, as far as its parts tell.
func (m *markdownReader) end(n *ast.Image) int {
	at, ok := m.find(n.Destination)
	if !ok {
		return 0
	}
	stop := at + len(n.Destination)
	if at, ok := m.findTitle(n.Destination, n.Title); ok && len(n.Title) > 0 {
		stop = at + len(n.Title) + 1
	} else if stop < len(m.raw) && m.raw[stop] == '>' {
		stop++
	}
	if closing := skipSpace(m.raw, stop); closing < len(m.raw) && m.raw[closing] == ')' {
		return closing + 1
	}
	return stop
}
