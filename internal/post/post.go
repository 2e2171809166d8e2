// Package post is what was written and where it stands: formats, fields,
// metadata and positions.
//
// It hides encodings and the formats: Markdown, HTML, front matter, JSON,
// tables of schedulers, Word and Excel. Every field's text is
// what a reader sees, with an exact way back to the source's bytes. It opens
// no files and judges nothing; its errors and notes never hold text of a draft.
package post

import (
	"fmt"
	"strings"

	"github.com/postvet/postvet/internal/yamldoc"
)

// Post is one post: a file, or one record of a file. It is for one goroutine at a time.
type Post struct {
	Source     string  // path as given, or the name for standard input
	ID         string  // record id, "" for a file that is one post
	Format     string  // name of the format it was read in
	Line       int     // line of the source where the post starts, from 1
	Place      string  // what a person calls its place in the source ("row 14"), "" where ID and Line say it
	Fields     []Field // in reading order; a post that could be read always has a body
	Meta       Meta
	Directives []Directive // waivers that stand in it, in reading order
	Notes      []string    // what a person should know of the reading (encoding)
	Err        error       // why it could not be read, with the source's name and line; Fields is then empty
}

// Field is one text of a post.
type Field struct {
	Name      string // one of FieldNames
	Text      string // as a reader sees it; blocks are separated by a blank line
	Published bool   // part of the post itself, searched unless a rule says in:
	src       *source
	segments  []segment // nil when Text is all of src
	spelled   spelling  // how src writes it; nil where it can't be changed
	home      [2]int    // the bytes of src it may take up, for a line of its own
}

// Position is a place in the source: bytes from 0, line and column from 1,
// columns in grapheme clusters. For a JSONL record it is a place in the
// decoded value of the field; for a DOCX or XLSX one in the text read from it,
// where a line is a paragraph or a row.
type Position struct {
	Offset, Line, Column int
	Place                string // what a person calls it ("row 14, column Message"), "" where line and column do
	Byte, Rune           int    // the column in bytes and in code points, from 1, for readers that count so
}

// The texts a post can have, and whether they are part of the post itself.
var fieldTable = []struct {
	name      string
	published bool
}{
	{"body", true},
	{"title", true},
	{"description", true},
	{"summary", true},
	{"caption", true},
	{"social", true},     // the texts under social: in front matter
	{"alt", true},        // the words that stand for an image
	{"link-title", true}, // what shows when the pointer rests on a link or image
	{"file", true},       // the name of an image, video or sound, without address and extension
	{"first-comment", true},
	{"comment", true},   // what reviewers wrote beside a draft, which goes wherever the file goes
	{"answered", false}, // what a reply answers
	{"reshared", false}, // what is quoted or passed on
}

// FieldNames returns the names of all fields a post can have.
func FieldNames() []string {
	names := make([]string, len(fieldTable))
	for i, f := range fieldTable {
		names[i] = f.name
	}
	return names
}

func isPublished(name string) bool {
	for _, f := range fieldTable {
		if f.name == name {
			return f.published
		}
	}
	return false
}

// New returns a post of plain text. meta, nil for none, is a map of metadata
// and further texts under the names of a JSONL record; what is wrong with it
// becomes problems of d, and the post's Err.
func New(source, text string, meta *yamldoc.Node, d *yamldoc.Decoder) *Post {
	p := &Post{Source: source, Line: 1}
	p.add("body", plainField(text))
	p.read(d.Entries(meta, "metadata"), &record{d: d, field: valueField})
	return p
}

// maxFields is how many texts a post may have: whoever checks them holds some
// memory for each.
const maxFields = 500

// add appends a field, without white space around its text; an empty one only
// when it is the body. With too many of them the post can't be read.
func (p *Post) add(name string, f Field) {
	f.Name, f.Published = name, isPublished(name)
	switch f = f.trim(); {
	case p.Err != nil || f.Text == "" && name != "body":
	case len(p.Fields) == maxFields:
		p.fail(fmt.Errorf("%s: more than %d texts (titles, alt texts, names of images and so on) in one post; split it", p.at(), maxFields))
	default:
		p.Fields = append(p.Fields, f)
	}
}

// at names the post's place in the source as errors do.
func (p *Post) at() string {
	if p.Place == "" && p.Line <= 1 {
		return p.Source
	}
	at := fmt.Sprintf("%s:%d:1", p.Source, p.Line)
	if p.Place != "" {
		at += ": " + p.Place
	}
	return at
}

// fail makes p a post that could not be read.
func (p *Post) fail(err error) { p.Err, p.Fields, p.Meta, p.Directives = err, nil, Meta{}, nil }

// Locate returns the source positions of Text[start:stop] of field f.
func (p *Post) Locate(f int, start, stop int) (from, to Position) {
	field := &p.Fields[f]
	a, b := field.span(start, stop)
	return field.src.position(a), field.src.position(b)
}

// LocateMedia returns the place of item i of Meta.Media and the field in whose
// source it stands.
func (p *Post) LocateMedia(i int) (f int, from, to Position) {
	m := &p.Meta.Media[i]
	for f := range p.Fields {
		if src := p.Fields[f].src; src == m.src {
			return f, src.position(m.start), src.position(m.stop)
		}
	}
	from, _ = p.Locate(0, 0, 0)
	return 0, from, from
}

// LineAt returns the source line (decoded, without its end) on which pos
// stands, and the byte of pos in it; pos is a position in field f.
func (p *Post) LineAt(f int, pos Position) (line string, at int) {
	return p.Fields[f].src.lineAt(pos)
}

// Body returns the index of the body in Fields, -1 when the post could not be read.
func (p *Post) Body() int {
	for i := range p.Fields {
		if p.Fields[i].Name == "body" {
			return i
		}
	}
	return -1
}

// plainField returns the field of a text that stands for itself: every line end becomes "\n".
func plainField(text string) Field {
	src := &source{text: text}
	return src.field(0, len(text))
}

// valueField returns the field of a value that was decoded from elsewhere.
func valueField(n *yamldoc.Node) Field { return plainField(n.Value) }

// field returns text[start:stop] as a field.
func (s *source) field(start, stop int) Field {
	if start == 0 && stop == len(s.text) && strings.IndexByte(s.text, '\r') < 0 {
		return Field{Text: s.text, src: s}
	}
	w := writer{src: s.text}
	for start < stop {
		n := strings.IndexByte(s.text[start:stop], '\r')
		if n < 0 {
			w.verbatim(start, stop)
			break
		}
		w.verbatim(start, start+n)
		start += n
		n = 1
		if strings.HasPrefix(s.text[start:stop], "\r\n") {
			n = 2
		}
		w.decoded("\n", start, start+n)
		start += n
	}
	return w.field(s)
}
