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

// pageScroll is pagePadding for a page that may be higher than the window.
func pageScroll(o fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(pagePadding(o))
}
