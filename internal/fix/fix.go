// Package fix works out what a draft's file becomes when the rewordings and
// lines that findings suggest are put in, and what identifies a person is
// taken out.
//
// It hides overlaps, places that can't be written exactly, and the proof that
// nothing else changes: what it makes is read again before anybody gets it. It
// opens no files and writes none.
package fix

import (
	"iter"
	"slices"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/post"
)

// File is one file whose posts are looked at, in their order.
type File struct {
	raw     []byte
	redact  bool
	posts   int
	chosen  []change
	skipped []Skipped
	again   int
}

// change is an edit that was chosen.
type change struct {
	edit    post.Edit
	number  int        // among those chosen
	post    int        // number in the file
	of      *post.Post // the same
	private bool       // something in the post identifies a person
	rule    string
	at      post.Position
	changes []post.Change
}

// Skipped is a change that wasn't made.
type Skipped struct {
	Rule string
	At   post.Position
}

// New returns a file of these bytes. With redact, what private rules match is
// taken out.
func New(raw []byte, redact bool) *File {
	return &File{raw: raw, redact: redact}
}

// Add takes up the changes that the next post's open findings suggest. Of two
// that overlap the first is made.
func (f *File) Add(r clearance.Result) {
	number := f.posts
	f.posts++
	var wanted []change
	if f.redact {
		wanted = redactions(r.Findings)
	}
	for i := range r.Findings {
		finding := &r.Findings[i]
		for j := range finding.Suggestions {
			wanted = append(wanted, change{edit: finding.Suggestions[j].Edit(), rule: finding.Rule.ID, at: finding.Start})
		}
	}
	for _, c := range wanted {
		c.post, c.of, c.private = number, r.Post, r.Private
		f.add(c)
	}
}

// redactions are the edits that take out what private rules matched; those
// that overlap become one.
func redactions(findings []check.Finding) []change {
	var all []change
	for i := range findings {
		for _, edit := range findings[i].Redactions() {
			all = append(all, change{edit: edit, rule: findings[i].Rule.ID, at: findings[i].Start})
		}
	}
	slices.SortStableFunc(all, func(a, b change) int {
		if a.edit.Field != b.edit.Field {
			return a.edit.Field - b.edit.Field
		}
		return a.edit.Start - b.edit.Start
	})
	var apart []change
	for _, c := range all {
		if n := len(apart) - 1; n >= 0 && clash(apart[n].edit, c.edit) {
			apart[n].edit.Stop = max(apart[n].edit.Stop, c.edit.Stop)
			continue
		}
		apart = append(apart, c)
	}
	return apart
}

func (f *File) add(c change) {
	for i := len(f.chosen) - 1; i >= 0 && f.chosen[i].post == c.post; i-- {
		other := f.chosen[i].edit
		if !clash(other, c.edit) {
			continue
		}
		if other != c.edit {
			f.again++
		}
		return
	}
	changes, err := c.of.Changes(f.raw, c.edit)
	if err != nil {
		f.skip(c)
		return
	}
	c.changes, c.number = changes, len(f.chosen)
	f.chosen = append(f.chosen, c)
}

func (f *File) skip(c change) { f.skipped = append(f.skipped, Skipped{c.rule, c.at}) }

// clash reports whether two edits can't both be made.
func clash(a, b post.Edit) bool {
	if a.Field != b.Field || a.Line != b.Line {
		return false
	}
	if a.Line {
		return a.AtEnd == b.AtEnd
	}
	return a.Start < b.Stop && b.Start < a.Stop
}

// Outcome is what becomes of a file.
type Outcome struct {
	Raw     []byte // the file as it shall be; the same bytes when nothing changes
	Made    int    // changes
	Skipped []Skipped
	Again   int // changes that overlap others and can be made by the next run
	made    []change
}

// Finish makes the changes. read reads bytes as the file's posts were read: a
// change that would alter anything but its own text is left out.
func (f *File) Finish(read func([]byte) iter.Seq[*post.Post]) Outcome {
	made := f.settle(read, nil, f.chosen)
	n := 0
	for _, c := range f.chosen { // made is in the same order
		if n < len(made) && made[n].number == c.number {
			n++
		} else {
			f.skip(c)
		}
	}
	return Outcome{Raw: f.apply(made), Made: len(made), Skipped: f.skipped, Again: f.again, made: made}
}

// settle returns kept with as many of more as can be made.
func (f *File) settle(read func([]byte) iter.Seq[*post.Post], kept, more []change) []change {
	if len(more) == 0 {
		return kept
	}
	all := slices.Concat(kept, more)
	switch half := len(more) / 2; {
	case f.proven(read, all):
		return all
	case len(more) == 1:
		return kept
	default:
		return f.settle(read, f.settle(read, kept, more[:half]), more[half:])
	}
}

func (f *File) apply(made []change) []byte {
	var changes []post.Change
	for _, c := range made {
		changes = append(changes, c.changes...)
	}
	return post.Apply(f.raw, changes)
}
