package cli

import (
	"os"
	"strings"
	"testing"
)

// fix shows no more of a person than check does, whether it writes or not.
func TestFixShowsNobody(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("CI", "")
	for name, text := range sentinelDrafts() {
		if err := os.WriteFile(name, []byte(text+"We utilise it."), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	diffs := 0
	for _, args := range [][]string{
		{"--diff"}, {"--diff", "--rule", "stiff-word"}, {"--diff", "--redact"}, {"--rule", "stiff-word"}, {"--redact"},
	} {
		stdout, stderr, code := runMain(t, append([]string{"fix"}, append(args, ".")...)...)
		if code != exitTrouble {
			t.Fatalf("%q: exit code %d, want 2: some drafts are broken", args, code)
		}
		for _, fragment := range fragments {
			if strings.Contains(strings.ToLower(stdout+stderr), fragment) {
				t.Errorf("%q: %q shows", args, fragment)
			}
		}
		diffs += strings.Count(stderr, "aren't shown")
	}
	if diffs == 0 {
		t.Error("nothing was hidden: the drafts have nothing to change")
	}
	body, err := os.ReadFile("body.txt")
	if err != nil || strings.Contains(string(body), sentinelNumber) || !strings.Contains(string(body), "[…]") || !strings.Contains(string(body), "We use it.") {
		t.Errorf("%q, %v", body, err)
	}
}

// What waivers say is searched like the post.
func TestWaiversShowNobody(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("CI", "")
	const text = "Guaranteed results or your money back!\n"
	for name, draft := range map[string]string{
		"reason.md": "<!-- postvet: allow guaranteed-outcome reason=\"" + sentinel + "\" -->\n" + text,
		"by.md":     "<!-- postvet: allow guaranteed-outcome reason=x by=\"" + sentinel + "\" -->\n" + text,
		"rule.md":   "<!-- postvet: allow " + sentinel + " -->\n" + text,
		"until.md":  "<!-- postvet: allow guaranteed-outcome reason=x until=\"" + sentinel + "\" -->\n" + text,
		"front.md":  "---\npostvet: {allow: [{rule: guaranteed-outcome, reason: \"" + sentinel + "\"}]}\n---\n" + text,
		"key.md":    "---\npostvet: {allow: [{rule: guaranteed-outcome, " + sentinelName + ": x}], " + sentinelName + ": x}\n---\n" + text,
	} {
		if err := os.WriteFile(name, []byte(draft), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, format := range []string{"text", "json", "compact"} {
		stdout, stderr, _ := runMain(t, "check", "--format", format, ".")
		for _, fragment := range fragments {
			if strings.Contains(strings.ToLower(stdout+stderr), fragment) {
				t.Errorf("%s: %q shows", format, fragment)
			}
		}
	}
}
