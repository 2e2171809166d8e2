package rule

import (
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/post"
)

// Condition asks something of a post's metadata. It holds where the post's
// value is one of Values, or where one of Missing and Present is set and so.
type Condition struct {
	Name    string
	Values  []string // any of these
	Missing bool
	Present bool
}

// Holds reports whether the metadata are as the condition says. A place holds
// for all places in it; a post that names no place is in every place, and one
// that names no platform is on none.
func (c *Condition) Holds(meta *post.Meta) bool {
	got := said(meta, c.Name)
	switch {
	case len(got) == 0 && c.Name == placeName && len(c.Values) > 0:
		return true
	case len(got) == 0:
		return c.Missing
	case c.Present:
		return true
	}
	return slices.ContainsFunc(got, func(value string) bool {
		if c.Name == placeName {
			return c.holdsIn(value)
		}
		return slices.Contains(c.Values, value)
	})
}

// Hold reports whether all conditions hold.
func Hold(conditions []Condition, meta *post.Meta) bool {
	for i := range conditions {
		if !conditions[i].Holds(meta) {
			return false
		}
	}
	return true
}

// HoldsFor reports whether one item of a post's media is as all conditions
// say.
func HoldsFor(conditions []Condition, item *post.Media) bool {
	for _, c := range conditions {
		got := item.Get(c.Name)
		switch {
		case got == "":
			if !c.Missing {
				return false
			}
		case !c.Present && !slices.Contains(c.Values, got):
			return false
		}
	}
	return true
}

// holdsIn reports whether the condition, one on the place, holds there.
func (c *Condition) holdsIn(place string) bool {
	return slices.ContainsFunc(c.Values, func(whole string) bool { return liesIn(place, whole) })
}

// String returns the condition in words: "kind post or ad", "consent missing".
func (c *Condition) String() string {
	values := slices.Clone(c.Values)
	if c.Missing {
		values = append(values, "missing")
	}
	if c.Present {
		values = append(values, "present")
	}
	return c.Name + " " + strings.Join(values, " or ")
}
