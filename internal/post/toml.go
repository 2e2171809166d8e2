package post

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/postvet/postvet/internal/yamldoc"
)

// maxTOML is how many bytes of TOML are read: the parser calls itself for each
// bracket that opens in another.
const maxTOML = 64 << 10

// tomlMatter reads TOML between two fences, and returns where the body starts.
func (p *Post) tomlMatter(src *source) (body int) {
	stop, body := closing(src.text, tomlFence)
	switch {
	case stop == 0 && !strings.Contains(src.text[:min(len(src.text), maxTOML)], "="):
		return 0 // three plus signs over a text
	case stop == 0:
		p.fail(fmt.Errorf("%s:1:1: %w", p.Source, errUnclosed(tomlFence)))
		return 0
	case stop > maxTOML:
		p.fail(fmt.Errorf("%s:1:1: more than %d KB of front matter", p.Source, maxTOML>>10))
		return 0
	}
	t := tomlReader{src: src, d: &yamldoc.Decoder{Path: p.Source}, root: &yamldoc.Node{Kind: yamldoc.Map}}
	// The opening fence becomes a comment, so that places need no shift.
	if t.read([]byte("#" + src.text[1:stop])) {
		p.read(t.root.Keys, &record{
			d:     t.d,
			field: func(n *yamldoc.Node) Field { return tomlField(src, n) },
			place: func(first, last *yamldoc.Node) (*source, int, int) { return src, first.Start, tomlEnd(src, last) },
		})
	}
	if err := t.d.Problems.Err(); err != nil {
		p.fail(err)
	}
	return body
}

// tomlReader makes nodes of TOML.
type tomlReader struct {
	src    *source
	d      *yamldoc.Decoder
	root   *yamldoc.Node
	parser unstable.Parser
}

// read reads all of data; the library's words for what is wrong may quote it.
func (t *tomlReader) read(data []byte) bool {
	var whole map[string]any
	err := toml.Unmarshal(data, &whole) // sees what no grammar does, such as a day that doesn't exist
	at := &yamldoc.Node{Line: 1, Column: 1}
	var broken *toml.DecodeError
	if errors.As(err, &broken) {
		at.Line, at.Column = broken.Position()
	} else {
		t.tables(data) // finds keys that stand twice, whose place the library doesn't say
	}
	if err != nil && len(t.d.Problems) == 0 {
		t.d.Report(at, `broken TOML here; a line is a key and a value, as in title = "…"`)
	}
	return len(t.d.Problems) == 0
}

// tables reads the expressions of data one after the other.
func (t *tomlReader) tables(data []byte) {
	t.parser.Reset(data)
	table := t.root
	for t.parser.NextExpression() {
		switch e := t.parser.Expression(); e.Kind {
		case unstable.KeyValue:
			t.put(table, e.Key(), t.value(e.Value()))
		case unstable.Table:
			table = t.enter(t.root, e.Key())
		case unstable.ArrayTable:
			table = t.append(t.root, e.Key())
		}
	}
}

// enter returns the table below n of a dotted key, made where it isn't there.
func (t *tomlReader) enter(n *yamldoc.Node, key unstable.Iterator) *yamldoc.Node {
	for key.Next() {
		n = t.child(n, key.Node(), yamldoc.Map)
		if n.Kind == yamldoc.List && len(n.Items) > 0 {
			n = n.Items[len(n.Items)-1]
		}
	}
	return n
}

// append returns a new table at the end of the list below n of a dotted key.
func (t *tomlReader) append(n *yamldoc.Node, key unstable.Iterator) *yamldoc.Node {
	for key.Next() {
		if !key.IsLast() {
			n = t.child(n, key.Node(), yamldoc.Map)
			if n.Kind == yamldoc.List && len(n.Items) > 0 {
				n = n.Items[len(n.Items)-1]
			}
			continue
		}
		list := t.child(n, key.Node(), yamldoc.List)
		n = t.node(key.Node())
		n.Kind = yamldoc.Map
		list.Items = append(list.Items, n)
	}
	return n
}

// child returns the value of a key of n, made where it isn't there.
func (t *tomlReader) child(n *yamldoc.Node, key *unstable.Node, kind yamldoc.Kind) *yamldoc.Node {
	if known := n.Get(string(key.Data)); known != nil {
		return known
	}
	value := t.node(key)
	value.Kind, value.Value = kind, ""
	n.Keys = append(n.Keys, yamldoc.Entry{Key: t.node(key), Value: value})
	return value
}

