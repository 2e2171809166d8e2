// Package project is what this repository asked for: settings, chosen packs,
// and the posts to read.
//
// It hides viper, .postvet.yaml, globs, folders, standard input and git. It judges
// nothing, and chooses neither formats nor exit codes.
package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/postvet/postvet/internal/identify"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
	"github.com/postvet/postvet/internal/yamldoc"
)

// Options are what the command line says in place of settings.
type Options struct {
	Config   string              // settings file, "" for the nearest
	NoConfig bool                // read none
	Flags    map[string][]string // settings given as flags, by key: jurisdiction, packs, defaults.platform, …
}

// Project is what a run needs besides the posts.
type Project struct {
	File         string // settings file as people know it, "" if none
	Set          *rule.Set
	Packs        []*rule.Pack // those that were chosen; private rules of others still mask
	Organisation *identify.Organisation
	Defaults     post.Meta // for posts that don't say
	settings     *settings
}

// Open reads settings and packs, strictly: the error is all mistakes at once.
func Open(o Options) (*Project, error) {
	s, err := readSettings(o)
	if err != nil {
		return nil, err
	}
	p := &Project{File: s.shown, settings: s}
	if err := p.choosePacks(); err != nil || len(s.problems) > 0 {
		return nil, s.withProblems(err)
	}
	if p.Defaults, err = s.defaults(); err != nil {
		return nil, err
	}
	p.Organisation = identify.NewOrganisation(s.list("organisation.names"), s.list("organisation.staff"), s.list("organisation.contacts"), s.list("organisation.rivals"))
	return p, nil
}

// withProblems returns the mistakes of the settings together with those found
// while choosing packs.
func (s *settings) withProblems(err error) error {
	var more yamldoc.Problems
	if err != nil && !errors.As(err, &more) {
		return errors.Join(s.problems.Err(), err)
	}
	all := slices.Concat(s.problems, more)
	all.Sort()
	return all
}

// Uses reports whether r is of a chosen pack and switched on.
func (p *Project) Uses(r *rule.Rule) bool { return r.Enabled && p.Chose(r.Pack) }

// Chose reports whether the pack was chosen.
func (p *Project) Chose(pack *rule.Pack) bool { return slices.Contains(p.Packs, pack) }

// readSettings finds the settings file, reads it, and merges environment and
// flags over it.
func readSettings(o Options) (*settings, error) {
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	s := &settings{here: here, folder: here, none: o.NoConfig}
	file := o.Config
	switch {
	case o.NoConfig:
		file = ""
	case file == "":
		file = find(here, fileName)
	}
	if file != "" {
		if err := s.read(file); err != nil {
			return nil, err
		}
	}
	return s, s.merge(o.Flags)
}

// shorten returns path as a person in folder would write it.
func shorten(folder, path string) string {
	if rel, err := filepath.Rel(folder, path); err == nil && filepath.IsAbs(path) {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(path)
}

// reason says why an operation on a file failed, without the path that os
// repeats.
func reason(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		return "no permission to read it"
	}
	var inner *fs.PathError
	if errors.As(err, &inner) {
		return inner.Err.Error()
	}
	return err.Error()
}

// failure is an error that names what couldn't be read and why.
func failure(what string, err error) error { return fmt.Errorf("%s: %s", what, reason(err)) }
