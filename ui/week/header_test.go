package week

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/choices"
	"heliotrope/ui/uitest"
)

// The running week and another one cannot be mistaken for each other.
func TestHeaderOfEitherWeek(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3))
	d.Sees("Week 48", "23–29 November 2026", "Nothing written yet", "Mark as a week off…")
	d.Misses("Go to this week", "ago")
	if d.page.head.band.Visible() {
		t.Error("the running week has a band")
	}
	d.page.GoPrev()
	d.Sees("You are in week 47", "16–22 November 2026 · last week", "Go to this week")
	if !d.page.head.band.Visible() {
		t.Error("an earlier week has no band")
	}
	if got := d.Window.Canvas().Focused(); got != d.page.head.toToday {
		t.Errorf("the focus is on %T", got)
	}
	d.Press(fyne.KeyReturn)
	d.Sees("Week 48")
	if d.Window.Canvas().Focused() != d.page.First() || d.Field() == nil {
		t.Error("the line has not the focus")
	}
}

// A button that leads from week to week can be pressed again.
func TestHeaderButtonRetainsTheFocus(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3))
	d.Focus(d.page.head.prev)
	d.Press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	d.Sees("You are in week 45", "three weeks ago")
}

// The first year that a journal has is the end.
func TestNoWeekBeforeTheFirstYear(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	first := journal.WeekAt(journal.WeekOf(d.Clock.Now()).Index())
	for first.Year() >= journal.FirstYear {
		first = first.Add(-50)
	}
	for first.Year() < journal.FirstYear {
		first = first.Next()
	}
	d.page.Open(first)
	d.page.GoPrev()
	if got := d.page.Week(); got != first {
		t.Errorf("it shows %v", got)
	}
}

// Why there is no next week is said where the pointer is.
func TestNextWeekSaysWhyNot(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3))
	d.page.head.next.MouseIn(&desktop.MouseEvent{})
	d.Sees("The next week hasn’t begun yet.")
	d.page.head.next.MouseOut()
	d.Misses("The next week hasn’t begun yet.")
}

// In any width nothing of the header lies on anything else or outside, and what has
// no room is in the menu.
func TestHeaderInEveryWidth(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		for _, back := range []int{0, 9} {
			d := newDesk(t, uitest.Weeks(12))
			d.page.Words = words.In(lang)
			h := newHeader(d.page)
			d.page.head = h
			d.page.Open(d.Today().Add(-back))
			h.setVersions(true)
			if back > 0 {
				h.setBack("Trends")
			}
			d.Show(h.root)
			for width := float32(500); width <= 1400; width += 50 {
				d.Window.Resize(fyne.NewSize(width, 200))
				d.Window.Canvas().Capture()
				var seen []fyne.CanvasObject
				for _, o := range h.line.Objects {
					if o.Visible() {
						seen = append(seen, o)
					}
				}
				for i, o := range seen {
					if o.Position().X < 0 || o.Position().X+o.Size().Width > h.line.Size().Width+1 || o.Position().Y+o.Size().Height > h.line.Size().Height+1 {
						t.Errorf("%s, %d weeks ago, %v wide: %T is outside", lang, back, width, o)
					}
					for _, other := range seen[i+1:] {
						if overlap(o, other) {
							t.Errorf("%s, %d weeks ago, %v wide: %T and %T overlap", lang, back, width, o, other)
						}
					}
				}
				folded := slices.ContainsFunc(h.menu(), func(i *fyne.MenuItem) bool { return i.Label == h.away.Text() })
				if h.away.Visible() == folded || h.more.Visible() != (len(h.menu()) > 0) {
					t.Errorf("%s, %v wide: link %v, in the menu %v, menu %v", lang, width, h.away.Visible(), folded, h.more.Visible())
				}
			}
		}
	}
}

// Any week that has begun can be opened from the calendar, by keys.
func TestCalendar(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3))
	open := func() {
		d.page.GoToday()
		d.page.Jump()
		if _, ok := d.Window.Canvas().Focused().(*choices.Calendar); !ok {
			t.Fatalf("the focus is on %T", d.Window.Canvas().Focused())
		}
	}
	for _, tt := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{[]fyne.KeyName{fyne.KeyReturn}, "2026-W48"},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn}, "2026-W46"},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace}, "2026-W48"}, // none ahead
		{[]fyne.KeyName{fyne.KeyLeft, fyne.KeyReturn}, "2026-W40"},
		{[]fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyReturn}, "2026-W45"},
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyReturn}, "2026-W48"},
		{[]fyne.KeyName{fyne.KeyPageUp, fyne.KeyUp, fyne.KeyReturn}, "2025-W44"},
		{[]fyne.KeyName{fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyReturn}, "2026-W48"},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyEscape}, "2026-W48"},
	} {
		open()
		d.Press(tt.keys...)
		if got := d.page.Week().String(); got != tt.want {
			t.Errorf("%v led to %s, want %s", tt.keys, got, tt.want)
		}
		if d.page.Ask.Open() {
			t.Fatalf("after %v it is still open", tt.keys)
		}
	}
}

// The calendar ends with the first year.
func TestCalendarFarAway(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3))
	d.page.Jump()
	for range 200 {
		d.Press(fyne.KeyPageUp)
	}
	d.Press(fyne.KeyReturn)
	if got := d.page.Week().Year(); got != journal.FirstYear {
		t.Errorf("it led to %d", got)
	}
	d.Sees("weeks ago")
}

// The keys of the buttons are named as on the keyboard.
func TestHeaderNamesItsKeys(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3))
	h := d.page.head
	for _, got := range []string{h.next.does, h.jump.does, h.backKey.Text()} {
		if got == "" || strings.Contains(got, "keys.") {
			t.Errorf("a button names its key %q", got)
		}
	}
}
