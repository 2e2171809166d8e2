package identify

import (
	"os"
	"syscall"
	"testing"
	"time"

	"github.com/postvet/postvet/internal/text"
)

func cpu() time.Duration {
	var r syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &r)
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

func TestCPU(t *testing.T) {
	if os.Getenv("CPU") == "" {
		t.Skip()
	}
	posts := ordinaryPosts()
	texts := make([]*text.Text, len(posts))
	size := 0
	for i, p := range posts {
		texts[i] = text.NewCutter(nil).Cut(p)
		size += len(p)
	}
	best, bestCut, bestIx := time.Hour, time.Hour, time.Hour
	c := text.NewCutter(nil)
	var found []Entity
	for range 40 {
		a := cpu()
		for _, t := range texts {
			found = Find(t, nil, found[:0])
		}
		best = min(best, cpu()-a)
		a = cpu()
		for _, p := range posts {
			c.Cut(p)
		}
		bestCut = min(bestCut, cpu()-a)
		a = cpu()
		newWordList(namesText).letters()
		newWordList(wordsText).letters()
		bestIx = min(bestIx, cpu()-a)
	}
	t.Logf("find %.1f MB/s, cut %.1f MB/s, index %v", float64(size)/1e6/best.Seconds(), float64(size)/1e6/bestCut.Seconds(), bestIx)
}
