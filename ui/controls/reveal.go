package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// revealMargin is what is left free between a widget that was brought into
// view and the edge it came in over.
const revealMargin = 12

// Reveal scrolls the views that contain o until all of o is visible, or its
// top if there is no room for all.
//
// Fyne moves the focus with Tab but does not scroll, so a user would type
// into a widget outside the window. Every widget that can have the focus
// therefore calls Reveal in FocusGained.
//
// It looks for o through containers, panels, lists of rows and scrolls, which are
// what pages are made of, and not into other widgets.
func Reveal(o fyne.CanvasObject) { revealPart(o, 0, o.Size().Height) }

// parent is a widget that Reveal looks into.
type parent interface {
	fyne.Widget
	children() []fyne.CanvasObject
}

// revealPart is Reveal for the part of o that begins at y.
func revealPart(o fyne.CanvasObject, y, height float32) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(o)
	if c == nil {
		return
	}
	around, _ := scrollsAround(o, c.Content())
	for _, scroll := range around {
		top := driver.AbsolutePositionForObject(o).Y + y - driver.AbsolutePositionForObject(scroll).Y
		by := hiddenBy(top, height, scroll.Size().Height)
		scroll.ScrollToOffset(scroll.Offset.AddXY(0, by))
	}
}

// hiddenBy returns how far a view of the given height has to scroll to show
// something that is height high and begins at top, measured from the top of
// the view.
func hiddenBy(top, height, view float32) float32 {
	bottom := top + height
	switch {
	case top < 0:
		return top - revealMargin
	case bottom > view:
		return min(bottom+revealMargin-view, top-revealMargin)
	}
	return 0
}

// scrollsAround returns the scrolls between o and the tree that o is in, the
// innermost first, and whether o is in that tree.
func scrollsAround(o, tree fyne.CanvasObject) (around []*container.Scroll, found bool) {
	if o == tree {
		return nil, true
	}
	var children []fyne.CanvasObject
	scroll, isScroll := tree.(*container.Scroll)
	switch t := tree.(type) {
	case *fyne.Container:
		children = t.Objects
	case *Panel:
		children = []fyne.CanvasObject{t.content}
	case parent:
		children = t.children()
	case *container.Scroll:
		children = []fyne.CanvasObject{t.Content}
	}
	for _, child := range children {
		if around, found = scrollsAround(o, child); found {
			if isScroll {
				around = append(around, scroll)
			}
			return around, true
		}
	}
	return nil, false
}
