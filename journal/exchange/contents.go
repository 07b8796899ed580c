package exchange

import (
	"time"

	"heliotrope/journal"
)

// contents reads the outermost object. Format and version have been checked.
func (d *decoder) contents() (journal.Contents, error) {
	var (
		c        journal.Contents
		exported time.Time // says nothing about the journal
	)
	err := d.object(
		member{"format", true, d.skip},
		member{"version", true, d.skip},
		member{"id", true, word(d, &c.ID)},
		member{"exported", false, d.instant(&exported)},
		member{"kinds", false, list(d, &c.Kinds, MaxKinds, d.kind)},
		member{"events", false, list(d, &c.Events, MaxEvents, d.event)},
		member{"entries", false, list(d, &c.Entries, maxEntries, d.entry)},
	)
	return c, err
}

func (d *decoder) kind(k *journal.Kind) error {
	return d.object(
		member{"id", true, word(d, &k.ID)},
		member{"name", false, d.text(&k.Name)},
		member{"track", true, word(d, &k.Track)},
	)
}

func (d *decoder) event(e *journal.Event) error {
	return d.object(
		member{"id", true, word(d, &e.ID)},
		member{"week", true, d.week(&e.Week)},
		member{"kind", true, word(d, &e.Kind)},
		member{"title", false, d.text(&e.Title)},
		member{"role", false, word(d, &e.Role)},
		member{"companySize", false, d.text(&e.CompanySize)},
	)
}

func (d *decoder) entry(e *journal.Entry) error {
	err := d.object(
		member{"week", true, d.week(&e.Week)},
		member{"away", false, d.text(&e.Away)},
		member{"split", false, d.split(&e.Split)},
		member{"moments", false, list(d, &e.Moments, min(journal.MaxMoments, MaxMoments-d.moments), d.moment)},
		member{"answers", false, list(d, &e.Answers, len(journal.Questions), d.answer)},
		member{"prompt", false, d.text(&e.Prompt)},
		member{"reflection", false, d.text(&e.Reflection)},
		member{"updated", false, d.instant(&e.Updated)},
	)
	d.moments += len(e.Moments)
	return err
}

func (d *decoder) moment(m *journal.Moment) error {
	return d.object(
		member{"id", true, word(d, &m.ID)},
		member{"text", true, d.text(&m.Text)},
		member{"kind", true, word(d, &m.Kind)},
		member{"track", false, d.track(&m.Track)},
		member{"energy", true, d.energy(&m.Energy)},
		member{"hours", true, d.number(&m.Hours)},
		member{"tags", false, list(d, &m.Tags, journal.MaxTags, func(tag *string) error { return d.text(tag)() })},
		member{"private", false, d.boolean(&m.Private)},
		member{"chosen", false, d.boolean(&m.Chosen)},
		member{"logged", false, d.instant(&m.Logged)},
	)
}

func (d *decoder) answer(a *journal.Answer) error {
	return d.object(
		member{"question", true, word(d, &a.Question)},
		member{"value", true, d.integer(&a.Value)},
	)
}

// split reads a split, or null for one that was not asked.
func (d *decoder) split(split **journal.Split) func() error {
	return func() error {
		if d.json.PeekKind() == 'n' {
			return d.skip()
		}
		*split = new(journal.Split)
		return d.object(
			member{"technical", false, d.integer(&(*split).Technical)},
			member{"both", false, d.integer(&(*split).Both)},
			member{"people", false, d.integer(&(*split).People)},
		)
	}
}

// track reads a moment's track, which is empty only where it is left out.
func (d *decoder) track(track *journal.Track) func() error {
	return func() error {
		err := word(d, track)()
		if err == nil && *track == "" {
			return d.invalid(journal.RuleTrack)
		}
		return err
	}
}

func (d *decoder) energy(energy *journal.Energy) func() error {
	return func() error { return d.integer((*int)(energy))() }
}
