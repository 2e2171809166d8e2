package identify

import "github.com/postvet/postvet/internal/text"

// agedThing reports whether the age is a thing's: "our clinic is 10 years
// old", "a 10-year-old building".
func (s *scan) agedThing(first, end int) bool {
	if s.is(end, "clinic", "hospital", "building", "practice", "surgery", "service", "unit", "ward", "study", "guidance", "machine", "scanner",
		"system", "car", "house", "charity", "equipment", "rule", "law", "post") {
		return true
	}
	return s.is(first-1, "is", "was", "are", "be", "nearly", "almost", "now", "over", "turns", "s") && s.ofOrganisation(first)
}

// aggregate reports whether the age in words [first, end) is a group's, or a
// limit.
func (s *scan) aggregate(first, end int) bool {
	if s.is(end, "and", "or") && s.is(end+1, "over", "above", "older", "under", "below", "up", "younger", "more") || s.is(end, "plus", "upwards",
		"to") && !s.has(end, text.Comma) {
		return true
	}
	if s.is(end, "and", "or") && s.kind(end+1, text.Number) && s.is(end+2, "can", "are", "should", "who", "to") || end < s.end && s.kind(end,
		text.Number) && s.gap(end) != wide && s.gap(end) != blank {
		return true
	}
	if s.after(end-1) == '+' || s.after(first) == '+' || s.is(first-1, "be") && s.is(first-2, "must", "should", "to") {
		return true
	}
	j := first - 1
	if s.is(j, "old", "aged", "age", "of", "at") {
		j--
	}
	if s.is(j, "over", "under", "above", "below", "than", "least", "until", "till", "from", "between", "by", "to", "most", "before", "after", "every",
		"all", "any", "ages", "must", "minimum", "maximum", "limit", "and", "through") {
		return true
	}
	return s.plural(j)
}

// plural reports whether word j is a word for people in general.
func (s *scan) plural(j int) bool {
	return j >= s.first && listed(groups, s.t.FoldBytes(j))
}

const groups = " patients people adults children women men those anyone everyone babies kids girls boys residents individuals students pupils users " +
	"persons teenagers teens youngsters infants toddlers someone somebody " +
	"females males folks citizens americans australians canadians participants members volunteers donors workers carers parents mothers population group " +
	"groups child person adult "
