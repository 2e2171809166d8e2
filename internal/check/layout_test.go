package check

import (
	"slices"
	"testing"
)

func TestPartStarts(t *testing.T) {
	for text, want := range map[string][]string{
		"One.\nTwo.\n\nThree.":                          nil,
		"One.\n---\nTwo.":                               {"Two."},
		"One.\n\n---\n\nTwo.\n\n-----\nThree.":          {"Two.", "Three."},
		"1/3 One.\n\n2/3 Two.\n\nStill.\n\n3/3 Three.":  {"2/3 Two.", "3/3 Three."},
		"🧵 1/2 One.\n\n🧵 (2/2) Two.":                    {"🧵 (2/2) Two."},
		"One. 1/2\n\nTwo. 2/2":                          {"Two. 2/2"},
		"One (1/3)\n\nTwo\nand more (2/3)\n\nThree 3/3": {"Two\nand more (2/3)", "Three 3/3"},
		"1/5 of people\n\nAnother 2/7 of them":          nil,
		"Open 1/2\nand closed":                          nil,
		"2/2 only":                                      nil,
		"---\nOne.":                                     {"One."},
		"":                                              nil,
	} {
		starts := partStarts(text)
		var got []string
		for i, start := range starts {
			end := len(text)
			if i+1 < len(starts) {
				end = int(starts[i+1])
			}
			from, to := trim(text, int(start), end)
			got = append(got, text[from:to])
		}
		for i := range got {
			// What follows a part's text up to the next one may hold several paragraphs.
			if i < len(want) && len(got[i]) > len(want[i]) {
				got[i] = got[i][:len(want[i])]
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzLines(f *testing.F) {
	f.Add("One.\nTwo é 😀.\nThree", 3, 9)
	f.Fuzz(func(t *testing.T, text string, start, stop int) {
		if start < 0 || stop < start || stop > len(text) {
			return
		}
		line := lineOf(text, start, stop)
		if line.From < 0 || line.To < line.From || line.To > len(line.Text) {
			t.Fatalf("%q[%d:%d]: %+v", text, start, stop, line)
		}
		if got, want := line.Text[line.From:line.To], text[start:stop]; len(got) > len(want) || want[:len(got)] != got {
			t.Fatalf("%q isn't the start of %q", got, want)
		}
		for i, start := range partStarts(text) {
			if start < 0 || int(start) > len(text) || i > 0 && start <= partStarts(text)[i-1] {
				t.Fatalf("%q: parts at %v", text, partStarts(text))
			}
		}
	})
}
