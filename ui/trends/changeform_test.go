package trends

import (
	"fmt"
	"slices"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// oddEvents returns events that a file may contain and that nobody would type.
func oddEvents(w *words.Words) []journal.Event {
	var events []journal.Event
	sizes := append([]string{
		"", "12 people", " 7 ", "two\nlines", "\u3164", w.Say("event.size.none"), w.CompanySize(journal.CompanySizes[1]), w.CompanySize(journal.CompanySizes[1]) + " (2)",
	}, journal.CompanySizes...)
	titles := []string{"Plain", " spaces around ", "\ttab", "two\nlines", "a  b\u00a0c", "\u200b", "\u3164", "e\u0301", "\u202eodd\u202c", ""}
	for i := range 40 {
		e := journal.Event{
			ID: fmt.Sprintf("e%02d", i), Week: journal.WeekAt(2900 + i), Kind: journal.EventKinds[i%len(journal.EventKinds)],
			Title: titles[i%len(titles)], CompanySize: sizes[i%len(sizes)],
		}
		if i%3 == 0 || e.Title == "" {
			e.Role = journal.Roles[i%len(journal.Roles)]
		}
		events = append(events, e)
	}
	return events
}

// edit opens an event, changes something and saves.
func (d *desk) edit(e journal.Event, change func()) {
	d.T.Helper()
	d.page.changes.edit(e)
	d.Clock.Finish()
	change()
	d.TapButton(d.page.Words.Say("dialog.save"))
	d.Clock.Finish()
	if d.Window.Canvas().Overlays().Top() != nil {
		d.T.Fatalf("%+v cannot be saved:\n%s", e, d.Texts())
	}
}

func TestAnUntouchedEventStays(t *testing.T) {
	for _, lang := range words.Languages {
		events := oddEvents(words.In(lang))
		d := newDesk(t, journal.Contents{Events: events}, lang)
		for _, e := range events {
			d.edit(e, func() {})
		}
		if got := d.Journal.Events(); !slices.Equal(got, events) || d.Store.Attempts() != 0 {
			t.Errorf("%d writes, and\n%q\nbecame\n%q", d.Store.Attempts(), events, got)
		}
		if step, ok := d.Journal.CanUndo(); ok {
			t.Errorf("%+v can be undone", step)
		}
		d.Window.Close()
	}
}

// A change of the title leaves the other fields as they were.
func TestAnEventChangesWhereItWasEdited(t *testing.T) {
	events := oddEvents(words.In(words.English))
	d := newDesk(t, journal.Contents{Events: events}, words.English)
	for i, e := range events {
		if len(e.Title) > 0 {
			continue
		}
		d.edit(e, func() { d.Write("Moved") })
		events[i].Title = "Moved"
	}
	if got := d.Journal.Events(); !slices.Equal(got, events) {
		t.Errorf("\n%q\nwant\n%q", got, events)
	}
}
