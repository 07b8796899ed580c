package line

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// The past is read once something is written, and not before: a window that comes
// does nothing for it. It is read again only if the journal has changed.
func TestPastIsReadWhenItIsNeeded(t *testing.T) {
	d := &desk{Desk: uitest.NewDesk(t, uitest.Weeks(3))}
	d.on = d.Session(words.English)
	past := NewPast(d.on)
	d.line = New(d.on, past, d, journal.MaxMoment)
	d.Show(d.line.Content())
	d.line.Focus()
	past.Renew()
	if d.Clock.Pending() != 0 {
		t.Fatal("it is read though nothing is written")
	}
	d.Write("Paired with Noor on the retry test")
	if n := d.Clock.Pending(); n != 1 {
		t.Fatalf("%d jobs are pending, want one", n)
	}
	d.Clock.Finish()
	past.OnRead = d.line.Refresh
	past.Renew()
	if d.Clock.Pending() != 0 {
		t.Fatal("it is read again though nothing has changed")
	}
	if err := d.Journal.AddMoment(d.Today(), journal.Moment{ID: "m", Text: "Paired with Noor", Kind: "coding", Track: journal.Technical, Logged: d.Clock.Now()}); err != nil {
		t.Fatal(err)
	}
	past.Renew()
	d.Clock.Finish()
	if past.recall.Uses("coding") != 4 {
		t.Errorf("%d of the moments count, want 4", past.recall.Uses("coding"))
	}
}

// The kinds are listed by use also before the past was read.
func TestLatelyBeforeThePastIsRead(t *testing.T) {
	d := &desk{Desk: uitest.NewDesk(t, uitest.Weeks(150))}
	d.on = d.Session(words.English)
	past := NewPast(d.on)
	if n := past.lately().Uses("coding"); n != 100 {
		t.Errorf("%d of the last moments count, want 100", n)
	}
	if d.Clock.Pending() != 0 || past.recall != nil {
		t.Error("all of it was read for that")
	}
}
