package text

import (
	"unicode"
	"unicode/utf8"
)

// maxTag is the length in bytes up to which a hashtag without capitals is cut
// into known words.
const maxTag = 40

// hashtag reads "#MiracleCure", "#miracle_cure" or "#miraclecure" as its
// words; its first word starts at the "#".
func (c *Cutter) hashtag() {
	f := c.store[:c.folded]
	sharp := c.pos
	first := len(c.t.Words)
	i := sharp + 1
	for i < len(f) && i-sharp < 4*maxWord {
		n := c.tagPiece(i)
		if n == 0 {
			break
		}
		if f[i] != '_' {
			c.tagWords(i, i+n)
		}
		i += n
	}
	c.pos = i
	words := c.t.Words[first:]
	if len(words) == 0 {
		return
	}
	words[0].Start = c.raw(sharp)
	words[0].Flags |= TagStart
	words[len(words)-1].Flags |= TagEnd
	for k := range words {
		words[k].Flags |= Tag
	}
	if s := &c.t.Sentences[len(c.t.Sentences)-1]; int(s.First) >= first {
		s.Start = words[0].Start
	}
}

// tagPiece returns the length of the piece of a hashtag at i: letters up to a
// capital that starts the next word, digits, or underscores.
func (c *Cutter) tagPiece(i int) int {
	f := c.store[:c.folded]
	kind := c.tagClass(i)
	if kind == other {
		return 0
	}
	n := c.runeLen(i)
	upper := c.isUpper(i)
	for i+n < len(f) && n < maxWord && c.tagClass(i+n) == kind {
		next := c.isUpper(i + n)
		if kind == letter && next && !upper { // "miracle|Cure"
			break
		}
		if kind == letter && next && upper { // "NHS|Workers": the last capital opens a word
			if after := i + n + c.runeLen(i+n); after < len(f) && c.tagClass(after) == letter && !c.isUpper(after) {
				break
			}
		}
		upper = next
		n += c.runeLen(i + n)
	}
	return n
}

func (c *Cutter) tagClass(i int) byteClass {
	b := c.store[i]
	if b == '_' {
		return space
	}
	if k := class[b]; k == letter || k == digit {
		return k
	}
	if r, _ := utf8.DecodeRune(c.store[i:c.folded]); class[b] == high && unicode.IsLetter(r) && !isEmoji(r) {
		return letter
	}
	return other
}

func (c *Cutter) runeLen(i int) int {
	_, n := utf8.DecodeRune(c.store[i:c.folded])
	return n
}

func (c *Cutter) isUpper(i int) bool {
	r, _ := utf8.DecodeRuneInString(c.t.Raw[c.raw(i):])
	return unicode.IsUpper(r)
}

// tagWords adds the piece [a, b), cut into the words that patterns know where
// it is made of nothing else.
func (c *Cutter) tagWords(a, b int) {
	s := c.store[a:b]
	if c.lex == nil || len(s) > maxTag || c.lex.ID(s) != 0 {
		c.tagWord(a, b)
		return
	}
	var from [maxTag + 1]int8 // where the last word of the best cut up to here starts; 0 none
	var count [maxTag + 1]int8
	for i := 0; i < len(s); i++ {
		if i > 0 && count[i] == 0 {
			continue
		}
		for j := i + 2; j <= len(s) && j-i <= 18; j++ {
			if (count[j] == 0 || count[i]+1 < count[j]) && c.lex.ID(s[i:j]) != 0 {
				count[j], from[j] = count[i]+1, int8(i)
			}
		}
	}
	if count[len(s)] == 0 {
		c.tagWord(a, b)
		return
	}
	var cuts [maxTag]int8
	k := 0
	for j := int8(len(s)); j > 0; j = from[j] {
		cuts[k] = j
		k++
	}
	start := a
	for k--; k >= 0; k-- {
		c.tagWord(start, a+int(cuts[k]))
		start = a + int(cuts[k])
	}
}

func (c *Cutter) tagWord(a, b int) {
	k := Plain
	if class[c.store[a]] == digit {
		k = Number
	}
	c.emit(k, a, b)
}
