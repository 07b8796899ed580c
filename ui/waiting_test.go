package ui

import (
	"errors"
	"io/fs"
	"slices"
	"testing"
	"time"

	"heliotrope/desktop/autostart"
	"heliotrope/desktop/notification"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// fakeWaiter is a program that waits.
type fakeWaiter struct {
	did           []string
	fails, cannot error
}

func (f *fakeWaiter) Switch(on bool) error {
	f.did = append(f.did, map[bool]string{true: "on", false: "off"}[on])
	return f.fails
}

func (f *fakeWaiter) Refresh() error {
	f.did = append(f.did, "refreshed")
	return f.fails
}

func (f *fakeWaiter) Reach() error { return f.cannot }

// What waits while the window is closed follows the setting, and the settings show
// whether it can.
func TestWaiterFollowsTheSetting(t *testing.T) {
	d, f := newDesk(t, uitest.Weeks(1), words.English), &fakeWaiter{}
	d.shell.reminding.waiter = f
	d.shell.refreshWaiter()
	d.shell.SetReminder(true, time.Friday, 16*60)
	d.shell.SetReminder(true, time.Monday, 9*60)
	d.shell.refreshWaiter()
	d.shell.SetReminder(false, time.Monday, 9*60)
	d.Clock.Finish()
	if want := []string{"on", "on", "refreshed", "off"}; !slices.Equal(f.did, want) {
		t.Errorf("it was %q, want %q", f.did, want)
	}
	d.shell.SetReminder(true, time.Friday, 16*60)
	for _, tt := range []struct {
		fails, cannot error
		sees          string
	}{
		{nil, nil, "a small program waits for that time"},
		{nil, notification.ErrNone, "nothing on this desktop shows notifications"},
		{autostart.ErrTemporary, nil, "started from its source code"},
		{autostart.ErrMissing, autostart.ErrMissing, "isn’t installed with it"},
		{nil, autostart.ErrHidden, "switched off or removed"},
		{fs.ErrPermission, nil, "comes only while this window is open"},
		{errors.New("anything"), nil, "comes only while this window is open"},
	} {
		f.fails, f.cannot = tt.fails, tt.cannot
		d.shell.SetReminder(true, time.Friday, 16*60)
		d.open(pageTrends)
		d.open(pageSettings)
		d.Sees(tt.sees)
	}
}
