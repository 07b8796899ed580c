package choices

import (
	"slices"
	"testing"

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
	d.span = NewSpan(words.In(words.English), func() {
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
		{12, "2026-W37 2026-W48"}, {52, "2025-W49 2026-W48"}, {spanRole, "2026-W34 2026-W48"}, {26, "2026-W23 2026-W48"},
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

// TestOwnDates types weeks and days, good ones and bad ones.
func TestOwnDates(t *testing.T) {
	d := newSpanDesk(t, uitest.Sample(t))
	d.Misses("From")
	d.tap(spanOwn)
	d.Sees("From", "To")
	typeInto := func(f *weekField, text string) {
		d.Focus(f.text)
		f.text.SetText("")
		d.Write(text)
		d.Press("Return")
	}
	means := func(want string) {
		t.Helper()
		if got := d.of(); got != want {
			t.Errorf("it means %s, want %s", got, want)
		}
	}
	means("2026-W23 2026-W48")
	typeInto(d.span.from, "2026-w30")
	typeInto(d.span.to, "2026-09-30")
	means("2026-W30 2026-W40")
	typeInto(d.span.from, "soon")
	d.Sees("Enter a week (2026-W12)")
	typeInto(d.span.from, "2026-W50")
	d.Sees("The end is before the start.")
	d.Misses("Enter a week")
	means("2026-W30 2026-W40")
	typeInto(d.span.from, "2026-W31")
	d.Misses("The end is before")
	means("2026-W31 2026-W40")
	typeInto(d.span.to, "2200-W52")
	d.Sees("Weeks that have not begun are left out.")
	means("2026-W31 2026-W48")
	typeInto(d.span.from, "2027-W10")
	d.Sees("Weeks that have not begun are left out.")
	means("2026-W31 2026-W48")
	typeInto(d.span.from, "2026-W31")
	typeInto(d.span.to, "2026-W47")
	d.Misses("Weeks that have not begun")
	means("2026-W31 2026-W47")
	d.tap(12)
	d.Misses("From\n")
}

func TestWeekFrom(t *testing.T) {
	for _, tt := range []struct {
		text string
		lang words.Language
		want string
	}{
		{"2026-W12", words.English, "2026-W12"}, {" 2026-w12 ", words.English, "2026-W12"},
		{"2026-03-17", words.English, "2026-W12"}, {"2026-3-17", words.French, "2026-W12"},
		{"17.3.2026", words.English, "2026-W12"}, {"17/03/2026", words.French, "2026-W12"},
		{"17/03/2026", words.English, ""}, {"2026-W54", words.English, ""}, {"2026-02-30", words.English, ""},
		{"1666-09-02", words.English, ""}, {"", words.English, ""}, {"2026", words.English, ""},
		{"2021-01-03", words.English, "2020-W53"},
	} {
		got := weekFrom(tt.text, tt.lang)
		if tt.want == "" && got.Valid() || tt.want != "" && got.String() != tt.want {
			t.Errorf("%q in %s is %v, want %q", tt.text, tt.lang, got, tt.want)
		}
	}
}
