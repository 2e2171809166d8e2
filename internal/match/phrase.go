package match

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/postvet/postvet/internal/text"
)

// node is a piece of a parsed phrase.
type node struct {
	kind    nodeKind
	word    string   // nodeWord: folded; nodeName: the name
	exact   string   // nodeWord: as written
	inflect bool     // nodeWord: written with ~
	max     int      // nodeGap
	alts    [][]node // nodeGroup
}

type nodeKind uint8

const (
	nodeWord nodeKind = iota
	nodeName
	nodeGap
	nodeTag // what follows is a hashtag
	nodeGroup
)

const (
	defaultGap = 4
	maxGap     = 12
	maxNesting = 4
)

// parser reads one phrase. Its cutter is the one that cuts texts, so that a
// pattern's words are always a text's words.
type parser struct {
	src    string
	pos    int
	cutter *text.Cutter
}

func (p *parser) fail(at int, format string, args ...any) *SyntaxError {
	return &SyntaxError{Offset: at, Text: fmt.Sprintf(format, args...)}
}

// parse reads the whole phrase.
func (p *parser) parse() ([]node, *SyntaxError) {
	nodes, err := p.sequence(0)
	if err == nil && p.pos < len(p.src) {
		err = p.fail(p.pos, "%q closes nothing", p.src[p.pos:p.pos+1])
	}
	if err != nil {
		return nil, err
	}
	if len(nodes) == 0 {
		return nil, p.fail(0, "an empty phrase; write the words to find")
	}
	for _, end := range []node{nodes[0], nodes[len(nodes)-1]} {
		if end.kind == nodeGap {
			return nil, p.fail(0, "a phrase can't start or end with a gap (...); leave it out")
		}
	}
	return nodes, nil
}

// sequence reads up to the end, "|" or ")".
func (p *parser) sequence(depth int) ([]node, *SyntaxError) {
	var out []node
	for p.pos < len(p.src) {
		c := p.src[p.pos]
		var err *SyntaxError
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			p.pos++
		case (c == '|' || c == ')') && depth > 0:
			return out, nil
		case c == '|' || c == ')':
			return nil, p.fail(p.pos, "%q outside a group; write (one|two)", string(c))
		case c == '(':
			out, err = p.group(out, depth)
		case c == '<':
			out, err = p.name(out)
		case strings.HasPrefix(p.src[p.pos:], "..."):
			out, err = p.gap(out)
		case c == '#':
			out = append(out, node{kind: nodeTag})
			p.pos++
			if p.pos == len(p.src) || strings.IndexByte(" ()|<", p.src[p.pos]) >= 0 {
				return nil, p.fail(p.pos-1, "# needs a hashtag behind it, as in #ad")
			}
		default:
			out, err = p.literal(out)
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (p *parser) group(out []node, depth int) ([]node, *SyntaxError) {
	start := p.pos
	if depth == maxNesting {
		return nil, p.fail(start, "groups nested more than %d deep", maxNesting)
	}
	g := node{kind: nodeGroup}
	for {
		p.pos++
		from := p.pos
		alt, err := p.sequence(depth + 1)
		if err != nil {
			return nil, err
		}
		if s := strings.TrimSpace(p.src[from:p.pos]); len(alt) == 0 && s != "" {
			return nil, p.fail(from, "%q is no word: punctuation is passed over, so it can't be one of a group", s)
		}
		g.alts = append(g.alts, alt)
		if p.pos == len(p.src) {
			return nil, p.fail(start, "a group that isn't closed; write (one|two)")
		}
		if p.src[p.pos] == ')' {
			p.pos++
			break
		}
	}
	if p.pos < len(p.src) && p.src[p.pos] == '~' {
		return nil, p.fail(p.pos, "~ behind a group; put it behind each word: (cure~|heal~)")
	}
	return append(out, g), nil
}

func (p *parser) name(out []node) ([]node, *SyntaxError) {
	end := strings.IndexByte(p.src[p.pos:], '>')
	if end < 0 {
		return nil, p.fail(p.pos, "a < without its >; write <name>")
	}
	name := p.src[p.pos+1 : p.pos+end]
	if name == "" || strings.ContainsAny(name, " \t<(|)") {
		return nil, p.fail(p.pos, "<%s> is no name; write <name>", name)
	}
	out = append(out, node{kind: nodeName, word: name})
	p.pos += end + 1
	return out, nil
}

func (p *parser) gap(out []node) ([]node, *SyntaxError) {
	start := p.pos
	p.pos += 3
	digits := p.pos
	for p.pos < len(p.src) && '0' <= p.src[p.pos] && p.src[p.pos] <= '9' {
		p.pos++
	}
	n := defaultGap
	if p.pos > digits {
		n, _ = strconv.Atoi(p.src[digits:p.pos])
	}
	if n < 1 || n > maxGap {
		return nil, p.fail(start, "a gap of %s words; between 1 and %d are accepted", p.src[digits:p.pos], maxGap)
	}
	return append(out, node{kind: nodeGap, max: n}), nil
}

// literal reads what a person would read as words, up to the next sign of
// the syntax.
func (p *parser) literal(out []node) ([]node, *SyntaxError) {
	start := p.pos
	for p.pos < len(p.src) && strings.IndexByte(" \t\r\n()|<#~", p.src[p.pos]) < 0 && !strings.HasPrefix(p.src[p.pos:], "...") {
		p.pos++
	}
	chunk := p.src[start:p.pos]
	inflect := p.pos < len(p.src) && p.src[p.pos] == '~'
	if inflect {
		p.pos++
	}
	if strings.ContainsRune(chunk, '>') {
		return nil, p.fail(start, "a > without its <; write <name>")
	}
	if len(out) > 0 && (chunk == "'s" || chunk == "’s") {
		return out, nil // a possessive is passed over
	}
	words, hyphens := p.words(chunk)
	if len(words) == 0 {
		if inflect {
			return nil, p.fail(start, "~ behind no word")
		}
		return out, nil // punctuation, which matching passes over
	}
	words[len(words)-1].inflect = inflect
	return append(out, joined(words, hyphens)...), nil
}

// words cuts a chunk; hyphens[i] says that word i+1 is joined to word i by a
// hyphen.
func (p *parser) words(chunk string) (words []node, hyphens []bool) {
	t := p.cutter.Cut(chunk)
	for i, w := range t.Words {
		words = append(words, node{kind: nodeWord, word: t.Fold(i), exact: chunk[w.Start:w.End]})
		if i > 0 {
			between := ""
			if prev := t.Words[i-1]; prev.End <= w.Start {
				between = chunk[prev.End:w.Start]
			}
			hyphens = append(hyphens, between == "-")
		}
	}
	return words, hyphens
}

// joined makes of words with hyphens a group: the hyphen stands for hyphen,
// space or nothing.
func joined(words []node, hyphens []bool) []node {
	var out []node
	for i := 0; i < len(words); {
		j := i
		for j < len(hyphens) && hyphens[j] {
			j++
		}
		if j == i {
			out = append(out, words[i])
		} else {
			run := words[i : j+1]
			whole := node{kind: nodeWord, inflect: run[len(run)-1].inflect}
			for _, w := range run {
				whole.word += w.word
				whole.exact += w.exact
			}
			out = append(out, node{kind: nodeGroup, alts: [][]node{run, {whole}}})
		}
		i = j + 1
	}
	return out
}
