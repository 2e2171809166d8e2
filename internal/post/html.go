package post

import (
	"bytes"
	"slices"
	"sort"
	"strings"

	mdtext "github.com/yuin/goldmark/text"
)

var (
	// Elements whose content no reader sees.
	unseen = []string{"script", "style", "template", "noscript", "iframe"}
	// Elements that begin and end a block of text.
	blocks = strings.Fields(`address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
		figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol optgroup option p pre
		section summary table tbody td tfoot th thead title tr ul`)
	// Elements that are media, and the kind they are.
	mediaTags = map[string]string{"img": "image", "video": "video", "audio": "audio"}
)

// htmlReader walks through the lines of a piece of HTML, joined.
type htmlReader struct {
	*markdownReader
	text   []byte
	starts []int // where each line starts in text
	lines  []mdtext.Segment
	at     int
	first  int     // of the waivers in it
	body   *writer // while out is the title of a page
}

// html writes what a reader sees of HTML: text without tags, comments, scripts and styles.
func (m *markdownReader) html(lines []mdtext.Segment) {
	h := htmlReader{markdownReader: m, lines: lines, first: len(m.directives)}
	for _, line := range lines {
		h.starts = append(h.starts, len(h.text))
		h.text = append(h.text, m.raw[line.Start:line.Stop]...)
	}
	for h.at < len(h.text) {
		if m.hidden != "" {
			if h.at = closingTag(h.text, h.at, m.hidden); h.at == len(h.text) {
				break
			}
			h.markup()
			continue
		}
		next := until(h.text, h.at, "<")
		h.words(m.out, h.at, next)
		if h.at = next; h.at < len(h.text) {
			h.markup()
		}
	}
	h.endTitle()
}

// place returns where a byte of text stands in the source.
func (h *htmlReader) place(at int) int {
	i := sort.SearchInts(h.starts, at+1) - 1
	return h.base + h.lines[i].Start + at - h.starts[i]
}

// words writes text[from:to] with its entities decoded; white space is one blank.
func (h *htmlReader) words(w *writer, from, to int) {
	for from < to {
		n := bytes.IndexAny(h.text[from:to], space+"&")
		if n < 0 {
			n = to - from
		}
		if n > 0 {
			at := h.place(from)
			w.verbatim(at, at+n)
		}
		if from += n; from == to {
			return
		}
		plain, size := entity(h.text[from:to])
		at := h.place(from)
		switch {
		case size > 0:
			w.decoded(plain, at, at+size)
			from += size
		case h.text[from] == '&':
			w.verbatim(at, at+1)
			from++
		default:
			w.separate(" ")
			from++
		}
	}
}

// markup passes over the comment, declaration or tag at which the reader stands.
func (h *htmlReader) markup() {
	rest := h.text[h.at:]
	t, ok := parseTag(h.text, h.at, max(h.spare, longestTag))
	if ok {
		h.at = t.end
		h.tag(t)
		return
	}
	h.spare -= t.end - t.start
	closing := ""
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		closing = "-->"
	case bytes.HasPrefix(rest, []byte("<!")), bytes.HasPrefix(rest, []byte("<?")):
		closing = ">"
	default:
		h.words(h.out, h.at, h.at+1)
		h.at++
		return
	}
	if n := bytes.Index(rest, []byte(closing)); n >= 0 {
		h.at += n + len(closing)
		if closing == "-->" {
			h.comment(h.at-n-len(closing), h.at)
		}
	} else {
		h.at = len(h.text)
	}
}

// tag does what a tag asks for.
func (h *htmlReader) tag(t htmlTag) {
	switch {
	case t.closing && t.name == h.hidden:
		h.hidden = ""
	case h.page && t.name == "title":
		h.pageTitle(t)
	case t.name == "br":
		h.out.separate("\n")
	case slices.Contains(blocks, t.name):
		h.endBlock(h.first)
		h.out.separate("\n\n")
	case slices.Contains(unseen, t.name) && !t.closing:
		h.hidden = t.name
	}
	if !t.closing {
		h.attributes(t)
	}
}

