package main

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/boltstore"
)

// TestExportNamesWhatItLacks: what a backup contains and an export does not is
// named, if there is any, and never on standard output.
func TestExportNamesWhatItLacks(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	t.Setenv("HOME", t.TempDir())
	week, err := journal.ParseWeek("2026-W47")
	if err != nil {
		t.Fatal(err)
	}
	change := func(do func(*journal.Journal) error) {
		t.Helper()
		store, err := boltstore.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		j, err := journal.Open(store)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(do(j), j.Close()); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct {
		do     func(*journal.Journal) error
		en, fr string
	}{
		{func(j *journal.Journal) error { return j.Save(journal.Entry{Week: week, Reflection: "quokka"}) }, "", ""},
		{func(j *journal.Journal) error { return j.DeleteWeek(week) }, "Not in the export: 1 item in the trash.", "1 élément dans la corbeille."},
		{func(j *journal.Journal) error {
			return j.SaveDraft(journal.Draft{ID: "d", Week: week, Text: "quokka"})
		}, "1 item in the trash, an unfinished moment. A backup", "un moment inachevé. Une sauvegarde"},
	} {
		change(step.do)
		for lang, want := range map[string]string{"en": step.en, "fr": step.fr} {
			var out, errs bytes.Buffer
			if code := run([]string{"--lang", lang, "--journal", path, "export"}, nil, &out, &errs); code != exitDone {
				t.Errorf("exit status %d", code)
			}
			if said := errs.String(); !strings.Contains(said, want) || want == "" && said != "" || strings.Contains(out.String(), "trash") {
				t.Errorf("%s: it said %q, want %q", lang, said, want)
			}
			if strings.Contains(errs.String(), secret) {
				t.Error("a message repeats what the user wrote")
			}
		}
	}
}
