package post

import (
	"fmt"
	"slices"

	"github.com/postvet/postvet/internal/yamldoc"
)

// Meta is what a post says about itself, under the names of Names.
type Meta struct {
	said  []said
	Media []Media
}

type said struct {
	name   string
	values []string
}

// Get returns the values of a metadata name, nil when the post doesn't say.
// media has one value an item: its file.
func (m *Meta) Get(name string) []string {
	if name == "media" {
		var files []string
		for _, item := range m.Media {
			files = append(files, item.File)
		}
		return files
	}
	for _, s := range m.said {
		if s.name == name {
			return s.values
		}
	}
	return nil
}

// With returns m with the values of defaults where m says nothing.
func (m Meta) With(defaults Meta) Meta {
	m.said = slices.Clip(m.said)
	for _, s := range defaults.said {
		if m.Get(s.name) == nil {
			m.said = append(m.said, s)
		}
	}
	if m.Media == nil {
		m.Media = defaults.Media
	}
	return m
}

// DefaultMeta returns what a post is that doesn't say.
func DefaultMeta() Meta {
	var m Meta
	for _, n := range names {
		if n.Default != "" {
			m.said = append(m.said, said{n.Name, []string{n.Default}})
		}
	}
	return m
}

// Set gives name its values, as a flag or a setting does; the error quotes a
// value that isn't accepted.
func (m *Meta) Set(name string, values ...string) error {
	n, ok := NameOf(name)
	if !ok || n.Name == "media" {
		return fmt.Errorf("unknown metadata name %q", name)
	}
	normal := make([]string, len(values))
	for i, v := range values {
		if normal[i], ok = n.Check(v); !ok {
			text := fmt.Sprintf("%s must be %s, found %q", n.Name, n.Accepts, v)
			if s := yamldoc.Suggest(v, n.Values); s != "" {
				text += fmt.Sprintf(" (did you mean %q?)", s)
			}
			return fmt.Errorf("%s", text)
		}
	}
	if len(normal) > 1 && !n.List {
		return fmt.Errorf("%s takes one value, found %d", n.Name, len(normal))
	}
	m.said = slices.DeleteFunc(slices.Clone(m.said), func(s said) bool { return s.name == n.Name })
	if len(normal) > 0 {
		m.said = append(m.said, said{n.Name, normal})
	}
	return nil
}

// ReadMeta returns what a map says under metadata names; other keys are left
// alone, wrong values become problems of d.
func ReadMeta(n *yamldoc.Node, d *yamldoc.Decoder) Meta {
	p := &Post{}
	p.read(d.Entries(n, "metadata"), &record{d: d, field: valueField})
	return p.Meta
}

// values reads one value or a list of them; what isn't accepted is reported.
func (n Name) values(node *yamldoc.Node, d *yamldoc.Decoder) []string {
	if node.Kind == yamldoc.List && !n.List {
		d.Report(node, "%s must be %s, found a list", n.Name, n.Accepts)
		return nil
	}
	var values []string
	for _, item := range yamldoc.OneOrMore(node) {
		if item.Empty() || item.Kind == yamldoc.Scalar && item.Value == "" {
			continue
		}
		value, ok := n.Check(item.Value)
		if item.Kind != yamldoc.Scalar || !ok {
			n.report(item, d)
			continue
		}
		values = append(values, value)
	}
	return values
}

func (n Name) report(item *yamldoc.Node, d *yamldoc.Decoder) {
	text := fmt.Sprintf("%s must be %s", n.Name, n.Accepts)
	if s := yamldoc.Suggest(item.Value, n.Values); d.Quote && s != "" {
		text += fmt.Sprintf(" (did you mean %q?)", s)
	}
	d.Report(item, "%s", text)
}
