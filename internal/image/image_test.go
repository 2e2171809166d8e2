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
	w.Uint32s([]uint32{1, 1 << 31})
	w.Uint64s([]uint64{1 << 63})
	w.Blob([]byte{0, 255})
	return w.Bytes()
}

func read(r *Reader) []any {
	return []any{r.Int(), r.Bool(), r.String(), r.Strings(), r.Uint32s(), r.Uint64s(), r.Blob()}
}

func TestRoundTrip(t *testing.T) {
	r := NewReader(write())
	want := []any{-7, true, "häm", []string{"a", "", "bc"}, []uint32{1, 1 << 31}, []uint64{1 << 63}, []byte{0, 255}}
	if diff := cmp.Diff(want, read(r)); diff != "" {
		t.Error(diff)
	}
	if err := r.Err(); err != nil {
		t.Error(err)
	}
}

func TestDamaged(t *testing.T) {
	whole := write()
	for n := range whole {
		r := NewReader(whole[:n])
		read(r)
		if r.Err() == nil {
			t.Errorf("%d of %d bytes read without an error", n, len(whole))
		}
	}
}
