package post

import (
	"slices"
	"strings"
	"time"
)

// Name is one thing that a post can say about itself, or a media item about
// itself: front matter, a field of a record, a flag or a setting.
type Name struct {
	Name    string
	Aliases []string
	Values  []string // all it can be; nil when it is free text or a date
	Accepts string   // what it can be, in words, for help and errors
	Default string   // what a post is that doesn't say, "" for nothing
	List    bool     // may have several values
	date    int      // layouts it takes: 0 none, 1 a day, 2 a day with or without a time
}

const (
	onDay = 1 + iota
	atTime
)

var names = []Name{
	enum("platform", "", "facebook", "instagram", "x", "linkedin", "tiktok", "threads", "bluesky", "mastodon", "youtube", "google", "newsletter", "website").list(),
	enum("account", "official", "official", "personal"),
	enum("kind", "post", "post", "reply", "ad", "story", "comment"),
	enum("audience", "public", "public", "professional"),
	{Name: "jurisdiction", Aliases: []string{"jurisdictions"}, Values: places(), List: true,
		Accepts: "uk, us, us- and the two letters of a state, au, ca, ca-on, ie, nz or eu"},
	text("language"),
	text("author"),
	text("author_role"),
	flag("author_licensed"),
	text("approved_by"),
	date("approved_at", atTime),
	text("clinical_reviewer"),
	date("reviewed_on", onDay),
	text("consent").list(),
	text("evidence").list(),
	flag("sponsored"),
	text("disclosure"),
	flag("bio_disclaimer"),
	text("escalated_to"),
	date("publish_at", atTime),
	date("expires", onDay),
	text("answered"),
	text("reshared"),
	{Name: "media", Accepts: "a list of items, each with file, kind, alt, people, consent, licence or credit", List: true},
}

var mediaNames = []Name{
	text("file"),
	enum("kind", "", "image", "video", "audio"),
	text("alt"),
	enum("people", "", "none", "staff", "patient", "public", "unknown"),
	text("consent").list(),
	text("licence"),
	text("credit"),
}

// Names returns everything a post can say about itself, in the order of the documentation.
func Names() []Name { return slices.Clone(names) }

// MediaNames returns everything a media item can say about itself.
func MediaNames() []Name { return slices.Clone(mediaNames) }

// NameOf returns the entry of a metadata name or an alias of one.
func NameOf(name string) (n Name, ok bool) {
	if n := nameOf(name); n != nil {
		return *n, true
	}
	return Name{}, false
}

func nameOf(name string) *Name {
	for i := range names {
		if names[i].Name == name || slices.Contains(names[i].Aliases, name) {
			return &names[i]
		}
	}
	return nil
}

// Check returns a value as the table writes it (case doesn't count where
// values are listed); ok is false for a value that isn't accepted.
func (n Name) Check(value string) (normal string, ok bool) {
	value = strings.TrimSpace(value)
	switch {
	case n.Values != nil:
		value = strings.ToLower(value)
		return value, slices.Contains(n.Values, value)
	case n.date != 0:
		return value, isDate(value, n.date == atTime)
	}
	return value, value != ""
}

// PlaceAround returns the place that a jurisdiction lies in ("us" for "us-ca",
// "eu" for "ie"), "" when there is none.
func PlaceAround(place string) string {
	if place == "ie" {
		return "eu"
	}
	around, _, inside := strings.Cut(place, "-")
	if !inside {
		return ""
	}
	return around
}

// The fifty states, the district and the territories, as the postal service abbreviates them.
const states = `al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or
	pa ri sc sd tn tx ut vt va wa wv wi wy dc as gu mp pr vi`

func places() []string {
	all := []string{"uk", "us", "au", "ca", "ca-on", "ie", "nz", "eu"}
	for _, state := range strings.Fields(states) {
		all = append(all, "us-"+state)
	}
	return all
}

func isDate(value string, withTime bool) bool {
	layouts := []string{time.DateOnly}
	if withTime {
		layouts = append(layouts, "2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02T15:04:05", time.DateTime,
			time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02 15:04 Z07:00", "2006-01-02 15:04:05 Z07:00")
	}
	return slices.ContainsFunc(layouts, func(layout string) bool {
		_, err := time.Parse(layout, value)
		return err == nil
	})
}

func enum(name, preset string, values ...string) Name {
	last := len(values) - 1
	return Name{Name: name, Values: values, Default: preset,
		Accepts: strings.Join(values[:last], ", ") + " or " + values[last]}
}

func flag(name string) Name { return enum(name, "", "true", "false") }

func text(name string) Name { return Name{Name: name, Accepts: "text"} }

func date(name string, kind int) Name {
	accepts := "a date (YYYY-MM-DD)"
	if kind == atTime {
		accepts = "a date (YYYY-MM-DD) with or without a time (HH:MM)"
	}
	return Name{Name: name, Accepts: accepts, date: kind}
}

func (n Name) list() Name { n.List = true; return n }
