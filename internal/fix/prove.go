package fix

import (
	"iter"
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/post"
)

// proven reports whether the file with these changes reads as it did, but for
// them.
func (f *File) proven(read func([]byte) iter.Seq[*post.Post], made []change) bool {
	was, stopWas := iter.Pull(read(f.raw))
	defer stopWas()
	is, stopIs := iter.Pull(read(f.apply(made)))
	defer stopIs()
	edits := map[int][]post.Edit{}
	for _, c := range made {
		edits[c.post] = append(edits[c.post], c.edit)
	}
	for number := 0; ; number++ {
		before, more := was()
		after, still := is()
		if !more || !still {
			return more == still
		}
		if !same(before, after, edits[number]) {
			return false
		}
	}
}

// same reports whether a post says what it said, with the edits.
func same(before, after *post.Post, edits []post.Edit) bool {
	if (before.Err == nil) != (after.Err == nil) || before.ID != after.ID ||
		len(before.Fields) != len(after.Fields) || len(before.Directives) != len(after.Directives) || len(before.Meta.Media) != len(after.Meta.Media) {
		return false
	}
	for _, n := range post.Names() {
		if n.Name != "media" && !slices.Equal(before.Meta.Get(n.Name), after.Meta.Get(n.Name)) {
			return false
		}
	}
	for i := range before.Fields {
		text, edited := edited(before.Fields[i].Text, i, edits)
		got := after.Fields[i].Text
		if edited { // how lines break may change
			text, got = strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(got), " ")
		}
		if before.Fields[i].Name != after.Fields[i].Name || text != got {
			return false
		}
	}
	return true
}

// edited returns the text of a field with the edits that are for it.
func edited(text string, field int, edits []post.Edit) (string, bool) {
	edits = slices.DeleteFunc(slices.Clone(edits), func(e post.Edit) bool { return e.Field != field })
	slices.SortFunc(edits, func(a, b post.Edit) int { return b.Start - a.Start })
	before, behind := "", ""
	for _, e := range edits { // from the end on
		switch {
		case e.Line && e.AtEnd:
			behind = "\n\n" + e.Text
		case e.Line:
			before = e.Text + "\n\n"
		default:
			text = text[:e.Start] + e.Text + text[e.Stop:]
		}
	}
	return before + text + behind, len(edits) > 0
}
