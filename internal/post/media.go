package post

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/yamldoc"
)

// Media is one image, video or sound of a post, under the names of MediaNames.
type Media struct {
	File, Kind, Alt, People, Consent, Licence, Credit string

	src         *source // where it stands; nil when only a record names it
	start, stop int
}

// Get returns the value of a name of MediaNames, "" when the item doesn't say.
func (m *Media) Get(name string) string {
	if v := m.value(name); v != nil {
		return *v
	}
	return ""
}

func (m *Media) value(name string) *string {
	return map[string]*string{
		"file": &m.File, "kind": &m.Kind, "alt": &m.Alt, "people": &m.People,
		"consent": &m.Consent, "licence": &m.Licence, "credit": &m.Credit,
	}[name]
}

var extensions = map[string][]string{
	"image": {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".heic", ".svg", ".bmp", ".tif", ".tiff"},
	"video": {".mp4", ".mov", ".m4v", ".webm", ".avi", ".mkv"},
	"audio": {".mp3", ".m4a", ".wav", ".ogg", ".aac", ".flac"},
}

// kindOf returns what a file's extension says, else preset.
func kindOf(file, preset string) string {
	ext := strings.ToLower(path.Ext(cutQuery(file)))
	for kind, list := range extensions {
		if slices.Contains(list, ext) {
			return kind
		}
	}
	return preset
}

// media reads the list of media items of a record.
func (r *record) media(n *yamldoc.Node) {
	if n.Kind != yamldoc.List {
		r.d.Report(n, "media must be a list of items, each with file, kind, alt and so on")
		return
	}
	for _, item := range n.Items {
		var m Media
		entries := r.d.Entries(item, "an item of media")
		for _, e := range entries {
			r.mediaEntry(&m, e)
		}
		if len(entries) == 0 {
			continue
		}
		if m.Kind == "" {
			m.Kind = kindOf(m.File, "")
		}
		if last := entries[len(entries)-1].Value; r.place != nil {
			m.src, m.start, m.stop = r.place(entries[0].Key, last)
		}
		r.post.Meta.Media = append(r.post.Meta.Media, m)
	}
}

func (r *record) mediaEntry(m *Media, e yamldoc.Entry) {
	if e.Key.Value == "caption" {
		r.text("caption", e)
		return
	}
	i := slices.IndexFunc(mediaNames, func(n Name) bool { return n.Name == e.Key.Value })
	if i < 0 {
		return
	}
	*m.value(e.Key.Value) = strings.Join(mediaNames[i].values(e.Value, r.d), ", ")
	if e.Value.Kind != yamldoc.Scalar || e.Value.Empty() {
		return
	}
	switch e.Key.Value {
	case "alt":
		r.post.add("alt", r.field(e.Value))
	case "file":
		r.post.add("file", fileField(r.field(e.Value)))
	}
}

// image adds a media item of the body; front matter may have said more of the same file.
func (p *Post) image(m Media) {
	if p.Err != nil {
		return
	}
	for i := range p.Meta.Media {
		known := &p.Meta.Media[i]
		if m.File != "" && (known.File == m.File || path.Base(known.File) == path.Base(m.File)) {
			if known.Alt == "" {
				known.Alt = m.Alt
			}
			known.src, known.start, known.stop = m.src, m.start, m.stop
			return
		}
	}
	p.Meta.Media = append(p.Meta.Media, m)
}

func cutQuery(file string) string {
	if i := strings.IndexAny(file, "?#"); i >= 0 {
		return file[:i]
	}
	return file
}

// fileField returns the words of a file's name: no address, query or extension, %20 and its like decoded.
func fileField(f Field) Field {
	text, at := cutQuery(f.Text), 0
	if strings.HasPrefix(text, "data:") {
		return f.cut(0, 0)
	}
	if i := strings.Index(text, "//"); i >= 0 {
		at = i + 2
		at += strings.IndexByte(text[at:]+"/", '/')
		at = min(at+1, len(text))
	}
	text = strings.TrimSuffix(text, path.Ext(text))
	w := writer{src: f.src.text}
	for at < len(text) {
		size := max(1, sizeOf(text[at:]))
		plain, n := unescapePercent(text[at:])
		from, to := f.span(at, at+max(n, size))
		if n > 0 {
			w.append(plain, from, to, false)
		} else {
			w.append(text[at:at+size], from, to, to-from == size)
		}
		at += max(n, size)
	}
	return w.field(f.src)
}

// unescapePercent decodes the run of %XX that s starts with, when it spells UTF-8; n is its size.
func unescapePercent(s string) (plain string, n int) {
	var b []byte
	for ; len(s) >= n+3 && s[n] == '%'; n += 3 {
		c, err := strconv.ParseUint(s[n+1:n+3], 16, 8)
		if err != nil {
			break
		}
		b = append(b, byte(c))
	}
	if !utf8.Valid(b) {
		return "", 0
	}
	return string(b), n
}
