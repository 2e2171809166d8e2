package post

import (
	"encoding/csv"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// rows shows the posts of a table: place, id, metadata, fields, notes.
func rows(t testing.TB, posts []*Post) string {
	t.Helper()
	var b strings.Builder
	for _, p := range posts {
		if p.Err != nil {
			b.WriteString("! " + p.Err.Error() + "\n")
			continue
		}
		b.WriteString("# " + p.Place)
		if p.ID != "" {
			b.WriteString(" id=" + p.ID)
		}
		for _, n := range Names() {
			if values := p.Meta.Get(n.Name); values != nil {
				b.WriteString(" " + n.Name + "=" + strings.Join(values, ","))
			}
		}
		b.WriteString("\n" + show(p))
	}
	return b.String()
}

func TestCSV(t *testing.T) {
	for _, c := range []struct{ name, columns, source, want string }{
		{"Buffer", "", "Text,Image URL,Tags,Posting Time\n\"Flu clinic, open\",https://example.org/img/flu-clinic.jpg,x,2026-12-01 09:30\n",
			"# row 2 publish_at=2026-12-01 09:30\nbody: Flu clinic, open\nfile: img/flu-clinic\n"},
		{"Hootsuite without header", "", "13/12/2026 09:30,Flu clinic,https://example.org\n", "# row 1 publish_at=2026-12-13 09:30\nbody: Flu clinic\n"},
		{"Hootsuite, order of day and month unsaid", "", "3/4/2026 09:30,Flu clinic,https://example.org\n", "# row 1\nbody: Flu clinic\n"},
		{"Sprout", "", "date,time_24hr,message_text\n2026-12-01,18:05,Flu clinic\n", "# row 2 publish_at=2026-12-01 18:05\nbody: Flu clinic\n"},
		{"generic, semicolons", "", "Ref;Network;Post copy;Alt text;First comment;Link text;Headline\n7;IG, Facebook Page;Flu clinic;A nurse;More: below;Book;Jabs\n",
			"# row 2 id=7 platform=instagram,facebook\nbody: Flu clinic\nfirst-comment: More: below\nlink-title: Book\ntitle: Jabs\nalt: A nurse\n"},
		{"tabs", "", "platform\ttext\nx\tFlu clinic, \"open\"\n", "# row 2 platform=x\nbody: Flu clinic, \"open\"\n"},
		{"pipes, and sep=", "", "sep=|\r\ntitle|text\r\na,b;c|Flu clinic\r\n", "# row 3\nbody: Flu clinic\ntitle: a,b;c\n"},
		{"metadata", "", "text,jurisdictions,consent,sponsored,kind,account\nFlu,uk; ie,C-1;C-2,true,ad,personal\n",
			"# row 2 account=personal kind=ad jurisdiction=uk,ie consent=C-1,C-2 sponsored=true\nbody: Flu\n"},
		{"a scheduler's words that mean nothing here", "", "Text,Account,Type\nFlu,Harbour Clinic,Reel\n", "# row 2\nbody: Flu\n"},
		{"our words are held to their values", "", "text,account\nFlu,Zebulon\nJabs,official\n",
			"! draft:2:5: row 2, column account: account must be official or personal\n# row 3 account=official\nbody: Jabs\n"},
		{"a platform's own columns", "", "Date,Facebook,Instagram copy,LinkedIn\n2026-12-01,One,Two,\n", "# row 2 publish_at=2026-12-01\nbody: \nsocial: One\nsocial: Two\n"},
		{"two columns of text", "", "Message,Copy\nOne,Two\n", "# row 2\nbody: One\ncaption: Two\n"},
		{"a caption alone is the text", "", "Caption\nOne\n", "# row 2\nbody: One\n"},
		{"one column without a name", "", "Flu clinic open\nJabs, free\n", "# row 1\nbody: Flu clinic open\n! draft:2:1: row 2: more cells than columns; put quotes around a text that holds the separator\n"},
		{"columns by name", "text=Wording,platform=Where,account=", "Where,Wording,account\nTwitter,Flu,Zebulon\n", "# row 2 platform=x\nbody: Flu\n"},
		{"columns by number", "text=2,alt=1", "A nurse,Flu\n", "# row 1\nbody: Flu\nalt: A nurse\n"},
		{"no column is known", "", "Zebulon,Quackenbush\nx,y\n", "! draft: " + errNoText.Error() + "\n"},
		{"no such column", "text=Copy", "Zebulon,Message\nx,y\n", "! draft: no column \"Copy\" for text; --columns takes a name of the first row or a number\n"},
		{"images with their alt texts", "", "text,image,alt\nFlu,a/nurse.jpg,A nurse\nJab,b.jpg,\n", "# row 2 media=a/nurse.jpg\nbody: Flu\nfile: a/nurse\nalt: A nurse\n# row 3 media=b.jpg\nbody: Jab\nfile: b\n"},
		{"blank lines and empty rows count as rows", "", "text,date\n\n,2026-12-01\nFlu,\n", "# row 4\nbody: Flu\n"},
		{"lone carriage returns", "", "text\r\"a\rb\"\rFlu", "# row 2\nbody: a\nb\n# row 3\nbody: Flu\n"},
		{"BOM and Windows line ends", "", "\ufefftext,title\r\n\"a\r\n\"\"b\"\"\",c\r\n", "# row 2\nbody: a\n\"b\"\ntitle: c\n"},
		{"UTF-16", "", "\xff\xfet\x00e\x00x\x00t\x00\t\x00d\x00a\x00t\x00e\x00\n\x00\xe9\x00\t\x00\n\x00", "# row 2\nbody: é\n"},
		{"Windows-1252", "", "text\ncaf\xe9 \x93x\x94\n", "# row 2\nbody: café “x”\n"},
		{"more cells than columns", "", "text,date\nFlu, free,2026-12-01\nJabs,\n", "! draft:2:1: row 2: more cells than columns; put quotes around a text that holds the separator\n# row 3\nbody: Jabs\n"},
		{"text behind a quote", "", "text\n\"Zebulon\" Q\nFlu\n", "! draft:2:1: row 2: " + errQuote.Error() + "\n# row 3\nbody: Flu\n"},
		{"a quote that is never closed", "", "text\nFlu\n\"Zebulon\nJabs\n", "# row 2\nbody: Flu\n! draft:3:1: row 3: " + errOpen.Error() + "\n"},
		{"no text at all", "", "text\nFlu\nZebulon\x00\n", "# row 2\nbody: Flu\n! draft:3:1: row 3: " + errNotText.Error() + "\n"},
		{"a quote inside plain text", "", "text,title\n5\" pipe,a\n", "# row 2\nbody: 5\" pipe\ntitle: a\n"},
		{"nothing", "", "", ""},
		{"a header alone", "", "text,date\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			posts := readTable(t, "csv", c.columns, c.source)
			for _, p := range posts {
				checkPost(t, c.source, p)
			}
			if got := rows(t, posts); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func readTable(t testing.TB, format, columns, source string) []*Post {
	t.Helper()
	var specs []string
	if columns != "" {
		specs = strings.Split(columns, ",")
	}
	said, err := ParseColumns(specs)
	if err != nil {
		t.Fatal(err)
	}
	f, _ := FormatNamed(format)
	return slices.Collect(f.Read("draft", strings.NewReader(source), Options{Columns: said}))
}

func TestCSVPlaces(t *testing.T) {
	posts := readAll(t, "csv", "\ufeffDate,Message\r\n2026-12-01,\"Dr \"\"Jo\"\"\r\nsays: word\"\r\nx,caf\u00e9 word\r\n")
	for i, want := range []Position{{Offset: 46, Line: 3, Column: 7, Place: "row 2, column Message"}, {Offset: 61, Line: 4, Column: 8, Place: "row 3, column Message"}} {
		at := strings.Index(posts[i].Fields[0].Text, "word")
		from, to := posts[i].Locate(0, at, at+4)
		if countless(from) != want || to.Column != from.Column+4 {
			t.Errorf("%+v to %+v, want %+v", from, to, want)
		}
	}
	if from, _ := posts[0].Locate(0, strings.Index(posts[0].Fields[0].Text, "Jo"), 0); from.Column != 18 {
		t.Errorf("behind two doubled quotes: column %d", from.Column)
	}
	if posts[0].Line != 2 || posts[1].Line != 4 || posts[1].Place != "row 3" {
		t.Errorf("rows start at lines %d and %d (%s)", posts[0].Line, posts[1].Line, posts[1].Place)
	}
}

func TestCSVNotes(t *testing.T) {
	for _, c := range []struct {
		source string
		want   []string
	}{
		{"Message,Zebulon,Network\nFlu ?? jab,x,facebook\n?? again,x,x\n",
			[]string{"read the columns Message (text), Network (platform); not 2",
				"row 2, column Message: ?? stands where characters may have been lost, emoji mostly; save the table as CSV UTF-8"}},
		{"Text,Network\nReally??,Zebulon\n", []string{"read the columns Text (text), Network (platform)", "row 2, column Network: not a platform that is known here (" + nameOf("platform").Accepts + "); others like it are left out too"}},
		{"12/13/2026,caf\xe9,\n", []string{"read the columns 1 (publish_at), 2 (text); not 3", note1252}},
		{"text,date\nFlu,3/4/2026\n", []string{"read the columns text (text), date (publish_at)", "row 2, column date: this date isn't certain, and others like it are left out too; write YYYY-MM-DD"}},
	} {
		posts := readAll(t, "csv", c.source)
		if got := posts[0].Notes; !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.source, got, c.want)
		}
	}
	if posts := readAll(t, "csv", "text,date\na ?? b,3/4/2026\n?? c,3/4/2026\n"); len(posts[0].Notes) != 3 || posts[1].Notes != nil {
		t.Errorf("said %q, and then %q", posts[0].Notes, posts[1].Notes)
	}
}

func TestParseColumns(t *testing.T) {
	for spec, want := range map[string]string{
		"text=Message": "", "first-comment=3": "", "jurisdictions=Where": "", "account=": "",
		"tex=Message": `did you mean "text"`, "text": "as in text=Message", "=x": "as in text=Message", "media=x": "no column can hold",
	} {
		_, err := ParseColumns([]string{spec})
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", spec, err, want)
		}
	}
}

func TestHeadersMeanOneThing(t *testing.T) {
	met := map[string]string{}
	for _, h := range headers {
		if h.role != "image" && h.role != "hashtags" && !slices.Contains(roles(), h.role) {
			t.Errorf("no column can hold %q", h.role)
		}
		for _, name := range h.names {
			if word := squeeze(name); met[word] != "" {
				t.Errorf("%q means %s and %s", name, met[word], h.role)
			} else {
				met[word] = h.role
			}
		}
	}
	for word, platform := range otherPlatforms {
		if squeeze(word) != word || !slices.Contains(nameOf("platform").Values, platform) {
			t.Errorf("%q can't stand for %q", word, platform)
		}
	}
}

func TestColumnLetters(t *testing.T) {
	for letters, n := range map[string]int{"A": 0, "Z": 25, "AA": 26, "XFD": 16383} {
		if columnNumber(letters) != n || columnLetters(n) != letters {
			t.Errorf("%s is %d; %d is %s", letters, columnNumber(letters), n, columnLetters(n))
		}
	}
	for _, letters := range []string{"", "XFE", "AAAA", "a", "A1"} {
		if n := columnNumber(letters); n != -1 {
			t.Errorf("%q is %d", letters, n)
		}
	}
}

func TestReadDate(t *testing.T) {
	for value, want := range map[string]string{
		"2026-12-01": "2026-12-01", "2026-12-01 09:30": "2026-12-01 09:30", "2026-12-01T09:30:00Z": "2026-12-01T09:30:00Z",
		"13/12/2026": "2026-12-13", "12/13/2026 9:30 PM": "2026-12-13 21:30", "5/5/2026": "2026-05-05", "1/12/2026": "", "13-12-26": "2026-12-13",
		"1.12.2026": "2026-12-01", "1 December 2026": "2026-12-01", "Dec 1, 2026, 9:30am": "2026-12-01 09:30", "Tuesday 1 December 2026": "2026-12-01",
		"31/31/2026": "", "soon": "", "": "",
	} {
		got, ok := readDate(value)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q is %q, %v, want %q", value, got, ok, want)
		}
	}
	for value, want := range map[string]string{"46357": "2026-12-01", "46357.395833333336": "2026-12-01 09:30", "1": "1899-12-31", "-1": "", "x": "", "1e9": "", "NaN": ""} {
		if got, _ := fromSerial(value, false); got != want {
			t.Errorf("%s is %q, want %q", value, got, want)
		}
	}
	if got, _ := fromSerial("44895", true); got != "2026-12-01" {
		t.Errorf("since 1904: %q", got)
	}
}