// put gives a dotted key its value.
func (t *tomlReader) put(n *yamldoc.Node, key unstable.Iterator, value *yamldoc.Node) {
	for key.Next() {
		if !key.IsLast() {
			n = t.child(n, key.Node(), yamldoc.Map)
			continue
		}
		node := t.node(key.Node())
		if n.Get(node.Value) != nil {
			t.d.Report(node, "this key stands twice")
		}
		n.Keys = append(n.Keys, yamldoc.Entry{Key: node, Value: value})
	}
}

func (t *tomlReader) value(v *unstable.Node) *yamldoc.Node {
	n := &yamldoc.Node{}
	switch v.Kind {
	case unstable.Array:
		n.Kind = yamldoc.List
		for items := v.Children(); items.Next(); {
			n.Items = append(n.Items, t.value(items.Node()))
		}
		if len(n.Items) > 0 {
			n.Start, n.Line, n.Column = n.Items[0].Start, n.Items[0].Line, n.Items[0].Column
		}
	case unstable.InlineTable:
		n.Kind = yamldoc.Map
		for pairs := v.Children(); pairs.Next(); {
			t.put(n, pairs.Node().Key(), t.value(pairs.Node().Value()))
		}
		if len(n.Keys) > 0 {
			n.Start, n.Line, n.Column = n.Keys[0].Key.Start, n.Keys[0].Key.Line, n.Keys[0].Key.Column
		}
	default:
		n = t.node(v)
	}
	return n
}

var tomlTags = map[unstable.Kind]string{
	unstable.Key: "!!str", unstable.String: "!!str", unstable.Bool: "!!bool", unstable.Integer: "!!int", unstable.Float: "!!float",
	unstable.LocalDate: "!!timestamp", unstable.LocalTime: "!!timestamp", unstable.LocalDateTime: "!!timestamp", unstable.DateTime: "!!timestamp",
}

// node is a scalar or a key and its place.
func (t *tomlReader) node(v *unstable.Node) *yamldoc.Node {
	at := v.Raw
	if at.Length == 0 {
		at = t.parser.Range(v.Data)
	}
	pos := t.src.position(int(at.Offset))
	n := &yamldoc.Node{Value: string(v.Data), Tag: tomlTags[v.Kind], Start: int(at.Offset), Line: pos.Line, Column: pos.Column}
	if when, err := time.Parse("2006-01-02 15:04:05Z07:00", n.Value); err == nil { // TOML may leave out the T
		n.Value = when.Format(time.RFC3339)
	}
	return n
}

// tomlField returns the field of a value.
func tomlField(src *source, n *yamldoc.Node) Field {
	w := writer{src: src.text, last: n.Start}
	at, quote := n.Start, ""
	for _, q := range []string{`"""`, `'''`, `"`, `'`} {
		if n.Tag == "!!str" && strings.HasPrefix(src.text[at:], q) {
			quote = q
			break
		}
	}
	at += len(quote)
	if len(quote) == 3 && strings.IndexByte("\r\n", src.text[at]) >= 0 {
		at += lineSize(src.text[at:])
	}
	for value := n.Value; value != ""; {
		rest := src.text[at:]
		_, size := utf8.DecodeRuneInString(value)
		switch {
		case strings.HasPrefix(quote, `"`) && strings.HasPrefix(rest, `\`):
			if strings.TrimLeft(rest[1:lineSize(rest)], space) == "" { // the line goes on behind the break
				at += len(rest) - len(strings.TrimLeft(rest[1:], space))
				continue
			}
			n := map[byte]int{'u': 6, 'U': 10}[rest[1]]
			w.decoded(newlines(value[:size]), at, at+max(n, 2))
			at += max(n, 2)
		case strings.HasPrefix(value, "\r\n") && strings.HasPrefix(rest, "\r\n"):
			size = 2
			w.decoded("\n", at, at+2)
			at += 2
		case strings.HasPrefix(rest, value[:size]):
			w.verbatim(at, at+size)
			at += size
		default: // the library sees another text here
			w = writer{src: src.text, last: n.Start}
			w.decoded(n.Value, n.Start, n.Start+len(strings.TrimRight(src.text[n.Start:n.Start+lineSize(src.text[n.Start:])], space)))
			return w.field(src)
		}
		value = value[size:]
	}
	return w.field(src)
}

// tomlEnd returns where a value ends, as nearly as its parts tell.
func tomlEnd(src *source, n *yamldoc.Node) int {
	switch {
	case len(n.Items) > 0:
		return tomlEnd(src, n.Items[len(n.Items)-1])
	case len(n.Keys) > 0:
		return tomlEnd(src, n.Keys[len(n.Keys)-1].Value)
	case n.Kind != yamldoc.Scalar || n.Value == "":
		return n.Start
	}
	f := tomlField(src, n)
	return f.segments[len(f.segments)-1].end
}
