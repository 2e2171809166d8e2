package clearance

import (
	"fmt"
	"time"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/yamldoc"
)

// waiver is what one waiver says, wherever it stands.
type waiver struct {
	rule, reason, until, by, content string
	at                               post.Position
	directive                        *post.Directive // nil for an entry of the register
	print                            string          // fingerprint, of an entry of the register
	used, private                    bool
	met                              string // hash of the text of a post whose finding it names
}

// inDraft returns the waivers that stand in a post.
func (l *Ledger) inDraft(p *post.Post) []*waiver {
	var all []*waiver
	for i := range p.Directives {
		d := &p.Directives[i]
		all = append(all, &waiver{
			rule: d.Rule, reason: d.Reason, until: d.Until, by: d.By, content: d.Content,
			at: d.At, directive: d,
		})
	}
	return all
}

// reaches reports whether a finding lies in what the waiver covers.
func (w *waiver) reaches(f *check.Finding) bool {
	return w.directive.Whole || f.Field != check.PathField && w.directive.Covers(f.Start)
}

// holds reports whether nothing is wrong with the waiver.
func (l *Ledger) holds(w *waiver) bool {
	id, _, _ := l.flaw(w)
	return id == ""
}

// flaw returns the rule that a waiver breaks by itself, "" if none, and what
// is wrong; hidden is what those read who may see no text, "" if the same.
func (l *Ledger) flaw(w *waiver) (id, message, hidden string) {
	if w.directive != nil && w.directive.Err != nil {
		return incomplete, "this waiver can't be read: " + w.directive.Err.Error(), ""
	}
	if w.rule == "" {
		return incomplete, "this waiver names no rule", ""
	}
	r := l.Set.Rule(w.rule)
	if r == nil {
		message = "no rule has the name that this waiver gives"
		if near := yamldoc.Suggest(w.rule, l.Set.RuleIDs()); near != "" {
			message += fmt.Sprintf(" (did you mean %s?)", near)
		}
		return unknown, message, ""
	}
	_, err := time.Parse(time.DateOnly, w.until)
	switch {
	case w.reason == "":
		return incomplete, fmt.Sprintf("this waiver of %s has no reason", r.ID), ""
	case w.until != "" && err != nil:
		return incomplete, fmt.Sprintf("until of this waiver of %s must be a day such as 2027-01-31", r.ID), ""
	case r.Private && w.by == "":
		return incomplete, fmt.Sprintf("this waiver of %s must say by whom: what it clears can identify a person", r.ID), ""
	case r.Private && w.content == "":
		message = fmt.Sprintf("this waiver of %s must name the text it is for: ", r.ID)
		return incomplete, message + "content: " + w.met, message + "content, which is shown where text may be shown (--show-text=always)"
	case w.until != "" && w.until < l.Today:
		return expired, fmt.Sprintf("this waiver of %s ended on %s", r.ID, w.until), ""
	}
	return "", "", ""
}

// note returns what is to say of a waiver once all findings that it could
// clear have been met; sure is false when they may not have been.
func (l *Ledger) note(w *waiver, content string, sure bool) (n check.Note, ok bool) {
	r := l.Set.Rule(w.rule)
	if r != nil && !l.Reports(r) {
		return n, false
	}
	if w.met == "" {
		w.met = content
	}
	id, message, hidden := l.flaw(w)
	switch {
	case id != "":
	case w.used:
		return n, false
	case r.Private && w.met != "" && w.content != w.met:
		id = unused
		message = fmt.Sprintf("this waiver of %s is for another text: look at this one, then write ", r.ID)
		hidden = message + "its content, which is shown where text may be shown (--show-text=always)"
		message += "content: " + w.met
	case sure:
		id, message = unused, fmt.Sprintf("nothing is left for this waiver of %s to clear; take it out", r.ID)
	default:
		return n, false
	}
	return check.Note{Rule: l.notes[id], At: w.at, Shown: w.shown(r != nil), Message: message, Hidden: hidden}, true
}

// shown stands for the waiver where findings show the line they are about.
func (w *waiver) shown(known bool) string {
	if w.directive == nil {
		return "fingerprint: " + w.shortPrint()
	}
	shown := "postvet: allow"
	if w.directive.Whole {
		shown += "-post"
	}
	if known {
		shown += " " + w.rule
	}
	return shown + " …"
}
