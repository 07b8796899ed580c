package choices

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// spanDesk is a choice of weeks on screen.
type spanDesk struct {
	*uitest.Desk
	span    *Span
	changed int
}

func newSpanDesk(t *testing.T, contents journal.Contents) *spanDesk {
	t.Helper()
	d := &spanDesk{Desk: uitest.NewDesk(t, contents)}
	d.span = NewSpan(d.Session(words.English), func() {
		d.changed++
		d.of()
	})
	d.Show(d.span.Column())
	d.of()
	return d
}

// of returns the weeks that are meant, as "2026-W23 2026-W48".
func (d *spanDesk) of() string {
	span := d.span.Of(d.Journal.Entries(), d.Journal.Events(), d.Today())
	return span.From.String() + " " + span.To.String()
}

// tap chooses one of the ways to say which weeks are meant.
func (d *spanDesk) tap(kind spanKind) {
	d.T.Helper()
	i := slices.Index(d.span.offered, kind)
	if i < 0 {
		d.T.Fatalf("%d is not offered, only %v", kind, d.span.offered)
	}
	d.Focus(d.span.Pills)
	d.span.Pills.TypedRune(rune('1' + i))
}

func TestSpans(t *testing.T) {
	d := newSpanDesk(t, uitest.Sample(t))
	for _, tt := range []struct {
		kind spanKind
		want string
	}{
		{12, "2026-W37 2026-W48"}, {52, "2025-W49 2026-W48"}, {spanRole, "2026-W28 2026-W48"}, {26, "2026-W23 2026-W48"},
	} {
		before := d.changed
		d.tap(tt.kind)
		if got := d.of(); got != tt.want || d.changed != before+1 {
			t.Errorf("%d means %s, want %s; changed %d times", tt.kind, got, tt.want, d.changed-before)
		}
	}
	d.tap(spanAll)
	if first := d.Journal.Entries()[0].Week; d.of() != first.String()+" 2026-W48" {
		t.Errorf("all weeks are %s, and the first is %v", d.of(), first)
	}
}

func TestSpanOfARoleNeedsARole(t *testing.T) {
	d := newSpanDesk(t, journal.Contents{})
	if slices.Contains(d.span.offered, spanRole) {
		t.Error("a journal without a role offers the weeks since it began")
	}
}

// pick chooses the week so many above the one that a picker shows.
func (d *spanDesk) pick(p *WeekPicker, weeks int) {
	d.T.Helper()
	d.Focus(p)
	d.Press(fyne.KeySpace)
	if _, ok := d.Window.Canvas().Focused().(*Calendar); !ok {
		d.T.Fatalf("the focus is on %T", d.Window.Canvas().Focused())
	}
	for range max(weeks, -weeks) {
		if weeks > 0 {
			d.Press(fyne.KeyUp)
		} else {
			d.Press(fyne.KeyDown)
		}
	}
	d.Press(fyne.KeyReturn)
}

// A range of one's own is picked from calendars; one backwards is told and changes
// nothing.
func TestOwnRange(t *testing.T) {
	d := newSpanDesk(t, uitest.Sample(t))
	d.Misses("From")
	d.tap(spanOwn)
	d.Sees("From", "To")
	shows := func(from, to string) {
		t.Helper()
		if d.span.from.Text != from || d.span.to.Text != to {
			t.Errorf("the pickers show %q and %q, want %q and %q", d.span.from.Text, d.span.to.Text, from, to)
		}
	}
	shows("Week 23, 2026", "Week 48, 2026")
	means := func(want string, changes int) {
		t.Helper()
		if got := d.of(); got != want || d.changed != changes {
			t.Errorf("it means %s after %d changes, want %s after %d", got, d.changed, want, changes)
		}
	}
	means("2026-W23 2026-W48", 1)
	d.pick(d.span.to, 8)
	means("2026-W23 2026-W40", 2)
	d.pick(d.span.from, -20)
	d.Sees("The end is before the start.")
	shows("Week 43, 2026", "Week 40, 2026")
	means("2026-W23 2026-W40", 2)
	d.pick(d.span.to, 0) // the same again
	means("2026-W23 2026-W40", 2)
	d.pick(d.span.to, -5)
	d.Misses("The end is before the start.")
	means("2026-W43 2026-W45", 3)
	d.pick(d.span.to, -20)
	shows("Week 43, 2026", "Week 48, 2026") // none that has not begun
	means("2026-W43 2026-W48", 4)
	if label := d.span.to.AccessibilityLabel(); label != "To: Week 48, 2026" {
		t.Errorf("the picker says %q", label)
	}
	d.tap(12)
	d.Misses("From")
	d.tap(spanOwn)
	shows("Week 37, 2026", "Week 48, 2026")
}

// A click on a week that has begun chooses it, and none ahead can be. Going to another
// month by a click leaves the keys to the calendar.
func TestCalendarByClicks(t *testing.T) {
	d := newSpanDesk(t, uitest.Sample(t))
	d.tap(spanOwn)
	open := func() *Calendar {
		test.Tap(d.span.from)
		d.Clock.Finish()
		return d.Window.Canvas().Focused().(*Calendar)
	}
	c := open()
	c.mark(d.Today())
	test.Tap(c.rows[5]) // week 49 has not begun
	if !d.span.from.session.Ask.Open() {
		t.Error("a week ahead was chosen")
	}
	test.Tap(c.rows[1])
	if d.span.from.Text != "Week 45, 2026" {
		t.Errorf("a click chose %s", d.span.from.Text)
	}
	c = open()
	d.Press(fyne.KeyLeft)
	d.Window.Canvas().Unfocus() // as a click on what cannot have the focus does
	test.Tap(c.later[0])
	if d.Window.Canvas().Focused() != c {
		t.Errorf("the focus is on %T", d.Window.Canvas().Focused())
	}
	d.Press(fyne.KeyEscape)
	if d.Window.Canvas().Focused() != d.span.from || d.span.from.session.Ask.Open() {
		t.Errorf("after Escape the focus is on %T", d.Window.Canvas().Focused())
	}
}
