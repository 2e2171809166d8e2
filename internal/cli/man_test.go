package cli

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Every flag stands in the page of its command, and a line that starts like an
// order is one of ours.
func TestManPages(t *testing.T) {
	orders := []string{".TH ", ".SH ", ".TP", ".nf", ".fi"}
	root := newApp(t).root()
	pages := 0
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		pages++
		page := manPage(c)
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if !strings.Contains(page, `\fB\-\-`+strings.ReplaceAll(f.Name, "-", `\-`)+`\fR`) {
				t.Errorf("%s: no --%s", c.CommandPath(), f.Name)
			}
		})
		for line := range strings.Lines(page) {
			ours := false
			for _, order := range orders {
				ours = ours || strings.HasPrefix(line, order)
			}
			if (strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'")) && !ours {
				t.Errorf("%s: %q would be taken for an order", c.CommandPath(), line)
			}
		}
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(root)
	if pages < 15 {
		t.Errorf("only %d pages", pages)
	}
}

func TestRoff(t *testing.T) {
	for text, want := range map[string]string{
		".so /etc/passwd":  `\&.so /etc/passwd`,
		"a\n'b\n.c":        "a\n\\&'b\n\\&.c",
		`a\fBb --flag x-y`: `a\efBb \-\-flag x\-y`,
	} {
		if got := roff(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
