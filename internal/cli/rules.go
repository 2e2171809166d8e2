package cli

import (
	"github.com/spf13/cobra"

	"github.com/postvet/postvet/internal/project"
	"github.com/postvet/postvet/internal/rule"
)

func (a *app) rulesCommand() *cobra.Command {
	return a.group("rules", "The rules", a.rulesList(), a.rulesTest(), a.rulesSchema())
}

func (a *app) rulesList() *cobra.Command {
	var o settingsOptions
	var format string
	c := &cobra.Command{
		Use:   "list",
		Short: "List the rules and the severity they have here",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			p, err := a.open(&o)
			if err != nil {
				return err
			}
			severity := func(r *rule.Rule) string {
				if !p.Uses(r) {
					return rule.Off.String()
				}
				return r.Severity.Default.String()
			}
			return show(a, format, listing[*rule.Rule]{
				items: p.Set.Rules,
				group: func(r *rule.Rule) string { return r.Pack.Name },
				row:   func(r *rule.Rule) []string { return []string{"  " + r.ID, severity(r), r.Title} },
				json: func(r *rule.Rule) any {
					return map[string]any{
						"id": r.ID, "pack": r.Pack.Name, "title": r.Title, "message": r.Message, "why": r.Why, "instead": r.Instead,
						"severity": severity(r), "severities": severities(r.Severity), "enabled": p.Uses(r), "optional": r.Optional, "private": r.Private, "references": r.References,
					}
				},
			})
		},
	}
	o.addTo(a, c)
	addListFormat(c, &format)
	return c
}

func (a *app) rulesSchema() *cobra.Command {
	var settings bool
	c := &cobra.Command{
		Use:   "schema",
		Short: "Write the JSON Schema of packs, for editors",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			schema := rule.Schema()
			if settings {
				schema = project.SettingsSchema()
			}
			_, err := a.out.Write(schema)
			return err
		},
	}
	c.Flags().BoolVar(&settings, "settings", false, "that of .postvet.yaml instead")
	return c
}
