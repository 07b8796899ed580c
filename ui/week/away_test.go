package week

import (
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/ui/session"
	"heliotrope/ui/uitest"
)

func TestWeekAway(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.add("before the flu")
	d.TapLink("Mark as a week off…")
	d.Sees("Away in week 48?", "What is logged stays.", "Vacation or leave", "Sick", "Parental or family leave", "Between jobs", "Other reason")
	d.Misses("On call")
	d.TapButton("Cancel")
	if got := d.Entry().Away; got != "" {
		t.Errorf("after Cancel away is %q", got)
	}
	d.TapLink("Mark as a week off…")
	d.Press(fyne.KeyTab, fyne.KeyReturn) // the second reason
	if e := d.Entry(); e.Away != "sick" || len(e.Moments) != 1 {
		t.Errorf("the journal has %+v", e)
	}
	d.Sees("Away this week: Sick", "before the flu", "0 weeks · 1 week off")
	d.Misses("What gave or took energy this week?", "Where the week went", "Being on call is work")
	d.Press(fyne.KeyReturn) // what has the focus is on screen: the reason
	d.TapButton("Parental or family leave")
	if got := d.Entry().Away; got != "parental" {
		t.Errorf("away is %q", got)
	}
	if len(d.offered) != 2 || d.offered[0] != "Week 48 is marked as a week off: Sick." {
		t.Errorf("the page offered to undo %q", d.offered)
	}
	d.TapLink("I worked this week after all")
	d.Sees("What gave or took energy this week?", "1 week")
	d.add("and on Friday")
	if e := d.Entry(); e.Away != "" || len(e.Moments) != 2 {
		t.Errorf("the journal has %+v", e)
	}
}

// A reason of a file that is no built-in one is shown as it is, and changes only if
// the user changes it. Being on call is work, which only its week says.
func TestAwayForAReasonOfAFile(t *testing.T) {
	at := uitest.Weeks(1).Entries[0].Week
	for reason, want := range map[string]string{"jury duty": "Away that week: jury duty", "on-call": "Away that week: On call", "leave": "Away that week: Vacation or leave"} {
		d := newDesk(t, journal.Contents{Entries: []journal.Entry{{Week: at, Away: reason}}})
		d.page.Open(at)
		d.Sees(want, "Change the reason…", "I worked that week after all", "0 weeks · 1 week off")
		if got := d.Journal.Entry(at).Away; got != reason {
			t.Errorf("%q became %q", reason, got)
		}
		if reason != journal.OnCall {
			d.Misses("Being on call is work")
			continue
		}
		d.TapLink("Being on call is work: log it as moments")
		d.add("Paged at three")
		d.Clock.Finish()
		if e := d.Journal.Entry(at); e.Away != "" || len(e.Moments) != 1 {
			t.Errorf("the week that was on call has %+v", e)
		}
	}
}

// Where nothing can be written, a week off shows its reason and offers no change.
func TestAwayToReadOnly(t *testing.T) {
	week := uitest.Weeks(1).Entries[0].Week.Next()
	on := uitest.NewDesk(t, journal.Contents{Entries: []journal.Entry{{Week: week, Away: "on-call"}}})
	d := open(t, on, func(s *session.Session) { s.ReadOnly = true })
	d.Sees("Away this week: On call")
	d.Misses("Change the reason…", "after all", "log it as moments")
}