// attributes makes fields of a tag's alt text, title and file name.
func (h *htmlReader) attributes(t htmlTag) {
	if h.page && t.name == "meta" {
		h.meta(t)
	}
	item := Media{Kind: mediaTags[t.name], src: h.src, start: h.place(t.start), stop: h.place(t.end-1) + 1}
	for _, a := range t.attributes {
		f := h.value(a)
		switch {
		case a.name == "title":
			h.add("link-title", f)
		case a.name == "alt" && item.Kind != "":
			item.Alt = f.Text
			h.add("alt", f)
		case a.name == "src" && item.Kind != "":
			item.File = f.Text
			h.add("file", fileField(f))
		}
	}
	if item.Kind != "" {
		h.media = append(h.media, item)
	}
}

// value returns an attribute's value.
func (h *htmlReader) value(a htmlAttribute) Field {
	w := writer{src: h.src.text, last: h.place(min(a.start, len(h.text)-1))}
	h.words(&w, a.start, a.stop)
	return w.field(h.src)
}

// htmlTag is one tag; its attributes' values are places in the text.
type htmlTag struct {
	name       string // lower case
	closing    bool
	start, end int
	attributes []htmlAttribute
}

type htmlAttribute struct {
	name        string // lower case
	start, stop int
}

// longestTag is how many bytes a tag may always have; pictures written into
// one take more, which text full of "<" shall not cost.
const longestTag = 8 << 10

// parseTag reads the tag that starts at a byte of text; where none does ok is
// false and end is how far it looked.
func parseTag(text []byte, start, longest int) (t htmlTag, ok bool) {
	text = text[:min(len(text), start+longest)]
	t.start = start
	at := start + 1
	if at < len(text) && text[at] == '/' {
		t.closing = true
		at++
	}
	stop := until(text, at, space+"/><=\"'")
	t.name = strings.ToLower(string(text[at:stop]))
	if t.end = stop; t.name == "" || t.name[0] < 'a' || t.name[0] > 'z' {
		return t, false
	}
	for at = stop; ; {
		for at < len(text) && strings.IndexByte(space+"/", text[at]) >= 0 {
			at++
		}
		if at >= len(text) || text[at] == '<' {
			t.end = at
			return t, false
		}
		if text[at] == '>' {
			t.end = at + 1
			return t, true
		}
		var a htmlAttribute
		if a, at = parseAttribute(text, at); a.name != "" {
			t.attributes = append(t.attributes, a)
		}
	}
}

// parseAttribute reads a name and, behind "=", a value; next is where it ends.
func parseAttribute(text []byte, at int) (a htmlAttribute, next int) {
	stop := max(until(text, at, space+"/><="), at+1)
	a.name = strings.ToLower(string(text[at:stop]))
	next = skipSpace(text, stop)
	if next >= len(text) || text[next] != '=' {
		a.start, a.stop = stop, stop
		return a, stop
	}
	next = skipSpace(text, next+1)
	a.start, a.stop = next, until(text, next, space+">")
	if next < len(text) && (text[next] == '"' || text[next] == '\'') {
		a.start, a.stop = next+1, until(text, next+1, string(text[next]))
		return a, min(a.stop+1, len(text))
	}
	return a, a.stop
}

// until returns the first byte from at on that is one of stops, or the end.
func until(text []byte, at int, stops string) int {
	if n := bytes.IndexAny(text[at:], stops); n >= 0 {
		return at + n
	}
	return len(text)
}

// closingTag returns where the tag that closes an element stands, or the end.
func closingTag(text []byte, at int, element string) int {
	for {
		n := bytes.Index(text[at:], []byte("</"))
		if n < 0 {
			return len(text)
		}
		at += n
		if rest := text[at+2:]; len(rest) >= len(element) && strings.EqualFold(string(rest[:len(element)]), element) {
			if t, ok := parseTag(text, at, longestTag); ok && t.name == element {
				return at
			}
		}
		at += 2
	}
}

func skipSpace(text []byte, at int) int {
	for at < len(text) && strings.IndexByte(space, text[at]) >= 0 {
		at++
	}
	return at
}
