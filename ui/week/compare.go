package week

import (
	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
)

// What follows puts what the week left behind next to what the user remembers of it:
// only once the split of the week is set, which it never changes.

// compare shows in the card of the split what was measured of the week, and offers to
// keep it.
func (p *Page) compare() {
	e := p.entry
	measured, kept := p.measured()
	text := ""
	switch byDiary, written := e.Measured(); {
	case e.Split == nil || e.Away != "":
	case written && (e.Evidence == nil || byDiary != *e.Evidence):
		kept = true
		text = p.Words.Say("week.split.diary", words.Args{"Percent": p.Words.Percent(byDiary.People / byDiary.Sum())})
	case measured != nil:
		text = p.Words.EvidencePeople(*measured)
	}
	p.split.compare(text, text != "" && !kept && !p.locked())
}

// measured returns the hours of the week that can be compared with its split, nil if
// there are none, and whether they are in the entry.
func (p *Page) measured() (hours *journal.Hours, kept bool) {
	if p.entry.Evidence != nil {
		return p.entry.Evidence, true
	}
	if c := p.held; c.known && c.week == p.entry.Week && c.held.Enough() && c.held.Hours.Validate() == nil {
		return &c.held.Hours, false
	}
	return nil, false
}

// measure puts into an entry whose split was set what was measured of its week, if the
// user wants that. Without a split there is nothing to compare that with.
func (p *Page) measure(e *journal.Entry) {
	switch {
	case e.Split == nil:
		e.Evidence = nil
	case e.Evidence == nil && p.held.chosen().Figures:
		if hours, kept := p.measured(); hours != nil && !kept {
			copied := *hours
			e.Evidence = &copied
		}
	}
}

// keepFigures keeps what was measured of the week with its split, and from now on that of
// each week whose split is set.
func (p *Page) keepFigures() {
	p.prefer(func(all *preferences.Preferences) {
		all.ChangeEvidence(p.Journal.ID(), func(e *preferences.Evidence) { e.Figures = true })
	})
	p.edit(p.measure)
	p.saver.Flush()
	p.window.OfferUndo(p.Words.Say("week.split.kept"))
}
