package report

import (
	"io"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/post"
)

// rdjson is the Reviewdog Diagnostic Format, whose columns are bytes from 1.
type rdjson struct {
	w     io.Writer
	o     Options
	items items
}

func newRDJSON(w io.Writer, o Options) Writer { return &rdjson{w: w, o: o} }

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Source      rdSource       `json:"source"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
}

type rdRange struct {
	Start rdPosition  `json:"start"`
	End   *rdPosition `json:"end,omitempty"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column,omitempty"`
}

type rdSource struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url,omitempty"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

var rdTool = rdSource{"postvet", home}

func (d *rdjson) Begin(Run) error {
	source, err := JSON(rdTool)
	if err != nil {
		return err
	}
	return d.items.open(d.w, `{"source":`+string(source)+`,"diagnostics":[`)
}

func (d *rdjson) Post(r clearance.Result) error {
	if err := r.Post.Err; err != nil {
		return d.items.add(d.w, rdDiagnostic{
			Message: Visible(err.Error(), d.o.ASCII), Location: rdLocation{slashed(r.Post.Source), nil},
			Severity: "ERROR", Source: rdTool, Code: rdCode{Value: "unreadable"},
		})
	}
	for i := range r.Findings {
		if err := d.items.add(d.w, d.diagnostic(r, &r.Findings[i])); err != nil {
			return err
		}
	}
	return nil
}

func (d *rdjson) diagnostic(r clearance.Result, f *check.Finding) rdDiagnostic {
	at := spotOf(r, f)
	where := &rdRange{Start: rdPosition{Line: at.line}}
	if at.columns {
		where = rangeOf(at.start, at.end)
	}
	out := rdDiagnostic{
		Message: d.o.line(r, f), Location: rdLocation{slashed(r.Post.Source), where},
		Severity: byWord(f.Severity, "ERROR", "WARNING", "INFO"), Source: rdTool, Code: rdCode{Value: f.Rule.ID},
	}
	if len(f.References) > 0 {
		out.Code.URL = f.References[0].URL
	}
	for i := range f.Suggestions {
		s := &f.Suggestions[i]
		if text, shown := s.Text(d.o.Reveal); shown && at.columns {
			out.Suggestions = append(out.Suggestions, rdSuggestion{*rangeOf(s.Start, s.End), text})
		}
	}
	return out
}

func rangeOf(from, to post.Position) *rdRange {
	return &rdRange{rdPosition{from.Line, from.Byte}, &rdPosition{to.Line, to.Byte}}
}

func (d *rdjson) End(Summary) error { return d.items.close(d.w, "]}\n") }
