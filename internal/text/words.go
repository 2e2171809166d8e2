package text

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// word reads a word that starts with a letter, or a link or address.
func (c *Cutter) word() {
	if c.link() {
		return
	}
	a := c.pos
	end, apostrophe := c.wordEnd(a)
	if c.masks && c.looksMasked(a, end) && c.masked(a) {
		return
	}
	c.pos = end
	s := c.store[a:end]
	switch {
	case apostrophe > 0:
		c.contraction(a, apostrophe, end)
	case len(s) <= 8 && c.openContraction(a, end):
	default:
		if w := c.emit(Plain, a, end); c.masks && w.ID == 0 {
			c.elongated(w)
		}
	}
}

// wordEnd returns the end of the word at a, and where its last apostrophe
// stands (0 for none).
func (c *Cutter) wordEnd(a int) (end, apostrophe int) {
	f := c.store[:c.folded]
	i := a
	for i < len(f) && i-a < maxWord {
		switch class[f[i]] {
		case letter, digit:
			i++
			continue
		case high:
			r, n := utf8.DecodeRune(f[i:])
			if !unicode.IsLetter(r) || isEmoji(r) {
				return i, apostrophe
			}
			i += n
			continue
		}
		if f[i] != '\'' || i+1 >= len(f) || class[f[i+1]] != letter {
			break
		}
		apostrophe = i
		i++
	}
	return i, apostrophe
}

// contraction reads "can't", "that's", "Patel's", "O'Brien".
func (c *Cutter) contraction(a, mark, end int) {
	base, suffix := string(c.store[a:mark]), string(c.store[mark+1:end])
	switch {
	case suffix == "s" && base == "let":
		c.pair(a, end, "let", "us")
	case suffix == "s" && openers[base]:
		c.pair(a, end, base, "is")
	case suffix == "s":
		w := c.emit(Plain, a, mark)
		w.End = c.t.runeEnd(w.Start, c.raw(end))
		w.Flags |= Possessive
	case suffix == "t" && len(base) > 1 && base[len(base)-1] == 'n':
		if full, ok := negated[base]; ok {
			base = full
		} else {
			base = base[:len(base)-1]
		}
		c.pair(a, end, base, "not")
	default:
		if full, ok := auxiliaries[suffix]; ok {
			c.pair(a, end, base, full)
			return
		}
		c.emitAs(Plain, a, end, string(bytes.ReplaceAll(c.store[a:end], []byte("'"), nil)))
	}
}

// pair adds the two words of a contraction; both share its bytes.
func (c *Cutter) pair(a, end int, first, second string) {
	c.emitAs(Plain, a, end, first)
	c.emitAs(Plain, a, end, second)
}

// openContraction reads contractions written without their apostrophe where
// no other word is spelt so ("ill", "well", "were", "id" and "its" aren't).
func (c *Cutter) openContraction(a, end int) bool {
	var first, second string
	switch string(c.store[a:end]) {
	case "cannot", "cant":
		first, second = "can", "not"
	case "dont":
		first, second = "do", "not"
	case "doesnt":
		first, second = "does", "not"
	case "didnt":
		first, second = "did", "not"
	case "isnt", "aint":
		first, second = "is", "not"
	case "arent":
		first, second = "are", "not"
	case "wasnt":
		first, second = "was", "not"
	case "werent":
		first, second = "were", "not"
	case "wont":
		first, second = "will", "not"
	case "wouldnt":
		first, second = "would", "not"
	case "couldnt":
		first, second = "could", "not"
	case "shouldnt":
		first, second = "should", "not"
	case "havent":
		first, second = "have", "not"
	case "hasnt":
		first, second = "has", "not"
	case "hadnt":
		first, second = "had", "not"
	case "youre":
		first, second = "you", "are"
	case "theyre":
		first, second = "they", "are"
	case "youve":
		first, second = "you", "have"
	case "weve":
		first, second = "we", "have"
	case "ive":
		first, second = "i", "have"
	case "youll":
		first, second = "you", "will"
	case "theyll":
		first, second = "they", "will"
	case "thatll":
		first, second = "that", "will"
	case "thats":
		first, second = "that", "is"
	case "whats":
		first, second = "what", "is"
	case "theres":
		first, second = "there", "is"
	case "gonna":
		first, second = "going", "to"
	case "wanna":
		first, second = "want", "to"
	default:
		return false
	}
	c.pair(a, end, first, second)
	return true
}

var (
	// openers take 's for "is"; behind other words it is a possessive.
	openers = words("that it he she what there here who where how when why this everything nothing everyone something someone nobody everybody")
	negated = map[string]string{"can": "can", "won": "will", "shan": "shall", "ain": "is"}
	// auxiliaries are what may follow the apostrophe; "'d" is read as would.
	auxiliaries = map[string]string{"re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}
)

// number reads digits with their thousands separators and decimals.
func (c *Cutter) number() {
	if c.link() {
		return
	}
	f := c.store[:c.folded]
	a := c.pos
	i := digits(f, a)
	grouped := i
	for i-a <= 3+grouped-a && grouped+3 < len(f) && f[grouped] == ',' && digits(f, grouped+1) == grouped+4 {
		grouped += 4
	}
	after := grouped > i
	end := max(i, grouped)
	dotted := a > 1 && f[a-1] == '.' && class[f[a-2]] == digit
	if !dotted && end+1 < len(f) && f[end] == '.' && class[f[end+1]] == digit {
		if d := digits(f, end+1); d+1 >= len(f) || f[d] != '.' || class[f[d+1]] != digit {
			end = d
		}
	}
	c.pos = end
	if after {
		c.emitAs(Number, a, end, string(bytes.ReplaceAll(f[a:end], []byte(","), nil)))
		return
	}
	c.emit(Number, a, end)
}

// digits returns the end of the digits at i, at most maxWord of them.
func digits(f []byte, i int) int {
	for end := min(len(f), i+maxWord); i < end && class[f[i]] == digit; i++ {
	}
	return i
}
