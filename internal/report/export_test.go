package report

// Columns is columns, for tests of the whole.
func Columns(s string) int { return columns(s) }
