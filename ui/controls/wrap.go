package controls

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Wrap breaks text into lines no wider than width, and no more than most of
// them: between words, or with an ellipsis where a word alone is too wide or a
// line too many would follow.
func Wrap(text string, width, size float32, style fyne.TextStyle, most int) []string {
	var lines []string
	line := ""
	words := strings.Fields(text)
	for i, word := range words {
		longer := strings.TrimSpace(line + " " + word)
		if line == "" || fyne.MeasureText(longer, size, style).Width <= width {
			line = longer
			continue
		}
		if len(lines) == most-1 {
			rest := strings.Join(words[i:], " ")
			return append(lines, Shorten(line+" "+rest, width, size, style))
		}
		lines, line = append(lines, Shorten(line, width, size, style)), word
	}
	return append(lines, Shorten(line, width, size, style))
}
