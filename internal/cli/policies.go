package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/postvet/postvet/internal/project"
	"github.com/postvet/postvet/internal/report"
	"github.com/postvet/postvet/internal/rule"
)

func (a *app) policiesCommand() *cobra.Command {
	return a.group("policies", "The laws, standards and guidelines behind the rules", a.policiesList(), a.policiesShow())
}

func (a *app) policiesList() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "list",
		Short: "List all policies",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			set, err := project.Shipped()
			if err != nil {
				return err
			}
			l := listing[*rule.Policy]{
				row: func(p *rule.Policy) []string { return []string{p.ID, p.Jurisdiction, report.PolicyName(p)} },
				json: func(p *rule.Policy) any {
					return map[string]any{
						"id": p.ID, "title": p.Title, "issuer": p.Issuer, "section": p.Section, "jurisdiction": p.Jurisdiction,
						"url": p.URL, "summary": p.Summary, "verified": p.Verified,
					}
				},
			}
			for _, id := range policyIDs(set) {
				l.items = append(l.items, set.Policies[id])
			}
			return show(a, format, l)
		},
	}
	addListFormat(c, &format)
	return c
}

func (a *app) policiesShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show ID",
		Short: "Show what a policy says, where it stands, and the rules behind it",
		Args:  one("a policy", "postvet policies list"),
		RunE: func(_ *cobra.Command, args []string) error {
			set, err := project.Shipped()
			if err != nil {
				return err
			}
			policy := set.Policies[args[0]]
			if policy == nil {
				return fmt.Errorf("unknown policy %q%s", args[0], hint(args[0], policyIDs(set), "postvet policies list"))
			}
			return a.print(func(page *report.Page) { explainPolicy(page, set, policy) })
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			set, err := project.Shipped()
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return policyIDs(set), cobra.ShellCompDirectiveNoFileComp
		},
	}
}
