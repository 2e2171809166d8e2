package project

import (
	"path"
	"strings"
)

// globs are patterns over slash-separated paths: * and ? within a name, [a-z],
// and ** for any number of folders.
type globs []string

// validGlob says what is wrong with a pattern, "" if nothing is.
func validGlob(pattern string) string {
	if strings.Contains(pattern, `\`) {
		return "write / between folders"
	}
	for part := range strings.SplitSeq(pattern, "/") {
		if _, err := path.Match(part, ""); err != nil {
			return "a [ has no ]"
		}
		if part != "**" && strings.Contains(part, "**") {
			return "** stands for whole folders, as in posts/**/*.md"
		}
	}
	return ""
}

func (g globs) match(name string) bool {
	for _, pattern := range g {
		if globMatch(pattern, name) {
			return true
		}
	}
	return false
}

// globMatch walks pattern and name part by part; on a mismatch only the last
// ** takes one folder more, so the time is at most the product of the parts.
func globMatch(pattern, name string) bool {
	want, got := strings.Split(pattern, "/"), strings.Split(name, "/")
	w, g := 0, 0
	star, taken := -1, 0
	for g < len(got) {
		if w < len(want) && want[w] == "**" {
			star, taken = w, g
			w++
			continue
		}
		if w < len(want) {
			if ok, err := path.Match(want[w], got[g]); ok && err == nil {
				w, g = w+1, g+1
				continue
			}
		}
		if star < 0 {
			return false
		}
		taken++
		w, g = star+1, taken
	}
	for w < len(want) && want[w] == "**" {
		w++
	}
	return w == len(want)
}

// hasMeta reports whether a shell would have expanded the path.
func hasMeta(name string) bool { return strings.ContainsAny(name, "*?[") }

// fixedPart returns the folders of a pattern before the first wildcard, "." if
// there are none.
func fixedPart(pattern string) string {
	parts := strings.Split(pattern, "/")
	n := 0
	for n < len(parts)-1 && !hasMeta(parts[n]) {
		n++
	}
	switch fixed := strings.Join(parts[:n], "/"); {
	case strings.HasSuffix(fixed, ":"): // a drive of Windows, whose root is meant
		return fixed + "/"
	case fixed != "":
		return fixed
	case n > 0: // the pattern is absolute
		return "/"
	}
	return "."
}
