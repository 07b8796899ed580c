package ui

import (
	"os"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// newBehindDesk opens the window on a journal of 3 weeks in whose place an older
// copy of 2 weeks was put. All 3 are in a backup.
func newBehindDesk(t *testing.T) (*desk, *vault.Vault) {
	t.Helper()
	whole := uitest.Weeks(3)
	first := whole
	first.Entries = whole.Entries[:2]
	v := newVault(t, first)
	older, err := os.ReadFile(v.Path())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := openVault(t, v).Merge(whole); err != nil {
		t.Fatal(err)
	}
	backUp(t, v)
	closeVault(t, v)
	if err := os.WriteFile(v.Path(), older, 0o600); err != nil {
		t.Fatal(err)
	}
	j := openVault(t, v)
	return newDeskWith(t, journal.Contents{}, words.English, func(cfg *Config) { cfg.Journal, cfg.Vault = j, v }), v
}

// That the journal is behind is shown on every page, also after something was
// saved and at the next start, until the user has decided.
func TestBehindUntilDecided(t *testing.T) {
	const notice = "This journal lacks 1 save made on this computer"
	d, v := newBehindDesk(t)
	for _, name := range []pageName{pageWeek, pageTrends, pagePast, pageReport, pageSettings} {
		d.open(name)
		d.Sees(notice)
		d.Misses("Got it")
	}
	e := d.mine().Entry(journal.WeekAt(2968))
	e.Reflection = "knew nothing of it"
	if err := d.mine().Save(e); err != nil {
		t.Fatal(err)
	}
	d.Sees(notice)
	if v.SetAside() == "" {
		t.Error("the file was not set aside before it was changed")
	}
	d.TapLink("Recovery options…")
	d.Sees("This journal is not what was last saved here.", "Your journal as it is now", "The backup from", "1 moment is only in another option")
	d.Misses("Start a new journal…", "Restores 2 weeks")
	d.TapButton("Back to the journal, without choosing")
	d.Sees(notice)
	d.TapLink("Recovery options…")
	d.TapButton("Continue with this")
	d.Misses(notice)
	if got := d.mine().Entry(e.Week); got.Reflection != e.Reflection {
		t.Errorf("the week is %+v", got)
	}
	if err := d.shell.close(); err != nil {
		t.Error(err)
	}
	openVault(t, v)
	if b := v.Warnings().Behind; b != nil {
		t.Errorf("after the decision it is behind: %+v", b)
	}
}

func TestBehindRestored(t *testing.T) {
	d, _ := newBehindDesk(t)
	d.TapLink("Recovery options…")
	d.TapButton("Restore this")
	d.Misses("This journal lacks")
	d.Sees("Journal restored: 3 weeks")
	if n := d.mine().WeeksLogged(); n != 3 {
		t.Errorf("%d weeks came back, want 3", n)
	}
}

// Leaving the options without a choice is no failure: nothing is lost.
func TestBehindLeft(t *testing.T) {
	d, v := newBehindDesk(t)
	d.TapLink("Recovery options…")
	if err := d.shell.close(); err != nil {
		t.Error(err)
	}
	openVault(t, v)
	if v.Warnings().Behind == nil {
		t.Error("nothing was decided, and it is not behind any more")
	}
}
