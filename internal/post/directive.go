package post

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/yamldoc"
)

// Directive is a waiver that stands in a draft: findings of a rule are allowed
// in the block behind it, or in the whole post. It is data, on which nothing
// here acts.
type Directive struct {
	Rule, Reason, Until, By, Content string   // as written, "" where it doesn't say
	Whole                            bool     // it is for the post, not the next block
	At                               Position // where it stands
	Err                              error    // what is wrong with how it is written, never quoting it
	from, to                         int      // the bytes that it covers
}

// Covers reports whether a place in the file lies in the block behind it.
func (d *Directive) Covers(at Position) bool { return d.from <= at.Offset && at.Offset < d.to }

// waiverField is the field of what waivers say: nobody publishes it, but it
// may name a person.
const waiverField = "waiver"

// IsWaiver reports whether a field is what waivers say, not text of the post.
func (f *Field) IsWaiver() bool { return f.Name == waiverField }

// addWaivers makes fields of what the waivers say, behind all others.
func (p *Post) addWaivers() {
	if len(p.Directives) > maxFields {
		p.fail(errors.New(p.at() + ": too many waivers in one post; split it"))
	}
	for _, d := range p.Directives {
		if said := strings.TrimSpace(d.Reason + "\n\n" + d.By); said != "" && p.Err == nil {
			p.add(waiverField, plainField(said))
		}
	}
}

// head is how a comment begins that speaks to postvet.
const head = "postvet:"

const usage = `write allow RULE reason="…" until=YYYY-MM-DD, or allow-post for the whole post`

var (
	errVerb    = errors.New(usage)
	errSetting = errors.New("it says something else than reason, until, by and content; " + usage)
	errTwice   = errors.New("it says the same thing twice")
	errQuotes  = errors.New("a quote in it is never closed")
)

// parseDirective reads the inside of a comment; ok is false when it doesn't
// speak to postvet.
func parseDirective(comment string) (d Directive, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(comment), head)
	if !ok {
		return d, false
	}
	verb, rest := cutWord(rest)
	d.Whole = verb == "allow-post"
	if !d.Whole && verb != "allow" {
		d.Err = errVerb
		return d, true
	}
	d.Rule, rest = cutWord(rest)
	if strings.Contains(d.Rule, "=") {
		d.Rule, d.Err = "", errVerb
		return d, true
	}
	for rest = strings.TrimSpace(rest); rest != "" && d.Err == nil; rest = strings.TrimSpace(rest) {
		var name, value string
		if name, rest, ok = strings.Cut(rest, "="); !ok {
			d.Err = errSetting
			break
		}
		if value, rest, d.Err = cutValue(rest); d.Err == nil {
			d.Err = d.set(strings.TrimSpace(name), value)
		}
	}
	return d, true
}

// set takes one thing that a waiver says.
func (d *Directive) set(name, value string) error {
	into := map[string]*string{"reason": &d.Reason, "until": &d.Until, "by": &d.By, "content": &d.Content}[name]
	switch {
	case into == nil:
		return errSetting
	case *into != "":
		return errTwice
	}
	*into = strings.TrimSpace(value)
	return nil
}

// cutWord cuts the first word off.
func cutWord(s string) (word, rest string) {
	s = strings.TrimSpace(s)
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// cutValue cuts off a word, or what stands between quotes, curly ones too since
// editors write them.
func cutValue(s string) (value, rest string, err error) {
	s = strings.TrimSpace(s)
	closing := map[rune]string{'"': `"`, '\'': "'", '“': "”", '‘': "’"}
	open, size := utf8.DecodeRuneInString(s)
	if closing[open] == "" {
		value, rest = cutWord(s)
		return value, rest, nil
	}
	value, rest, ok := strings.Cut(s[size:], closing[open])
	if !ok {
		return "", "", errQuotes
	}
	return value, rest, nil
}

// directives reads what stands under "postvet:" in front matter or a record.
func (r *record) directives(n *yamldoc.Node) {
	allow := r.d.Map(n, "postvet", "allow").Get("allow")
	for _, item := range r.d.List(allow, "allow under postvet") {
		f := r.d.Map(item, "waiver", "rule", "reason", "until", "by", "content")
		d := Directive{
			Rule: f.String("rule"), Reason: f.String("reason"), Until: f.String("until"), By: f.String("by"), Content: f.String("content"),
			Whole: true, At: Position{Line: 1, Column: 1, Byte: 1, Rune: 1},
		}
		if r.place != nil {
			src, start, _ := r.place(item, item)
			d.At = src.position(start)
		}
		r.post.Directives = append(r.post.Directives, d)
	}
}

// openDirective is a waiver met in the body, whose block may not have ended yet.
type openDirective struct {
	Directive
	at     int // byte of the source
	said   int // how much had been said when it was met
	fields int // how many texts besides the body there were
	closed bool
}

// comment keeps a comment that speaks to postvet.
func (h *htmlReader) comment(start, stop int) {
	d, ok := parseDirective(string(h.text[start+len("<!--") : max(start+len("<!--"), stop-len("-->"))]))
	if !ok || len(h.directives) > maxFields {
		return
	}
	o := openDirective{Directive: d, at: h.place(start), said: h.said(), fields: len(h.fields)}
	o.from = h.place(stop-1) + 1
	o.to = o.from
	h.directives = append(h.directives, o)
}

// said is how much has been read.
func (m *markdownReader) said() int { return len(m.out.text) + len(m.fields) + len(m.media) }

// endBlock lets waivers from number first on end here, if something stands
// behind them.
func (m *markdownReader) endBlock(first int) {
	for i := first; i < len(m.directives); i++ {
		d := &m.directives[i]
		if d.closed || m.said() <= d.said {
			continue
		}
		d.closed, d.to = true, max(d.to, m.out.last)
		for _, f := range m.fields[d.fields:] {
			d.to = max(d.to, f.segments[len(f.segments)-1].end)
		}
		for _, item := range m.media {
			d.to = max(d.to, item.stop)
		}
	}
}

// keepDirectives gives the post the waivers, their places in bytes of the file.
func (m *markdownReader) keepDirectives(p *Post) {
	for _, d := range m.directives {
		d.At = m.src.position(d.at)
		d.from, d.to = m.src.position(d.from).Offset, m.src.position(d.to).Offset
		p.Directives = append(p.Directives, d.Directive)
	}
}
