package post

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"
)

// Format is a way of writing posts down.
type Format struct {
	Name       string
	Extensions []string // of files, lower case, with the dot
	Summary    string   // one line for help
	read       func(source string, r io.Reader, yield func(*Post) bool)
}

// formats is the table of all readers; a new one is a file and a line here.
var formats = []Format{
	{"text", []string{".txt", ".text"}, "plain text, one post a file", readFile(plainText)},
	{"markdown", []string{".md", ".markdown", ".mdown", ".mkd"}, "Markdown with YAML front matter, one post a file", readFile(markdown)},
	{"jsonl", []string{".jsonl", ".ndjson"}, `one JSON object a line: {"id": …, "text": …} and metadata`, readJSONL},
}

// Formats returns all formats.
func Formats() []Format { return slices.Clone(formats) }

// FormatNamed returns the format of a name.
func FormatNamed(name string) (Format, bool) {
	for _, f := range formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// For returns the format that a path's extension stands for; ok is false when none does.
func For(path string) (f Format, ok bool) {
	ext := strings.ToLower(filepath.Ext(path))
	for _, f := range formats {
		if slices.Contains(f.Extensions, ext) {
			return f, true
		}
	}
	return Format{}, false
}

// Read yields the posts of r, which source names, one after the other. What
// can't be read is a post with Err; the rest goes on.
func (f Format) Read(source string, r io.Reader) iter.Seq[*Post] {
	return func(yield func(*Post) bool) { f.read(source, r, yield) }
}

const maxFile = 64 << 20 // bytes of a file that is one post

// readFile makes a reader of files that are one post each.
func readFile(parse func(*Post, *source)) func(string, io.Reader, func(*Post) bool) {
	return func(name string, r io.Reader, yield func(*Post) bool) {
		p := &Post{Source: name, Line: 1}
		if src, err := p.load(r); err != nil {
			p.fail(fmt.Errorf("%s: %w", name, err))
		} else {
			parse(p, src)
		}
		yield(p)
	}
}

func (p *Post) load(r io.Reader) (*source, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, readError(err)
	}
	if len(raw) > maxFile {
		return nil, fmt.Errorf("more than %d MB; split it, or write one post a line as JSONL", maxFile>>20)
	}
	src, note, err := decode(raw)
	if note != "" {
		p.Notes = append(p.Notes, note)
	}
	return src, err
}

// readError drops the path that a *fs.PathError repeats.
func readError(err error) error {
	for inner := err; inner != nil; inner = errors.Unwrap(inner) {
		err = inner
	}
	return fmt.Errorf("cannot be read: %w", err)
}
