package past

import (
	"fyne.io/fyne/v2"

	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// arrangement lays out the page: the head above the list, and the calendar at the
// right, or where there is no room for it in the head once that is asked for. In a low
// window the list is about as high as the window, and the page scrolls.
type arrangement struct {
	page       *Page
	head       *fyne.Container
	list, side fyne.CanvasObject
	root       *fyne.Container

	wide     bool
	yearOpen bool // in the head
}

// Measures of the page at the usual text size.
const (
	sideGap    = 40
	wideFrom   = 820 // the width of the page
	listLeast  = 300
	listGap    = 6
	titleRoom  = 42 // above the calendar
	seenAround = 60 // of the page above and below a list that is as high as the window
)

// fill has the calendar at the right, or in the head.
func (a *arrangement) fill(wide bool) {
	a.wide = wide
	year := a.page.year.Content()
	look.SetVisible(a.page.yearLink, !wide)
	side := a.side.(*controls.Scroll)
	a.head.Objects = a.head.Objects[:headParts]
	if wide {
		side.Content = year
		a.root.Objects = []fyne.CanvasObject{a.head, a.list, a.side}
		side.Refresh()
		return
	}
	side.Content = controls.Gap(0)
	a.root.Objects = []fyne.CanvasObject{a.head, a.list}
	if a.yearOpen {
		a.head.Objects = append(a.head.Objects, year)
	}
}

const headParts = 5 // of the head, without the calendar

// toggleYear shows the calendar in the head, or hides it.
func (a *arrangement) toggleYear() {
	a.yearOpen = !a.yearOpen
	a.fill(a.wide)
	a.root.Refresh()
	if a.yearOpen {
		a.page.Ask.Focus(a.page.year.grid)
	}
}

// hideYear hides the calendar if it is in the head.
func (a *arrangement) hideYear() {
	if a.yearOpen {
		a.yearOpen = false
		a.fill(a.wide)
		a.root.Refresh()
	}
}

// Layout implements fyne.Layout.
func (a *arrangement) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	scale := look.TextScale()
	if wide := size.Width >= wideFrom*scale; wide != a.wide {
		a.fill(wide)
	}
	width := size.Width
	if a.wide {
		width -= (yearWidth + sideGap) * scale
		top := titleRoom * scale
		a.side.Move(fyne.NewPos(size.Width-yearWidth*scale, top))
		a.side.Resize(fyne.NewSize(yearWidth*scale, max(0, size.Height-top)))
	}
	a.head.Resize(fyne.NewSize(width, a.head.Size().Height))
	height := a.head.MinSize().Height
	a.head.Resize(fyne.NewSize(width, height))
	top := height + listGap*scale
	// The texts of the list begin where the head does, and its bar is beyond.
	a.list.Move(fyne.NewPos(-controls.LongRowInset, top))
	a.list.Resize(fyne.NewSize(width+controls.LongRowInset+controls.LongListBar, max(0, size.Height-top)))
}

// MinSize implements fyne.Layout.
func (a *arrangement) MinSize([]fyne.CanvasObject) fyne.Size {
	scale, least := look.TextScale(), a.head.MinSize()
	list := listLeast * scale
	if view := a.page.scroll; view != nil && view.Size().Height > 0 {
		list = min(list, max(100, view.Size().Height-seenAround))
	}
	width := least.Width
	if a.wide {
		width += (yearWidth + sideGap) * scale
		width = min(width, wideFrom*scale)
	}
	return fyne.NewSize(width, least.Height+listGap*scale+list)
}
