package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// writeOffice writes small files of Word and Excel, and one that unzips to a lot.
func writeOffice(folder string) error {
	const head = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	relation := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + target + `"/>`
	}
	text := func(s string) string { return `<w:p><w:r><w:t>` + s + `</w:t></w:r></w:p>` }
	word := func(body string) map[string]string {
		return map[string]string{
			"_rels/.rels":                  head + relation("r1", "officeDocument", "word/document.xml") + `</Relationships>`,
			"word/document.xml":            `<w:document xmlns:w="w" xmlns:wp="wp"><w:body>` + body + `</w:body></w:document>`,
			"word/_rels/document.xml.rels": head + relation("r1", "comments", "comments.xml") + `</Relationships>`,
			"word/comments.xml":            `<w:comments xmlns:w="w"><w:comment w:id="1">` + text("A lucky guarantee?") + `</w:comment></w:comments>`,
		}
	}
	for name, parts := range map[string]map[string]string{
		"draft.docx": word(text("Open until six.") + text("A lucky guarantee for all.") +
			`<w:p><w:del><w:r><w:delText>A lucky guarantee, deleted.</w:delText></w:r></w:del><w:ins><w:r><w:t>A lucky </w:t></w:r><w:r><w:t>guarantee, inserted.</w:t></w:r></w:ins></w:p>` +
			`<w:tbl><w:tr><w:tc>` + text("x") + `</w:tc><w:tc>` + text("Lucky guarantee") + `</w:tc></w:tr></w:tbl>`),
		"bomb.docx": word(text(strings.Repeat("lucky guarantee ", 5<<20))),
		"calendar.xlsx": {
			"_rels/.rels":                head + relation("r1", "officeDocument", "xl/workbook.xml") + `</Relationships>`,
			"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="Posts" r:id="r1"/><sheet name="Old" state="hidden" r:id="r2"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": head + relation("r1", "worksheet", "worksheets/one.xml") + relation("r2", "worksheet", "worksheets/two.xml") + relation("r3", "sharedStrings", "sharedStrings.xml") + `</Relationships>`,
			"xl/sharedStrings.xml":       `<sst><si><t>Date</t></si><si><t>Post copy</t></si><si><r><t>A lucky </t></r><r><t>guarantee</t></r></si></sst>`,
			"xl/worksheets/one.xml":      `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="14"><c r="A14"><v>46357</v></c><c r="B14" t="s"><v>2</v></c></row></sheetData></worksheet>`,
			"xl/worksheets/two.xml":      `<worksheet><sheetData><row><c t="inlineStr"><is><t>Lucky guarantee</t></is></c></row></sheetData></worksheet>`,
		},
	} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for part, content := range parts {
			w, err := z.Create(part)
			if err != nil {
				return err
			}
			if _, err := io.WriteString(w, content); err != nil {
				return err
			}
		}
		if err := z.Close(); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, name), b.Bytes(), 0o666); err != nil {
			return err
		}
	}
	return nil
}
