package post

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The ways in which schedulers and people write a day with its month named or
// its order certain, and times.
var (
	dayLayouts = []string{time.DateOnly, "2006/1/2", "2006.1.2", "20060102", "2.1.2006", "2 Jan 2006", "2 January 2006", "2-Jan-2006", "2-Jan-06",
		"Jan 2, 2006", "January 2, 2006", "Jan 2 2006", "January 2 2006", "Mon 2 Jan 2006", "Mon, 2 Jan 2006", "Monday 2 January 2006", "Monday, 2 January 2006", "Monday, January 2, 2006"}
	timeLayouts = []string{"15:04", "15:04:05", "3:04 PM", "3:04PM", "3:04:05 PM", "3 PM", "3PM"}
	slashed     = regexp.MustCompile(`^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$`)
)

// readDate returns a day, with or without a time, as metadata hold it. ok is
// false for what is none, and for 3/4/2026, which is another day in London
// than in New York.
func readDate(value string) (normal string, ok bool) {
	const longest = 50 // bytes; no date is longer, and text must not cost more
	value = strings.TrimSpace(value)
	if len(value) > longest {
		return "", false
	}
	if isDate(value, true) {
		return value, true
	}
	day, clock := value, ""
	for i := range len(value) {
		if value[i] != ' ' && value[i] != 'T' || i == 0 {
			continue
		}
		if t, found := readTime(value[i+1:]); found {
			day, clock = strings.TrimRight(value[:i], ", "), t
			break
		}
	}
	if day, ok = readDay(day); ok && clock != "" {
		day += " " + clock
	}
	return day, ok
}

func readDay(value string) (string, bool) {
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, value); err == nil {
			return t.Format(time.DateOnly), true
		}
	}
	m := slashed.FindStringSubmatch(value)
	if m == nil {
		return "", false
	}
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[2])
	if a <= 12 && b <= 12 && a != b {
		return "", false
	}
	if b > 12 {
		a, b = b, a
	}
	year := m[3]
	if len(year) == 2 {
		year = "20" + year
	}
	t, err := time.Parse("2006-1-2", year+"-"+strconv.Itoa(b)+"-"+strconv.Itoa(a))
	return t.Format(time.DateOnly), err == nil
}

// readTime returns a time of day as HH:MM.
func readTime(value string) (string, bool) {
	value = strings.ToUpper(strings.TrimSpace(value))
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, value); err == nil {
			return t.Format("15:04"), true
		}
	}
	return "", false
}

// looksLikeDate reports whether value is a day, certain or not.
func looksLikeDate(value string) bool {
	value = strings.TrimSpace(value)
	day, _, _ := strings.Cut(value, " ")
	_, ok := readDate(value)
	return ok || slashed.MatchString(strings.TrimRight(day, ","))
}

// fromSerial returns the day and time that a number stands for in a
// spreadsheet: days since the end of 1899, or since 1904 on old Macs.
func fromSerial(value string, since1904 bool) (string, bool) {
	days, err := strconv.ParseFloat(value, 64)
	if err != nil || !(days >= 1 && days <= 200_000) {
		return "", false
	}
	zero := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC) // counts the 29 February 1900 that Excel has and no calendar
	if since1904 {
		zero = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	t := zero.Add(time.Duration(days*24*60+0.5) * time.Minute)
	if days == float64(int(days)) {
		return t.Format(time.DateOnly), true
	}
	return t.Format("2006-01-02 15:04"), true
}
