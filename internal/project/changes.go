package project

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/post"
)

// Changes narrow a run down to what git says has changed.
type Changes struct {
	objects *objects
	prefix  string            // of the working folder, from the repository's root: "" or "posts/"
	base    string            // the commit before the changes, "" to take all posts
	changed map[string]bool   // files that differ from base, from the root
	index   map[string]string // what is staged, by file; nil to read the working folder
	staged  []string          // files that are staged, in order
}

// OpenChanges asks git. since is the revision posts have changed from, "" for
// none: where the branch left it counts, not what has come to it since. With
// staged only the text that the next commit will hold is read.
func OpenChanges(ctx context.Context, since string, staged bool) (c *Changes, err error) {
	c = &Changes{}
	prefix, err := git(ctx, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, err
	}
	c.prefix = strings.TrimSuffix(prefix, "\n")
	if staged {
		if err := c.readIndex(ctx); err != nil {
			return nil, err
		}
	}
	if since != "" {
		if err := c.since(ctx, since); err != nil {
			return nil, err
		}
	}
	c.objects, err = openObjects(ctx)
	return c, err
}

// Close ends what OpenChanges began; c may be nil.
func (c *Changes) Close() {
	if c != nil {
		c.objects.close()
	}
}

func (c *Changes) readIndex(ctx context.Context) error {
	entries, err := gitNames(ctx, "ls-files", "--stage", "-z", "--full-name", "--", ":/")
	if err != nil {
		return err
	}
	c.index = map[string]string{}
	for _, entry := range entries { // mode, object and stage, then the file; not links, nor conflicts
		facts, file, _ := strings.Cut(entry, "\t")
		if f := strings.Fields(facts); len(f) == 3 && strings.HasPrefix(f[0], "100") && f[2] == "0" {
			c.index[file] = f[1]
		}
	}
	c.staged, err = differing(ctx, true)
	slices.Sort(c.staged)
	return err
}

func (c *Changes) since(ctx context.Context, revision string) error {
	commit, err := git(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return fmt.Errorf("--changed-since: no revision %q here; a clone without history may have to fetch it", revision)
	}
	c.base = strings.TrimSpace(commit)
	if left, err := git(ctx, "merge-base", c.base, "HEAD"); err == nil { // else they have nothing in common
		c.base = strings.TrimSpace(left)
	}
	names, err := differing(ctx, c.index != nil, c.base)
	if err != nil {
		return err
	}
	if c.index == nil {
		untracked, err := gitNames(ctx, "ls-files", "--others", "--exclude-standard", "-z", "--full-name", "--", ":/")
		if err != nil {
			return err
		}
		names = append(names, untracked...)
	}
	c.changed = map[string]bool{}
	for _, name := range names {
		c.changed[name] = true
	}
	return nil
}

// name returns what the repository calls a file; ok is false for one outside.
func (c *Changes) name(file string) (name string, ok bool) {
	here, err := filepath.Abs(".")
	if err != nil {
		return "", false
	}
	full, err := filepath.Abs(file)
	if err != nil {
		return "", false
	}
	if real, err := filepath.EvalSymlinks(here); err == nil {
		here = real
	}
	if real, err := filepath.EvalSymlinks(filepath.Dir(full)); err == nil {
		full = filepath.Join(real, filepath.Base(full))
	}
	rel, err := filepath.Rel(here, full)
	if err != nil {
		return "", false
	}
	name = path.Join(c.prefix, filepath.ToSlash(rel))
	return name, name != ".." && !strings.HasPrefix(name, "../") && !path.IsAbs(name)
}

// shown is name the other way round: a path from the working folder.
func (c *Changes) shown(name string) string {
	rel, err := filepath.Rel(filepath.FromSlash("/"+c.prefix), filepath.FromSlash("/"+name))
	if err != nil {
		return name
	}
	return filepath.ToSlash(rel)
}

// stagedFolder reports whether something below a folder is in the index.
func (c *Changes) stagedFolder(name string) bool {
	if name == "." {
		return true
	}
	for file := range c.index {
		if strings.HasPrefix(file, name+"/") {
			return true
		}
	}
	return false
}

// walkStaged reads the wanted files below root that are staged.
func (r *reading) walkStaged(root string, wanted func(string) bool) bool {
	folder, ok := r.Changes.name(root)
	if !ok {
		return r.fail(root, outside(root))
	}
	for _, name := range r.Changes.staged {
		inside := name
		if folder != "." {
			if inside, ok = strings.CutPrefix(name, folder+"/"); !ok {
				continue
			}
		}
		file := r.Changes.shown(name)
		if r.Changes.index[name] == "" || slices.ContainsFunc(strings.Split(inside, "/"), passedOver) || !wanted(file) {
			continue
		}
		if !r.file(file) {
			return false
		}
	}
	return true
}

func outside(file string) error { return fmt.Errorf("%s: outside the git repository", file) }

// changedFile reads a file of the repository: the posts in it that have changed.
func (r *reading) changedFile(file string) bool {
	c := r.Changes
	name, ok := c.name(file)
	switch {
	case !ok:
		return r.fail(file, outside(file))
	case c.base != "" && !c.changed[name]:
		return true
	}
	before, err := r.before(file, name)
	if err != nil {
		return r.fail(file, failure(file, err))
	}
	keep := r.yield
	defer func() { r.yield = keep }()
	r.yield = unlike(before, keep)
	if c.index == nil {
		return r.disk(file)
	}
	more := true
	found, err := c.objects.read(c.index[name], func(content io.Reader) { more = r.read(file, content) })
	if err == nil && !found {
		err = errors.New("git doesn't have what is staged")
	}
	if err != nil {
		return r.fail(file, failure(file, err))
	}
	return more
}

// before returns what the posts of a file said at the base.
func (r *reading) before(file, name string) (map[[32]byte]bool, error) {
	known := map[[32]byte]bool{}
	format, err := r.format(file)
	if r.Changes.base == "" || err != nil { // a wrong ending shows when the file itself is read
		return nil, nil
	}
	_, err = r.Changes.objects.read(r.Changes.base+":"+name, func(content io.Reader) {
		for one := range format.Read(file, content, r.Options) {
			if one.Err == nil {
				known[one.Digest()] = true
			}
		}
	})
	return known, err
}

// unlike lets through posts that aren't among those known. What the reader had
// to say with another one goes with the next.
func unlike(known map[[32]byte]bool, yield func(*post.Post) bool) func(*post.Post) bool {
	var notes []string
	return func(one *post.Post) bool {
		if one.Err == nil && known[one.Digest()] {
			notes = append(notes, one.Notes...)
			return true
		}
		one.Notes = append(notes, one.Notes...)
		notes = nil
		return yield(one)
	}
}
