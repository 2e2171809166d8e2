package rule

import (
	"slices"

	"github.com/postvet/postvet/internal/post"
)

// vocabulary is what conditions may ask of a post, or of one of its media
// items.
type vocabulary []post.Name

func (v vocabulary) names() []string {
	all := make([]string, len(v))
	for i, n := range v {
		all[i] = n.Name
	}
	return all
}

// get returns the entry of a name, nil if there is none.
func (v vocabulary) get(name string) *post.Name {
	if i := slices.IndexFunc(v, func(n post.Name) bool { return n.Name == name }); i >= 0 {
		return &v[i]
	}
	return nil
}

// said returns what a post says under a name; a post that doesn't say is
// official, public and a post.
func said(meta *post.Meta, name string) []string {
	if got := meta.Get(name); len(got) > 0 {
		return got
	}
	if n, ok := post.NameOf(name); ok && n.Default != "" {
		return []string{n.Default}
	}
	return nil
}

// recordFields returns the fields that a record, and so an example, can have
// besides its text: not those of links, media and other formats.
func recordFields() []string {
	return slices.DeleteFunc(post.FieldNames(), func(name string) bool {
		return name == "body" || name == "link-title" || name == "file" || name == "comment"
	})
}
