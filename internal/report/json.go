package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

// schema names the contract of json and jsonl. Adding a field keeps it.
const schema = "postvet/report/1"

// jsonPost is one post as json and jsonl write it.
type jsonPost struct {
	Schema   string        `json:"schema,omitempty"`
	ID       string        `json:"id"`
	Source   string        `json:"source"`
	Line     int           `json:"line"`
	Place    string        `json:"place,omitempty"`
	Status   string        `json:"status"` // checked or unreadable
	Error    string        `json:"error,omitempty"`
	Notes    []string      `json:"notes,omitempty"`
	Findings []jsonFinding `json:"findings"`
	Old      int           `json:"old,omitempty"` // findings that the baseline knows
}

type jsonFinding struct {
	Rule        string           `json:"rule"`
	Pack        string           `json:"pack"`
	Severity    string           `json:"severity"`
	Title       string           `json:"title"`
	Message     string           `json:"message"`
	Why         string           `json:"why"`
	Instead     string           `json:"instead"`
	Field       string           `json:"field"`
	Place       string           `json:"place,omitempty"` // what a person calls it: row 14, column Message
	Start       jsonPosition     `json:"start"`
	End         jsonPosition     `json:"end"`
	Text        *string          `json:"text"` // null when masked
	Masked      bool             `json:"masked"`
	Private     bool             `json:"private"`
	Found       []jsonPart       `json:"found,omitempty"`
	References  []jsonReference  `json:"references"`
	Suggestions []jsonSuggestion `json:"suggestions"`
	Fingerprint string           `json:"fingerprint"`
	Status      string           `json:"status"`           // open or waived
	Reason      string           `json:"reason,omitempty"` // of a waiver; left out when masked
	By          string           `json:"by,omitempty"`
	Until       string           `json:"until,omitempty"`
}

type jsonPosition struct {
	Offset int `json:"offset"`
	Line   int `json:"line"`
	Column int `json:"column"`
}

type jsonPart struct {
	Name  string       `json:"name"`
	Field string       `json:"field"`
	Place string       `json:"place,omitempty"`
	Start jsonPosition `json:"start"`
	End   jsonPosition `json:"end"`
}

type jsonReference struct {
	ID           string `json:"id"`
	Title        string `json:"title"`
	Section      string `json:"section"`
	Jurisdiction string `json:"jurisdiction"`
	URL          string `json:"url"`
	Verified     bool   `json:"verified"`
}

type jsonSuggestion struct {
	Text  *string      `json:"text"` // null when masked
	Start jsonPosition `json:"start"`
	End   jsonPosition `json:"end"`
}

func position(p post.Position) jsonPosition { return jsonPosition{p.Offset, p.Line, p.Column} }

func newJSONPost(r clearance.Result, reveal check.Reveal) jsonPost {
	p := jsonPost{ID: r.Post.ID, Source: r.Post.Source, Line: max(r.Post.Line, 1), Place: r.Post.Place, Status: "checked", Notes: r.Post.Notes, Findings: []jsonFinding{}}
	if r.Post.Err != nil {
		p.Status, p.Error = "unreadable", r.Post.Err.Error()
	}
	for i := range r.Findings {
		p.Findings = append(p.Findings, newJSONFinding(&r.Findings[i], reveal))
	}
	for i := range r.Waived {
		w := &r.Waived[i]
		f := newJSONFinding(&w.Finding, reveal)
		f.Status, f.Until = "waived", w.Until
		if reason, by, shown := w.Reason(reveal); shown {
			f.Reason, f.By = reason, by
		}
		p.Findings = append(p.Findings, f)
	}
	p.Old = r.Old
	return p
}

func newJSONFinding(f *check.Finding, reveal check.Reveal) jsonFinding {
	j := jsonFinding{
		Rule: f.Rule.ID, Pack: f.Rule.Pack.Name, Severity: f.Severity.String(),
		Title: f.Rule.Title, Message: f.Message(reveal), Why: f.Rule.Why, Instead: f.Rule.Instead,
		Field: f.Field, Place: f.Start.Place, Start: position(f.Start), End: position(f.End),
		Masked: true, Private: f.Rule.Private,
		References: []jsonReference{}, Suggestions: []jsonSuggestion{},
		Fingerprint: f.Fingerprint, Status: "open",
	}
	if text, shown := f.Text(reveal); shown {
		j.Text, j.Masked = &text, false
	}
	for _, p := range f.Found {
		j.Found = append(j.Found, jsonPart{p.Name, p.Field, p.Start.Place, position(p.Start), position(p.End)})
	}
	for _, p := range f.References {
		j.References = append(j.References, jsonReference{p.ID, p.Title, p.Section, p.Jurisdiction, p.URL, p.Verified})
	}
	for i := range f.Suggestions {
		s := &f.Suggestions[i]
		suggestion := jsonSuggestion{nil, position(s.Start), position(s.End)}
		if text, shown := s.Text(reveal); shown {
			suggestion.Text = &text
		}
		j.Suggestions = append(j.Suggestions, suggestion)
	}
	return j
}

// JSON returns v as JSON that is safe on a terminal and in a CI log, without a
// line end.
func JSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return encoded(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

// jsonl is one line a post.
type jsonl struct {
	w io.Writer
	o Options
}

func newJSONL(w io.Writer, o Options) Writer { return &jsonl{w, o} }

func (j *jsonl) Begin(Run) error { return nil }

func (j *jsonl) Post(r clearance.Result) error {
	p := newJSONPost(r, j.o.Reveal)
	p.Schema = schema
	line, err := JSON(p)
	if err != nil {
		return err
	}
	_, err = j.w.Write(append(line, '\n'))
	return err
}

func (j *jsonl) End(Summary) error { return nil }

// document is one JSON document, written as the posts come in.
type document struct {
	w     io.Writer
	o     Options
	posts int
}

func newJSON(w io.Writer, o Options) Writer { return &document{w: w, o: o} }

type jsonPack struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Path    string `json:"path"`
	Shipped bool   `json:"shipped"`
	Overdue bool   `json:"overdue"`
}

func (d *document) Begin(run Run) error {
	packs := []jsonPack{}
	for _, p := range run.Packs {
		packs = append(packs, jsonPack{p.Name, p.Version, p.Path, p.Shipped, p.Overdue(run.Today)})
	}
	head, err := JSON(struct {
		Schema   string     `json:"schema"`
		Version  string     `json:"version"`
		Settings string     `json:"settings"`
		Rules    int        `json:"rules"`
		Packs    []jsonPack `json:"packs"`
	}{schema, run.Version, run.Settings, run.Rules, packs})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(d.w, "%s,\n\"posts\":[", bytes.TrimSuffix(head, []byte("}")))
	return err
}

func (d *document) Post(r clearance.Result) error {
	line, err := JSON(newJSONPost(r, d.o.Reveal))
	if err != nil {
		return err
	}
	separator := ",\n"
	if d.posts == 0 {
		separator = "\n"
	}
	d.posts++
	_, err = fmt.Fprintf(d.w, "%s%s", separator, line)
	return err
}

func (d *document) End(s Summary) error {
	foot, err := JSON(struct {
		Posts    int `json:"posts"`
		Unread   int `json:"unreadable"`
		Errors   int `json:"errors"`
		Warnings int `json:"warnings"`
		Notices  int `json:"notices"`
		Waived   int `json:"waived"`
		Old      int `json:"old"`
	}{s.Posts, s.Unread, s.Findings[rule.Error], s.Findings[rule.Warning], s.Findings[rule.Notice], s.Waived, s.Old})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(d.w, "\n],\n\"summary\":%s}\n", foot)
	return err
}
