package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/shortcuts"
	"heliotrope/ui/uitest"
)

// eve is ten seconds before week 49 of 2026.
var eve = time.Date(2026, time.November, 29, 23, 59, 50, 0, time.UTC)

// in2026 returns a week of 2026.
func in2026(number int) journal.Week { return journal.WeekOf(eve).Add(number - 48) }

// eveDesk opens the window on contents at that time, at the page of the week.
func eveDesk(t *testing.T, contents journal.Contents) *desk {
	t.Helper()
	return deskAt(t, eve, contents)
}

func deskAt(t *testing.T, at time.Time, contents journal.Contents) *desk {
	t.Helper()
	clock := uitest.NewClock()
	clock.Jump(at.Sub(clock.Now()))
	clock.Travel(at.Location())
	d := openDesk(t, clock, uitest.NewMemory(contents), words.English, func(*Config) {})
	if contents.Empty() {
		d.TapButton("Log this week")
	}
	return d
}

// moments returns the texts of the moments of a week, in the journal.
func (d *desk) moments(w journal.Week) string {
	d.Clock.Finish()
	var texts []string
	for _, m := range d.Journal.Entry(w).Moments {
		texts = append(texts, m.Text)
	}
	return strings.Join(texts, ", ")
}

// shortcut presses a key of the window.
func (d *desk) shortcut(id string) {
	d.T.Helper()
	for _, k := range shortcuts.All {
		if k.ID == id {
			d.shell.press(k.Keys[0])
			return
		}
	}
	d.T.Fatalf("no shortcut %s", id)
}

// has fails unless weeks have these moments.
func (d *desk) has(want map[int]string) {
	d.T.Helper()
	for number, texts := range want {
		if got := d.moments(in2026(number)); got != texts {
			d.T.Errorf("week %d has the moments %q, want %q", number, got, texts)
		}
	}
}

// wakes lets a computer sleep into the next week: no timer rings.
func (d *desk) wakes() { d.Clock.Jump(57 * time.Hour) }

// comesToFront brings the window to the front, as a screen that is unlocked does.
func (d *desk) comesToFront() {
	d.App.Lifecycle().(interface{ OnEnteredForeground() func() }).OnEnteredForeground()()
}

func TestPageTurnsAtMidnight(t *testing.T) {
	for name, passes := range map[string]func(*desk){
		"midnight":            func(d *desk) { d.Clock.Advance(clockPause) },
		"sleep":               func(d *desk) { d.wakes(); d.Clock.Advance(clockPause) },
		"sleep, and in front": func(d *desk) { d.wakes(); d.comesToFront() },
	} {
		t.Run(name, func(t *testing.T) {
			d := eveDesk(t, uitest.Weeks(3))
			d.Sees("Week 48")
			passes(d)
			d.Sees("Week 49", "30 November – 6 December 2026", "A new week has begun: week 49 of 2026.", "Back to week 48")
			d.Misses("Go to this week", "You are still in")
			d.add("Monday’s")
			d.has(map[int]string{48: "", 49: "Monday’s"})
		})
	}
}

func TestBackToTheWeekBefore(t *testing.T) {
	d := eveDesk(t, uitest.Weeks(3))
	d.Clock.Advance(time.Minute)
	d.shortcut("trends")
	d.Clock.Finish()
	d.shortcut("week")
	d.shortcut("prev")
	d.add("Remembered late")
	d.Sees("You are in week 48", "last week")
	d.has(map[int]string{48: "Remembered late", 49: ""})
}

func TestHalfWrittenMomentStaysInItsWeek(t *testing.T) {
	d := eveDesk(t, uitest.Weeks(3))
	d.Focus(d.line())
	d.Write("Sunday’s /coding +0")
	d.Clock.Advance(time.Minute)
	d.Sees("You are in week 48", "A new week has begun: week 49 of 2026. You are still in week 48 of 2026.", "Go to week 49", "Stay in week 48")
	d.Sees("What gave or took energy that week?")
	d.Press(fyne.KeyReturn)
	d.Sees("Week 49", "Added to week 48 of 2026. A new week has begun: week 49 of 2026.")
	d.Misses("You are still in")
	d.add("Monday’s")
	d.has(map[int]string{48: "Sunday’s", 49: "Monday’s"})
}

