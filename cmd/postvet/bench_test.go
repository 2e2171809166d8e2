package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkStart is one small post with all shipped packs, from the start of
// the process to its end. It takes at most 15 ms.
func BenchmarkStart(b *testing.B) {
	draft := filepath.Join(b.TempDir(), "draft.md")
	text := "Come to our free blood pressure check on Monday, 10 to 4, at the town hall.\n"
	if err := os.WriteFile(draft, []byte(text), 0o666); err != nil {
		b.Fatal(err)
	}
	program := build(b)
	for b.Loop() {
		if out, err := exec.Command(program, "check", "--no-config", draft).CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
	}
}

// BenchmarkStream is 200 MB of JSONL through standard input. Memory stays
// below 100 MB, however much comes.
func BenchmarkStream(b *testing.B) {
	const size = 200 << 20
	line := `{"text": "Flu clinics are back. 🎉 If you are 65 or over, pregnant or have a long-term condition, your jab is free. Guaranteed results for nobody, and a warm welcome for all."}` + "\n"
	program := build(b)
	b.SetBytes(size)
	for b.Loop() {
		c := exec.Command(program, "check", "--no-config", "--fail-on", "never", "--format", "jsonl", "--input-format", "jsonl", "-")
		c.Stdin = io.LimitReader(endless(line), size/int64(len(line))*int64(len(line)))
		if err := c.Run(); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(peak(c.ProcessState))/(1<<20), "MB-peak")
	}
}

// endless repeats a text.
func endless(s string) io.Reader { return &repeater{text: strings.Repeat(s, 1000)} }

type repeater struct {
	text string
	at   int
}

func (r *repeater) Read(p []byte) (int, error) {
	n := copy(p, r.text[r.at:])
	r.at = (r.at + n) % len(r.text)
	return n, nil
}

// build compiles the program: the test binary is larger and starts more slowly.
func build(b *testing.B) string {
	b.Helper()
	program := filepath.Join(b.TempDir(), "postvet.exe")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return program
}
