package rules_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/postvet/postvet/rules"
)

// shortWords are words although they stand nowhere without ~ and with an e
// they are other words.
var shortWords = map[string]bool{"bab": true, "bing": true, "crim": true, "hawk": true, "min": true, "nod": true, "tot": true}

// TestInflectedIsAWord finds stems such as donat~ and manag~: ~ inflects words
// and doesn't match whatever starts so.
func TestInflectedIsAWord(t *testing.T) {
	inflected, plain := regexp.MustCompile(`\b([a-z]{3,})~`), regexp.MustCompile(`[a-z]+`)
	stems, words := map[string]string{}, map[string]bool{}
	err := fs.WalkDir(rules.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := rules.Files.ReadFile(path)
		for line := range strings.Lines(strings.ToLower(string(data))) {
			if strings.HasPrefix(line, "# ") {
				continue
			}
			for _, m := range inflected.FindAllStringSubmatch(line, -1) {
				stems[m[1]] = path
			}
			for _, w := range plain.FindAllString(inflected.ReplaceAllString(line, " "), -1) {
				words[w] = true
			}
		}
		return err
	})
	if err != nil || len(stems) == 0 {
		t.Fatal(len(stems), err)
	}
	for stem, path := range stems {
		_, inflected := stems[stem+"e"]
		if !words[stem] && !shortWords[stem] && (inflected || words[stem+"e"]) {
			t.Errorf("%s: %s~ is no word; write %se~", path, stem, stem)
		}
	}
}
