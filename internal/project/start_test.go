package project

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/yamldoc"
)

// in runs a test in an empty folder of its own.
func in(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.Mkdir(".git", 0o777); err != nil {
		t.Fatal(err)
	}
}

// Every example of the first settings works once its # is taken away.
func TestStartExamplesWork(t *testing.T) {
	in(t)
	for path, text := range map[string]string{"lists/staff.txt": "Carla Otieno\n"} {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	text, err := Start{}.settings(fileName)
	if err != nil {
		t.Fatal(err)
	}
	on := regexp.MustCompile(`(?m)^#((  )*[a-z-]+:)`).ReplaceAll(text, []byte("$1"))
	if string(on) == string(text) {
		t.Fatal("no examples found")
	}
	if err := os.WriteFile(fileName, on, 0o666); err != nil {
		t.Fatal(err)
	}
	p, err := Open(Options{})
	if err != nil {
		t.Fatalf("%v\n%s", err, on)
	}
	for _, key := range keys() {
		if strings.HasPrefix(key, "defaults.") && key != "defaults.platform" && key != "defaults.account" {
			continue
		}
		if len(p.settings.list(key)) == 0 {
			t.Errorf("the first settings have no example of %s", key)
		}
	}
	if len(p.settings.rules) == 0 {
		t.Error("the first settings have no example of rules")
	}
}

// Whatever is answered stands in the settings as it was said, or is refused.
func FuzzStart(f *testing.F) {
	for _, seed := range []string{"Harbour Clinic", `A "B"`, "a: b", "# c", "- d", "'", "\\", "{x}", "no", "0161 496 0000", "&a", "*a", "!!int 3", "%", "@", "Zoë 🎉", "\u2028", "\x7f", "\xff", "<b>", "a\nb: c"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if strings.HasSuffix(name, ".txt") || name == "" || !utf8.ValidString(name) {
			t.Skip("a file, nothing, or no text")
		}
		text, err := Start{Names: []string{name}, Contacts: []string{name, name}}.settings(fileName)
		if err != nil {
			return
		}
		root, _ := yamldoc.Parse(fileName, text)
		organisation := root.Get("organisation")
		for _, item := range append(slices.Clone(organisation.Get("names").Items), organisation.Get("contacts").Items...) {
			if item.Value != name {
				t.Errorf("%q became %q", name, item.Value)
			}
		}
		if n := len(organisation.Get("contacts").Items); n != 2 {
			t.Errorf("%q: %d contacts, want 2", name, n)
		}
	})
}

func TestStartRef(t *testing.T) {
	for version, want := range map[string]string{
		"v0.3.1": "v0.3.1", "development": "main", "v0.0.0-20261121200000-d98581d0a1b2": "main", "v0.3.1+dirty": "main", "v0.3.1\nx": "main",
	} {
		if got := (Start{Version: version}).Ref(); got != want {
			t.Errorf("%q: %q, want %q", version, got, want)
		}
	}
	if text := string(Start{Version: "v0.3.1"}.render("github.yaml")); !strings.Contains(text, "uses: postvet/postvet@v0.3.1\n") {
		t.Errorf("CI doesn't use this program's version:\n%s", text)
	}
}

// The schema knows every key that the reader of settings does, and no other.
func TestSettingsSchemaKnowsEveryKey(t *testing.T) {
	var schema struct {
		Properties map[string]struct {
			Description string
			Properties  map[string]struct{ AnyOf, Enum, Type any }
			Closed      *bool `json:"additionalProperties"`
		}
	}
	text := strings.ReplaceAll(string(SettingsSchema()), `"additionalProperties": {`, `"rest": {`)
	if err := json.Unmarshal([]byte(text), &schema); err != nil {
		t.Fatal(err)
	}
	for _, key := range keys() {
		top, leaf, nested := strings.Cut(key, ".")
		p, ok := schema.Properties[top]
		if !ok || p.Description == "" {
			t.Errorf("no %s with a description", top)
		}
		if _, ok := p.Properties[leaf]; nested && (!ok || *p.Closed) {
			t.Errorf("no %s, or others besides", key)
		}
	}
	// What the reader says when it doesn't know a key would name it, were it known.
	for name := range schema.Properties {
		root, _ := yamldoc.Parse(fileName, []byte(name+": "))
		r := reader{Decoder: yamldoc.Decoder{Path: fileName, Quote: true}, s: &settings{}}
		r.settings(root)
		if text := r.Problems.Error(); strings.Contains(text, "unknown") {
			t.Errorf("%s: %s", name, text)
		}
	}
}
