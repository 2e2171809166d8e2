package project

import (
	"os"
	"path/filepath"
)

// fileName is the settings file's name.
const fileName = ".postvet.yaml"

// find returns the settings file in dir or the nearest folder above it, up to
// the repository's root; "" if there is none.
func find(dir string) string {
	for {
		file := filepath.Join(dir, fileName)
		if info, err := os.Stat(file); err == nil && !info.IsDir() {
			return file
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return ""
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// within reports whether path, links followed, lies in folder.
func within(folder, path string) bool {
	realFolder, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return false
	}
	realPath, err := filepath.EvalSymlinks(path)
	if err != nil {
		return false
	}
	rel, err := filepath.Rel(realFolder, realPath)
	return err == nil && filepath.IsLocal(rel)
}
