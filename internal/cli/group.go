package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// group returns a command that only holds others. By itself it shows help; a
// sub-command that doesn't exist is an error. cobra alone would take
// "postvet rules lst" for a wish for help and exit 0.
func (a *app) group(use, short string, commands ...*cobra.Command) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short}
	c.AddCommand(commands...)
	makeGroup(c)
	return c
}

func makeGroup(c *cobra.Command) {
	c.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		return fmt.Errorf("unknown command %q for %q%s", args[0], cmd.CommandPath(), hint(args[0], names(cmd), ""))
	}
	c.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	c.Run = nil
}

// names returns the sub-commands a person can call.
func names(c *cobra.Command) []string {
	var all []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			all = append(all, sub.Name())
		}
	}
	return all
}

// helpCommand is "postvet help [COMMAND]"; cobra's own exits 0 for a topic
// that doesn't exist.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Show help for a command",
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			return names(cmd.Root()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			at := cmd.Root()
			for _, arg := range args {
				i := slices.IndexFunc(at.Commands(), func(sub *cobra.Command) bool { return sub.Name() == arg })
				if i < 0 {
					return fmt.Errorf("unknown command %q for %q%s", arg, at.CommandPath(), hint(arg, names(at), ""))
				}
				at = at.Commands()[i]
			}
			at.InitDefaultHelpFlag()
			return at.Help()
		},
	}
}

// mendCompletion makes cobra's completion command a group like the others.
func (a *app) mendCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			makeGroup(c)
		}
	}
}

// flagError words what pflag found wrong and suggests the flag that was meant.
func flagError(cmd *cobra.Command, err error) error {
	word, found := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !found {
		return err
	}
	var flags []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { flags = append(flags, "--"+f.Name) })
	return fmt.Errorf("unknown flag --%s for %q%s", word, cmd.CommandPath(), hint("--"+word, flags, cmd.CommandPath()+" --help"))
}
