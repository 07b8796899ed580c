package ui

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// newRescueDesk opens the window on a journal that cannot be opened, for which
// the reason is returned.
func newRescueDesk(t *testing.T, lang words.Language, v *vault.Vault) (d *desk, problem error) {
	t.Helper()
	_, problem = v.Open()
	if problem == nil {
		t.Fatal("the journal can be opened")
	}
	return newDeskWith(t, journal.Contents{}, lang, func(cfg *Config) {
		cfg.Journal, cfg.Problem, cfg.Vault = nil, problem, v
	}), problem
}

// damagedVault returns the vault of a damaged journal of 31 weeks. Its state
// before the last save can be recovered, and a backup of 30 weeks restored.
func damagedVault(t *testing.T) *vault.Vault {
	t.Helper()
	whole := uitest.Weeks(31)
	first := whole
	first.Entries = whole.Entries[:30]
	v := newVault(t, first)
	backUp(t, v)
	badBackup(t, v)
	if _, err := openVault(t, v).Merge(whole); err != nil {
		t.Fatal(err)
	}
	last := whole.Entries[30]
	last.Reflection = "written last"
	if err := openVault(t, v).Save(last); err != nil {
		t.Fatal(err)
	}
	damage(t, v, "written last")
	return v
}

func TestRescue(t *testing.T) {
	v := damagedVault(t)
	before := folderOf(t, v)
	d, _ := newRescueDesk(t, words.English, v)
	d.Sees("The journal file is damaged and can’t be read in full.", "It was left as it is", v.Path(),
		"Your journal as it was before its last save", "31 weeks with 31 moments", "The backup", "Not in this option, but in another: 2026-W47.",
		"1 backup is also damaged", "Quit and change nothing")
	if got := folderOf(t, v); !slices.Equal(got, before) {
		t.Fatalf("something was done before it was chosen: %q", got)
	}
	d.TapLink("View contents")
	d.Sees("Week 47, 2026", "1 moment · Fed the quokka")
	d.TapButton("Close")
	d.TapButton("Restore this")
	if d.mine().WeeksLogged() != 31 {
		t.Fatalf("%v weeks came back", d.mine())
	}
	d.Sees("Journal restored: 31 weeks", "kept as "+strings.TrimSuffix(v.Path(), ".db")+".damaged-", "31 weeks logged")
	d.TapLink("Got it")
	d.Misses("Journal restored")
	if err := d.shell.close(); err != nil {
		t.Errorf("in the end it still says %v", err)
	}
}

func TestRescueFrench(t *testing.T) {
	v := newVault(t, uitest.Weeks(2))
	backUp(t, v)
	empty(t, v)
	d, _ := newRescueDesk(t, words.French, v)
	d.Sees("Restaurer", "Voir le contenu", "Quitter sans rien changer")
	d.Misses("Restore this")
}

// The option that loses least has the focus.
func TestRescueByKeyboard(t *testing.T) {
	d, _ := newRescueDesk(t, words.English, damagedVault(t))
	d.Press(fyne.KeyReturn, fyne.KeyReturn) // the second while the first is under way
	if n := d.Clock.Pending(); n != 1 {
		t.Errorf("%d recovery options are taken at once", n)
	}
	if d.mine() == nil || d.mine().WeeksLogged() != 31 {
		t.Errorf("%v came back", d.mine())
	}
}

// Leaving changes nothing, and that the reason is
// returned to who started the program.
func TestRescueQuit(t *testing.T) {
	v := damagedVault(t)
	before := folderOf(t, v)
	d, problem := newRescueDesk(t, words.English, v)
	d.TapButton("Quit and change nothing")
	if got := folderOf(t, v); !d.Closed || !slices.Equal(got, before) {
		t.Errorf("closed: %v, and in the folder: %q", d.Closed, got)
	}
	if err := d.shell.close(); !errors.Is(err, problem) {
		t.Errorf("the window returned %v", err)
	}
}

// A new journal is begun only when that was chosen
// and confirmed, and never over a file that something else wrote.
func TestRescueBegin(t *testing.T) {
	v := newVault(t, uitest.Weeks(2))
	empty(t, v)
	d, _ := newRescueDesk(t, words.English, v)
	d.Sees("The journal file is empty.", "Nothing to recover was found here.")
	d.TapButton("Start a new journal…")
	d.Sees("It starts empty.")
	d.TapButton("Cancel")
	if info, err := os.Stat(v.Path()); err != nil || info.Size() != 0 {
		t.Fatal("begun without a yes")
	}
	d.TapButton("Start a new journal…")
	d.TapButton("Start new journal")
	if d.mine() == nil || !d.mine().Empty() {
		t.Fatalf("begun: %v", d.mine())
	}
	d.Sees("Log this week", "kept as "+strings.TrimSuffix(v.Path(), ".db")+".damaged-")
}

func TestRescueForeignFile(t *testing.T) {
	v := newVault(t, uitest.Weeks(2))
	closeVault(t, v)
	if err := os.WriteFile(v.Path(), []byte("Dear diary,"), 0o600); err != nil {
		t.Fatal(err)
	}
	d, _ := newRescueDesk(t, words.English, v)
	d.Sees("This file isn’t a Heliotrope journal.")
	d.Misses("Start new journal")
}

// A disk that was connected meanwhile.
func TestRescueAgain(t *testing.T) {
	v := newVault(t, uitest.Weeks(31))
	closeVault(t, v)
	away := v.Path() + ".away"
	if err := os.Rename(v.Path(), away); err != nil {
		t.Fatal(err)
	}
	d, _ := newRescueDesk(t, words.English, v)
	d.TapButton("Search again")
	d.Sees("Your journal is no longer here.")
	if err := os.Rename(away, v.Path()); err != nil {
		t.Fatal(err)
	}
	d.TapButton("Search again")
	d.Sees("31 weeks logged")
}
