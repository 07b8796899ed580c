package settings

import (
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

func TestReminderIsSet(t *testing.T) {
	d := newDesk(t, uitest.Weeks(1), words.English)
	g := d.page.remind
	d.Misses("Show it now", "source code")
	d.Focus(g.on)
	d.Press(fyne.KeySpace)
	d.Sees("Show it now", "Friday", "source code")
	g.day.SetSelected("Sunday")
	for _, typed := range []string{"16h", "16h30", "9:05"} {
		d.Focus(g.on)
		d.Focus(g.time) // which selects what is there
		d.Write(typed)
		d.Press(fyne.KeyReturn)
	}
	if got := g.time.Text; got != "09:05" {
		t.Errorf("the time is shown as %q", got)
	}
	g.on.SetChecked(false)
	d.Misses("Show it now")
	want := []string{"true Friday 16:00", "true Sunday 16:00", "true Sunday 16:30", "true Sunday 09:05", "false Sunday 09:05"}
	if !slices.Equal(d.set, want) {
		t.Errorf("set were %q, want %q", d.set, want)
	}
}

// A text that is no time is told next to it and changes nothing, also when another day
// is chosen; Escape gives it up.
func TestReminderAtNoTime(t *testing.T) {
	d := newDesk(t, uitest.Weeks(1), words.English)
	g := d.page.remind
	g.on.SetChecked(true)
	d.set = nil
	const wrong = "Enter a time of day"
	for _, typed := range []string{"25:00", "soon", "-1", "13 pm"} {
		d.Focus(g.on)
		d.Focus(g.time) // which selects what is there
		d.Write(typed)
		d.Press(fyne.KeyReturn)
		d.Sees(wrong)
		if g.time.Text != typed || len(d.set) > 0 {
			t.Errorf("%q became %q, and set were %q", typed, g.time.Text, d.set)
		}
		d.Write("1")
		d.Misses(wrong)
	}
	d.Write("soon")
	d.Focus(g.day)
	d.Sees(wrong)
	g.day.SetSelected("Monday")
	d.Sees(wrong)
	if want := []string{"true Monday 16:00"}; !slices.Equal(d.set, want) || g.time.Text == "16:00" {
		t.Errorf("set were %q, want %q, and the time is %q", d.set, want, g.time.Text)
	}
	d.Focus(g.time)
	d.Press(fyne.KeyEscape)
	d.Misses(wrong)
	if g.time.Text != "16:00" {
		t.Errorf("given up, it is %q", g.time.Text)
	}
}

func TestReminderIsShown(t *testing.T) {
	d := newDesk(t, uitest.Weeks(1), words.English)
	d.page.remind.on.SetChecked(true)
	d.TapButton("Show it now")
	d.Sees("given to your desktop")
	d.unshown = errors.New("no service")
	d.TapButton("Show it now")
	d.Sees("Couldn’t show it")
	if d.shown != 2 {
		t.Errorf("it was shown %d times", d.shown)
	}
}

// What another program, or the offer, set is shown.
func TestReminderSetElsewhere(t *testing.T) {
	d := newDesk(t, uitest.Weeks(1), words.French)
	if err := d.Preferences.Change(func(p *preferences.Preferences) {
		p.Reminder.On, p.Reminder.Weekday, p.Reminder.Time = true, 4, "08:30"
	}); err != nil {
		t.Fatal(err)
	}
	d.page.Shown()
	if g := d.page.remind; !g.on.Checked || g.day.Selected != "jeudi" || g.time.Text != "08:30" || len(d.set) > 0 {
		t.Errorf("shown is %v, %s, %s, and set was %q", g.on.Checked, g.day.Selected, g.time.Text, d.set)
	}
}
