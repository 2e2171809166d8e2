package post

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestHTML(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"<!doctype html><html><head><title>Flu &amp; you</title><meta name=\"Description\" content=\"Free &lt;jabs&gt;\"><style>secret</style></head><body><h1>Clinic</h1><p>Open\n <b>now</b><script>secret()</script></p><img src='a/nurse.jpg' alt='A nurse'></body></html>",
			"body: Clinic\n\nOpen now\ntitle: Flu & you\ndescription: Free <jabs>\nfile: a/nurse\nalt: A nurse\n"},
		{"<!-- secret --><p>a<br>b<noscript><img src=secret.gif></noscript><template>secret</template>", "body: a\nb\n"},
		{"<meta property=og:title content=\"T\"><meta name=keywords content=secret><p title=\"tip\">x", "body: x\ntitle: T\nlink-title: tip\n"},
		{"<title>never closed", "body: \ntitle: never closed\n"},
		{"a < b & c", "body: a < b & c\n"},
		{"<img alt=\"A nurse\" src=\"data:image/png;base64," + strings.Repeat("QUJD", 1<<14) + "\">x", "body: x\nalt: A nurse\n"},
		{"---\nplatform: website\n---\n<p>x</p>\n", "body: x\n"},
		{"<p>one</p>\r\n<p>two</p>", "body: one\n\ntwo\n"},
	} {
		if got := show(readOne(t, "html", c.source)); got != c.want {
			t.Errorf("%.80q: got %q, want %q", c.source, got, c.want)
		}
	}
}

func TestJSON(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{`{"id": 1, "text": "Flu", "platform": "x", "title": "T\u00e9\n\"x\""}` + "\n", "#  id=1 platform=x\nbody: Flu\ntitle: Té\n\"x\"\n"},
		{"[{\"text\": \"One\"},\n {\"text\": \"Two\", \"media\": [{\"alt\": \"A\", \"file\": \"b.jpg\"}]}]", "# post 1\nbody: One\n# post 2 media=b.jpg\nbody: Two\nalt: A\nfile: b\n"},
		{"[]", ""},
		{"\ufeff[ ]\n", ""},
		{`{"text": "a\r\nb"}`, "# \nbody: a\nb\n"},
		{"[\n {\"text\": 5},\n {\"title\": \"secret\"},\n {\"text\": \"ok\"}]", "! draft:2:11: text must be a string\n! draft:3:2: a record needs a text\n# post 3\nbody: ok\n"},
		{"[{\"text\": \"ok\"},\n \"secret\"]", "# post 1\nbody: ok\n! draft:2:2: " + brokenJSON + "\n"},
		{`{"text": "secret"} {"text": "secret"}`, "! draft:1:20: " + brokenJSON + "\n"},
		{`[{"text": "secret"}] 1`, "! draft:1:22: " + brokenJSON + "\n"},
		{"secret", "! draft:1:1: " + brokenJSON + "\n"},
		{"", "! draft:1:1: " + brokenJSON + "\n"},
		{"[" + strings.Repeat("[", 1<<20), "! draft:1:2: " + brokenJSON + "\n"},
		{"{\"text\": \"x\", \"platform\":\n \"secret\"}", "! draft:2:2: platform must be " + nameOf("platform").Accepts + "\n"},
	} {
		posts := readAll(t, "json", c.source)
		for _, p := range posts {
			checkPost(t, c.source, p)
		}
		if got := rows(t, posts); got != c.want {
			t.Errorf("%.60q: got %q, want %q", c.source, got, c.want)
		}
	}
	p := readAll(t, "json", "[{\"text\": \"a\"},\n  {\"id\": 7, \"text\": \"caf\\u00e9 word\"}]")[1]
	if from, to := p.Locate(0, 6, 10); (countless(from) != Position{Offset: 47, Line: 2, Column: 32, Place: "post 2"}) || to.Column != 36 {
		t.Errorf("%+v to %+v", from, to)
	}
}

