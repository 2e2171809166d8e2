package yamldoc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// What a document may be at most; packs and settings are far smaller.
const (
	maxBytes = 4 << 20
	maxDepth = 40
)

// Parse reads one YAML document, in UTF-8; an empty one is a null scalar. Its
// own mistakes (syntax, duplicate keys, anchors, aliases, tags, several
// documents) are Problems that never quote the data. The tree is nil when the
// document can't be read at all.
func Parse(path string, data []byte) (*Node, Problems) {
	p := parser{path: path, data: data}
	if len(data) > maxBytes {
		p.report(1, 1, fmt.Sprintf("the file has more than %d MB", maxBytes>>20))
		return nil, p.problems
	}
	p.lines = lineStarts(data)
	if at, text := unreadable(data); text != "" {
		p.reportAt(at, text)
		return nil, p.problems
	}
	root, err := decode(data)
	if err != nil {
		line, text := reword(data, p.lines, err)
		p.report(line, 1, text)
		return nil, p.problems
	}
	node := p.convert(root, 0)
	p.problems.Sort()
	return node, p.problems
}

var errSeveral = errors.New("several documents")

// decode runs yaml.v3, which must not take the process with it when it trips over hostile data.
func decode(data []byte) (root *yaml.Node, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("the parser gave up")
		}
	}()
	d := yaml.NewDecoder(bytes.NewReader(data))
	var doc, next yaml.Node
	switch err := d.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Line: 1, Column: 1}, nil
	case err != nil:
		return nil, err
	}
	switch err := d.Decode(&next); {
	case errors.Is(err, io.EOF):
		return doc.Content[0], nil
	case err != nil:
		return nil, err
	}
	return nil, errSeveral
}

type parser struct {
	path     string
	data     []byte
	lines    []int
	problems Problems
}

func (p *parser) report(line, column int, text string) {
	p.problems = append(p.problems, Problem{p.path, line, column, text})
}

func (p *parser) reportAt(offset int, text string) {
	line := 1
	for line < len(p.lines) && p.lines[line] <= offset {
		line++
	}
	p.report(line, 1+utf8.RuneCount(p.data[p.lines[line-1]:offset]), text)
}

// start returns the byte offset of a line and column.
func (p *parser) start(line, column int) int {
	if line < 1 || line > len(p.lines) {
		return len(p.data)
	}
	at := p.lines[line-1]
	for ; column > 1 && at < len(p.data); column-- {
		_, size := utf8.DecodeRune(p.data[at:])
		at += size
	}
	return at
}

func (p *parser) convert(y *yaml.Node, depth int) *Node {
	n := &Node{Tag: y.Tag, Line: y.Line, Column: y.Column, Start: p.start(y.Line, y.Column), data: p.data}
	switch {
	case depth > maxDepth:
		p.report(y.Line, y.Column, fmt.Sprintf("nested more than %d deep", maxDepth))
		return n
	case y.Kind == yaml.AliasNode || y.Anchor != "" || y.Tag == "!!merge":
		p.report(y.Line, y.Column, "anchors, aliases and merges (&, *, <<) aren't used here; write the value out")
		return n
	case y.Style&yaml.TaggedStyle != 0 || bytes.HasPrefix(p.data[n.Start:], []byte("!")):
		p.report(y.Line, y.Column, "tags (!) aren't used here; put quotes around the value if it starts with !")
		return n
	}
	switch y.Kind {
	case yaml.SequenceNode:
		n.Kind = List
		for _, item := range y.Content {
			n.Items = append(n.Items, p.convert(item, depth+1))
		}
	case yaml.MappingNode:
		n.Kind = Map
		n.Keys = p.entries(y, depth)
	default:
		n.Value, n.Style = y.Value, style(y.Style)
	}
	return n
}

func (p *parser) entries(y *yaml.Node, depth int) []Entry {
	var entries []Entry
	first := make(map[string]int, len(y.Content)/2)
	for i := 0; i+1 < len(y.Content); i += 2 {
		key, value := p.convert(y.Content[i], depth+1), p.convert(y.Content[i+1], depth+1)
		if line, twice := first[key.Value]; twice && key.Kind == Scalar {
			p.report(key.Line, key.Column, fmt.Sprintf("this key stands on line %d already", line))
			continue
		}
		if key.Kind != Scalar || key.Tag == "!!null" {
			p.report(key.Line, key.Column, "a key must be a word")
			continue
		}
		first[key.Value] = key.Line
		entries = append(entries, Entry{key, value})
	}
	return entries
}

func style(s yaml.Style) Style {
	switch {
	case s&yaml.DoubleQuotedStyle != 0:
		return DoubleQuoted
	case s&yaml.SingleQuotedStyle != 0:
		return SingleQuoted
	case s&yaml.LiteralStyle != 0:
		return Literal
	case s&yaml.FoldedStyle != 0:
		return Folded
	}
	return Plain
}
