package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// block returns the first fenced block of README.md that contains mark.
func block(t *testing.T, mark string) string {
	t.Helper()
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split("\n"+strings.ReplaceAll(string(data), "\r\n", "\n"), "\n```")
	for i := 1; i < len(parts); i += 2 {
		if _, text, ok := strings.Cut(parts[i], "\n"); ok && strings.Contains(text, mark) {
			return text + "\n"
		}
	}
	t.Fatalf("README.md has no block with %q", mark)
	return ""
}

func run(t *testing.T, folder string, args ...string) (output string, code int) {
	t.Helper()
	c := exec.Command("postvet", args...)
	c.Dir = folder
	c.Env = append(os.Environ(), "LANG=en_GB.UTF-8", "LC_ALL=", "LC_CTYPE=", "COLUMNS=", "FORCE_COLOR=", "CLICOLOR_FORCE=")
	var stderr strings.Builder
	c.Stderr = &stderr
	out, err := c.Output()
	if c.ProcessState == nil {
		t.Fatal(err)
	}
	if stderr.Len() > 0 {
		t.Logf("%v: %s", args, stderr.String())
	}
	return string(out), c.ProcessState.ExitCode()
}

// What the README shows of its first command is what the command prints: the
// first finding and the last lines. -update writes it anew.
func TestReadmeShowsTheTruth(t *testing.T) {
	got, code := run(t, "../..", "check", "testdata/posts")
	if code != 1 {
		t.Errorf("exit code %d, want 1", code)
	}
	parts := strings.Split(got, "\n\n")
	if len(parts) < 4 {
		t.Fatalf("too little to show: %s", got)
	}
	want := strings.Join(parts[:2], "\n\n") + "\n…\n" + parts[len(parts)-1]
	shown := block(t, "instead  ")
	if shown == want {
		return
	}
	if !*update {
		t.Fatalf("README.md shows\n%s\nbut the command prints\n%s\nrun go test ./cmd/postvet -update", shown, want)
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	write(t, "../../README.md", strings.Replace(string(readme), shown, want, 1))
}

// The README's pack loads, its examples behave, and nothing but the references is asked for.
func TestReadmePack(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "our-rules.yaml"), block(t, "pack: our-rules"))
	if out, code := run(t, folder, "rules", "test", "our-rules.yaml"); code != 0 {
		t.Errorf("exit code %d: %s", code, out)
	}
	write(t, filepath.Join(folder, "a.txt"), "Next day appointments guaranteed!")
	out, code := run(t, folder, "check", "--pack", "our-rules.yaml", "--format", "compact", "a.txt")
	if code != 0 || !strings.Contains(out, "warning") || !strings.Contains(out, "[promises-appointment]") {
		t.Errorf("exit code %d: %s", code, out)
	}
}

// The README's settings are accepted.
func TestReadmeSettings(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, ".postvet.yaml"), block(t, "organisation:"))
	write(t, filepath.Join(folder, "lists", "staff.txt"), "Carla Otieno\n")
	if out, code := run(t, folder, "rules", "list"); code != 0 || !strings.Contains(out, "\n") {
		t.Errorf("exit code %d: %s", code, out)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
