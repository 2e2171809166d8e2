package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/post"
)

// suggestions returns the rewording of the phrase that matched, and the line
// that would clear the rule.
func (w *worker) suggestions(b *breach, f *Finding) []Suggestion {
	var all []Suggestion
	if edit, ok := w.rewording(&b.place); ok {
		from, to := w.post.Locate(edit.Field, edit.Start, edit.Stop)
		all = append(all, Suggestion{Start: from, End: to, edit: &edit})
	}
	if add := b.rule.Insert; add != nil {
		body := w.post.Body()
		at := 0
		if !add.AtStart {
			at = len(w.post.Fields[body].Text)
		}
		start, _ := w.post.Locate(body, at, at)
		all = append(all, Suggestion{Start: start, End: start, edit: &post.Edit{Field: body, Start: at, Stop: at, Line: true, AtEnd: !add.AtStart, Text: add.Text}})
	}
	return all
}

// rewording returns what the rule would write in place of the phrase at p; ok
// is false when it says nothing, or a piece it needs isn't there.
func (w *worker) rewording(p *place) (e post.Edit, ok bool) {
	rewording := p.reworded()
	if rewording == "" || int(p.field) == len(w.post.Fields) {
		return e, false
	}
	ok = true
	raw := w.fields[p.field].Text.Raw
	text := fill(rewording, func(name string) string {
		if name == "match" {
			return raw[p.start:p.stop]
		}
		piece, there := pieceOf(p.hit, name)
		ok = ok && there
		return raw[piece.Start:piece.Stop]
	})
	e = post.Edit{Field: int(p.field), Start: int(p.start), Stop: int(p.stop), Text: likeWritten(text, raw[p.start:p.stop])}
	article(&e, raw)
	return e, ok
}

// reworded returns what the rule writes in place of the phrase, "" if nothing.
func (p *place) reworded() string {
	if p.of == nil || p.of.Rewrite == nil {
		return ""
	}
	return p.of.Rewrite[p.hit.Phrase]
}

// likeWritten gives text a capital where what it replaces has one.
func likeWritten(text, replaced string) string {
	first, _ := utf8.DecodeRuneInString(replaced)
	r, n := utf8.DecodeRuneInString(text)
	if unicode.IsUpper(first) && unicode.IsLower(r) {
		return string(unicode.ToUpper(r)) + text[n:]
	}
	return text
}

// indefinite is an article before a phrase.
var indefinite = regexp.MustCompile(`(?:^|[^\pL\pN'’])([Aa]n?)[ \n]$`)

// article takes "a" or "an" before the phrase along where the new word needs
// the other.
func article(e *post.Edit, raw string) {
	const reach = 8 // bytes: a letter or quote, the article, a blank
	from := onBorder(raw, max(0, e.Start-reach))
	m := indefinite.FindStringSubmatchIndex(raw[from:e.Start])
	first, _, _ := strings.Cut(e.Text, " ")
	if m == nil || first != "" && strings.HasPrefix(strings.ToLower(raw[e.Start:]), strings.ToLower(first)) {
		return
	}
	article, blank := raw[from+m[2]:from+m[3]], raw[from+m[3]:e.Start]
	wanted := article[:1]
	if sounds(e.Text) {
		wanted += "n"
	}
	if wanted != article {
		e.Start, e.Text = from+m[2], wanted+blank+e.Text
	}
}

// sounds reports whether text begins with a vowel as it is spoken.
func sounds(text string) bool {
	word := strings.ToLower(text[:min(len(text), 6)])
	for _, consonant := range []string{"eu", "ewe", "one", "once", "uni", "use", "usu", "uti", "ur"} {
		if strings.HasPrefix(word, consonant) {
			return strings.HasPrefix(word, "unin") || strings.HasPrefix(word, "unim") || strings.HasPrefix(word, "urg")
		}
	}
	for _, vowel := range []string{"a", "e", "i", "o", "u", "hour", "honest", "heir"} {
		if strings.HasPrefix(word, vowel) {
			return true
		}
	}
	return false
}

// redacted stands in the place of what was taken out.
const redacted = "[…]"

// redactions returns the edits that take out what a private rule matched: each
// of the signals that add up to it, else the match itself.
func (w *worker) redactions(p *place) []post.Edit {
	var all []post.Edit
	take := func(field, start, stop int32) {
		if int(field) < len(w.post.Fields) && start < stop {
			all = append(all, post.Edit{Field: int(field), Start: int(start), Stop: int(stop), Text: redacted})
		}
	}
	for _, part := range p.parts {
		if part.name != "" && !part.bare {
			take(part.field, part.start, part.stop)
		}
	}
	if len(all) == 0 && !p.bare {
		take(p.field, p.start, p.stop)
	}
	return all
}
