package week

import (
	"slices"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// Draft returns what is half-written: what is in the line that adds a moment, and what
// is being edited, or made of a line of what the week held.
func (p *Page) Draft() journal.Draft {
	d, edit := p.quick.draft(), p.halfEdited
	if p.editing != nil && p.editing.line.Changed() {
		now := p.editing.line.Draft(p.editing.week)
		edit = &now
	} else if half, ok := p.held.draft(); ok {
		edit = &half
	}
	return d.With(edit)
}

// Line returns what is in the line that adds a moment.
func (p *Page) Line() journal.Draft { return p.quick.draft() }

// SetLine shows in that line what was written in another window.
func (p *Page) SetLine(d journal.Draft) {
	if d.Equal(p.quick.draft()) {
		return
	}
	if d.Empty() {
		d.Week = journal.Week{}
	}
	p.quick.setDraft(d)
	p.drafts.Touch()
}

// resume shows what was half-written when the program ended. The line shows for
// which week that was; an edit goes on once its week is on screen.
func (p *Page) resume(d journal.Draft) {
	if d.Edit != nil {
		p.resume(*d.Edit)
		d.Edit = nil
	}
	if slices.ContainsFunc(p.saver.Entry(d.Week).Moments, func(m journal.Moment) bool { return m.ID == d.ID }) {
		p.halfEdited = &d
		p.resumeEdit()
		return
	}
	if d.Source != "" {
		p.held.half[d.Source] = d.Text // for when its line is opened again
		return
	}
	p.quick.setDraft(d)
}

// resumeEdit goes on with an edit that was left half-way in the week on screen, and
// leads to one in another week.
func (p *Page) resumeEdit() {
	d := p.halfEdited
	if d == nil || p.ReadOnly {
		p.unfinished.show("")
		return
	}
	if d.Week != p.entry.Week {
		w := p.Words
		p.unfinished.show(w.Say("week.unfinished", words.Args{"Week": w.WeekInline(d.Week)}),
			controls.Action{Text: w.Say("week.unfinished.open"), Do: func() { p.window.OpenWeek(d.Week) }})
		return
	}
	p.halfEdited = nil
	p.unfinished.show("")
	for _, m := range p.entry.Moments {
		if m.ID == d.ID {
			p.startEdit(d.Week, m)
			p.editing.line.Resume(*d)
		}
	}
}

// leaveEdit ends the edit in a week that leaves the screen. What was changed waits
// there.
func (p *Page) leaveEdit() {
	if e := p.editing; e != nil {
		if e.line.Changed() {
			d := e.line.Draft(e.week)
			p.halfEdited = &d
		}
		e.close()
	}
}

// loggedNow returns when a moment was logged.
func loggedNow(now time.Time) time.Time { return now.Truncate(time.Second) }
