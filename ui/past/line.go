package past

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/ui/controls"
	"heliotrope/ui/entries"
)

// pastLine is a line of the list of all weeks. The head of a week has a menu.
type pastLine struct {
	widget.BaseWidget

	line *entries.Line
	week journal.Week
	menu *controls.MenuButton
}

func newPastLine(spoken string, items func(journal.Week) []*fyne.MenuItem) *pastLine {
	l := &pastLine{line: entries.NewLine()}
	l.menu = controls.NewMenuButtonOf(spoken, func() []*fyne.MenuItem { return items(l.week) })
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *pastLine) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(lineAndMenu{}, l.line, l.menu))
}

// lineAndMenu leaves the same room for the menu at the end of every line.
type lineAndMenu struct{}

const (
	pastMenu     = 30
	pastScroller = 14 // next to the menu; a line leaves as much free at its end
)

func (lineAndMenu) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width-pastMenu, size.Height))
	o[1].Resize(fyne.NewSquareSize(pastMenu))
	o[1].Move(fyne.NewPos(size.Width-pastMenu-pastScroller, (size.Height-pastMenu)/2+2))
}

func (lineAndMenu) MinSize(o []fyne.CanvasObject) fyne.Size {
	least := o[0].MinSize()
	return fyne.NewSize(least.Width+pastMenu, max(least.Height, pastMenu))
}
