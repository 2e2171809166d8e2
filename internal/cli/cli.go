// Package cli is the command line: commands, flags, streams and exit codes. It
// is the only place where the other packages are wired together, where a
// stream is opened, and where the right to show private text is granted. It
// hides cobra.
package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes.
const (
	exitOK          = 0
	exitFindings    = 1
	exitTrouble     = 2 // it could not check properly
	exitInterrupted = 130
)

// status is an exit code whose reason has already been said.
type status int

func (s status) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

// app is one run of the command line.
type app struct {
	in       *os.File
	out, err *stream
	env      func(string) string
}

// Main runs the command line args with the given standard streams and returns
// the exit code.
func Main(args []string, in, out, err *os.File) (code int) {
	// Loading makes little garbage: collecting it would take longer than a short run.
	debug.SetGCPercent(400)
	// A reader that has seen enough ("| head") is no failure: the write fails instead of killing us.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // the second Ctrl-C is deadly

	a := &app{in: in, out: newStream(out, os.Getenv), err: newStream(err, os.Getenv), env: os.Getenv}
	defer func() {
		if crash := recover(); crash != nil {
			// What was being read when it happened may be in the value: its type and the place suffice.
			a.complain(fmt.Errorf("internal error (%T), please report it:\n%s", crash, debug.Stack()))
			code = exitTrouble
		}
	}()
	return a.run(ctx, args)
}

func (a *app) run(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if flushed := a.out.Flush(); err == nil {
		err = flushed
	}
	var said status
	switch {
	case ctx.Err() != nil:
		a.complain(errors.New("interrupted"))
		return exitInterrupted
	case err == nil:
		return exitOK
	case errors.As(err, &said):
		return int(said)
	}
	a.complain(err)
	return exitTrouble
}

// root returns the command that all others hang on.
func (a *app) root() *cobra.Command {
	root := a.group("postvet", "Checks drafts of healthcare social-media posts before they are published", a.commands()...)
	root.Long = strings.TrimSpace(`
Checks drafts of healthcare social-media posts before they are published: for
patients who could be recognised, medical advice, claims without evidence,
missing disclaimers and offensive language. It explains each finding and names
the law or guidance behind it. Nothing leaves this computer.

No finding is not approval: a person must still review every post.`)
	root.Example = "  postvet check posts/\n  postvet explain guaranteed-outcome"
	root.Version = version()
	root.SetVersionTemplate("postvet {{.Version}}\n")
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(helpCommand())
	a.mendCompletion(root)
	return root
}

// commands is the table of commands.
func (a *app) commands() []*cobra.Command {
	return []*cobra.Command{
		a.checkCommand(),
		a.fixCommand(),
		a.explainCommand(),
		a.rulesCommand(),
		a.packsCommand(),
		a.policiesCommand(),
		a.initCommand(),
		a.manCommand(),
		a.versionCommand(),
	}
}
