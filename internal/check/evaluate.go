package check

import (
	"slices"

	"github.com/postvet/postvet/internal/match"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

// worker checks one post after the other, reusing memory. It is for one
// goroutine.
type worker struct {
	*engine
	scanners []*match.Scanner // by field, since hits last until the next scan
	post     *post.Post
	meta     post.Meta
	fields   []field // the post's, then the path
	searches []search
	found    []int32  // the rules that can hold
	seen     []uint32 // by rule: the last post in which it could
	round    uint32
	trial    trial
	taken    bitset
	chain    chain
}

// field is one text of the post at hand with what was found in it.
type field struct {
	*match.Hits
	name             string
	before           int // bytes of the fields before it
	layout           layout
	withheld         bitset // words that no fingerprint may hold
	entitiesWithheld bool
}

func (e *engine) newWorker() *worker {
	return &worker{engine: e, seen: make([]uint32, len(e.rules))}
}

// check checks one post, and the name of its file if path says so.
func (w *worker) check(p *post.Post, path bool) Result {
	result := Result{Post: p}
	if p.Err != nil {
		return result
	}
	w.open(p, path)
	var breaches []breach
	inPath := false
	for _, number := range w.candidates() {
		r := w.rules[number]
		for _, s := range w.searches {
			if !s.suits(r) {
				continue
			}
			t := w.try(r, s)
			places := t.places()
			result.Private = result.Private || r.Private && len(places) > 0
			inPath = inPath || s.in == filename && len(places) > 0
			if w.reports[number] && s.in != quoted {
				breaches = t.weigh(breaches, places)
			}
		}
	}
	result.Findings = w.findings(breaches)
	if result.Private {
		result.Content = w.digest(inPath)
		mask(result.Findings)
	}
	return result
}

// search says where a matcher is looked for.
type search struct {
	fields    []int
	in        origin
	excusable bool // allowed phrases don't count
}

// origin is what the fields of a search are.
type origin uint8

const (
	published origin = iota // the post itself, for all rules
	quoted                  // what it answers and reshares, by private rules for masking alone
	filename                // the name of its file, by private rules
)

// suits reports whether a rule looks there.
func (s *search) suits(r *rule.Rule) bool {
	return s.in == published || r.Private && (s.in == filename || r.In == nil)
}

// keptScanners is how many scanners stay from one post to the next.
const keptScanners = 8

// open scans the fields of the next post, and sets out where rules look.
func (w *worker) open(p *post.Post, path bool) {
	w.post = p
	w.meta = p.Meta.With(w.options.Defaults)
	clear(w.fields)
	w.fields = w.fields[:0]
	if len(w.scanners) > keptScanners {
		clear(w.scanners[keptScanners:])
		w.scanners = w.scanners[:keptScanners]
	}
	var own, others []int
	for i := range p.Fields {
		w.scan(p.Fields[i].Name, p.Fields[i].Text)
		if p.Fields[i].Published {
			own = append(own, i)
		} else {
			others = append(others, i)
		}
	}
	w.searches = append(w.searches[:0], search{in: published, fields: own})
	if len(others) > 0 {
		w.searches = append(w.searches, search{in: quoted, fields: others})
	}
	if !path {
		return
	}
	if name := readablePath(p.Source); name != "" {
		w.searches = append(w.searches, search{in: filename, fields: []int{len(w.fields)}})
		w.scan(PathField, name)
	}
}

// scan adds a field and searches its text.
func (w *worker) scan(name, text string) {
	index := len(w.fields)
	before := 0
	if index > 0 {
		last := &w.fields[index-1]
		before = last.before + len(last.Text.Raw) + 1
	}
	if index == len(w.scanners) {
		scanner := w.set.Program.NewScanner(w.options.Organisation)
		scanner.Only(w.selection)
		w.scanners = append(w.scanners, scanner)
	}
	w.fields = append(w.fields, field{Hits: w.scanners[index].Scan(text), name: name, before: before})
}

// candidates returns the rules that can hold, in order.
func (w *worker) candidates() []int32 {
	w.round++
	w.found = append(w.found[:0], w.always...)
	for i := range w.fields {
		for f := range w.fields[i].Finders {
			if int(f) >= len(w.byFinder) {
				continue
			}
			for _, number := range w.byFinder[f] {
				if w.seen[number] != w.round {
					w.seen[number] = w.round
					w.found = append(w.found, number)
				}
			}
		}
	}
	slices.Sort(w.found)
	return w.found
}

// fieldsNamed returns the fields of these names.
func (w *worker) fieldsNamed(names []string) []int {
	var fields []int
	for i := range w.post.Fields {
		if slices.Contains(names, w.fields[i].name) {
			fields = append(fields, i)
		}
	}
	return fields
}
