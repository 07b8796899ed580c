package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// entryLine is a line of a list of weeks: the head of a week, or something that
// it holds. A list uses a few lines again and again.
type entryLine struct {
	widget.BaseWidget

	rule  *widget.Separator // above the head of a week
	glyph *controls.Glyph
	text  *widget.Label
	right *controls.Colored
}

func newEntryLine() *entryLine {
	l := &entryLine{
		rule:  widget.NewSeparator(),
		glyph: controls.NewGlyph(controls.Circle, colorTechnical),
		text:  widget.NewLabel(""),
		right: controls.NewColored("", controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}),
	}
	l.text.Truncation = fyne.TextTruncateEllipsis
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *entryLine) CreateRenderer() fyne.WidgetRenderer {
	middle := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewVBox(layout.NewSpacer(), o, layout.NewSpacer())
	}
	right := container.New(layout.NewCustomPaddedLayout(0, 0, 10, 0), middle(l.right))
	line := container.NewBorder(nil, nil, container.NewHBox(middle(l.glyph), controls.Gap(0)), right, middle(controls.Flush(l.text)))
	return widget.NewSimpleRenderer(container.NewBorder(l.rule, nil, nil, nil,
		container.New(layout.NewCustomPaddedLayout(3, 3, 2, 16), line)))
}

// head shows the head of a week.
func (l *entryLine) head(w *words.Words, e *journal.Entry) {
	l.plain()
	l.rule.Show()
	l.text.TextStyle.Bold = true
	l.text.SetText(w.Week(e.Week) + "   " + w.WeekDates(e.Week))
	l.right.Set(headNote(w, e), controls.ColorMuted)
}

// headNote says why a week was not worked, or where its time went.
func headNote(w *words.Words, e *journal.Entry) string {
	if e.Away != "" {
		return w.Away(e.Away)
	}
	if e.Split == nil {
		return ""
	}
	return splitWords(w, *e.Split)
}

// splitWords says where a week's time went.
func splitWords(w *words.Words, s journal.Split) string {
	share := func(percent int) string { return w.Percent(float64(percent) / 100) }
	return w.Say("past.split", words.Args{"Technical": share(s.Technical), "Both": share(s.Both), "People": share(s.People)})
}

// moment shows a moment; kind is the name of its kind.
func (l *entryLine) moment(w *words.Words, m *journal.Moment, kind string) {
	l.plain()
	l.glyph.Set(trackShape(m.Track), trackColor(m.Track))
	l.glyph.Show()
	l.text.SetText(flatten(m.Text, 300))
	l.right.Set(w.Say("past.moment", words.Args{
		"Kind": kind, "Energy": w.Energy(m.Energy), "Hours": w.Hours(m.Hours)}), trackColor(m.Track))
}

// reflection shows a reflection.
func (l *entryLine) reflection(text string) {
	l.plain()
	l.text.TextStyle.Italic = true
	l.text.Importance = widget.LowImportance
	l.text.SetText(flatten(text, 300))
	l.right.Set("", controls.ColorMuted)
}

// answer shows what was answered to a question.
func (l *entryLine) answer(w *words.Words, a journal.Answer) {
	l.plain()
	l.text.SetText(w.Say("question." + string(a.Question) + ".ask"))
	color := colorBoth
	switch {
	case a.Value < 0:
		color = colorTechnical
	case a.Value > 0:
		color = colorPeople
	}
	l.right.Set(answerWords(w, a), color)
}

// answerWords says what was answered.
func answerWords(w *words.Words, a journal.Answer) string {
	end := ".people"
	switch {
	case a.Value == 0:
		return w.Say("evidence.answer.middle")
	case a.Value < 0:
		end = ".technical"
	}
	points := w.Number(float64(max(a.Value, -a.Value)), 0)
	return w.Say("evidence.answer", words.Args{"Points": points, "End": w.Say("question." + string(a.Question) + end)})
}

// plain takes back what was shown before.
func (l *entryLine) plain() {
	l.glyph.Hide()
	l.rule.Hide()
	l.text.TextStyle = fyne.TextStyle{}
	l.text.Importance = widget.MediumImportance
}