func TestStayInTheWeekBefore(t *testing.T) {
	d := eveDesk(t, uitest.Weeks(3))
	d.Focus(d.line())
	d.Write("Sunday’s /coding +0")
	d.Clock.Advance(time.Minute)
	d.TapLink("Stay in week 48")
	d.Misses("You are still in")
	d.Press(fyne.KeyReturn)
	d.add("Another of Sunday")
	d.has(map[int]string{48: "Sunday’s, Another of Sunday", 49: ""})
}

// The rail and the keys lead to the week of today, and what is half-written shows
// which week it is for.
func TestWayToTheNewWeek(t *testing.T) {
	for name, goes := range map[string]func(*desk){
		"notice": func(d *desk) { d.TapLink("Go to week 49") },
		"rail":   func(d *desk) { d.shell.space.items[pageWeek].Tapped(nil) },
		"Ctrl+1": func(d *desk) { d.shortcut("week") },
		"Ctrl+N": func(d *desk) { d.shortcut("new") },
		"Ctrl+3, Ctrl+1": func(d *desk) {
			d.shortcut("journal")
			d.Misses("You are still in")
			d.shortcut("week")
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := eveDesk(t, uitest.Weeks(3))
			d.Focus(d.line())
			d.Write("Sunday’s /coding +0")
			d.wakes()
			d.Clock.Advance(clockPause)
			goes(d)
			d.Sees("Week 49", "This moment is for week 48 of 2026.", "Add it to week 49 instead")
			d.Misses("You are still in")
			if half, ok := d.Journal.Draft(); !ok || half.Week != in2026(48) {
				t.Errorf("the draft is %+v", half)
			}
			d.Focus(d.line())
			d.Press(fyne.KeyReturn)
			d.Sees("Week 49", "Added to week 48 of 2026.")
			d.Misses("This moment is for")
			d.has(map[int]string{48: "Sunday’s", 49: ""})
		})
	}
}

func TestHalfWrittenMomentMoves(t *testing.T) {
	d := eveDesk(t, uitest.Weeks(3))
	d.Focus(d.line())
	d.Write("Whose? /coding +0")
	d.Clock.Advance(time.Minute)
	d.TapLink("Go to week 49")
	d.TapLink("Add it to week 49 instead")
	d.Misses("This moment is for")
	d.Clock.Advance(time.Minute)
	if half, ok := d.Journal.Draft(); !ok || half.Week != in2026(49) {
		t.Errorf("the draft is %+v", half)
	}
	d.Press(fyne.KeyReturn)
	d.has(map[int]string{48: "", 49: "Whose?"})
}

