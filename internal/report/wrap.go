package report

import "strings"

// wrap breaks s into lines of at most room columns at spaces; a longer word
// stands on its own line and is broken where it must be.
func wrap(s string, room int) []string {
	room = max(room, 8)
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(s) {
		n := columns(word)
		if used > 0 && used+1+n <= room {
			line, used = line+" "+word, used+1+n
			continue
		}
		if used > 0 {
			lines = append(lines, line)
		}
		for n > room && !strings.Contains(word, "://") { // a link stays whole, to be followed
			part, _ := head(word, room)
			if part == "" { // one cluster wider than the room
				break
			}
			lines = append(lines, part)
			word = word[len(part):]
			n = columns(word)
		}
		line, used = word, n
	}
	if used > 0 {
		lines = append(lines, line)
	}
	return lines
}
