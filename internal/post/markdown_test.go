package post

import "testing"

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"empty", "", "body: \n"},
		{"paragraphs, soft and hard breaks", "One\ntwo  \nthree\\\nfour\n\n\nfive", "body: One two\nthree\nfour\n\nfive\n"},
		{"headings", "# One #\nTwo\n===\ntext\n", "body: One\n\nTwo\n\ntext\n"},
		{"half-bold words", "guaran**teed** re_sult_s *a*b", "body: guaranteed re_sult_s ab\n"},
		{"escapes and entities", `5 \* 3 &lt; 20 &amp; &eacute;&#128512; AT&T &nosuch; \q`, "body: 5 * 3 < 20 & é😀 AT&T &nosuch; \\q\n"},
		{"code", "a `b &amp; c` d\n\n    x  &lt;\n    y\n\n```go\nz\n```\n", "body: a b &amp; c d\n\nx  &lt;\ny\n\nz\n"},
		{"nested lists", "- one\n  - two\n    three\n\n1. four\n\n   five\n", "body: one\n\ntwo three\n\nfour\n\nfive\n"},
		{"quotes", "> a\n> b\n>\n> > c\n", "body: a b\n\nc\n"},
		{"table", "| a | **b** |\n|---|:--:|\n| c\\|d | `e\\|f` |\n", "body: a\n\nb\n\nc|d\n\ne|f\n"},
		{"links", "See [our *page*](https://example.org/x \"Our &quot;page&quot;\") now", "body: See our page now\nlink-title: Our \"page\"\n"},
		{"reference links", "[one][r] and [r] and [no]\n\n[r]: /u 'Re title'\n", "body: one and r and [no]\nlink-title: Re title\nlink-title: Re title\n"},
		{"addresses", "<https://example.org/a> https://example.org/b <me@example.org>", "body: https://example.org/a https://example.org/b me@example.org\n"},
		{"images", "Look ![Maria *in* bed 4](img/maria%20lopez_62.jpg?w=1 'Our ward') here", "body: Look  here\nalt: Maria in bed 4\nfile: img/maria lopez_62\nlink-title: Our ward\n"},
		{"image in link", "[![Alt](https://cdn.example/a/b.png)](https://example.org) text", "body: text\nalt: Alt\nfile: a/b\n"},
		{"title over lines", "> ![a](b.png \"one\n> two\")\n", "body: \nalt: a\nfile: b\nlink-title: one\ntwo\n"},
		{"inline html", "a<b>b</b>c<br>d <!-- no --> e <script>f</script> g", "body: abc\nd  e  g\n"},
		{"block html", "<div class=x>\n<p>One &amp;\n  two</p><ul><li>three</ul>\n<!-- no\nno -->\n</div>\n\nfour\n", "body: One & two\n\nthree\n\nfour\n"},
		{"script", "<script>\nif (a<b && \"x\") no\n</script>\nyes\n\n<style>\nno\n</style>\n", "body: yes\n"},
		{"html image", "<p><img src='w/leo.jpg' alt=\"little Leo &amp;\nmum\" title=T>x <video src=v.mp4></video>\n", "body: x\nfile: w/leo\nalt: little Leo & mum\nlink-title: T\nfile: v\n"},
		{"no footnotes", "a[^1]\n\n[^1]: note\n", "body: a^1\n"},
		{"not html", "BP < 120 and 3<4\n\n<3 you\n", "body: BP < 120 and 3<4\n\n<3 you\n"},
		{"CRLF", "# One\r\na\r\nb  \r\nc\r\n\r\n- d\r\n", "body: One\n\na b\nc\n\nd\n"},
		{"CR", "a\rb\r\rc", "body: a b\n\nc\n"},
		{"BOM", "\ufeff# One\n", "body: One\n"},
		{"UTF-16 LE", "\xff\xfea\x00*\x00\xe9\x00*\x00\x3d\xd8\x00\xde", "body: aé😀\n"},
		{"UTF-16 BE", "\xfe\xff\x00#\x00 \x00a", "body: a\n"},
		{"Windows-1252", "caf\xe9 **\x93now\x94** \x80", "body: café “now” €\n"},
		{"front matter", "---\ntitle: 'It''s *new*'\nsummary: \"tab\\tend\"\ndescription: >\n  one\n  two\nimage_alt: A nurse\nother: [x]\nsocial:\n  x: Short text\n  facebook: {text: Longer}\n---\nbody\n",
			"title: It's *new*\nsummary: tab\tend\ndescription: one two\nalt: A nurse\nsocial: Short text\nsocial: Longer\nbody: body\n"},
		{"front matter, CRLF and dots", "---\r\ntitle: A\r\n...\r\nbody\r\n", "title: A\nbody: body\n"},
		{"rules, not front matter", "---\nHello there\n---\nbody\n", "body: Hello there\n\nbody\n"},
		{"media", "---\nmedia:\n  - {file: img/w.jpg, alt: Leo, caption: Our ward}\nanswered: Was it good?\nreshared: |\n  Thank you\n---\nx\n",
			"file: img/w\nalt: Leo\ncaption: Our ward\nanswered: Was it good?\nreshared: Thank you\nbody: x\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(readOne(t, "markdown", c.source)); got != c.want {
				t.Errorf("%q\ngot  %q\nwant %q", c.source, got, c.want)
			}
		})
	}
}
