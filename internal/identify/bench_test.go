package identify

import (
	"strings"
	"testing"
	"time"

	"github.com/postvet/postvet/internal/text"
)

// sentences are invented, as posts of clinics and their staff read.
var sentences = []string{
	"Our flu clinic runs every Tuesday in October, no appointment needed.",
	"Massive thank you to everyone who came to the open day on Saturday, we raised £1,240 for the garden! 🎉",
	"Asthma is a common lung condition that causes breathing difficulties, and it affects people of all ages.",
	"Did you know that one in three adults over 65 falls at least once a year?",
	"Please remember to bring your inhaler and a list of your medicines with you.",
	"Dr Okafor and the team at Riverside Surgery are looking forward to meeting you.",
	"Call us on 0300 123 4567 between 9am and 5pm, or visit https://www.example.org/bookings for more.",
	"We're hiring! Band 6 physiotherapist, full time, based in Exeter.",
	"so proud of our night team tonight, 12 hours on their feet and still smiling",
	"If you have chest pain that doesn't go away, call 999 straight away.",
	"Most colds get better within 1 to 2 weeks and antibiotics won't help.",
	"Meet Jess, who has just joined us as a practice nurse after ten years at the hospital.",
	"Take up to 8 tablets in 24 hours and leave 4 hours between doses, unless your doctor says otherwise.",
	"#MentalHealthAwarenessWeek is here: it's okay not to be okay 💙",
	"What a week! The new MRI scanner has arrived and the first patients will be seen in March.",
	"The car park at the Royal Infirmary will be closed from Monday for resurfacing works.",
	"Drinking enough water, eating plenty of fibre and keeping active can all help.",
	"Thanks for your kind words, we'll pass them on to the ward.",
}

// ordinaryPosts is about 1 MB of posts of one to five sentences.
func ordinaryPosts() []string {
	var posts []string
	for size, n := 0, 0; size < 1<<20; n++ {
		var b strings.Builder
		for k := range n%5 + 1 {
			b.WriteString(sentences[(n*7+k*5)%len(sentences)])
			b.WriteByte(' ')
		}
		posts = append(posts, b.String())
		size += b.Len()
	}
	return posts
}

// BenchmarkFind measures the recognisers alone, on texts just cut, as they
// are when posts are checked.
func BenchmarkFind(b *testing.B) {
	posts := ordinaryPosts()
	cutter := text.NewCutter(nil)
	var found []Entity
	var spent time.Duration
	size := 0
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range posts {
			t := cutter.Cut(p)
			start := time.Now()
			found = Find(t, nil, found[:0])
			spent += time.Since(start)
			size += len(p)
		}
	}
	b.ReportMetric(float64(size)/1e6/spent.Seconds(), "MB/s")
}

// BenchmarkFirstPost measures what the lists cost when the first name is met.
func BenchmarkFirstPost(b *testing.B) {
	for b.Loop() {
		for _, list := range []string{namesText, wordsText, famousText} {
			newWordList(list).pairs()
		}
	}
}
