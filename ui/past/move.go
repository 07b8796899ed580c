package past

import (
	"heliotrope/journal"
	"heliotrope/journal/words"
)

// MoveWeek asks for a week, moves what is logged in w there and shows it. The week
// there keeps what it has, and what does not fit next to that goes to the trash.
func (p *Page) MoveWeek(w journal.Week) {
	title := p.Words.Say("past.move.title", words.Args{"Week": p.Words.WeekInline(w)})
	p.calendar(w, title, func(to journal.Week) {
		err := p.saver.Settle()
		if err == nil {
			err = p.Journal.MoveWeek(w, to)
		}
		if err != nil {
			p.Ask.Problem(err)
			return
		}
		p.window.ShowRestored(p.Words.Say("past.moved", words.Args{"Week": p.Words.WeekInline(to)}))
	})
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
