package cli

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/project"
	"github.com/postvet/postvet/internal/report"
)

// The sentinel is a person who must not show, in every place of a draft.
const (
	sentinelName   = "Zebulon Quackenbush"
	sentinelNumber = "999 000 0018"
	sentinel       = "patient " + sentinelName + ", NHS number " + sentinelNumber
)

// sentinelDrafts returns drafts by file name; each holds the sentinel
// somewhere, and text that other rules flag beside it.
func sentinelDrafts() map[string]string {
	const beside = "Guaranteed results or your money back! Stop your statin, you bastards.\n"
	return map[string]string{
		"body.txt":        beside + "Our " + sentinel + " left Ward 4 on Friday.\n",
		"sameline.md":     "Guaranteed results for our " + sentinel + ", as for everyone!\n",
		"title.md":        "---\ntitle: Our " + sentinel + "\n---\n" + beside,
		"alt.md":          beside + "\n![Our " + sentinel + "](a.jpg)\n",
		"author.md":       "---\nauthor: " + sentinelName + " " + sentinelNumber + "\n---\n" + beside,
		"value.md":        "---\nplatform: " + sentinel + "\n---\n" + beside,
		"date.md":         "---\npublish_at: " + sentinel + "\nsponsored: " + sentinel + "\n---\n" + beside,
		"list.md":         "---\nconsent: {" + sentinelName + ": 1}\n---\n" + beside,
		"twice.md":        "---\nx: 1\nx: " + sentinel + "\n---\n" + beside,
		"key.md":          "---\n" + sentinelName + ": 1\n" + sentinelName + ": 2\n---\n" + beside,
		"media.md":        "---\nmedia: [{" + sentinelName + ": 1, kind: " + sentinelName + "}, " + sentinelName + "]\n---\n" + beside,
		"tag.md":          "---\nx: !" + "zebulon" + " 1\ny: &zebulon 2\n---\n" + beside,
		"tabs.md":         "---\nx:\n\t" + sentinel + "\n---\n" + beside,
		"alias.md":        "---\nx: *" + sentinelName + "\n---\n" + beside,
		"frontmatter.md":  "---\ntitle: \"Our " + sentinel + "\n---\n" + beside,
		"unclosed.md":     "---\ntitle: Our " + sentinel + "\n" + beside,
		"binary.txt":      beside + sentinel + "\x00\x01",
		"windows.txt":     beside + "Our " + sentinel + " \x93left\x94\r\n",
		"records.jsonl":   `{"id": "a", "text": "Our ` + sentinel + `: guaranteed results!"}` + "\n" + `{"id": "b", "text": "` + sentinel + "\n" + `{"id": "c", "platform": "` + sentinel + `", "text": "x"}` + "\n[\"" + sentinel + "\"]\n" + sentinel + "\n" + `{"id": "d", "text": {"` + sentinel + `": 1}}` + "\n" + `{"id": "e", "` + sentinelName + `": 1, "` + sentinelName + `": 2, "text": "\q ` + sentinelName + `"}` + "\n" + `{"id": "f", "kind": ["` + sentinelName + `"], "media": "` + sentinelName + `", "text": 5}` + "\n",
		"hidden.md":       beside + "<!-- " + sentinel + " -->\n<b title='" + sentinel + "'>x</b>\n",
		"masked.txt":      "Guaranteed results: NHS no. 9990000018, Zebulon\u200b Quackenbush.\n",
		"rows.csv":        "Message," + sentinelName + ",platform\n\"" + beside + "Our " + sentinel + "\",x,x\nx,x," + sentinelName + "\n\"x\" " + sentinel + ",,\n" + sentinel + ",,,x\n\"" + sentinel,
		"headless.csv":    sentinelName + "," + sentinelName + "\n",
		"lost.tsv":        "Text\t" + sentinelName + "\n?? " + sentinelName + "\t1/2/2026\n",
		"page.html":       "<title>" + sentinel + "</title><meta name=description content='" + sentinel + "'><p>" + beside + "<img alt='" + sentinel + "'>",
		"toml.md":         "+++\ntitle = \"Our " + sentinel + "\"\n+++\n" + beside,
		"brokentoml.md":   "+++\n" + sentinelName + " = " + sentinel + "\n+++\n" + beside,
		"json.md":         "{\"title\": \"Our " + sentinel + "\"}\n" + beside,
		"brokenjson.md":   "{\"title\": \"Our " + sentinel + "}\n" + beside,
		"draft.docx":      docx("<w:p><w:r><w:t>" + beside + "</w:t></w:r></w:p><w:drawing><wp:docPr descr='" + sentinel + "'/></w:drawing><w:p><w:r><w:t>Our " + sentinel + "</w:t></w:r></w:p>"),
		"broken.docx":     docx("<" + sentinelName + ">&" + sentinelName + ";"),
		"fingerprint.txt": "Guaranteed " + sentinel + " guaranteed results " + sentinel + "\n",
	}
}

