package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

// withAhead returns a few weeks and others that were logged before they began.
func withAhead(t *testing.T, ahead ...string) journal.Contents {
	t.Helper()
	contents := uitest.Weeks(3)
	for _, week := range ahead {
		e := contents.Entries[0].Clone()
		e.Moments[0].ID, e.Moments[0].Text = week, "Fed the numbat"
		e.Reflection, e.Split = "Far ahead", &journal.Split{People: 100}
		w, err := journal.ParseWeek(week)
		if err != nil {
			t.Fatal(err)
		}
		e.Week = w
		contents.Entries = append(contents.Entries, e)
	}
	return contents
}

func TestWeekLoggedAheadIsNamed(t *testing.T) {
	d := newDesk(t, withAhead(t, "2062-W47"), words.English)
	d.Sees("Week 48", "Week 47 of 2062 is 36 years ahead and doesn’t count until then.", "Open week 47 of 2062")
	d.Misses("This computer’s clock")
	all := newDesk(t, withAhead(t, "2027-W01", "2162-W47", "2200-W52"), words.French)
	all.Sees("3 semaines ne sont pas encore arrivées", "semaine 1 de 2027, dans 6 semaines", "Ouvrir la semaine 1 de 2027")
}

// Nothing can be written in it, however one comes there, and the ways out lead to the
// week of today.
func TestWeekAheadIsReadOnly(t *testing.T) {
	ahead := withAhead(t, "2062-W47").Entries[3].Week
	for name, goes := range map[string]func(*desk){
		"the link":    func(d *desk) { d.TapLink("Open week 47 of 2062") },
		"the Journal": func(d *desk) { d.shortcut("journal"); d.longList().OnOpen(0) },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, withAhead(t, "2062-W47"), words.English)
			goes(d)
			d.showsWeek(ahead)
			d.Sees("Fed the numbat", "20–26 November 2062", "Week 47 of 2062 is 36 years ahead", "Move to another week…", "Delete")
			d.Misses("What gave or took energy this week?", "Mark as a week off…")
			if !d.reflection().Disabled() {
				t.Error("the reflection can be written in")
			}
			if bar := uitest.Find[*controls.SplitBar](&d.Screen, nil); !bar.Disabled() {
				t.Error("the split can be changed")
			}
			d.shortcut("next")
			d.showsWeek(ahead)
			d.shortcut("prev") // back to where it was opened
			if name == "the Journal" {
				d.shows(pagePast)
				d.shortcut("week")
			}
			d.showsWeek(d.Today())
			if d.reflection().Disabled() {
				t.Error("the reflection of today cannot be written in")
			}
			d.shortcut("next")
			d.showsWeek(d.Today())
			d.Sees("What gave or took energy this week?")
		})
	}
}

func TestWeekAheadIsMoved(t *testing.T) {
	d := newDesk(t, withAhead(t, "2062-W47"), words.English)
	ahead := d.Journal.Entries()[3]
	d.TapLink("Open week 47 of 2062")
	d.TapLink("Move to another week…")
	d.Sees("Move week 47 of 2062")
	d.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // from week 47 of this year, to the last that has begun
	d.Sees("Moved to week 48 of 2026.", "Undo")
	if e := d.Journal.Entry(d.Today()); e.Reflection != "Far ahead" || len(e.Moments) != 1 || !d.Journal.Entry(ahead.Week).Empty() {
		t.Errorf("week 48 is %+v", e)
	}
	d.shortcut("week")
	d.Sees("Fed the numbat")
	d.Misses("36 years")
	d.shell.space.undo(nil)
	if !d.Journal.Entry(ahead.Week).Equal(ahead) || !d.Journal.Entry(d.Today()).Empty() {
		t.Error("the move was not undone")
	}
	d.shortcut("week")
	d.Sees("36 years ahead")
}

func TestWeekAheadIsDeleted(t *testing.T) {
	d := newDesk(t, withAhead(t, "2200-W52"), words.English)
	d.TapLink("Open week 52 of 2200")
	d.TapLink("Delete")
	d.Sees("Week 48", "Week moved to the trash.", "Undo")
	d.Misses("years ahead")
	if n := len(d.Journal.Trash()); n != 1 {
		t.Errorf("%d items are in the trash", n)
	}
}
