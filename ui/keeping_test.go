package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// pick does what the menu of a week on the Journal page calls label.
func (d *desk) pick(w journal.Week, label string) {
	d.t.Helper()
	d.shell.space.open(pagePast)
	for _, item := range d.shell.space.pages[pagePast].(*pastPage).menu(w) {
		if item.Label == label {
			item.Action()
			return
		}
	}
	d.t.Fatalf("the menu of %v has no %q", w, label)
}

// writeVersions writes a week three times, so that two versions are kept.
func writeVersions(d *desk) {
	d.add("First")
	d.clock.advance(time.Hour)
	test.Type(d.week().reflect.text, "One thing was said.")
	d.clock.advance(time.Hour)
	d.add("Second")
	d.week().split.bar.OnChanged(40, 55)
	d.week().reflect.text.SetText("Another thing was said.")
	d.clock.advance(time.Hour)
}

func TestHistory(t *testing.T) {
	d := newWeekDesk(t)
	d.misses("earlier versions")
	writeVersions(d)
	d.shell.window.Resize(fyne.NewSize(900, 600))
	now := d.entry()
	d.tapLink("earlier versions")
	d.sees("Week 48, 2026: earlier versions", "Today", "First", "only here", "Another", "One")
	versions, _ := d.mine.Versions(d.today())
	oldest := versions[len(versions)-1].Entry
	d.list().Select(len(versions) - 1)
	d.tapButton("Restore this version")
	if got := d.entry(); !got.Equal(oldest) {
		t.Fatalf("restored %+v, want %+v", got, oldest)
	}
	d.sees("The earlier version is back.")
	d.misses("Second")
	d.tapLink("Undo")
	if got := d.entry(); !got.Equal(now) {
		t.Errorf("the undo of the restore gave %+v", got)
	}
	d.sees("Second")
	if got := d.week().reflect.text.Text; got != now.Reflection {
		t.Errorf("the reflection shows %q", got)
	}
}

// TestHistoryEscape holds that Escape closes the versions and gives the focus
// back.
func TestHistoryEscape(t *testing.T) {
	d := newWeekDesk(t)
	writeVersions(d)
	d.focus(d.week().versions)
	d.press(fyne.KeySpace)
	d.sees("Restore this version")
	d.press(fyne.KeyEscape)
	d.misses("Restore this version")
	if got := d.shell.window.Canvas().Focused(); got != d.week().versions {
		t.Errorf("the focus is on %T", got)
	}
}

// TestHistoryOnJournalPage holds that only a week with versions offers them.
func TestHistoryOnJournalPage(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	newest, _ := d.mine.Newest()
	d.shell.space.open(pagePast)
	for _, item := range d.shell.space.pages[pagePast].(*pastPage).menu(newest) {
		if item.Label == "Earlier versions…" {
			t.Error("a week without versions offers them")
		}
	}
	d.shell.space.openWeek(newest)
	d.add("One more")
	d.pick(newest, "Earlier versions…")
	d.sees("Restore this version", "the oldest that is kept")
	d.tapButton("Restore this version")
	if d.shell.space.current != pagePast {
		t.Errorf("the restore left the page for %s", d.shell.space.current)
	}
	d.misses("One more")
}

func TestTrash(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	start := d.mine.Contents()
	newest, _ := d.mine.Newest()
	entry := d.mine.Entry(newest)
	d.shell.space.openWeek(newest)
	d.week().deleteMoment(entry.Moments[0].ID)
	d.shell.space.open(pagePast)
	d.sees("Trash (1)")
	d.pick(newest.Prev(), "Delete")
	d.sees("The week is in the trash.", "Trash (2)")
	if d.mine.Entry(newest.Prev()).Reflection != "" || len(d.mine.Entry(newest.Prev()).Moments) > 0 {
		t.Fatal("the week is still there")
	}
	d.shell.space.open(pageTrends)
	trends := d.trends()
	trends.events.remove(d.mine.Events()[0])

	d.shell.space.open(pagePast)
	d.tapLink("Trash (3)")
	d.sees("What was deleted stays here", flatten(entry.Moments[0].Text, 200), "deleted 23 November 2026")
	for range 3 {
		d.tapLink("Bring back")
	}
	d.sees("Nothing is in the trash.")
	d.tapButton("Close")
	d.misses("Trash (")
	for i, e := range d.mine.Entries() {
		if len(e.Moments) != len(start.Entries[i].Moments) || e.Reflection != start.Entries[i].Reflection {
			t.Errorf("week %v came back as %+v", e.Week, e)
		}
	}
	if len(d.mine.Events()) != len(start.Events) {
		t.Error("the event did not come back")
	}
}

func TestEmptyTrash(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	newest, _ := d.mine.Newest()
	d.pick(newest, "Delete")
	d.tapLink("Trash (1)")
	d.tapButton("Empty trash…")
	d.sees("1 deleted thing will be gone for good. This cannot be undone.", "Backups and earlier versions")
	d.tapButton("Cancel")
	if len(d.mine.Trash()) != 1 {
		t.Fatal("a question that was answered with no emptied the trash")
	}
	d.tapButton("Empty trash…")
	d.tapButton("Empty the trash")
	d.sees("Nothing is in the trash.")
	d.tapButton("Close")
	d.misses("Trash (")
	if len(d.mine.Trash()) != 0 {
		t.Error("the trash is not empty")
	}
}

// TestDeleteWeekUndo holds that the offer below the page brings a week back.
func TestDeleteWeekUndo(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	newest, _ := d.mine.Newest()
	before := d.mine.Entry(newest)
	d.pick(newest, "Delete")
	d.tapLink("Undo")
	if got := d.mine.Entry(newest); !got.Equal(before) || len(d.mine.Trash()) != 0 {
		t.Errorf("the undo gave %+v with %d in the trash", got, len(d.mine.Trash()))
	}
	if d.shell.space.current != pagePast {
		t.Errorf("the undo left the page for %s", d.shell.space.current)
	}
}

func TestBreakLong(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"short", "short"},
		{"0123456789", "0123456789"},
		{"01234567890", "0123456789\n0"},
		{"one two three four", "one two\nthree four"},
		{"one\ntwo three four five", "one\ntwo three\nfour five"},
		{strings.Repeat("é", 25), strings.Repeat("é", 10) + "\n" + strings.Repeat("é", 10) + "\n" + strings.Repeat("é", 5)},
	} {
		if got := breakLong(tt.text, 10); got != tt.want {
			t.Errorf("%q is broken to %q, want %q", tt.text, got, tt.want)
		}
	}
}
