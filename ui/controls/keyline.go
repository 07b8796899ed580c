package controls

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// NewKeyLine returns a small muted line about keys. What is in square brackets in
// text is drawn as the cap of a key.
func NewKeyLine(text string) *fyne.Container {
	line := container.New(&Flow{GapX: 4, GapY: 2})
	for i, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '[' || r == ']' }) {
		isKey := (i%2 == 1) != strings.HasPrefix(text, "[")
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		words := NewColored(part, ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{})
		if isKey {
			line.Add(NewPanel(words, ColorCard, theme.ColorNameInputBorder, 4, fyne.NewSize(5, 1)))
		} else {
			line.Add(words)
		}
	}
	return line
}
