package report

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

var _ fyne.Accessible = (*pickRow)(nil)

// pickRow is a row of the dialog: a box with a tick if the moment is chosen, two lines
// of its text, and what it is about. A list uses a few rows again and again.
type pickRow struct {
	widget.BaseWidget

	track       journal.Track
	text, about string
	chosen      bool
}

func newPickRow() *pickRow {
	r := &pickRow{track: journal.Technical}
	r.ExtendBaseWidget(r)
	return r
}

func (r *pickRow) show(m journal.Moment, about string, chosen bool) {
	r.track, r.text, r.about, r.chosen = m.Track, texts.Flatten(m.Text, 500), about, chosen
	r.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (r *pickRow) AccessibilityLabel() string { return r.text + ". " + r.about }

// AccessibilityRole implements fyne.Accessible.
func (r *pickRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *pickRow) CreateRenderer() fyne.WidgetRenderer {
	w := &pickRowRenderer{
		row: r, box: widget.NewIcon(nil), mark: controls.NewGlyph(controls.Circle, look.ColorTechnical),
		about: canvas.NewText("", nil),
	}
	for i := range w.lines {
		w.lines[i] = canvas.NewText("", nil)
	}
	w.Refresh()
	return w
}

type pickRowRenderer struct {
	row   *pickRow
	box   *widget.Icon
	mark  *controls.Glyph
	lines [2]*canvas.Text
	about *canvas.Text
}

// Measures of a row, at the usual text size.
const (
	pickBox = 20
	pickGap = 8
	pickAir = 5 // above and below
)

// lineHeights returns how high a line of the text is, and that below.
func (w *pickRowRenderer) lineHeights() (text, about float32) {
	height := func(t *canvas.Text) float32 { return fyne.MeasureText("Ég", t.TextSize, t.TextStyle).Height }
	return height(w.lines[0]), height(w.about)
}

func (w *pickRowRenderer) Layout(size fyne.Size) {
	scale := look.TextScale()
	box, gap := pickBox*scale, pickGap*scale
	w.box.Resize(fyne.NewSquareSize(box))
	w.box.Move(fyne.NewPos(gap, (size.Height-box)/2))
	mark := w.mark.MinSize()
	w.mark.Resize(mark)
	w.mark.Move(fyne.NewPos(2*gap+box, (size.Height-mark.Height)/2))
	left := 3*gap + box + mark.Width
	room := max(size.Width-left-2*gap, 0)
	lines := controls.Wrap(w.row.text, room, w.lines[0].TextSize, w.lines[0].TextStyle, len(w.lines))
	text, about := w.lineHeights()
	y := (size.Height - text*float32(len(lines)) - about) / 2
	for i, line := range w.lines {
		line.Text = ""
		if i < len(lines) {
			line.Text = lines[i]
			line.Move(fyne.NewPos(left, y))
			line.Resize(fyne.NewSize(room, text))
			y += text
		}
	}
	w.about.Text = controls.Shorten(w.row.about, room, w.about.TextSize, w.about.TextStyle)
	w.about.Move(fyne.NewPos(left, y))
	w.about.Resize(fyne.NewSize(room, about))
}

// MinSize has room for two lines, as all rows of a list are as high.
func (w *pickRowRenderer) MinSize() fyne.Size {
	text, about := w.lineHeights()
	const least = 160
	return fyne.NewSize(least, 2*text+about+2*pickAir)
}

func (w *pickRowRenderer) Refresh() {
	r := w.row
	w.box.SetResource(theme.CheckButtonIcon())
	if r.chosen {
		w.box.SetResource(theme.NewPrimaryThemedResource(theme.CheckButtonCheckedIcon()))
	}
	w.mark.Set(look.TrackShape(r.track), look.TrackColor(r.track))
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	for _, line := range w.lines {
		line.Color, line.TextSize = r.Theme().Color(theme.ColorNameForeground, variant), r.Theme().Size(theme.SizeNameText)
	}
	w.about.Color, w.about.TextSize = r.Theme().Color(controls.ColorMuted, variant), r.Theme().Size(theme.SizeNameCaptionText)
	w.Layout(r.Size())
	canvas.Refresh(r)
}

func (w *pickRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{w.box, w.mark, w.lines[0], w.lines[1], w.about}
}

func (w *pickRowRenderer) Destroy() {}
