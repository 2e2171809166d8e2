package cli

import (
	"bufio"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/postvet/postvet/internal/report"
)

// sink is one place where results go, in one format.
type sink struct {
	report.Writer
	name  string // as errors call it
	flush func() error
	file  *atomicFile // nil for standard output
}

// sinks are all outputs of a run; they are written side by side.
type sinks []*sink

// openSinks opens what --format and --output ask for. A FILE alone takes what
// --format says, in place of standard output; FORMAT=FILE comes on top.
func (a *app) openSinks(o checkOptions) (all sinks, err error) {
	defer func() {
		if err != nil {
			all.discard()
		}
	}()
	stdout := true
	for _, spec := range o.outputs {
		name, path, both := strings.Cut(spec, "=")
		if !both {
			name, path, stdout = o.format, spec, false
		}
		f, err := formatNamed(name)
		if err != nil {
			return all, fmt.Errorf("--output %s: %w", spec, err)
		}
		if path == "" || path == "-" {
			return all, fmt.Errorf("--output %s: name a file; results go to standard output by themselves", spec)
		}
		target, err := createAtomic(path)
		if err != nil {
			return all, fmt.Errorf("--output %s: %w", spec, err)
		}
		for _, other := range all {
			if other.file.final == target.final {
				target.discard()
				return all, fmt.Errorf("--output %s: two outputs can't go to one file", spec)
			}
		}
		w := bufio.NewWriter(target)
		s := &sink{f.New(w, report.Options{Reveal: a.reveal(o.showText, nil)}), path, w.Flush, target}
		all = append(all, s)
	}
	if stdout {
		f, err := formatNamed(o.format)
		if err != nil {
			return all, err
		}
		all = append(all, &sink{Writer: f.New(a.out, a.page(o.showText, o.colour)), name: "standard output", flush: a.out.Flush})
	}
	return all, nil
}

// each calls f for every output and joins the errors, each with its place.
func (all sinks) each(f func(*sink) error) error {
	var failed []error
	for _, s := range all {
		if err := f(s); err != nil {
			failed = append(failed, fmt.Errorf("writing %s: %w", s.name, err))
		}
	}
	return errors.Join(failed...)
}

// commit flushes everything and puts files into their places.
func (all sinks) commit() error {
	return all.each(func(s *sink) error {
		if err := s.flush(); err != nil || s.file == nil {
			return err
		}
		return s.file.commit()
	})
}

// discard leaves files that weren't committed as they were.
func (all sinks) discard() {
	for _, s := range all {
		if s.file != nil {
			s.file.discard()
		}
	}
}

// refuse is an error if one of the outputs would replace the draft source.
func (all sinks) refuse(source string) error {
	for _, s := range all {
		if s.file == nil {
			continue
		}
		if path, err := filepath.Abs(source); err == nil && path == s.file.final {
			return fmt.Errorf("--output would replace %s, which is one of the drafts", s.name)
		}
	}
	return nil
}

func formatNamed(name string) (report.Format, error) {
	for _, f := range report.Formats() {
		if f.Name == name {
			return f, nil
		}
	}
	return report.Format{}, fmt.Errorf("unknown format %q%s", name, hint(name, formatNames(), ""))
}

func formatNames() []string {
	var all []string
	for _, f := range report.Formats() {
		all = append(all, f.Name)
	}
	return all
}
