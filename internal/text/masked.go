package text

// looksMasked reports whether the word at [a, end) holds digits or goes on in
// signs, as leet and masked spellings do.
func (c *Cutter) looksMasked(a, end int) bool {
	if end < c.folded && isMask(c.store[end]) {
		return true
	}
	for _, b := range c.store[a:end] {
		if class[b] == digit {
			return true
		}
	}
	return false
}

func isMask(b byte) bool {
	switch b {
	case '*', '@', '$', '!', '#', '_', '|', '+', '%':
		return true
	}
	return false
}

// masked reads "sh1t", "f*ck", "$hit" at a as the word it stands for.
func (c *Cutter) masked(a int) bool {
	f := c.store[:c.folded]
	end := a
	for end < len(f) && end-a <= 24 && (class[f[end]] == letter || class[f[end]] == digit || isMask(f[end])) {
		end++
	}
	for end > a && isMask(f[end-1]) && f[end-1] != '*' && f[end-1] != '$' {
		end--
	}
	// Of several words the one that was asked for first: "f*ck" is no "feck".
	s := f[a:end]
	var id ID
	for l := c.lex; l != nil; l = l.base {
		for _, m := range l.masks {
			if len(m.word) == len(s) && (id == 0 || m.id < id) && unmasks(s, m.word) {
				id = m.id
			}
		}
	}
	if id == 0 {
		return false
	}
	c.pos = end
	w := c.emit(Plain, a, end)
	w.ID, w.Flags = id, w.Flags|Decoded
	return true
}

// unmasks reports whether s can be read as word: each sign stands for any
// letter, each leet digit for its own, and enough letters show.
func unmasks(s []byte, word string) bool {
	shown, masked := 0, 0
	for i := range s {
		switch {
		case s[i] == word[i]:
			shown++
		case leet(s[i], word[i]):
			masked++
			if i > 0 {
				shown++
			}
		case i > 0 && (s[i] == '*' || s[i] == '#' || s[i] == '_' || s[i] == '%'):
			masked++
		default:
			return false
		}
	}
	return masked > 0 && (shown >= 2 || shown == 1 && s[0] == word[0] && len(s) == 4)
}

func leet(b, letter byte) bool {
	switch b {
	case '0':
		return letter == 'o'
	case '1', '|', '!':
		return letter == 'i' || letter == 'l'
	case '3':
		return letter == 'e'
	case '4', '@':
		return letter == 'a'
	case '5', '$':
		return letter == 's'
	case '7', '+':
		return letter == 't'
	case '8':
		return letter == 'b'
	case '9':
		return letter == 'g'
	}
	return false
}

// elongated reads "fuuuck" as the masked word it draws out.
func (c *Cutter) elongated(w *Word) {
	s := c.store[w.fold:w.stop]
	for keep := 1; keep <= 2; keep++ {
		var buf [maxWord]byte
		out := buf[:0]
		run := 0
		drawn := false
		for i, b := range s {
			if i > 0 && b == s[i-1] {
				run++
			} else {
				run = 1
			}
			drawn = drawn || run >= 3
			if run <= keep {
				out = append(out, b)
			}
		}
		if !drawn {
			return
		}
		if id := c.lex.maskedID(string(out)); id != 0 {
			w.ID, w.Flags = id, w.Flags|Decoded
			return
		}
	}
}

// spaced reads the single letters just read, "f u c k", as one masked word
// where they spell one.
func (c *Cutter) spaced() {
	n := c.single
	c.single = 0
	if !c.masks || n < 3 {
		return
	}
	t := &c.t
	n = min(n, 24, len(t.Words)-int(t.Sentences[len(t.Sentences)-1].First))
	run := t.Words[len(t.Words)-n:]
	var buf [24]byte
	for i, w := range run {
		buf[i] = c.store[w.fold]
	}
	for i := 0; i+3 <= n; i++ {
		for j := n; j >= i+3; j-- {
			id := c.lex.maskedID(string(buf[i:j]))
			if id == 0 {
				continue
			}
			w := run[i]
			w.ID, w.Flags, w.End = id, w.Flags|Decoded, run[j-1].End
			w.stop = w.fold + 1
			kept := append(run[:i:i], w)
			kept = append(kept, run[j:]...)
			t.Words = append(t.Words[:len(t.Words)-n], kept...)
			return
		}
	}
}
