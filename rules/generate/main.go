//go:build generate

// Command generate compiles the shipped packs into image.bin and writes the
// reference README.md. It runs in the folder of the packs: go generate ./rules.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/postvet/postvet/internal/rule"
)

func main() {
	if err := generate("."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func generate(folder string) error {
	set, err := rule.Compile(os.DirFS(folder), "rules")
	if err != nil {
		return err
	}
	coverage, err := rule.ReadCoverage(os.DirFS(folder), "rules", set)
	if err != nil {
		return err
	}
	for file, data := range map[string][]byte{"image.bin": rule.Encode(set), "README.md": rule.Reference(set, coverage)} {
		if err := os.WriteFile(filepath.Join(folder, file), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
