package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/postvet/postvet/internal/clearance"
)

// table is one row a finding, for a spreadsheet.
type table struct {
	w *csv.Writer
	o Options
}

func newCSV(w io.Writer, o Options) Writer { return &table{csv.NewWriter(w), o} }

func (t *table) Begin(Run) error {
	return t.row("source", "record", "place", "line", "column", "severity", "rule", "pack", "title", "message", "why", "instead", "policy", "fingerprint")
}

func (t *table) Post(r clearance.Result) error {
	if err := r.Post.Err; err != nil {
		return t.row(r.Post.Source, r.Post.ID, r.Post.Place, fmt.Sprint(max(r.Post.Line, 1)), "", "unreadable", "", "", "could not be checked", err.Error(), "", "", "", "")
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		err := t.row(r.Post.Source, r.Post.ID, either(f.Start.Place, r.Post.Place), fmt.Sprint(f.Start.Line), fmt.Sprint(f.Start.Column), f.Severity.String(),
			f.Rule.ID, f.Rule.Pack.Name, f.Rule.Title, f.Message(t.o.Reveal), f.Rule.Why, f.Rule.Instead, strings.Join(policyNames(f.References), "; "), f.Fingerprint)
		if err != nil {
			return err
		}
	}
	return nil
}

// row writes cells that no spreadsheet takes for a formula: an apostrophe
// before =, +, - and @, which Excel and LibreOffice hide.
func (t *table) row(cells ...string) error {
	for i, c := range cells {
		c = Visible(c, t.o.ASCII)
		if c != "" && strings.IndexByte("=+-@", c[0]) >= 0 {
			c = "'" + c
		}
		cells[i] = c
	}
	if err := t.w.Write(cells); err != nil {
		return err
	}
	t.w.Flush()
	return t.w.Error()
}

func (t *table) End(Summary) error { return nil }
