package image

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func write() []byte {
	var w Writer
	w.Int(-7)
	w.Bool(true)
	w.String("häm")
	w.Strings([]string{"a", "", "bc"})
	w.Blob(Pack([]uint32{1, 1 << 31}))
	w.Blob([]byte{0, 255})
	return w.Bytes()
}

func read(r *Reader) []any {
	return []any{r.Int(), r.Bool(), r.String(), r.Strings(), Uint32s(r.Blob()).At(1), r.Blob()}
}

func TestRoundTrip(t *testing.T) {
	r := NewReader(write())
	want := []any{-7, true, "häm", []string{"a", "", "bc"}, uint32(1 << 31), []byte{0, 255}}
	if diff := cmp.Diff(want, read(r)); diff != "" {
		t.Error(diff)
	}
	if err := r.Err(); err != nil {
		t.Error(err)
	}
}

func TestUint32s(t *testing.T) {
	ends := Pack([]uint32{2, 2, 5})
	all := Pack([]uint32{10, 11, 12, 13, 14})
	for k, want := range [][]uint32{{10, 11}, {}, {12, 13, 14}} {
		if diff := cmp.Diff(Pack(want), all.Run(ends, k)); diff != "" {
			t.Errorf("part %d: %s", k, diff)
		}
	}
	all.Set(3, 7)
	if all.At(3) != 7 || all.Len() != 5 || all.Append(9).At(5) != 9 {
		t.Errorf("got %v", all)
	}
}

func TestDamaged(t *testing.T) {
	whole := write()
	for n := range whole {
		r := NewReader(whole[:n])
		func() {
			defer func() { _ = recover() }() // a list cut short has no second number
			read(r)
		}()
		if r.Err() == nil {
			t.Errorf("%d of %d bytes read without an error", n, len(whole))
		}
	}
}
