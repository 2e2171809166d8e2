package yamldoc

import (
	"strings"
	"unicode/utf8"
)

// Suggest returns the closest of known to word, or "" when none is close: one
// slip (a letter more, less, other, or two swapped) for each three letters.
// Case doesn't count.
func Suggest(word string, known []string) string {
	const longest = 64 // beyond that nobody mistyped a name
	best, closest := "", longest
	if len(word) > longest {
		return ""
	}
	word = strings.ToLower(word)
	for _, k := range known {
		if len(k) > longest {
			continue
		}
		d := distance([]rune(word), []rune(strings.ToLower(k)))
		limit := max(utf8.RuneCountInString(word), utf8.RuneCountInString(k)) / 3
		if d <= limit && d < closest {
			best, closest = k, d
		}
	}
	return best
}

// distance is the edit distance in which two swapped neighbours are one slip
// (optimal string alignment).
func distance(a, b []rune) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			same := 1
			if a[i-1] == b[j-1] {
				same = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+same)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}
