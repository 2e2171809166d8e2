package rule

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// base is what test packs stand on.
func base() *Set {
	return &Set{Policies: map[string]*Policy{"cap-12.9": {ID: "cap-12.9"}, "cap-12.11": {ID: "cap-12.11"}}}
}

// load reads one pack called test, with files beside it.
func load(yaml string, files fstest.MapFS) (*Set, []string) {
	set, problems := Load([]Source{{Path: "packs/test.yaml", Data: []byte(yaml), Folder: files}}, base())
	var lines []string
	for _, p := range problems {
		lines = append(lines, strings.TrimPrefix(p.String(), "packs/test.yaml:"))
	}
	return set, lines
}

// rules puts rules, indented by four, into a pack whose rules start on line 3.
func rules(text string) string { return "pack: test\nrules:\n  - " + strings.TrimPrefix(text, "    ") }

const whole = `pack: test
title: Test
summary: For tests.
version: 2026.11.0
effective: 2026-11-01
review_by: 2027-05-01
lists:
  outcome: [results, "success"]
  condition: lists/conditions.txt
  pair: |
    # a comment
    <outcome> <condition>
rules:
  - id: guaranteed-outcome
    title: Promises a certain outcome
    severity: {default: warning, ad: error, personal: off, us-ny: notice}
    when: {kind: [post, ad, story], jurisdiction: us, consent: missing}
    in: [title, body]
    once: true
    private: true
    optional: true
    obfuscated: true
    case: exact
    find:
      - words: |
          guarantee~ <outcome>

          <outcome> guaranteed
      - words: {"<outcome> for <condition>": "help with <condition>"}
      - all:
          - regexp: 'cures? \d+'
          - context: asked
        within: 4 words
      - at_least: 2
        of:
          age: {words: [<number>]}
          place: {words: [here], in: alt}
          both: [{record: {sponsored: true}}, {media: {alt: missing, kind: image}}]
        within: 2 sentences
      - over: {hashtags: platform}
      - over: {grade: 12}
    allow: |
      guaranteed parking
    unless:
      - context: [negated, debunked]
      - words: [results vary]
        within: post
    error_if:
      - found: 3
    message: promises an outcome
    why: Because.
    instead: Something else.
    insert: {at: end, text: Results vary.}
    references: [cap-12.9]
    examples:
      flagged: |
        Guaranteed results!
      allowed:
        - "No."
        - {text: Yes., title: T, answered: "Why?", meta: {kind: reply, jurisdiction: [uk, us-ny]}, media: [{file: a.jpg, alt: A}]}
`

func TestLoadReadsEverything(t *testing.T) {
	set, problems := load(whole, fstest.MapFS{"lists/conditions.txt": {Data: []byte("# conditions\nacne\n#ad\n\n")}})
	if problems != nil {
		t.Fatal(strings.Join(problems, "\n"))
	}
	want := Rule{
		ID: "guaranteed-outcome", Title: "Promises a certain outcome", Message: "promises an outcome", Why: "Because.", Instead: "Something else.",
		Line: 14,
		Severity: Severities{Warning, []SeverityFor{
			{"kind", "ad", Error}, {"account", "personal", Off}, {"jurisdiction", "us-ny", Notice},
		}},
		When: []Condition{
			{Name: "kind", Values: []string{"post", "ad", "story"}},
			{Name: "jurisdiction", Values: []string{"us"}},
			{Name: "consent", Missing: true},
		},
		In:   []string{"title", "body"},
		Once: true, Private: true, Optional: true,
		Insert:     &Insert{Text: "Results vary."},
		References: []string{"cap-12.9"},
		Flagged:    []Example{{Text: "Guaranteed results!", Line: 57}},
		Allowed: []Example{{Text: "No.", Line: 59}, {
			Text:   "Yes.",
			Fields: []Value{{"title", []string{"T"}}, {"answered", []string{"Why?"}}},
			Meta:   []Value{{"kind", []string{"reply"}}, {"jurisdiction", []string{"uk", "us-ny"}}},
			Media:  [][]Value{{{"file", []string{"a.jpg"}}, {"alt", []string{"A"}}}},
			Line:   60,
		}},
	}
	got := *set.Rules[0]
	find, unless, errorIf := got.Find, got.Unless, got.ErrorIf
	got.Pack, got.Find, got.Unless, got.ErrorIf, got.Allow = nil, Matcher{}, nil, nil, nil
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rule (-want +got):\n%s", diff)
	}
	checkFind(t, find)
	if len(unless) != 2 || len(unless[0].Context) != 2 || unless[1].Within.Unit != InPost || unless[1].Text == 0 {
		t.Errorf("unless: %+v", unless)
	}
	if len(errorIf) != 1 || errorIf[0].Found != 3 {
		t.Errorf("error_if: %+v", errorIf)
	}
	if len(set.Rules[0].Allow) != 1 || set.Rules[0].Allow[0] == 0 {
		t.Errorf("allow: %v", set.Rules[0].Allow)
	}
}

