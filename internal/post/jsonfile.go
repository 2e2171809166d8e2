package post

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/postvet/postvet/internal/yamldoc"
)

const brokenJSON = `broken JSON; write an object such as {"text": "…"}, or an array of them`

// readJSON reads a file that is one record, or an array of them.
func readJSON(name string, r io.Reader, _ Options, yield func(*Post) bool) {
	first := &Post{Source: name, Line: 1}
	src, err := first.load(r)
	if err != nil {
		first.fail(fmt.Errorf("%s: %w", name, err))
		yield(first)
		return
	}
	f := &jsonFile{source: name, src: src, jsonReader: jsonReader{data: []byte(src.text), line: 1}}
	f.space()
	if f.at == len(f.data) || f.data[f.at] != '[' {
		f.read(first)
		if f.space(); first.Err == nil && f.at < len(f.data) {
			f.broken(first)
		}
		yield(first)
		return
	}
	f.at++
	if f.space(); f.take(']') {
		return
	}
	for n := 1; ; n++ {
		p := &Post{Source: name, Place: fmt.Sprintf("post %d", n), Notes: first.Notes}
		first.Notes = nil
		goesOn := f.read(p)
		f.space()
		ends := goesOn && f.take(']')
		if goesOn && !ends && !f.take(',') {
			f.broken(p)
			goesOn = false
		}
		if f.space(); ends && f.at < len(f.data) {
			f.broken(p)
		}
		if !yield(p) || ends || !goesOn {
			return
		}
	}
}

// jsonFile reads the records of a file one after the other.
type jsonFile struct {
	jsonReader
	source string
	src    *source
}

// read reads one record; it reports whether the file can be read on.
func (f *jsonFile) read(p *Post) bool {
	f.space()
	start := f.at
	f.d = &yamldoc.Decoder{Path: f.source}
	entries, ok := f.entries()
	if !ok {
		f.broken(p)
		return false
	}
	own := &source{text: f.src.text[start:f.at], charset: f.src.charset, start: f.src.position(start)}
	p.Line = own.start.Line
	if p.Place != "" {
		place := p.Place
		own.place = func(int) string { return place }
	}
	r := jsonRecord(own, start, f.d)
	p.idAndText(entries, r, &yamldoc.Node{Column: start + 1})
	p.read(entries, r)
	p.settle(f.src, f.d)
	return true
}

// broken makes p the post at which the file can't be read on.
func (f *jsonFile) broken(p *Post) {
	f.d = &yamldoc.Decoder{Path: f.source}
	at := min(f.at, len(f.data))
	f.d.Report(&yamldoc.Node{Column: at + 1}, brokenJSON)
	p.Line = f.src.position(at).Line
	p.settle(f.src, f.d)
}

// settle turns the bytes that problems count into lines and columns of src, and
// makes them the post's error.
func (p *Post) settle(src *source, d *yamldoc.Decoder) {
	for i := range d.Problems {
		pos := src.position(min(d.Problems[i].Column-1, len(src.text)))
		d.Problems[i].Line, d.Problems[i].Column = pos.Line, pos.Column
	}
	if err := d.Problems.Err(); err != nil {
		p.fail(err)
	}
}

// jsonRecord reads values that stand in src, whose first byte is byte base of
// what was parsed.
func jsonRecord(src *source, base int, d *yamldoc.Decoder) *record {
	return &record{
		d:     d,
		field: func(n *yamldoc.Node) Field { return jsonField(src, n.Column-1-base, n) },
		place: func(first, last *yamldoc.Node) (*source, int, int) {
			return src, first.Column - 1 - base, jsonEnd(src, last, base)
		},
	}
}

// jsonField returns the field of a value that starts at a byte of src.
func jsonField(src *source, at int, n *yamldoc.Node) Field {
	w := writer{src: src.text, last: at}
	if n.Tag != "!!str" {
		w.verbatim(at, at+len(n.Value))
		return w.field(src)
	}
	for at++; src.text[at] != '"'; {
		if n := strings.IndexAny(src.text[at:], `\"`); n > 0 {
			w.verbatim(at, at+n)
			at += n
			continue
		}
		size := 2
		if rest := src.text[at:]; rest[1] == 'u' {
			_, size = unescapeRune([]byte(rest[1:min(len(rest), 12)]))
			size++
		} else if strings.HasPrefix(rest, `\r\n`) {
			size = 4
		}
		plain, _ := unescapeJSON([]byte(src.text[at : at+size]))
		w.decoded(newlines(strings.ReplaceAll(plain, "\r\n", "\n")), at, at+size)
		at += size
	}
	return w.field(src)
}

// jsonEnd returns where a value ends, as nearly as its parts tell.
func jsonEnd(src *source, n *yamldoc.Node, base int) int {
	switch {
	case len(n.Items) > 0:
		return jsonEnd(src, n.Items[len(n.Items)-1], base)
	case len(n.Keys) > 0:
		return jsonEnd(src, n.Keys[len(n.Keys)-1].Value, base)
	case n.Kind != yamldoc.Scalar:
		return n.Column - base
	}
	f := jsonField(src, n.Column-1-base, n)
	return f.segments[len(f.segments)-1].end
}

// jsonStart is how front matter in JSON begins.
var jsonStart = regexp.MustCompile(`^\{\s*"[^"\r\n]*"\s*:`)

// jsonMatter reads an object at the head of a file, or what stands between two
// fences with or without braces, and returns where the body starts.
func (p *Post) jsonMatter(src *source) (body int) {
	d := &yamldoc.Decoder{Path: p.Source}
	j := jsonReader{data: []byte(src.text), line: 1, d: d}
	start := fenceSize(src.text, jsonFence)
	stop, after := len(src.text), 0
	if start > 0 {
		if stop, after = closing(src.text, jsonFence); stop == 0 {
			p.fail(fmt.Errorf("%s:1:1: %w", p.Source, errUnclosed(jsonFence)))
			return 0
		}
		if inner := strings.TrimSpace(src.text[start:stop]); !strings.HasPrefix(inner, "{") {
			j.data = []byte(src.text[:stop] + "}")
			j.data[start-1] = '{' // in place of the end of the fence's line
			start--
		} else {
			j.data = j.data[:stop]
		}
	}
	j.at = start
	entries, ok := j.entries()
	end := len(j.data)
	if after == 0 {
		end = j.at + lineSize(src.text[j.at:])
		after = end
	}
	ok = ok && strings.TrimSpace(string(j.data[j.at:end])) == ""
	if !ok {
		d.Problems = nil
		d.Report(&yamldoc.Node{Column: min(j.at, stop) + 1}, "broken JSON front matter")
	} else {
		p.read(entries, jsonRecord(src, 0, d))
	}
	p.settle(src, d)
	return after
}
