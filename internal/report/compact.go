package report

import (
	"bytes"
	"fmt"
	"io"

	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/rule"
)

// compact is one line a finding, as compilers write.
type compact struct {
	w   io.Writer
	o   Options
	run Run
	b   bytes.Buffer
}

func newCompact(w io.Writer, o Options) Writer { return &compact{w: w, o: o} }

func (c *compact) Begin(run Run) error {
	c.run = run
	return nil
}

func (c *compact) Post(r clearance.Result) error {
	c.b.Reset()
	for i := range r.Findings {
		f := &r.Findings[i]
		line := fmt.Sprintf("%s: %s: %s [%s]", where(r, f), f.Severity, f.Message(c.o.Reveal), f.Rule.ID)
		fmt.Fprintln(&c.b, Visible(line, c.o.ASCII))
	}
	_, err := c.w.Write(c.b.Bytes())
	return err
}

func (c *compact) End(Summary) error {
	for _, p := range c.run.Packs {
		if !p.Overdue(c.run.Today) {
			continue
		}
		line := fmt.Sprintf("%s:1:1: %s: %s [%s]", p.Path, rule.Notice, overdue(p), p.Name)
		if _, err := fmt.Fprintln(c.w, Visible(line, c.o.ASCII)); err != nil {
			return err
		}
	}
	return nil
}
