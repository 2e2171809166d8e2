package rule

import (
	"errors"
	"io/fs"
	"path"

	"github.com/postvet/postvet/internal/yamldoc"
)

// What the folder of shipped packs holds beside packs.
const (
	policiesFile = "policies.yaml"
	cuesFile     = "cues.yaml"
	listsFolder  = "lists"
)

// Compile reads the folder of the shipped packs strictly: packs, the policy
// catalogue, the cues of contexts, and under lists/ the lists that every pack
// may use, named after their files. Paths in messages start with under.
func Compile(folder fs.FS, under string) (*Set, error) {
	lists, err := readSharedLists(folder, under)
	if err != nil {
		return nil, err
	}
	sources, err := readPacks(folder, under)
	if err != nil {
		return nil, err
	}
	policies, err := fs.ReadFile(folder, policiesFile)
	if err != nil {
		return nil, err
	}
	cues, err := fs.ReadFile(folder, cuesFile)
	if err != nil {
		return nil, err
	}
	if len(sources) == 0 {
		return nil, errors.New("no packs in " + under)
	}
	l := newLoader(&Set{})
	l.readPolicies(path.Join(under, policiesFile), policies)
	packs := l.open(sources)
	for _, r := range packs {
		r.pack.Shipped = true
	}
	l.load(packs, lists)
	l.readCues(path.Join(under, cuesFile), cues)
	set, problems := l.finish(packs)
	return set, problems.Err()
}

// readSharedLists reads the files under lists/.
func readSharedLists(folder fs.FS, under string) ([]*listReader, error) {
	files, err := fs.Glob(folder, listsFolder+"/*.txt")
	if err != nil {
		return nil, err
	}
	var lists []*listReader
	for _, file := range files {
		data, err := readCapped(folder, file)
		if err != nil {
			return nil, err
		}
		list := &listReader{reader: reader{yamldoc.Decoder{Quote: true}}, name: fileName(file)}
		list.read(path.Join(under, file), data)
		if !isName(list.name) {
			list.Report(nil, "a list file is named as phrases use it: lower-case letters, digits and hyphens")
		}
		lists = append(lists, list)
	}
	return lists, nil
}

// readPacks reads the files that are packs.
func readPacks(folder fs.FS, under string) ([]Source, error) {
	files, err := fs.Glob(folder, "*.yaml")
	if err != nil {
		return nil, err
	}
	var sources []Source
	for _, file := range files {
		if file == policiesFile || file == cuesFile || file == coverageFile {
			continue
		}
		data, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, err
		}
		sources = append(sources, Source{path.Join(under, file), data, folder})
	}
	return sources, nil
}
