// Package clearance is what a person has cleared: waivers in drafts and in the
// register of waivers, and the baseline of findings that are older than the
// checking. It judges findings without changing them, and adds its own about
// waivers that are wrong.
//
// It hides the forms of waivers, the files' forms and expiry. It opens no
// file and knows no clock, and what it says never holds text of a draft.
package clearance

import (
	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/rule"
)

// Options are what a ledger goes by.
type Options struct {
	Today    string // YYYY-MM-DD
	Set      *rule.Set
	Reports  func(*rule.Rule) bool // rules of this run, nil for all; nothing is said of waivers of others
	Register *Register             // nil for none
	Baseline *Baseline             // nil for none
	Take     *Baseline             // takes open findings in and thereby clears them; nil for none
}

// Ledger judges the results of one run, in their order.
type Ledger struct {
	Options
	notes map[string]*rule.Rule
	left  map[key]int // of the baseline, not met yet
}

// NewLedger returns a ledger for one run.
func NewLedger(o Options) *Ledger {
	l := &Ledger{Options: o, notes: map[string]*rule.Rule{}}
	if l.Reports == nil {
		l.Reports = func(*rule.Rule) bool { return true }
	}
	for _, r := range Rules() {
		l.notes[r.ID] = r
	}
	if o.Baseline != nil {
		l.left = o.Baseline.counts()
	}
	return l
}

// Result is a post's findings as judged. Its Findings are the open ones, and
// behind them what is wrong with waivers.
type Result struct {
	check.Result
	Waived []Waived // in the order of findings
	Old    int      // findings that the baseline knows
}

// Waived is a finding that a person has cleared.
type Waived struct {
	check.Finding
	Until string // the day until which it holds, "" for ever
	said  *said
}

type said struct {
	reason, by string
	private    bool // a private rule matches in it
}

// Reason returns why and by whom ("" where it isn't said) the finding was
// cleared; shown is false where no text of its post may be shown.
func (w *Waived) Reason(r check.Reveal) (reason, by string, shown bool) {
	if !r.Granted() && (w.Masked() || w.said.private) {
		return "", "", false
	}
	return w.said.reason, w.said.by, true
}

// Judge tells open findings of a post from cleared ones.
func (l *Ledger) Judge(r check.Result) Result {
	result := Result{Result: r}
	waivers := l.inDraft(r.Post)
	open := r.Findings[:0:0]
	for i := range r.Findings {
		f := &r.Findings[i]
		if w := l.waiverOf(f, r.Content, waivers); w != nil {
			result.Waived = append(result.Waived, Waived{Finding: *f, Until: w.until, said: &said{w.reason, w.by, w.private}})
			continue
		}
		if l.isOld(f) {
			result.Old++
			continue
		}
		open = append(open, *f)
	}
	for i, w := range waivers {
		if note, ok := l.note(w, r.Content, true); ok {
			note.Number = i
			open = append(open, note.Finding())
		}
	}
	result.Findings = open
	return result
}

// waiverOf returns the waiver that clears a finding, nil if none does. All
// that do are used.
func (l *Ledger) waiverOf(f *check.Finding, content string, inDraft []*waiver) *waiver {
	var first *waiver
	try := func(w *waiver) {
		if w.rule != f.Rule.ID || w.directive != nil && !w.reaches(f) {
			return
		}
		w.met = content
		if !l.holds(w) || f.Rule.Private && w.content != content {
			return
		}
		w.used = true
		if first == nil {
			first = w
		}
	}
	for _, w := range inDraft {
		try(w)
	}
	if l.Register != nil {
		for _, w := range l.Register.by[f.Fingerprint] {
			try(w)
		}
	}
	return first
}

// isOld reports whether the baseline knows a finding, or takes it in. What
// identifies a person is never old.
func (l *Ledger) isOld(f *check.Finding) bool {
	k := key{f.Rule.ID, f.Fingerprint}
	switch {
	case f.Rule.Private:
		return false
	case l.Take != nil:
		l.Take.add(k, 1)
		return true
	case l.left[k] > 0:
		l.left[k]--
		return true
	}
	return false
}
