package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/report"
	"github.com/postvet/postvet/internal/yamldoc"
)

// reveal grants the right to show private text: to every stream when that was
// asked for, else to the terminal of a person outside CI. s is nil for a file.
func (a *app) reveal(showText string, s *stream) check.Reveal {
	seen := s != nil && s.terminal && a.env("CI") == ""
	if showText == "always" || showText == "auto" && seen {
		return check.RevealText()
	}
	return check.Reveal{}
}

// page says what standard output can show.
func (a *app) page(showText, colour string) report.Options {
	return report.Options{
		Reveal: a.reveal(showText, a.out),
		Colour: a.out.colour(colour),
		ASCII:  a.out.ascii,
		Width:  a.out.width(),
	}
}

// print lays out a page and writes it to standard output.
func (a *app) print(fill func(*report.Page)) error {
	return a.fill(a.page("never", "auto"), fill)
}

// printTable is print for what grep may read: lines are wrapped for terminals only.
func (a *app) printTable(fill func(*report.Page)) error {
	const unwrapped = 1 << 20 // no line is as long
	o := a.page("never", "auto")
	if !a.out.terminal && a.env("COLUMNS") == "" {
		o.Width = unwrapped
	}
	return a.fill(o, fill)
}

func (a *app) fill(o report.Options, fill func(*report.Page)) error {
	p := report.NewPage(o)
	fill(p)
	return p.Flush(a.out)
}

// printJSON writes v to standard output as JSON.
func (a *app) printJSON(v any) error {
	line, err := report.JSON(v)
	if err != nil {
		return err
	}
	_, err = a.out.Write(append(line, '\n'))
	return err
}

// note says on standard error what is no failure.
func (a *app) note(format string, args ...any) {
	a.toStderr("postvet: note: " + fmt.Sprintf(format, args...))
}

// complain says on standard error what went wrong, line by line. Mistakes in
// files name their place themselves ("path:line:col: …").
func (a *app) complain(err error) {
	text := err.Error()
	var located yamldoc.Problems
	if !errors.As(err, &located) {
		text = "postvet: " + text
	}
	a.toStderr(text)
}

func (a *app) toStderr(text string) {
	for line := range strings.Lines(text) {
		line = strings.ReplaceAll(strings.TrimSuffix(line, "\n"), "\t", "    ")
		fmt.Fprintln(a.err, report.Visible(line, a.err.ascii))
	}
	a.err.Flush()
}

// printLine writes one line to standard output.
func (a *app) printLine(s string) error {
	_, err := fmt.Fprintln(a.out, report.Visible(s, a.out.ascii))
	return err
}
