package project

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"text/template"

	"github.com/postvet/postvet/internal/yamldoc"
)

//go:embed start
var startTexts embed.FS

// Start is what a repository begins with: what its settings say, and the files
// that come with them.
type Start struct {
	Jurisdiction, Platform []string
	Names, Contacts        []string // of the organisation
	Hook                   bool     // git's pre-commit hook
	CI                     string   // a name of CISystems, "" for none
	Version                string   // of this program; CI uses the same
}

// Organisation reports whether something is known about it.
func (s Start) Organisation() bool { return len(s.Names)+len(s.Contacts) > 0 }

// Ref is what CI fetches: this program if it was released, else the newest.
func (s Start) Ref() string {
	if regexp.MustCompile(`^v\d+\.\d+\.\d+$`).MatchString(s.Version) {
		return s.Version
	}
	return "main"
}

// Schema is the address of the JSON Schema that editors check settings with.
func (s Start) Schema() string {
	return "https://raw.githubusercontent.com/postvet/postvet/" + s.Ref() + "/rules/schemas/settings.json"
}

// CISystem is one for which a file can be written.
type CISystem struct {
	Name string
	path string // from the repository's root
	text string // in the folder start
	then string // what is left to do
}

// CISystems returns the table of them.
func CISystems() []CISystem {
	return []CISystem{
		{"github", ".github/workflows/postvet.yml", "github.yaml", ""},
		{"gitlab", ".gitlab/postvet.yml", "gitlab.yaml", "add to .gitlab-ci.yml: include: [{local: .gitlab/postvet.yml}]"},
	}
}

// Startable returns why a repository can't begin anew: it has settings, and
// force isn't set.
func Startable(force bool) error {
	path, err := settingsPath()
	if err != nil {
		return err
	}
	return vacant(path, force)
}

// settingsPath returns where the first settings file belongs: in the
// repository's root, else here.
func settingsPath() (string, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return shorten(here, filepath.Join(repository(here), fileName)), nil
}

// Write writes the files and returns their paths and what a person has left to
// do. Unless force is set, nothing is written when one of them is there.
func (s Start) Write(ctx context.Context, force bool) (written, then []string, err error) {
	files, then, err := s.files(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		if err := vacant(f.path, force); err != nil {
			return nil, nil, err
		}
	}
	for _, f := range files {
		if err := f.write(); err != nil {
			return written, nil, err
		}
		written = append(written, f.path)
	}
	return written, then, nil
}

// files lists what to write.
func (s Start) files(ctx context.Context) (files []startFile, then []string, err error) {
	path, err := settingsPath()
	if err != nil {
		return nil, nil, err
	}
	text, err := s.settings(path)
	if err != nil {
		return nil, nil, err
	}
	files = []startFile{{path, text, 0o666}}
	if s.Hook {
		path, err := hookPath(ctx)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, startFile{path, s.render("hook.sh"), 0o777})
	}
	for _, ci := range CISystems() {
		if ci.Name != s.CI {
			continue
		}
		files = append(files, startFile{filepath.ToSlash(filepath.Join(filepath.Dir(path), ci.path)), s.render(ci.text), 0o666})
		if ci.then != "" {
			then = append(then, ci.then)
		}
	}
	return files, then, nil
}

// settings returns the settings file, which has been read as strictly as any.
func (s Start) settings(path string) ([]byte, error) {
	data := s.render("settings.yaml")
	folder, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	root, problems := yamldoc.Parse(path, data)
	r := reader{Decoder: yamldoc.Decoder{Path: path, Quote: true, Problems: problems}, s: &settings{folder: folder}}
	if root != nil {
		r.settings(root)
	}
	return data, r.Problems.Err()
}

// render fills in one of the texts.
func (s Start) render(name string) []byte {
	var b bytes.Buffer
	t := template.New(name).Funcs(template.FuncMap{"line": settingsLine, "quoted": quoted})
	if err := template.Must(t.ParseFS(startTexts, "start/"+name)).Execute(&b, s); err != nil {
		panic(err) // the texts are ours
	}
	return b.Bytes()
}

// settingsLine is a key with its values, or an example of it switched off.
func settingsLine(key string, values []string, example string) string {
	if len(values) == 0 {
		return "#" + key + example
	}
	return key + "[" + strings.Join(values, ", ") + "]"
}

// quoted writes texts in the quotes of JSON, which YAML shares.
func quoted(texts []string) ([]string, error) {
	all := make([]string, len(texts))
	for i, text := range texts {
		var b strings.Builder
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(text); err != nil {
			return nil, err
		}
		all[i] = strings.TrimSpace(b.String())
	}
	return all, nil
}
