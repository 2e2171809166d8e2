package check

import (
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"

	"github.com/postvet/postvet/internal/rule"
	"github.com/postvet/postvet/internal/text"
)

// measure is one thing that over: can limit.
type measure struct {
	name  string
	of    func(stretch) tally
	alone bool                  // of each part of each field; else of all fields together
	place func(*text.Word) bool // the words counted, where the first one over is underlined
}

// measures is the table of what over: can limit, under rule.Measures.
var measures = []measure{
	{name: "hashtags", of: counting(isHashtag), place: isHashtag},
	{name: "mentions", of: counting(func(w *text.Word) bool { return w.Kind == text.Handle })},
	{name: "links", of: counting(func(w *text.Word) bool { return w.Kind == text.URL })},
	{name: "emoji", of: countEmoji},
	{name: "capitals", of: capitals},
	{name: "graphemes", of: countGraphemes, alone: true},
	{name: "x-weighted", of: weighForX, alone: true},
	{name: "words", of: words},
	{name: "grade", of: grade},
}

func isHashtag(w *text.Word) bool { return w.Flags&text.TagStart != 0 }

// stretch is the part of a field that is measured.
type stretch struct {
	*text.Text
	field       int
	start, stop int // bytes
	words       []text.Word
	first       int // word
	link        int // characters that a link counts as, 0 for as many as it has
}

// tally adds up what stretches hold; its value is worked out at the end.
type tally struct {
	count, letters, capitals, words, sentences, syllables float64
}

// capitalLetters is the fewest letters of which a share of capitals says
// something: "NHS" alone isn't shouting.
const capitalLetters = 20

// value returns what is compared with the limit.
func (t *tally) value(name string) float64 {
	switch {
	case name == "capitals" && t.letters >= capitalLetters:
		return 100 * t.capitals / t.letters
	case name == "grade" && t.words > 0:
		// Kincaid and others (1975), Derivation of new readability formulas for
		// Navy enlisted personnel.
		return 0.39*t.words/max(1, t.sentences) + 11.8*t.syllables/t.words - 15.59
	}
	return t.count
}

func (t *tally) add(u tally) {
	t.count += u.count
	t.letters += u.letters
	t.capitals += u.capitals
	t.words += u.words
	t.sentences += u.sentences
	t.syllables += u.syllables
}

// over returns the places where a measure is over its limit.
func (t *trial) over(o *rule.Over, s search) []place {
	m := &measures[slices.IndexFunc(measures, func(m measure) bool { return m.name == o.Measure })]
	var places []place
	var sum tally
	var together []stretch
	most := float64(o.Limit)
	for _, f := range s.fields {
		link := 0
		if o.Platform {
			l := limitOf(t.meta.Get("platform"), o.Measure, t.fields[f].name)
			if l == nil {
				continue
			}
			most, link = float64(l.most), l.link
		}
		if !m.alone {
			whole := t.stretch(f, 0, len(t.fields[f].Text.Raw), link)
			together = append(together, whole)
			sum.add(m.of(whole))
			continue
		}
		for _, part := range t.parts(f, link) {
			if size := m.of(part); size.value(m.name) > most {
				places = append(places, place{field: int32(f), bare: true, start: int32(part.start), stop: int32(part.start)})
			}
		}
	}
	if len(together) > 0 && sum.value(m.name) > most {
		places = append(places, t.firstOver(m, together, int(most)))
	}
	return places
}

// firstOver returns the place of the word that goes over the limit, for what
// is counted in words that a reader can point at; else the start of the post.
func (t *trial) firstOver(m *measure, stretches []stretch, most int) place {
	if m.place == nil {
		return t.nowhere()
	}
	for _, s := range stretches {
		for i := range s.words {
			w := &s.words[i]
			if !m.place(w) {
				continue
			}
			if most--; most >= 0 {
				continue
			}
			end := i + 1
			for end < len(s.words) && s.words[end-1].Flags&text.TagEnd == 0 {
				end++
			}
			sentence := int32(s.SentenceOf(s.first + i))
			return place{
				field: int32(s.field), from: sentence, to: sentence,
				first: int32(s.first + i), end: int32(s.first + end),
				start: w.Start, stop: s.words[end-1].End,
			}
		}
	}
	return t.nowhere()
}

