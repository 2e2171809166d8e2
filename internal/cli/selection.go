package cli

import (
	"errors"
	"fmt"

	"github.com/postvet/postvet/internal/project"
	"github.com/postvet/postvet/internal/rule"
)

// selection is which rules report.
type selection struct {
	project    *project.Project
	only, skip map[string]bool // by id; only is nil for all that are in use
	count      int
}

// newSelection reads --rule and --skip. A rule that is named reports even if
// it is optional, switched off, or of a pack that isn't in use.
func newSelection(p *project.Project, only, skip []string) (selection, error) {
	s := selection{project: p, skip: map[string]bool{}}
	ids := p.Set.RuleIDs()
	for _, names := range [][]string{only, skip} {
		for _, id := range names {
			if p.Set.Rule(id) == nil {
				return s, fmt.Errorf("unknown rule %q%s", id, hint(id, ids, "postvet rules list"))
			}
		}
	}
	if len(only) > 0 {
		s.only = map[string]bool{}
	}
	for _, id := range only {
		s.only[id] = true
	}
	for _, id := range skip {
		s.skip[id] = true
	}
	for _, r := range p.Set.Rules {
		if s.reports(r) {
			s.count++
		}
	}
	if s.count == 0 {
		return s, errors.New("no rule is left to check with")
	}
	return s, nil
}

func (s selection) reports(r *rule.Rule) bool {
	if s.skip[r.ID] {
		return false
	}
	if s.only != nil {
		return s.only[r.ID]
	}
	return s.project.Uses(r)
}