func TestFrontMatterInTOMLAndJSON(t *testing.T) {
	for _, c := range []struct{ name, source, platform, want string }{
		{"TOML", "+++\ntitle = \"Flu \\u00e9 \\\"x\\\"\"\nplatform = 'X'\nsponsored = true\ndate = 2026-12-01 09:30:00Z\n\n[social]\nfacebook = \"\"\"\none \\\n   two\n\"\"\"\n[[media]]\nfile = \"a.jpg\"\nalt = 'A nurse'\n+++\nBody\n",
			"x", "title: Flu é \"x\"\nsocial: one two\nfile: a\nalt: A nurse\nbody: Body\n"},
		{"TOML on Windows", "+++\r\ntitle = \"a\"\r\nplatform = \"x\"\r\n+++\r\nb\r\n", "x", "title: a\nbody: b\n"},
		{"TOML with a list and a dotted key", "+++\nplatform = [\"x\", \"facebook\"]\nsocial.x = 'y'\n+++\nb", "x facebook", "social: y\nbody: b\n"},
		{"plus signs", "+++\nHello\n", "", "body: +++ Hello\n"},
		{"JSON", "{\n \"title\": \"a\\tb\",\n \"platform\": \"x\", \"nested\": {\"a\": [1]}\n}\nbody {x}\n", "x", "title: a\tb\nbody: body {x}\n"},
		{"JSON between fences", ";;;\n{\"platform\": \"x\"}\n;;;\nbody\n", "x", "body: body\n"},
		{"JSON between fences without braces", ";;;\n\"title\": \"a\",\n\"platform\": \"x\"\n;;;\nbody\n", "x", "title: a\nbody: body\n"},
		{"text in braces", "{{< youtube x >}} and {\"a\"} x\n", "", "body: {{< youtube x >}} and {\"a\"} x\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := readOne(t, "markdown", c.source)
			if got := show(p); got != c.want || strings.Join(p.Meta.Get("platform"), " ") != c.platform {
				t.Errorf("got %q, platform %q; want %q", got, p.Meta.Get("platform"), c.want)
			}
		})
	}
	for source, want := range map[string]string{
		"+++\ntitle = \"secret\nx = 1\n+++\n":                      "draft:2:16: broken TOML here",
		"+++\ntitle = \"secret\"\n":                                "draft:1:1: front matter opens here and is never closed; end it with a line \"+++\"",
		"+++\ntitle = \"secret\"\ntitle = 'x'\n+++\n":              "draft:3:1: this key stands twice",
		"+++\n\nplatform = \"secret\"\n+++\n":                      "draft:3:12: platform must be",
		"+++\nx = " + strings.Repeat("[", 1<<17) + "\n+++\nsecret": "draft:1:1: more than 64 KB of front matter",
		"+++\nx = " + strings.Repeat("[", 60_000) + "\n+++\nsec":   "draft:",
		"{\"title\": \"secret\n":                                   "draft:1:18: broken JSON front matter",
		"{\"title\": \"a\"} secret\n":                              "draft:1:15: broken JSON front matter",
		"{\"x\": 1,\n \"platform\": \"secret\"}\n":                 "draft:2:14: platform must be",
		";;;\n\"title\": \"secret\"\n":                             "draft:1:1: front matter opens here",
		";;;\n\"title\": secret\n;;;\n":                            "draft:2:10: broken JSON front matter",
	} {
		p := readAll(t, "markdown", source)[0]
		if p.Err == nil || !strings.HasPrefix(p.Err.Error(), want) || strings.Contains(p.Err.Error(), "secret") {
			t.Errorf("%.60q: got %v, want %s", source, p.Err, want)
		}
	}
}

// The lines that part a thread stay in its text, also where Markdown takes
// them for rules.
func TestThreads(t *testing.T) {
	for _, format := range []string{"text", "markdown"} {
		p := readOne(t, format, "One\n\n---\n\nTwo\n\n---------\n\nThree\n\n3/3 end\n")
		if got := p.Fields[0].Text; strings.Count(got, "\n\n--") != 2 || !strings.HasSuffix(got, "\n\nThree\n\n3/3 end") {
			t.Errorf("%s: %q", format, got)
		}
	}
	p := readOne(t, "markdown", "One\n\n* * *\n\nTwo\n")
	from, to := p.Locate(0, 5, 8)
	if p.Fields[0].Text != "One\n\n---\n\nTwo" || from.Offset != 5 || to.Offset != 10 {
		t.Errorf("%q, %v to %v", p.Fields[0].Text, from, to)
	}
}

