package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"heliotrope/journal/boltstore"
)

// backups returns the paths of the backups of the journal at path.
func backups(t *testing.T, path string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(filepath.Dir(path), "backups", "*.db"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// says runs a command and makes sure of its exit status and of what it says, on
// either stream.
func says(t *testing.T, code int, wants []string, args ...string) outcome {
	t.Helper()
	got := heliotrope(t, args...)
	if got.code != code {
		t.Fatalf("%q: exit %d, want %d: %s%s", args, got.code, code, got.out, got.err)
	}
	said := strings.ReplaceAll(got.out+got.err, "\u00a0", " ")
	for _, want := range wants {
		if !strings.Contains(said, want) {
			t.Errorf("%q does not say %q: %s", args, want, said)
		}
	}
	return got
}

func TestBackup(t *testing.T) {
	path := sampleJournal(t)
	got := says(t, exitDone, []string{"Backed up and read back: 70 weeks"}, on(path, "backup")...)
	made := strings.TrimSuffix(got.out, "\n")
	if found := backups(t, path); !reflect.DeepEqual(found, []string{made}) {
		t.Errorf("it printed %q, and made %q", got.out, found)
	}
	if c := contents(t, made); !reflect.DeepEqual(c, contents(t, path)) {
		t.Error("the backup holds something else")
	}
	again := says(t, exitDone, []string{"Nothing changed"}, on(path, "backup")...)
	if again.out != got.out || len(backups(t, path)) != 1 {
		t.Errorf("again: %q", again.out)
	}
	folder := t.TempDir()
	elsewhere := succeeds(t, on(path, "backup", folder)...).out
	if filepath.Dir(strings.TrimSpace(elsewhere)) != folder {
		t.Errorf("with a folder it went to %q", elsewhere)
	}
	refuses(t, exitFailed, "not there", on(path, "backup", filepath.Join(folder, "none"))...)
	refuses(t, exitFailed, "no journal yet", on(place(t), "backup")...)
	refuses(t, exitUsage, "--sample", on(path, "--sample", "backup")...)
}

// Before an import that changes something there is a backup; before one that
// changes nothing, or is refused, there is none.
func TestImportBacksUp(t *testing.T) {
	path := place(t)
	file := writeFile(t, "small.json", small)
	succeeds(t, on(path, "import", file)...)
	if found := backups(t, path); len(found) > 0 {
		t.Errorf("an empty journal was backed up: %q", found)
	}
	succeeds(t, on(path, "import", "--dry-run", file)...)
	succeeds(t, on(path, "import", file)...)
	refuses(t, exitFailed, "2026-W47", on(path, "import", sampleFile)...)
	if found := backups(t, path); len(found) > 0 {
		t.Errorf("nothing changed, and there is %q", found)
	}
	before := contents(t, path)
	other := strings.NewReplacer("2026-W47", "2026-W20", `"e"`, `"f"`, `"small"`, `"other"`).Replace(small)
	succeeds(t, on(path, "import", writeFile(t, "other.json", other))...)
	found := backups(t, path)
	if len(found) != 1 || !reflect.DeepEqual(contents(t, found[0]), before) {
		t.Errorf("the backups are %q", found)
	}
}

// Adding backs up once a day.
func TestAddBacksUp(t *testing.T) {
	path := place(t)
	for range 3 {
		succeeds(t, on(path, "add", "Fed the quokka", "--kind", "coding", "--energy", "1")...)
	}
	if found := backups(t, path); len(found) != 1 {
		t.Errorf("the backups are %q", found)
	}
	// A failing backup is told, and the moment is there.
	path = place(t)
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "backups"), []byte("a file"), 0o600); err != nil {
		t.Fatal(err)
	}
	says(t, exitDone, []string{"Added to", "no backup could be made"}, on(path, "add", "Fed the quokka", "--kind", "coding", "--energy", "1")...)
}

