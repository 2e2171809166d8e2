package project

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/postvet/postvet/internal/post"
)

// stdin is the path that stands for standard input.
const stdin = "-"

// Inputs are the posts of a run as they were named.
type Inputs struct {
	Paths      []string // files, folders, patterns or "-"; none means those of the settings
	Format     string   // how they are read; "auto" goes by the file's ending
	Options    post.Options
	Stdin      io.Reader
	StdinName  string
	Changes    *Changes          // only what has changed, nil for everything
	AllowEmpty bool              // a folder or pattern without drafts is no mistake
	Excluded   func(path string) // called for a named file that the settings leave out
	Note       func(text string) // called for what a person should know
}

// Posts yields the posts in the order they were named, files of a folder
// sorted by name. What can't be read is a post that bears the error. It ends
// early, without a word, when ctx does.
func (p *Project) Posts(ctx context.Context, in Inputs) iter.Seq[*post.Post] {
	return func(yield func(*post.Post) bool) {
		r := reading{Project: p, Inputs: in, yield: func(one *post.Post) bool {
			return ctx.Err() == nil && yield(one)
		}}
		if len(in.Paths) > 1 {
			r.seen = map[string]bool{}
		}
		r.all()
	}
}

// reading is one pass over the inputs. Its methods return false when no more
// posts are wanted.
type reading struct {
	*Project
	Inputs
	yield func(*post.Post) bool
	seen  map[string]bool // files already read, when several paths may overlap
}

func (r *reading) all() bool {
	if len(r.Paths) == 0 {
		return r.fromSettings()
	}
	for _, path := range r.Paths {
		if !r.named(path) {
			return false
		}
	}
	return true
}

// fromSettings reads what paths.include says, else the working folder.
func (r *reading) fromSettings() bool {
	if len(r.settings.paths.include) == 0 {
		return r.named(".")
	}
	root := shorten(r.settings.here, r.settings.folder)
	return r.folder(root, "paths.include of "+r.File, func(string) bool { return true })
}

// named reads one path as a person typed it.
func (r *reading) named(path string) bool {
	if path == stdin {
		return r.standardInput()
	}
	if r.Changes != nil && r.Changes.index != nil {
		if name, ok := r.Changes.name(path); ok && r.Changes.index[name] != "" {
			return r.namedFile(path)
		} else if ok && r.Changes.stagedFolder(name) {
			return r.folder(path, path, known)
		}
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && hasMeta(path):
		return r.pattern(filepath.ToSlash(path))
	case err != nil:
		return r.fail(path, failure(path, err))
	case info.IsDir():
		return r.folder(path, path, known)
	case r.Changes != nil && r.Changes.index != nil:
		if r.Note != nil {
			r.Note(path + ": not staged, so it isn't checked")
		}
		return true
	}
	return r.namedFile(path)
}

// namedFile reads a file that was named, unless the settings leave it out.
func (r *reading) namedFile(path string) bool {
	if r.includes(path) {
		return r.file(path)
	}
	if r.Excluded != nil {
		r.Excluded(path)
	}
	return true
}

// pattern reads the files that a pattern fits which no shell has expanded.
func (r *reading) pattern(pattern string) bool {
	if text := validGlob(pattern); text != "" {
		return r.fail(pattern, fmt.Errorf("%s: no such file, and no pattern: %s", pattern, text))
	}
	base := fixedPart(pattern)
	if _, err := os.Stat(base); err != nil {
		return r.fail(pattern, fmt.Errorf("%s: no such file, and no folder %s to look for the pattern in", pattern, base))
	}
	return r.folder(base, pattern, func(path string) bool { return globMatch(pattern, path) })
}

// folder reads the files below root that fit, and says so if there are none.
// what is the name it was asked for by.
func (r *reading) folder(root, what string, fits func(string) bool) bool {
	found, left := 0, 0
	wanted := func(path string) bool {
		if !fits(path) {
			return false
		}
		if !r.includes(path) {
			left++
			return false
		}
		found++
		return true
	}
	staged := r.Changes != nil && r.Changes.index != nil
	walk := func() bool { return r.walk(root, root, wanted) }
	if staged {
		walk = func() bool { return r.walkStaged(root, wanted) }
	}
	switch {
	case !walk():
		return false
	case found > 0, r.AllowEmpty, staged: // nothing staged is no mistake
		return true
	case left > 0:
		return r.fail(what, fmt.Errorf("%s: the settings leave out every draft here (%d)", what, left))
	}
	return r.fail(what, fmt.Errorf("%s: no drafts here (looked for %s)", what, strings.Join(endings(), ", ")))
}

