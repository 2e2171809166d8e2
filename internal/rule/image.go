package rule

import (
	"errors"

	"github.com/postvet/postvet/internal/image"
	"github.com/postvet/postvet/internal/match"
)

// imageHead opens an image. Its number goes up when the format changes.
const imageHead = "postvet packs 1"

// Encode writes a set as an image: a head, what the packs say (texts, then
// numbers), and the program. The same set always gives the same image.
func Encode(s *Set) []byte {
	var numbers, program, w image.Writer
	c := codec{w: &numbers}
	c.set(s)
	s.Program.Write(&program)
	w.String(imageHead)
	w.Blob(c.written)
	w.Blob(numbers.Bytes())
	w.Blob(program.Bytes())
	return w.Bytes()
}

// Decode reads an image that Encode wrote, without parsing anything.
func Decode(data []byte) (*Set, error) {
	r := image.NewReader(data)
	if r.String() != imageHead {
		return nil, errors.New("the shipped packs were compiled for another version: run go generate ./rules")
	}
	texts, numbers, program := r.String(), image.NewReader(r.Blob()), image.NewReader(r.Blob())
	if r.Err() != nil {
		return nil, errImage
	}
	var s Set
	c := codec{r: numbers, unread: texts}
	c.set(&s)
	s.Program = match.ReadProgram(program)
	if err := errors.Join(c.err, numbers.Err(), program.Err()); err != nil {
		return nil, err
	}
	return &s, nil
}

// set codes everything but the program.
func (c *codec) set(s *Set) {
	var packs []packImage
	for _, p := range s.Packs {
		packs = append(packs, packImage{pack: *p, rules: s.rulesOf(p)})
	}
	list(c, &packs, (*codec).packImage)
	var policies []Policy
	for _, id := range policyIDs(s.Policies) {
		policies = append(policies, *s.Policies[id])
	}
	list(c, &policies, (*codec).policy)
	list(c, &s.lists, func(c *codec, l *listOwner) { c.texts(&l.name, &l.pack) })
	if c.r == nil {
		return
	}
	for i := range packs {
		p := &packs[i]
		s.Packs = append(s.Packs, &p.pack)
		for j := range p.rules {
			p.rules[j].Pack = &p.pack
			s.Rules = append(s.Rules, &p.rules[j])
		}
	}
	s.Policies = make(map[string]*Policy, len(policies))
	for i := range policies {
		s.Policies[policies[i].ID] = &policies[i]
	}
}

// packImage is a pack with its rules, as an image holds it.
type packImage struct {
	pack  Pack
	rules []Rule
}

func (c *codec) packImage(p *packImage) {
	c.pack(&p.pack)
	list(c, &p.rules, (*codec).rule)
}

// rulesOf returns copies of a pack's rules, in order.
func (s *Set) rulesOf(p *Pack) []Rule {
	var rules []Rule
	for _, r := range s.Rules {
		if r.Pack == p {
			rules = append(rules, *r)
		}
	}
	return rules
}
