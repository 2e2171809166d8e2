package post

import "github.com/postvet/postvet/internal/yamldoc"

// The keys of front matter and records that are texts, and the fields they become.
var textKeys = map[string]string{
	"title": "title", "description": "description", "summary": "summary", "caption": "caption",
	"alt": "alt", "image_alt": "alt", "link_title": "link-title", "first_comment": "first-comment", "first-comment": "first-comment", "answered": "answered", "reshared": "reshared",
}

// record reads what front matter or a record says of a post. Keys it doesn't
// know are left alone.
type record struct {
	post  *Post
	d     *yamldoc.Decoder
	field func(*yamldoc.Node) Field                                      // the text of a scalar
	place func(first, last *yamldoc.Node) (src *source, start, stop int) // nil when nodes have no place
}

// read takes the metadata and texts of entries.
func (p *Post) read(entries []yamldoc.Entry, r *record) {
	before := len(r.d.Problems)
	r.post = p
	for _, e := range entries {
		r.entry(e)
	}
	if err := r.d.Problems[before:].Err(); err != nil {
		p.fail(err)
	}
}

func (r *record) entry(e yamldoc.Entry) {
	key := e.Key.Value
	if e.Value.Empty() {
		return
	}
	if field, ok := textKeys[key]; ok {
		r.text(field, e)
	}
	name := nameOf(key)
	switch {
	case key == "social":
		r.social(e.Value)
	case key == "postvet":
		r.directives(e.Value)
	case key == "media":
		r.media(e.Value)
	case name == nil:
	case r.post.Meta.Get(name.Name) != nil:
		r.d.Report(e.Key, "%s stands twice", name.Name)
	default:
		if values := name.values(e.Value, r.d); len(values) > 0 {
			r.post.Meta.said = append(r.post.Meta.said, said{name.Name, values})
		}
	}
}

// text adds the field of a key that holds a text.
func (r *record) text(field string, e yamldoc.Entry) {
	switch {
	case e.Value.Empty():
	case e.Value.Kind != yamldoc.Scalar:
		r.d.Report(e.Value, "%s must be text, found %s", e.Key.Value, e.Value.Kind)
	default:
		r.post.add(field, r.field(e.Value))
	}
}

// social adds every text under social:, however it is ordered (by platform, mostly).
func (r *record) social(n *yamldoc.Node) {
	if n.Kind == yamldoc.Scalar && !n.Empty() {
		r.post.add("social", r.field(n))
	}
	for _, item := range n.Items {
		r.social(item)
	}
	for _, e := range n.Keys {
		r.social(e.Value)
	}
}
