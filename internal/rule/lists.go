package rule

import (
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/match"
	"github.com/postvet/postvet/internal/yamldoc"
)

// listOwner is a list that phrases may use, and the only pack that may, ""
// for all.
type listOwner struct{ name, pack string }

// listReader is a list being read.
type listReader struct {
	reader
	name    string
	pack    string        // the only pack that may use it; "" all
	key     *yamldoc.Node // where a pack names it; nil in a file of its own
	entries []*yamldoc.Node
}

// readLists reads the lists of a pack, without compiling them.
func (r *packReader) readLists(n *yamldoc.Node) {
	for _, e := range r.Entries(n, "lists") {
		name := r.name(e.Key, "list")
		if name == "" {
			continue
		}
		list := &listReader{reader: reader{yamldoc.Decoder{Path: r.Path, Quote: true}}, name: name, pack: r.pack.Name, key: e.Key}
		if e.Value.Kind == yamldoc.Scalar && e.Value.Style != yamldoc.Literal {
			list.Path = r.readListFile(e.Value, list)
		} else {
			list.entries = list.phrases(e.Value, "list "+name)
		}
		r.lists = append(r.lists, list)
	}
}

// readListFile reads the file that a list names and returns its path.
func (r *packReader) readListFile(n *yamldoc.Node, list *listReader) string {
	name := r.String(n, "list "+list.name)
	switch {
	case name == "":
		return r.Path
	case !fs.ValidPath(name) || strings.Contains(name, `\`):
		r.Report(n, "%q isn't a path inside the pack's folder, such as lists/%s.txt", shorten(name), list.name)
		return r.Path
	case r.source.Folder == nil:
		r.Report(n, "this pack can't have list files; write the entries as a text block")
		return r.Path
	}
	data, err := readCapped(r.source.Folder, name)
	switch {
	case err != nil:
		r.Report(n, "list file %q can't be read in the pack's folder; write its path from there, or the entries as a text block", shorten(name))
		return r.Path
	case len(data) > maxList:
		r.Report(n, "list file %q has more than %d MB", shorten(name), maxList>>20)
		return r.Path
	}
	path := strings.TrimSuffix(r.Path, lastElement(r.Path)) + name
	list.read(path, data)
	return path
}

// lastElement returns what stands behind the last slash or backslash.
func lastElement(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }

// readCapped reads a file, at most one byte more than a list may have.
func readCapped(folder fs.FS, name string) ([]byte, error) {
	f, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxList+1))
}

// read takes the entries of a list file: one a line, "# " starts a comment.
func (l *listReader) read(path string, data []byte) {
	l.Path = path
	if !utf8.Valid(data) {
		l.Report(nil, "not UTF-8; save the file as UTF-8")
		return
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	number := 0
	for line := range strings.SplitSeq(text, "\n") {
		number++
		entry := uncommented(line)
		if entry == "" {
			continue
		}
		column := 1 + utf8.RuneCountInString(line[:strings.Index(line, entry)])
		n := &yamldoc.Node{Value: entry, Tag: "!!str", Line: number, Column: column}
		if len(entry) > maxPhrase {
			l.Report(n, "an entry of %d bytes; at most %d are read", len(entry), maxPhrase)
			continue
		}
		l.entries = append(l.entries, n)
	}
	switch {
	case len(l.entries) > maxPhrases:
		l.Report(nil, "%d entries; at most %d are read", len(l.entries), maxPhrases)
		l.entries = nil
	case len(l.entries) == 0:
		l.Report(nil, "the list is empty")
	}
}

// uncommented returns a line of phrases without its comment, which starts
// with "# ", and without white space around it.
func uncommented(line string) string {
	line = " " + strings.TrimSpace(line) + " "
	if i := strings.Index(line, " # "); i >= 0 {
		line = line[:i]
	}
	return strings.TrimSpace(line)
}

// declare makes a list's name known to phrases.
func (l *loader) declare(list *listReader) {
	owner, taken := l.owners[list.name]
	if taken || l.build.Known(list.name) && !l.dropped[list.name] {
		text := "a built-in shape, recogniser or setting"
		switch {
		case taken && owner.pack == "":
			text = "a shared list"
		case taken:
			text = "a list of pack " + owner.pack
		}
		list.Report(list.key, "<%s> is %s already; choose another name", list.name, text)
		return
	}
	l.owners[list.name] = listOwner{list.name, list.pack}
	l.build.DeclareList(list.name)
}

// define compiles a list. It is left out when something is wrong with it
// already, so that nothing is said twice.
func (l *loader) define(list *listReader) {
	if len(list.Problems) > 0 || len(list.entries) == 0 {
		return
	}
	entries := l.checkNames(&list.reader, list.entries, list.pack)
	list.reportSyntax(entries, l.build.List(list.name, values(entries)))
}

// reportSyntax reports mistakes in phrases at their places.
func (r *reader) reportSyntax(phrases []*yamldoc.Node, mistakes []*match.SyntaxError) {
	for _, m := range mistakes {
		r.reportIn(phrases[m.Phrase], m.Offset, "%s", m.Text)
	}
}

// findCycles reports lists that use themselves, through others or not, at the
// entry that closes the circle.
func findCycles(all []*listReader) {
	lists := map[string]*listReader{}
	for _, list := range all {
		lists[list.name] = list
	}
	const (
		inside = 1 + iota
		done
	)
	state := map[string]int{}
	var path []string
	var visit func(list *listReader)
	visit = func(list *listReader) {
		state[list.name] = inside
		path = append(path, list.name)
		for _, entry := range list.entries {
			for _, name := range names(entry.Value) {
				next := lists[name]
				switch {
				case next == nil || state[name] == done:
				case state[name] == inside:
					circle := append(slices.Clone(path[slices.Index(path, name):]), name)
					list.Report(entry, "list <%s> uses itself: %s", name, strings.Join(circle, " → "))
				default:
					visit(next)
				}
			}
		}
		path = path[:len(path)-1]
		state[list.name] = done
	}
	for _, list := range all {
		if state[list.name] == 0 {
			visit(list)
		}
	}
}
