package report

import (
	"fmt"
	"strings"

	"github.com/postvet/postvet/internal/rule"
)

// summary returns the last lines of the text format.
func (t *text) summary(s Summary) []string {
	var counts []string
	for severity := rule.Error; severity > rule.Off; severity-- {
		counts = append(counts, Count(s.Findings[severity], severity.String()))
	}
	if s.Waived > 0 {
		counts = append(counts, Thousands(s.Waived)+" waived")
	}
	if s.Old > 0 {
		counts = append(counts, Thousands(s.Old)+" in the baseline")
	}
	line := fmt.Sprintf("%s, %s: %s. %s", Count(s.Posts, "post"), Count(t.run.Rules, "rule"), strings.Join(counts, ", "), verdict(s))
	lines := []string{line}
	if s.Unread > 0 {
		lines = append(lines, Count(s.Unread, "post")+" could not be checked: see the errors.")
	}
	if t.hid {
		lines = append(lines, "Text that could identify a person is hidden; --show-text=always shows it.")
	}
	if s.Nowhere > 0 {
		lines = append(lines, Count(s.Nowhere, "post")+" without a jurisdiction: rules of all places apply. Set yours with --jurisdiction uk, or jurisdiction: [uk] in .postvet.yaml.")
	}
	for _, p := range t.run.Packs {
		if p.Overdue(t.run.Today) {
			lines = append(lines, overdue(p)+".")
		}
	}
	this := "this post"
	if s.Posts != 1 {
		this = "these posts"
	}
	return append(lines, "No finding is not approval: a person must still review "+this+".")
}

func verdict(s Summary) string {
	switch {
	case s.Findings[rule.Error] > 0:
		return "Not ready to post."
	case s.Unread > 0:
		return "Not everything was checked."
	case s.Findings[rule.Warning] > 0:
		return "Look at the warnings before posting."
	case s.Findings[rule.Notice] > 0:
		return "Read the notices before posting."
	}
	if s.Waived+s.Old > 0 {
		return "Nothing new found."
	}
	return "Nothing found."
}

// Count returns "1 post", "2 posts", "1,234 posts".
func Count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return Thousands(n) + " " + thing
}

// Thousands writes n with commas: 1,234.
func Thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// overdue says of a pack that nobody has read it again in time.
func overdue(p *rule.Pack) string {
	return fmt.Sprintf("The pack %s was due for review by %s: its rules may be out of date", p.Name, p.ReviewBy)
}
