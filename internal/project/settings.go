package project

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/viper"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
	"github.com/postvet/postvet/internal/yamldoc"
)

// settings are the file with environment and flags merged over it.
type settings struct {
	here   string // working folder, absolute
	folder string // folder of the file, absolute; the working folder if there is none
	shown  string // the file as people know it, "" if none
	none   bool   // none were wanted
	file   map[string]any
	rules  []rule.Override
	merged *viper.Viper
	paths  struct{ include, exclude globs }

	problems yamldoc.Problems // mistakes of the file
}

// The keys of the file. Every leaf is a list of texts, or one text.
func organisationKeys() []string { return []string{"names", "staff", "contacts", "rivals"} }
func pathsKeys() []string        { return []string{"include", "exclude"} }

// keys returns the leaves that environment and flags can set, as viper names them.
func keys() []string {
	all := []string{"jurisdiction", "packs"}
	for _, k := range organisationKeys() {
		all = append(all, "organisation."+k)
	}
	for _, k := range pathsKeys() {
		all = append(all, "paths."+k)
	}
	for _, k := range defaultNames() {
		all = append(all, "defaults."+k)
	}
	return all
}

// defaultNames returns the metadata that posts may take from the settings: not
// jurisdiction, which has a key of its own, and not what is each post's own.
func defaultNames() []string {
	var all []string
	for _, n := range post.Names() {
		if !slices.Contains([]string{"jurisdiction", "answered", "reshared", "media"}, n.Name) {
			all = append(all, n.Name)
		}
	}
	return all
}

// read reads the file strictly; what is wrong with it becomes problems.
func (s *settings) read(file string) error {
	path, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	s.shown, s.folder = shorten(s.here, path), filepath.Dir(path)
	data, err := os.ReadFile(path)
	if err != nil {
		return failure(s.shown, err)
	}
	root, problems := yamldoc.Parse(s.shown, data)
	r := reader{Decoder: yamldoc.Decoder{Path: s.shown, Quote: true, Problems: problems}, s: s}
	if root != nil {
		r.settings(root)
	}
	s.problems = r.Problems
	return nil
}

// reader turns the nodes of the file into values for viper.
type reader struct {
	yamldoc.Decoder
	s *settings
}

func (r *reader) settings(root *yamldoc.Node) {
	if root.Empty() {
		return
	}
	top := r.Map(root, "settings", "jurisdiction", "organisation", "packs", "rules", "disclaimers", "paths", "defaults")
	organisation := top.Map("organisation", organisationKeys()...)
	lists := map[string]any{}
	for _, key := range organisationKeys() {
		if n := organisation.Get(key); n != nil {
			lists[key] = r.people(n, key)
		}
	}
	paths := top.Map("paths", pathsKeys()...)
	globs := map[string]any{}
	for _, key := range pathsKeys() {
		if n := paths.Get(key); n != nil {
			globs[key] = r.globs(n, key)
		}
	}
	r.s.file = map[string]any{"organisation": lists, "paths": globs, "defaults": r.defaults(top.Get("defaults"))}
	if n := top.Get("jurisdiction"); n != nil {
		r.s.file["jurisdiction"] = r.metadata(n, "jurisdiction")
	}
	if n := top.Get("packs"); n != nil {
		r.s.file["packs"] = r.packs(n)
	}
	if n := top.Get("rules"); n != nil {
		overrides, problems := rule.ReadOverrides(r.Path, n)
		r.s.rules = overrides
		r.Problems = append(r.Problems, problems...)
	}
	if n := top.Get("disclaimers"); n != nil {
		disclaimers, problems := rule.ReadDisclaimers(r.Path, n)
		r.s.rules = append(r.s.rules, disclaimers...)
		r.Problems = append(r.Problems, problems...)
	}
}

// defaults reads the metadata of posts that don't say.
func (r *reader) defaults(n *yamldoc.Node) map[string]any {
	values := map[string]any{}
	for _, e := range r.Entries(n, "defaults") {
		name := e.Key.Value
		if !slices.Contains(defaultNames(), name) {
			r.Unknown(e.Key, "metadata name", name, defaultNames())
			continue
		}
		values[name] = r.metadata(e.Value, name)
	}
	return values
}

// metadata reads the value or values of a metadata name.
func (r *reader) metadata(n *yamldoc.Node, name string) []string {
	values := r.Strings(n, name)
	var meta post.Meta
	if err := meta.Set(name, values...); err != nil {
		r.Report(n, "%s", err)
	}
	return values
}

// globs reads patterns of paths.
func (r *reader) globs(n *yamldoc.Node, what string) []string {
	values := r.Strings(n, what)
	for i, item := range yamldoc.OneOrMore(n) {
		if i < len(values) {
			if text := validGlob(values[i]); text != "" {
				r.Report(item, "bad pattern %q: %s", values[i], text)
			}
		}
	}
	return values
}

// packs reads names and paths of packs; paths become absolute.
func (r *reader) packs(n *yamldoc.Node) []string {
	values := r.Strings(n, "packs")
	for i, item := range yamldoc.OneOrMore(n) {
		if i >= len(values) || !isPath(values[i]) {
			continue
		}
		path := filepath.Join(r.s.folder, filepath.FromSlash(values[i]))
		switch _, err := os.Stat(path); {
		case !filepath.IsLocal(filepath.FromSlash(values[i])):
			r.Report(item, "pack %q lies outside the settings' folder; --pack may name any path", values[i])
		case err != nil:
			r.Report(item, "pack %q: %s", values[i], reason(err))
		case !within(r.s.folder, path):
			r.Report(item, "pack %q leads outside the settings' folder; --pack may name any path", values[i])
		}
		values[i] = path
	}
	return values
}

// people reads a list whose entries may be files of more entries.
func (r *reader) people(n *yamldoc.Node, what string) []string {
	var all []string
	values := r.Strings(n, what)
	for i, item := range yamldoc.OneOrMore(n) {
		switch {
		case i >= len(values):
		case strings.HasSuffix(values[i], ".txt"):
			entries, text := readEntries(r.s.folder, values[i])
			if text != "" {
				r.Report(item, "%s file %q: %s", what, values[i], text)
			}
			all = append(all, entries...)
		default:
			all = append(all, values[i])
		}
	}
	return all
}

// maxEntries is how large a file of names may be, in bytes.
const maxEntries = 4 << 20

// readEntries reads a file in folder, one entry a line; a comment starts "# ".
// It returns what is wrong, "" if nothing is.
func readEntries(folder, name string) (entries []string, text string) {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return nil, "write a path inside the settings' folder"
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, reason(err)
	}
	defer root.Close()
	f, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() || info.Size() > maxEntries {
		return nil, "not a file of at most 4 MB"
	}
	data, err := io.ReadAll(io.LimitReader(f, maxEntries))
	if err != nil {
		return nil, reason(err)
	}
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		if line = strings.TrimSpace(line); line != "" && line != "#" && !strings.HasPrefix(line, "# ") {
			entries = append(entries, line)
		}
	}
	return entries, ""
}

// isPath tells the path of a pack from the name of a shipped one.
func isPath(pack string) bool {
	return strings.ContainsAny(pack, `/\`) || strings.HasSuffix(pack, ".yaml") || strings.HasSuffix(pack, ".yml")
}
