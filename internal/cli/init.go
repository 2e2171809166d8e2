package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/project"
)

const noCI = "none"

func (a *app) initCommand() *cobra.Command {
	start := project.Start{Version: version()}
	var force, yes bool
	c := &cobra.Command{
		Use:   "init",
		Short: "Write first settings, and if wanted a git hook and a file for CI",
		Long: `Write a commented .postvet.yaml into the repository's root (into this folder,
where there is no repository), and if wanted git's hook that checks what is
staged, and the file that lets CI check.

What no flag says is asked; --yes leaves it out instead. Nothing that is there
is replaced without --force.`,
		Example: "  postvet init\n  postvet init --jurisdiction uk --platform instagram,facebook --organisation \"Harbour Clinic\" --hook --ci github --yes",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.begin(cmd, &start, yes, force)
		},
	}
	f := c.Flags()
	f.Var(&listAnswer{&start.Jurisdiction, ",", metaCheck("jurisdiction")}, "jurisdiction", "places where posts are published")
	f.Var(&listAnswer{&start.Platform, ",", metaCheck("platform")}, "platform", "platforms of drafts that don't say")
	f.Var(&listAnswer{&start.Names, ";", nameCheck}, "organisation", "what the organisation is called; several parted by ;")
	f.Var(&listAnswer{&start.Contacts, ";", nameCheck}, "contact", "its own telephone numbers, addresses and domains, which posts may hold; several parted by ;")
	f.Var((*yesNo)(&start.Hook), "hook", "write git's pre-commit hook")
	f.Lookup("hook").NoOptDefVal = "yes"
	addChoice(c, &start.CI, "ci", noCI, "write the file for this CI", ciNames()...)
	f.BoolVar(&yes, "yes", false, "ask nothing: leave out what no flag says")
	f.BoolVar(&force, "force", false, "replace files that are there")
	for _, name := range []string{"jurisdiction", "platform"} {
		complete(c, name, func() []string { return metaValues(name) })
	}
	return c
}

// begin asks what wasn't said and writes the files. start is what the flags
// are bound to, so that answers end up in it too.
func (a *app) begin(cmd *cobra.Command, start *project.Start, yes, force bool) error {
	if err := project.Startable(force); err != nil {
		return err
	}
	if !yes {
		if err := a.interview(cmd.Context(), cmd.Flags()); err != nil {
			return err
		}
	}
	if start.CI == noCI {
		start.CI = ""
	}
	written, then, err := start.Write(cmd.Context(), force)
	for _, path := range written {
		if err := a.printLine("wrote " + path); err != nil {
			return err
		}
	}
	for _, what := range then {
		a.note("%s", what)
	}
	return err
}

func ciNames() []string {
	var all []string
	for _, ci := range project.CISystems() {
		all = append(all, ci.Name)
	}
	return append(all, noCI)
}

// questions are what init asks, by the flag that answers it too.
func questions() []struct{ flag, text string } {
	accepts := func(name string) string { n, _ := post.NameOf(name); return n.Accepts }
	return []struct{ flag, text string }{
		{"jurisdiction", "Where are the posts published? " + accepts("jurisdiction") + "; several parted by commas"},
		{"platform", "On which platforms? " + accepts("platform") + "; several parted by commas"},
		{"organisation", "What is the organisation called? Several names parted by ;"},
		{"contact", "Its own telephone numbers, e-mail addresses and domains, which posts may hold? Parted by ;"},
		{"hook", "Check what is staged before each commit, with a git hook? yes or no"},
		{"ci", "Write a file for CI? " + strings.Join(ciNames(), ", ")},
	}
}

// listAnswer is a flag, and the answer to a question, that has several values.
type listAnswer struct {
	values *[]string
	part   string // what stands between two
	check  func(value string) (string, error)
}

// String is the values now.
func (l *listAnswer) String() string {
	if l.values == nil {
		return ""
	}
	return strings.Join(*l.values, l.part)
}

// Set adds values; none of them when one is wrong.
func (l *listAnswer) Set(s string) error {
	var more []string
	for value := range strings.SplitSeq(s, l.part) {
		value = strings.TrimSpace(value)
		if value == "" {
			continue
		}
		value, err := l.check(value)
		if err != nil {
			return err
		}
		more = append(more, value)
	}
	*l.values = append(*l.values, more...)
	return nil
}

// Type is what help shows in place of the value.
func (l *listAnswer) Type() string { return "LIST" }

// metaCheck returns the check of a metadata name's values.
func metaCheck(name string) func(string) (string, error) {
	return func(value string) (string, error) {
		var meta post.Meta
		if err := meta.Set(name, value); err != nil {
			return "", err
		}
		return meta.Get(name)[0], nil
	}
}

// nameCheck refuses what can be no name, number or address.
func nameCheck(value string) (string, error) {
	if strings.ContainsFunc(value, func(r rune) bool { return r < ' ' || r == '\ufffd' || r >= 0x7f && r < 0xa0 }) {
		return "", errors.New("write text without control characters")
	}
	return value, nil
}

// yesNo is a flag, and the answer to a question, that is yes or no.
type yesNo bool

// String is the answer now.
func (y *yesNo) String() string {
	if *y {
		return "yes"
	}
	return "no"
}

// Set takes yes and no, also in short and as programs write them.
func (y *yesNo) Set(s string) error {
	switch strings.ToLower(s) {
	case "yes", "y", "true":
		*y = true
	case "no", "n", "false":
		*y = false
	default:
		return fmt.Errorf("write yes or no, found %q", s)
	}
	return nil
}

// Type is what help shows in place of the value.
func (y *yesNo) Type() string { return "bool" }