// After a sleep nothing has looked at the clock before one types.
func TestFirstKeyAfterSleep(t *testing.T) {
	t.Run("in an empty line", func(t *testing.T) {
		d := eveDesk(t, uitest.Weeks(3))
		d.Focus(d.line())
		d.wakes()
		d.Write("Tuesday’s /coding +0")
		d.Sees("Week 49", "A new week has begun: week 49 of 2026.")
		d.Press(fyne.KeyReturn)
		d.has(map[int]string{48: "", 49: "Tuesday’s"})
	})
	t.Run("Enter", func(t *testing.T) {
		d := eveDesk(t, uitest.Weeks(3))
		d.Focus(d.line())
		d.Write("Friday’s /coding +0")
		d.wakes()
		d.Press(fyne.KeyReturn)
		d.Sees("Week 49", "Added to week 48 of 2026.")
		d.Write("Tuesday’s /coding +0")
		d.Press(fyne.KeyReturn)
		d.has(map[int]string{48: "Friday’s", 49: "Tuesday’s"})
	})
	t.Run("in the reflection", func(t *testing.T) {
		d := eveDesk(t, uitest.Weeks(3))
		d.Focus(d.reflection())
		d.Write("Honest")
		d.wakes()
		d.Write(" words")
		d.Clock.Advance(time.Minute)
		d.Sees("You are in week 48", "You are still in week 48 of 2026.")
		if got := d.Journal.Entry(in2026(48)).Reflection; got != "Honest words" {
			t.Errorf("the reflection of week 48 is %q", got)
		}
		d.add("Tuesday’s")
		d.Sees("Week 49")
		d.has(map[int]string{48: "", 49: "Tuesday’s"})
	})
	t.Run("on a choice", func(t *testing.T) {
		d := eveDesk(t, uitest.Weeks(3))
		d.wakes()
		d.TapLink("Mark as a week off…")
		d.TapButton("Sick")
		d.Sees("Week 48", "You are still in week 48 of 2026.")
		if d.Journal.Entry(in2026(48)).Away == "" || !d.Journal.Entry(in2026(49)).Empty() {
			t.Error("the week that was on screen is not away")
		}
	})
	t.Run("of the window", func(t *testing.T) {
		d := eveDesk(t, uitest.Weeks(3))
		d.wakes()
		d.shortcut("new")
		d.Sees("Week 49")
	})
}

// The page does not turn under a field that is written in, nor under a question.
func TestPageStays(t *testing.T) {
	for name, begins := range map[string]func(*desk){
		"the reflection": func(d *desk) { d.Focus(d.reflection()) },
		"a question":     func(d *desk) { d.shell.space.Ask.Confirm("Sure?", "", "Yes", func() {}) },
	} {
		t.Run(name, func(t *testing.T) {
			d := eveDesk(t, uitest.Weeks(3))
			begins(d)
			d.Clock.Advance(clockPause)
			d.showsWeek(in2026(48))
			d.Sees("You are still in week 48 of 2026.")
		})
	}
}

// A moment that is edited stays in its week, which the dialog shows.
func TestEditOverMidnight(t *testing.T) {
	contents := uitest.Weeks(3)
	entry := contents.Entries[2].Clone()
	entry.Week, entry.Moments[0].Text = in2026(48), "Sunday’s"
	contents.Entries = append(contents.Entries, entry)
	d := eveDesk(t, contents)
	d.RowMenu(0)
	d.wakes()
	d.shell.lookAtClock()
	d.showsWeek(in2026(48)) // under the menu
	d.Clock.Jump(eve.Sub(d.Clock.Now()))
	d.shell.lookAtClock()
	d.Window.Canvas().Overlays().Top().Hide()
	d.RowMenu(0)
	d.ChooseItem("Edit (F2)")
	d.Clock.Advance(time.Minute)
	d.Sees("A new week has begun: week 49 of 2026. You are still in week 48 of 2026.")
	d.Press(fyne.KeyHome)
	d.Write("Edited ")
	d.TapButton("Save")
	d.has(map[int]string{48: "Edited Sunday’s", 49: ""})
	d.shortcut("week")
	d.showsWeek(in2026(49))
}

