package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/ui/controls"
)

// newGroup returns the title of a group above a card with its lines.
func newGroup(title string, lines ...fyne.CanvasObject) *fyne.Container {
	return controls.Stack(8, controls.Flush(controls.Heading(title, theme.SizeNameText)), newLines(lines...))
}

// newLines returns a card with lines that are drawn apart.
func newLines(lines ...fyne.CanvasObject) fyne.CanvasObject {
	stack := controls.Stack(7)
	for i, line := range lines {
		if i > 0 {
			stack.Add(widget.NewSeparator())
		}
		stack.Add(line)
	}
	return controls.NewPanel(stack, controls.ColorCard, theme.ColorNameSeparator, 12, fyne.NewSize(20, 9))
}

// newLine returns a control with its name, and a smaller line below that.
func newLine(name string, detail, control fyne.CanvasObject) fyne.CanvasObject {
	label := controls.Stack(0, controls.Flush(controls.Body(name)))
	if detail != nil {
		label.Add(detail)
	}
	return controls.NewLabeled(label, control, leastOf(name))
}

// usualText is the size of text for which widths are given, and leastLabel the least
// width of a long name at that size.
const usualText, leastLabel = 14, 190

// leastOf returns the least width of a name, at the usual text size.
func leastOf(name string) float32 {
	words := fyne.MeasureText(name, theme.TextSize(), fyne.TextStyle{}).Width / theme.TextSize() * usualText
	return min(words+1, leastLabel)
}

// newCountsAs returns the choice of the track of a kind with its name.
func newCountsAs(name string, tracks *controls.Choice) fyne.CanvasObject {
	return controls.NewLabeled(controls.NewColored(name, controls.ColorMuted, controls.SizeControl, fyne.TextStyle{}), tracks, leastOf(name))
}

// buttons returns buttons next to each other, as far as there is room.
func buttons(all ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&controls.Flow{GapX: 8, GapY: 6}, all...)
}

// within returns an object with room on its left and right.
func within(edge float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(0, 0, edge, edge), o)
}
