package cli

import (
	"errors"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/report"
)

// checkOptions is what was typed behind "postvet check".
type checkOptions struct {
	settingsOptions
	format, failOn, input, stdinName string
	outputs, rules, skip, columns    []string
	changedSince                     string
	baseline, writeBaseline          string
	staged                           bool
	showText, colour, progress       string
	jobs                             workers
	allowEmpty, verbose              bool
}

func (a *app) checkCommand() *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check [PATH...|-]",
		Short: "Check drafts",
		Long: `Check drafts: files, folders, patterns such as "posts/**/*.md", or - for
standard input. Without a path, the paths in .postvet.yaml are checked, else
this folder.

What a draft says of itself in its front matter or record wins over the flags
--platform, --kind, --account, --audience and --jurisdiction, and they win over
the settings.

Exit codes: 0 no finding reached --fail-on, 1 findings, 2 something could not
be checked properly, 130 interrupted.

` + tables(),
		Example: "  postvet check posts/\n  postvet check --jurisdiction uk --platform instagram draft.md\n  postvet check --format jsonl --output json=report.json - < posts.jsonl",
		RunE:    func(cmd *cobra.Command, args []string) error { return a.check(cmd, o, args) },
	}
	o.addTo(a, c)
	o.addMeta(c)
	f := c.Flags()
	addChoice(c, &o.format, "format", "text", "how results are written", formatNames()...)
	f.StringArrayVar(&o.outputs, "output", nil, "write results to `FILE` instead of standard output; FORMAT=FILE writes them there as well (repeatable)")
	addChoice(c, &o.failOn, "fail-on", "error", "mildest finding that makes the exit code 1", "error", "warning", "notice", "never")
	f.StringSliceVar(&o.rules, "rule", nil, "check only by the rules of these `ID`s, optional ones too")
	f.StringSliceVar(&o.skip, "skip", nil, "leave out the rules of these `ID`s")
	addChoice(c, &o.input, "input-format", "auto", "how drafts are read", inputFormats()...)
	f.StringVar(&o.stdinName, "stdin-name", "-", "`NAME` that results give to standard input; its ending says how it is read")
	f.StringSliceVar(&o.columns, "columns", nil, "what columns of tables hold: `ROLE=COLUMN`, by name or number, as in text=Message,platform=Network")
	f.StringVar(&o.changedSince, "changed-since", "", "check only posts that changed since the branch left `REV`, such as origin/main")
	f.BoolVar(&o.staged, "staged", false, "check drafts as they are staged for the next commit, as a commit hook must")
	addChoice(c, &o.showText, "show-text", "auto", "show text that could identify a person; auto: on a terminal outside CI", "auto", "always", "never")
	addChoice(c, &o.colour, "color", "auto", "colour the text format", "auto", "always", "never")
	addChoice(c, &o.progress, "progress", "auto", "count posts on standard error", "auto", "always", "never")
	f.Var(&o.jobs, "jobs", "posts to check at once; 0: one for each core")
	f.BoolVar(&o.allowEmpty, "allow-empty", false, "nothing to check is no failure")
	f.BoolVar(&o.verbose, "verbose", false, "say which settings and packs are used")
	f.StringVar(&o.baseline, "baseline", "", "count findings that `FILE` knows instead of showing them")
	f.StringVar(&o.writeBaseline, "write-baseline", "", "write what is found to `FILE`, for --baseline; never what identifies a person")
	for _, name := range []string{"rule", "skip"} {
		complete(c, name, func() []string { return a.ruleIDs(&o.settingsOptions) })
	}
	return c
}

// check is the way of a post: settings and packs, posts, findings, reports,
// exit code.
func (a *app) check(cmd *cobra.Command, o checkOptions, paths []string) error {
	p, err := a.open(&o.settingsOptions)
	if err != nil {
		return err
	}
	debug.SetGCPercent(100) // drafts can be large
	in, err := a.inputs(cmd.Context(), o, paths)
	if err != nil {
		return err
	}
	defer in.Changes.Close()
	selected, err := newSelection(p, o.rules, o.skip)
	if err != nil {
		return err
	}
	ledger, err := a.openLedger(p, selected, o)
	if err != nil {
		return err
	}
	out, err := a.openSinks(o)
	if err != nil {
		return err
	}
	defer out.discard()

	run := report.Run{
		Version: version(), Settings: p.File, Packs: p.Packs, Rules: selected.count,
		Defaults: p.Defaults, Today: ledger.Today,
	}
	if o.verbose {
		a.sayUsed(run)
	}
	if err := out.each(func(s *sink) error { return s.Begin(run) }); err != nil {
		return err
	}
	ctx := cmd.Context()
	t := tally{app: a, o: o, progress: newProgress(a.err, o.progress)}
	posts := p.Posts(ctx, t.listen(in))
	options := check.Options{Selected: selected.reports, Defaults: p.Defaults, Organisation: p.Organisation, Jobs: int(o.jobs)}
	for result := range check.Run(p.Set, posts, options) {
		if err := out.refuse(result.Post.Source); err != nil {
			return err
		}
		judged := ledger.Judge(result)
		t.add(judged, p.Defaults)
		if err := out.each(func(s *sink) error { return s.Post(judged) }); err != nil {
			return err
		}
		t.progress.step()
	}
	t.progress.clear()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if notes, ok := ledger.Close(o.complete(paths)); ok {
		t.sum.AddFindings(notes)
		if err := out.each(func(s *sink) error { return s.Post(notes) }); err != nil {
			return err
		}
	}
	if err := out.each(func(s *sink) error { return s.End(t.sum) }); err != nil {
		return err
	}
	if err := errors.Join(out.commit(), a.saveBaseline(ledger, o)); err != nil {
		return err
	}
	return t.verdict()
}

// sayUsed says which settings and packs a run uses.
func (a *app) sayUsed(run report.Run) {
	settings := run.Settings
	if settings == "" {
		settings = "none"
	}
	var packs []string
	for _, p := range run.Packs {
		packs = append(packs, strings.TrimSpace(p.Name+" "+p.Version))
	}
	a.note("settings: %s", settings)
	a.note("%d rules of the packs %s", run.Rules, strings.Join(packs, ", "))
}
