package cli

import (
	"errors"

	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/project"
	"github.com/postvet/postvet/internal/report"
	"github.com/postvet/postvet/internal/rule"
)

// tally counts what a run meets, says what can't be checked, and knows the
// exit code at the end.
type tally struct {
	*app
	o        checkOptions
	progress *progress
	sum      report.Summary
	excluded int // named files that the settings leave out
}

// listen has the tally told of what is left out and what a person should know.
func (t *tally) listen(in project.Inputs) project.Inputs {
	in.Excluded = func(path string) {
		t.excluded++
		t.say("%s: left out by the settings", path)
	}
	in.Note = func(text string) { t.say("%s", text) }
	return in
}

// add counts a result and says what a person should know of the reading.
func (t *tally) add(r clearance.Result, defaults post.Meta) {
	t.sum.Add(r, defaults)
	t.progress.clear()
	for _, note := range r.Post.Notes {
		t.say("%s: %s", r.Post.Source, note)
	}
	if r.Post.Err != nil {
		t.complain(r.Post.Err)
	}
}

// say writes a note between results.
func (t *tally) say(format string, args ...any) {
	t.progress.clear()
	t.note(format, args...)
}

// verdict returns the exit code as an error, nil for 0. What could not be
// checked weighs more than findings.
func (t *tally) verdict() error {
	switch {
	case t.sum.Unread > 0:
		return status(exitTrouble)
	case t.sum.Posts == 0 && t.o.staged:
		t.note("no draft is staged that changed; nothing was checked")
		return nil
	case t.sum.Posts == 0 && t.o.changedSince != "":
		t.note("no draft changed since %s; nothing was checked", t.o.changedSince)
		return nil
	case t.sum.Posts == 0 && t.excluded == 0 && !t.o.allowEmpty:
		return errors.New("nothing to check: the drafts that were named hold no post (--allow-empty lets that pass)")
	case t.sum.Posts == 0:
		t.note("nothing was checked")
		return nil
	}
	fails, ok := rule.ParseSeverity(t.o.failOn)
	if !ok { // never
		return nil
	}
	for severity := fails; severity <= rule.Error; severity++ {
		if t.sum.Findings[severity] > 0 {
			return status(exitFindings)
		}
	}
	return nil
}
