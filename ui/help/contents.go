package help

import (
	"fyne.io/fyne/v2"

	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// contents is the table of contents: a list next to the text where there is room
// for it, and a menu above it where there is not.
type contents struct {
	page  *Page
	items []*contentsItem
	nav   *controls.Nav
	root  *controls.Scroll
	menu  *controls.MenuButton
}

// contentsItem is a line of the table: a chapter, or a section of the one that is
// shown.
type contentsItem struct {
	*controls.NavItem
	chapter string
	place   string
}

func newContents(p *Page) *contents {
	c := &contents{page: p}
	add := func(text string, depth int, chapter, place string) {
		c.items = append(c.items, &contentsItem{
			controls.NewContentsItem(text, depth, func() { p.Open(place) }), chapter, place,
		})
	}
	for _, chapter := range p.manual.chapters {
		add(chapter.title, 0, chapter.name, chapter.name)
		for _, b := range chapter.blocks {
			if b.kind == heading && b.level == 2 {
				add(b.texts[0].words(), 1, chapter.name, chapter.name+"#"+b.anchor)
			}
		}
	}
	add(p.say("help.keys"), 0, Keys, Keys)
	column := controls.Stack(2)
	var all []*controls.NavItem
	for _, item := range c.items {
		column.Add(item.NavItem)
		all = append(all, item.NavItem)
	}
	c.nav = controls.NewNav(column, all...)
	c.root = controls.NewVScroll(c.nav)
	c.menu = controls.NewNamedMenuButton(p.say("help.contents"), c.chapters)
	c.menu.Hide()
	return c
}

// chapters returns the menu.
func (c *contents) chapters() (items []*fyne.MenuItem) {
	for _, item := range c.items {
		if item.place == item.chapter {
			items = append(items, fyne.NewMenuItem(item.AccessibilityLabel(), func() { c.page.Open(item.place) }))
		}
	}
	return items
}

// mark shows the sections of the chapter that is shown, and where one is.
func (c *contents) mark(place string) {
	name, _ := splitPlace(place)
	var at *controls.NavItem
	for _, item := range c.items {
		look.SetVisible(item.NavItem, item.chapter == name || item.chapter == item.place)
		if item.place == place || item.place == name && at == nil {
			at = item.NavItem
		}
	}
	c.nav.Select(at)
	c.root.Refresh()
}

// sides lays the table of contents and the text out next to each other, or the text
// alone where the table is hidden.
type sides struct{}

const (
	contentsWidth = 216 // at the usual text size
	sidesGap      = 28
)

// Layout implements fyne.Layout.
func (sides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left := float32(0)
	if o[0].Visible() {
		left = contentsWidth*look.TextScale() + sidesGap
		o[0].Resize(fyne.NewSize(left-sidesGap, size.Height))
		o[0].Move(fyne.Position{})
	}
	o[1].Resize(fyne.NewSize(size.Width-left, size.Height))
	o[1].Move(fyne.NewPos(left, 0))
}

// MinSize implements fyne.Layout.
func (sides) MinSize(o []fyne.CanvasObject) fyne.Size { return o[1].MinSize() }

// column limits what is read to a width at which lines are read with ease.
type column struct{ most float32 }

const readable = 720 // at the usual text size

// Layout implements fyne.Layout.
func (c *column) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(c.width(size.Width), size.Height))
	o[0].Move(fyne.NewPos(columnMargin, 0))
}

const columnMargin = 6 // for the ring of the focus, and the bar to scroll with

func (c *column) width(width float32) float32 {
	return min(width-3*columnMargin, c.most*look.TextScale())
}

// MinSize implements fyne.Layout.
func (c *column) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(3*columnMargin, 24)
}
