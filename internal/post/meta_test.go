package post

import (
	"slices"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/yamldoc"
)

func TestNameCheck(t *testing.T) {
	for _, c := range []struct {
		name, value, want string
		ok                bool
	}{
		{"platform", "Instagram", "instagram", true},
		{"platform", "twitter", "twitter", false},
		{"jurisdiction", "us-ca", "us-ca", true},
		{"jurisdictions", "CA-ON", "ca-on", true},
		{"jurisdiction", "us-zz", "us-zz", false},
		{"jurisdiction", "us-", "us-", false},
		{"account", "official", "official", true},
		{"sponsored", "TRUE", "true", true},
		{"sponsored", "yes", "yes", false},
		{"expires", "2026-02-28", "2026-02-28", true},
		{"expires", "2026-02-30", "2026-02-30", false},
		{"expires", "2026-02-28 10:00", "2026-02-28 10:00", false},
		{"publish_at", "2026-02-28 10:00", "2026-02-28 10:00", true},
		{"publish_at", "2026-02-28T10:00:00+01:00", "2026-02-28T10:00:00+01:00", true},
		{"publish_at", "28/02/2026", "28/02/2026", false},
		{"author", " Priya Nair ", "Priya Nair", true},
		{"author", " ", "", false},
	} {
		n, ok := NameOf(c.name)
		if !ok {
			t.Fatalf("no %q", c.name)
		}
		if got, ok := n.Check(c.value); got != c.want || ok != c.ok {
			t.Errorf("%s %q: got %q, %v", c.name, c.value, got, ok)
		}
	}
	if _, ok := NameOf("colour"); ok {
		t.Error("an unknown name is none")
	}
}

