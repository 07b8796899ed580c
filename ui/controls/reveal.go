package controls

import (
	"reflect"

	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
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
	path := pathOnScreen(o)
	layOut(path) // something above it may have just been hidden
	revealOn(path, y, height)
}

// pathOnScreen returns the objects from the content of a window, or of what is over
// it, to o.
func pathOnScreen(o fyne.CanvasObject) []fyne.CanvasObject {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	if path := pathTo(o, c.Content()); path != nil {
		return path
	}
	top := c.Overlays().Top()
	if path := pathTo(o, top); path != nil {
		return path
	}
	return pathTo(o, popUpIn(top))
}

// Wake has Fyne know again the widgets that o is in, among the content of a window. It
// forgets those that it has not drawn for a minute, such as a page that comes back, and
// gives nothing in them the focus until it has drawn them: what is typed until then
// would be lost.
func Wake(o fyne.CanvasObject, c fyne.Canvas) {
	for _, in := range pathTo(o, c.Content()) {
		in.MinSize() // makes the renderer of a widget
	}
}

// OnScreen reports whether o is in a window and neither it nor anything that it is in is
// hidden. Like Reveal it finds what pages are made of.
func OnScreen(o fyne.CanvasObject) bool {
	path := pathOnScreen(o)
	return path != nil && !slices.ContainsFunc(path, func(o fyne.CanvasObject) bool { return !o.Visible() })
}

// popUpIn returns the pop-up in an overlay, or nil. Fyne puts it into a widget of an
// internal type, whose renderer must not be made twice: the pop-up would never move
// to the middle again.
func popUpIn(overlay fyne.CanvasObject) fyne.CanvasObject {
	v := reflect.Indirect(reflect.ValueOf(overlay))
	if v.Kind() != reflect.Struct {
		return nil
	}
	if field := v.FieldByName("Content"); field.IsValid() && field.CanInterface() {
		content, _ := field.Interface().(fyne.CanvasObject)
		return content
	}
	return nil
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
func scrollsIn(path []fyne.CanvasObject) (scrolls []*Scroll) {
	for _, o := range slices.Backward(path) {
		if scroll, ok := o.(*Scroll); ok {
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
		case *Scroll:
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
	for _, child := range childrenOf(tree) {
		if path := pathTo(o, child); path != nil {
			return append([]fyne.CanvasObject{tree}, path...)
		}
	}
	return nil
}

// childrenOf returns what is in an object, if it is one that pages are made of.
func childrenOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *Panel:
		return []fyne.CanvasObject{o.content}
	case parent:
		return o.children()
	case *Scroll:
		return []fyne.CanvasObject{o.Content}
	case *widget.PopUp:
		return []fyne.CanvasObject{o.Content}
	}
	return nil
}
