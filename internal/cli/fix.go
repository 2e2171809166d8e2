package cli

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/fix"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/report"
)

func (a *app) fixCommand() *cobra.Command {
	var o checkOptions
	var f fixer
	c := &cobra.Command{
		Use:   "fix [PATH...]",
		Short: "Apply safe rewordings and disclaimers",
		Long: `Change drafts as open findings suggest: rewordings that rules give, and lines
that are missing, in the organisation's own words where the settings have them
under disclaimers. With --redact, what identifies a person becomes […].

Text, Markdown, its front matter, CSV, TSV and JSONL keep every other byte. What
can't be changed in its place is left alone and named. Of changes that overlap
the first is made: run it again for the others.

Where text that could identify a person may not be shown, --diff shows how the
posts' texts change, and leaves out what else their files hold.

Exit codes: 0 nothing is left undone that could be done, 2 something could not
be read or written, 130 interrupted. A person must still read what it wrote.`,
		Example: "  postvet fix --diff posts/\n  postvet fix --rule stiff-word posts/2026-12-knee.md\n  postvet fix --redact draft.md",
		RunE:    func(cmd *cobra.Command, args []string) error { return a.fix(cmd, o, f, args) },
	}
	o.addTo(a, c)
	o.addMeta(c)
	flags := c.Flags()
	flags.BoolVar(&f.diff, "diff", false, "show what would change and write nothing")
	flags.BoolVar(&f.redact, "redact", false, "take out what identifies a person")
	flags.StringSliceVar(&o.rules, "rule", nil, "fix only what the rules of these `ID`s find, optional ones too")
	flags.StringSliceVar(&o.skip, "skip", nil, "leave alone what the rules of these `ID`s find")
	addChoice(c, &o.input, "input-format", "auto", "how drafts are read", inputFormats()...)
	flags.StringSliceVar(&o.columns, "columns", nil, "what columns of tables hold: `ROLE=COLUMN`, by name or number, as in text=Message")
	addChoice(c, &o.showText, "show-text", "auto", "show text that could identify a person in --diff; auto: on a terminal outside CI", "auto", "always", "never")
	for _, name := range []string{"rule", "skip"} {
		complete(c, name, func() []string { return a.ruleIDs(&o.settingsOptions) })
	}
	return c
}

// fixer is a run of fix over one file after the other.
type fixer struct {
	*app
	diff, redact bool
	options      post.Options
	named        []string // files and folders that were named
	reveal       check.Reveal

	file           *fix.File // the one at hand, nil for none
	first          *post.Post
	raw            []byte
	made, files    int
	trouble        bool
	refused, again bool
}