// Where encoding/csv takes a table, its cells are the same here.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"a,b\n\"c\"\"d\",\"e\nf\"\n", "\"a\"\n\n\"\"\n", "a\r\nb,\"\r\"\r\n", "a,\"b\" c\n", "\"", "a\"b,c\n", ",,\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if strings.Contains(strings.ReplaceAll(source, "\r\n", ""), "\r") || !utf8.ValidString(source) || strings.Contains(source, "\x00") || len(source) > 1<<16 {
			return
		}
		theirs := csv.NewReader(strings.NewReader(source))
		theirs.FieldsPerRecord = -1
		want, err := theirs.ReadAll()
		if err != nil {
			return
		}
		in, c, skipped := unwrap(strings.NewReader(source))
		ours := &csvReader{r: in, charset: c, next: Position{Offset: skipped, Line: 1, Column: 1}, comma: ','}
		for _, record := range want {
			row, _, err := ours.row()
			for err == nil && strings.Trim(row.src.text, "\r\n") == "" { // they leave out blank lines
				row, _, err = ours.row()
			}
			if err != nil {
				t.Fatalf("%q: %v", source, err)
			}
			var got []string
			for _, c := range row.cells {
				got = append(got, row.field(c).Text)
			}
			if skipped == 0 && !slices.Equal(got, record) {
				t.Fatalf("%q: got %q, want %q", source, got, record)
			}
		}
	})
}

