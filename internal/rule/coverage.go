package rule

import (
	"fmt"
	"io/fs"
	"path"
	"slices"

	"github.com/postvet/postvet/internal/yamldoc"
)

// Coverage says which rules carry what policies ask for. It stands beside the
// shipped packs, for their reference; a run doesn't need it.
type Coverage struct {
	Elements   []Element
	SafeHarbor []Identifier
	Unseen     []Unseen
}

// Element is one thing that policies for social media in health care ask for.
type Element struct {
	ID, Title string
	How       []string // of howNames
	Rules     []string
	Note      string // what a draft can't show, or what the tool does instead
}

// Identifier is one of the eighteen of HIPAA Safe Harbor, 45 CFR
// 164.514(b)(2)(i), by its letter.
type Identifier struct {
	Letter, Title string
	Rules         []string
	Recognisers   []string
	Example       string // a post that one of the rules flags
	Note          string
}

// Unseen is a duty that no single draft can show.
type Unseen struct {
	Duty, Why, Who string
	Elements       []string
}

// How an element is checked. The first five need a rule; the others a note.
const (
	unseenHow  = "draft-cannot-show"
	supportHow = "support"
)

var howNames = []string{"text", "combination", "reply", "platform", "metadata", unseenHow, supportHow}

// Checkable reports whether some draft can break the element, so that a rule
// must look for it.
func (e *Element) Checkable() bool {
	return slices.ContainsFunc(e.How, func(how string) bool { return how != unseenHow && how != supportHow })
}

// coverageFile stands in the folder of the shipped packs.
const coverageFile = "coverage.yaml"

// The whole of what coverage must name: E01 to E91, and A to R.
const (
	elementCount    = 91
	identifierCount = 18
)

// ReadCoverage reads strictly what stands beside the shipped packs, which set
// holds. Paths in messages start with under.
func ReadCoverage(folder fs.FS, under string, set *Set) (*Coverage, error) {
	data, err := fs.ReadFile(folder, coverageFile)
	if err != nil {
		return nil, err
	}
	file := path.Join(under, coverageFile)
	root, problems := yamldoc.Parse(file, data)
	if root == nil {
		return nil, problems.Err()
	}
	r := coverageReader{reader: reader{yamldoc.Decoder{Path: file, Quote: true, Problems: problems}}, rules: set.RuleIDs()}
	fields := r.Map(root, "coverage", "elements", "safe-harbor", "cannot-show")
	fields.Need("elements", "safe-harbor", "cannot-show")
	for i, n := range fields.List("elements") {
		r.element(n, fmt.Sprintf("E%02d", i+1))
	}
	for i, n := range fields.List("safe-harbor") {
		r.identifier(n, string(rune('A'+i)))
	}
	for _, n := range fields.List("cannot-show") {
		r.unseen(n)
	}
	r.count(fields.Get("elements"), "elements", len(r.Elements), elementCount)
	r.count(fields.Get("safe-harbor"), "identifiers", len(r.SafeHarbor), identifierCount)
	r.Problems.Sort()
	if len(r.Problems) > 0 {
		return nil, r.Problems.Err()
	}
	return &r.Coverage, nil
}

// coverageReader reads the parts of the coverage.
type coverageReader struct {
	reader
	Coverage
	rules []string
}

// element reads an element, which must have that id: none may be left out.
func (r *coverageReader) element(n *yamldoc.Node, id string) {
	f := r.Map(n, "element", "id", "title", "how", "rules", "note")
	f.Need("id", "title", "how")
	e := Element{ID: f.String("id"), Title: f.String("title"), How: f.Strings("how"), Rules: f.Strings("rules"), Note: f.String("note")}
	for _, how := range e.How {
		if !slices.Contains(howNames, how) {
			r.Unknown(f.Get("how"), "way to check", how, howNames)
		}
	}
	switch {
	case e.ID != "" && e.ID != id:
		r.Report(n, "element %s stands where %s is expected: they run from E01 to E%02d, one after the other", shorten(e.ID), id, elementCount)
	case e.Checkable() && len(e.Rules) == 0:
		r.Report(n, "element %s can be checked, and no rule carries it", id)
	case !e.Checkable() && e.Note == "":
		r.Report(n, "element %s can't be checked, and no note says why", id)
	}
	r.known(f.Get("rules"))
	r.Elements = append(r.Elements, e)
}

// identifier reads one of the identifiers, which must have that letter.
func (r *coverageReader) identifier(n *yamldoc.Node, letter string) {
	f := r.Map(n, "identifier", "letter", "title", "rules", "recognisers", "example", "note")
	f.Need("letter", "title", "rules", "example")
	i := Identifier{Letter: f.String("letter"), Title: f.String("title"), Rules: f.Strings("rules"),
		Recognisers: f.Strings("recognisers"), Example: f.String("example"), Note: f.String("note")}
	if i.Letter != "" && i.Letter != letter {
		r.Report(n, "identifier %s stands where %s is expected: they run from A to R, one after the other", shorten(i.Letter), letter)
	}
	r.known(f.Get("rules"))
	r.SafeHarbor = append(r.SafeHarbor, i)
}

func (r *coverageReader) unseen(n *yamldoc.Node) {
	f := r.Map(n, "duty", "duty", "elements", "why", "who")
	f.Need("duty", "elements", "why", "who")
	u := Unseen{Duty: f.String("duty"), Why: f.String("why"), Who: f.String("who"), Elements: f.Strings("elements")}
	for _, id := range u.Elements {
		if !slices.ContainsFunc(r.Elements, func(e Element) bool { return e.ID == id }) {
			r.Report(f.Get("elements"), "unknown element %s; they run from E01 to E%02d", shorten(id), elementCount)
		}
	}
	r.Unseen = append(r.Unseen, u)
}

// known reports ids of rules that no pack has, and those that stand twice.
func (r *coverageReader) known(list *yamldoc.Node) {
	var seen []string
	for _, n := range yamldoc.OneOrMore(list) {
		switch {
		case !slices.Contains(r.rules, n.Value):
			r.Unknown(n, "rule", n.Value, r.rules)
		case slices.Contains(seen, n.Value):
			r.Report(n, "rule %q stands here twice", n.Value)
		}
		seen = append(seen, n.Value)
	}
}

// count reports that some are missing.
func (r *coverageReader) count(n *yamldoc.Node, what string, found, want int) {
	if n != nil && found != want {
		r.Report(n, "%d %s; there are %d", found, what, want)
	}
}
