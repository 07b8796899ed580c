// Package entries shows entries where there are many: as lines of a list, and as
// the preview of what a backup contains.
package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// Line is a line of a list of weeks: the head of a week, or something in
// it. A list uses a few lines again and again.
type Line struct {
	widget.BaseWidget

	rule  *widget.Separator // above the head of a week
	glyph *controls.Glyph
	text  *widget.Label
	right *controls.Colored
}

// NewLine returns an empty line.
func NewLine() *Line {
	l := &Line{
		rule:  widget.NewSeparator(),
		glyph: controls.NewGlyph(controls.Circle, look.ColorTechnical),
		text:  widget.NewLabel(""),
		right: controls.NewColored("", controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}),
	}
	l.text.Truncation = fyne.TextTruncateEllipsis
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	middle := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewVBox(layout.NewSpacer(), o, layout.NewSpacer())
	}
	right := container.New(layout.NewCustomPaddedLayout(0, 0, 10, 0), middle(l.right))
	line := container.NewBorder(nil, nil, container.NewHBox(middle(l.glyph), controls.Gap(0)), right, middle(controls.Flush(l.text)))
	return widget.NewSimpleRenderer(container.NewBorder(l.rule, nil, nil, nil,
		container.New(layout.NewCustomPaddedLayout(3, 3, 2, 16), line)))
}

// ShowWeek shows the head of a week.
func (l *Line) ShowWeek(w *words.Words, e *journal.Entry) {
	l.plain()
	l.rule.Show()
	l.text.TextStyle.Bold = true
	l.text.SetText(w.Say("week.title", words.Args{"Number": e.Week.Number()}) + "   " + w.WeekDates(e.Week))
	l.right.Set(headNote(w, e), controls.ColorMuted)
}

// Note shows a text at the end of the head of a week, in place of where its time went.
func (l *Line) Note(text string) { l.right.Set(text, controls.ColorMuted) }

// headNote formats why a week was not worked, or where its time went.
func headNote(w *words.Words, e *journal.Entry) string {
	if e.Away != "" {
		return w.Away(e.Away)
	}
	if e.Split == nil {
		return ""
	}
	return SplitWords(w, *e.Split)
}

// SplitWords formats where a week's time went.
func SplitWords(w *words.Words, s journal.Split) string {
	share := func(percent int) string { return w.Percent(float64(percent) / 100) }
	return w.Say("past.split", words.Args{"Technical": share(s.Technical), "Both": share(s.Both), "People": share(s.People)})
}

// ShowMoment shows a moment; kind is the name of its kind.
func (l *Line) ShowMoment(w *words.Words, m *journal.Moment, kind string) {
	l.plain()
	l.glyph.Set(look.TrackShape(m.Track), look.TrackColor(m.Track))
	l.glyph.Show()
	l.text.SetText(texts.Flatten(m.Text, 300))
	l.right.Set(w.MomentNotes(kind, *m), look.TrackText(m.Track))
}

// ShowReflection shows a reflection.
func (l *Line) ShowReflection(text string) {
	l.plain()
	l.text.TextStyle.Italic = true
	l.text.Importance = widget.LowImportance
	l.text.SetText(texts.Flatten(text, 300))
	l.right.Set("", controls.ColorMuted)
}

// ShowAnswer shows what was answered to a question.
func (l *Line) ShowAnswer(w *words.Words, a journal.Answer) {
	l.plain()
	l.text.SetText(w.Say("question." + string(a.Question) + ".ask"))
	track := journal.Both
	switch {
	case a.Value < 0:
		track = journal.Technical
	case a.Value > 0:
		track = journal.People
	}
	l.right.Set(AnswerWords(w, a), look.TrackText(track))
}

// AnswerWords formats what was answered.
func AnswerWords(w *words.Words, a journal.Answer) string {
	end := ".people"
	switch {
	case a.Value == 0:
		return w.Say("explained.answer.middle")
	case a.Value < 0:
		end = ".technical"
	}
	points := w.Number(float64(max(a.Value, -a.Value)), 0)
	return w.Say("explained.answer", words.Args{"Points": points, "End": w.Say("question." + string(a.Question) + end)})
}

// plain takes back what was shown before.
func (l *Line) plain() {
	l.glyph.Hide()
	l.rule.Hide()
	l.text.TextStyle = fyne.TextStyle{}
	l.text.Importance = widget.MediumImportance
}
