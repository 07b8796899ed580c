package controls

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func day(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// calendar shows a calendar of November 2026 up to Friday 20th.
func calendar(t *testing.T) (*WeekCalendar, *[]time.Time) {
	t.Helper()
	c := NewWeekCalendar(CalendarNames{Month: func(m time.Time) string { return m.Format("2006-01") }}, day(2026, 11, 12), day(2026, 11, 20))
	var chosen []time.Time
	c.OnChosen = func(monday time.Time) { chosen = append(chosen, monday) }
	w := show(t, c.Content(), fyne.NewSize(400, 400))
	w.Canvas().Focus(c.Focus())
	return c, &chosen
}

func TestWeekCalendarKeys(t *testing.T) {
	c, chosen := calendar(t)
	for _, tt := range []struct {
		key   fyne.KeyName
		want  time.Time
		month string
	}{
		{fyne.KeyUp, day(2026, 11, 2), "2026-11"},
		{fyne.KeyUp, day(2026, 10, 26), "2026-10"}, // Thursday is in October
		{fyne.KeyPageUp, day(2026, 9, 28), "2026-10"},
		{fyne.KeyPageUp, day(2026, 8, 31), "2026-09"},
		{fyne.KeyEnd, day(2026, 11, 16), "2026-11"},
		{fyne.KeyDown, day(2026, 11, 16), "2026-11"}, // there is none later
		{fyne.KeyPageDown, day(2026, 11, 16), "2026-11"},
	} {
		c.Focus().TypedKey(&fyne.KeyEvent{Name: tt.key})
		if !c.Chosen().Equal(tt.want) || c.title.Text() != tt.month || !(*chosen)[len(*chosen)-1].Equal(tt.want) {
			t.Errorf("%s chose %v in %s, want %v in %s", tt.key, c.Chosen(), c.title.Text(), tt.want, tt.month)
		}
	}
	submitted := 0
	c.OnSubmit = func() { submitted++ }
	c.Focus().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if submitted != 1 {
		t.Errorf("Enter submitted %d times", submitted)
	}
}

func TestWeekCalendarByPointer(t *testing.T) {
	c, _ := calendar(t)
	for row, want := range []time.Time{day(2026, 10, 26), day(2026, 11, 2), day(2026, 11, 9), day(2026, 11, 16), {}, {}} {
		c.Choose(day(2026, 11, 12))
		if want.IsZero() {
			want = day(2026, 11, 9) // later weeks cannot be chosen
		}
		test.TapAt(c.grid, fyne.NewPos(200, gridRow*(float32(row)+1.5)))
		if !c.Chosen().Equal(want) {
			t.Errorf("a click on row %d chose %v, want %v", row, c.Chosen(), want)
		}
	}
	test.TapAt(c.grid, fyne.NewPos(200, 5)) // on the names of the days
}

// TestWeekCalendarNumbers: weeks have their number of the year that has most of their
// days.
func TestWeekCalendarNumbers(t *testing.T) {
	c := NewWeekCalendar(CalendarNames{Month: time.Time.String}, day(2027, 1, 3), day(2030, 1, 1))
	show(t, c.Content(), fyne.NewSize(400, 400))
	texts := test.WidgetRenderer(c.grid).(*weekGridRenderer).texts
	for row, want := range []string{"53", "1", "2", "3", "4", "5"} {
		c.show(day(2027, 1, 1))
		if got := texts[row+1][0].Text; got != want {
			t.Errorf("row %d is week %q, want %q", row, got, want)
		}
	}
	if got := texts[1][5].Text; got != "1" {
		t.Errorf("1 January 2027, a Friday, is %q", got)
	}
}
