package text

import (
	"bytes"
)

// chunk is the run without spaces that the cutter is in, looked at once so
// that links are found in linear time.
type chunk struct {
	end    int // end of the run
	at     int // next "@" at or behind the position; end for none
	local  int // where an address around that "@" would start
	domain int // no bare domain starts before here
	dots   bool
}

// link reads a web or e-mail address that starts at the position, if one does.
func (c *Cutter) link() bool {
	f := c.store[:c.folded]
	k := &c.chunk
	if c.pos >= k.end {
		*k = chunk{end: c.pos + chunkLength(f[c.pos:]), at: -1, domain: c.pos}
		k.dots = bytes.IndexByte(f[c.pos:k.end], '.') >= 0
	}
	if !k.dots {
		return false
	}
	return c.email() || c.url()
}

func chunkLength(f []byte) int {
	for i, b := range f {
		if class[b] == space || class[b] == newline {
			return i
		}
	}
	return len(f)
}

func isLocal(b byte) bool {
	return class[b] == letter || class[b] == digit || bytes.IndexByte([]byte("._%+-"), b) >= 0
}

func (c *Cutter) email() bool {
	f, k := c.store[:c.folded], &c.chunk
	if k.at < c.pos {
		k.at = k.end
		if i := bytes.IndexByte(f[c.pos:k.end], '@'); i >= 0 {
			k.at = c.pos + i
		}
		for k.local = k.at; k.local > c.pos && isLocal(f[k.local-1]); k.local-- {
		}
	}
	if k.at == k.end || c.pos != k.local {
		return false
	}
	end := domainEnd(f[:k.end], k.at+1)
	if bytes.IndexByte(f[k.at+1:end], '.') <= 0 {
		return false
	}
	c.emit(Email, c.pos, end)
	c.pos = end
	return true
}

// domainEnd returns the end of the labels and dots at i.
func domainEnd(f []byte, start int) int {
	i := start
	for i < len(f) && (class[f[i]] == letter || class[f[i]] == digit || f[i] == '-' || f[i] == '.') {
		i++
	}
	for i > start && (f[i-1] == '.' || f[i-1] == '-') {
		i--
	}
	return i
}

func (c *Cutter) url() bool {
	f, k := c.store[:c.folded], &c.chunk
	rest := f[c.pos:k.end]
	end := 0
	switch {
	case bytes.HasPrefix(rest, []byte("http://")), bytes.HasPrefix(rest, []byte("https://")), bytes.HasPrefix(rest, []byte("www.")):
		end = k.end
	case c.pos >= k.domain:
		end = c.bareDomain()
	}
	if end == 0 {
		return false
	}
	for end > c.pos+1 && bytes.IndexByte([]byte(`.,;:!?)'"]*>}`), f[end-1]) >= 0 {
		end--
	}
	c.emit(URL, c.pos, end)
	c.pos = end
	return true
}

// bareDomain returns the end of an address written without its scheme
// ("example.org/x"), 0 if none starts at the position.
func (c *Cutter) bareDomain() int {
	f, k := c.store[:c.folded], &c.chunk
	end := domainEnd(f[:k.end], c.pos)
	dot := bytes.LastIndexByte(f[c.pos:end], '.')
	// Labels that are no domain from here aren't one from further in either.
	k.domain = end
	if dot <= 0 {
		return 0
	}
	path := end < k.end && f[end] == '/'
	top := string(f[c.pos+dot+1 : end])
	if class[top[0]] != letter || !topLevel[top] && !path || wordLike[top] && !path || dot < 2 {
		return 0
	}
	if path {
		return k.end
	}
	return end
}

var (
	// topLevel are the endings under which an address is told from a missing
	// space ("today.Book").
	topLevel = words("com org net uk gov edu io ie au nz ca eu nhs info example test invalid ly gl app health care clinic int tv page link " +
		"co us me to it in am at biz blog site online shop store club dev tech life news scot wales london doctor dental dentist hospital charity foundation community")
	// wordLike are endings that are words as well.
	wordLike = words("us me to it in am at care health page link site online shop store club life news doctor hospital charity foundation community dentist dental app blog test example")
)

// handle reads "@name", "@name@server".
func (c *Cutter) handle() {
	f := c.store[:c.folded]
	end := c.pos + 1
	for end < len(f) && (class[f[end]] == letter || class[f[end]] == digit || f[end] == '_' || f[end] == '.' || f[end] == '@') {
		end++
	}
	for f[end-1] == '.' || f[end-1] == '@' {
		end--
	}
	c.emit(Handle, c.pos, end)
	c.pos = end
}
