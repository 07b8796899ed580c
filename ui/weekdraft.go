package ui

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

// draft returns the one half-written moment that is kept: what stands in the
// line that adds one, or else what is being edited.
func (p *weekPage) draft() journal.Draft {
	d := p.quick.draft(p.entry.Week)
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

// resume shows what stood half-written when the program was cut off, in its
// week.
func (p *weekPage) resume() {
	d, ok := p.journal.Draft()
	if !ok {
		return
	}
	p.open(d.Week)
	if slices.ContainsFunc(p.entry.Moments, func(m journal.Moment) bool { return m.ID == d.ID }) {
		p.halfEdited = &d // once the page is on screen, which a dialog needs
		return
	}
	p.quick.setDraft(d)
}

// editMoment shows a moment to be changed.
func (p *weekPage) editMoment(m journal.Moment) { p.editFrom(m, nil) }

// resumeEdit is editMoment from where it was left.
func (p *weekPage) resumeEdit(d journal.Draft) {
	for _, m := range p.entry.Moments {
		if m.ID == d.ID {
			p.editFrom(m, &d)
		}
	}
}

func (p *weekPage) editFrom(m journal.Moment, left *journal.Draft) {
	week := p.entry.Week
	form := p.ask.moment(m, p.journal.Kinds(), p.saver.tasks, p.drafts.touch, func(edited journal.Moment) {
		moments := slices.Clone(p.entry.Moments)
		for i := range moments {
			if moments[i].ID == m.ID {
				moments[i] = edited
			}
		}
		p.setMoments(moments)
	}, func() {
		p.editing = nil
		p.drafts.touch()
	})
	p.editing = &momentEdit{form, m, week}
	if left != nil {
		form.setDraft(*left)
	}
}
