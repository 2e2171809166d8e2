package post

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

const (
	relationsHead = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	kindOfPart    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// zipped writes parts as name, content, name, content.
func zipped(t testing.TB, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = io.WriteString(w, parts[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func relation(id, kind, target string) string {
	return fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s"/>`, id, kindOfPart, kind, target)
}

// docx writes a document of Word with that body and, where it isn't "", comments.
func docx(t testing.TB, body, footnotes, comments string) string {
	t.Helper()
	const names = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	parts := []string{
		"_rels/.rels", relationsHead + relation("r1", "officeDocument", "word/document.xml") + "</Relationships>",
		"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document ` + names + `><w:body>` + body + `</w:body></w:document>`,
	}
	beside := ""
	for name, content := range map[string]string{"footnotes": footnotes, "comments": comments} {
		if content != "" {
			beside += relation(name, name, name+".xml")
			parts = append(parts, "word/"+name+".xml", `<w:`+name+` `+names+`>`+content+`</w:`+name+`>`)
		}
	}
	return zipped(t, append(parts, "word/_rels/document.xml.rels", relationsHead+beside+"</Relationships>")...)
}

func paragraphs(texts ...string) string {
	var b strings.Builder
	for _, text := range texts {
		b.WriteString("<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>")
	}
	return b.String()
}

func TestDOCX(t *testing.T) {
	for _, c := range []struct{ name, body, footnotes, comments, want string }{
		{"paragraphs", paragraphs("Flu clinic", "", "Open &amp; free"), "", "", "body: Flu clinic\n\nOpen & free\n"},
		{"runs are joined", `<w:p><w:r><w:t xml:space="preserve">Guaran</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>teed</w:t></w:r></w:p>`, "", "", "body: Guaranteed\n"},
		{"tabs and breaks", `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>`, "", "", "body: a\tb\nc-d\n"},
		{"tracked changes", `<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> here</w:t></w:r></w:moveTo></w:p>`, "", "", "body: new here\n" + noteTracked + "\n"},
		{"codes of fields", `<w:p><w:r><w:instrText>HYPERLINK x</w:instrText><w:t>link</w:t></w:r></w:p>`, "", "", "body: link\n"},
		{"tables", `<w:tbl><w:tr><w:tc>` + paragraphs("a") + `</w:tc><w:tc>` + paragraphs("b") + `</w:tc></w:tr></w:tbl>` + paragraphs("c"), "", "", "body: a\n\nb\n\nc\n"},
		{"text boxes, once", `<w:p><w:r><w:t>before</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>` + paragraphs("box") + `</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>` + paragraphs("box") + `</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t> after</w:t></w:r></w:p>`, "", "", "body: before after\n\nbox\n"},
		{"alt texts", `<w:p><w:r><w:t>a</w:t><w:drawing><wp:docPr id="1" name="x" descr="A nurse" title="Jab"/></w:drawing></w:r></w:p>`, "", "", "body: a\nalt: A nurse\nalt: Jab\n"},
		{"footnotes", paragraphs("a"), `<w:footnote w:type="separator">` + paragraphs("") + `</w:footnote><w:footnote w:id="1">` + paragraphs("Source: ONS") + `</w:footnote>`, "", "body: a\n\nSource: ONS\n"},
		{"comments", paragraphs("a"), "", `<w:comment w:id="1">` + paragraphs("Ask her?") + `</w:comment>`, "body: a\ncomment: Ask her?\n" + noteComments + "\n"},
		{"nothing", "", "", "", "body: \n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := readAll(t, "docx", docx(t, c.body, c.footnotes, c.comments))[0]
			checkPost(t, "", p)
			got := show(p)
			for _, note := range p.Notes {
				got += note + "\n"
			}
			if p.Err != nil || got != c.want {
				t.Errorf("got %q, %v, want %q", got, p.Err, c.want)
			}
		})
	}
}

func TestDOCXPlaces(t *testing.T) {
	p := readAll(t, "docx", docx(t, paragraphs("one", "", "two")+`<w:tbl><w:tr><w:tc>`+paragraphs("x")+`</w:tc><w:tc>`+paragraphs("three")+`</w:tc></w:tr></w:tbl>`+
		`<w:p><w:r><w:t>last</w:t><w:drawing><wp:docPr descr="alt"/></w:drawing><w:txbxContent>`+paragraphs("boxed")+`</w:txbxContent></w:r></w:p>`,
		`<w:footnote w:id="1">`+paragraphs("noted")+`</w:footnote>`, `<w:comment w:id="1">`+paragraphs("said")+`</w:comment>`))[0]
	for word, want := range map[string]string{
		"one": "paragraph 1", "two": "paragraph 2", "three": "table 1, row 1, column 2", "last": "paragraph 3", "boxed": "text box 1",
		"alt": "picture 1", "noted": "footnote 1", "said": "comment 1",
	} {
		for f := range p.Fields {
			if at := strings.Index(p.Fields[f].Text, word); at >= 0 {
				if from, _ := p.Locate(f, at, at+1); from.Place != want || from.Column != 1 {
					t.Errorf("%s stands at %+v, want %s", word, from, want)
				}
			}
		}
	}
}

// xlsx writes a workbook with sheets as name, state, rows.
func xlsx(t testing.TB, shared []string, sheets ...string) string {
	t.Helper()
	parts := []string{"_rels/.rels", relationsHead + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"}
	book, beside := "", relation("s", "sharedStrings", "sharedStrings.xml")
	for i := 0; i < len(sheets); i += 3 {
		book += fmt.Sprintf(`<sheet name="%s" sheetId="%d" state="%s" r:id="r%d"/>`, sheets[i], i, sheets[i+1], i)
		beside += relation(fmt.Sprint("r", i), "worksheet", fmt.Sprintf("/xl/worksheets/sheet%d.xml", i))
		parts = append(parts, fmt.Sprintf("xl/worksheets/sheet%d.xml", i), "<worksheet><sheetData>"+sheets[i+2]+"</sheetData></worksheet>")
	}
	texts := ""
	for _, s := range shared {
		texts += "<si>" + s + "</si>"
	}
	return zipped(t, append(parts, "xl/workbook.xml", `<workbook xmlns:r="x"><workbookPr/><sheets>`+book+`</sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", relationsHead+beside+"</Relationships>", "xl/sharedStrings.xml", "<sst>"+texts+"</sst>")...)
}

// line writes a row of inline texts; what starts with a digit is a number, with # a shared text.
func line(number int, cells ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, number)
	for i, c := range cells {
		at := columnLetters(i) + fmt.Sprint(number)
		switch {
		case c == "":
		case c[0] == '#':
			fmt.Fprintf(&b, `<c r="%s" t="s"><v>%s</v></c>`, at, c[1:])
		case c[0] >= '0' && c[0] <= '9':
			fmt.Fprintf(&b, `<c r="%s"><v>%s</v></c>`, at, c)
		default:
			fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, at, c)
		}
	}
	return b.String() + "</row>"
}

func TestXLSX(t *testing.T) {
	for _, c := range []struct {
		name, columns string
		shared        []string
		sheets        []string
		want          string
	}{
		{"a calendar", "", []string{"<r><t>Flu </t></r><r><t>clinic</t></r><rPh><t>x</t></rPh>"}, []string{"Posts", "visible", line(1, "Plan for December") + line(3, "Date", "Network", "Post copy", "Alt text") + line(4, "46357", "Instagram", "#0") + line(5, "46357.5", "", "", "")},
			"# Posts, row 4 platform=instagram publish_at=2026-12-01\nbody: Flu clinic\n"},
		{"sheets, hidden ones too", "", nil, []string{"Posts", "", line(1, "Text") + line(2, "One"), "Old", "hidden", line(1, "Message") + line(2, "Two")},
			"# Posts, row 2\nbody: One\n# Old, row 2\nbody: Two\n"},
		{"no header", "", nil, []string{"Ideas", "", line(2, "Flu clinic", "12", "Jabs", "9990000018") + line(7, "", "Free")},
			"# Ideas, row 2\nbody: Flu clinic\n\nJabs\n\n9990000018\n# Ideas, row 7\nbody: Free\n"},
		{"columns by letter", "text=B", nil, []string{"Ideas", "", line(1, "x", "Flu")}, "# Ideas, row 1\nbody: Flu\n"},
		{"columns by name", "text=Wording", nil, []string{"Ideas", "", line(1, "Title page") + line(2, "Zebulon", "Wording") + line(3, "x", "Flu")}, "# Ideas, row 3\nbody: Flu\n"},
		{"a number where text is read", "", nil, []string{"A", "", line(1, "Text") + line(2, "9990000018")}, "# A, row 2\nbody: 9990000018\n"},
		{"no rows", "", nil, []string{"A", "", ""}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			posts := readTable(t, "xlsx", c.columns, xlsx(t, c.shared, c.sheets...))
			for _, p := range posts {
				checkPost(t, "", p)
			}
			if got := rows(t, posts); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestXLSXPlacesAndNotes(t *testing.T) {
	posts := readAll(t, "xlsx", xlsx(t, nil, "Posts", "veryHidden", line(1, "Title", "Text")+line(14, "One", "Two\nwords")))
	p := posts[0]
	for f, want := range []Position{{Offset: 8, Line: 15, Column: 1, Place: "Posts!B14"}, {Offset: 0, Line: 14, Column: 1, Place: "Posts!A14"}} {
		at := max(0, strings.Index(p.Fields[f].Text, "words"))
		if from, _ := p.Locate(f, at, at+1); countless(from) != want {
			t.Errorf("%s: %+v, want %+v", p.Fields[f].Name, from, want)
		}
	}
	want := []string{"the sheet Posts is hidden; it is checked too", "sheet Posts: read the columns Title (title), Text (text); the header is row 1"}
	if !slices.Equal(p.Notes, want) {
		t.Errorf("notes %q, want %q", p.Notes, want)
	}
}

func TestHostileOffice(t *testing.T) {
	big := strings.Repeat("secret ", 1<<20)
	bomb := paragraphs(big)
	for name, c := range map[string]struct{ format, source, want string }{
		"no zip":               {"docx", "secret", "draft: " + errNotOffice.Error()},
		"an old document":      {"docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1secret", "draft: " + errOldOffice.Error()},
		"another zip":          {"docx", zipped(t, "secret.txt", "secret"), "draft: " + errNotOffice.Error()},
		"a workbook":           {"docx", xlsx(t, nil, "A", "", line(1, "secret")), "draft: " + errNotOffice.Error()},
		"a document":           {"xlsx", docx(t, paragraphs("secret"), "", ""), "draft: " + errNotOffice.Error()},
		"a zip bomb":           {"docx", docx(t, strings.Repeat(bomb, 10), "", ""), "draft: " + errUnzipped.Error()},
		"many parts":           {"docx", zipped(t, slices.Repeat([]string{"a", "b"}, maxParts+1)...), "draft: " + errParts.Error()},
		"a part twice":         {"docx", zipped(t, "a", "b", "A", "c"), "draft: " + errBroken.Error()},
		"deep nesting":         {"docx", docx(t, strings.Repeat("<w:sdt>", maxXMLDepth), "", ""), "draft: " + errDeep.Error()},
		"billion laughs":       {"docx", zipped(t, "_rels/.rels", relationsHead+relation("r", "officeDocument", "d.xml")+"</Relationships>", "d.xml", `<!DOCTYPE d [<!ENTITY a "secret"><!ENTITY b "&a;&a;&a;">]><document><p><t>&b;</t></p></document>`), "draft: " + errBroken.Error()},
		"broken XML":           {"docx", docx(t, "<secret>", "", ""), "draft: " + errBroken.Error()},
		"many paragraphs":      {"docx", docx(t, strings.Repeat(paragraphs("x"), maxParagraphs+1), "", ""), "draft: " + errParagraphs.Error()},
		"a relation to itself": {"docx", zipped(t, "_rels/.rels", relationsHead+relation("r", "officeDocument", "_rels/.rels")+"</Relationships>"), "draft: " + errNotOffice.Error()},
		"a huge cell":          {"xlsx", xlsx(t, nil, "A", "", line(1, "Text")+line(2, big)), "draft: " + errCell.Error()},
		"a row out of bounds":  {"xlsx", xlsx(t, nil, "A", "", line(maxRows+1, "secret")), "draft: " + errBroken.Error()},
		"no such text":         {"xlsx", xlsx(t, nil, "A", "", line(1, "#7")), "draft: " + errBroken.Error()},
		"one text for all":     {"xlsx", xlsx(t, []string{"<t>" + strings.Repeat("secret ", 1<<14) + "</t>"}, "A", "", strings.Repeat(line(2, slices.Repeat([]string{"#0"}, 100)...), 20)), "draft: " + errUnzipped.Error()},
		"a column twice":       {"xlsx", xlsx(t, nil, "A", "", `<row><c r="A1" t="str"><v>secret</v></c><c r="A1" t="str"><v>x</v></c></row>`), "draft: " + errBroken.Error()},
	} {
		begin := time.Now()
		posts := readAll(t, c.format, c.source)
		last := posts[len(posts)-1]
		if last.Err == nil || last.Err.Error() != c.want {
			t.Errorf("%s: got %.200v, want %s", name, last.Err, c.want)
		}
		if took := time.Since(begin); took > 20*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

func FuzzOffice(f *testing.F) {
	f.Add(paragraphs("a")+`<w:tbl><w:tr><w:tc>`+paragraphs("x")+`</w:tc></w:tr></w:tbl><wp:docPr descr="b"/><w:del><w:p/></w:del>`, line(1, "Text", "Date")+line(2, "a", "46357")+"<c/><v>1</v><row/>")
	f.Fuzz(func(t *testing.T, body, sheet string) {
		for _, c := range []struct{ format, source string }{{"docx", docx(t, body, body, body)}, {"xlsx", xlsx(t, []string{body}, "A", "hidden", sheet)}} {
			for _, p := range readAll(t, c.format, c.source) {
				checkPost(t, "", p)
			}
		}
	})
}
