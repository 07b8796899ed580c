package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"heliotrope/journal/boltstore"
)

// everyCommand is each command that opens the journal, the window included.
func everyCommand(t *testing.T) [][]string {
	t.Helper()
	dir := t.TempDir()
	return [][]string{
		{"add", "Fed the quokka", "--kind", "coding", "--energy", "1"},
		{"show"},
		{"lean"},
		{"report", "-o", filepath.Join(dir, "report.html")},
		{"export", "-o", filepath.Join(dir, "export.json")},
		{"import", sampleFile},
		{"backup"},
		{}, // the window: it would ask for a display only after this
	}
}

// A journal that another program has open is left alone, and nobody waits long
// to hear it.
func TestJournalInUse(t *testing.T) {
	path := sampleJournal(t)
	check := remains(t, filepath.Dir(path))
	store, err := boltstore.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	for _, args := range [][]string{
		{"show"}, {"add", "Fed the quokka", "--kind", "coding", "--energy", "1"}, {"import", sampleFile}, {},
	} {
		start := time.Now()
		refuses(t, exitFailed, "already open", on(path, args...)...)
		if waited := time.Since(start); waited > 3*time.Second {
			t.Errorf("%q waited %v", args, waited)
		}
	}
	check()
	// Looking around in the sample needs no journal.
	succeeds(t, on(path, "--sample", "show")...)
}

// A file that is no whole journal is refused by every command and left as it
// is, to the byte.
func TestJournalRefused(t *testing.T) {
	whole := readFile(t, sampleJournal(t))
	tests := []struct {
		name, content, want string
	}{
		{"0 bytes", "", "there but empty"},
		{"a text", "Dear diary: the quokka again.\n", "not a Heliotrope journal"},
		{"an export", small, "not a Heliotrope journal"},
		{"zeros", string(make([]byte, 64<<10)), "not a Heliotrope journal"},
		{"cut short", whole[:len(whole)/2], "damaged"},
		{"a bit off", flip(whole, len(whole)/3), "damaged"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := writeFile(t, "journal.db", tt.content)
			check := remains(t, filepath.Dir(path))
			for _, args := range everyCommand(t) {
				refuses(t, exitFailed, tt.want, on(path, args...)...)
			}
			check()
		})
	}
}

// flip returns content with one bit of the first letter at or behind a place
// turned, so that it hits something that is in use.
func flip(content string, at int) string {
	changed := []byte(content)
	for changed[at] < 'a' || changed[at] > 'z' {
		at++
	}
	changed[at] ^= 1
	return string(changed)
}

// A folder where the journal should be is refused, and so is a journal for
// which no folder can be made.
func TestJournalPlaceRefused(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte("something"), 0o600); err != nil {
		t.Fatal(err)
	}
	check := remains(t, dir)
	add := []string{"add", "Fed the quokka", "--kind", "coding", "--energy", "1"}
	refuses(t, exitFailed, "not a Heliotrope journal", on(dir, add...)...)
	refuses(t, exitFailed, "", on(filepath.Join(file, "journal.db"), add...)...)
	check()
}

// Without a screen the window says so at once and the journal is as it was.
func TestWindowWithoutDisplay(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	path := sampleJournal(t)
	check := remains(t, filepath.Dir(path))
	refuses(t, exitFailed, "no display", on(path)...)
	refuses(t, exitFailed, "pas d’écran", on(path, "--lang", "fr")...)
	refuses(t, exitFailed, "no display", "--sample")
	check()
}