func TestNamesTable(t *testing.T) {
	const documented = "platform account kind audience jurisdiction language author author_role author_licensed approved_by approved_at " +
		"clinical_reviewer reviewed_on consent evidence sponsored disclosure bio_disclaimer escalated_to publish_at expires answered reshared media"
	var got []string
	for _, n := range Names() {
		got = append(got, n.Name)
		if n.Accepts == "" {
			t.Errorf("%s doesn't say what it accepts", n.Name)
		}
		if n.Default != "" && !slices.Contains(n.Values, n.Default) {
			t.Errorf("%s: default %q isn't accepted", n.Name, n.Default)
		}
	}
	if want := strings.Fields(documented); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestMeta(t *testing.T) {
	p := readOne(t, "markdown", `---
platform: Instagram
jurisdictions: [uk, ie]
account:
consent: C-2026-031
evidence: [E-1, E-2]
sponsored: true
expires: 2027-01-31
colour: red
answered: Was it good?
media:
- {file: w.jpg, people: patient, consent: C-1}
- file: /img/v.MP4?x=1
---
![Leo](static/w.jpg)
![](other.png)
`)
	want := map[string][]string{
		"platform": {"instagram"}, "jurisdiction": {"uk", "ie"}, "account": nil, "consent": {"C-2026-031"}, "evidence": {"E-1", "E-2"},
		"sponsored": {"true"}, "expires": {"2027-01-31"}, "colour": nil, "answered": {"Was it good?"}, "media": {"w.jpg", "/img/v.MP4?x=1", "other.png"},
	}
	for name, values := range want {
		if got := p.Meta.Get(name); !slices.Equal(got, values) {
			t.Errorf("%s: got %q, want %q", name, got, values)
		}
	}
	media := p.Meta.Media
	if media[0].Alt != "Leo" || media[0].People != "patient" || media[1].Kind != "video" || media[2].Kind != "image" || media[2].Alt != "" {
		t.Errorf("media %+v", media)
	}
	if media[0].Get("consent") != "C-1" || media[0].Get("colour") != "" {
		t.Error("Media.Get")
	}
	f, from, to := p.LocateMedia(2)
	if line, at := p.LineAt(f, from); from.Line != 16 || from.Column != 1 || line[at:] != "![](other.png)" || to.Column != 15 {
		t.Errorf("the last image stands at %v to %v", from, to)
	}
	if _, from, _ := p.LocateMedia(1); from.Line != 13 || from.Column != 3 {
		t.Errorf("the video stands at %v", from)
	}
}

func TestWith(t *testing.T) {
	var m, settings Meta
	for name, value := range map[string]string{"platform": "x", "account": "personal"} {
		if err := settings.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.Set("platform", "Threads"); err != nil {
		t.Fatal(err)
	}
	all := m.With(settings).With(DefaultMeta())
	for name, want := range map[string]string{"platform": "threads", "account": "personal", "kind": "post", "audience": "public"} {
		if got := all.Get(name); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	if m.Get("account") != nil {
		t.Error("With must leave m alone")
	}
}

func TestSet(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []string
		want   string
	}{
		{"platform", []string{"instagrm"}, `platform must be facebook, instagram, x, linkedin, tiktok, threads, bluesky, mastodon, youtube, google, newsletter or website, found "instagrm" (did you mean "instagram"?)`},
		{"jurisdiction", []string{"uk", "mars"}, `jurisdiction must be uk, us, us- and the two letters of a state, au, ca, ca-on, ie, nz or eu, found "mars"`},
		{"kind", []string{"post", "ad"}, "kind takes one value, found 2"},
		{"colour", []string{"red"}, `unknown metadata name "colour"`},
		{"jurisdiction", []string{"uk", "us-ny"}, ""},
	} {
		var m Meta
		err := m.Set(c.name, c.values...)
		if got := ""; err != nil {
			got = err.Error()
			if got != c.want {
				t.Errorf("%s %q: got %s, want %s", c.name, c.values, got, c.want)
			}
		} else if c.want != "" || !slices.Equal(m.Get(c.name), c.values) {
			t.Errorf("%s %q: got %q", c.name, c.values, m.Get(c.name))
		}
	}
}

func TestPlaceAround(t *testing.T) {
	for place, want := range map[string]string{"us-ca": "us", "ca-on": "ca", "ie": "eu", "uk": "", "eu": ""} {
		if got := PlaceAround(place); got != want {
			t.Errorf("%s lies in %q, want %q", place, got, want)
		}
	}
}

func TestNew(t *testing.T) {
	read := func(meta string) (*Post, *yamldoc.Decoder) {
		node, _ := yamldoc.Parse("pack.yaml", []byte(meta))
		d := &yamldoc.Decoder{Path: "pack.yaml", Quote: true}
		return New("example", "Hello\r\nyou", node, d), d
	}
	p, d := read("{kind: reply, answered: 'Rude!', media: [{file: a.jpg, alt: ''}]}")
	if show(p) != "body: Hello\nyou\nanswered: Rude!\nfile: a\n" || p.Meta.Get("kind")[0] != "reply" || len(p.Meta.Media) != 1 || len(d.Problems) > 0 {
		t.Errorf("got %s %v %v", show(p), p.Meta, d.Problems)
	}
	if p.Fields[0].Published == p.Fields[1].Published {
		t.Error("what is answered isn't part of the post")
	}
	p, d = read("{kind: replly}")
	if want := `pack.yaml:1:8: kind must be post, reply, ad, story or comment (did you mean "reply"?)`; p.Err == nil || d.Problems.Error() != want {
		t.Errorf("got %v, want %s", d.Problems, want)
	}
	if p, d := New("example", "", nil, &yamldoc.Decoder{}), 0; p.Err != nil || len(p.Fields) != 1 || d != 0 {
		t.Error("a post without metadata")
	}
	node, _ := yamldoc.Parse("s", []byte("{platform: x, title: T}"))
	if m := ReadMeta(node, &yamldoc.Decoder{}); m.Get("platform")[0] != "x" {
		t.Error("ReadMeta")
	}
	if len(FieldNames()) != len(fieldTable) {
		t.Error("FieldNames")
	}
}
