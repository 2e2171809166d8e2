package post

import (
	"strings"

	mdtext "github.com/yuin/goldmark/text"
)

// page reads a page of HTML, after front matter if there is any: its body as a
// reader sees it, its title and what it says of itself to search engines.
func page(p *Post, src *source) {
	at := p.frontMatter(src)
	if p.Err != nil {
		return
	}
	m := newMarkdownReader(src, at)
	m.page = true
	m.html([]mdtext.Segment{mdtext.NewSegment(0, len(m.raw))})
	m.fill(p)
}

// pageTitle lets what follows be the page's title, or ends it.
func (h *htmlReader) pageTitle(t htmlTag) {
	switch {
	case t.closing:
		h.endTitle()
	case h.body == nil:
		h.body, h.out = h.out, &writer{src: h.src.text, last: h.place(t.start)}
	}
}

func (h *htmlReader) endTitle() {
	if h.body != nil {
		h.add("title", h.out.field(h.src))
		h.out, h.body = h.body, nil
	}
}

// described are the names under which a page tells others what it is about.
var described = map[string]string{
	"description": "description", "og:description": "description", "twitter:description": "description",
	"og:title": "title", "twitter:title": "title",
	"og:image:alt": "alt", "twitter:image:alt": "alt",
}

func (h *htmlReader) meta(t htmlTag) {
	field := ""
	for _, a := range t.attributes {
		if a.name == "name" || a.name == "property" {
			field = described[strings.ToLower(strings.TrimSpace(string(h.text[a.start:a.stop])))]
		}
	}
	for _, a := range t.attributes {
		if field != "" && a.name == "content" {
			h.add(field, h.value(a))
		}
	}
}
