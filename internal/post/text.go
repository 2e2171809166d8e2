package post

// plainText reads a file whose text stands for itself, after front matter if there is any.
func plainText(p *Post, src *source) {
	body := p.frontMatter(src)
	if p.Err == nil {
		p.add("body", src.field(body, len(src.text)))
	}
}