// checkFind checks the shape of find, whose finders have numbers of their own.
func checkFind(t *testing.T, find Matcher) {
	t.Helper()
	if len(find.Any) != 6 {
		t.Fatalf("find has %d matchers, want 6", len(find.Any))
	}
	words, rewording, all, signals, hashtags, grade := find.Any[0], find.Any[1], find.Any[2], find.Any[3], find.Any[4], find.Any[5]
	if words.Text == 0 || words.Rewrite != nil {
		t.Errorf("words: %+v", words)
	}
	if diff := cmp.Diff([]string{"help with <condition>"}, rewording.Rewrite); diff != "" || rewording.Text == 0 {
		t.Errorf("rewording: %+v %s", rewording, diff)
	}
	if len(all.All) != 2 || all.All[0].Text == 0 || all.Within != (Within{InWords, 4}) || len(all.All[1].Context) != 1 {
		t.Errorf("all: %+v", all)
	}
	if signals.AtLeast != 2 || len(signals.Of) != 3 || signals.Of[1].Name != "place" || signals.Of[1].Matcher.In[0] != "alt" || signals.Within != (Within{InSentences, 2}) {
		t.Errorf("at_least: %+v", signals)
	}
	both := signals.Of[2].Matcher
	if len(both.Any) != 2 || both.Any[0].Record[0].Values[0] != "true" || !both.Any[1].Media[0].Missing {
		t.Errorf("record and media: %+v", both)
	}
	if *hashtags.Over != (Over{Measure: "hashtags", Platform: true}) || *grade.Over != (Over{Measure: "grade", Limit: 12}) {
		t.Errorf("over: %+v %+v", hashtags.Over, grade.Over)
	}
}

// ok is a rule without mistakes, to add one mistake to.
const ok = `    id: one
    severity: error
    message: found
    find: {words: [cure]}
`