// Memory doesn't grow with the number of rows.
func TestCSVIsFlat(t *testing.T) {
	row := "2026-12-01,\"Our nurses are holding a free check this Saturday, bring a list\nof the medicines you take.\",facebook\n"
	parts := []io.Reader{strings.NewReader("date,text,platform\n")}
	for range 60 {
		parts = append(parts, strings.NewReader(strings.Repeat(row, 1000)))
	}
	f, _ := FormatNamed("csv")
	var stats runtime.MemStats
	most, n := uint64(0), 0
	for p := range f.Read("-", io.MultiReader(parts...), Options{}) {
		if n++; n%10_000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&stats)
			most = max(most, stats.HeapAlloc)
		}
		if p.Err != nil || p.Line != 2*n {
			t.Fatalf("row %d on line %d: %v", n, p.Line, p.Err)
		}
	}
	if n != 60_000 || most > 20<<20 {
		t.Errorf("%d rows, %d MB", n, most>>20)
	}
}

// Tables that are made to be slow or large cost little, and say nothing of
// what stands in them.
func TestHostileCSV(t *testing.T) {
	for name, source := range map[string]string{
		"a huge row":         "text\n\"" + strings.Repeat("secret\n", 3<<20/7) + "\"\nFlu\n",
		"a huge line":        "text\n" + strings.Repeat("secret ", 18<<20/7) + "\nFlu\n",
		"quotes":             "text\n" + strings.Repeat(`"`, 1<<20) + "\n",
		"quotes and garbage": "text\n" + strings.Repeat("\"secret\"secret\n", 1<<15),
		"cells":              "text\n" + strings.Repeat(",", 1<<20) + "\n",
		"headers":            strings.Repeat("text,", 16_000) + "\nsecret\n",
		"lines":              "text\n" + strings.Repeat("\n", 1<<20) + "Flu\n",
	} {
		for i, p := range readAll(t, "csv", source) {
			if i < 3 {
				checkPost(t, "", p)
			}
			if p.Err != nil && strings.Contains(p.Err.Error(), "secret") {
				t.Errorf("%s: the draft shows in %v", name, p.Err)
			}
			for _, note := range p.Notes {
				if strings.Contains(note, "secret") {
					t.Errorf("%s: the draft shows in %q", name, note)
				}
			}
		}
	}
	posts := readAll(t, "csv", "text\n\""+strings.Repeat("secret\n", 3<<20/7)+"\"\nFlu\n")
	if posts[0].Err == nil || posts[len(posts)-1].Err != nil && !strings.Contains(posts[len(posts)-1].Err.Error(), "closed") {
		t.Errorf("first %v, last %v", posts[0].Err, posts[len(posts)-1].Err)
	}
}
