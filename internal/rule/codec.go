package rule

import (
	"errors"

	"github.com/postvet/postvet/internal/image"
)

// codec walks a value once, to write it or to read it back, so that both ways
// always agree. Texts stand in one piece beside the numbers, and those read
// share its memory.
type codec struct {
	w       *image.Writer // of numbers; nil when reading
	written []byte        // texts
	r       *image.Reader // of numbers; nil when writing
	unread  string        // texts
	err     error
}

var errImage = errors.New("the image of the shipped packs is damaged: run go generate ./rules")

func (c *codec) number(n int) int {
	if c.r != nil {
		return c.r.Int()
	}
	c.w.Int(n)
	return n
}

func (c *codec) text(s *string) {
	n := c.number(len(*s))
	switch {
	case c.r == nil:
		c.written = append(c.written, *s...)
	case n < 0 || n > len(c.unread):
		c.err = errImage
	default:
		*s, c.unread = c.unread[:n], c.unread[n:]
	}
}

func (c *codec) texts(all ...*string) {
	for _, s := range all {
		c.text(s)
	}
}

func (c *codec) flags(all ...*bool) {
	bits := 0
	for i, b := range all {
		if *b {
			bits |= 1 << i
		}
	}
	bits = c.number(bits)
	for i, b := range all {
		*b = bits&(1<<i) != 0
	}
}

// integer codes any integer type by value.
func integer[T ~int | ~int32 | ~uint8](c *codec, n *T) { *n = T(c.number(int(*n))) }

// maxItems is more than any list of an image has.
const maxItems = 1 << 20

// list codes a slice; an empty one comes back nil.
func list[T any](c *codec, items *[]T, each func(*codec, *T)) {
	n := c.number(len(*items))
	if c.r != nil && n > 0 {
		if n > maxItems || c.r.Err() != nil {
			c.err = errImage
			return
		}
		*items = make([]T, n)
	}
	for i := range *items {
		each(c, &(*items)[i])
	}
}

// option codes what may be absent.
func option[T any](c *codec, p **T, each func(*codec, *T)) {
	there := *p != nil
	c.flags(&there)
	if !there {
		return
	}
	if c.r != nil {
		*p = new(T)
	}
	each(c, *p)
}

func (c *codec) pack(p *Pack) {
	c.texts(&p.Name, &p.Title, &p.Summary, &p.Version, &p.Effective, &p.ReviewBy, &p.Path)
	c.flags(&p.Shipped)
}

func (c *codec) rule(r *Rule) {
	c.texts(&r.ID, &r.Title, &r.Message, &r.Why, &r.Instead)
	c.flags(&r.Once, &r.Private, &r.Optional, &r.Enabled)
	integer(c, &r.Line)
	c.severities(&r.Severity)
	list(c, &r.When, (*codec).condition)
	list(c, &r.In, (*codec).text)
	c.matcher(&r.Find)
	list(c, &r.Allow, integer)
	list(c, &r.Unless, (*codec).matcher)
	list(c, &r.ErrorIf, (*codec).matcher)
	option(c, &r.Insert, func(c *codec, i *Insert) { c.flags(&i.AtStart); c.text(&i.Text) })
	list(c, &r.References, (*codec).text)
	list(c, &r.Flagged, (*codec).example)
	list(c, &r.Allowed, (*codec).example)
}

func (c *codec) severities(s *Severities) {
	integer(c, &s.Default)
	list(c, &s.By, func(c *codec, e *SeverityFor) {
		c.texts(&e.Name, &e.Value)
		integer(c, &e.Severity)
	})
}

func (c *codec) condition(d *Condition) {
	c.text(&d.Name)
	list(c, &d.Values, (*codec).text)
	c.flags(&d.Missing, &d.Present)
}

func (c *codec) matcher(m *Matcher) {
	list(c, &m.In, (*codec).text)
	integer(c, &m.Text)
	list(c, &m.Rewrite, (*codec).text)
	list(c, &m.Any, (*codec).matcher)
	list(c, &m.All, (*codec).matcher)
	integer(c, &m.AtLeast)
	list(c, &m.Of, func(c *codec, s *Signal) { c.text(&s.Name); c.matcher(&s.Matcher) })
	integer(c, &m.Within.Unit)
	integer(c, &m.Within.N)
	list(c, &m.Record, (*codec).condition)
	list(c, &m.Media, (*codec).condition)
	option(c, &m.Over, func(c *codec, o *Over) {
		c.text(&o.Measure)
		integer(c, &o.Limit)
		c.flags(&o.Platform)
	})
	list(c, &m.Context, (*codec).text)
	integer(c, &m.Found)
}

func (c *codec) example(e *Example) {
	c.texts(&e.Text, &e.Match)
	list(c, &e.Fields, (*codec).value)
	list(c, &e.Meta, (*codec).value)
	list(c, &e.Media, func(c *codec, item *[]Value) { list(c, item, (*codec).value) })
	integer(c, &e.Severity)
	integer(c, &e.Line)
}

func (c *codec) value(v *Value) {
	c.text(&v.Name)
	list(c, &v.Values, (*codec).text)
}

func (c *codec) policy(p *Policy) {
	c.texts(&p.ID, &p.Title, &p.Issuer, &p.Section, &p.Jurisdiction, &p.URL, &p.Summary, &p.Source, &p.Note)
	c.flags(&p.Verified)
}