// walk reads the wanted files below folder, which lies in root. It doesn't
// enter hidden folders and node_modules, and follows no links.
func (r *reading) walk(root, folder string, wanted func(string) bool) bool {
	entries, err := os.ReadDir(folder)
	if err != nil && !r.fail(folder, failure(folder, err)) {
		return false
	}
	for _, e := range entries {
		path := filepath.ToSlash(filepath.Join(folder, e.Name()))
		more := true
		switch {
		case passedOver(e.Name()):
		case e.IsDir():
			more = r.walk(root, path, wanted)
		case e.Type()&os.ModeSymlink != 0:
			if !within(root, path) && r.Note != nil && wanted(path) {
				r.Note(path + ": a link that leads outside, not followed; name it to check it")
			}
		case e.Type().IsRegular() && wanted(path):
			more = r.file(path)
		}
		if !more {
			return false
		}
	}
	return true
}

// passedOver reports whether a folder or file isn't entered or read unless it
// is named: hidden ones, and what Office leaves beside an open document.
func passedOver(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || name == "node_modules"
}

// includes reports whether the settings' paths let a file through.
func (r *reading) includes(path string) bool {
	include, exclude := r.settings.paths.include, r.settings.paths.exclude
	if len(include) == 0 && len(exclude) == 0 {
		return true
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return true
	}
	rel, err := filepath.Rel(r.settings.folder, full)
	if err != nil || !filepath.IsLocal(rel) {
		return true // the settings speak of their own folder
	}
	name := filepath.ToSlash(rel)
	return (len(include) == 0 || include.match(name)) && !exclude.match(name)
}

// known reports whether the file's ending is that of a draft.
func known(path string) bool {
	f, ok := post.For(path)
	return ok && !f.Named
}

// endings returns the endings that drafts have.
func endings() []string {
	var all []string
	for _, f := range post.Formats() {
		if !f.Named {
			all = append(all, f.Extensions...)
		}
	}
	return all
}

func (r *reading) file(path string) bool {
	if r.seen != nil {
		full, err := filepath.Abs(path)
		if err != nil || r.seen[full] {
			return err == nil || r.fail(path, failure(path, err))
		}
		r.seen[full] = true
	}
	if r.Changes != nil {
		return r.changedFile(path)
	}
	return r.disk(path)
}

// disk reads a file as it is in its folder.
func (r *reading) disk(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return r.fail(path, failure(path, err))
	}
	defer f.Close()
	return r.read(path, f)
}

func (r *reading) standardInput() bool {
	if r.seen[stdin] {
		return true
	}
	if r.seen != nil {
		r.seen[stdin] = true
	}
	return r.read(r.StdinName, r.Stdin)
}

// format returns how source is read: as asked, by its ending, or as plain text
// where standard input has no name.
func (r *reading) format(source string) (post.Format, error) {
	if f, ok := post.FormatNamed(r.Format); ok {
		return f, nil
	}
	if f, ok := post.For(source); ok {
		return f, nil
	}
	if source == stdin {
		f, _ := post.FormatNamed("text")
		return f, nil
	}
	return post.Format{}, fmt.Errorf("%s: not the ending of a draft (%s); --input-format says how to read it", source, strings.Join(endings(), ", "))
}

func (r *reading) read(source string, from io.Reader) bool {
	format, err := r.format(source)
	if err != nil {
		return r.fail(source, err)
	}
	for one := range format.Read(source, from, r.Options) {
		if !r.yield(one) {
			return false
		}
	}
	return true
}

// fail yields a post that could not be read.
func (r *reading) fail(source string, err error) bool {
	return r.yield(&post.Post{Source: source, Err: err})
}
