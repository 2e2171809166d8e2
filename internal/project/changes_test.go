package project

import (
	"os"
	"path/filepath"
	"testing"
)

func TestNamesInTheRepository(t *testing.T) {
	root := t.TempDir()
	here := filepath.Join(root, "posts", "new")
	if err := os.MkdirAll(here, 0o777); err != nil {
		t.Fatal(err)
	}
	t.Chdir(here)
	c := &Changes{prefix: "posts/new/"}
	for _, one := range []struct{ file, name, shown string }{
		{"a.md", "posts/new/a.md", "a.md"},
		{"./b/../a.md", "posts/new/a.md", "a.md"},
		{"../old/a.md", "posts/old/a.md", "../old/a.md"},
		{"../../a.md", "a.md", "../../a.md"},
		{filepath.Join(here, "a.md"), "posts/new/a.md", "a.md"},
		{"../..", ".", "../.."},
	} {
		name, ok := c.name(one.file)
		if !ok || name != one.name {
			t.Errorf("%s is %q, %v, want %q", one.file, name, ok, one.name)
		}
		if shown := c.shown(name); shown != one.shown {
			t.Errorf("%s is shown as %q, want %q", name, shown, one.shown)
		}
	}
	if name, ok := c.name("../../../a.md"); ok {
		t.Errorf("a file outside is %q", name)
	}
}
