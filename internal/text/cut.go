package text

import (
	"unicode"
	"unicode/utf8"
)

// maxWord is the length in bytes at which a run of letters is cut: longer
// ones are data, not words.
const maxWord = 64

// Cutter cuts texts one after the other, reusing memory. It is for one
// goroutine.
type Cutter struct {
	lex    *Lexicon
	masks  bool // some word may be read through masking
	t      Text
	store  []byte // Folded, and behind it spellings that don't stand there as such
	folded int    // length of Folded in store
	pos    int    // byte of store reached
	seg    int    // segment that holds pos
	flags  Flags  // marks seen since the last word
	gap    gap
	chunk  chunk
	held   bool  // a sentence has ended, but emoji behind it still belong to it
	place  int32 // byte of Folded where the word being added stands
	single int   // single letters just read, one after the other
}

// NewCutter returns a cutter whose words bear the numbers of lex; lex may be
// nil.
func NewCutter(lex *Lexicon) *Cutter {
	c := &Cutter{lex: lex}
	for l := lex; l != nil; l = l.base {
		c.masks = c.masks || len(l.masks) > 0
	}
	return c
}

// Cut folds raw and cuts it into words and sentences. The Text is valid until
// the next Cut.
func (c *Cutter) Cut(raw string) *Text {
	t := &c.t
	t.Raw = raw
	c.store, t.segments = fold(c.store[:0], t.segments[:0], raw)
	c.folded = len(c.store)
	t.Words, t.Sentences = t.Words[:0], t.Sentences[:0]
	c.pos, c.seg, c.flags, c.gap = 0, 0, LineStart, gap{newlines: 2}
	c.chunk, c.held, c.single = chunk{}, false, 0
	for c.pos < c.folded {
		c.token()
	}
	c.finish()
	t.Folded = c.store[:c.folded:c.folded]
	t.store = c.store
	return t
}

// token reads one word, or one byte of what stands between words.
func (c *Cutter) token() {
	f := c.store[:c.folded]
	b := f[c.pos]
	switch class[b] {
	case letter:
		c.word()
	case digit:
		c.number()
	case space:
		c.gap.spaces++
		c.pos++
	case newline:
		c.gap.spaces++
		c.gap.newlines++
		c.flags |= LineStart
		c.pos++
		c.gap.at = c.pos
	case high:
		c.high()
	case sign:
		c.sign(b)
	default:
		c.mark(b)
		c.pos++
	}
}

// high reads a rune beyond ASCII: an emoji, a letter, a currency sign or a
// mark.
func (c *Cutter) high() {
	r, n := utf8.DecodeRune(c.store[c.pos:c.folded])
	switch {
	case isEmoji(r):
		c.emit(Emoji, c.pos, c.pos+n)
		c.pos += n
	case unicode.IsLetter(r):
		c.word()
	case r == '£' || r == '€' || r == '¥':
		c.emit(Symbol, c.pos, c.pos+n)
		c.pos += n
	case r == '–':
		if !c.betweenDigits(n) {
			c.flags |= Dash
		}
		c.pos += n
	case r == '•' || r == '◦' || r == '‣' || r == '▪':
		c.gap.bullet = c.flags&LineStart != 0
		c.pos += n
	default:
		c.pos += n
	}
}

func (c *Cutter) betweenDigits(n int) bool {
	return c.pos > 0 && class[c.store[c.pos-1]] == digit && c.pos+n < c.folded && class[c.store[c.pos+n]] == digit
}

// sign reads a character that may open a word of its own.
func (c *Cutter) sign(b byte) {
	f := c.store[:c.folded]
	next := byte(' ')
	if c.pos+1 < len(f) {
		next = f[c.pos+1]
	}
	opens := c.pos == 0 || class[f[c.pos-1]] != letter && class[f[c.pos-1]] != digit
	switch {
	case b == '@' && opens && (class[next] == letter || class[next] == digit || next == '_'):
		c.handle()
	case b == '#' && opens && (class[next] == letter || class[next] == high || class[next] == digit && c.tagAhead()):
		c.hashtag()
	case b == '$' && c.masked(c.pos):
	case b == '&':
		c.emitAs(Plain, c.pos, c.pos+1, "and")
		c.pos++
	case b == '%' || b == '$':
		c.emit(Symbol, c.pos, c.pos+1)
		c.pos++
	default:
		c.pos++
	}
}

