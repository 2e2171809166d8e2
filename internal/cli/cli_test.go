package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/postvet/postvet/internal/report"
)

func newApp(t *testing.T) *app {
	t.Helper()
	env := func(string) string { return "" }
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { null.Close() })
	return &app{in: null, out: newStream(null, env), err: newStream(null, env), env: env}
}

// scripts returns all scripts of testdata, one after the other.
func scripts(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob("../../testdata/script/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	var all strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	return all.String()
}

// Every command and every flag stands in a script.
func TestEverythingIsScripted(t *testing.T) {
	all := scripts(t)
	root := newApp(t).root()
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		if !strings.Contains(all, c.CommandPath()) {
			t.Errorf("%s stands in no script", c.CommandPath())
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if c.Root() == root && !strings.Contains(all, "--"+f.Name) && !strings.HasPrefix(c.CommandPath(), "postvet completion") {
				t.Errorf("%s --%s stands in no script", c.CommandPath(), f.Name)
			}
		})
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(root)
}

// Every command that only holds others refuses what it doesn't know.
func TestGroupsRefuse(t *testing.T) {
	root := newApp(t).root()
	groups := 0
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		if c.HasSubCommands() {
			groups++
			if err := c.ValidateArgs([]string{"zzz"}); err == nil || !c.Runnable() {
				t.Errorf("%s zzz would exit 0", c.CommandPath())
			}
		}
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(root)
	if groups < 5 {
		t.Errorf("only %d groups found", groups)
	}
}

// Help, completion and validation range over the one table of formats; so do
// the golden files of package report.
func TestFormats(t *testing.T) {
	all := scripts(t)
	help, _, _ := runMain(t, "check", "--help")
	completion, _, _ := runMain(t, "__complete", "check", "--format", "")
	for _, f := range report.Formats() {
		if !strings.Contains(help, f.Name) || !strings.Contains(help, f.Summary) {
			t.Errorf("help doesn't tell of %s", f.Name)
		}
		if !strings.Contains("\n"+completion, "\n"+f.Name+"\n") {
			t.Errorf("completion doesn't offer %s", f.Name)
		}
		if _, err := formatNamed(f.Name); err != nil {
			t.Error(err)
		}
		if f.Name != "text" && !strings.Contains(all, "--format "+f.Name) {
			t.Errorf("no script writes %s", f.Name)
		}
	}
	if _, err := formatNamed("jsom"); err == nil || !strings.Contains(err.Error(), `"json"`) {
		t.Errorf("jsom: %v", err)
	}
}

func TestColour(t *testing.T) {
	for _, c := range []struct {
		flag     string
		env      string
		terminal bool
		want     bool
	}{
		{"auto", "", false, false},
		{"auto", "", true, true},
		{"auto", "TERM=dumb", true, false},
		{"auto", "NO_COLOR=1", true, false},
		{"auto", "FORCE_COLOR=1", false, true},
		{"auto", "FORCE_COLOR=0", false, false},
		{"auto", "CLICOLOR_FORCE=1", false, true},
		{"auto", "NO_COLOR=1 FORCE_COLOR=1", true, false},
		{"always", "NO_COLOR=1", false, true},
		{"never", "FORCE_COLOR=1", true, false},
	} {
		s := &stream{terminal: c.terminal, env: environment(c.env)}
		if got := s.colour(c.flag); got != c.want {
			t.Errorf("--color %s, %s, terminal %v: %v", c.flag, c.env, c.terminal, got)
		}
	}
}

func TestUnicodeLocale(t *testing.T) {
	for env, want := range map[string]bool{
		"LANG=en_GB.UTF-8":               true,
		"LANG=de_DE.utf8":                true,
		"LANG=C":                         false,
		"LANG=en_GB.UTF-8 LC_ALL=C":      false,
		"LANG=C LC_CTYPE=C.UTF-8":        true,
		"LC_ALL=POSIX LC_CTYPE=C.UTF-8":  false,
		"LANG=en_GB.ISO-8859-1 LC_ALL= ": false,
	} {
		if got := unicodeLocale(environment(env)); got != want {
			t.Errorf("%s: %v", env, got)
		}
	}
}

// environment returns a lookup in "A=1 B=2".
func environment(s string) func(string) string {
	return func(name string) string {
		for _, entry := range strings.Fields(s) {
			if value, ok := strings.CutPrefix(entry, name+"="); ok {
				return value
			}
		}
		return ""
	}
}
