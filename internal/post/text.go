package post

// plainText reads a file whose text stands for itself, after front matter if there is any.
func plainText(p *Post, src *source) {
	body := p.frontMatter(src)
	if p.Err == nil {
		f := src.field(body, len(src.text))
		f.spelled, f.home = spelledBy(asItIs), [2]int{body, len(src.text)}
		p.add("body", f)
	}
}