func TestTooManyFields(t *testing.T) {
	for format, source := range map[string]string{
		"markdown": strings.Repeat("![secret](a.jpg)\n", maxFields),
		"html":     strings.Repeat("<img alt=secret>", maxFields+1),
		"jsonl":    `{"text": "", "media": [` + strings.Repeat(`{"alt": "secret"},`, maxFields) + `{}]}`,
		"csv":      "text" + strings.Repeat(",alt", maxFields+1) + "\na" + strings.Repeat(",secret", maxFields+1) + "\n",
		"docx":     docx(t, paragraphs("a")+strings.Repeat(`<wp:docPr descr="secret"/>`, maxFields), "", ""),
	} {
		p := readAll(t, format, source)[0]
		if p.Err == nil || !strings.Contains(p.Err.Error(), "more than 500 texts") || strings.Contains(p.Err.Error(), "secret") {
			t.Errorf("%s: got %v with %d fields", format, p.Err, len(p.Fields))
		}
		checkPost(t, "", p)
	}
}

// Posts of one file are asked for their places by several goroutines at once.
func TestPlacesAtOnce(t *testing.T) {
	for format, source := range map[string]string{
		"csv":  "text,title\n" + strings.Repeat("\"a \"\"b\"\"\nc\",d\n", 200),
		"json": "[" + strings.Repeat("{\"text\": \"a\\u00e9\"},\n", 200) + "{\"text\": \"b\"}]",
		"xlsx": xlsx(t, nil, "A", "", line(1, "Text", "Title")+line(2, "a", "b")+line(3, "c", "d")),
	} {
		var all sync.WaitGroup
		f, _ := FormatNamed(format)
		for p := range f.Read("draft", strings.NewReader(source), Options{}) {
			all.Add(1)
			go func() {
				defer all.Done()
				for f := range p.Fields {
					if from, _ := p.Locate(f, 0, 1); from.Place == "" || from.Line < p.Line {
						t.Errorf("%s: %+v in a post on line %d", format, from, p.Line)
					}
				}
			}()
		}
		all.Wait()
	}
}

func TestDigest(t *testing.T) {
	same := []string{"{\"text\": \"a\\u0062\", \"platform\": \"X\", \"id\": 1}", " {\"id\": 2,\n\"platform\": \"x\", \"text\": \"ab\"}"}
	a, b := readAll(t, "json", same[0])[0], readAll(t, "json", same[1])[0]
	if a.Digest() != b.Digest() {
		t.Error("posts that say the same differ")
	}
	var met [][32]byte
	for _, source := range []string{`{"text": "ab"}`, `{"text": "ab", "platform": "x"}`, `{"text": "ab", "title": "x"}`, `{"text": "ab", "media": [{"file": "x.jpg", "consent": "C-1"}]}`, `{"text": "ab", "media": [{"file": "x.jpg"}]}`} {
		d := readAll(t, "json", source)[0].Digest()
		if slices.Contains(met, d) {
			t.Errorf("%s is as another post", source)
		}
		met = append(met, d)
	}
}

// HTML, TOML and JSON that are made to be slow take little longer than others.
func TestHostileFormats(t *testing.T) {
	const size = 1 << 18
	for format, units := range map[string][]string{
		"html":     {"<", "<a ", "<a b='", "<a b=\"", "<a b='<a b=' c='", "<a b='<a b=\"' c='", "</", "<!--", "<title>", "<script>", "<script></", "</script", "<meta name=description content=x>", "<meta content='", "&", "<p>", "<br>"},
		"json":     {`{"text":"\`, `[{"text":`, `{"`, `[`, `{"text":""},`, `\u`, `" `},
		"markdown": {"+++\n", "+++\na=1\n", ";;;\n", `{"a":`, "---\n\n", "--- "},
		"csv":      {"\"", "\",", "a\"", "\n", ",", ";|,", "1/2/2026 ", "?? ", "date,"},
		"text":     {"+++\na=[", ";;;\n"},
	} {
		f, _ := FormatNamed(format)
		for _, unit := range units {
			for _, head := range []string{"", "text\n", "[{\"text\":\""} {
				data := head + strings.Repeat(unit, size/len(unit))
				took := time.Hour
				for try := 0; try < 3 && took > time.Second; try++ { // a busy machine may be slow once
					begin := time.Now()
					for p := range f.Read("draft", strings.NewReader(data), Options{}) {
						if p.Err == nil && len(p.Fields) < 10 {
							p.Locate(p.Body(), 0, len(p.Fields[p.Body()].Text))
						}
					}
					took = min(took, time.Since(begin))
				}
				if took > time.Second {
					t.Errorf("%s: %q behind %q took %v", format, unit, head, took)
				}
			}
		}
	}
}
