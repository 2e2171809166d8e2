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
	Fixable    bool     // a text in it can be changed without touching anything else
	Named      bool     // only where a file is named: in folders the ending mostly stands for something else
	read       func(source string, r io.Reader, o Options, yield func(*Post) bool)
}

// Options say how to read what doesn't say it itself.
type Options struct {
	Columns Columns // of tables, nil to go by their headers
}

// formats is the table of all readers; a new one is a file and a line here.
var formats = []Format{
	{Name: "text", Extensions: []string{".txt", ".text"}, Fixable: true, read: readFile(plainText),
		Summary: "plain text, one post a file"},
	{Name: "markdown", Extensions: []string{".md", ".markdown", ".mdown", ".mkd"}, Fixable: true, read: readFile(markdown),
		Summary: "Markdown with front matter in YAML, TOML or JSON, one post a file"},
	{Name: "csv", Extensions: []string{".csv"}, Fixable: true, read: readCSV(0),
		Summary: "a table of a scheduler or spreadsheet, one post a row"},
	{Name: "tsv", Extensions: []string{".tsv", ".tab"}, Fixable: true, read: readCSV('\t'),
		Summary: "the same, parted by tabs"},
	{Name: "json", Extensions: []string{".json"}, Named: true, read: readJSON,
		Summary: "one such object, or an array of them; in folders only where a pattern names it"},
	{Name: "html", Extensions: []string{".html", ".htm", ".xhtml"}, read: readFile(page),
		Summary: "a page of HTML as its readers see it, one post"},
	{Name: "docx", Extensions: []string{".docx", ".docm"}, read: readDOCX,
		Summary: "a document of Word, one post"},
	{Name: "xlsx", Extensions: []string{".xlsx", ".xlsm"}, read: readXLSX,
		Summary: "a workbook of Excel, one post a row of each sheet"},
	{Name: "jsonl", Extensions: []string{".jsonl", ".ndjson"}, Fixable: true, read: readJSONL,
		Summary: `one JSON object a line: {"id": …, "text": …} and metadata`},
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
func (f Format) Read(source string, r io.Reader, o Options) iter.Seq[*Post] {
	return func(yield func(*Post) bool) {
		f.read(source, r, o, func(p *Post) bool {
			p.Format = f.Name
			p.addWaivers()
			return yield(p)
		})
	}
}

const maxFile = 64 << 20 // bytes of a file that is one post

// readFile makes a reader of files that are one post each.
func readFile(parse func(*Post, *source)) func(string, io.Reader, Options, func(*Post) bool) {
	return func(name string, r io.Reader, _ Options, yield func(*Post) bool) {
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
