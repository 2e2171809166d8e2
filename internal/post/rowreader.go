package post

import (
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/yamldoc"
)

// rowReader makes the entries of a record of one row.
type rowReader struct {
	*table
	*row
	post  *Post
	list  []yamldoc.Entry
	files []int // cells of images
	alt   int   // first cell of an alt text and one more
	said  bool  // there is a text
	extra bool  // there is something behind the last column
}

// entries reads the cells: the text and the id at once, the rest as entries.
func (r *rowReader) entries() []yamldoc.Entry {
	var date, clock string
	dated := 0
	for i, c := range r.cells {
		text := r.text(c)
		if text == "" {
			continue
		}
		if c.column >= len(r.columns) {
			r.extra = true
			continue
		}
		column := r.columns[c.column]
		if slices.Contains(textRoles, column.role) {
			r.said = true
			if !r.letters && strings.Contains(text, "??") && lost.MatchString(text) {
				r.note(r.post, r.cellPlace(r.number, c.column), "?? stands where characters may have been lost, emoji mostly; save the table as CSV UTF-8")
			}
		}
		switch column.role {
		case "":
		case "text":
			r.post.add("body", r.field(c))
		case "hashtags":
			r.post.add("caption", r.field(c))
		case "id":
			r.post.ID = text
		case "image":
			r.files = append(r.files, i)
		case "publish_at":
			date, dated = text, i
			if column.exact && !isDate(text, true) {
				r.entry("publish_at", i, text)
				date = ""
			}
		case "time":
			clock = text
		case "platform", "account", "kind":
			r.choice(column, i, text)
		default:
			r.other(column.role, i, text)
		}
	}
	r.publishAt(date, clock, dated)
	r.media()
	return r.list
}

// other adds what needs no translation, several values parted where a list may be.
func (r *rowReader) other(role string, i int, text string) {
	if role == "alt" && r.alt == 0 {
		r.alt = i + 1
		return
	}
	if n := nameOf(role); n != nil && n.List {
		r.entry(role, i, strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(",;|\n", c) })...)
		return
	}
	r.entry(role, i, text)
}

// entry adds one value, or a list of them.
func (r *rowReader) entry(key string, i int, values ...string) {
	node := r.node(i, values[0])
	if len(values) > 1 {
		node = &yamldoc.Node{Kind: yamldoc.List, Column: i, Start: i}
		for _, v := range values {
			node.Items = append(node.Items, r.node(i, v))
		}
	}
	r.list = append(r.list, yamldoc.Entry{Key: r.node(i, key), Value: node})
}

// node is a value of cell i.
func (r *rowReader) node(i int, value string) *yamldoc.Node {
	return &yamldoc.Node{Value: strings.TrimSpace(value), Tag: "!!str", Column: i, Start: i}
}

// choice translates a scheduler's word; one that means nothing here is left
// out, unless the column promised our words.
func (r *rowReader) choice(c column, i int, text string) {
	n := nameOf(c.role)
	var values []string
	unknown := false
	for _, word := range r.words(n, text) {
		value := platformOf(word)
		if c.role != "platform" {
			value, _ = n.Check(word)
			if !slices.Contains(n.Values, value) {
				value = ""
			}
		}
		switch {
		case value != "" && !slices.Contains(values, value):
			values = append(values, value)
		case value == "" && c.exact:
			values = append(values, word)
		case value == "":
			unknown = true
		}
	}
	if unknown {
		r.note(r.post, r.cellPlace(r.number, r.cells[i].column), "not a "+c.role+" that is known here ("+n.Accepts+"); others like it are left out too")
	}
	if len(values) > 0 {
		r.entry(c.role, i, values...)
	}
}

// words are the values of a cell.
func (r *rowReader) words(n *Name, text string) []string {
	if !n.List {
		return []string{text}
	}
	return strings.FieldsFunc(strings.ReplaceAll(text, " and ", ","), func(c rune) bool { return strings.ContainsRune(",;/|&+\n", c) })
}

// publishAt puts the columns of date and time together.
func (r *rowReader) publishAt(date, clock string, i int) {
	if date == "" {
		return
	}
	day, ok := readDate(date)
	if !ok {
		r.note(r.post, r.cellPlace(r.number, r.cells[i].column), "this date isn't certain, and others like it are left out too; write YYYY-MM-DD")
		return
	}
	if t, ok := readTime(clock); ok && len(day) == len("2006-01-02") {
		day += " " + t
	}
	r.entry("publish_at", i, day)
}

// media makes an item of each image where there is a column for its alt text;
// a scheduler without one can't be asked for it.
func (r *rowReader) media() {
	described := slices.ContainsFunc(r.columns, func(c column) bool { return c.role == "alt" })
	var items []*yamldoc.Node
	for _, i := range r.files {
		c := r.cells[i]
		if !described {
			r.post.add("file", fileField(r.field(c).trim()))
			continue
		}
		item := &yamldoc.Node{Kind: yamldoc.Map, Column: i, Start: i}
		item.Keys = append(item.Keys, yamldoc.Entry{Key: r.node(i, "file"), Value: r.node(i, r.text(c))})
		if r.alt > 0 {
			item.Keys = append(item.Keys, yamldoc.Entry{Key: r.node(i, "alt"), Value: r.node(r.alt-1, r.text(r.cells[r.alt-1]))})
			r.alt = 0
		}
		items = append(items, item)
	}
	if r.alt > 0 {
		r.entry("alt", r.alt-1, r.text(r.cells[r.alt-1]))
	}
	if len(items) > 0 {
		r.list = append(r.list, yamldoc.Entry{Key: r.node(r.files[0], "media"), Value: &yamldoc.Node{Kind: yamldoc.List, Items: items, Start: r.files[0]}})
	}
}