// fix is the way of a file: its posts are checked, what a person has cleared
// stays, and what findings suggest is put in.
func (a *app) fix(cmd *cobra.Command, o checkOptions, f fixer, paths []string) error {
	if slices.Contains(paths, "-") {
		return errors.New("fix changes files and can't change standard input; name a file")
	}
	p, err := a.open(&o.settingsOptions)
	if err != nil {
		return err
	}
	in, err := a.inputs(cmd.Context(), o, paths)
	if err != nil {
		return err
	}
	selected, err := newSelection(p, o.rules, o.skip)
	if err != nil {
		return err
	}
	ledger, err := a.openLedger(p, selected, o)
	if err != nil {
		return err
	}
	f.app, f.options, f.named, f.reveal = a, in.Options, paths, a.reveal(o.showText, a.out)
	in.Excluded = func(path string) { a.note("%s: left out by the settings", path) }
	in.Note = func(text string) { a.note("%s", text) }
	ctx := cmd.Context()
	options := check.Options{Selected: selected.reports, Defaults: p.Defaults, Organisation: p.Organisation}
	for result := range check.Run(p.Set, p.Posts(ctx, in), options) {
		if err := f.add(ledger.Judge(result)); err != nil {
			return err
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err := f.finish(); err != nil {
		return err
	}
	return f.verdict()
}

// add takes up the next post, and finishes the file before it.
func (f *fixer) add(r clearance.Result) error {
	if f.first == nil || f.first.Source != r.Post.Source {
		if err := f.finish(); err != nil {
			return err
		}
		f.first = r.Post
		if err := f.open(r.Post); err != nil {
			f.complain(err)
			f.trouble = true
		}
	}
	if r.Post.Err != nil {
		f.complain(r.Post.Err)
		f.trouble = true
	}
	switch suggests := slices.ContainsFunc(r.Findings, func(x check.Finding) bool { return len(x.Suggestions) > 0 || f.redact && len(x.Redactions()) > 0 }); {
	case f.file != nil:
		f.file.Add(r)
	case suggests && !f.refused:
		f.refuse(r.Post)
	}
	return nil
}

// open reads the bytes of the next file, if it is one that can be changed.
func (f *fixer) open(p *post.Post) (err error) {
	format, known := post.FormatNamed(p.Format)
	switch {
	case !known: // it could not be read at all
	case !format.Fixable && slices.Contains(f.named, p.Source):
		f.refuse(p)
	case format.Fixable:
		if f.raw, err = os.ReadFile(p.Source); err == nil {
			f.file = fix.New(f.raw, f.redact)
		}
	}
	return err
}

// refuse says that a file can't be changed, once.
func (f *fixer) refuse(p *post.Post) {
	var fixable []string
	for _, format := range post.Formats() {
		if format.Fixable {
			fixable = append(fixable, format.Name)
		}
	}
	f.complain(fmt.Errorf("%s: fix can't change %s, only %s; change it by hand", p.Source, p.Format, strings.Join(fixable, ", ")))
	f.refused, f.trouble = true, true
}

// finish changes the file at hand, or shows how it would change.
func (f *fixer) finish() error {
	file, first := f.file, f.first
	f.file, f.refused = nil, false
	if file == nil {
		return nil
	}
	format, _ := post.FormatNamed(first.Format)
	outcome := file.Finish(func(raw []byte) iter.Seq[*post.Post] {
		return format.Read(first.Source, bytes.NewReader(raw), f.options)
	})
	for _, s := range outcome.Skipped {
		f.note("%s: left alone, as it can't be changed without touching what stands around it [%s]", place(first.Source, s.At), s.Rule)
	}
	f.again = f.again || outcome.Again > 0
	if outcome.Made == 0 {
		return nil
	}
	f.made += outcome.Made
	f.files++
	if f.diff {
		return f.show(first.Source, &outcome)
	}
	if err := replace(first.Source, outcome.Raw); err != nil {
		return err
	}
	return f.printLine(fmt.Sprintf("%s: %s", first.Source, report.Count(outcome.Made, "change")))
}

func place(source string, at post.Position) string {
	if at.Place != "" {
		return source + ": " + at.Place
	}
	return fmt.Sprintf("%s:%d:%d", source, at.Line, at.Column)
}

// show prints the diff of a file; to those who may not see all text one of the
// posts' texts alone, which private rules have searched.
func (f *fixer) show(source string, o *fix.Outcome) error {
	lines := fix.Diff(f.raw, o.Raw)
	if !f.reveal.Granted() {
		left := 0
		if lines, left = o.Texts(); left > 0 {
			f.note("%s: changes to %s aren't shown, as they could identify a person; --show-text=always shows them", source, report.Count(left, "post"))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	for _, line := range append([]string{"--- a/" + source, "+++ b/" + source}, lines...) {
		if err := f.printLine(line); err != nil {
			return err
		}
	}
	return nil
}

// replace writes a file as a whole, with the rights it had.
func replace(path string, data []byte) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	f, err := createAtomic(path)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.temp.Chmod(info.Mode().Perm())); err != nil {
		f.discard()
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	return f.commit()
}

// verdict says what was done and returns the exit code as an error.
func (f *fixer) verdict() error {
	would := ""
	if f.diff {
		would = "would make "
	}
	f.note("%s%s in %s; a person must still read them", would, report.Count(f.made, "change"), report.Count(f.files, "file"))
	if f.again {
		f.note("more changes overlap these; run fix again for them")
	}
	if f.trouble {
		return status(exitTrouble)
	}
	return nil
}
