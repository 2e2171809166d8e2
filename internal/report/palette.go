package report

import (
	"github.com/fatih/color"

	"github.com/postvet/postvet/internal/rule"
)

// palette paints words, or leaves them alone.
type palette struct {
	severities [rule.Error + 1]*color.Color
	source     *color.Color
	label      *color.Color
	frame      *color.Color
}

func newPalette(on bool) palette {
	shade := func(attributes ...color.Attribute) *color.Color {
		c := color.New(attributes...)
		if on {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c
	}
	return palette{
		severities: [...]*color.Color{
			rule.Off:     shade(),
			rule.Notice:  shade(color.FgCyan),
			rule.Warning: shade(color.FgYellow, color.Bold),
			rule.Error:   shade(color.FgRed, color.Bold),
		},
		source: shade(color.Bold),
		label:  shade(color.Faint),
		frame:  shade(color.Faint),
	}
}
