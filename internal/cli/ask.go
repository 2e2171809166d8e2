package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"
	"golang.org/x/term"

	"github.com/postvet/postvet/internal/report"
)

// interview asks each question that no flag has answered. An answer is taken
// as the flag's value would be; an empty one leaves it out.
func (a *app) interview(ctx context.Context, flags *pflag.FlagSet) error {
	var missing []string
	for _, q := range questions() {
		if !flags.Changed(q.flag) {
			missing = append(missing, "--"+q.flag)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	if !term.IsTerminal(int(a.in.Fd())) {
		return fmt.Errorf("standard input is no terminal to ask on; give %s, or --yes to leave out what no flag says", strings.Join(missing, ", "))
	}
	a.note("an empty answer leaves a thing out; it can be added to the file later")
	lines := bufio.NewReader(newInterruptible(ctx, a.in))
	for _, q := range questions() {
		if flags.Changed(q.flag) {
			continue
		}
		if err := a.ask(lines, q.text, func(answer string) error { return flags.Set(q.flag, answer) }); err != nil {
			return err
		}
	}
	return nil
}

// ask puts a question until the answer can be taken.
func (a *app) ask(lines *bufio.Reader, question string, take func(string) error) error {
	for {
		fmt.Fprintf(a.err, "%s\n> ", report.Visible(question, a.err.ascii))
		a.err.Flush()
		line, err := lines.ReadString('\n')
		if err != nil {
			a.toStderr("\n")
			return errors.New("the questions weren't answered; nothing was written")
		}
		if line = strings.TrimSpace(line); line == "" {
			return nil
		}
		err = take(line)
		if err == nil {
			return nil
		}
		a.complain(reason(err))
	}
}

// reason is what is wrong with a value, without the flag's name that pflag
// puts before it.
func reason(err error) error {
	if inner := errors.Unwrap(err); inner != nil {
		return inner
	}
	return err
}