func TestCheck(t *testing.T) {
	path := sampleJournal(t)
	succeeds(t, on(path, "backup")...)
	check := remains(t, filepath.Dir(path))
	got := says(t, exitDone, []string{path, "Sound: 70 weeks with 353 moments, up to Week 47, 2026.", "1 backup in"}, on(path, "check")...)
	if got.err != "" || strings.Contains(got.out, "saved since") {
		t.Errorf("check says %q and %q", got.out, got.err)
	}
	says(t, exitDone, []string{"En bon état"}, on(path, "check", "--lang", "fr")...)
	check()

	succeeds(t, on(path, "add", "Fed the quokka", "--kind", "coding", "--energy", "1")...)
	conflicted := filepath.Join(filepath.Dir(path), "journal 2.db")
	if err := os.WriteFile(conflicted, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	says(t, exitDone, []string{"71 weeks", "saved since", conflicted}, on(path, "check")...)

	made := backups(t, path)[0]
	if err := os.WriteFile(made, []byte(flip(readFile(t, made), 40_000)), 0o600); err != nil {
		t.Fatal(err)
	}
	says(t, exitDone, []string{"damaged, does not count"}, on(path, "check")...)
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	says(t, exitFailed, []string{"there but empty", "restore --ladder"}, on(path, "check")...)
	refuses(t, exitFailed, "no journal yet", on(place(t), "check")...)
	refuses(t, exitUsage, "--sample", "--sample", "check")
}

// A backup is brought back, and what was there before can be had again.
func TestRestore(t *testing.T) {
	path := sampleJournal(t)
	before := contents(t, path)
	file := strings.TrimSpace(succeeds(t, on(path, "backup")...).out)
	succeeds(t, on(path, "add", "Fed the quokka", "--kind", "coding", "--energy", "1")...)
	after := contents(t, path)

	check := remains(t, filepath.Dir(path))
	says(t, exitDone, []string{"Brought back: 70 weeks", "not in it: 2026-W48", "Nothing was changed"}, on(path, "restore", "--dry-run", file)...)
	check()
	says(t, exitDone, []string{"Brought back: 70 weeks", "is kept in"}, on(path, "restore", file)...)
	if !reflect.DeepEqual(contents(t, path), before) {
		t.Error("something else was brought back")
	}
	found := backups(t, path)
	if len(found) != 2 {
		t.Fatalf("the backups are %q", found)
	}
	for _, name := range found {
		if name != file {
			succeeds(t, on(path, "restore", name)...)
		}
	}
	if !reflect.DeepEqual(contents(t, path), after) {
		t.Error("what was there before did not come back")
	}
	// Into a place where there was nothing.
	fresh := place(t)
	succeeds(t, on(fresh, "restore", file)...)
	if !reflect.DeepEqual(contents(t, fresh), before) {
		t.Error("a new place holds something else")
	}
}

func TestRestoreRefuses(t *testing.T) {
	path := sampleJournal(t)
	file := strings.TrimSpace(succeeds(t, on(path, "backup")...).out)
	damaged := writeFile(t, "damaged.db", flip(readFile(t, file), 40_000))
	check := remains(t, filepath.Dir(path))
	refuses(t, exitFailed, "damaged itself", on(path, "restore", damaged)...)
	refuses(t, exitFailed, "not a Heliotrope journal", on(path, "restore", sampleFile)...)
	refuses(t, exitFailed, "not there", on(path, "restore", file+".none")...)
	refuses(t, exitUsage, "journal itself", on(path, "restore", path)...)
	for _, args := range [][]string{
		{"restore"}, {"restore", file, "--ladder"}, {"restore", "--ladder", "--step", "1"}, {"restore", "--ladder", "--dry-run"},
	} {
		refuses(t, exitUsage, "--ladder", on(path, args...)...)
	}
	refuses(t, exitUsage, "--sample", on(path, "--sample", "restore", file)...)
	says(t, exitDone, []string{"is sound"}, on(path, "restore", "--ladder")...)
	refuses(t, exitUsage, "is sound", on(path, "restore", "--step", "1")...)
	store, err := boltstore.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"check"}, {"backup"}, {"restore", file}, {"restore", "--ladder"}} {
		refuses(t, exitFailed, "already open", on(path, args...)...)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	check()
}

