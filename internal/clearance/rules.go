package clearance

import "github.com/postvet/postvet/internal/rule"

// The rules of the reserved pack.
const (
	unknown    = "unknown-waiver"
	expired    = "expired-waiver"
	unused     = "unused-waiver"
	incomplete = "incomplete-waiver"
)

// Rules returns the rules of the reserved pack postvet, which no file holds
// and no settings change.
func Rules() []*rule.Rule {
	pack := &rule.Pack{Name: "postvet", Title: "Waivers", Summary: "What is wrong with waivers themselves."}
	warning := rule.Severities{Default: rule.Warning}
	return []*rule.Rule{
		{ID: unknown, Pack: pack, Severity: warning, Enabled: true,
			Title:   "A waiver of a rule that doesn't exist",
			Message: "no rule has the name that this waiver gives",
			Why:     "It clears nothing, though whoever wrote it believes it does.",
			Instead: "Write the rule's name as findings show it."},
		{ID: expired, Pack: pack, Severity: warning, Enabled: true,
			Title:   "A waiver that has ended",
			Message: "this waiver has ended",
			Why:     "Somebody decided that the finding was fine until that day, and not beyond.",
			Instead: "Change the text, or have it looked at again and give the waiver a new day."},
		{ID: unused, Pack: pack, Severity: warning, Enabled: true,
			Title:   "A waiver that clears nothing",
			Message: "nothing is left for this waiver to clear",
			Why:     "A waiver that stays behind clears the next mistake that nobody has looked at.",
			Instead: "Take it out. One for a private finding holds for one text alone: look at the new one first."},
		{ID: incomplete, Pack: pack, Severity: warning, Enabled: true,
			Title:   "A waiver that lacks something",
			Message: "this waiver lacks something",
			Why:     "Without a reason, and a name where a person could be identified, nobody can answer for it later; until then it clears nothing.",
			Instead: `Write allow RULE reason="…", with until=YYYY-MM-DD if it shall end, and by="…" and content=… for private rules.`},
	}
}
