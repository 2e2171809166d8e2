package rule

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/postvet/postvet/internal/image"
)

// fill sets every exported field under v to something, to a few levels of
// nesting, so that a field the codec forgets shows.
func fill(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("text of " + v.Type().String())
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int32:
		v.SetInt(300)
	case reflect.Uint8:
		v.SetUint(3)
	case reflect.Slice:
		if depth > 0 {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fill(v.Index(0), depth-1)
			fill(v.Index(1), depth-1)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), depth)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i), depth)
			}
		}
	}
}

func TestImageKeepsEverything(t *testing.T) {
	var r Rule
	fill(reflect.ValueOf(&r).Elem(), 4)
	r.Changes = nil // what settings changed isn't shipped
	var policy Policy
	fill(reflect.ValueOf(&policy).Elem(), 1)
	want := &Set{
		Packs:    []*Pack{r.Pack, {Name: "empty"}},
		Rules:    []*Rule{&r, {ID: "bare", Pack: r.Pack}},
		Policies: map[string]*Policy{policy.ID: &policy},
		lists:    []listOwner{{"outcome", "test"}, {"condition", ""}},
	}
	var w image.Writer
	out := codec{w: &w}
	out.set(want)
	got := &Set{}
	in := codec{r: image.NewReader(w.Bytes()), unread: string(out.written)}
	in.set(got)
	if err := in.r.Err(); err != nil || in.err != nil || in.unread != "" {
		t.Fatalf("%v, %v, %d bytes of text left", err, in.err, len(in.unread))
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(listOwner{}), cmpopts.IgnoreFields(Set{}, "Program", "lists")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want.lists, got.lists, cmp.AllowUnexported(listOwner{})); diff != "" {
		t.Errorf("lists (-want +got):\n%s", diff)
	}
}

func TestBrokenImage(t *testing.T) {
	set, problems := load(rules(ok), nil)
	if problems != nil {
		t.Fatal(problems)
	}
	data := Encode(set)
	if _, err := Decode(data); err != nil {
		t.Fatal(err)
	}
	for n := range data {
		if _, err := Decode(data[:n]); err == nil {
			t.Fatalf("an image cut at byte %d of %d was read", n, len(data))
		}
	}
	data[len(imageHead)]++ // the version
	if _, err := Decode(data); err == nil {
		t.Error("an image of another version was read")
	}
}
