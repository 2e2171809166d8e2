package main

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Ctrl-C while standard input is read: the code is 130 and no report is left half written.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no interrupt can be sent to a process here")
	}
	report := filepath.Join(t.TempDir(), "r.json")
	c := exec.Command("postvet", "check", "--no-config", "--verbose", "--output", "json="+report, "-")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	stderr, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(stderr)
	if line, err := lines.ReadString('\n'); err != nil || !strings.Contains(line, "settings") {
		t.Fatalf("%q, %v", line, err)
	}
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	rest, _ := io.ReadAll(lines)
	_ = c.Wait() // its code is what counts
	if code := c.ProcessState.ExitCode(); code != 130 || !strings.Contains(string(rest), "interrupted") {
		t.Errorf("exit code %d, want 130; standard error: %s", code, rest)
	}
	if left, _ := filepath.Glob(report + "*"); left != nil {
		t.Errorf("left behind: %q", left)
	}
}

// A reader that goes away ("| head -1") is no failure, and the findings still decide.
func TestReaderGoesAway(t *testing.T) {
	var posts strings.Builder
	for range 5000 {
		posts.WriteString(`{"text": "Open until six. We are glad to see you at the clinic next week."}` + "\n")
	}
	c := exec.Command("postvet", "check", "--no-config", "--format", "jsonl", "--input-format", "jsonl", "-")
	c.Stdin = strings.NewReader(posts.String())
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr strings.Builder
	c.Stderr = &stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || !strings.Contains(line, "postvet/report/1") {
		t.Fatalf("%q, %v", line, err)
	}
	out.Close()
	_ = c.Wait() // its code is what counts
	if code := c.ProcessState.ExitCode(); code != 0 || stderr.Len() > 0 {
		t.Errorf("exit code %d, want 0; standard error: %s", code, stderr.String())
	}
}
