package controls

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Option is something that can be ticked in a [TickList].
type Option struct {
	Text   string
	Ticked bool
}

// TickList is a list of options of which any number can be ticked: with a click, Space
// or Enter. Letters lead to the next option that has them at the beginning of a word.
type TickList struct {
	LongList

	// OnTick is called with the index of an option that was ticked, or is no longer.
	OnTick func(i int, on bool)
	// OnClose is called for Escape.
	OnClose func()

	options []Option
}

// NewTickList returns a list of options, of which up to most are in view. spoken is its
// screen-reader label.
func NewTickList(spoken string, options []Option, most int) *TickList {
	t := &TickList{options: options}
	t.LongList.init(spoken, (*tickRows)(t))
	t.Picking = true
	t.OnPick = func(_, to int) { t.tick(to) }
	t.OnOpen = t.tick
	t.OnRune = t.lead
	t.OnEscape = func() bool {
		if t.OnClose != nil {
			t.OnClose()
		}
		return t.OnClose != nil
	}
	t.ExtendBaseWidget(t)
	width := float32(0)
	for _, o := range options {
		width = max(width, fyne.MeasureText(o.Text, theme.TextSize(), fyne.TextStyle{}).Width)
	}
	row := scaled(t, targetHeight)
	t.Least = fyne.NewSize(width+scaled(t, tickIndent)+LongListBar+LongRowInset+10, whole(row)*float32(max(1, min(len(options), most))))
	return t
}

// Options returns the options as they are ticked now.
func (t *TickList) Options() []Option { return t.options }

func (t *TickList) tick(i int) {
	t.options[i].Ticked = !t.options[i].Ticked
	t.ShowAgain()
	if t.OnTick != nil {
		t.OnTick(i, t.options[i].Ticked)
	}
}

// lead leads to the next option with a word that begins with a letter.
func (t *TickList) lead(r rune) {
	letter := " " + strings.ToLower(string(r))
	for step := range t.options {
		i := (t.Active() + 1 + step) % len(t.options)
		if strings.Contains(" "+strings.ToLower(strings.TrimLeft(t.options[i].Text, "#")), letter) {
			t.Activate(i)
			return
		}
	}
}

// tickIndent is where the words of an option begin, at the usual text size.
const tickIndent = 30

// tickRows are the rows of a [TickList].
type tickRows TickList

// Len implements [LongRows].
func (t *tickRows) Len() int { return len(t.options) }

// Height implements [LongRows].
func (t *tickRows) Height(int, float32) float32 { return whole(scaled(t, targetHeight)) }

// Guess implements [LongRows].
func (t *tickRows) Guess(float32) func(int) float32 {
	height := t.Height(0, 0)
	return func(int) float32 { return height }
}

// New implements [LongRows].
func (t *tickRows) New() fyne.CanvasObject {
	r := &tickRow{}
	r.ExtendBaseWidget(r)
	return r
}

// Show implements [LongRows].
func (t *tickRows) Show(i int, o fyne.CanvasObject) {
	r := o.(*tickRow)
	r.option = t.options[i]
	r.Refresh()
}

// tickRow is an option with its box.
type tickRow struct {
	widget.BaseWidget
	option Option
}

// RowText returns the words.
func (r *tickRow) RowText() string { return r.option.Text }

// AccessibilityLabel implements fyne.Accessible.
func (r *tickRow) AccessibilityLabel() string { return r.option.Text }

// AccessibilityRole implements fyne.Accessible.
func (r *tickRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *tickRow) CreateRenderer() fyne.WidgetRenderer {
	w := &tickRowRenderer{row: r, text: canvas.NewText("", nil), tick: NewTick()}
	w.Refresh()
	return w
}

type tickRowRenderer struct {
	row  *tickRow
	text *canvas.Text
	tick *Tick
}

func (w *tickRowRenderer) Layout(size fyne.Size) {
	side := w.tick.MinSize()
	w.tick.Resize(side)
	w.tick.Move(fyne.NewPos(2, (size.Height-side.Height)/2))
	text := w.text.MinSize()
	w.text.Resize(text)
	w.text.Move(fyne.NewPos(scaled(w.row, tickIndent), (size.Height-text.Height)/2))
}

func (w *tickRowRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (w *tickRowRenderer) Refresh() {
	r := w.row
	w.text.Text, w.text.TextSize, w.text.Color = r.option.Text, r.Theme().Size(theme.SizeNameText), themed(r, theme.ColorNameForeground)
	w.tick.Set(r.option.Ticked, false)
	w.Layout(r.Size())
	canvas.Refresh(w.text)
}

func (w *tickRowRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{w.tick, w.text} }

func (w *tickRowRenderer) Destroy() {}
