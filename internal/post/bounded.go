package post

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// What Markdown may nest or hold. Beyond it marks stay what they are, text:
// goldmark's time is quadratic in each of these.
const (
	maxContainers  = 40   // lists, items and quotes around a block
	maxNested      = 40   // brackets open in each other
	maxBrackets    = 1000 // brackets in a block
	maxParens      = 32   // open parentheses in a link's address, as other parsers have it
	maxDelimiters  = 256  // runs of * and _ in a block
	maxDefinitions = 200  // lines of a paragraph of link definitions
)

// markdownParser returns CommonMark with tables.
var markdownParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(container{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(container{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(links{parser.NewLinkParser()}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(emphasis{parser.NewEmphasisParser()}, 500)),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
})

// container opens no more than maxContainers in each other.
type container struct{ parser.BlockParser }

func (c container) Open(parent ast.Node, reader mdtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for n := parent; n != nil; n = n.Parent() {
		if depth++; depth > maxContainers {
			return nil, parser.NoChildren
		}
	}
	return c.BlockParser.Open(parent, reader, pc)
}

// definitions leaves long paragraphs alone.
type definitions struct{ parser.ParagraphTransformer }

func (d definitions) Transform(node *ast.Paragraph, reader mdtext.Reader, pc parser.Context) {
	if node.Lines().Len() <= maxDefinitions {
		d.ParagraphTransformer.Transform(node, reader, pc)
	}
}

// What is counted within one block.
var (
	nested     = parser.NewContextKey()
	brackets   = parser.NewContextKey()
	delimiters = parser.NewContextKey()
)

func count(pc parser.Context, key parser.ContextKey) int {
	n, _ := pc.Get(key).(int)
	return n
}

// emphasis stops at maxDelimiters in a block.
type emphasis struct{ parser.InlineParser }

func (e emphasis) Parse(parent ast.Node, block mdtext.Reader, pc parser.Context) ast.Node {
	n := count(pc, delimiters)
	if n >= maxDelimiters {
		return nil
	}
	pc.Set(delimiters, n+1)
	return e.InlineParser.Parse(parent, block, pc)
}

// links opens no more than maxBrackets, and maxNested in each other, and looks
// for an address only where one can end.
type links struct{ parser.InlineParser }

func (l links) Parse(parent ast.Node, block mdtext.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	open, all := count(pc, nested), count(pc, brackets)
	if line[0] != ']' {
		if open >= maxNested || all >= maxBrackets {
			return nil
		}
		n := l.InlineParser.Parse(parent, block, pc)
		if n != nil {
			pc.Set(nested, open+1)
			pc.Set(brackets, all+1)
		}
		return n
	}
	pc.Set(nested, max(0, open-1))
	if len(line) > 1 && line[1] == '(' && !addressEnds(line[2:]) {
		block = &oneLook{Reader: block}
	}
	return l.InlineParser.Parse(parent, block, pc)
}

func (l links) CloseBlock(parent ast.Node, block mdtext.Reader, pc parser.Context) {
	for _, key := range []parser.ContextKey{nested, brackets, delimiters} {
		if pc.Get(key) != nil {
			pc.Set(key, nil)
		}
	}
	l.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// oneLook shows the line once: to the link parser that finds the bracket, not
// to the one that reads the address.
type oneLook struct {
	mdtext.Reader
	looked bool
}

func (o *oneLook) PeekLine() ([]byte, mdtext.Segment) {
	line, segment := o.Reader.PeekLine()
	if o.looked {
		return nil, segment
	}
	o.looked = true
	return line, segment
}

// addressEnds reports whether the address of a link that starts at line can end in it.
func addressEnds(line []byte) bool {
	line = util.TrimLeftSpace(line)
	if len(line) > 0 && line[0] == '<' {
		n := bytes.IndexAny(line[1:], "<>")
		return n >= 0 && line[1+n] == '>'
	}
	open := 0
	for i := 0; i < len(line) && !util.IsSpace(line[i]); i++ {
		switch line[i] {
		case '\\':
			i++
		case '(':
			if open++; open > maxParens {
				return false
			}
		case ')':
			if open--; open < 0 {
				return true
			}
		}
	}
	return true
}
