package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// atomicFile is a file that appears whole or not at all.
type atomicFile struct {
	io.Writer
	temp  *os.File
	final string // absolute
}

// createAtomic opens path for writing. What is no regular file, such as
// /dev/stderr or a named pipe, is written to directly.
func createAtomic(path string) (*atomicFile, error) {
	final, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if followed, err := filepath.EvalSymlinks(final); err == nil {
		final = followed
	}
	if info, err := os.Stat(final); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return nil, fmt.Errorf("%s is a folder; name a file", path)
		}
		f, err := os.OpenFile(final, os.O_WRONLY, 0)
		return &atomicFile{Writer: f, temp: f, final: final}, err
	}
	// Not CreateTemp: the file must get the mode that the user's umask gives.
	temp := fmt.Sprintf("%s.%d.tmp", final, time.Now().UnixNano())
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", path, errors.Unwrap(err))
	}
	return &atomicFile{Writer: f, temp: f, final: final}, nil
}

func (f *atomicFile) commit() error {
	if err := f.temp.Close(); err != nil {
		return err
	}
	if f.temp.Name() == f.final {
		return nil
	}
	return os.Rename(f.temp.Name(), f.final)
}

func (f *atomicFile) discard() {
	f.temp.Close()
	if f.temp.Name() != f.final {
		os.Remove(f.temp.Name())
	}
}
