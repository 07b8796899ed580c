package week

import (
	"slices"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/choices"
)

// What follows changes moments of a week, on screen or not. Each act is one
// step that can be undone, and does nothing if the moment is gone.

// findMoment returns a moment of a week, and whether it is there.
func (p *Page) findMoment(w journal.Week, id string) (m journal.Moment, ok bool) {
	e := p.saver.Entry(w)
	if i := indexOf(e.Moments, id); i >= 0 {
		return e.Moments[i], true
	}
	return m, false
}

func indexOf(moments []journal.Moment, id string) int {
	return slices.IndexFunc(moments, func(m journal.Moment) bool { return m.ID == id })
}

// openMoment shows a moment of a week to be changed.
func (p *Page) openMoment(w journal.Week, id string) {
	if m, ok := p.findMoment(w, id); ok {
		p.editMoment(w, m)
	}
}

// change changes the entry of a week, on screen or not, and saves it at
// once, as a step of its own.
func (p *Page) change(w journal.Week, change func(*journal.Entry)) {
	p.saver.Flush()
	if w == p.entry.Week {
		p.edit(change)
		p.moments.show(p.entry.Moments)
	} else {
		e := p.saver.Entry(w)
		change(&e)
		p.saver.Change(e)
	}
	p.saver.Flush()
}

// changeMoments makes the moments of a week those that change returns for a copy of
// them, which has the moment with an id at index i, and offers to undo that.
func (p *Page) changeMoments(w journal.Week, id, done string, change func(moments []journal.Moment, i int) []journal.Moment) {
	if _, ok := p.findMoment(w, id); !ok {
		return
	}
	p.change(w, func(e *journal.Entry) {
		e.Moments = change(slices.Clone(e.Moments), indexOf(e.Moments, id))
	})
	p.window.OfferUndo(p.Words.Say(done))
}

// replaceMoment puts a moment of a week in the place of the one with its id.
func (p *Page) replaceMoment(w journal.Week, edited journal.Moment) {
	p.change(w, func(e *journal.Entry) {
		e.Moments = slices.Clone(e.Moments)
		if i := indexOf(e.Moments, edited.ID); i >= 0 {
			e.Moments[i] = edited
		}
	})
}

// alterMoment changes a part of a moment.
func (p *Page) alterMoment(w journal.Week, id string, alter func(*journal.Moment)) {
	m, ok := p.findMoment(w, id)
	if alter(&m); !ok {
		return
	}
	if before, _ := p.findMoment(w, id); before.Equal(m) {
		return
	}
	p.changeMoments(w, id, "week.moments.changed", func(moments []journal.Moment, i int) []journal.Moment {
		moments[i] = m
		return moments
	})
}

func (p *Page) deleteMoment(w journal.Week, id string) {
	p.changeMoments(w, id, "week.moments.removed", func(moments []journal.Moment, i int) []journal.Moment {
		return slices.Delete(moments, i, i+1)
	})
}

// duplicateMoment adds a copy of a moment after it, as one of now. It is not of the
// trace that the moment was made from.
func (p *Page) duplicateMoment(w journal.Week, id string) {
	if len(p.saver.Entry(w).Moments) == journal.MaxMoments {
		p.Ask.Problem(&journal.InvalidError{Field: "moments", Rule: journal.RuleCount})
		return
	}
	added := journal.NewID()
	p.changeMoments(w, id, "week.moments.duplicated", func(moments []journal.Moment, i int) []journal.Moment {
		m := moments[i]
		m.ID, m.Tags, m.Logged = added, slices.Clone(m.Tags), p.Now().Truncate(time.Second)
		m.Source = ""
		return slices.Insert(moments, i+1, m)
	})
	if w == p.entry.Week {
		p.moments.rows.Activate(added)
		p.moments.light(added)
	}
}

// orderMoment gives a moment another place among those of its week, which are shown
// the newest first.
func (p *Page) orderMoment(w journal.Week, id string, to int) {
	p.changeMoments(w, id, "week.moments.ordered", func(moments []journal.Moment, i int) []journal.Moment {
		m := moments[i]
		moments = slices.Delete(moments, i, i+1)
		return slices.Insert(moments, max(0, min(len(moments)-to, len(moments))), m)
	})
}

// askMove shows a calendar, and moves a moment to the week that is chosen there.
func (p *Page) askMove(w journal.Week, id string) {
	logged := func(w journal.Week) bool { return !p.saver.Entry(w).Empty() }
	c := choices.NewCalendar(p.Words, p.Now(), w, p.begun, logged)
	c.OpenTitled(p.Ask, p.Words.Say("week.moment.move.title"), w.Prev(), func(to journal.Week) {
		if err := p.moveMoment(w, to, id); err != nil {
			p.Ask.Problem(err)
		}
	})
}

// moveMoment moves a moment from one week to another.
func (p *Page) moveMoment(from, to journal.Week, id string) error {
	if _, ok := p.findMoment(from, id); !ok || from == to {
		return nil
	}
	if err := p.saver.Settle(); err != nil {
		return err
	}
	if err := p.Journal.MoveMoments([]journal.MomentRef{{Week: from, ID: id}}, to); err != nil {
		return err
	}
	p.Reload()
	p.window.OfferUndo(p.Words.Say("week.moments.moved", words.Args{"Week": p.Words.WeekInline(to)}))
	return nil
}

// addMoment adds a moment to a week and saves the week at once. If another week
// has begun since the moment was, the page turns.
func (p *Page) addMoment(w journal.Week, m journal.Moment) {
	p.change(w, func(e *journal.Entry) { e.Moments = append(slices.Clone(e.Moments), m) })
	if w == p.entry.Week {
		p.moments.light(m.ID)
	}
	added := p.Words.Say("week.added", words.Args{"Week": p.Words.WeekInline(w)})
	switch {
	case p.stays:
		p.turn(added + " " + p.beganWords(w))
	case w != p.entry.Week:
		p.window.ShowDone(added, "", nil)
	}
}

// Receive adds a moment that came from outside to a week, and saves that at once. A
// moment that is there already is not added again. The error is that of
// [journal.Journal.WithMoment].
func (p *Page) Receive(w journal.Week, m journal.Moment) error {
	if _, added, err := p.Journal.WithMoment(p.saver.Entry(w), m); err != nil || !added {
		return err
	}
	p.past.Learn(m)
	p.change(w, func(e *journal.Entry) { e.Moments = append(slices.Clone(e.Moments), m) })
	if w == p.entry.Week {
		p.moments.glow(m.ID)
		return nil
	}
	p.window.ShowDone(p.Words.Say("week.added", words.Args{"Week": p.Words.WeekInline(w)}), "", nil)
	return nil
}
