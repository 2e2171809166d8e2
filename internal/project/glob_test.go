package project

import (
	"strings"
	"testing"
	"time"
)

func TestGlobMatch(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		want          bool
	}{
		{"posts/*.md", "posts/a.md", true},
		{"posts/*.md", "posts/b/a.md", false},
		{"posts/**/*.md", "posts/a.md", true},
		{"posts/**/*.md", "posts/b/c/a.md", true},
		{"posts/**/*.md", "other/a.md", false},
		{"posts/**", "posts/b/c", true},
		{"posts/**", "posts", true},
		{"**/archive/**", "a/b/archive/c/d.md", true},
		{"**/archive/**", "a/b/c/d.md", false},
		{"**/a/**/b", "a/a/x/b", true},
		{"**/a/**/b", "x/a/b/c", false},
		{"[ab].md", "b.md", true},
		{"a?.md", "ab.md", true},
		{"*.md", ".md", true},
		{"", "", true},
	} {
		if got := globMatch(c.pattern, c.name); got != c.want {
			t.Errorf("globMatch(%q, %q) = %v", c.pattern, c.name, got)
		}
	}
}

// A hostile pattern takes no longer than its parts times the path's.
func TestGlobMatchIsLinear(t *testing.T) {
	start := time.Now()
	globMatch(strings.Repeat("**/a/", 200)+"b", strings.Repeat("a/", 2000)+"c")
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestValidGlob(t *testing.T) {
	for pattern, want := range map[string]string{
		"posts/**/*.md": "",
		"posts/[a.md":   "has no ]",
		"posts/**.md":   "whole folders",
		`posts\**\*.md`: "write / between folders",
	} {
		if got := validGlob(pattern); (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("validGlob(%q) = %q", pattern, got)
		}
	}
}

func TestFixedPart(t *testing.T) {
	for pattern, want := range map[string]string{
		"*.md": ".", "posts/*.md": "posts", "posts/a/**/x": "posts/a", "/srv/*.md": "/srv", "/*.md": "/", "posts/a[b]/c": "posts", "C:/*.md": "C:/", "C:/posts/*.md": "C:/posts",
	} {
		if got := fixedPart(pattern); got != want {
			t.Errorf("fixedPart(%q) = %q, want %q", pattern, got, want)
		}
	}
}
