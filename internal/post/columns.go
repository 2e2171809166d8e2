package post

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/postvet/postvet/internal/yamldoc"
)

// Columns say which columns of a table hold what; the header says the rest.
type Columns []assignment

// assignment is one "role=column"; a column without a name is none.
type assignment struct{ role, column string }

// headers say what a column of that name holds, in the words of schedulers
// and content calendars. Letters and digits alone count.
//
// Buffer: Text, Image URL, Tags, Posting Time · Sprout: date, time_24hr,
// message_text · the others are those that calendars in use have.
var headers = []struct {
	role  string
	names []string
}{
	{"text", []string{"text", "message", "message text", "content", "post", "post text", "post content", "post copy", "post message",
		"copy", "body", "tweet", "status update", "social copy", "social media copy", "draft copy"}},
	{"caption", []string{"caption", "post caption", "caption text"}},
	{"title", []string{"title", "headline", "subject", "subject line", "post title", "video title", "pin title"}},
	{"description", []string{"description", "video description", "link description", "meta description", "preview text"}},
	{"summary", []string{"summary", "excerpt", "teaser"}},
	{"first_comment", []string{"first comment", "followup comment", "1st comment"}},
	{"alt", []string{"alt", "alt text", "image alt", "image alt text", "image description", "media alt text", "picture alt text"}},
	{"link_title", []string{"link title", "link text", "link name", "link label", "cta", "cta text", "button", "button text", "call to action"}},
	{"hashtags", []string{"hashtags", "hashtag"}},
	{"image", []string{"image", "image url", "image file", "image name", "picture", "picture url", "photo", "photo url", "media", "media url", "media file",
		"video", "video url", "video file", "attachment", "asset", "file", "file name"}},
	{"platform", []string{"platform", "platforms", "network", "networks", "social network", "social networks", "channel", "channels", "social channel", "profile type", "service"}},
	{"publish_at", []string{"publish at", "date", "post date", "posting date", "publish date", "publishing date", "scheduled date", "schedule date", "scheduled at", "scheduled for",
		"scheduled", "schedule", "posting time", "date time", "date and time", "scheduled time", "publish time", "go live", "go live date"}},
	{"time", []string{"time", "time 24hr", "time 24h", "post time"}},
	{"account", []string{"account", "account type"}},
	{"kind", []string{"kind", "type", "post type", "content type", "format"}},
	{"id", []string{"id", "post id", "ref", "reference"}},
}

// headerRoles are the roles by the squeezed name of a column.
var headerRoles = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, h := range headers {
		for _, name := range h.names {
			all[squeeze(name)] = h.role
		}
	}
	return all
})

// textRoles are the roles that make a row a post.
var textRoles = []string{"text", "caption", "title", "description", "summary", "first_comment", "alt", "link_title", "hashtags", "social"}

// roles are all that a column can hold.
func roles() []string {
	all := slices.Clone(textRoles)
	all = append(all, "image", "time", "id")
	for _, n := range names {
		if n.Name != "media" {
			all = append(all, n.Name)
		}
	}
	return all
}

// ParseColumns reads what --columns says: "text=Message", "platform=Network",
// "alt=5" for the fifth column, "account=" for none.
func ParseColumns(specs []string) (Columns, error) {
	var all Columns
	for _, spec := range specs {
		role, column, ok := strings.Cut(spec, "=")
		role = strings.ReplaceAll(strings.TrimSpace(role), "-", "_")
		if n := nameOf(role); n != nil {
			role = n.Name
		}
		if !ok || role == "" {
			return nil, fmt.Errorf("write what a column holds and its name or number, as in text=Message, found %q", spec)
		}
		if !slices.Contains(roles(), role) {
			if near := yamldoc.Suggest(role, roles()); near != "" {
				return nil, fmt.Errorf("no column can hold %q (did you mean %q?)", role, near)
			}
			return nil, fmt.Errorf("no column can hold %q; use %s", role, strings.Join(roles(), ", "))
		}
		all = append(all, assignment{role, strings.TrimSpace(column)})
	}
	return all, nil
}

