package rule

import (
	"slices"
	"strings"
)

func (w *referenceWriter) elements() {
	w.line("\n## Elements of a policy\n")
	w.line("What policies for social media in health care ask for, in %d elements, and the rules that carry them.", len(w.coverage.Elements))
	w.line("Where a draft alone can't show whether an element is kept, the reason stands in place of a rule or beside it; for the last group, what the tool does.\n")
	w.line("| element | checked by | rules | references |")
	w.line("| --- | --- | --- | --- |")
	for _, e := range w.coverage.Elements {
		rules := links(e.Rules)
		if e.Note != "" {
			rules = strings.TrimSpace(rules + " *" + cell(e.Note) + "*")
		}
		w.line("| %s**%s** %s | %s | %s | %s |", anchor(e.ID), e.ID, cell(e.Title), howWords(e.How), rules, links(w.referencesOf(e.Rules)))
	}
}

// howWords says how an element is checked.
func howWords(how []string) string {
	return strings.NewReplacer(unseenHow, "not from a single draft", supportHow, "nothing to check").Replace(strings.Join(how, ", "))
}

func (w *referenceWriter) safeHarbor() {
	w.line("\n## Safe Harbor\n")
	w.line("The identifiers that must go before health information counts as de-identified under [45 CFR 164.514(b)(2)](#hipaa-164.514-b-2), the rules that look for them, and the recognisers these use.\n")
	w.line("| identifier | rules | recognisers | flagged, for example |")
	w.line("| --- | --- | --- | --- |")
	for _, i := range w.coverage.SafeHarbor {
		rules := links(i.Rules)
		if i.Note != "" {
			rules += " *" + cell(i.Note) + "*"
		}
		w.line("| **%s** %s | %s | %s | %s |", i.Letter, cell(i.Title), rules, strings.Join(i.Recognisers, ", "), cell(i.Example))
	}
}

func (w *referenceWriter) unseen() {
	w.line("\n## What no single draft can show\n")
	w.line("A check reads one draft and what its record says. These duties need something that isn't in a draft; they are for people, or for tools that see accounts and their history.\n")
	w.line("| duty | elements | why a draft can't show it | who or what can |")
	w.line("| --- | --- | --- | --- |")
	for _, u := range w.coverage.Unseen {
		w.line("| %s | %s | %s | %s |", cell(u.Duty), links(u.Elements), cell(u.Why), cell(u.Who))
	}
}

// policies lists each policy that a rule refers to, once, by place.
func (w *referenceWriter) policies() {
	used := map[string][]string{}
	for _, r := range w.set.Rules {
		for _, id := range r.References {
			used[id] = append(used[id], r.ID)
		}
	}
	places := map[string][]string{}
	for _, id := range policyIDs(w.set.Policies) {
		if p := w.set.Policies[id]; used[id] != nil {
			places[p.Jurisdiction] = append(places[p.Jurisdiction], id)
		}
	}
	w.line("\n## Policies\n")
	w.line("%d policies stand behind the rules. `postvet explain POLICY` lists the rules of each. [Contents](#shipped-rules)\n", len(used))
	w.line("| policy | place | title | issuer, section | rules |")
	w.line("| --- | --- | --- | --- | ---: |")
	for _, place := range sortedPlaces(places) {
		for _, id := range places[place] {
			p := w.set.Policies[id]
			w.line("| %s%s | %s | %s | %s | %d |", anchor(id), id, place, p.link(), p.where(), len(used[id]))
		}
	}
}

// link is the policy's title, linked where it has an address, and marked
// where nobody has read it at its source.
func (p *Policy) link() string {
	title := cell(p.Title)
	if p.URL != "" {
		title = "[" + title + "](" + strings.NewReplacer(" ", "%20", ")", "%29", "|", "%7C").Replace(p.URL) + ")"
	}
	if !p.Verified {
		title += " *not verified*"
	}
	return title
}

func (p *Policy) where() string {
	if p.Section == "" {
		return cell(p.Issuer)
	}
	return cell(p.Issuer + ", " + p.Section)
}

// referencesOf returns the policies of some rules, each once, sorted.
func (w *referenceWriter) referencesOf(rules []string) []string {
	var ids []string
	for _, id := range rules {
		ids = append(ids, w.set.Rule(id).References...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// carriedBy returns links to the elements and identifiers that a rule carries.
func (c *Coverage) carriedBy(rule string) []string {
	var carries []string
	for _, e := range c.Elements {
		if slices.Contains(e.Rules, rule) {
			carries = append(carries, links([]string{e.ID}))
		}
	}
	var letters string
	for _, i := range c.SafeHarbor {
		if slices.Contains(i.Rules, rule) {
			letters += i.Letter
		}
	}
	if letters != "" {
		carries = append(carries, "[Safe Harbor](#safe-harbor) "+strings.Join(strings.Split(letters, ""), ", "))
	}
	return carries
}

// anchor is a place that links can lead to.
func anchor(id string) string { return `<a id="` + strings.ToLower(id) + `"></a>` }

// links returns names as links to their anchors.
func links(names []string) string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = "[" + name + "](#" + strings.ToLower(name) + ")"
	}
	return strings.Join(all, ", ")
}
