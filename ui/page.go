package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"heliotrope/journal"
)

// page is what the rail leads to.
type page interface {
	content() fyne.CanvasObject
	// shown is called each time the page comes on screen.
	shown()
	// changed is called when a week was brought to the disk while the page is
	// on screen.
	changed(journal.Week)
}

// pagePadding puts the margins of a page around its content.
func pagePadding(o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(22, 22, 30, 30), o)
}

// between puts top above and bottom below middle, which takes the room that is
// left. Unlike Fyne's border container it keeps this order for Tab as well.
// Bottom may be nil.
func between(top, middle, bottom fyne.CanvasObject) *fyne.Container {
	c := container.New(layout.NewBorderLayout(top, bottom, nil, nil), top, middle)
	if bottom != nil {
		c.Add(bottom)
	}
	return c
}

// pageScroll is pagePadding for a page that may be higher than the window.
func pageScroll(o fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(pagePadding(o))
}
