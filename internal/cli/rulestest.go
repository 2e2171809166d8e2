package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/project"
	"github.com/postvet/postvet/internal/report"
)

func (a *app) rulesTest() *cobra.Command {
	return &cobra.Command{
		Use:   "test PACK...",
		Short: "Run the examples of packs, shipped names or paths",
		Args:  some("packs: shipped names or paths"),
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := project.Open(project.Options{NoConfig: true, Flags: map[string][]string{"packs": args}})
			if err != nil {
				return err
			}
			return a.testRules(p)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return a.packNames(), cobra.ShellCompDirectiveDefault
		},
	}
}

// testRules runs the examples of the chosen packs and names each that fails.
func (a *app) testRules(p *project.Project) error {
	var ids []string
	examples := 0
	for _, r := range p.Set.Rules {
		if p.Chose(r.Pack) {
			ids = append(ids, r.ID)
			examples += len(r.Flagged) + len(r.Allowed)
		}
	}
	failures := check.Examples(p.Set, ids, p.Organisation)
	for _, f := range failures {
		if err := a.printLine(fmt.Sprintf("%s:%d: %s: %s", f.Rule.Pack.Path, f.Example.Line, f.Rule.ID, f.Problem)); err != nil {
			return err
		}
	}
	if len(failures) > 0 {
		return status(exitFindings)
	}
	return a.printLine(fmt.Sprintf("%s, %s: all behave", report.Count(len(ids), "rule"), report.Count(examples, "example")))
}
