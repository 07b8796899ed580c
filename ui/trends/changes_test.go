package trends

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

func TestEvents(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	before := len(d.Journal.Events())
	d.TapLink("Add a change…")
	d.Write("New team, search")
	d.Press(fyne.KeyReturn)
	if n := len(d.Journal.Events()); n != before+1 {
		t.Fatalf("%d events, want %d", n, before+1)
	}
	d.Misses("New team, search · ")
	d.page.changes.fold.Toggle()
	d.Sees("New team, search", "New role · week 48 of 2026")

	page := d.page
	events := d.Journal.Events()
	page.changes.remove(events[len(events)-1])
	if n := len(d.Journal.Events()); n != before {
		t.Errorf("%d events after the removal, want %d", n, before)
	}
	if len(d.offered) != 1 || d.offered[0] != "Change moved to the trash." {
		t.Errorf("it offered to undo %q", d.offered)
	}
	d.Misses("New team, search")
}

// The change is in the week that was picked from the calendar, by keys alone; Escape
// closes first the calendar and then the form.
func TestWeekOfAChange(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	d.page.AddChange()
	d.Write("New tool")
	for range 9 {
		if _, ok := d.Window.Canvas().Focused().(*choices.WeekPicker); ok {
			break
		}
		d.Press(fyne.KeyTab)
	}
	d.Press(fyne.KeyReturn, fyne.KeyPageUp, fyne.KeyReturn)
	d.TapButton("Save")
	if e := d.Journal.Events(); !slices.ContainsFunc(e, func(e journal.Event) bool {
		return e.Title == "New tool" && e.Week.Year() == 2025
	}) {
		t.Errorf("the events are %+v", e)
	}

	d.page.AddChange()
	d.Focus(uitest.Find[*choices.WeekPicker](&d.Screen, nil))
	d.Press(fyne.KeyReturn, fyne.KeyEscape)
	d.Sees("What changed?")
	d.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	d.Misses("What changed?")
}

// unsubmitted is a form that nothing submits.
type unsubmitted struct{}

func (unsubmitted) Submit() {}

// A bad event stays in its dialog with the reason.
func TestEventRefused(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	f := newChangeForm(d.Session(words.English), journal.Event{ID: "x", Week: d.Today(), Kind: journal.RoleEvent}, unsubmitted{})
	if _, err := f.read(journal.Event{ID: "x"}); err == nil {
		t.Error("an event without a title and a role was taken")
	}
	f.title.SetText("Tech lead")
	if e, err := f.read(journal.Event{ID: "x"}); err != nil || e.Week != d.Today() {
		t.Errorf("read %+v, %v", e, err)
	}
}

func TestNameOfferedForAChartIsMadeOfDates(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	d.menuItem(d.page.dials, "Save as SVG…")
	if field := d.Field(); field == nil || field.Text != "heliotrope-dials-2026-W48.svg" {
		t.Errorf("the name offered is %v", field)
	}
}

// In a low window the fields of the form scroll, and the one with the focus is seen.
func TestChangeInALowWindow(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	d.Window.Resize(fyne.NewSize(700, 320))
	d.page.AddChange()
	picker := uitest.Find[*choices.WeekPicker](&d.Screen, nil)
	d.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	if d.Window.Canvas().Focused() != picker {
		t.Fatalf("the focus is on %T", d.Window.Canvas().Focused())
	}
	driver := fyne.CurrentApp().Driver()
	save := uitest.Find(&d.Screen, func(b *controls.Button) bool { return b.Text == "Save" })
	if end := driver.AbsolutePositionForObject(picker).Y + picker.Size().Height; end > driver.AbsolutePositionForObject(save).Y {
		t.Errorf("the field with the focus ends at %v, below the buttons", end)
	}
}
