package entries

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// Preview is a dialog that shows what a backup or a recovery option contains,
// week by week, and offers to bring it back.
type Preview struct {
	Title string
	Lines []string // above the weeks
	Bring string   // on the button that brings it back
}

// Show shows the preview of c and calls bring if that is chosen.
func (p Preview) Show(a *dialogs.Asker, c journal.Contents, bring func()) {
	text := controls.Stack(4)
	for _, line := range p.Lines {
		text.Add(controls.Flush(controls.Body(line)))
	}
	d := a.NewBox(p.Title, look.Between(text, newWeekList(a.Words, c), nil), "dialog.close")
	ok := controls.NewButton(p.Bring, func() {
		d.Hide()
		bring()
	})
	ok.Importance = widget.HighImportance
	d.Add(ok)
	a.ShowLarge(d, 620)
}

// newWeekList lists the weeks of c, newest first, each with the beginning of
// what was written.
func newWeekList(w *words.Words, c journal.Contents) fyne.CanvasObject {
	entries := slices.Clone(c.Entries)
	slices.Reverse(entries)
	return controls.NewList(func() int { return len(entries) }, func() fyne.CanvasObject {
		return controls.Stack(0,
			controls.NewColored("", theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{Bold: true}),
			controls.Flush(newLine()))
	}, func(i int, o fyne.CanvasObject) {
		row, e := o.(*fyne.Container), entries[i]
		row.Objects[0].(*controls.Colored).Set(w.Week(e.Week)+" · "+w.WeekDates(e.Week), theme.ColorNameForeground)
		row.Objects[1].(*fyne.Container).Objects[0].(*widget.Label).SetText(insideOf(w, e))
	})
}

// newLine returns a small label of one line.
func newLine() *widget.Label {
	l := widget.NewLabel("")
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = widget.LowImportance
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// insideOf formats in a line what a week contains.
func insideOf(w *words.Words, e journal.Entry) string {
	parts := []string{w.Count("count.moments", len(e.Moments))}
	if len(e.Moments) == 0 && e.Away != "" {
		parts[0] = w.Away(e.Away)
	}
	for _, m := range e.Moments[:min(len(e.Moments), 3)] {
		parts = append(parts, texts.Flatten(m.Text, 60))
	}
	if e.Reflection != "" {
		parts = append(parts, texts.Flatten(e.Reflection, 60))
	}
	return strings.Join(parts, " · ")
}
