package cli

import (
	"context"
	"fmt"
	"slices"

	"golang.org/x/term"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/project"
)

// inputs is what to read: the paths as the flags say.
func (a *app) inputs(ctx context.Context, o checkOptions, paths []string) (in project.Inputs, err error) {
	in = project.Inputs{Paths: paths, Format: o.input, StdinName: o.stdinName, AllowEmpty: o.allowEmpty}
	if in.Options.Columns, err = post.ParseColumns(o.columns); err != nil {
		return in, fmt.Errorf("--columns: %w", err)
	}
	if o.changedSince != "" || o.staged {
		if in.Changes, err = project.OpenChanges(ctx, o.changedSince, o.staged); err != nil {
			return in, err
		}
	}
	if slices.Contains(paths, "-") {
		if term.IsTerminal(int(a.in.Fd())) {
			a.note("reading standard input; end it with Ctrl-D (Ctrl-Z on Windows)")
		}
		in.Stdin = newInterruptible(ctx, a.in)
	}
	return in, nil
}
