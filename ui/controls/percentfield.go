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

// NewCaptioned returns a field with its caption below it, or next to it where the
// field would be wider than it has to be.
func NewCaptioned(field fyne.CanvasObject, caption *Colored) *fyne.Container {
	return container.New(&captioned{}, field, caption)
}

// captionedWidth is the most that a field of a few digits takes, at the usual
// text size.
const captionedWidth = 80

type captioned struct{ width float32 } // of the last layout, which decides the height

func (c *captioned) nextTo(objects []fyne.CanvasObject, width float32) bool {
	return captionedWidth*growth()+8+objects[1].MinSize().Width <= width
}

// Layout implements fyne.Layout.
func (c *captioned) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	field, caption := objects[0], objects[1]
	least := fyne.NewSize(min(caption.MinSize().Width, size.Width), caption.MinSize().Height)
	height := field.MinSize().Height
	field.Move(fyne.NewPos(0, 0))
	caption.Resize(least)
	if c.nextTo(objects, size.Width) {
		field.Resize(fyne.NewSize(captionedWidth*growth(), height))
		caption.Move(fyne.NewPos(captionedWidth*growth()+8, (height-least.Height)/2))
		return
	}
	field.Resize(fyne.NewSize(size.Width, height))
	caption.Move(fyne.NewPos(0, height+2))
}

// MinSize implements fyne.Layout.
func (c *captioned) MinSize(objects []fyne.CanvasObject) fyne.Size {
	field, caption := objects[0].MinSize(), objects[1].MinSize()
	width := max(field.Width, caption.Width)
	if c.width > 0 && c.nextTo(objects, c.width) {
		return fyne.NewSize(width, max(field.Height, caption.Height))
	}
	return fyne.NewSize(width, field.Height+2+caption.Height)
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
