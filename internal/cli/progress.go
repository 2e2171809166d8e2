package cli

import (
	"fmt"
	"time"

	"github.com/postvet/postvet/internal/report"
)

// progress counts posts on a terminal once a run has taken over a second.
type progress struct {
	err   *stream
	on    bool
	start time.Time
	shown time.Time
	posts int
}

func newProgress(err *stream, flag string) *progress {
	on := flag == "always" || flag == "auto" && err.terminal && err.env("CI") == ""
	return &progress{err: err, on: on, start: time.Now()}
}

// step counts one post.
func (p *progress) step() {
	p.posts++
	if !p.on {
		return
	}
	now := time.Now()
	if now.Sub(p.start) < time.Second || now.Sub(p.shown) < 100*time.Millisecond {
		return
	}
	p.shown = now
	fmt.Fprintf(p.err, "\r%s posts checked …", report.Thousands(p.posts))
	p.err.Flush()
}

// clear takes the line away before something else is written.
func (p *progress) clear() {
	if p.shown.IsZero() {
		return
	}
	p.shown = time.Time{}
	fmt.Fprintf(p.err, "\r%40s\r", "")
	p.err.Flush()
}
