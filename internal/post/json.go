package post

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/yamldoc"
)

const maxJSONDepth = 64

// jsonReader makes nodes of JSON; their columns count bytes of data. It takes what encoding/json takes, several times faster, since it decodes only
// the keys a post can have.
type jsonReader struct {
	data []byte
	at   int
	line int
	d    *yamldoc.Decoder
}

// record reads data that is one object.
func (j *jsonReader) record() (entries []yamldoc.Entry, ok bool) {
	entries, ok = j.entries()
	j.space()
	return entries, ok && j.at == len(j.data)
}

// entries reads an object and returns the entries a post can have; a key of
// those that stands twice is reported.
func (j *jsonReader) entries() (entries []yamldoc.Entry, ok bool) {
	j.space()
	if !j.take('{') {
		return nil, false
	}
	ok = j.object(func(key string, at int) bool {
		if !isKey(key) {
			_, ok := j.value(1, false)
			return ok
		}
		node := &yamldoc.Node{Value: key, Tag: "!!str", Line: j.line, Column: at + 1}
		for _, e := range entries {
			if e.Key.Value == key {
				j.d.Report(node, "%s stands twice", key)
			}
		}
		value, ok := j.value(1, true)
		entries = append(entries, yamldoc.Entry{Key: node, Value: value})
		return ok
	})
	return entries, ok
}

// isKey reports whether a record's key means something.
func isKey(key string) bool {
	_, isText := textKeys[key]
	return isText || key == "id" || key == "text" || key == "social" || key == "postvet" || nameOf(key) != nil
}

// object reads the rest of an object, giving each key to entry, which reads the value.
func (j *jsonReader) object(entry func(key string, at int) bool) bool {
	j.space()
	if j.take('}') {
		return true
	}
	for {
		j.space()
		at := j.at
		key, ok := j.text(true)
		if j.space(); !ok || !j.take(':') || !entry(key, at) {
			return false
		}
		if j.space(); j.take('}') {
			return true
		}
		if !j.take(',') {
			return false
		}
	}
}

// value reads any value; without keep it only passes over it.
func (j *jsonReader) value(depth int, keep bool) (n *yamldoc.Node, ok bool) {
	j.space()
	if keep {
		n = &yamldoc.Node{Line: j.line, Column: j.at + 1}
	} else {
		n = &yamldoc.Node{}
	}
	if depth > maxJSONDepth || j.at == len(j.data) {
		return n, false
	}
	switch j.data[j.at] {
	case '"':
		n.Tag = "!!str"
		n.Value, ok = j.text(keep)
		return n, ok
	case '{':
		j.at++
		n.Kind = yamldoc.Map
		return n, j.object(func(key string, at int) bool {
			value, ok := j.value(depth+1, keep)
			if keep {
				n.Keys = append(n.Keys, yamldoc.Entry{Key: &yamldoc.Node{Value: key, Tag: "!!str", Line: j.line, Column: at + 1}, Value: value})
			}
			return ok
		})
	case '[':
		j.at++
		n.Kind = yamldoc.List
		return n, j.list(n, depth, keep)
	}
	return n, j.literal(n)
}

func (j *jsonReader) list(n *yamldoc.Node, depth int, keep bool) bool {
	if j.space(); j.take(']') {
		return true
	}
	for {
		item, ok := j.value(depth+1, keep)
		if !ok {
			return false
		}
		if keep {
			n.Items = append(n.Items, item)
		}
		if j.space(); j.take(']') {
			return true
		}
		if !j.take(',') {
			return false
		}
	}
}

// literal reads true, false, null or a number.
func (j *jsonReader) literal(n *yamldoc.Node) bool {
	rest := j.data[j.at:]
	for _, word := range []struct{ text, tag string }{{"true", "!!bool"}, {"false", "!!bool"}, {"null", "!!null"}} {
		if bytes.HasPrefix(rest, []byte(word.text)) {
			n.Value, n.Tag = word.text, word.tag
			j.at += len(word.text)
			return true
		}
	}
	start := j.at
	j.take('-')
	if !j.take('0') && !j.digits() {
		return false
	}
	n.Tag = "!!int"
	if j.take('.') {
		n.Tag = "!!float"
		if !j.digits() {
			return false
		}
	}
	if j.take('e') || j.take('E') {
		n.Tag = "!!float"
		if !j.take('+') {
			j.take('-')
		}
		if !j.digits() {
			return false
		}
	}
	n.Value = string(j.data[start:j.at])
	return true
}

func (j *jsonReader) digits() bool {
	start := j.at
	for j.at < len(j.data) && j.data[j.at] >= '0' && j.data[j.at] <= '9' {
		j.at++
	}
	return j.at > start
}

// text reads a string; without keep it is only passed over.
func (j *jsonReader) text(keep bool) (string, bool) {
	if !j.take('"') {
		return "", false
	}
	start, escaped := j.at, false
	for ; j.at < len(j.data); j.at++ {
		switch c := j.data[j.at]; {
		case c == '"':
			raw := j.data[start:j.at]
			j.at++
			if escaped {
				return unescapeJSON(raw)
			}
			if !keep {
				return "", true
			}
			return string(raw), true
		case c < ' ':
			return "", false
		case c == '\\':
			escaped = true
			j.at++
		}
	}
	return "", false
}

// unescapeJSON decodes what stands between quotes.
func unescapeJSON(raw []byte) (string, bool) {
	out := make([]byte, 0, len(raw))
	for {
		n := bytes.IndexByte(raw, '\\')
		if n < 0 {
			return string(append(out, raw...)), true
		}
		out = append(out, raw[:n]...)
		raw = raw[n+1:] // never empty: text saw a character behind each backslash
		if raw[0] == 'u' {
			r, size := unescapeRune(raw)
			if size == 0 {
				return "", false
			}
			out, raw = utf8.AppendRune(out, r), raw[size:]
			continue
		}
		const short, long = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
		i := bytes.IndexByte([]byte(short), raw[0])
		if i < 0 {
			return "", false
		}
		out, raw = append(out, long[i]), raw[1:]
	}
}

// unescapeRune decodes "uXXXX", or two of them that make one character; size is 0 when it can't.
func unescapeRune(raw []byte) (r rune, size int) {
	r, ok := hex4(raw)
	if !ok {
		return 0, 0
	}
	if utf16.IsSurrogate(r) && len(raw) >= 7 && raw[5] == '\\' && raw[6] == 'u' {
		if second, ok := hex4(raw[6:]); ok {
			if both := utf16.DecodeRune(r, second); both != utf8.RuneError {
				return both, 11
			}
		}
	}
	return r, 5 // AppendRune writes U+FFFD for half a pair
}

func hex4(raw []byte) (rune, bool) {
	if len(raw) < 5 {
		return 0, false
	}
	v, err := strconv.ParseUint(string(raw[1:5]), 16, 32)
	return rune(v), err == nil && raw[1] != '+' && raw[1] != '_'
}

func (j *jsonReader) space() {
	for j.at < len(j.data) && (j.data[j.at] == ' ' || j.data[j.at] == '\t' || j.data[j.at] == '\r' || j.data[j.at] == '\n') {
		j.at++
	}
}

func (j *jsonReader) take(c byte) bool {
	if j.at < len(j.data) && j.data[j.at] == c {
		j.at++
		return true
	}
	return false
}