func TestClockSet(t *testing.T) {
	kiritimati, honolulu := time.FixedZone("", 14*60*60), time.FixedZone("", -10*60*60)
	for name, tt := range map[string]struct {
		at     time.Time
		change func(*uitest.Clock)
		sees   []string
	}{
		"back a week":        {eve, func(c *uitest.Clock) { c.Jump(-7*24*time.Hour - time.Minute) }, []string{"Week 47", "By this computer’s clock it is now week 47 of 2026.", "Back to week 48"}},
		"on by a month":      {eve, func(c *uitest.Clock) { c.Jump(30 * 24 * time.Hour) }, []string{"Week 53", "A new week has begun: week 53 of 2026."}},
		"on over new year":   {eve, func(c *uitest.Clock) { c.Jump(40 * 24 * time.Hour) }, []string{"Week 1", "4–10 January 2027"}},
		"from 1970":          {time.Unix(0, 0).UTC(), func(c *uitest.Clock) { c.Jump(eve.Add(-time.Minute).Sub(c.Now())) }, []string{"Week 48", "A new week has begun: week 48 of 2026."}},
		"to 1970":            {eve, func(c *uitest.Clock) { c.Jump(time.Unix(0, 0).Sub(c.Now())) }, []string{"Week 1", "This computer’s clock shows 1 January 1970, earlier than your last entry"}},
		"to 2099":            {eve, func(c *uitest.Clock) { c.Jump(73 * 365 * 24 * time.Hour) }, []string{"of 2099.", "more than a year after your last entry"}},
		"carried east":       {eve.Add(-5 * time.Hour), func(c *uitest.Clock) { c.Travel(kiritimati) }, []string{"Week 49"}},
		"carried west":       {eve.Add(5 * time.Hour), func(c *uitest.Clock) { c.Travel(honolulu) }, []string{"Week 48", "By this computer’s clock it is now week 48 of 2026."}},
		"within the week":    {eve.Add(-48 * time.Hour), func(c *uitest.Clock) { c.Jump(24 * time.Hour) }, []string{"Week 48"}},
		"the last of a year": {time.Date(2027, 1, 3, 23, 59, 50, 0, time.UTC), func(c *uitest.Clock) { c.Jump(time.Minute) }, []string{"Week 1", "A new week has begun: week 1 of 2027.", "Back to week 53"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := deskAt(t, tt.at, uitest.Weeks(3))
			tt.change(d.Clock)
			d.Clock.Advance(clockPause)
			d.Sees(tt.sees...)
		})
	}
}

// Every page follows, not only that of the week.
func TestPagesFollowTheClock(t *testing.T) {
	d := eveDesk(t, uitest.Sample(t))
	d.shortcut("report")
	d.Sees("Week 48, 2026")
	d.Clock.Advance(clockPause)
	d.Sees("Week 49, 2026", "A new week has begun: week 49 of 2026.")
	if name := uitest.Find(&d.Screen, func(f *controls.TextField) bool { return strings.HasPrefix(f.Text, "heliotrope-") }).Text; name != "heliotrope-2026-W49" {
		t.Errorf("the file is called %s", name)
	}
	d.TapLink("Back to week 48")
	d.Sees("Week 48", "Go to this week")
}

// What was half-written when the window was closed, or cut off, goes into its week.
func TestHalfWrittenMomentAfterTheWeek(t *testing.T) {
	d := eveDesk(t, uitest.Weeks(3))
	d.Focus(d.line())
	d.Write("Sunday’s /coding +0")
	d.Clock.Advance(time.Minute)
	again := d.afterCrash()
	again.Sees("Week 49", "This moment is for week 48 of 2026.")
	again.Focus(again.line())
	again.Press(fyne.KeyReturn)
	again.has(map[int]string{48: "Sunday’s", 49: ""})
}

// A window that is never closed backs up on each day, and the next moment of the
// same day does not.
func TestBackUpEachDay(t *testing.T) {
	v := newVault(t, uitest.Weeks(2))
	j := openVault(t, v)
	d := newDeskWith(t, journal.Contents{}, words.English, func(cfg *Config) { cfg.Journal, cfg.Vault = j, v })
	d.Clock.Advance(backUpPause)
	d.Clock.Finish()
	for i, want := range []int{2, 2, 3} {
		e := d.mine().Entry(journal.WeekAt(2968))
		e.Reflection = strings.Repeat("More. ", i+1)
		if err := d.mine().Save(e); err != nil {
			t.Fatal(err)
		}
		if i != 1 {
			d.Clock.Jump(24 * time.Hour)
		}
		d.shell.lookAtClock()
		d.Clock.Finish()
		if all := v.Backups(); len(all) != want {
			t.Errorf("after look %d there are %d backups, want %d", i+1, len(all), want)
		}
	}
}
