package past

import (
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/texts"
)

// MoveWeek asks for a week, moves what is logged in w there and shows it.
func (p *Page) MoveWeek(w journal.Week) {
	week := controls.NewTextField(false, len("2026-W47"), texts.CleanLine)
	form := p.Ask.NewForm(p.Words.Say("past.move.title", words.Args{"Week": p.Words.WeekInline(w)}), func() error {
		to, err := journal.ParseWeek(strings.ToUpper(strings.TrimSpace(week.Text)))
		if err == nil {
			err = p.saver.Settle()
		}
		if err == nil {
			err = p.Journal.MoveWeek(w, to)
		}
		if err == nil {
			p.window.ShowRestored(p.Words.Say("past.moved", words.Args{"Week": p.Words.WeekInline(to)}))
		}
		return err
	})
	week.Form = form
	week.SetText(sameNumber(w, p.Journal.ReadClock(p.Now()).Begun).String())
	form.Show(controls.Stack(4, controls.Flush(controls.Caption(p.Words.Say("past.move.to"))), week,
		controls.Flush(controls.Caption(p.Words.Say("past.move.how")))), nil)
	p.Ask.Focus(week)
}

// sameNumber returns the last week up to another that has the number of w, as if its
// year was mistyped, or w itself if it has begun.
func sameNumber(w, last journal.Week) journal.Week {
	if !w.After(last) {
		return w
	}
	for to := last; ; to = to.Prev() {
		if to.Number() == w.Number() || to.Number() == 52 && w.Number() == 53 {
			return to
		}
	}
}
