package report

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/rule"
)

// junit is one test case a post: a failure for each error, the rest in its
// output, so that a CI's test page shows it.
type junit struct {
	w io.Writer
	o Options
}

func newJUnit(w io.Writer, o Options) Writer { return &junit{w, o} }

type junitCase struct {
	XMLName  xml.Name       `xml:"testcase"`
	Name     string         `xml:"name,attr"`
	Class    string         `xml:"classname,attr"`
	Error    *junitFailure  `xml:"error"`
	Failures []junitFailure `xml:"failure"`
	Skipped  *junitSkipped  `xml:"skipped"`
	Output   string         `xml:"system-out,omitempty"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

func (j *junit) Begin(Run) error {
	_, err := io.WriteString(j.w, xml.Header+"<testsuites>\n<testsuite name=\"postvet\">\n")
	return err
}

func (j *junit) Post(r clearance.Result) error {
	c := junitCase{Name: Visible(either(strings.TrimSpace(r.Post.ID+" "+r.Post.Place), r.Post.Source), false), Class: Visible(r.Post.Source, false)}
	if err := r.Post.Err; err != nil {
		text := Visible(err.Error(), j.o.ASCII)
		c.Error = &junitFailure{text, "unreadable", text}
	}
	var rest []string
	for i := range r.Findings {
		f := &r.Findings[i]
		at := Visible(where(r, f), false) + ": "
		if f.Severity == rule.Error {
			c.Failures = append(c.Failures, junitFailure{j.o.line(r, f), f.Rule.ID, at + j.o.line(r, f) + "\n" + Visible(advice(f), j.o.ASCII)})
		} else {
			rest = append(rest, at+f.Severity.String()+": "+j.o.line(r, f))
		}
	}
	c.Output = strings.Join(rest, "\n")
	if err := j.write(c); err != nil {
		return err
	}
	for i := range r.Waived {
		if err := j.write(j.waived(r, c, &r.Waived[i])); err != nil {
			return err
		}
	}
	return nil
}

// waived is a case of its own for a finding that somebody has cleared.
func (j *junit) waived(r clearance.Result, of junitCase, w *clearance.Waived) junitCase {
	message := "waived: " + j.o.line(r, &w.Finding)
	if reason, by, shown := w.Reason(j.o.Reveal); shown {
		message += ": " + strings.Join(slices.DeleteFunc([]string{reason, by}, func(s string) bool { return s == "" }), ", ")
	}
	return junitCase{Name: of.Name + ": " + w.Rule.ID, Class: of.Class, Skipped: &junitSkipped{Visible(message, j.o.ASCII)}}
}

func (j *junit) write(c junitCase) error {
	out, err := xml.MarshalIndent(c, "", " ")
	if err != nil {
		return err
	}
	_, err = j.w.Write(append(out, '\n'))
	return err
}

func (j *junit) End(Summary) error {
	_, err := io.WriteString(j.w, "</testsuite>\n</testsuites>\n")
	return err
}
