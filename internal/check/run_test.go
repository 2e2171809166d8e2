package check_test

import (
	"errors"
	"fmt"
	"iter"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/postvet/postvet/internal/check"
	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

const someRules = `
id: cure
severity: error
find: {words: [cure, sure cure]}

id: results
private: true
find: {words: [patient 12345]}

id: pair
find:
  at_least: 2
  of:
    one: {words: [cure]}
    two: {words: [today]}`

// numbered yields n posts, and endless ones for n < 0.
func numbered(n int, drawn *int) iter.Seq[*post.Post] {
	return func(yield func(*post.Post) bool) {
		for i := 0; i != n; i++ {
			*drawn++
			p := newPost(fmt.Sprintf("Post %d: a sure cure today. %s", i, []string{"Patient 12345.", "Hello."}[i%2]))
			p.ID = fmt.Sprint(i)
			if i%7 == 3 {
				p.Err, p.Fields = errors.New("unreadable"), nil
			}
			if !yield(p) {
				return
			}
		}
	}
}

// plain is all of a result but the post, for comparing.
func plain(r check.Result) []any {
	all := []any{r.Post.ID, r.Private}
	for i := range r.Findings {
		f := &r.Findings[i]
		text, _ := f.Text(check.RevealText())
		all = append(all, f.Rule.ID, f.Severity, f.Start, f.End, f.Fingerprint, f.Masked(), text, f.Message(check.RevealText()))
	}
	return all
}

func TestAnyNumberOfJobsGivesTheSame(t *testing.T) {
	set := loadRules(t, someRules)
	var want [][]any
	for _, jobs := range []int{1, 2, 5, 0} {
		var drawn int
		var got [][]any
		for r := range check.Run(set, numbered(300, &drawn), check.Options{Jobs: jobs}) {
			got = append(got, plain(r))
		}
		if want == nil {
			want = got
		}
		if len(got) != 300 || !reflect.DeepEqual(got, want) {
			t.Errorf("%d jobs give other results than one", jobs)
		}
		for i, r := range got {
			if r[0] != fmt.Sprint(i) {
				t.Fatalf("%d jobs: result %d is of post %s", jobs, i, r[0])
			}
		}
	}
	if !slices.ContainsFunc(want, func(r []any) bool { return len(r) > 2 }) {
		t.Error("no findings to compare")
	}
}

func TestEndlessPostsAreDrawnAsNeeded(t *testing.T) {
	set := loadRules(t, someRules)
	before := runtime.NumGoroutine()
	drawn, delivered := 0, 0
	for range check.Run(set, numbered(-1, &drawn), check.Options{Jobs: 3}) {
		if delivered++; drawn-delivered > 12 {
			t.Fatalf("%d posts drawn for %d results", drawn, delivered)
		}
		if delivered == 500 {
			break
		}
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines are left of %d", runtime.NumGoroutine(), before)
}

func TestUnreadablePostsPass(t *testing.T) {
	p := &post.Post{Source: "a.md", Err: errors.New("unreadable")}
	r := runOne(loadRules(t, someRules), p, check.Options{})
	if r.Post != p || r.Findings != nil {
		t.Errorf("got %v", r)
	}
}

func TestOnlySelectedRulesReport(t *testing.T) {
	set := loadRules(t, someRules)
	only := func(ids ...string) check.Options {
		return check.Options{Selected: func(r *rule.Rule) bool { return slices.Contains(ids, r.ID) }}
	}
	p := newPost("A cure today, patient 12345.")
	for _, test := range []struct {
		ids  []string
		want []string
	}{
		{nil, nil},
		{[]string{"cure"}, []string{"error cure: (masked)"}},
		{[]string{"results"}, []string{"warning results: (masked)"}},
	} {
		r := runOne(set, p, only(test.ids...))
		if got := summary(r); !slices.Equal(got, test.want) {
			t.Errorf("%v: got %q, want %q", test.ids, got, test.want)
		}
		if !r.Private {
			t.Errorf("%v: the private rule didn't run", test.ids)
		}
	}
}

func TestRulesDontTouchEachOther(t *testing.T) {
	const one = "id: cure\nfind: {words: [cure, sure cure]}"
	const more = "\n\nid: other\noptional: true\nseverity: error\nfind: {words: [sure, cure today]}\nallow: [cure]\nunless:\n  - words: [a]"
	alone, beside := loadRules(t, one), loadRules(t, one+more)
	p := newPost("A sure cure today. No cure.")
	got, want := plain(runOne(beside, p, check.Options{})), plain(runOne(alone, p, check.Options{}))
	if len(want) < 10 || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestARuleThatIsOffStillMasks(t *testing.T) {
	set := loadRules(t, "id: cure\nfind: {words: [cure]}\n\nid: results\nprivate: true\noptional: true\nfind: {words: [patient 12345]}")
	want := []string{"warning cure: (masked)"}
	if got := summary(runOne(set, newPost("A cure, patient 12345."), check.Options{})); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAMistakeOfOursCostsOnePost(t *testing.T) {
	// A post that no reader made has no places to point at.
	broken := &post.Post{ID: "broken", Fields: []post.Field{{Name: "body", Text: "A sure cure.", Published: true}}}
	posts := func(yield func(*post.Post) bool) {
		_ = yield(broken) && yield(newPost("Another sure cure."))
	}
	var errs []error
	var findings int
	for r := range check.Run(loadRules(t, someRules), posts, check.Options{Jobs: 1}) {
		errs = append(errs, r.Post.Err)
		findings += len(r.Findings)
	}
	if len(errs) != 2 || errs[0] == nil || errs[1] != nil || findings == 0 {
		t.Fatalf("errors %v, %d findings", errs, findings)
	}
	if broken.Err != nil {
		t.Error("the caller's post was changed")
	}
}
