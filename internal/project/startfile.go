package project

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// startFile is one file to write.
type startFile struct {
	path string
	text []byte
	mode fs.FileMode
}

// vacant refuses a path where something is, which force allows for a file.
func vacant(path string, force bool) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return failure(path, err)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s: there is something that isn't a plain file; move it away", path)
	case !force:
		return fmt.Errorf("%s: already here; --force replaces it", path)
	}
	return nil
}

// write writes the file in place of what was there, whose mode isn't kept: a
// hook that can't be executed is one that git passes over.
func (f startFile) write() error {
	if err := os.MkdirAll(filepath.Dir(f.path), 0o777); err != nil {
		return failure(f.path, err)
	}
	if err := os.Remove(f.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failure(f.path, err)
	}
	out, err := os.OpenFile(f.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, f.mode)
	if err != nil {
		return failure(f.path, err)
	}
	if _, err := out.Write(f.text); err != nil {
		out.Close()
		return failure(f.path, err)
	}
	return out.Close()
}

// repository returns the root of the repository that dir lies in, else dir.
func repository(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return dir
		}
	}
}

// hookPath returns where git looks for the hook that runs before a commit.
func hookPath(ctx context.Context) (string, error) {
	path, err := git(ctx, "rev-parse", "--git-path", "hooks/pre-commit")
	if err != nil {
		return "", fmt.Errorf("--hook: %w", err)
	}
	// Hooks that another tool keeps, or that all repositories share, are theirs.
	if kept, err := git(ctx, "config", "--get", "core.hooksPath"); err == nil {
		return "", fmt.Errorf("--hook: core.hooksPath is %s; add \"postvet check --staged\" to the pre-commit hook there", strings.TrimSpace(kept))
	}
	return filepath.ToSlash(strings.TrimSpace(path)), nil
}