func TestLoadIsStrict(t *testing.T) {
	tests := []struct{ name, pack, want string }{
		{"unknown key of a rule", rules(ok + "    serverity: error\n"), `7:5: unknown rule key "serverity" (did you mean "severity"?)`},
		{"unknown key of a pack", "pack: test\nrule: []\nrules: []\n", `2:1: unknown pack key "rule" (did you mean "rules"?)`},
		{"missing key", rules("id: one\n    message: m\n    find: {words: [cure]}\n"), `3:5: rule has no severity`},
		{"pack of another name", strings.Replace(rules(ok), "test", "other", 1), `1:7: pack "other" stands in a file called "test"; give both the same name`},
		{"reserved pack", strings.Replace(rules(ok), "test", "shipped", 1), `1:7: pack "shipped" means all packs that come with postvet; choose another name`},
		{"duplicate id", rules(ok) + "  - " + strings.TrimPrefix(ok, "    "), `7:9: rule "one" stands in packs/test.yaml:3 already; choose another id`},
		{"bad id", rules(strings.Replace(ok, "one", "One_two", 1)), `3:9: id "One_two" isn't a name: use lower-case letters, digits and hyphens, at most 64`},
		{"bad severity", rules(strings.Replace(ok, "error", "eror", 1)), `4:15: unknown severity "eror" (did you mean "error"?)`},
		{"severity without default", rules(strings.Replace(ok, "error", "{ad: error}", 1)), `4:15: severity has no default`},
		{"severity by nothing", rules(strings.Replace(ok, "error", "{default: error, offical: warning}", 1)), `4:32: unknown kind, account, audience, platform or place "offical" (did you mean "official"?)`},
		{"off everywhere", rules(strings.Replace(ok, "error", "{default: off}", 1)), `4:15: the severity is off everywhere; give the rule one, and say optional: true`},
		{"unknown reference", rules(ok + "    references: [cap-12.8]\n"), `7:18: unknown policy "cap-12.8" (did you mean "cap-12.9"?)`},
		{"unknown metadata", rules(ok + "    when: {kinds: post}\n"), `7:12: unknown when key "kinds" (did you mean "kind"?)`},
		{"unknown value", rules(ok + "    when: {kind: pots}\n"), `7:18: unknown kind "pots" (did you mean "post"?)`},
		{"unknown state", rules(ok + "    when: {jurisdiction: us-nyc}\n"), `7:26: unknown jurisdiction "us-nyc" (did you mean "us-ny"?)`},
		{"unknown field", rules(ok + "    in: bdy\n"), `7:9: unknown field "bdy" (did you mean "body"?)`},
		{"not a boolean", rules(ok + "    once: \"true\"\n"), `7:11: once must be true or false, found "true"`},
		{"day", "pack: test\neffective: 2026-13-01\nrules: []\n", `2:12: effective must be a day such as 2026-11-21, found "2026-13-01"`},
		{"two matchers", rules(strings.Replace(ok, "{words: [cure]}", "{words: [cure], regexp: x}", 1)), `6:27: found regexp beside words: a mapping has one matcher key; put them in any: or all:`},
		{"no matcher", rules(strings.Replace(ok, "{words: [cure]}", "{within: post}", 1)), `6:11: empty matcher; use one of words, regexp, any, all, at_least, record, media, over, context, found`},
		{"mistyped matcher", rules(strings.Replace(ok, "{words: [cure]}", "{word: [cure]}", 1)), `6:12: unknown matcher key "word" (did you mean "words"?)`},
		{"a matcher that is text", rules(strings.Replace(ok, "{words: [cure]}", "cure", 1)), `6:11: a matcher is a map such as {words: …}, found a single value`},
		{"empty words", rules(strings.Replace(ok, "[cure]", "[]", 1)), `6:19: words is empty: it would match nothing`},
		{"entry that is a boolean", rules(strings.Replace(ok, "[cure]", "[cure, true]", 1)), `6:26: an entry of words must be text; use a text block (words: |, one a line) or a list of quoted texts, found "true"`},
		{"entry that is a comment", rules(strings.Replace(ok, "{words: [cure]}", "\n      words:\n        - #ad", 1)), `8:10: an entry of words must be text; use a text block (words: |, one a line) or a list of quoted texts, found nothing`},
		{"folded block", rules(strings.Replace(ok, "{words: [cure]}", "\n      words: >\n        cure", 1)), `7:14: words must be a text block (words: |, one a line) or a list of quoted texts`},
		{"empty any", rules(strings.Replace(ok, "{words: [cure]}", "{any: []}", 1)), `6:17: any is empty`},
		{"within on words", rules(strings.Replace(ok, "[cure]", "[cure], within: post", 1)), `6:35: within goes with all, at_least, or an entry of unless or error_if that looks for text`},
		{"unknown scope", rules(ok + "    unless: [{words: [x], within: sentance}]\n"), `7:35: unknown scope "sentance" (did you mean "sentence"?)`},
		{"scope too wide", rules(ok + "    unless: [{words: [x], within: 5000 words}]\n"), `7:35: unknown scope "5000 words"`},
		{"context in find", rules(strings.Replace(ok, "{words: [cure]}", "{context: asked}", 1)), `6:21: context asks something of a match: it can stand in unless, or in all after the first entry`},
		{"context first in all", rules(strings.Replace(ok, "{words: [cure]}", "{all: [{context: asked}, {words: [cure]}]}", 1)), `6:28: context asks something of a match: it can stand in unless, or in all after the first entry`},
		{"unknown context", rules(ok + "    unless: [{context: denied}]\n"), `7:24: unknown context "denied"; use negated, debunked, asked, quoted, conditional or reported`},
		{"signals that can't hold", rules(strings.Replace(ok, "{words: [cure]}", "{at_least: 3, of: {a: {words: [x]}, b: {words: [y]}}}", 1)), `6:22: at_least: 3 of 2 signals can never hold`},
		{"found without signals", rules(ok + "    error_if: [{found: 3}]\n"), `7:24: found counts the signals of at_least: it can stand in error_if where find has one`},
		{"two measures", rules(strings.Replace(ok, "{words: [cure]}", "{over: {emoji: 3, links: 2}}", 1)), `6:18: over takes one measure, such as {hashtags: 5}; put several under any`},
		{"unknown measure", rules(strings.Replace(ok, "{words: [cure]}", "{over: {hashtag: 3}}", 1)), `6:19: unknown measure "hashtag" (did you mean "hashtags"?)`},
		{"no platform's limit", rules(strings.Replace(ok, "{words: [cure]}", "{over: {grade: platform}}", 1)), `6:26: no platform limits grade; use a number`},
		{"unknown media key", rules(strings.Replace(ok, "{words: [cure]}", "{media: {alts: missing}}", 1)), `6:20: unknown media key "alts" (did you mean "alt"?)`},
		{"message without such a piece", rules(strings.Replace(ok, "message: found", "message: <mach> found", 1)), `5:14: <mach> in the message is no piece of what find matches (did you mean <match>?)`},
		{"message that shows a private match", rules(strings.Replace(ok, "message: found", "message: <match> found\n    private: true", 1)), `5:14: <match> in the message of a private rule would show what it found; say it in general words`},
		{"message that counts no signals", rules(strings.Replace(ok, "message: found", "message: saw <found>", 1)), `5:14: <found> in the message names the signals of at_least, and this rule's find has none`},
		{"rewording with another piece", rules(strings.Replace(ok, "[cure]", `{"cure <number>": "help <numbr>"}`, 1)), `6:37: <numbr> in the rewording is no piece of what find matches (did you mean <number>?)`},
		{"rewording in an exception", rules(ok + "    unless: [{words: {x: y}}]\n"), `7:22: a rewording of words stands in unless; it can stand in find alone`},
		{"insert that clears nothing", rules(ok + "    insert: {at: end, text: Hello}\n"), `7:29: the line doesn't clear the rule: no entry of unless with within: post (or fold, at the start) holds in it`},
		{"example that is a map by accident", rules(ok + "    examples:\n      flagged:\n        - Myth: it cures\n"), `9:11: unknown example key "Myth"`},
		{"match that isn't in the example", rules(ok + "    examples:\n      flagged:\n        - {text: It cures, match: heals}\n"), `9:35: "heals" isn't in the example's text`},
		{"list outside", "pack: test\nlists: {x: ../x.txt}\nrules: []\n", `2:12: "../x.txt" isn't a path inside the pack's folder, such as lists/x.txt`},
		{"list missing", "pack: test\nlists: {x: x.txt}\nrules: []\n", `2:12: list file "x.txt" can't be read in the pack's folder; write its path from there, or the entries as a text block`},
		{"list that is built in", "pack: test\nlists: {number: [a]}\nrules: []\n", `2:9: <number> is a built-in shape, recogniser or setting already; choose another name`},
		{"unknown list", rules(strings.Replace(ok, "{words: [cure]}", "\n      words: |\n        cure\n        a très (big|<numbr>) cure", 1)), `9:21: <numbr> is no list, shape, recogniser or setting (did you mean <number>?)`},
		{"mistake in a phrase", rules(strings.Replace(ok, "[cure]", "[cure, \"a (b\"]", 1)), `6:29: `},
		{"lists in a circle", "pack: test\nlists:\n  a: [<b>]\n  b: [x, <a>]\nrules: []\n", `4:10: list <a> uses itself: a → b → a`},
		{"deep nesting", rules(strings.Replace(ok, "{words: [cure]}", strings.Repeat("{any: [", 8)+"{words: [x]}"+strings.Repeat("]}", 8), 1)), `6:60: matchers stand more than 6 deep in each other`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := load(test.pack, fstest.MapFS{})
			if len(problems) != 1 || !strings.HasPrefix(problems[0], test.want) {
				t.Errorf("got %d problems:\n%s\nwant:\n%s", len(problems), strings.Join(problems, "\n"), test.want)
			}
		})
	}
}

