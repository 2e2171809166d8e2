package post

import (
	"fmt"
	"io"
	"sort"
	"strings"
)

const (
	noteTracked  = "it has tracked changes: inserted text is checked, deleted text isn't; accept or reject them before you post"
	noteComments = "its comments are checked too; delete them before you pass the file on"
)

// readDOCX reads a document of Word as one post: paragraphs, tables, text
// boxes and footnotes are its body; alt texts and comments stand beside it.
func readDOCX(name string, r io.Reader, _ Options, yield func(*Post) bool) {
	p := &Post{Source: name, Line: 1}
	if err := p.docx(r); err != nil {
		p.fail(fmt.Errorf("%s: %w", name, err))
	}
	yield(p)
}

func (p *Post) docx(r io.Reader) error {
	a, err := openArchive(r)
	if err != nil {
		return err
	}
	document, err := a.document()
	if err != nil {
		return err
	}
	beside, err := a.related(document)
	if err != nil {
		return err
	}
	w := &wordReader{counts: map[string]int{}}
	if err := a.visit(document, w); err != nil {
		return err
	}
	if !w.isWord {
		return errNotOffice
	}
	for _, kind := range []string{"footnotes", "endnotes", "comments"} {
		if part := beside.byKind[kind]; a.has(part) {
			if err := a.visit(part, w); err != nil {
				return err
			}
		}
	}
	w.fill(p)
	return nil
}

// fill makes the fields of what was read.
func (w *wordReader) fill(p *Post) {
	text, spans := joined(w.all)
	src := &source{text: text, place: func(at int) string {
		i := sort.Search(len(spans), func(i int) bool { return spans[i].start > at })
		if i == 0 {
			return ""
		}
		return w.all[i-1].place
	}}
	body, comments := writer{src: text}, writer{src: text}
	for i, one := range w.all {
		switch s := spans[i]; one.field {
		case "body":
			body.separate("\n\n")
			body.verbatim(s.start, s.stop)
		case "comment":
			comments.separate("\n\n")
			comments.verbatim(s.start, s.stop)
		}
	}
	p.add("body", body.field(src))
	for i, one := range w.all {
		if one.field == "alt" {
			p.add("alt", src.field(spans[i].start, spans[i].stop))
		}
	}
	if len(comments.text) > 0 {
		p.add("comment", comments.field(src))
		p.Notes = append(p.Notes, noteComments)
	}
	if w.tracked {
		p.Notes = append(p.Notes, noteTracked)
	}
}

// joined puts each piece on a line of its own.
func joined(all []piece) (text string, spans []struct{ start, stop int }) {
	var b strings.Builder
	for _, one := range all {
		start := b.Len()
		b.WriteString(one.text)
		spans = append(spans, struct{ start, stop int }{start, b.Len()})
		b.WriteByte('\n')
	}
	return b.String(), spans
}
