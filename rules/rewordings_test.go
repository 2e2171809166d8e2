package rules_test

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
	"github.com/postvet/postvet/internal/yamldoc"
	"github.com/postvet/postvet/rules"
)

// What a shipped rule offers in place of a phrase passes the rule, however the
// phrase may be written. It offers something, but where a longer phrase of the
// rule covers the match or the piece to write is of another list.
func TestRewordingsPass(t *testing.T) {
	set := compile(t)
	tried, offered := 0, 0
	for _, p := range set.Packs {
		data, err := rules.Files.ReadFile(p.Name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		root, problems := yamldoc.Parse(p.Path, data)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		s := sampler{t: t, lists: root.Get("lists")}
		for _, n := range root.Get("rules").Items {
			r := set.Rule(n.Get("id").Value)
			for phrase, rewording := range rewordings(n.Get("find")) {
				for _, sample := range s.expand(phrase) {
					tried++
					ok, problem := tryRewording(set, r, "Tell us if "+sample+" here today.", rewording)
					if problem != "" {
						t.Errorf("%s: %q as %q: %s", r.ID, phrase, sample, problem)
					}
					if ok {
						offered++
					}
				}
			}
		}
	}
	if offered < 900 || offered < tried*9/10 {
		t.Errorf("of %d phrases only %d have a rewording", tried, offered)
	}
}

// rewordings yields the phrases of words: that are a map.
func rewordings(n *yamldoc.Node) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, item := range n.Items {
			rewordings(item)(yield)
		}
		for _, e := range n.Keys {
			if e.Key.Value != "words" {
				rewordings(e.Value)(yield)
				continue
			}
			for _, w := range e.Value.Keys {
				if !yield(w.Key.Value, w.Value.Value) {
					return
				}
			}
		}
	}
}

// tryRewording returns whether the rule offers something for a text, and what
// is wrong with it.
func tryRewording(set *rule.Set, r *rule.Rule, text, rewording string) (offered bool, problem string) {
	before := findingsOf(set, r, text)
	if len(before) == 0 {
		return false, "it isn't found"
	}
	for i := range before {
		for j := range before[i].Suggestions {
			edit := before[i].Suggestions[j].Edit()
			if edit.Line {
				continue
			}
			if strings.ContainsAny(edit.Text, "<>…") || !strings.Contains(rewording, "<") && !strings.Contains(strings.ToLower(edit.Text), strings.ToLower(rewording)) {
				return true, fmt.Sprintf("it becomes %q", edit.Text)
			}
			text = text[:edit.Start] + edit.Text + text[edit.Stop:]
			if after := findingsOf(set, r, text); len(after) >= len(before) {
				return true, fmt.Sprintf("%q doesn't pass", text)
			}
			return true, ""
		}
	}
	return false, ""
}

func findingsOf(set *rule.Set, r *rule.Rule, text string) []check.Finding {
	posts := slices.Values([]*post.Post{r.Post(&rule.Example{Text: text}, "a.txt")})
	for result := range check.Run(set, posts, check.Options{Jobs: 1, Selected: func(one *rule.Rule) bool { return one == r }}) {
		return result.Findings
	}
	return nil
}

// sampler writes phrases out.
type sampler struct {
	t     *testing.T
	lists *yamldoc.Node // of the pack
}

// group is a choice without another in it.
var group = regexp.MustCompile(`\(([^()]*)\)`)

// expand returns texts that a phrase stands for: each choice in turn, the first
// entries of lists.
func (s *sampler) expand(phrase string) []string {
	const most = 40
	open := []string{phrase}
	var done []string
	for len(open) > 0 && len(done) < most {
		p := open[0]
		open = open[1:]
		if at := group.FindStringSubmatchIndex(p); at != nil {
			for choice := range strings.SplitSeq(p[at[2]:at[3]], "|") {
				open = append(open, p[:at[0]]+choice+p[at[1]:])
			}
			continue
		}
		if before, rest, ok := strings.Cut(p, "<"); ok {
			name, after, _ := strings.Cut(rest, ">")
			for _, entry := range s.entries(name) {
				open = append(open, before+entry+after)
			}
			continue
		}
		p = regexp.MustCompile(`\.\.\.\d*`).ReplaceAllString(strings.ReplaceAll(p, "~", ""), "")
		done = append(done, strings.Join(strings.Fields(p), " "))
	}
	return done
}

// entries returns some entries of a list.
func (s *sampler) entries(name string) []string {
	const some = 3
	switch name {
	case "start", "order":
		return []string{""}
	case "number":
		return []string{"12"}
	}
	var lines []string
	if own := s.lists.Get(name); own != nil && len(own.Items) > 0 {
		for _, item := range own.Items {
			lines = append(lines, item.Value)
		}
	} else if own != nil {
		lines = strings.Split(own.Value, "\n")
	} else {
		data, err := rules.Files.ReadFile("lists/" + name + ".txt")
		if err != nil {
			s.t.Fatalf("<%s>: %v", name, err)
		}
		lines = strings.Split(string(data), "\n")
	}
	var entries []string
	for _, line := range lines {
		line, _, _ = strings.Cut(line, " # ")
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") && len(entries) < some {
			entries = append(entries, line)
		}
	}
	return entries
}
