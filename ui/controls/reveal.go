package controls

import (
	"slices"

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
// therefore calls Reveal in FocusGained, and before a key changes it: it may have
// been scrolled away since.
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
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		path := pathTo(o, c.Content())
		layOut(path) // something above it may have just been hidden
		revealOn(path, y, height)
	}
}

// revealOn is revealPart for the last object on a path.
func revealOn(path []fyne.CanvasObject, y, height float32) {
	if len(path) == 0 {
		return
	}
	driver, o := fyne.CurrentApp().Driver(), path[len(path)-1]
	for _, scroll := range scrollsIn(path) {
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

// scrollsIn returns the scrolls on a path, the innermost first.
func scrollsIn(path []fyne.CanvasObject) (scrolls []*container.Scroll) {
	for _, o := range slices.Backward(path) {
		if scroll, ok := o.(*container.Scroll); ok {
			scrolls = append(scrolls, scroll)
		}
	}
	return scrolls
}

// layOut gives the objects on a path the places that their present sizes require,
// at once and not when the window is drawn next.
func layOut(path []fyne.CanvasObject) {
	for _, o := range path {
		switch o := o.(type) {
		case *container.Scroll:
			o.Refresh()
		case *fyne.Container:
			if o.Layout != nil {
				o.Layout.Layout(o.Objects, o.Size())
			}
		}
	}
}

// pathTo returns the objects from a tree to o, which is in it, with both; nil if it
// is not in the tree.
func pathTo(o, tree fyne.CanvasObject) []fyne.CanvasObject {
	if o == tree {
		return []fyne.CanvasObject{o}
	}
	var children []fyne.CanvasObject
	switch t := tree.(type) {
	case *fyne.Container:
		children = t.Objects
	case *Panel:
		children = []fyne.CanvasObject{t.content}
	case parent:
		children = t.children()
	case *container.Scroll:
		children = []fyne.CanvasObject{t.Content}
	case *container.ThemeOverride:
		children = []fyne.CanvasObject{t.Content}
	}
	for _, child := range children {
		if path := pathTo(o, child); path != nil {
			return append([]fyne.CanvasObject{tree}, path...)
		}
	}
	return nil
}
