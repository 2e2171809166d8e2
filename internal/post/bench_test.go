package post

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
)

const sample = "Our nurses are holding a free **blood-pressure** check this Saturday at St. Mary’s 💙. See [our page](https://example.org/clinic?id=42) &amp; bring a list of the medicines you take.\n\n- You don't need an appointment\n- Parking is limited\n\n#FluSeason #NHS\n"

func BenchmarkMarkdown(b *testing.B) {
	data := strings.Repeat(sample, 400)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		readAll(b, "markdown", data)
	}
}

func BenchmarkMarkdownSmall(b *testing.B) {
	data := "---\ntitle: Flu clinic\nplatform: facebook\n---\n" + sample
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		readAll(b, "markdown", data)
	}
}

// records writes n records of about 300 bytes.
func records(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "{\"id\":\"p%05d\",\"text\":%q,\"platform\":\"facebook\",\"account\":\"official\",\"kind\":\"post\"}\n", i,
			"Our nurses are holding a free blood-pressure check this Saturday at St. Mary’s. Bring a list of the medicines you take.\nYou don't need an appointment, just turn up. Parking is limited #FluSeason #NHS")
	}
	return b.String()
}

func BenchmarkJSONL(b *testing.B) {
	data := records(34000)
	f, _ := FormatNamed("jsonl")
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		for p := range f.Read("-", strings.NewReader(data), Options{}) {
			if p.Err != nil {
				b.Fatal(p.Err)
			}
		}
	}
}

func BenchmarkCSV(b *testing.B) {
	data := "date,text,platform,alt\n" + strings.Repeat("2026-12-01 09:30,\"Our nurses are holding a free \"\"blood-pressure\"\" check this Saturday,\nbring a list.\",Facebook,A nurse\n", 10_000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		readAll(b, "csv", data)
	}
}

func BenchmarkLocate(b *testing.B) {
	text := strings.Repeat("👩‍👩‍👧 café word ", 200_000)
	for b.Loop() {
		p := readAll(b, "text", text)[0]
		for at := 0; at < len(text); at += 100 {
			for at < len(text) && text[at]&0xC0 == 0x80 {
				at++
			}
			from, _ := p.Locate(0, at, at)
			p.LineAt(0, from)
		}
	}
}

// Memory doesn't grow with the number of records.
func TestJSONLIsFlat(t *testing.T) {
	part := records(1000)
	var parts []io.Reader
	for range 60 {
		parts = append(parts, strings.NewReader(part))
	}
	f, _ := FormatNamed("jsonl")
	var stats runtime.MemStats
	most, n := uint64(0), 0
	for p := range f.Read("-", io.MultiReader(parts...), Options{}) {
		if n++; n%10_000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&stats)
			most = max(most, stats.HeapAlloc)
		}
		if p.Err != nil {
			t.Fatal(p.Err)
		}
	}
	if n != 60_000 || most > 20<<20 {
		t.Errorf("%d records, %d MB", n, most>>20)
	}
}

// Markdown that is made to be slow takes little longer than other text.
func TestHostileMarkdown(t *testing.T) {
	const size = 1 << 16
	markdown, _ := FormatNamed("markdown")
	for _, unit := range []string{
		"*a ", "*a _b ", "_a*", "***a**b*", "a**b c* ", "[", "[]", "[a", "[a](", "![a](", "![](", "[*a](", "[a](<", "[a]( <", "[a](((", "[a](b (", "[a](b '", "[a][", "[a][b", "*[a",
		"[a]: b\n", "[a]: b (\n", "[a]: b (\nx\n", "[a]: <", ">", "> ", "- ", "> - ", "1) ", "- a\n  > b\n", "`", "`a``b", "``a`", "<", "<a ", "<a b='", "<a b=\"", "</a ", "<!--", "<?", "<!A", "<![CDATA[",
		"&", "&#x", "\\", "|a", "a|b\n", "|a|b|\n|-|-|\n", "-|-\n", "a\n=\n", "# ", "```\na\n", "<div>\n", "<p a='\n", "<script>\n", "<!--\n", "</\n", "![", "](", "\t", "    a\n", "a\r", "\r\n", "e\u0301", "\u0301", "<div><a b='", "<div>&", "<div>\n<", "<div>\n</script", "<script></",
	} {
		data := strings.Repeat(unit, size/len(unit))
		took := time.Hour
		for try := 0; try < 3 && took > 300*time.Millisecond; try++ { // a busy machine may be slow once
			begin := time.Now()
			for p := range markdown.Read("draft", strings.NewReader(data), Options{}) {
				if p.Err == nil {
					p.Locate(p.Body(), 0, len(p.Fields[p.Body()].Text))
				}
			}
			took = min(took, time.Since(begin))
		}
		if took > 300*time.Millisecond {
			t.Errorf("%q took %v", unit, took)
		}
	}
}
