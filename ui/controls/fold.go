package controls

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ desktop.Cursorable = (*Fold)(nil)
	_ fyne.Accessible    = (*Fold)(nil)
)

// Fold is the header of a section that is closed until a click, Enter or Space opens
// it: a title in bold, and after it a few words about what is inside.
type Fold struct {
	clickable

	title, words string
	states       [2]string // how a screen reader names closed and open
	open         func() fyne.CanvasObject
	body         fyne.CanvasObject // nil while it is closed
	root         *fyne.Container
}

// NewFold returns a closed section. Open returns what is inside whenever it is opened.
// Closed and opened are how a screen reader names the two states.
func NewFold(title, closed, opened string, open func() fyne.CanvasObject) *Fold {
	f := &Fold{title: title, states: [2]string{closed, opened}, open: open}
	f.extend(f, f.Toggle)
	f.root = Stack(0, f)
	return f
}

// Content returns the header with what is below it while it is open.
func (f *Fold) Content() fyne.CanvasObject { return f.root }

// SetWords sets the words after the title.
func (f *Fold) SetWords(words string) {
	f.words = words
	f.Refresh()
}

// Opened reports whether the section is open.
func (f *Fold) Opened() bool { return f.body != nil }

// Toggle opens the section, or closes it.
func (f *Fold) Toggle() {
	if f.body == nil {
		f.body = f.open()
		f.body.Show()
		if !slices.Contains(f.root.Objects, f.body) {
			f.root.Add(f.body)
		}
	} else {
		f.body.Hide()
		f.body = nil
	}
	f.Refresh()
	f.root.Refresh()
}

// Cursor implements desktop.Cursorable.
func (f *Fold) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (f *Fold) AccessibilityLabel() string {
	label, state := f.title, f.states[0]
	if f.words != "" {
		label += ", " + f.words
	}
	if f.Opened() {
		state = f.states[1]
	}
	return label + ", " + state
}

// AccessibilityRole implements fyne.Accessible.
func (f *Fold) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (f *Fold) CreateRenderer() fyne.WidgetRenderer {
	r := &foldRenderer{fold: f, ground: canvas.NewRectangle(nil), ring: newRing(), text: widget.NewRichText()}
	r.text.Wrapping = fyne.TextWrapWord
	r.flush = Flush(r.text)
	for i := range r.chevron {
		r.chevron[i] = canvas.NewLine(nil)
	}
	r.Refresh()
	return r
}

type foldRenderer struct {
	fold    *Fold
	ground  *canvas.Rectangle
	ring    ring
	text    *widget.RichText
	flush   *fyne.Container
	chevron [2]*canvas.Line
}

const (
	foldPad     = 12 // above and below the words
	foldEdge    = 8  // that the ground reaches beyond them
	chevronRoom = 32
	chevronSize = 10
)

func (r *foldRenderer) Layout(size fyne.Size) {
	r.ground.Move(fyne.NewPos(-foldEdge, 0))
	r.ground.Resize(size.AddWidthHeight(2*foldEdge, 0))
	r.ring.around(fyne.NewPos(-foldEdge+4, 4), size.AddWidthHeight(2*foldEdge-8, -8), 4)
	r.flush.Move(fyne.NewPos(0, foldPad))
	fitHeight(r.flush, r.textWidth(size.Width))
	unit := scaled(r.fold, chevronSize) / 2
	x, y := size.Width-2*unit, size.Height/2
	top, tip := y-unit/2, y+unit/2
	if r.fold.Opened() {
		top, tip = tip, top
	}
	for i, line := range r.chevron {
		line.Position1, line.Position2 = fyne.NewPos(x+unit*float32(2*i-1), top), fyne.NewPos(x, tip)
	}
}

func (r *foldRenderer) textWidth(width float32) float32 {
	return width - scaled(r.fold, chevronRoom)
}

func (r *foldRenderer) MinSize() fyne.Size {
	least := fyne.NewSize(r.flush.MinSize().Width+scaled(r.fold, chevronRoom), 0)
	if width := r.fold.Size().Width; width > 0 {
		fitHeight(r.flush, r.textWidth(width))
	}
	least.Height = max(r.flush.MinSize().Height+2*foldPad, scaled(r.fold, targetHeight))
	return least
}

func (r *foldRenderer) Refresh() {
	f := r.fold
	r.ground.CornerRadius, r.ground.FillColor = corner, themed(f, ColorLit)
	r.ground.Hidden = !f.hovered
	r.ring.show(f, f.focused)
	style := widget.RichTextStyle{Inline: true, ColorName: theme.ColorNameForeground, SizeName: theme.SizeNameText, TextStyle: fyne.TextStyle{Bold: true}}
	segments := []widget.RichTextSegment{&widget.TextSegment{Text: f.title, Style: style}}
	if f.words != "" {
		style.ColorName, style.TextStyle.Bold = ColorMuted, false
		segments = append(segments, &widget.TextSegment{Text: "   " + f.words, Style: style})
	}
	r.text.Segments = segments
	r.text.Refresh()
	for _, line := range r.chevron {
		line.StrokeColor, line.StrokeWidth = themed(f, ColorMuted), scaled(f, 1.6)
	}
	r.Layout(f.Size())
	canvas.Refresh(f)
}

func (r *foldRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.flush, r.chevron[0], r.chevron[1], r.ring.Rectangle}
}

func (r *foldRenderer) Destroy() {}

// NewFolds returns sections below each other, with a fine line between those that are
// visible.
func NewFolds(sections ...*Fold) *fyne.Container {
	var all []fyne.CanvasObject
	for _, f := range sections {
		all = append(all, widget.NewSeparator(), f.Content())
	}
	return container.New(folds{}, all...)
}

// folds lays out sections, each after its line.
type folds struct{}

// shown returns what is to be seen.
func (folds) shown(objects []fyne.CanvasObject) (shown []fyne.CanvasObject) {
	for i := 0; i < len(objects); i += 2 {
		line, section := objects[i], objects[i+1]
		if section.Visible() && len(shown) > 0 {
			line.Show()
			shown = append(shown, line)
		} else {
			line.Hide()
		}
		if section.Visible() {
			shown = append(shown, section)
		}
	}
	return shown
}

// Layout implements fyne.Layout.
func (f folds) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	stack{}.Layout(f.shown(objects), size)
}

// MinSize implements fyne.Layout.
func (f folds) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stack{}.MinSize(f.shown(objects))
}
