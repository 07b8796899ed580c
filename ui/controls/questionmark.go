package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

var (
	_ desktop.Cursorable = (*QuestionMark)(nil)
	_ fyne.Accessible    = (*QuestionMark)(nil)
)

// QuestionMark is a question mark in a circle, which explains what it stands next to. Its
// words are shown as a tip.
type QuestionMark struct {
	clickable

	words string
	about string
}

// NewQuestionMark returns a question mark with a question, such as "How is this computed?", that
// calls asked.
func NewQuestionMark(words string, asked func()) *QuestionMark {
	q := &QuestionMark{words: words}
	q.extend(q, func() {
		HideTip(q)
		asked()
	})
	return q
}

// SetAbout sets what the question is about, for a screen reader.
func (q *QuestionMark) SetAbout(about string) { q.about = about }

// AccessibilityLabel implements fyne.Accessible.
func (q *QuestionMark) AccessibilityLabel() string {
	if q.about == "" {
		return q.words
	}
	return q.words + " " + q.about
}

// AccessibilityRole implements fyne.Accessible.
func (q *QuestionMark) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Cursor implements desktop.Cursorable.
func (q *QuestionMark) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn implements desktop.Hoverable.
func (q *QuestionMark) MouseIn(e *desktop.MouseEvent) {
	q.clickable.MouseIn(e)
	q.showWords()
}

// MouseOut implements desktop.Hoverable.
func (q *QuestionMark) MouseOut() {
	q.clickable.MouseOut()
	HideTip(q)
}

// FocusGained implements fyne.Focusable.
func (q *QuestionMark) FocusGained() {
	q.clickable.FocusGained()
	q.showWords()
}

// FocusLost implements fyne.Focusable.
func (q *QuestionMark) FocusLost() {
	q.clickable.FocusLost()
	HideTip(q)
}

func (q *QuestionMark) showWords() { ShowTip(q, fyne.Position{}, q.Size(), q.words) }

// CreateRenderer implements fyne.Widget.
func (q *QuestionMark) CreateRenderer() fyne.WidgetRenderer {
	r := &questionMarkRenderer{question: q, ground: canvas.NewRectangle(nil), circle: canvas.NewCircle(nil), mark: canvas.NewText("?", nil), ring: newRing()}
	r.mark.TextStyle.Bold = true
	r.Refresh()
	return r
}

// questionMarkSize is how wide the circle is.
const questionMarkSize = 16

type questionMarkRenderer struct {
	question *QuestionMark
	ground   *canvas.Rectangle
	circle   *canvas.Circle
	mark     *canvas.Text
	ring     ring
}

func (r *questionMarkRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ring.around(fyne.NewPos(4, 4), size.SubtractWidthHeight(8, 8), 4)
	side := scaled(r.question, questionMarkSize)
	r.circle.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
	r.circle.Resize(fyne.NewSquareSize(side))
	mark := r.mark.MinSize()
	r.mark.Move(fyne.NewPos((size.Width-mark.Width)/2, (size.Height-mark.Height)/2))
	r.mark.Resize(mark)
}

func (r *questionMarkRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(scaled(r.question, targetHeight))
}

func (r *questionMarkRenderer) Refresh() {
	q := r.question
	ink := themed(q, ColorMuted)
	if q.hovered || q.focused {
		ink = themed(q, theme.ColorNameHyperlink)
	}
	r.ground.CornerRadius, r.ground.FillColor, r.ground.Hidden = corner, themed(q, ColorLit), !q.hovered
	r.circle.StrokeColor, r.circle.StrokeWidth = ink, scaled(q, 1.3)
	r.mark.Color, r.mark.TextSize = ink, scaled(q, 10.5)
	r.ring.show(q, q.focused)
	r.Layout(q.Size())
	canvas.Refresh(q)
}

func (r *questionMarkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.circle, r.mark, r.ring.Rectangle}
}

func (r *questionMarkRenderer) Destroy() {}
