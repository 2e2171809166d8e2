package yamldoc

import (
	"strings"
	"testing"
	"time"
)

// Text made to be slow must not be.
func TestHostile(t *testing.T) {
	const size = 1 << 17 // a quadratic step would take minutes
	for name, unit := range map[string]string{
		"lists": "- - - - ", "flow": "[a, ", "maps": "{a: ", "comments": "# x\n", "keys": "? ", "quotes": "'' ", "breaks": "\n", "open": "a: \"\\\n",
		"crs": "\r", "items": "- a\n", "item comments": "- a\n# b\n\n", "colons": ": ", "aliases": "*a ", "blanks": "a:   \t  ",
		"deep": "a:\n ", "block": "|\n ", "long": "word ", "flow items": "a,",
	} {
		for _, before := range []string{"", "a: [", "a: |\n  ", "a: \"", "a: >\n  "} {
			begin := time.Now()
			root, problems := Parse("p", []byte(before+strings.Repeat(unit, size/len(unit))))
			if len(problems) == 0 {
				root.Origin()
			}
			if took := time.Since(begin); took > 10*time.Second {
				t.Errorf("%s after %q took %v", name, before, took)
			}
		}
	}
}
