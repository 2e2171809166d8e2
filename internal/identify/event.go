package identify

import "github.com/postvet/postvet/internal/text"

// eventDate finds what was done to someone and when: "admitted yesterday",
// "discharged after surgery on Monday", "Seen 12/03/2024".
func eventDate(s *scan, i int, k Kind, _ *recogniser) {
	j := i + 1
	switch {
	case s.is(i, "operated") && !s.is(j, "on"), s.is(i, "passed") && !s.is(j, "away"):
		return
	}
	for ; j < s.end && j < i+8; j++ {
		if n := s.when(j); n > 0 {
			s.add(k, i, j+n, false)
			return
		}
	}
}

// when returns the number of words of a day near today that starts at word i.
func (s *scan) when(i int) int {
	switch {
	case s.is(i, "yesterday", "today", "tonight"):
		return 1
	case s.is(i, "this") && s.is(i+1, "morning", "afternoon", "evening"):
		return 2
	case s.is(i, "last") && (s.is(i+1, "night", "week", "month") || s.isWeekday(i+1)):
		return 2
	case s.is(i, "on") && s.isWeekday(i+1):
		return 2
	case s.is(i, "on") && s.dayAndMonth(i+1) > 0:
		return 1 + s.dayAndMonth(i+1)
	case s.isNumber(i) && s.date(i) > 0:
		return s.date(i) - i
	case s.isNumber(i) && s.isNumber(i+1) && s.gap(i+1) == mark && !s.isNumber(i+2) && s.after(i) == '/':
		day, month := number(s.t.FoldBytes(i)), number(s.t.FoldBytes(i+1))
		if isDate(day, month, 2000) || isDate(month, day, 2000) {
			return 2
		}
	}
	return 0
}

func (s *scan) isWeekday(i int) bool {
	return s.kind(i, text.Plain) && listed(weekdays, s.t.FoldBytes(i))
}

const weekdays = " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "

// appointmentTime finds a booking and its hour: "appointment at 10:30",
// "clinic slot 2pm".
func appointmentTime(s *scan, i int, k Kind, _ *recogniser) {
	for j := i + 1; j < s.end && j < i+7; j++ {
		if !s.isNumber(j) {
			continue
		}
		hour := number(s.t.FoldBytes(j))
		end := j + 1
		switch {
		case hour > 23:
			continue
		case s.isNumber(end) && len(s.t.FoldBytes(end)) == 2 && s.has(end, text.Glued) && s.after(j) == ':':
			end++
			if s.is(end, "am", "pm", "hrs", "hours") {
				end++
			}
		case s.is(end, "am", "pm", "hrs"):
			end++
		default:
			continue
		}
		s.add(k, i, end, false)
		return
	}
}
