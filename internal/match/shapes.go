package match

import (
	"sort"
	"strings"

	"github.com/postvet/postvet/internal/text"
)

// Names of shapes, in the order of the table.
const (
	shapeNumber = iota
	shapeProper
	shapeURL
	shapeSourceLink
	shapeHandle
	shapeHashtag
	shapeEmail
)

// numberWords read as numbers.
var numberWords = strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty " +
	"thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half dozen couple")

// shapes adds the sentence's shapes and recognised entities to the stretches
// and returns the first entity behind it.
func (s *Scanner) shapes(entity int) int {
	for i := 0; i < len(s.words); i++ {
		w := &s.words[i]
		a := int32(i)
		switch w.Kind {
		case text.Number:
			s.found.add(shapeNumber, a, a+1)
		case text.URL:
			s.found.add(shapeURL, a, a+1)
			if !s.ours(a) {
				s.found.add(shapeSourceLink, a, a+1)
			}
		case text.Handle:
			s.found.add(shapeHandle, a, a+1)
		case text.Email:
			s.found.add(shapeEmail, a, a+1)
		case text.Plain:
			if s.top.numbers[w.ID] {
				s.found.add(shapeNumber, a, a+1)
			}
		}
		if w.Flags&text.TagStart != 0 {
			end := i
			for end+1 < len(s.words) && s.words[end].Flags&text.TagEnd == 0 {
				end++
			}
			s.found.add(shapeHashtag, a, int32(end+1))
		}
	}
	s.numbers()
	s.proper()
	return s.entities(entity)
}

// numbers joins number words in a row: "twenty five", "2 million".
func (s *Scanner) numbers() {
	n := len(s.found.all)
	for k := range n {
		f := s.found.all[k]
		if f.name != shapeNumber {
			continue
		}
		end := f.end
		for int(end) < len(s.words) && end-f.start < 4 && s.words[end].Kind == text.Plain && s.top.numbers[s.words[end].ID] {
			end++
			s.found.add(shapeNumber, f.start, end)
		}
	}
}

// proper adds runs of words capitalised inside a sentence, unless the whole
// sentence is written so.
func (s *Scanner) proper() {
	capital, plain := 0, 0
	for i := range s.words {
		if s.words[i].Kind == text.Plain {
			plain++
			if s.words[i].Flags&text.Capital != 0 {
				capital++
			}
		}
	}
	if capital == 0 || plain > 4 && 4*capital > 3*plain {
		return
	}
	isProper := func(i int) bool {
		w := &s.words[i]
		return w.Kind == text.Plain && w.Flags&text.Capital != 0 && w.Flags&text.Tag == 0 && !s.opens(int32(i)) && w.Flags&text.QuoteOpen == 0 && w.End-w.Start > 1
	}
	for i := 0; i < len(s.words); i++ {
		if !isProper(i) {
			continue
		}
		s.found.add(shapeProper, int32(i), int32(i+1))
		end := i + 1
		for end < len(s.words) && end-i < 5 && isProper(end) && s.words[end].Flags&(text.Comma|text.Dash|text.Colon) == 0 {
			end++
		}
		s.found.add(shapeProper, int32(i), int32(end))
	}
}

// entities adds what identify recognised in the sentence. An entity that
// crosses its border is cut off there: no phrase reaches further.
func (s *Scanner) entities(k int) int {
	all := s.hits.Entities
	for ; k < len(all) && all[k].First < s.s.End; k++ {
		e := &all[k]
		if e.First >= s.s.First {
			s.found.add(int32(len(shapes))+int32(e.Kind), e.First-s.s.First, min(e.End, s.s.End)-s.s.First)
		}
	}
	return k
}

// ours reports whether word i is one of the organisation's own contacts.
func (s *Scanner) ours(i int32) bool {
	at := i + s.s.First
	all := s.hits.Entities
	k := sort.Search(len(all), func(k int) bool { return all[k].First > at })
	for k--; k >= 0 && all[k].First == at; k-- {
		if s.top.names[len(shapes)+int(all[k].Kind)] == "our-contacts" {
			return true
		}
	}
	return false
}
