package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/project"
	"github.com/postvet/postvet/internal/report"
	"github.com/postvet/postvet/internal/rule"
)

func (a *app) explainCommand() *cobra.Command {
	var o settingsOptions
	c := &cobra.Command{
		Use:     "explain RULE|POLICY",
		Short:   "Explain a rule or a policy",
		Long:    "Explain a rule: what it flags, why, what to write instead, examples, its\nreferences, and the value in force with where it came from. Or a policy: what\nit says, where it stands, and the rules behind it.",
		Example: "  postvet explain guaranteed-outcome\n  postvet explain cap-12.9",
		Args:    one("a rule or a policy", "postvet rules list"),
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := a.open(&o)
			if err != nil {
				return err
			}
			return a.explain(p, args[0])
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return a.ids(&o), cobra.ShellCompDirectiveNoFileComp
		},
	}
	o.addTo(a, c)
	return c
}

func (a *app) explain(p *project.Project, id string) error {
	if r := p.Set.Rule(id); r != nil {
		return a.print(func(page *report.Page) { explainRule(page, p, r) })
	}
	if policy := p.Set.Policies[id]; policy != nil {
		return a.print(func(page *report.Page) { explainPolicy(page, p.Set, policy) })
	}
	for _, r := range clearance.Rules() {
		if r.ID == id {
			return a.print(func(page *report.Page) { explainNote(page, r) })
		}
	}
	return fmt.Errorf("no rule or policy is called %q%s", id, hint(id, append(p.Set.RuleIDs(), policyIDs(p.Set)...), "postvet rules list"))
}

// explainNote explains a rule of the reserved pack, which no settings change.
func explainNote(page *report.Page, r *rule.Rule) {
	page.Heading(r.ID, "pack "+r.Pack.Name)
	page.Line(r.Title + ".")
	page.Line("")
	page.Row("why", r.Why)
	page.Row("instead", r.Instead)
	page.Row("severity", severities(r.Severity))
}

func explainRule(page *report.Page, p *project.Project, r *rule.Rule) {
	page.Heading(r.ID, "pack "+r.Pack.Name)
	if r.Title != "" {
		page.Line(r.Title + ".")
		page.Line("")
	}
	page.Row("message", r.Message)
	page.Row("why", r.Why)
	page.Row("instead", r.Instead)
	page.Row("severity", severities(r.Severity))
	page.Row("applies", applies(r))
	if r.Private {
		page.Row("private", "What it matches can identify a person and is hidden wherever others could read it.")
	}
	page.Row("in force", inForce(p, r))
	examples(page, "Flagged", r.Flagged)
	examples(page, "Not flagged", r.Allowed)
	if len(r.References) == 0 {
		return
	}
	page.Line("")
	page.Line("References")
	for _, id := range r.References {
		if policy := p.Set.Policies[id]; policy != nil {
			page.Item(report.PolicyName(policy), policy.ID+" · "+policy.Jurisdiction, policy.URL)
		}
	}
}

// severities says the default and the exceptions: "warning; error where kind is ad".
func severities(s rule.Severities) string {
	parts := []string{s.Default.String()}
	for severity := rule.Error; ; severity-- {
		var where []string
		for _, by := range s.By {
			if by.Severity == severity {
				where = append(where, by.Name+" "+by.Value)
			}
		}
		if len(where) > 0 {
			parts = append(parts, severity.String()+" for "+strings.Join(where, ", "))
		}
		if severity == rule.Off {
			return strings.Join(parts, "; ")
		}
	}
}

// applies says for which posts the rule is meant.
func applies(r *rule.Rule) string {
	var all []string
	for i := range r.When {
		all = append(all, r.When[i].String())
	}
	return strings.Join(all, "; ")
}

// inForce says whether and how the rule is checked, and who decided it.
func inForce(p *project.Project, r *rule.Rule) string {
	state := "on"
	switch {
	case !p.Chose(r.Pack):
		state = "off: its pack wasn't chosen"
	case !r.Enabled && r.Optional && len(r.Changes) == 0:
		state = "off until settings switch it on"
	case !r.Enabled:
		state = "off"
	}
	from := "the pack, " + r.Pack.Path
	var changes []string
	for _, c := range r.Changes {
		changes = append(changes, fmt.Sprintf("%s %s by %s", c.What, c.Value, c.From))
	}
	if len(changes) > 0 {
		from = strings.Join(changes, "; ")
	}
	return state + " (" + from + ")"
}

func examples(page *report.Page, title string, all []rule.Example) {
	if len(all) == 0 {
		return
	}
	page.Line("")
	page.Line(title)
	for i := range all {
		page.Item(all[i].String())
	}
}

func explainPolicy(page *report.Page, set *rule.Set, policy *rule.Policy) {
	page.Heading(policy.ID, policy.Jurisdiction)
	page.Line(policy.Title)
	page.Line("")
	page.Row("issuer", policy.Issuer)
	page.Row("section", policy.Section)
	page.Row("says", policy.Summary)
	page.Row("read at", policy.URL)
	if policy.Verified {
		page.Row("verified", "yes: "+policy.Source)
	} else {
		page.Row("verified", "not verified: written from memory, read it at its issuer before you rely on it")
	}
	page.Row("note", policy.Note)
	var ids []string
	for _, r := range set.Rules {
		if slices.Contains(r.References, policy.ID) {
			ids = append(ids, r.ID)
		}
	}
	if len(ids) == 0 {
		ids = []string{"none yet"}
	}
	page.Row("rules", strings.Join(ids, ", "))
}