// docx writes a document of Word.
func docx(body string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, part := range map[string]string{
		"_rels/.rels": `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="d.xml"/></Relationships>`,
		"d.xml":       `<w:document xmlns:w="w" xmlns:wp="wp"><w:body>` + body + `</w:body></w:document>`,
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, part)
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// fragments are what must not be found, whatever the spelling around.
var fragments = []string{"zebulon", "quackenbush", "999 000", "9990000018", "000 0018"}

func TestSentinelNeverShows(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	t.Setenv("CI", "")
	for name, text := range sentinelDrafts() {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	formats := report.Formats()
	for i, selection := range selections(t) {
		format, other := formats[i%len(formats)], formats[(i+1)%len(formats)]
		args := append([]string{"check", "--verbose", "--format", format.Name, "--output", other.Name + "=out"}, selection...)
		stdout, stderr, code := runMain(t, append(args, ".")...)
		if code != exitTrouble {
			t.Fatalf("%q: exit code %d, want 2: some drafts are broken", args, code)
		}
		file, err := os.ReadFile("out")
		if err != nil {
			t.Fatal(err)
		}
		for where, text := range map[string]string{"stdout": stdout, "stderr": stderr, "the file": string(file)} {
			for _, fragment := range fragments {
				if strings.Contains(strings.ToLower(text), fragment) {
					t.Fatalf("%q: %q shows in %s", args, fragment, where)
				}
			}
		}
		if format.Name == "jsonl" && !strings.Contains(stdout, `"source":"body.txt"`) {
			t.Fatalf("%q: the drafts weren't checked", args)
		}
	}
}

// selections are all ways to choose rules: all, each alone, each left out, each pack.
func selections(t *testing.T) [][]string {
	t.Helper()
	set, err := project.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	all := make([][]string, len(report.Formats())) // all rules, in every format
	for _, p := range set.Packs {
		all = append(all, []string{"--pack", p.Name})
	}
	for _, id := range set.RuleIDs() {
		all = append(all, []string{"--rule", id}, []string{"--skip", id})
	}
	return all
}

// The test would pass with nothing found: shown on request, the sentinel is there.
func TestSentinelShowsOnRequest(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range sentinelDrafts() {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"body.txt", "sameline.md", "title.md", "alt.md", "windows.txt", "records.jsonl", "masked.txt", "fingerprint.txt", "rows.csv", "page.html", "toml.md", "json.md", "draft.docx"} {
		stdout, _, _ := runMain(t, "check", "--format", "json", "--show-text", "always", name)
		if !strings.Contains(stdout, "999") {
			t.Errorf("%s: the number isn't found: %s", name, stdout)
		}
		masked, _, _ := runMain(t, "check", "--format", "json", name)
		if !strings.Contains(masked, `"masked":true`) || strings.Contains(masked, `"masked":false`) {
			t.Errorf("%s: not everything is masked: %s", name, masked)
		}
	}
}

// runMain runs the command line with files for streams.
func runMain(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	folder := t.TempDir()
	open := func(name string) *os.File {
		f, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		return f
	}
	in, out, errs := open("in"), open("out"), open("err")
	code = Main(args, in, out, errs)
	read := func(f *os.File) string {
		data, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	return read(out), read(errs), code
}
