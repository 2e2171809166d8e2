package post

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/yamldoc"
)

func TestPlainText(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"", "body: \n"},
		{"\n\n", "body: \n"},
		{"Flu clinic *today* &amp; tomorrow", "body: Flu clinic *today* &amp; tomorrow\n"},
		{"one\r\ntwo\rthree\n", "body: one\ntwo\nthree\n"},
		{"\xef\xbb\xbfhé\n", "body: hé\n"},
		{"\xff\xfeh\x00\xe9\x00\r\x00\n\x00", "body: hé\n"},
		{"It\x92s 20\x80", "body: It’s 20€\n"},
		{"---\ntitle: A\n---\nb\n", "title: A\nbody: b\n"},
		{"---\nHello there\n---\nb\n", "body: ---\nHello there\n---\nb\n"},
		{"---\n", "body: ---\n"},
	} {
		if got := show(readOne(t, "text", c.source)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.source, got, c.want)
		}
	}
}

func TestNotes(t *testing.T) {
	if p := readOne(t, "text", "caf\xe9"); len(p.Notes) != 1 || !strings.Contains(p.Notes[0], "Windows-1252") {
		t.Errorf("notes %q", p.Notes)
	}
	if p := readOne(t, "text", "café"); p.Notes != nil {
		t.Errorf("notes %q", p.Notes)
	}
}

func TestPositions(t *testing.T) {
	// One letter of two code points and one emoji of five stand before the word.
	const line = "e\u0301 👩‍👩‍👧 word"
	for _, c := range []struct {
		source string
		want   Position
	}{
		{"a\r\n" + line, placed(3+len(line)-4, 2, 5)},
		{"\ufeffa\r" + line, placed(5+len(line)-4, 2, 5)},
		{"\xff\xfea\x00\n\x00 \x00w\x00o\x00r\x00d\x00", placed(8, 2, 2)},
		{"caf\xe9 word", placed(5, 1, 6)},
	} {
		p := readOne(t, "text", c.source)
		at := strings.Index(p.Fields[0].Text, "word")
		from, to := p.Locate(0, at, at+4)
		if countless(from) != c.want || to.Column != from.Column+4 {
			t.Errorf("%q: %v to %v, want %v", c.source, from, to, c.want)
		}
		if text, n := p.LineAt(0, from); !strings.HasPrefix(text[n:], "word") {
			t.Errorf("%q: LineAt gives %q, %d", c.source, text, n)
		}
	}
}

func TestUnreadable(t *testing.T) {
	long := `{"id":"9","text":"` + strings.Repeat("secret ", maxLine/7+1) + `"}`
	for _, c := range []struct{ format, source, want string }{
		{"text", "a\x00secret", "draft: not text that can be read"},
		{"text", "\xff\xfea\x00\x00\x00", "draft: not text"},
		{"text", "\xff\xfea\x00b", "draft: broken UTF-16"},
		{"text", "\xff\xfe\x00\xd8a\x00", "draft: broken UTF-16"},
		{"text", "secret \x81\xff", "draft: not text"},
		{"markdown", "---\ntitle: secret\nbody\n", "draft:1:1: front matter opens here and is never closed"},
		{"markdown", "---\na: 1\ntitle: Myth: secret\n---\n", `draft:3:1: a ": " can't stand here`},
		{"markdown", "---\nplatform: secret\nexpires: secret\n---\n", "draft:2:11: platform must be facebook, instagram, x,"},
		{"markdown", "---\na: 1\na: secret\n---\n", "draft:3:1: this key stands on line 2 already"},
		{"markdown", "---\ntitle: [secret]\n---\n", "draft:2:8: title must be text, found a list"},
		{"markdown", "---\nmedia: secret\n---\n", "draft:2:8: media must be a list of items"},
		{"markdown", "---\nmedia: [{people: secret}]\n---\n", "draft:2:18: people must be none, staff, patient, public or unknown"},
		{"jsonl", `{"id": 1, "text": "secret}`, "draft:1:27: broken JSON"},
		{"jsonl", `["secret"]`, "draft:1:1: broken JSON"},
		{"jsonl", `{"é": 1, "text": ["secret"]}`, "draft:1:18: text must be a string"},
		{"jsonl", `{"id": 1}`, "draft:1:1: a record needs a text"},
		{"jsonl", `{"id": {"secret": 1}, "text": ""}`, "draft:1:8: id must be"},
		{"jsonl", `{"text": "", "text": "secret"}`, "draft:1:14: text stands twice"},
		{"jsonl", `{"text": "", "jurisdiction": "uk", "jurisdictions": ["us"]}`, "draft:1:36: jurisdiction stands twice"},
		{"jsonl", `{"text": "", "sponsored": "secret"}`, "draft:1:27: sponsored must be true or false"},
		{"jsonl", "{\"text\": \"\x81\"}", "draft:1:1: not text"},
		{"jsonl", long, "draft:1:1: more than 16 MB on one line"},
		{"text", strings.Repeat("secret ", maxFile/7+1), "draft: more than 64 MB"},
	} {
		posts := readAll(t, c.format, c.source)
		if len(posts) != 1 || posts[0].Err == nil || !strings.HasPrefix(posts[0].Err.Error(), c.want) {
			t.Errorf("%.60q: got %v, want %s", c.source, posts[0].Err, c.want)
			continue
		}
		if strings.Contains(posts[0].Err.Error(), "secret") {
			t.Errorf("%.60q: the draft shows in %v", c.source, posts[0].Err)
		}
		checkPost(t, c.source, posts[0])
	}
}

