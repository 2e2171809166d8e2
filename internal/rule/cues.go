package rule

import (
	"github.com/postvet/postvet/internal/match"
	"github.com/postvet/postvet/internal/yamldoc"
)

// cueReader reads the cues of one context.
type cueReader struct {
	*reader
	*loader
	cues match.Cues
}

func cueKeys() []key[*cueReader] {
	type cr = *cueReader
	row := func(name string, to func(*match.Cues) *[]string) key[cr] {
		return key[cr]{name: name, read: func(r cr, n *yamldoc.Node) { *to(&r.cues) = r.cuePhrases(n, name) }}
	}
	return []key[cr]{
		{name: "reach", need: true, read: func(r cr, n *yamldoc.Node) { r.cues.Reach = r.Int(n, "reach", 1, 50) }},
		{name: "question", read: func(r cr, n *yamldoc.Node) { r.cues.Question = r.Bool(n, "question") }},
		{name: "quoted", read: func(r cr, n *yamldoc.Node) { r.cues.Quoted = r.Bool(n, "quoted") }},
		row("before", func(c *match.Cues) *[]string { return &c.Before }),
		row("after", func(c *match.Cues) *[]string { return &c.After }),
		row("label", func(c *match.Cues) *[]string { return &c.Label }),
		row("never", func(c *match.Cues) *[]string { return &c.Never }),
		row("stop", func(c *match.Cues) *[]string { return &c.Stop }),
	}
}

// cuePhrases reads the phrases of one role.
func (r *cueReader) cuePhrases(n *yamldoc.Node, role string) []string {
	return values(r.checkNames(r.reader, r.phrases(n, role), ""))
}

// readCues reads the phrases that put what they bear on in a context.
func (l *loader) readCues(path string, data []byte) {
	root, problems := yamldoc.Parse(path, data)
	l.problems = append(l.problems, problems...)
	if root == nil {
		return
	}
	r := reader{yamldoc.Decoder{Path: path, Quote: true}}
	fields := r.Map(root, "cues", contexts...)
	fields.Need(contexts...)
	for _, kind := range contexts {
		n := fields.Get(kind)
		cr := cueReader{reader: &r, loader: l}
		if n == nil || !readKeys(&r.Decoder, n, "cues", cueKeys(), &cr) {
			continue
		}
		for _, m := range l.build.Cues(kind, cr.cues) {
			r.Report(n, "%s: phrase %d of a list: %s", kind, m.Phrase+1, m.Text)
		}
	}
	l.problems = append(l.problems, r.Problems...)
}
