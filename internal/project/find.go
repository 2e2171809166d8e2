package project

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// fileName is the settings file's name.
const fileName = ".postvet.yaml"

// find returns the file of that name in dir or the nearest folder above it, up
// to the repository's root; "" if there is none.
func find(dir, name string) string {
	for {
		file := filepath.Join(dir, name)
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

// Beside reads the file of that name that stands where the settings do or, if
// there are none, in the nearest folder where they could; shown is what people
// call it, "" if there is no such file. Who reads no settings reads none.
func (p *Project) Beside(name string) (shown string, data []byte, err error) {
	s := p.settings
	file := ""
	switch {
	case s.none:
	case s.shown != "":
		file = filepath.Join(s.folder, name)
	default:
		file = find(s.here, name)
	}
	if file == "" {
		return "", nil, nil
	}
	shown = shorten(s.here, file)
	data, err = os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil, nil
	case err != nil:
		return "", nil, failure(shown, err)
	}
	return shown, data, nil
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
