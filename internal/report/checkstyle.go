package report

import (
	"encoding/xml"
	"io"

	"github.com/postvet/postvet/internal/clearance"
)

// checkstyle is the XML of Checkstyle, which many review tools read.
type checkstyle struct {
	w    io.Writer
	o    Options
	file string // the file whose findings are being written
	open bool
}

func newCheckstyle(w io.Writer, o Options) Writer { return &checkstyle{w: w, o: o} }

type checkstyleError struct {
	XMLName  xml.Name `xml:"error"`
	Line     int      `xml:"line,attr"`
	Column   int      `xml:"column,attr,omitempty"`
	Severity string   `xml:"severity,attr"`
	Message  string   `xml:"message,attr"`
	Source   string   `xml:"source,attr"`
}

func (c *checkstyle) Begin(Run) error {
	_, err := io.WriteString(c.w, xml.Header+"<checkstyle version=\"4.3\">\n")
	return err
}

func (c *checkstyle) Post(r clearance.Result) error {
	if err := c.enter(r.Post.Source); err != nil {
		return err
	}
	if err := r.Post.Err; err != nil {
		return c.add(checkstyleError{Line: max(r.Post.Line, 1), Severity: "error", Message: Visible(err.Error(), c.o.ASCII), Source: "postvet.unreadable"})
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		at := spotOf(r, f)
		e := checkstyleError{Line: at.line, Severity: byWord(f.Severity, "error", "warning", "info"), Message: c.o.line(r, f), Source: "postvet." + f.Rule.Pack.Name + "." + f.Rule.ID}
		if at.columns {
			e.Column = at.start.Column
		}
		if err := c.add(e); err != nil {
			return err
		}
	}
	return nil
}

// enter begins the part of a file; posts of one file come one after the other.
func (c *checkstyle) enter(file string) error {
	if c.open && file == c.file {
		return nil
	}
	if err := c.leave(); err != nil {
		return err
	}
	c.file, c.open = file, true
	if _, err := io.WriteString(c.w, "<file name=\""); err != nil {
		return err
	}
	if err := xml.EscapeText(c.w, []byte(Visible(file, false))); err != nil {
		return err
	}
	_, err := io.WriteString(c.w, "\">\n")
	return err
}

func (c *checkstyle) leave() error {
	if !c.open {
		return nil
	}
	c.open = false
	_, err := io.WriteString(c.w, "</file>\n")
	return err
}

func (c *checkstyle) add(e checkstyleError) error {
	out, err := xml.Marshal(e)
	if err != nil {
		return err
	}
	_, err = c.w.Write(append(out, '\n'))
	return err
}

func (c *checkstyle) End(Summary) error {
	if err := c.leave(); err != nil {
		return err
	}
	_, err := io.WriteString(c.w, "</checkstyle>\n")
	return err
}
