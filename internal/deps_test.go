package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/postvet/postvet/"

// plan is the plan of the house: which room may import which. A new arrow is
// drawn here first, with its reason in the commit.
const plan = `
	cmd/postvet    -> cli
	cli            -> report fix clearance check project rule post yamldoc
	report         -> clearance check rule post
	fix            -> clearance check post
	clearance      -> check rule post yamldoc
	check          -> rule match text identify post
	project        -> rule post identify rules yamldoc
	rule           -> match identify image post yamldoc
	match          -> text identify image
	identify       -> text
	post           -> yamldoc
	text           -> image
	yamldoc        ->
	image          ->
	rules          ->
	rules/generate -> rule
`

// homes says in which one room a library or a delicate package may stand.
var homes = map[string][]string{
	"github.com/spf13/cobra":   {"cli"},
	"github.com/spf13/pflag":   {"cli"},
	"github.com/spf13/viper":   {"project"},
	"github.com/yuin/goldmark": {"post"},
	"gopkg.in/yaml.v3":         {"yamldoc"},
	"github.com/pelletier":     {"post"},
	"archive/zip":              {"post"},
	"encoding/xml":             {"post", "report"},
	"github.com/fatih/color":   {"report"},
	"golang.org/x/term":        {"cli"},
	"os/exec":                  {"project"}, // git
	"os/signal":                {"cli"},
	"net":                      {}, // nothing leaves this computer
	"net/http":                 {},
	"net/url":                  {"report"},   // it writes addresses and opens none
	"net/netip":                {"identify"}, // it reads addresses and opens none
	"crypto/tls":               {},
	"log":                      {},
	"log/slog":                 {},
	"unsafe":                   {},
}

// source is one Go file that isn't a test.
type source struct {
	room string
	path string
	file *ast.File
}

func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	root := ".."
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && file != root && (strings.HasPrefix(name, ".") || name == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(file))
		if err != nil {
			return err
		}
		all = append(all, source{roomOf(filepath.ToSlash(rel)), filepath.ToSlash(file), parsed})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Fatalf("only %d files found: the walk is wrong", len(all))
	}
	return all
}

func roomOf(folder string) string { return strings.TrimPrefix(folder, "internal/") }

func TestImportsFollowThePlan(t *testing.T) {
	allowed := map[string][]string{}
	for line := range strings.Lines(plan) {
		if room, arrows, ok := strings.Cut(line, "->"); ok {
			allowed[strings.TrimSpace(room)] = strings.Fields(arrows)
		}
	}
	for _, s := range sources(t) {
		arrows, known := allowed[s.room]
		if !known {
			t.Errorf("%s: the room %q isn't in the plan", s.path, s.room)
			continue
		}
		for _, imported := range imports(t, s.file) {
			if inner, ours := strings.CutPrefix(imported, module); ours && !slices.Contains(arrows, roomOf(inner)) {
				t.Errorf("%s: %s may not import %s", s.path, s.room, roomOf(inner))
			}
		}
	}
}

func TestLibrariesStandInTheirRooms(t *testing.T) {
	for _, s := range sources(t) {
		for _, imported := range imports(t, s.file) {
			if rooms, ok := homeOf(imported); ok && !slices.Contains(rooms, s.room) {
				t.Errorf("%s: %s may not import %s", s.path, s.room, imported)
			}
		}
	}
}

// homeOf returns the rooms of the longest entry that covers a library.
func homeOf(imported string) (rooms []string, ok bool) {
	longest := 0
	for library, in := range homes {
		if (imported == library || strings.HasPrefix(imported, library+"/")) && len(library) > longest {
			longest, rooms, ok = len(library), in, true
		}
	}
	return rooms, ok
}

// Only main ends the process, nothing happens before main, and only cli grants
// the right to show private text.
func TestDelicateCalls(t *testing.T) {
	granted := false
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Name.Name == "init" && n.Recv == nil {
					t.Errorf("%s: init()", s.path)
				}
			case *ast.SelectorExpr:
				name := n.Sel.Name
				if from, ok := n.X.(*ast.Ident); ok {
					name = from.Name + "." + name
				}
				switch {
				case name == "os.Exit" && s.room != "cmd/postvet" && s.room != "rules/generate":
					t.Errorf("%s: os.Exit", s.path)
				case name == "check.RevealText":
					granted = true
					if s.room != "cli" {
						t.Errorf("%s: only cli may grant the right to show private text", s.path)
					}
				}
			}
			return true
		})
	}
	if !granted {
		t.Error("nothing grants the right to show private text: this test looks for the wrong name")
	}
}

func imports(t *testing.T, file *ast.File) []string {
	t.Helper()
	var all []string
	for _, spec := range file.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, path.Clean(name))
	}
	return all
}
