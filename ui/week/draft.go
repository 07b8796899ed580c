package week

import (
	"slices"

	"heliotrope/journal"
)

// momentEdit is the dialog that edits a moment, while it is open.
type momentEdit struct {
	form   *momentForm
	moment journal.Moment // as it was before
	week   journal.Week
}

// Draft returns the one half-written moment that is stored: what is in the
// line that adds one, or else what is being edited.
func (p *Page) Draft() journal.Draft {
	d := p.quick.draft()
	if e := p.editing; e != nil && d.Empty() {
		if now, err := e.form.read(e.moment); err != nil || !sameMoment(now, e.moment) {
			return e.form.draft(e.moment.ID, e.week)
		}
	}
	return d
}

func sameMoment(a, b journal.Moment) bool {
	return journal.Entry{Moments: []journal.Moment{a}}.Equal(journal.Entry{Moments: []journal.Moment{b}})
}

// resume shows what was half-written when the program ended. The line shows for
// which week that was.
func (p *Page) resume(d journal.Draft) {
	if slices.ContainsFunc(p.saver.Entry(d.Week).Moments, func(m journal.Moment) bool { return m.ID == d.ID }) {
		p.halfEdited = &d // once the page is on screen, which a dialog needs
		return
	}
	p.quick.setDraft(d)
}

// resumeEdit shows a moment to be changed from where that was left.
func (p *Page) resumeEdit(d journal.Draft) {
	for _, m := range p.saver.Entry(d.Week).Moments {
		if m.ID == d.ID {
			p.editMoment(d.Week, m)
			p.editing.form.setDraft(d)
		}
	}
}
