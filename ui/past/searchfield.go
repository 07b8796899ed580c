package past

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// searchField is the field of the search. Escape and the cross in it clear it. Keys
// that move through the list do so from here as well, where they do not edit.
type searchField struct {
	page  *Page
	text  *controls.TextField
	clear *fyne.Container // what shows how to clear it
}

func newSearchField(p *Page) *searchField {
	s := &searchField{page: p, text: controls.NewTextField(false, 200, texts.CleanLine)}
	s.text.SetPlaceHolder(p.Words.Say("past.search"))
	s.text.Icon = theme.SearchIcon()
	s.text.Keys = s
	s.text.Room = look.Roomy
	cross := newCross(p.Words.Say("past.search.clear"), func() {
		s.set("")
		p.Search()
	})
	s.clear = container.New(layout.NewCustomPaddedHBoxLayout(0), container.NewCenter(controls.NewKeyCap(p.Words.Say("past.search.key"))), cross)
	s.clear.Hide()
	s.text.ActionItem = s.clear
	s.text.OnChanged = func(text string) {
		look.SetVisible(s.clear, text != "")
		p.narrowed()
	}
	return s
}

// Content returns what the page shows.
func (s *searchField) Content() fyne.CanvasObject { return s.text }

// set puts another text into the field.
func (s *searchField) set(text string) {
	if s.text.Text != text {
		s.text.SetText(text)
	}
}

// TakesTab implements [controls.Keys].
func (s *searchField) TakesTab() bool { return false }

// TakeKey implements [controls.Keys].
func (s *searchField) TakeKey(e *fyne.KeyEvent) bool {
	p, list := s.page, s.page.list
	empty := s.text.Text == ""
	switch e.Name {
	case fyne.KeyEscape:
		s.set("")
		return !empty
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		if p.results.Len() > 0 {
			list.Activate(p.firstHit())
			p.Ask.Focus(list)
		}
	case fyne.KeyUp:
	case fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd:
		if !empty && (e.Name == fyne.KeyHome || e.Name == fyne.KeyEnd) {
			return false
		}
		list.TypedKey(e)
	default:
		return false
	}
	return true
}

// firstHit returns the row to begin with: the first moment that was found, or the
// row that keys are for.
func (p *Page) firstHit() int {
	if p.query().Empty() || p.list.Active() > 0 || p.results.Len() < 2 {
		return p.list.Active()
	}
	return 1
}

// cross clears a field. It is no stop of Tab, since Escape does the same.
type cross struct {
	widget.BaseWidget
	tip   string
	clear func()
}

var (
	_ fyne.Tappable      = (*cross)(nil)
	_ fyne.Accessible    = (*cross)(nil)
	_ desktop.Hoverable  = (*cross)(nil)
	_ desktop.Cursorable = (*cross)(nil)
)

func newCross(tip string, clear func()) *cross {
	c := &cross{tip: tip, clear: clear}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped implements fyne.Tappable.
func (c *cross) Tapped(*fyne.PointEvent) {
	controls.HideTip(c)
	c.clear()
}

// MouseIn implements desktop.Hoverable.
func (c *cross) MouseIn(*desktop.MouseEvent) {
	controls.ShowTip(c, fyne.Position{}, c.Size(), c.tip)
}

// MouseMoved implements desktop.Hoverable.
func (c *cross) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *cross) MouseOut() { controls.HideTip(c) }

// Cursor implements desktop.Cursorable.
func (c *cross) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (c *cross) AccessibilityLabel() string { return c.tip }

// AccessibilityRole implements fyne.Accessible.
func (c *cross) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *cross) CreateRenderer() fyne.WidgetRenderer {
	icon := widget.NewIcon(theme.CancelIcon())
	return widget.NewSimpleRenderer(container.New(crossLayout{}, icon))
}

// crossLayout centers the icon in a target.
type crossLayout struct{}

// Layout implements fyne.Layout.
func (crossLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	side := 16 * look.TextScale()
	o[0].Resize(fyne.NewSquareSize(side))
	o[0].Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
}

// MinSize implements fyne.Layout.
func (crossLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSquareSize(32 * look.TextScale())
}
