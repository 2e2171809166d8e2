package post

import (
	"encoding/xml"
	"fmt"
	"strings"
)

const maxParagraphs = 100_000

var errParagraphs = fmt.Errorf("more than %d paragraphs", maxParagraphs)

// piece is a text of a document, and its place as a person calls it.
type piece struct{ field, place, text string }

// wordReader collects the text of a document of Word and of the parts beside it.
type wordReader struct {
	isWord     bool
	tracked    bool     // somebody's changes wait to be accepted
	elements   []string // that are open
	skipped    int      // how many of them belong to something that doesn't count
	inText     bool
	paragraphs []*paragraph // that are open: one in a text box stands in another
	boxes      int          // text boxes that are open
	tables     []tablePlace // that are open
	aside      string       // footnote, endnote or comment while in one, and its number
	all        []piece
	counts     map[string]int // pieces by what they are
}

// paragraph is one that is being read.
type paragraph struct {
	text   strings.Builder
	place  string  // "" to be numbered when it turns out to have text
	inside []piece // of text boxes and pictures that hang on it
}

// tablePlace is where in a table the reader is.
type tablePlace struct{ number, row, column int }

// Elements of which nothing counts: what was deleted or moved away, codes of
// fields, and what programs show that can't show the element beside it.
func skips(element string) bool {
	switch element {
	case "del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback":
		return true
	}
	return false
}

func (w *wordReader) open(e xml.StartElement) error {
	name := e.Name.Local
	parent := ""
	if n := len(w.elements); n > 0 {
		parent = w.elements[n-1]
	}
	w.elements = append(w.elements, name)
	switch name {
	case "ins", "del", "moveFrom", "moveTo":
		w.tracked = true
	case "document":
		w.isWord = true
	}
	if w.skipped > 0 || skips(name) {
		w.skipped++
		return nil
	}
	switch name {
	case "p":
		if len(w.all) >= maxParagraphs {
			return errParagraphs
		}
		w.paragraphs = append(w.paragraphs, &paragraph{place: w.placed()})
	case "t":
		w.inText = true
	case "tab", "br", "cr", "noBreakHyphen":
		if parent == "r" { // elsewhere "tab" sets a stop
			w.write(map[string]string{"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}[name])
		}
	case "docPr":
		w.picture(e)
	case "txbxContent":
		w.boxes++
		w.counts["text box"]++
	case "tbl":
		w.counts["table"]++
		w.tables = append(w.tables, tablePlace{number: w.counts["table"]})
	case "tr", "tc":
		w.tableStep(name)
	case "footnote", "endnote", "comment":
		if kind := attribute(e, "type"); kind == "" || kind == "normal" { // others are the lines that part notes from text
			w.counts[name]++
			w.aside = fmt.Sprintf("%s %d", name, w.counts[name])
		}
	}
	return nil
}

func (w *wordReader) text(s string) error {
	if w.inText && w.skipped == 0 {
		w.write(s)
	}
	return nil
}

func (w *wordReader) close(name string) error {
	w.elements = w.elements[:len(w.elements)-1]
	if w.skipped > 0 {
		w.skipped--
		return nil
	}
	switch name {
	case "p":
		w.endParagraph()
	case "t":
		w.inText = false
	case "txbxContent":
		w.boxes--
	case "tbl":
		w.tables = w.tables[:len(w.tables)-1]
	case "footnote", "endnote", "comment":
		w.aside = ""
	}
	return nil
}

func (w *wordReader) write(s string) {
	if n := len(w.paragraphs); n > 0 {
		w.paragraphs[n-1].text.WriteString(strings.ReplaceAll(s, "\r", "\n"))
	}
}

func (w *wordReader) tableStep(name string) {
	if n := len(w.tables); n > 0 {
		at := &w.tables[n-1]
		if name == "tr" {
			at.row, at.column = at.row+1, 0
		} else {
			at.column++
		}
	}
}

// placed names the place of a paragraph that begins here, "" for one of the
// document itself.
func (w *wordReader) placed() string {
	switch n := len(w.tables); {
	case w.aside != "":
		return w.aside
	case w.boxes > 0:
		return fmt.Sprintf("text box %d", w.counts["text box"])
	case n > 0:
		return fmt.Sprintf("table %d, row %d, column %d", w.tables[n-1].number, w.tables[n-1].row, w.tables[n-1].column)
	}
	return ""
}

// picture takes the words that stand for an image.
func (w *wordReader) picture(e xml.StartElement) {
	w.counts["picture"]++
	for _, name := range []string{"descr", "title"} {
		if alt := strings.TrimSpace(attribute(e, name)); alt != "" {
			w.add(piece{"alt", fmt.Sprintf("picture %d", w.counts["picture"]), alt})
		}
	}
}

// add keeps a piece: for later while it hangs on an open paragraph.
func (w *wordReader) add(one piece) {
	if n := len(w.paragraphs); n > 0 {
		w.paragraphs[n-1].inside = append(w.paragraphs[n-1].inside, one)
		return
	}
	w.all = append(w.all, one)
}

// endParagraph keeps the paragraph that ends, if it says something, and then
// what hangs on it.
func (w *wordReader) endParagraph() {
	last := len(w.paragraphs) - 1
	one := w.paragraphs[last]
	w.paragraphs = w.paragraphs[:last]
	text := strings.TrimSpace(one.text.String())
	field := "body"
	if strings.HasPrefix(w.aside, "comment") {
		field = "comment"
	}
	if text != "" {
		if one.place == "" {
			w.counts["paragraph"]++
			one.place = fmt.Sprintf("paragraph %d", w.counts["paragraph"])
		}
		w.add(piece{field, one.place, text})
	}
	for _, inside := range one.inside {
		w.add(inside)
	}
}