// typed reports whether the columns of a role were said.
func (c Columns) typed(role string) bool {
	return slices.ContainsFunc(c, func(a assignment) bool { return a.role == role })
}

// column is what one column of a table holds.
type column struct {
	role   string // "" when it isn't read
	exact  bool   // it was said, or is named as metadata are: wrong values are mistakes
	header string // "" when it has none that may be printed
}

// columnOf returns what a column with that header holds, which isn't known
// when its role is "". A header that isn't known may be text of a draft.
func columnOf(header string) column {
	header = strings.TrimSpace(header)
	if n := nameOf(header); n != nil && n.Name != "media" {
		return column{n.Name, true, header}
	}
	word := squeeze(header)
	if role := headerRoles()[word]; role != "" {
		return column{role, false, header}
	}
	for _, n := range names {
		if squeeze(n.Name) == word && n.Name != "media" {
			return column{n.Name, true, header}
		}
	}
	for _, ending := range []string{"", "copy", "text", "caption", "post", "message"} {
		if rest, ok := strings.CutSuffix(word, ending); ok && platformOf(rest) != "" {
			return column{"social", false, header}
		}
	}
	return column{}
}

// squeeze returns the letters and digits of a word, in lower case.
func squeeze(word string) string {
	const longest = 40 // no header that means something is longer
	var b strings.Builder
	for _, r := range word {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
		if b.Len() > longest {
			return ""
		}
	}
	return b.String()
}

// otherPlatforms are what schedulers call platforms besides their names.
var otherPlatforms = map[string]string{
	"twitter": "x", "xtwitter": "x", "twitterx": "x", "xformerlytwitter": "x", "tweet": "x",
	"fb": "facebook", "facebookpage": "facebook", "facebookgroup": "facebook", "meta": "facebook",
	"ig": "instagram", "insta": "instagram", "instagrambusiness": "instagram", "instagramfeed": "instagram", "instagramreel": "instagram", "instagramstory": "instagram",
	"li": "linkedin", "linkedinpage": "linkedin", "linkedincompanypage": "linkedin", "linkedincompany": "linkedin", "linkedinprofile": "linkedin",
	"yt": "youtube", "youtubeshorts": "youtube", "tt": "tiktok",
	"googlebusiness": "google", "googlebusinessprofile": "google", "googlemybusiness": "google", "gbp": "google", "gmb": "google",
	"bsky": "bluesky", "email": "newsletter", "mailing": "newsletter", "blog": "website", "web": "website", "site": "website",
}

// platformOf returns the platform that a scheduler's word stands for, "" if none.
func platformOf(word string) string {
	word = squeeze(word)
	if slices.Contains(nameOf("platform").Values, word) {
		return word
	}
	return otherPlatforms[word]
}

// find returns the column that a person named: by its header, its number, or
// with letters its letter; -1 if there is none.
func find(column string, headers []string, letters bool) int {
	for i, h := range headers {
		if strings.EqualFold(strings.TrimSpace(h), column) {
			return i
		}
	}
	for i, h := range headers {
		if word := squeeze(column); word != "" && squeeze(h) == word {
			return i
		}
	}
	if n, err := strconv.Atoi(column); err == nil && n >= 1 && n <= maxColumns {
		return n - 1
	}
	if letters {
		return columnNumber(strings.ToUpper(column))
	}
	return -1
}

// maxColumns is how many columns a table may have: as many as a sheet of Excel.
const maxColumns = 16384

// columnNumber returns the number from 0 of a column called as spreadsheets do: A, B … Z, AA.
func columnNumber(letters string) int {
	n := 0
	for i := range len(letters) {
		if c := letters[i]; c < 'A' || c > 'Z' || i == 3 {
			return -1
		}
		n = 26*n + int(letters[i]-'A') + 1
	}
	if n > maxColumns {
		return -1
	}
	return n - 1
}

// columnLetters is columnNumber the other way round.
func columnLetters(n int) string {
	var s string
	for n++; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}
