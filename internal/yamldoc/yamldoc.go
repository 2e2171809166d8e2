// Package yamldoc is YAML with positions: strict decoding, "did you mean",
// all mistakes at once. It hides yaml.v3.
//
// Parse makes a small tree in which every value knows its place; a Decoder
// turns the tree into Go values and collects Problems. Messages never quote
// the data unless the Decoder is told that it may.
package yamldoc

import (
	"fmt"
	"slices"
	"strings"
)

// Kind says what a Node is.
type Kind uint8

// The kinds of nodes.
const (
	Scalar Kind = iota
	List
	Map
)

// String names the kind as messages do.
func (k Kind) String() string {
	return [...]string{"a single value", "a list", "a map"}[k]
}

// Style says how a scalar was written.
type Style uint8

// The styles of scalars.
const (
	Plain Style = iota
	SingleQuoted
	DoubleQuoted
	Literal
	Folded
)

// Node is a value and where it stands.
type Node struct {
	Kind   Kind
	Value  string // of a scalar, decoded
	Tag    string // "!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp"
	Style  Style
	Line   int     // from 1
	Column int     // from 1, in characters
	Start  int     // byte offset of the value's first character in the data (opening quote included)
	Items  []*Node // of a list
	Keys   []Entry // of a map, in file order
	data   []byte  // the document; nil for a node that wasn't parsed
}

// Entry is one key of a map.
type Entry struct{ Key, Value *Node }

// Get returns the value of a key of a map, or nil.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for _, e := range n.Keys {
		if e.Key.Value == key {
			return e.Value
		}
	}
	return nil
}

// Empty reports whether n is absent or null: "key:" with nothing behind it.
func (n *Node) Empty() bool {
	return n == nil || n.Kind == Scalar && n.Tag == "!!null"
}

// Problem is one mistake: "path:line:col: text".
type Problem struct {
	Path         string
	Line, Column int
	Text         string // what was found, what would be accepted
}

func (p Problem) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.Path, p.Line, p.Column, p.Text)
}

// Problems are all mistakes of one or more files; it is an error, one line each.
type Problems []Problem

func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, one := range p {
		lines[i] = one.String()
	}
	return strings.Join(lines, "\n")
}

// Err returns p as an error, nil when there are none.
func (p Problems) Err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// Sort puts the problems in the order of path, line and column.
func (p Problems) Sort() {
	slices.SortStableFunc(p, func(a, b Problem) int {
		if c := strings.Compare(a.Path, b.Path); c != 0 {
			return c
		}
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
}
