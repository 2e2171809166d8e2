package identify

import (
	"bytes"
	"slices"
	"strings"

	"github.com/postvet/postvet/internal/text"
)

// Organisation is who is writing: its names, people, contacts and rivals,
// which may be named freely and are kinds of their own (our-names, our-staff,
// our-contacts, rivals). It never changes and is safe for concurrent use.
type Organisation struct {
	phrases map[string][]ownPhrase // by first word
	first   [256]uint32            // lengths of first words, a bit each, by first byte
	phones  []string               // with country code, digits alone
	emails  []string
	hosts   []string
	people  int
}

// ownPhrase is a name to be known again, by its folded words.
type ownPhrase struct {
	kind   Kind
	words  []string
	person int  // number of the person, from 1
	given  bool // counts only where the person's full name stands in the text as well
}

// NewOrganisation prepares the organisation's own names, staff, contacts
// (phones, e-mail addresses, domains, postal addresses) and rivals.
func NewOrganisation(names, staff, contacts, rivals []string) *Organisation {
	o := &Organisation{phrases: map[string][]ownPhrase{}}
	for _, n := range names {
		o.phrase(ownPhrase{kind: ourNames, words: foldedWords(n)})
	}
	for _, n := range staff {
		o.person(foldedWords(n))
	}
	for _, c := range contacts {
		o.contact(strings.TrimSpace(c))
	}
	for _, n := range rivals {
		o.phrase(ownPhrase{kind: rivalNames, words: foldedWords(n)})
	}
	return o
}

func foldedWords(s string) []string {
	t := text.NewCutter(nil).Cut(s)
	words := make([]string, len(t.Words))
	for i := range words {
		words[i] = t.Fold(i)
	}
	return words
}

func (o *Organisation) phrase(p ownPhrase) {
	if len(p.words) == 0 {
		return
	}
	head := p.words[0]
	o.phrases[head] = append(o.phrases[head], p)
	o.first[head[0]] |= 1 << min(len(head), 31)
}

// person allows "Dr Priya Nair" as such, without her title, with title and
// surname, and as "Priya" where the full name stands in the text.
func (o *Organisation) person(words []string) {
	name := words
	for len(name) > 1 && isTitle([]byte(name[0])) {
		name = name[1:]
	}
	o.people++
	o.phrase(ownPhrase{kind: ourStaff, words: name, person: o.people})
	if titles := words[:len(words)-len(name)]; len(titles) > 0 {
		o.phrase(ownPhrase{kind: ourStaff, words: words, person: o.people})
		o.phrase(ownPhrase{kind: ourStaff, words: append(slices.Clone(titles), name[len(name)-1])})
	}
	if len(name) > 1 {
		o.phrase(ownPhrase{kind: ourStaff, words: name[:1], person: o.people, given: true})
	}
}

// contact allows a phone number, an e-mail address, a domain with its links
// and addresses, or any other words, such as a postal address.
func (o *Organisation) contact(c string) {
	t := text.NewCutter(nil).Cut(c)
	if len(t.Words) == 0 {
		return
	}
	if t.Words[0].Kind == text.Email {
		o.emails = append(o.emails, t.Fold(0))
		return
	}
	if numbers := phoneNumbers(t); len(numbers) > 0 {
		o.phones = append(o.phones, numbers...)
		return
	}
	if h := host([]byte(strings.ToLower(c))); bytes.IndexByte(h, '.') > 0 && bytes.IndexByte(h, ' ') < 0 {
		o.hosts = append(o.hosts, string(h))
	}
	o.phrase(ownPhrase{kind: ourContacts, words: foldedWords(c)})
	for _, e := range Find(t, nil, nil) {
		if table[e.Kind].yields {
			o.phrase(ownPhrase{kind: ourContacts, words: foldedWords(c[e.Start:e.Stop])})
		}
	}
}

// phoneNumbers returns the numbers that t may mean, with country code, if it
// is one telephone number and nothing else.
func phoneNumbers(t *text.Text) []string {
	for i := range t.Words {
		if t.Words[i].Kind != text.Number {
			return nil
		}
	}
	s := &scan{t: t}
	s.open(0)
	d := s.dial(0)
	if d.groups == 0 || d.ends[d.groups-1].word != len(t.Words) {
		return nil
	}
	var out []string
	c := d.read(len(d.digits), 4, d.groups-1)
	for _, n := range []string{c.number, c.other} {
		if n != "" {
			out = append(out, n)
		}
	}
	return out
}

func (o *Organisation) hasPhone(number string) bool {
	return o != nil && slices.Contains(o.phones, number)
}

func (o *Organisation) hasEmail(address, domain []byte) bool {
	return o != nil && (slices.Contains(o.emails, string(address)) || o.hasHost(domain))
}

// hasHost reports whether a host is one of the organisation's domains, or
// below one.
func (o *Organisation) hasHost(host []byte) bool {
	if o == nil {
		return false
	}
	for _, h := range o.hosts {
		if rest, ok := bytes.CutSuffix(host, []byte(h)); ok && (len(rest) == 0 || rest[len(rest)-1] == '.') {
			return true
		}
	}
	return false
}

// own adds the organisation's names, people, contacts and rivals, and reports
// whether any stands in the text.
func (s *scan) own() bool {
	if s.org == nil {
		return false
	}
	named := make([]bool, s.org.people+1) // who stands there in full
	var given []Entity                    // given names alone,
	var people []int                      // and whose they are
	for k := range s.t.Sentences {
		s.first, s.end = int(s.t.Sentences[k].First), int(s.t.Sentences[k].End)
		for i := s.first; i < s.end; i++ {
			b := s.t.FoldBytes(i)
			if len(b) == 0 || s.org.first[b[0]]&(1<<min(len(b), 31)) == 0 {
				continue
			}
			for _, p := range s.org.phrases[string(b)] {
				if !s.stands(i, p.words) {
					continue
				}
				s.add(p.kind, i, i+len(p.words), false)
				if p.given {
					last := len(s.out) - 1
					given, people = append(given, s.out[last]), append(people, p.person)
					s.out = s.out[:last]
				} else {
					named[p.person] = true
				}
			}
		}
	}
	for n, e := range given {
		if named[people[n]] {
			s.out = append(s.out, e)
		}
	}
	return slices.ContainsFunc(s.out[s.base:], func(e Entity) bool { return isOwn(e.Kind) })
}

// stands reports whether words stand at word i of the sentence.
func (s *scan) stands(i int, words []string) bool {
	if i+len(words) > s.end {
		return false
	}
	for n, w := range words {
		if string(s.t.FoldBytes(i+n)) != w {
			return false
		}
	}
	return true
}

func isOwn(k Kind) bool { return k <= rivalNames }

// withoutOwn drops names, contacts and places that the organisation's own
// cover; found is ordered, and of spans that start together the longer and
// then the organisation's own come first.
func withoutOwn(found []Entity) []Entity {
	kept := found[:0]
	var reach [rivalNames + 1]int32 // End of the last span of each own kind
	for _, e := range found {
		if isOwn(e.Kind) {
			reach[e.Kind] = e.End
		} else if table[e.Kind].yields && slices.Max(reach[:]) >= e.End {
			continue
		}
		kept = append(kept, e)
	}
	return kept
}
