package project

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/rule"
	"github.com/postvet/postvet/internal/yamldoc"
	"github.com/postvet/postvet/rules"
)

// allShipped stands for all shipped packs where packs are named.
const allShipped = "shipped"

// Shipped returns the shipped packs as they are, without any settings.
func Shipped() (*rule.Set, error) {
	set, err := rule.Decode(rules.Image)
	if err != nil {
		return nil, fmt.Errorf("reading the shipped packs: %w", err)
	}
	return set, nil
}

// choosePacks loads what the setting packs names, on top of all shipped packs:
// those that weren't chosen still mask what identifies a person.
func (p *Project) choosePacks() error {
	shipped, err := Shipped()
	if err != nil {
		return err
	}
	wanted := p.settings.list("packs")
	if len(wanted) == 0 {
		wanted = []string{allShipped}
	}
	var chosen []string
	var paths []string
	for _, want := range wanted {
		switch {
		case want == allShipped:
			chosen = append(chosen, packNames(shipped)...)
		case isPath(want):
			paths = append(paths, want)
		case shipped.Pack(want) != nil:
			chosen = append(chosen, want)
		default:
			return unknownPack(want, append(packNames(shipped), allShipped))
		}
	}
	set, own, err := LoadPacks(paths, shipped)
	if err != nil {
		return err
	}
	set, problems := set.With(p.settings.rules)
	if err := problems.Err(); err != nil {
		return err
	}
	p.Set = set
	for _, pack := range set.Packs {
		if slices.Contains(chosen, pack.Name) || slices.Contains(own, pack.Name) {
			p.Packs = append(p.Packs, pack)
		}
	}
	return nil
}

// LoadPacks reads packs from files, strictly, on top of base. It returns the
// names of the packs it read.
func LoadPacks(paths []string, base *rule.Set) (*rule.Set, []string, error) {
	if len(paths) == 0 {
		return base, nil, nil
	}
	here, err := os.Getwd()
	if err != nil {
		return nil, nil, err
	}
	var sources []rule.Source
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, nil, failure("pack "+shorten(here, path), err)
		}
		folder, err := os.OpenRoot(filepath.Dir(path))
		if err != nil {
			return nil, nil, failure("pack "+shorten(here, path), err)
		}
		defer folder.Close()
		sources = append(sources, rule.Source{Path: shorten(here, path), Data: data, Folder: folder.FS()})
	}
	set, problems := rule.Load(sources, base)
	if err := problems.Err(); err != nil {
		return nil, nil, err
	}
	var names []string
	for _, pack := range set.Packs {
		if !pack.Shipped {
			names = append(names, pack.Name)
		}
	}
	return set, names, nil
}

func packNames(set *rule.Set) []string {
	var all []string
	for _, p := range set.Packs {
		all = append(all, p.Name)
	}
	return all
}

func unknownPack(name string, known []string) error {
	if near := yamldoc.Suggest(name, known); near != "" {
		return fmt.Errorf("unknown pack %q (did you mean %q?)", name, near)
	}
	return fmt.Errorf("unknown pack %q (use %s, or the path of a file)", name, strings.Join(known, ", "))
}
