package rule

// Policy is a law, standard or guideline that a rule refers to.
type Policy struct {
	ID, Title, Issuer, Section, Jurisdiction, URL, Summary string
	Verified                                               bool   // section and substance were read at Source
	Source                                                 string // where they were read, "" if from memory
	Note                                                   string // what was read and what wasn't
}

// global is the jurisdiction of a policy that applies everywhere.
const global = "global"

// Applies reports whether the policy applies in one of the places; with no
// place, every policy does.
func (p *Policy) Applies(places []string) bool {
	if len(places) == 0 || p.Jurisdiction == global {
		return true
	}
	for _, place := range places {
		if liesIn(place, p.Jurisdiction) {
			return true
		}
	}
	return false
}
