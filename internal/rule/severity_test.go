package rule

import (
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/post"
)

// metaOf returns the metadata of a post that says "kind: ad; jurisdiction: uk us".
func metaOf(t *testing.T, said string) *post.Meta {
	t.Helper()
	e := Example{Text: "Hello."}
	for _, pair := range strings.Split(said, "; ") {
		if name, values, ok := strings.Cut(pair, ": "); ok {
			e.Meta = append(e.Meta, Value{name, strings.Fields(values)})
		}
	}
	p := (&Rule{}).Post(&e, "test")
	if p.Err != nil {
		t.Fatal(p.Err)
	}
	return &p.Meta
}

// severitiesOf reads a severity as a pack writes it.
func severitiesOf(t *testing.T, text string) Severities {
	t.Helper()
	set, problems := load(rules(strings.Replace(ok, "severity: error", "severity: "+text, 1)), nil)
	if problems != nil {
		t.Fatal(problems)
	}
	return set.Rules[0].Severity
}

func TestSeverityFor(t *testing.T) {
	tests := []struct {
		severity, said string
		want           Severity
	}{
		{"warning", "jurisdiction: uk", Warning},
		{"{default: warning, ad: error}", "", Warning},
		{"{default: warning, ad: error}", "kind: ad", Error},
		{"{default: warning, official: error}", "", Error},                                              // a post that doesn't say is official
		{"{default: warning, x: error}", "", Warning},                                                   // on no platform
		{"{default: warning, personal: notice}", "account: personal", Notice},                           // milder than the default
		{"{default: warning, personal: notice, reply: error}", "account: personal; kind: reply", Error}, // strictest that fits
		{"{default: error, uk: off}", "jurisdiction: uk", Off},                                          // off in a place
		{"{default: error, uk: off}", "jurisdiction: uk us", Error},                                     // the strictest place
		{"{default: notice, uk: error}", "", Notice},                                                    // no place: the default
		{"{default: notice, uk: error, ad: warning}", "kind: ad", Warning},                              // no place: what else fits
		{"{default: notice, ca: error, ca-on: warning}", "jurisdiction: ca-on", Warning},                // nearest wins
		{"{default: notice, ca: error, ca-on: warning}", "jurisdiction: ca", Error},                     // not a part's
		{"{default: notice, ca: warning}", "jurisdiction: ca-on", Warning},                              // a part has the whole's
		{"{default: notice, eu: error}", "jurisdiction: ie", Error},                                     // Ireland lies in the EU
		{"{default: notice, eu: error, ie: off}", "jurisdiction: ie", Off},                              // and is nearer
		{"{default: notice, us: error}", "jurisdiction: us-ny", Error},                                  // states
		{"{default: notice, us: error, us-ny: warning}", "jurisdiction: us-ny us-ca", Error},            // over several the strictest
		{"{default: notice, au: warning, reply: off}", "jurisdiction: au nz; kind: reply", Warning},     // each place with what else fits
		{"{default: warning, nz: off, reply: off}", "jurisdiction: nz; kind: reply", Off},               // all that fit are off
		{"{default: warning, nz: off}", "jurisdiction: au", Warning},                                    // elsewhere the default
		{"{default: warning, public: notice, professional: off}", "audience: professional", Off},        // by audience
		{"{default: warning, instagram: error, tiktok: off}", "platform: instagram", Error},             // by platform
	}
	for _, test := range tests {
		if got := severitiesOf(t, test.severity).For(metaOf(t, test.said)); got != test.want {
			t.Errorf("severity %s of a post %q: got %s, want %s", test.severity, test.said, got, test.want)
		}
	}
}

func TestConditions(t *testing.T) {
	tests := []struct {
		when, said string
		want       bool
	}{
		{"{kind: ad}", "kind: ad", true},
		{"{kind: ad}", "", false},
		{"{kind: post}", "", true}, // a post that doesn't say is an official, public post
		{"{account: official, audience: public}", "", true},
		{"{kind: [ad, story]}", "kind: story", true},
		{"{kind: ad, platform: x}", "kind: ad; platform: tiktok", false}, // all keys
		{"{platform: x}", "", false},                                     // without a platform, none
		{"{jurisdiction: uk}", "", true},                                 // without a place, all
		{"{jurisdiction: uk}", "jurisdiction: us", false},
		{"{jurisdiction: uk}", "jurisdiction: us uk", true},
		{"{jurisdiction: us}", "jurisdiction: us-tx", true},
		{"{jurisdiction: us-tx}", "jurisdiction: us", false},
		{"{jurisdiction: eu}", "jurisdiction: ie", true},
		{"{jurisdiction: missing}", "", true},
		{"{jurisdiction: missing}", "jurisdiction: uk", false},
		{"{consent: missing}", "", true},
		{"{consent: missing}", "consent: C-1", false},
		{"{consent: present}", "consent: C-1", true},
		{"{consent: present}", "", false},
		{"{consent: [missing, C-1]}", "consent: C-1", true},
		{"{consent: [missing, C-1]}", "consent: C-2", false},
		{"{sponsored: true}", "sponsored: true", true},
		{"{sponsored: true}", "", false},
	}
	for _, test := range tests {
		set, problems := load(rules(ok+"    when: "+test.when+"\n"), nil)
		if problems != nil {
			t.Fatal(test.when, problems)
		}
		if got := Hold(set.Rules[0].When, metaOf(t, test.said)); got != test.want {
			t.Errorf("when %s of a post %q: got %v, want %v", test.when, test.said, got, test.want)
		}
	}
}

func TestPolicyApplies(t *testing.T) {
	tests := []struct {
		policy, places string
		want           bool
	}{
		{"uk", "uk us", true}, {"uk", "us", false}, {"uk", "", true}, {"global", "us", true},
		{"us", "us-ny", true}, {"us-ny", "us", false}, {"eu", "ie", true},
	}
	for _, test := range tests {
		p := Policy{Jurisdiction: test.policy}
		if got := p.Applies(strings.Fields(test.places)); got != test.want {
			t.Errorf("a policy of %s in %q: got %v, want %v", test.policy, test.places, got, test.want)
		}
	}
}

func TestSeverityKeysAreUnambiguous(t *testing.T) {
	of := map[string]string{"default": "itself"}
	for _, name := range severityKeys {
		for _, value := range valuesOf(name) {
			if before, twice := of[value]; twice {
				t.Errorf("%s is a value of %s and of %s", value, before, name)
			}
			of[value] = name
		}
	}
}
