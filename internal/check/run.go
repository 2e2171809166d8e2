package check

import (
	"fmt"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

// Run checks posts in order; results come in the same order whatever the
// number of workers. Posts are drawn on the caller's goroutine, a few ahead of
// the result being delivered, so that memory stays flat for endless input. No
// goroutine outlives the loop.
func Run(set *rule.Set, posts iter.Seq[*post.Post], o Options) iter.Seq[Result] {
	e := newEngine(set, o)
	jobs := o.Jobs
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	return func(yield func(Result) bool) { e.run(posts, jobs, yield) }
}

// ahead is how many posts a worker may have been given and not delivered.
const ahead = 4

// job is one post on its way to a worker and back.
type job struct {
	post   *post.Post
	path   bool // the first post of its file, whose name is checked with it
	result chan Result
}

// safely checks a post. A mistake of ours costs that post, not the others; of
// what went wrong only the type is told, as its value may hold the text.
func (w *worker) safely(j *job) (result Result, crashed bool) {
	defer func() {
		if crash := recover(); crash != nil {
			failed := *j.post
			failed.Err = fmt.Errorf("internal error (%T) while it was checked; please report it", crash)
			result, crashed = Result{Post: &failed}, true
		}
	}()
	return w.check(j.post, j.path), false
}

func (e *engine) run(posts iter.Seq[*post.Post], jobs int, yield func(Result) bool) {
	queue := make(chan *job, ahead*jobs)
	var stopped atomic.Bool
	var workers sync.WaitGroup
	defer workers.Wait()
	defer close(queue)
	defer stopped.Store(true)
	for range jobs {
		workers.Add(1)
		go func() {
			defer workers.Done()
			w := e.newWorker()
			for j := range queue {
				if stopped.Load() {
					continue
				}
				result, crashed := w.safely(j)
				if crashed {
					w = e.newWorker()
				}
				j.result <- result
			}
		}()
	}

	var waiting []*job
	deliver := func() bool {
		next := waiting[0]
		waiting = waiting[1:]
		return yield(<-next.result)
	}
	var last *post.Post
	for p := range posts {
		j := &job{post: p, path: last == nil || last.Source != p.Source, result: make(chan Result, 1)}
		last = p
		waiting = append(waiting, j)
		queue <- j
		for len(waiting) == cap(queue) || len(waiting) > 0 && len(waiting[0].result) > 0 {
			if !deliver() {
				return
			}
		}
	}
	for len(waiting) > 0 {
		if !deliver() {
			return
		}
	}
}
