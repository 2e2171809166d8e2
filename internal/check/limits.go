package check

import (
	"math"
	"slices"
)

// limit is what a platform allows in some field of a post.
type limit struct {
	platform, measure string
	most              int
	link              int      // characters that a link counts as, 0 for as many as it has
	fields            []string // that the limit is of
}

// limits are what platforms allow, as gathered on 2026-11-21 from their own
// help and developer pages, except where "second-hand" says that only others
// were read. They change without notice, so rules that use them warn at most.
//
// X: developer documentation, "Counting characters" · Bluesky: app.bsky.feed.post
// lexicon (it also allows at most 3,000 bytes) · Mastodon: user documentation,
// "Posting" · Instagram, Threads, Facebook: help centre; five hashtags on
// Instagram since December 2025 · LinkedIn, YouTube: help · TikTok and Google
// Business Profile: second-hand.
var limits = []limit{
	{platform: "x", measure: "x-weighted", most: 280, fields: texts},
	{platform: "bluesky", measure: "graphemes", most: 300, fields: texts},
	{platform: "mastodon", measure: "graphemes", most: 500, link: 23, fields: texts},
	{platform: "instagram", measure: "graphemes", most: 2200, fields: texts},
	{platform: "instagram", measure: "hashtags", most: 5, fields: texts},
	{platform: "threads", measure: "graphemes", most: 500, fields: texts},
	{platform: "threads", measure: "hashtags", most: 1, fields: texts},
	{platform: "linkedin", measure: "graphemes", most: 3000, fields: texts},
	{platform: "facebook", measure: "graphemes", most: 63206, fields: texts},
	{platform: "tiktok", measure: "graphemes", most: 2200, fields: texts},
	{platform: "youtube", measure: "graphemes", most: 100, fields: []string{"title"}},
	{platform: "youtube", measure: "graphemes", most: 5000, fields: []string{"description", "body"}},
	{platform: "google", measure: "graphemes", most: 1500, fields: texts},
}

// texts are the fields that hold what is posted.
var texts = []string{"body", "caption"}

// limitOf returns the strictest limit of the platforms on a field, or nil.
func limitOf(platforms []string, measure, field string) *limit {
	var strictest *limit
	for i := range limits {
		l := &limits[i]
		if slices.Contains(platforms, l.platform) && l.measure == measure && slices.Contains(l.fields, field) &&
			(strictest == nil || l.most < strictest.most) {
			strictest = l
		}
	}
	return strictest
}

// How X counts, same source: a link is 23, an emoji 2, a character of these
// ranges 1 and any other 2.
const (
	xLink  = 23
	xEmoji = 2
)

func xWeight(r rune) float64 {
	switch {
	case r <= 0x10FF, 0x2000 <= r && r <= 0x200D, 0x2010 <= r && r <= 0x201F, 0x2032 <= r && r <= 0x2037:
		return 1
	}
	return 2
}

// folds are how many characters show before "see more". No platform publishes
// a number, and it varies with the screen: these are the figures in common use
// in 2026, not verified.
var folds = map[string]int{
	"instagram": 125,
	"facebook":  477,
	"linkedin":  210,
	"x":         280,
	"tiktok":    100,
	"youtube":   157,
	"threads":   500,
	"bluesky":   300,
	"mastodon":  500,

	"newsletter": math.MaxInt32, // nothing is folded away
	"website":    math.MaxInt32,
}

// unfolded are the fields that show with a post before "see more"; alt texts
// and links don't.
var unfolded = []string{"title", "description", "caption", "body"}

// usualFold is for posts that name no platform: the shortest fold of the
// platforms that most organisations use.
const usualFold = 125

// foldOf returns how many characters show before "see more" on all of the
// platforms.
func foldOf(platforms []string) int {
	if len(platforms) == 0 {
		return usualFold
	}
	least := math.MaxInt32
	for _, p := range platforms {
		if n, ok := folds[p]; ok {
			least = min(least, n)
		} else {
			least = min(least, usualFold)
		}
	}
	return least
}