// tagAhead tells "#5aday" from "#1".
func (c *Cutter) tagAhead() bool {
	for _, b := range c.store[c.pos+1 : c.folded] {
		switch class[b] {
		case letter, high:
			return true
		case digit:
		default:
			return b == '_'
		}
	}
	return false
}

// mark notes punctuation between two words.
func (c *Cutter) mark(b byte) {
	f := c.store[:c.folded]
	opens := c.pos == 0 || class[f[c.pos-1]] == space || class[f[c.pos-1]] == newline
	switch b {
	case ',':
		c.flags |= Comma
	case ';':
		c.flags |= Semicolon
	case ':':
		c.flags |= Colon
	case '(', '[':
		c.flags |= ParenOpen
	case ')', ']':
		c.flags |= ParenClose
	case '"', '\'':
		if opens || c.flags&(ParenOpen|QuoteOpen|Dash) != 0 && c.gap.spaces == 0 {
			c.flags |= QuoteOpen
		} else {
			c.flags |= QuoteClose
		}
	case '-':
		spaced := c.pos+1 >= len(f) || class[f[c.pos+1]] == space || class[f[c.pos+1]] == newline
		if opens && c.flags&LineStart != 0 {
			c.gap.bullet = true
		} else if opens && spaced || c.pos+1 < len(f) && f[c.pos+1] == '-' {
			c.flags |= Dash
		}
	case '*', '+':
		if opens && c.flags&LineStart != 0 {
			c.gap.bullet = true
		}
	case '.', '!', '?':
		c.gap.stop(b, c.pos+1)
	}
}

// emit adds a word that stands in Folded at [a, b).
func (c *Cutter) emit(k Kind, a, b int) *Word {
	return c.add(k, a, b, int32(a), int32(b))
}

// emitAs adds a word that reads otherwise than it stands.
func (c *Cutter) emitAs(k Kind, a, b int, spelling string) *Word {
	at := int32(len(c.store))
	c.store = append(c.store, spelling...)
	return c.add(k, a, b, at, int32(len(c.store)))
}

func (c *Cutter) add(k Kind, a, b int, fold, stop int32) *Word {
	t := &c.t
	w := Word{Kind: k, Flags: c.flags, fold: fold, stop: stop}
	w.Start = c.raw(a)
	w.End = t.runeEnd(w.Start, c.raw(b))
	if c.gap.spaces == 0 && len(t.Words) > 0 {
		w.Flags |= Glued
	}
	if k == Plain {
		w.Flags |= c.capitals(&w)
	}
	if c.lex != nil {
		w.ID = c.lex.ID(c.store[fold:stop])
	}
	if k == Plain && stop-fold == 1 && w.Flags&Tag == 0 {
		c.single++
	} else {
		c.spaced()
	}
	c.place = int32(a)
	c.border(&w)
	t.Words = append(t.Words, w)
	c.flags, c.gap = 0, gap{}
	return &t.Words[len(t.Words)-1]
}

// raw is rawAt for places that rarely go back.
func (c *Cutter) raw(f int) int32 {
	segs := c.t.segments
	if len(segs) == 0 {
		return int32(f)
	}
	for c.seg > 0 && segs[c.seg].fold > int32(f) {
		c.seg--
	}
	for c.seg+1 < len(segs) && segs[c.seg+1].fold <= int32(f) {
		c.seg++
	}
	if s := segs[c.seg]; s.fold <= int32(f) {
		return s.raw + int32(f) - s.fold
	}
	return int32(f)
}

// capitals reads from Raw how a word is capitalised.
func (c *Cutter) capitals(w *Word) Flags {
	s := c.t.Raw[w.Start:w.End]
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(r) && !unicode.IsTitle(r) {
		return 0
	}
	letters := 1
	for _, r := range s[n:] {
		if unicode.IsLower(r) {
			return Capital
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	if letters > 1 {
		return Capital | Upper
	}
	return Capital
}