func TestLoadSaysEverythingAtOnce(t *testing.T) {
	packs := []Source{
		{Path: "a.yaml", Data: []byte("pack: a\nrules:\n  - id: x\n    severity: eror\n    message: m\n    find: {words: []}\n    whyy: no\n")},
		{Path: "b.yaml", Data: []byte("pack: b\nrules: [\n")},
		{Path: "c.yaml", Data: []byte("pack: d\nlists: {l: [<l>]}\nrules: []\n")},
	}
	_, problems := Load(packs, base())
	var at []string
	for _, p := range problems {
		at = append(at, p.Path+":"+string(rune('0'+p.Line)))
	}
	want := []string{"a.yaml:4", "a.yaml:6", "a.yaml:7", "b.yaml:2", "c.yaml:1", "c.yaml:2"}
	if diff := cmp.Diff(want, at); diff != "" {
		t.Errorf("places of problems (-want +got):\n%s\n%v", diff, problems)
	}
}

func TestLoadOnTopOfOthers(t *testing.T) {
	first, problems := load("pack: test\nlists: {mine: [so]}\nrules:\n  - "+strings.TrimPrefix(strings.Replace(ok, "[cure]", "[<mine>]", 1), "    "), nil)
	if problems != nil {
		t.Fatal(problems)
	}
	other := strings.Replace(rules(strings.Replace(ok, "id: one", "id: two", 1)), "test", "other", 1)
	second, more := Load([]Source{{Path: "other.yaml", Data: []byte(other)}}, first)
	if more != nil {
		t.Fatal(more)
	}
	if len(first.Rules) != 1 || len(second.Rules) != 2 || second.Rules[0] != first.Rules[0] || second.Pack("other") == nil {
		t.Errorf("rules %v then %v", first.RuleIDs(), second.RuleIDs())
	}
	_, more = Load([]Source{{Path: "other.yaml", Data: []byte(strings.Replace(other, "[cure]", "[<mine>]", 1))}}, first)
	if len(more) != 1 || !strings.Contains(more[0].Text, "<mine> is a list of pack test alone") {
		t.Errorf("a list of another pack: %v", more)
	}
	again, more := Load([]Source{{Path: "test.yaml", Data: []byte("pack: test\nlists: {mine: [y]}\nrules:\n  - " + strings.TrimPrefix(ok, "    "))}}, second)
	if more != nil {
		t.Fatal(more)
	}
	if diff := cmp.Diff([]string{"two", "one"}, again.RuleIDs()); diff != "" || again.Rule("one") == first.Rule("one") {
		t.Errorf("a pack read again must take the old one's place (-want +got):\n%s", diff)
	}
}

func TestAPackReadAnewHasItsOwnLists(t *testing.T) {
	pack := func(entry string) string {
		return "pack: test\nlists: {mine: [" + entry + "]}\nrules:\n  - " + strings.TrimPrefix(strings.Replace(ok, "[cure]", "[<mine>]", 1), "    ")
	}
	first, problems := load(pack("so"), nil)
	if problems != nil {
		t.Fatal(problems)
	}
	again, more := Load([]Source{{Path: "test.yaml", Data: []byte(pack("thus"))}}, first)
	if more != nil {
		t.Fatal(more)
	}
	scan := again.Program.NewScanner(nil)
	for text, want := range map[string]int{"so": 0, "thus": 1} {
		if got := len(scan.Scan(text).Of(again.Rule("one").Find.Text)); got != want {
			t.Errorf("%q is found %d times, want %d", text, got, want)
		}
	}
}
