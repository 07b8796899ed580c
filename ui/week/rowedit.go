package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/ui/controls"
	"heliotrope/ui/line"
)

// rowEdit edits a moment in place of its row.
type rowEdit struct {
	page *Page

	moment journal.Moment // as it was before
	week   journal.Week
	line   *line.Editor
	root   fyne.CanvasObject
}

// editMoment edits a moment of the week on screen in its row. One that is edited
// already is left with its question first.
func (p *Page) editMoment(w journal.Week, m journal.Moment) {
	switch {
	case w != p.entry.Week: // it left the screen
	case p.editing == nil:
		p.startEdit(w, m)
		p.editing.line.Focus()
	case p.editing.moment.ID != m.ID:
		p.editing.leave(func() { p.editMoment(w, m) })
	default:
		p.editing.line.Focus()
	}
}

func (p *Page) startEdit(w journal.Week, m journal.Moment) {
	r := &rowEdit{page: p, moment: m, week: w}
	r.line = line.New(p.Session, p.past, r, journal.MaxLine)
	r.line.Edit(m)
	save := controls.NewButton(p.Words.Say("dialog.save"), r.line.Submit)
	save.Importance = widget.HighImportance
	cancel := controls.NewButton(p.Words.Say("dialog.cancel"), r.Escape)
	r.root = container.NewPadded(controls.Stack(8, r.line.Content(), container.NewHBox(cancel, save)))
	p.editing = r
	p.moments.replaceRow(m.ID, r.root)
}

// Enter implements [line.Owner]: it saves the moment.
func (r *rowEdit) Enter(m journal.Moment) {
	r.close()
	r.page.replaceMoment(r.week, m)
	r.page.moments.focus(m.ID)
}

// Touched implements [line.Owner].
func (r *rowEdit) Touched() { r.page.drafts.Touch() }

// Escape implements [line.Owner]: it ends the edit, after a question if something
// was changed.
func (r *rowEdit) Escape() { r.leave(func() {}) }

// KindMade implements [line.Owner].
func (r *rowEdit) KindMade() { r.page.offerKinds() }

// leave ends the edit, and then calls then. If something was changed, the user is
// asked whether to discard it.
func (r *rowEdit) leave(then func()) {
	p := r.page
	end := func() {
		r.close()
		p.moments.focus(r.moment.ID)
		then()
	}
	if !r.line.Changed() {
		end()
		return
	}
	b := p.Ask.NewWideBox(p.Words.Say("week.edit.discard.title"),
		controls.Flush(controls.Body(p.Words.Say("week.edit.discard.text"))), "week.edit.stay")
	discarded := false
	b.Add(controls.NewButton(p.Words.Say("week.edit.discard"), func() {
		discarded = true
		b.Hide()
	}))
	p.Ask.ShowThen(b, func() {
		if discarded {
			end()
		} else {
			r.line.Focus()
		}
	})
}

// close shows the row again.
func (r *rowEdit) close() {
	r.page.editing = nil
	r.page.moments.replaceRow(r.moment.ID, nil)
	r.page.drafts.Touch()
}
