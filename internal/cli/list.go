package cli

import (
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"github.com/postvet/postvet/internal/report"
	"github.com/postvet/postvet/internal/rule"
)

// listing is a list that a command shows: as a table for people, as JSON for
// programs.
type listing[T any] struct {
	items []T
	group func(T) string // what a table starts anew for; nil for one table
	row   func(T) []string
	json  func(T) any
}

// addListFormat adds the flag that chooses between the two.
func addListFormat(c *cobra.Command, format *string) {
	addChoice(c, format, "format", "text", "how the list is written", "text", "json")
}

// show writes a listing in the format.
func show[T any](a *app, format string, l listing[T]) error {
	if format == "json" {
		all := make([]any, len(l.items))
		for i, item := range l.items {
			all[i] = l.json(item)
		}
		return a.printJSON(all)
	}
	return a.printTable(func(page *report.Page) {
		var rows [][]string
		for i, item := range l.items {
			rows = append(rows, l.row(item))
			last := i == len(l.items)-1
			switch {
			case l.group == nil && last:
				page.Table(rows)
			case l.group != nil && (last || l.group(l.items[i+1]) != l.group(item)):
				page.Heading(l.group(item), "")
				page.Table(rows)
				page.Line("")
				rows = nil
			}
		}
	})
}

// one asks for exactly one argument; what names it.
func one(what, list string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 1 {
			return nil
		}
		return fmt.Errorf("%s takes %s, found %d arguments (%q lists them)", cmd.CommandPath(), what, len(args), list)
	}
}

// some asks for at least one argument.
func some(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return nil
		}
		return fmt.Errorf("%s takes %s", cmd.CommandPath(), what)
	}
}

func policyIDs(set *rule.Set) []string { return slices.Sorted(maps.Keys(set.Policies)) }

// ids returns all rules and policies, for completion; nothing when they can't be read.
func (a *app) ids(o *settingsOptions) []string {
	p, err := a.open(o)
	if err != nil {
		return nil
	}
	return append(p.Set.RuleIDs(), policyIDs(p.Set)...)
}

func (a *app) ruleIDs(o *settingsOptions) []string {
	p, err := a.open(o)
	if err != nil {
		return nil
	}
	return p.Set.RuleIDs()
}