// Somebody without a window finds the way back from a damaged file.
func TestLadder(t *testing.T) {
	path := sampleJournal(t)
	succeeds(t, on(path, "backup")...)
	succeeds(t, on(path, "add", "Fed the quokka", "--kind", "coding", "--energy", "1")...)
	want := contents(t, path)
	wrecked := flip(readFile(t, path), strings.LastIndex(readFile(t, path), "on-call-handover"))
	if err := os.WriteFile(path, []byte(wrecked), 0o600); err != nil {
		t.Fatal(err)
	}
	says(t, exitFailed, []string{"damaged", "restore --ladder"}, on(path, "show")...)
	check := remains(t, filepath.Dir(path))
	says(t, exitDone, []string{"1. ", "Brings back 71 weeks", "No other way has more", "Choose one"}, on(path, "restore", "--ladder")...)
	says(t, exitDone, []string{"1. ", "Ramène 71 semaines"}, on(path, "restore", "--ladder", "--lang", "fr")...)
	says(t, exitDone, []string{"Nothing was changed"}, on(path, "restore", "--step", "1", "--dry-run")...)
	for _, bad := range []string{"0", "9", "-1"} {
		refuses(t, exitUsage, "--step takes the number", on(path, "restore", "--step", bad)...)
	}
	check()
	says(t, exitDone, []string{"Brought back: 71 weeks", "journal.damaged-"}, on(path, "restore", "--step", "1")...)
	if !reflect.DeepEqual(contents(t, path), want) {
		t.Error("something is missing")
	}
	kept, err := filepath.Glob(filepath.Join(filepath.Dir(path), "journal.damaged-*.db"))
	if err != nil || len(kept) != 1 || readFile(t, kept[0]) != wrecked {
		t.Errorf("the damaged file is kept as %q (%v)", kept, err)
	}
	says(t, exitDone, []string{"Sound"}, on(path, "check")...)
}

// A journal that is gone is not taken for one that was never begun.
func TestJournalGone(t *testing.T) {
	path := sampleJournal(t)
	want := contents(t, path)
	succeeds(t, on(path, "backup")...)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	check := remains(t, filepath.Dir(path))
	for _, args := range everyCommand(t) {
		refuses(t, exitFailed, "no longer", on(path, args...)...)
	}
	check()
	succeeds(t, on(path, "restore", "--step", "1")...)
	if !reflect.DeepEqual(contents(t, path), want) {
		t.Error("something is missing")
	}
	// With the backups gone too, all that is known is that it was here.
	if err := os.RemoveAll(filepath.Join(filepath.Dir(path), "backups")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	refuses(t, exitFailed, "No way back", on(path, "restore", "--ladder")...)
}

// An older copy in the journal's place is whole. If nothing here has more, then
// that is what is said, and not that nothing is missing.
func TestRestoreOlderCopy(t *testing.T) {
	path := sampleJournal(t)
	older := readFile(t, path)
	succeeds(t, on(path, "add", "A word too many", "--kind", "debugging", "--energy", "1")...)
	for _, b := range backups(t, path) { // the first of the day
		if err := os.Remove(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, []byte(older), 0o600); err != nil {
		t.Fatal(err)
	}
	says(t, exitDone, []string{"not as far on", "restore --ladder"}, on(path, "check")...)
	says(t, exitDone, []string{"not as far on", "No backup", "has more"}, on(path, "restore", "--ladder")...)
	says(t, exitDone, []string{"en retard"}, on(path, "restore", "--ladder", "--lang", "fr")...)
}
