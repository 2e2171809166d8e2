package rule

import (
	"regexp"
	"slices"

	"github.com/postvet/postvet/internal/yamldoc"
)

// namePattern finds the <names> of phrases, messages and rewordings.
var namePattern = regexp.MustCompile(`<([a-z][a-z0-9-]*)>`)

// names returns the <names> in a text, in order.
func names(text string) []string {
	var found []string
	for _, m := range namePattern.FindAllStringSubmatch(text, -1) {
		found = append(found, m[1])
	}
	return found
}

// known reports whether phrases of a pack may use <name>.
func (l *loader) known(name, pack string) bool {
	owner, list := l.owners[name]
	if list {
		return owner.pack == "" || owner.pack == pack
	}
	return l.build.Known(name) && !l.dropped[name]
}

// checkNames reports <names> that phrases of a pack can't use, and returns
// the phrases that are well in that.
func (l *loader) checkNames(r *reader, phrases []*yamldoc.Node, pack string) []*yamldoc.Node {
	return slices.DeleteFunc(slices.Clone(phrases), func(phrase *yamldoc.Node) bool {
		before := len(r.Problems)
		if before >= maxMistakes {
			return true
		}
		for _, at := range namePattern.FindAllStringSubmatchIndex(phrase.Value, -1) {
			name := phrase.Value[at[2]:at[3]]
			if !l.known(name, pack) {
				r.reportIn(phrase, at[0], "<%s> is %s", name, l.unknown(name, pack))
			}
		}
		return len(r.Problems) > before
	})
}

// unknown says what a name is that a pack can't use, and what it could use.
func (l *loader) unknown(name, pack string) string {
	if owner := l.owners[name]; owner.pack != "" {
		return "a list of pack " + owner.pack + " alone; define one here, or move it to a list file that both use"
	}
	usable := slices.DeleteFunc(l.build.Names(), func(n string) bool { return !l.known(n, pack) })
	if close := yamldoc.Suggest(name, usable); close != "" {
		return "no list, shape, recogniser or setting (did you mean <" + close + ">?)"
	}
	return "no list, shape, recogniser or setting"
}
