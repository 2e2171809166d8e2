package rule

import (
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/post"
)

// Severity of a finding. Error: must not be published. Warning: a person must
// look. Notice: advice. Off: no finding.
type Severity uint8

// The severities, mildest first.
const (
	Off Severity = iota
	Notice
	Warning
	Error
)

var severityNames = [...]string{Off: "off", Notice: "notice", Warning: "warning", Error: "error"}

// String returns the severity as rules and settings write it.
func (s Severity) String() string { return severityNames[s] }

// SeverityNames returns all severities as they are written, mildest first.
func SeverityNames() []string { return severityNames[:] }

// ParseSeverity reads a severity as rules and settings write it.
func ParseSeverity(name string) (Severity, bool) {
	i := slices.Index(severityNames[:], name)
	return Severity(max(i, 0)), i >= 0
}

// Severities is a rule's severity with its exceptions by kind, account,
// audience, platform or place.
type Severities struct {
	Default Severity
	By      []SeverityFor
}

// SeverityFor is one entry of a severity map.
type SeverityFor struct {
	Name, Value string // metadata name (kind, account, audience, platform, jurisdiction) and value
	Severity    Severity
}

// For returns the severity for a post of these metadata: for each place it is
// published in, the strictest entry that fits, else the default; over several
// places the strictest. Of entries for places only the nearest counts, and
// none where the post names no place.
func (s Severities) For(meta *post.Meta) Severity {
	if len(s.By) == 0 {
		return s.Default
	}
	worst, some := Off, false
	for _, e := range s.By {
		if e.Name != placeName && slices.Contains(said(meta, e.Name), e.Value) {
			worst, some = max(worst, e.Severity), true
		}
	}
	places := said(meta, placeName)
	strictest := Off
	for _, place := range places {
		here, fits := worst, some
		if e := s.nearest(place); e != nil {
			here, fits = max(here, e.Severity), true
		}
		if !fits {
			here = s.Default
		}
		strictest = max(strictest, here)
	}
	switch {
	case len(places) > 0:
		return strictest
	case some:
		return worst
	}
	return s.Default
}

// nearest returns the entry for the place or the closest place around it.
func (s Severities) nearest(place string) *SeverityFor {
	for ; place != ""; place = post.PlaceAround(place) {
		for i, e := range s.By {
			if e.Name == placeName && e.Value == place {
				return &s.By[i]
			}
		}
	}
	return nil
}

// Worst returns the strictest severity the rule can have.
func (s Severities) Worst() Severity {
	worst := s.Default
	for _, e := range s.By {
		worst = max(worst, e.Severity)
	}
	return worst
}

// String returns the severities in words: "warning (ad error, au error)".
func (s Severities) String() string {
	if len(s.By) == 0 {
		return s.Default.String()
	}
	by := make([]string, len(s.By))
	for i, e := range s.By {
		by[i] = e.Value + " " + e.Severity.String()
	}
	return s.Default.String() + " (" + strings.Join(by, ", ") + ")"
}