func TestJSONL(t *testing.T) {
	source := "\ufeff" + `{"id":"a","text":"One\r\ntwo \u00e9\ud83d\ude00","unknown":[{"text":1e5}],"platform":"X","title":"T"}` + "\n" +
		"\n" +
		"{broken}\r\n" +
		"  {\"text\":\"caf\xe9\",\"id\":17,\"media\":[{\"file\":\"a/b.mp4\",\"alt\":\"A\"}]}  \r\n" +
		`{"text":"last","answered":"Why?","jurisdictions":["uk","ie"]}`
	posts := readAll(t, "jsonl", source)
	var got strings.Builder
	for _, p := range posts {
		checkPost(t, "", p)
		if p.Err != nil {
			got.WriteString(p.Err.Error() + "\n")
			continue
		}
		got.WriteString(strings.Join([]string{p.ID, string(rune('0' + p.Line)), strings.Join(p.Notes, ";")}, "|") + "\n" + show(p))
	}
	want := "a|1|\nbody: One\ntwo é😀\ntitle: T\n" +
		"draft:3:2: broken JSON; a line must be an object such as {\"id\": \"1\", \"text\": \"…\"}\n" +
		"17|4|" + note1252 + "\nbody: café\nfile: a/b\nalt: A\n" +
		"|5|\nbody: last\nanswered: Why?\n"
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
	if m := posts[3].Meta; !slices.Equal(m.Get("jurisdiction"), []string{"uk", "ie"}) || m.Get("platform") != nil {
		t.Errorf("metadata %v", m)
	}
	if m := posts[2].Meta.Media; len(m) != 1 || m[0].File != "a/b.mp4" || m[0].Kind != "video" || m[0].Alt != "A" {
		t.Errorf("media %v", m)
	}
	from, _ := posts[0].Locate(0, strings.Index(posts[0].Fields[0].Text, "two"), 0)
	if countless(from) != placed(5, 2, 1) {
		t.Errorf("a place in a record is one in its decoded text, got %v", from)
	}
}

func TestJSONLInUTF16(t *testing.T) {
	var source strings.Builder
	source.WriteString(bomUTF16LE)
	for _, c := range `{"text":"hé"}` + "\n" + `{"text":"b"}` {
		source.WriteString(string([]byte{byte(c), 0}))
	}
	posts := readAll(t, "jsonl", source.String())
	if len(posts) != 2 || show(posts[0]) != "body: hé\n" || show(posts[1]) != "body: b\n" {
		t.Errorf("got %d posts", len(posts))
	}
}

