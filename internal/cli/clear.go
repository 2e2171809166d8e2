package cli

import (
	"fmt"
	"os"
	"time"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/project"
)

// openLedger reads what people have cleared: the register of waivers and the
// baseline.
func (a *app) openLedger(p *project.Project, selected selection, o checkOptions) (*clearance.Ledger, error) {
	l := clearance.Options{Today: time.Now().Format(time.DateOnly), Set: p.Set, Reports: selected.reports}
	name, data, err := p.Beside(clearance.RegisterName)
	if err != nil {
		return nil, err
	}
	if name != "" {
		if l.Register, err = clearance.ReadRegister(name, data); err != nil {
			return nil, err
		}
		hidePrivate(l.Register, p)
	}
	if o.baseline != "" {
		data, err := os.ReadFile(o.baseline)
		if err != nil {
			return nil, fmt.Errorf("--baseline: %w", err)
		}
		if l.Baseline, err = clearance.ReadBaseline(data); err != nil {
			return nil, fmt.Errorf("--baseline %s: %w", o.baseline, err)
		}
	}
	if o.writeBaseline != "" {
		l.Take = &clearance.Baseline{}
	}
	return clearance.NewLedger(l), nil
}

// hidePrivate hides the waivers in which private rules match something.
func hidePrivate(r *clearance.Register, p *project.Project) {
	i := 0
	for result := range check.Run(p.Set, r.Said(), check.Options{Defaults: p.Defaults, Organisation: p.Organisation, Jobs: 1}) {
		if result.Private {
			r.Hide(i)
		}
		i++
	}
}

// saveBaseline writes what --write-baseline took in.
func (a *app) saveBaseline(l *clearance.Ledger, o checkOptions) error {
	if l.Take == nil {
		return nil
	}
	f, err := createAtomic(o.writeBaseline)
	if err != nil {
		return fmt.Errorf("--write-baseline: %w", err)
	}
	if err := l.Take.Write(f); err != nil {
		f.discard()
		return fmt.Errorf("--write-baseline: %w", err)
	}
	return f.commit()
}

// complete reports whether a run checks all posts there are by all rules in use.
func (o *checkOptions) complete(paths []string) bool {
	return len(paths)+len(o.rules)+len(o.skip)+len(o.packs) == 0 && o.changedSince == "" && !o.staged
}
