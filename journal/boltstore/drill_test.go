package boltstore

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// ladderFigure damages a journal and its newest backup. That must be seen of
// both, and the backup before be offered and bring back what is in it.
func ladderFigure(t *testing.T, f form, random *rand.Rand) row {
	v := newVictim(t)
	newest := backUp(t, v.keeper)
	sound, err := os.ReadFile(newest.Path)
	if err != nil {
		t.Fatal(err)
	}
	journals, copies := damages(v.whole, random), damages(sound, random)
	done, notTaken := 0, 0
	for done < f.ladders {
		v.put(t, journals[random.IntN(len(journals))])
		spoil := copies[random.IntN(len(copies))]
		if err := os.WriteFile(newest.Path, spoil.do(append([]byte(nil), sound...)), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Summarize(newest.Path); err == nil || !isRefusal(lookAt(v.path)) {
			continue // one of the two took no harm
		}
		done++
		ladder := diagnose(t, v.keeper)
		if len(ladder.Bad) != 1 || ladder.Bad[0].Path != newest.Path {
			t.Errorf("the damaged backup is not reported: %+v", ladder.Bad)
		}
		v.restore(t, spoil)
		if err := os.Remove(v.path); err != nil {
			t.Fatal(err)
		}
		file, err := os.ReadFile(newest.Path)
		if err := errors.Join(err, os.WriteFile(v.path, file, 0o600)); err != nil {
			t.Fatal(err)
		}
		if lookAt(v.path) != nil {
			notTaken++
		}
	}
	alarm(t, notTaken, "a damaged backup")
	v.put(t, damage{do: func(file []byte) []byte { return file }})
	return row{
		done:    "The journal and its newest backup are both damaged",
		count:   fmt.Sprintf("%d pairs", done),
		result:  fmt.Sprintf("**the backup before restored %d times**; each time the damaged backup was named and the damaged journal renamed", done),
		control: fmt.Sprintf("the newest backup copied into place unchecked: no journal in %d of %d", notTaken, done),
	}
}

// lookAt returns what opening the journal at path says.
func lookAt(path string) error {
	_, _, err := openAndTell(path)
	return err
}

// drillFigure begins with a folder of backups and nothing else, as on a new
// computer.
func drillFigure(t *testing.T, f form, _ *rand.Rand) row {
	old := filepath.Join(t.TempDir(), "journal.db")
	liveLong(t, old, f.weeks)
	k := newKeeper(t, old)
	made := backUp(t, k)
	days := drill(t, k.Folder())
	if want := 7 * f.weeks; days != want {
		t.Errorf("%d of %d days are back", days, want)
	}
	if err := os.Remove(made.Path); err != nil {
		t.Fatal(err)
	}
	without := drill(t, k.Folder())
	if without != 0 {
		t.Errorf("control: %d days out of nothing", without)
	}
	return row{
		done:    "Restore drill: an empty home with nothing but a backup folder",
		count:   fmt.Sprintf("%s days in %s moments", thousands(7*f.weeks), thousands(momentsAWeek*f.weeks)),
		result:  fmt.Sprintf("no new journal started; **%s of %s days restored**, every week as it was", thousands(days), thousands(7*f.weeks)),
		control: "the folder empty: nothing comes back",
	}
}

// drill brings back what the backups in folder hold, in a new home. It returns
// how many days that are.
func drill(t *testing.T, folder string) (days int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "home", "journal.db")
	k := newKeeper(t, path)
	if err := os.CopyFS(k.Folder(), os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	ladder, err := k.Diagnose()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0 // there never was a journal, for all that can be known
	case err != nil || len(ladder.Steps) == 0:
		t.Fatalf("nothing is offered: %v", err)
	}
	if _, err := Open(path); !errors.Is(err, journal.ErrMissing) {
		t.Errorf("opened without a look at the backups: %v", err)
	}
	if first := ladder.Steps[0]; first.Way != backup.Copy {
		t.Errorf("first comes %s", first.Way)
	}
	if _, err := k.Repair(ladder.Steps[0]); err != nil {
		t.Fatal(err)
	}
	c, err := openAndLoad(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range c.Entries {
		if e.Equal(lifeWeek(i)) {
			days += 7
		}
	}
	return days
}
