package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

const (
	violation = "Meet Maria Lopez, 62, who left Ward 4 on Friday.\n"
	harmless  = "Our new clinic opens on Monday.\n"
)

// readYAML reads a file of the repository.
func readYAML(t *testing.T, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../..", path))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// drafts makes a folder with a draft that is refused and one that passes.
func drafts(t *testing.T) (folder string) {
	t.Helper()
	folder = t.TempDir()
	write(t, filepath.Join(folder, ".git", "HEAD"), "")
	write(t, filepath.Join(folder, "bad draft.md"), violation)
	write(t, filepath.Join(folder, "good.md"), harmless)
	return folder
}

// What pre-commit is told to run refuses a violation and passes a clean draft.
func TestPreCommitHooks(t *testing.T) {
	var hooks []struct {
		ID, Language, Entry, Files, Exclude string
		TypesOr                             []string `yaml:"types_or"`
		Serial                              bool     `yaml:"require_serial"`
	}
	readYAML(t, ".pre-commit-hooks.yaml", &hooks)
	folder := drafts(t)
	seen := map[string]bool{}
	for _, h := range hooks {
		seen[h.ID] = true
		entry := strings.Fields(h.Entry)
		if len(entry) < 2 || entry[0] != "postvet" || !h.Serial {
			t.Errorf("%+v", h)
			continue
		}
		for draft, want := range map[string]int{"bad draft.md": 1, "good.md": 0} {
			if out, code := run(t, folder, append(entry[1:], draft)...); code != want || strings.Contains(out, "Maria") {
				t.Errorf("%s: %s: exit code %d, want %d: %s", h.ID, draft, code, want, out)
			}
		}
		exclude := regexp.MustCompile(h.Exclude)
		for path, drafts := range map[string]bool{"posts/a.md": true, "posts/b.txt": true, "a.docx": true, "posts.old/week.XLSX": true, "LICENSE": false, "posts.old/README": false, "~$a.docx": false} {
			office := strings.Contains(h.ID, "office")
			if strings.Contains(path, "~") && !office {
				continue
			}
			chosen := !exclude.MatchString(path) && (!office || regexp.MustCompile(h.Files).MatchString(path))
			if want := drafts && (!office || strings.HasSuffix(strings.ToLower(path), "x")); chosen != want {
				t.Errorf("%s: %s chosen: %v", h.ID, path, chosen)
			}
		}
		if (h.TypesOr == nil) == (h.Files == "") {
			t.Errorf("%s: files are chosen by types_or or files", h.ID)
		}
	}
	for _, id := range []string{"postvet", "postvet-office", "postvet-system"} {
		if !seen[id] {
			t.Errorf("no hook %s", id)
		}
	}
}

// action is what the test needs of action.yml.
type action struct {
	Inputs map[string]struct{ Description, Default string }
	Runs   struct {
		Using string
		Steps []struct {
			ID, Uses, Run, Shell string
			Env                  map[string]string
		}
	}
}

// The action's own script refuses a violation, hides whom it is about, and
// leaves a summary and the exit code.
func TestActionChecks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("bash on Windows has paths of its own")
	}
	var a action
	readYAML(t, "action.yml", &a)
	input := regexp.MustCompile(`^\$\{\{ inputs\.([a-z-]+) \}\}$`)
	for _, c := range []struct {
		with map[string]string
		want string
	}{
		{map[string]string{"paths": "bad draft.md\ngood.md\n"}, "1"},
		{map[string]string{"paths": "good.md", "jurisdiction": "uk,ie"}, "0"},
		{map[string]string{"fail-on": "never", "sarif": "out.sarif"}, "0"},
		{map[string]string{"paths": "--help"}, "2"},
		{map[string]string{"paths": "$(touch pwned)"}, "2"},
	} {
		folder := drafts(t)
		script := ""
		env := append(os.Environ(), "RUNNER_TEMP="+t.TempDir(), "GITHUB_STEP_SUMMARY=.git/summary", "GITHUB_OUTPUT=.git/output", "CI=true")
		for _, step := range a.Runs.Steps {
			if strings.Contains(step.Run, "${{") || (step.Run != "" && step.Shell != "bash") {
				t.Fatalf("a step takes its inputs from the environment, in bash: %q", step.Run)
			}
			if step.ID != "check" {
				continue
			}
			script = step.Run
			for name, value := range step.Env {
				m := input.FindStringSubmatch(value)
				if m == nil {
					t.Fatalf("%s is no input: %s", name, value)
				}
				in, ok := a.Inputs[m[1]]
				if !ok || in.Description == "" {
					t.Fatalf("no input %s with a description", m[1])
				}
				if value, ok = c.with[m[1]]; !ok {
					value = in.Default
				}
				env = append(env, name+"="+value)
			}
		}
		shell := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
		shell.Dir, shell.Env = folder, env
		out, _ := shell.CombinedOutput() // its code is compared below
		output, _ := os.ReadFile(filepath.Join(folder, ".git", "output"))
		if want := "exit-code=" + c.want + "\n"; string(output) != want || (shell.ProcessState.ExitCode() == 0) != (c.want == "0") {
			t.Errorf("%v: exit code %d, output %q, want %q: %s", c.with, shell.ProcessState.ExitCode(), output, want, out)
		}
		summary, _ := os.ReadFile(filepath.Join(folder, ".git", "summary"))
		if c.want == "1" && (!strings.Contains(string(summary), "bad draft.md") || !strings.Contains(string(out), "::error file=bad draft.md,")) {
			t.Errorf("the finding doesn't show; summary %q, output %q", summary, out)
		}
		if strings.Contains(string(summary)+string(out), "Maria") {
			t.Errorf("%v: a name shows: %s%s", c.with, summary, out)
		}
		sarif, _ := os.ReadFile(filepath.Join(folder, "out.sarif"))
		if asked := c.with["sarif"] != ""; asked != strings.Contains(string(sarif), `"2.1.0"`) {
			t.Errorf("%v: sarif %.80s", c.with, sarif)
		}
		if left, _ := filepath.Glob(filepath.Join(folder, "pwned")); left != nil {
			t.Error("a path was run")
		}
	}
}

// The schemas that editors fetch are those the program writes. -update writes them anew.
func TestSchemasAreCurrent(t *testing.T) {
	for file, flags := range map[string][]string{"pack.json": nil, "settings.json": {"--settings"}} {
		path := filepath.Join("../../rules/schemas", file)
		want, code := run(t, ".", append([]string{"rules", "schema"}, flags...)...)
		if code != 0 {
			t.Fatalf("exit code %d", code)
		}
		if *update {
			write(t, path, want)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("rules/schemas/%s isn't what the program writes (%v); run go test ./cmd/postvet -update", file, err)
		}
	}
}