// stretch returns bytes [start, stop) of a field.
func (w *worker) stretch(f, start, stop, link int) stretch {
	t := w.fields[f].Text
	first := sort.Search(len(t.Words), func(i int) bool { return int(t.Words[i].Start) >= start })
	end := sort.Search(len(t.Words), func(i int) bool { return int(t.Words[i].Start) >= stop })
	return stretch{Text: t, field: f, start: start, stop: stop, words: t.Words[first:end], first: first, link: link}
}

// parts returns the parts of a thread, or all of the field, without the space
// around them.
func (w *worker) parts(f, link int) []stretch {
	field := &w.fields[f]
	raw := field.Text.Raw
	var parts []stretch
	start := 0
	for _, next := range append(slices.Clone(field.layout.starts(field.Text)), int32(len(raw))) {
		from, to := trim(raw, start, int(next))
		parts = append(parts, w.stretch(f, from, to, link))
		start = int(next)
	}
	return parts
}

// trim returns the borders of raw[start:stop] without space and the line of
// hyphens that closes a part.
func trim(raw string, start, stop int) (from, to int) {
	separates := func(r rune) bool { return unicode.IsSpace(r) || r == '-' }
	for start < stop {
		r, n := utf8.DecodeRuneInString(raw[start:stop])
		if !unicode.IsSpace(r) {
			break
		}
		start += n
	}
	for start < stop {
		r, n := utf8.DecodeLastRuneInString(raw[start:stop])
		if !separates(r) {
			break
		}
		stop -= n
	}
	return start, stop
}

// counting counts the words of a kind.
func counting(is func(*text.Word) bool) func(stretch) tally {
	return func(s stretch) (t tally) {
		for i := range s.words {
			if is(&s.words[i]) {
				t.count++
			}
		}
		return t
	}
}

func capitals(s stretch) (t tally) {
	for _, r := range s.Raw[s.start:s.stop] {
		if unicode.IsLetter(r) {
			t.letters++
			if unicode.IsUpper(r) {
				t.capitals++
			}
		}
	}
	return t
}

// countGraphemes counts characters as a reader does.
func countGraphemes(s stretch) (t tally) {
	for g := graphemes.FromString(s.Raw[s.start:s.stop]); g.Next(); {
		t.count++
	}
	for i := range s.words {
		if w := &s.words[i]; s.link > 0 && w.Kind == text.URL {
			t.count += float64(s.link)
			for g := graphemes.FromString(s.Raw[w.Start:w.End]); g.Next(); {
				t.count--
			}
		}
	}
	return t
}

// countEmoji counts emoji as a reader sees them: a family or a flag is one.
func countEmoji(s stretch) (t tally) {
	end := 0
	for i := range s.words {
		if w := &s.words[i]; w.Kind == text.Emoji && int(w.Start) >= end {
			end = s.clusterEnd(w)
			t.count++
		}
	}
	return t
}

// clusterEnd returns the end of the character that starts with w.
func (s *stretch) clusterEnd(w *text.Word) int {
	g := graphemes.FromString(s.Raw[w.Start:s.stop])
	g.Next()
	return int(w.Start) + g.End()
}

// weighForX counts characters as X does: see limits.
func weighForX(s stretch) (t tally) {
	at := s.start
	plain := func(stop int) {
		for _, r := range norm.NFC.String(s.Raw[at:stop]) {
			t.count += xWeight(r)
		}
	}
	for i := range s.words {
		w := &s.words[i]
		if w.Kind != text.URL && w.Kind != text.Emoji || int(w.Start) < at {
			continue
		}
		plain(int(w.Start))
		if w.Kind == text.URL {
			t.count += xLink
			at = min(int(w.End), s.stop)
		} else {
			t.count += xEmoji
			at = s.clusterEnd(w)
		}
	}
	plain(s.stop)
	return t
}

func words(s stretch) (t tally) {
	for i := range s.words {
		if w := &s.words[i]; isWord(w) && (i == 0 || s.words[i-1].Start != w.Start) {
			t.count++
		}
	}
	return t
}

func isWord(w *text.Word) bool { return w.Kind == text.Plain || w.Kind == text.Number }
