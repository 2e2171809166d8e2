package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/postvet/postvet/internal/yamldoc"
)

// choice is a flag that takes one of some words.
type choice struct {
	value *string
	words []string
}

// String is the value now.
func (c choice) String() string {
	if c.value == nil {
		return ""
	}
	return *c.value
}

// Set takes one of the words.
func (c choice) Set(s string) error {
	if err := oneOf(s, c.words); err != nil {
		return err
	}
	*c.value = s
	return nil
}

// Type is what help shows in place of the value.
func (c choice) Type() string { return strings.Join(c.words, "|") }

func oneOf(s string, words []string) error {
	if slices.Contains(words, s) {
		return nil
	}
	return fmt.Errorf("unknown value%s", hint(s, words, ""))
}

// hint returns ` (did you mean "x"?)`; when nothing is near, the words if they
// are few, else the command that lists them.
func hint(word string, words []string, command string) string {
	const few = 14
	if near := yamldoc.Suggest(word, words); near != "" {
		return fmt.Sprintf(" (did you mean %q?)", near)
	}
	if command != "" {
		return fmt.Sprintf(" (%q lists them)", command)
	}
	if len(words) > few {
		return ""
	}
	return " (use " + strings.Join(words, ", ") + ")"
}

// addChoice adds a flag that takes one of words, with completion.
func addChoice(cmd *cobra.Command, value *string, name, initial, usage string, words ...string) {
	*value = initial
	cmd.Flags().Var(choice{value, words}, name, usage)
	complete(cmd, name, func() []string { return words })
}

// complete lets the shell complete a flag's value; words are fetched only then.
func complete(cmd *cobra.Command, flag string, words func() []string) {
	// The error is only ever that the flag doesn't exist, which every run of help would show.
	_ = cmd.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words(), cobra.ShellCompDirectiveNoFileComp
	})
}

// workers is a flag that takes a number of workers, 0 for one a core.
type workers int

// String is the number now.
func (w *workers) String() string { return strconv.Itoa(int(*w)) }

// Set takes a number.
func (w *workers) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > maxWorkers {
		return fmt.Errorf("write a whole number from 0 to %d", maxWorkers)
	}
	*w = workers(n)
	return nil
}

// Type is what help shows in place of the value.
func (w *workers) Type() string { return "N" }

const maxWorkers = 1024