// The reader takes what encoding/json takes.
func FuzzJSON(f *testing.F) {
	for _, seed := range []string{`{"text":"a"}`, `{"text":"\ud800\u0041","x":[1,-0.5e+3,{},[],null,true]}`, `{"text":"","a":01}`, `{"text":"\x"}`, "{\"text\":\"\t\"}", `{"text":"a",}`, `{"id":1}{}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		line = strings.ToValidUTF8(strings.NewReplacer("\n", " ", "\r", " ", "\ufeff", "").Replace(line), "?")
		if strings.TrimSpace(line) == "" || strings.Count(line, "[")+strings.Count(line, "{") > maxJSONDepth {
			return
		}
		var object map[string]json.RawMessage
		good := json.Unmarshal([]byte(line), &object) == nil && object != nil
		posts := readAll(t, "jsonl", line)
		broken := posts[0].Err != nil && strings.Contains(posts[0].Err.Error(), "broken JSON")
		if broken == good {
			t.Fatalf("%q: encoding/json takes it: %v; here: %v", line, good, posts[0].Err)
		}
		var text string
		if posts[0].Err == nil && json.Unmarshal(object["text"], &text) == nil {
			if got := posts[0].Fields[0].src.text; got != text {
				t.Fatalf("%q: text %q, want %q", line, got, text)
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"# a **b** [c](d 'e') ![f](g.png)\n\n- h\n  > i &amp; \\*\n\n| j |\n|---|\n| `k\\|` |\n", "---\ntitle: \"a\\tb\"\nmedia: [{file: x.jpg, alt: y}]\n---\nz\r\n",
		"<div title='a'><img src=b.png alt=\"c&lt;\">d<br>e</div>\n<script>x</script>", "\xff\xfea\x00", "caf\xe9\r\rx", "[a]: b 'c\nd'\n[a] ![a][a]", "\ufeffé\u0301",
		"> <div>\n> <p a='\n> b'>c\n", "\t- a\n\t\tb\n", "1) ```\n   x\n", "![a\n*b*](c \"d\n e\")", "&#x1F600;&acE;", `{"text":"a"}`,
		"text;date;platform;alt;image\n\"a \"\"b\"\"\r\nc\";1.2.2026;IG, fb;d;e.jpg\n;;;x\n", "sep=|\rtitle|message\r\"x\" |y|z\r", "\xff\xfet\x00e\x00x\x00t\x00\n\x00a\x00", "Text\ncaf\xe9 \x93?? b\x94\n",
		"1/2/2026,hello\tthere,x\n\"", "[{\"text\":\"a\\u00e9\\r\\n\\\"b\",\"media\":[{\"file\":\"a.jpg\",\"alt\":\"x\\ty\"}]},\n {\"text\":\"c\",\"title\":5}]",
		"+++\ntitle = \"a\\u00e9\\t\"\n[[media]]\nfile = 'x.jpg'\nalt = \"\"\"\nb \\\n  c\r\nd\"\"\"\n+++\ne\n", "{\"title\": \"a\\\\b\"}\nbody\n", ";;;\n\"title\": \"a\"\n;;;\nbody", "<title>a&amp;b</title><meta name=description content='c &lt; d'>e<hr><title>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, format := range Formats() {
			for p := range format.Read("draft", strings.NewReader(raw), Options{}) {
				if format.Name == "jsonl" || format.Name == "docx" || format.Name == "xlsx" {
					continue // their places are in decoded text
				}
				checkPost(t, raw, p)
			}
		}
	})
}

func TestReadErrors(t *testing.T) {
	for _, f := range Formats() {
		for p := range f.Read("draft", iotest.ErrReader(io.ErrClosedPipe), Options{}) {
			if p.Err == nil || !errors.Is(p.Err, io.ErrClosedPipe) || !strings.HasPrefix(p.Err.Error(), "draft:") {
				t.Errorf("%s: got %v", f.Name, p.Err)
			}
		}
	}
}

func TestFormats(t *testing.T) {
	for path, want := range map[string]string{"a/b.md": "markdown", "A.TXT": "text", "x.ndjson": "jsonl", "x.pdf": "", "md": ""} {
		if f, ok := For(path); f.Name != want || ok != (want != "") {
			t.Errorf("For(%q) = %q, %v", path, f.Name, ok)
		}
	}
	if _, ok := FormatNamed("mrkdown"); ok {
		t.Error("an unknown name is no format")
	}
	for _, f := range Formats() {
		if f.Summary == "" || f.read == nil || len(f.Extensions) == 0 {
			t.Errorf("%q lacks something", f.Name)
		}
	}
}

// Places in a line much longer than the marks are apart, asked for out of order.
func TestLongLine(t *testing.T) {
	const unit = "👩‍👩‍👧 café e\u0301x "
	line := "first\n" + strings.Repeat(unit, 2000)
	p := readOne(t, "text", line+"\nlast")
	clusters := len([]rune("👧 café ex ")) // as a reader counts them
	for _, n := range []int{1999, 0, 7, 1024, 1500, 3} {
		at := len("first\n") + n*len(unit) + len(unit) - 2
		from, to := p.Locate(0, at, at+1)
		if want := placed(at, 2, n*clusters+clusters-1); countless(from) != want || to.Column != want.Column+1 {
			t.Errorf("unit %d: %v to %v, want %v", n, from, to, want)
		}
		if text, b := p.LineAt(0, from); len(text) != len(unit)*2000 || b != at-len("first\n") {
			t.Errorf("unit %d: byte %d of a line of %d", n, b, len(text))
		}
	}
	if from, _ := p.Locate(0, len(line)+1, 0); from.Line != 3 || from.Column != 1 {
		t.Errorf("last line: %v", from)
	}
}

func placed(offset, line, column int) Position {
	return Position{Offset: offset, Line: line, Column: column}
}

// countless is a position as people count.
func countless(p Position) Position {
	p.Byte, p.Rune = 0, 0
	return p
}

func TestColumnsInBytesAndRunes(t *testing.T) {
	const text = "one\né 👩🏽‍⚕️ " // of graphemes: é, space, one emoji, space
	p := New("a.txt", text+"word", nil, &yamldoc.Decoder{})
	from, to := p.Locate(0, len(text), len(text)+4)
	behind := text[len("one\n"):]
	if from.Column != 5 || from.Byte != len(behind)+1 || from.Rune != utf8.RuneCountInString(behind)+1 || to.Byte != from.Byte+4 || to.Rune != from.Rune+4 {
		t.Errorf("from %+v to %+v", from, to)
	}
}
