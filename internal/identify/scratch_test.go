package identify

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/postvet/postvet/internal/text"
)

func TestScratch(t *testing.T) {
	name := os.Getenv("SCRATCH")
	if name == "" {
		t.Skip()
	}
	f, _ := os.Open(name)
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<20), 1<<20)
	c := text.NewCutter(nil)
	all := os.Getenv("ALL") != ""
	for sc.Scan() {
		var p struct {
			Text   string
			Labels []struct{ Pack, About, Span string }
		}
		if json.Unmarshal(sc.Bytes(), &p) != nil {
			p.Text = sc.Text()
		}
		want := ""
		for _, l := range p.Labels {
			if l.Pack == "patient-identifiers" {
				want += fmt.Sprintf(" {%s: %s}", l.About, l.Span)
			}
		}
		out := ""
		for _, e := range Find(c.Cut(p.Text), nil, nil) {
			test := ""
			if e.Test {
				test = "?"
			}
			out += fmt.Sprintf(" [%s%s: %s]", Kinds()[e.Kind], test, p.Text[e.Start:e.Stop])
		}
		if all || out != "" || want != "" {
			fmt.Printf("%q\n   %s\n   %s\n", p.Text, out, want)
		}
	}
}
