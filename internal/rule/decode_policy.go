package rule

import (
	"slices"

	"github.com/postvet/postvet/internal/yamldoc"
)

// policyReader reads one policy of the catalogue.
type policyReader struct {
	*reader
	policy *Policy
}

func policyKeys() []key[*policyReader] {
	type pr = *policyReader
	text := func(name string, to func(*Policy) *string) func(pr, *yamldoc.Node) {
		return func(r pr, n *yamldoc.Node) {
			if n.Kind == yamldoc.Scalar && n.Value == "" {
				return // an address or section may be unknown
			}
			*to(r.policy) = r.text(n, name)
		}
	}
	row := func(name string, need bool, to func(*Policy) *string) key[pr] {
		return key[pr]{name: name, need: need, read: text(name, to)}
	}
	return []key[pr]{
		row("id", true, func(p *Policy) *string { return &p.ID }),
		row("title", true, func(p *Policy) *string { return &p.Title }),
		row("issuer", true, func(p *Policy) *string { return &p.Issuer }),
		row("section", false, func(p *Policy) *string { return &p.Section }),
		{name: "jurisdiction", need: true, read: pr.readPlace},
		row("url", false, func(p *Policy) *string { return &p.URL }),
		row("summary", true, func(p *Policy) *string { return &p.Summary }),
		{name: "status", need: true, read: pr.readStatus},
		row("verified_from", false, func(p *Policy) *string { return &p.Source }),
		row("note", false, func(p *Policy) *string { return &p.Note }),
	}
}

func (r *policyReader) readPlace(n *yamldoc.Node) {
	r.policy.Jurisdiction = r.Enum(n, "jurisdiction", append(valuesOf(placeName), global)...)
}

func (r *policyReader) readStatus(n *yamldoc.Node) {
	r.policy.Verified = r.Enum(n, "status", "verified", "from-memory") == "verified"
}

// readPolicies reads the policy catalogue.
func (l *loader) readPolicies(path string, data []byte) {
	root, problems := yamldoc.Parse(path, data)
	l.problems = append(l.problems, problems...)
	if root == nil {
		return
	}
	r := reader{yamldoc.Decoder{Path: path, Quote: true}}
	policies := map[string]*Policy{}
	for _, n := range r.List(r.Map(root, "catalogue", "policies").Get("policies"), "policies") {
		pr := policyReader{&r, &Policy{}}
		readKeys(&r.Decoder, n, "policy", policyKeys(), &pr)
		switch {
		case policies[pr.policy.ID] != nil:
			r.Report(n, "policy %q stands in the catalogue twice", pr.policy.ID)
		case pr.policy.Verified && pr.policy.Source == "":
			r.Report(n, "policy %q is verified, but verified_from doesn't say where", pr.policy.ID)
		case !pr.policy.Verified && pr.policy.Source != "":
			r.Report(n, "policy %q is from memory, but has verified_from", pr.policy.ID)
		}
		policies[pr.policy.ID] = pr.policy
	}
	if len(policies) == 0 {
		r.Report(root, "the catalogue has no policies")
	}
	l.set.Policies = policies
	l.problems = append(l.problems, r.Problems...)
}

// policyIDs returns the ids of a catalogue, sorted.
func policyIDs(policies map[string]*Policy) []string {
	ids := make([]string, 0, len(policies))
	for id := range policies {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
