package controls

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// NewPercentField returns a field of one line for a whole percentage, with its
// sign behind it. It takes digits, and a paste such as "60 %"; what else is
// typed or pasted goes to OnCut.
func NewPercentField() *TextField {
	f := NewTextField(false, len("100"), cleanPercent)
	f.strict = true
	f.ActionItem = container.New(layout.NewCustomPaddedLayout(0, 0, 0, 8),
		NewColored("%", ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}))
	return f
}

// cleanPercent is a [Cleaner] that returns the digits of a whole percentage. A
// text that is none is returned as the rest, and a percent sign alone is
// nothing.
func cleanPercent(text string, limit int) (clean, rest string) {
	if len(text) > 64 {
		return "", text
	}
	digits := strings.TrimSpace(text)
	digits = strings.TrimSpace(strings.TrimSuffix(digits, "%"))
	if digits == "" {
		return "", ""
	}
	n, err := strconv.ParseUint(digits, 10, 8)
	if err != nil || n > 100 || len(digits) > limit {
		return "", text
	}
	return digits, ""
}
