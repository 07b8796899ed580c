package trends

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

func TestEvents(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	before := len(d.Journal.Events())
	d.TapLink("Add a change…")
	d.Write("New team, search")
	d.TapButton("Save")
	if n := len(d.Journal.Events()); n != before+1 {
		t.Fatalf("%d events, want %d", n, before+1)
	}
	d.Sees("New team, search")

	page := d.page
	events := d.Journal.Events()
	page.events.remove(events[len(events)-1])
	if n := len(d.Journal.Events()); n != before {
		t.Errorf("%d events after the removal, want %d", n, before)
	}
	if len(d.offered) != 1 || d.offered[0] != "Change moved to the trash." {
		t.Errorf("it offered to undo %q", d.offered)
	}
}

// unsubmitted is a form that nothing submits.
type unsubmitted struct{}

func (unsubmitted) Submit() {}

// A bad event stays in its dialog with the reason.
func TestEventRefused(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	f := newEventForm(words.In(words.English), journal.Event{ID: "x", Week: d.Today(), Kind: journal.RoleEvent}, unsubmitted{})
	if _, err := f.read(journal.Event{ID: "x"}); err == nil {
		t.Error("an event without a title and a role was taken")
	}
	f.title.SetText("Tech lead")
	f.week.SetText("2025-W53")
	if _, err := f.read(journal.Event{ID: "x"}); err == nil {
		t.Error("a week that does not exist was taken")
	}
	f.week.SetText("2026-w18")
	if e, err := f.read(journal.Event{ID: "x"}); err != nil || e.Week.String() != "2026-W18" {
		t.Errorf("read %+v, %v", e, err)
	}
}

func TestNameOfferedForAChartIsMadeOfDates(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	d.menuItem(d.page.dialsCard(), "Save as SVG…")
	if field := d.Field(); field == nil || field.Text != "heliotrope-dials-2026-W48.svg" {
		t.Errorf("the name offered is %v", field)
	}
}
