package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/postvet/postvet/internal/project"
	"github.com/postvet/postvet/internal/report"
	"github.com/postvet/postvet/internal/rule"
)

func (a *app) packsCommand() *cobra.Command {
	return a.group("packs", "The rule packs", a.packsList(), a.packsShow(), a.packsLint())
}

func (a *app) packsList() *cobra.Command {
	var o settingsOptions
	var format string
	c := &cobra.Command{
		Use:   "list",
		Short: "List the packs and whether they are in use here",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			p, err := a.open(&o)
			if err != nil {
				return err
			}
			state := func(pack *rule.Pack) string {
				if p.Chose(pack) {
					return "in use"
				}
				return "not in use"
			}
			return show(a, format, listing[*rule.Pack]{
				items: p.Set.Packs,
				row: func(pack *rule.Pack) []string {
					return []string{pack.Name, pack.Version, state(pack), pack.Summary}
				},
				json: func(pack *rule.Pack) any {
					return map[string]any{
						"name": pack.Name, "title": pack.Title, "summary": pack.Summary, "version": pack.Version,
						"effective": pack.Effective, "review_by": pack.ReviewBy, "path": pack.Path, "shipped": pack.Shipped, "in_use": p.Chose(pack),
					}
				},
			})
		},
	}
	o.addTo(a, c)
	addListFormat(c, &format)
	return c
}

func (a *app) packsShow() *cobra.Command {
	var o settingsOptions
	c := &cobra.Command{
		Use:   "show PACK",
		Short: "Show a pack and its rules",
		Args:  one("a pack", "postvet packs list"),
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := a.open(&o)
			if err != nil {
				return err
			}
			pack := p.Set.Pack(args[0])
			if pack == nil {
				return fmt.Errorf("unknown pack %q%s", args[0], hint(args[0], packNames(p.Set), "postvet packs list"))
			}
			return a.print(func(page *report.Page) { showPack(page, p.Set, pack) })
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return a.packNames(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	o.addTo(a, c)
	return c
}

func showPack(page *report.Page, set *rule.Set, pack *rule.Pack) {
	page.Heading(pack.Name, pack.Version)
	page.Line(pack.Title)
	page.Line("")
	page.Row("about", pack.Summary)
	page.Row("from", pack.Path)
	page.Row("since", pack.Effective)
	page.Row("review", pack.ReviewBy)
	page.Line("")
	var rows [][]string
	for _, r := range set.Rules {
		if r.Pack == pack {
			rows = append(rows, []string{"  " + r.ID, r.Severity.Default.String(), r.Title})
		}
	}
	page.Table(rows)
}

func (a *app) packsLint() *cobra.Command {
	return &cobra.Command{
		Use:   "lint FILE...",
		Short: "Say what is wrong with packs and what good ones have besides",
		Args:  some("the files of packs"),
		RunE: func(_ *cobra.Command, args []string) error {
			shipped, err := project.Shipped()
			if err != nil {
				return err
			}
			set, names, err := project.LoadPacks(args, shipped)
			if err != nil {
				return err
			}
			bad := 0
			for _, name := range names {
				for _, problem := range set.Lint(name) {
					bad++
					if err := a.printLine(problem.String()); err != nil {
						return err
					}
				}
			}
			if bad > 0 {
				return status(exitFindings)
			}
			return a.printLine(fmt.Sprintf("%s: nothing to add", report.Count(len(names), "pack")))
		},
	}
}

func packNames(set *rule.Set) []string {
	var all []string
	for _, p := range set.Packs {
		all = append(all, p.Name)
	}
	return all
}

// packNames returns the shipped packs, for completion; nothing when they can't be read.
func (a *app) packNames() []string {
	set, err := project.Shipped()
	if err != nil {
		return nil
	}
	return packNames(set)
}
