package post

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Bounds of a file of Word or Excel: it is a zip, and a small one can hold
// endless text.
const (
	maxParts    = 10_000
	maxUnzipped = 64 << 20 // bytes that are unzipped or made of what was
	maxXMLDepth = 256
)

var (
	errNotOffice = errors.New("not a file of Word or Excel as they have written since 2007")
	errOldOffice = errors.New("locked with a password, or an old .doc or .xls; save it as .docx or .xlsx without one")
	errParts     = fmt.Errorf("more than %d parts in the file", maxParts)
	errUnzipped  = fmt.Errorf("it unzips to more than %d MB", maxUnzipped>>20)
	errBroken    = errors.New("a part of the file is broken; open it in its program and save it again")
	errDeep      = fmt.Errorf("a part of the file is nested more than %d deep", maxXMLDepth)
	errStop      = errors.New("no more is wanted") // ends the reading, never shown
)

// archive is a file of Office: parts of XML in a zip, read within bounds.
type archive struct {
	files map[string]*zip.File // by name in lower case, since case doesn't count in them
	left  int                  // bytes that may still be unzipped
}

func openArchive(r io.Reader) (*archive, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	switch {
	case err != nil:
		return nil, readError(err)
	case len(raw) > maxFile:
		return nil, fmt.Errorf("more than %d MB", maxFile>>20)
	case bytes.HasPrefix(raw, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return nil, errOldOffice
	case bytes.Count(raw, []byte("PK\x01\x02")) > maxParts: // each has such a mark, and zip would make room for them first
		return nil, errParts
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, errNotOffice
	}
	a := &archive{files: map[string]*zip.File{}, left: maxUnzipped}
	for _, f := range z.File {
		name := strings.ToLower(strings.TrimPrefix(f.Name, "/"))
		if a.files[name] != nil { // which one counts is anyone's guess
			return nil, errBroken
		}
		a.files[name] = f
	}
	return a, nil
}

// spend takes n bytes from what is left.
func (a *archive) spend(n int) error {
	if a.left -= n; a.left < 0 {
		return errUnzipped
	}
	return nil
}

// has reports whether there is a part of that name.
func (a *archive) has(part string) bool { return a.files[strings.ToLower(part)] != nil }

// visitor is told of the elements and the text of a part.
type visitor interface {
	open(e xml.StartElement) error
	text(s string) error
	close(name string) error
}

// visit reads a part. Its errors say nothing of what stands in it.
func (a *archive) visit(part string, v visitor) error {
	f := a.files[strings.ToLower(part)]
	if f == nil {
		return errNotOffice
	}
	r, err := f.Open()
	if err != nil {
		return errBroken
	}
	defer r.Close()
	d := xml.NewDecoder(&bounded{a, r})
	for depth := 0; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if errors.Is(err, errUnzipped) {
			return err
		}
		if err != nil {
			return errBroken
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxXMLDepth {
				return errDeep
			}
			err = v.open(token)
		case xml.EndElement:
			depth--
			err = v.close(token.Name.Local)
		case xml.CharData:
			err = v.text(string(token))
		}
		if err != nil {
			return err
		}
	}
}

// bounded reads what is left.
type bounded struct {
	*archive
	r io.Reader
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if over := b.spend(n); over != nil {
		return 0, over
	}
	return n, err
}

// attribute returns an attribute by its local name.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// relations are what a part says it belongs with.
type relations struct {
	folder string
	byID   map[string]string // part by id
	byKind map[string]string // first part by the last word of its type
}

// related returns the relations of a part, "" for the file itself.
func (a *archive) related(part string) (*relations, error) {
	folder, file := path.Split(part)
	r := &relations{folder: folder, byID: map[string]string{}, byKind: map[string]string{}}
	name := folder + "_rels/" + file + ".rels"
	if !a.has(name) {
		return r, nil
	}
	return r, a.visit(name, r)
}

func (r *relations) open(e xml.StartElement) error {
	if e.Name.Local != "Relationship" || attribute(e, "TargetMode") == "External" {
		return nil
	}
	target := attribute(e, "Target")
	if !strings.HasPrefix(target, "/") {
		target = path.Join("/", r.folder, target)
	}
	target = strings.TrimPrefix(path.Clean(target), "/")
	r.byID[attribute(e, "Id")] = target
	if kind := path.Base(attribute(e, "Type")); r.byKind[kind] == "" {
		r.byKind[kind] = target
	}
	return nil
}

func (r *relations) text(string) error  { return nil }
func (r *relations) close(string) error { return nil }

// document returns the part that everything else belongs to.
func (a *archive) document() (string, error) {
	r, err := a.related("")
	if err != nil {
		return "", err
	}
	if part := r.byKind["officeDocument"]; a.has(part) {
		return part, nil
	}
	return "", errNotOffice
}
