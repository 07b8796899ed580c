package vault

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/outfile"
	"heliotrope/journal/preferences"
)

func must(t *testing.T, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

// TestGiveAwayLeavesJournals: what belongs to a journal is refused by any path,
// replacing or not, and everything stays as it was.
func TestGiveAwayLeavesJournals(t *testing.T) {
	v := newSample(t)
	folder := filepath.Dir(v.Path())
	made, err := v.BackUp()
	must(t, err)
	config := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", config)
	t.Setenv("HOME", config)
	own := preferences.DefaultPath()
	must(t, os.MkdirAll(filepath.Dir(own), 0o700))
	must(t, v.SetSecond(t.TempDir())) // so there are settings, next to the journal

	elsewhere := t.TempDir()
	at := func(name string) string { return filepath.Join(elsewhere, name) }
	linked := at("folder")
	must(t,
		os.Symlink(v.Path(), at("symlink.json")), os.Link(v.Path(), at("hardlink.json")), os.Symlink(folder, linked),
		os.Symlink(made.Backup.Path, at("backup.pdf")), os.Rename(v.Path(), at("moved.csv")), os.Link(at("moved.csv"), v.Path()),
		os.Symlink(at("symlink.json"), at("twice.json")),
		os.WriteFile(at("diary-20261123-070000-tx41.db"), nil, 0o600),
		os.WriteFile(at("diary.damaged-20261123-070000.db"), []byte("noise"), 0o600),
		os.WriteFile(at("settings.json.damaged-20261123-070000.000000000"), []byte("noise"), 0o600),
	)
	t.Chdir(folder)
	before := listing(t, folder) + listing(t, elsewhere)
	for _, path := range []string{
		v.Path(), "journal.db", "./backups/../journal.db", filepath.Join(linked, "journal.db"),
		at("symlink.json"), at("hardlink.json"), at("twice.json"), at("moved.csv"),
		made.Backup.Path, at("backup.pdf"), filepath.Join(linked, "backups", filepath.Base(made.Backup.Path)),
		v.Path() + ".last", "journal.db.last",
		at("diary-20261123-070000-tx41.db"), at("diary.damaged-20261123-070000.db"),
		own, filepath.Join(folder, "settings.json"), at("settings.json.damaged-20261123-070000.000000000"),
	} {
		for _, replace := range []bool{false, true} {
			harmless := outfile.File{Path: at("talk.md"), Content: []byte("x")}
			if err := GiveAway(replace, harmless, outfile.File{Path: path, Content: []byte("x")}); !errors.Is(err, journal.ErrProtected) {
				t.Errorf("%s, replacing %v: %v", path, replace, err)
			}
		}
		if _, err := Replaced(path); !errors.Is(err, journal.ErrProtected) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if after := listing(t, folder) + listing(t, elsewhere); after != before {
		t.Errorf("there is\n%s\nand was\n%s", after, before)
	}
}

// TestGiveAwayAsks: any other file is replaced only if that is wanted.
func TestGiveAwayAsks(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.txt")
	must(t, os.WriteFile(path, []byte("mine"), 0o600))
	file := outfile.File{Path: path, Content: []byte("new")}
	if err := GiveAway(false, file); !errors.Is(err, fs.ErrExist) {
		t.Errorf("it returned %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "mine" {
		t.Errorf("the file contains %q", got)
	}
	if got, err := Replaced(path, path+".other"); err != nil || len(got) != 1 || got[0] != path {
		t.Errorf("it would replace %q (%v)", got, err)
	}
	must(t, GiveAway(true, file))
	if got, _ := os.ReadFile(path); string(got) != "new" {
		t.Errorf("the file contains %q", got)
	}
}

// TestGiveAwayUnreadable: a file that cannot be looked at may be a journal, so it
// is left alone.
func TestGiveAwayUnreadable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sealed.json")
	must(t, os.WriteFile(path, []byte("sealed"), 0o200))
	if f, err := os.Open(path); err == nil {
		_ = f.Close()
		t.Skip("this user may read everything")
	}
	if err := GiveAway(true, outfile.File{Path: path, Content: []byte("new")}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("it returned %v", err)
	}
}

// listing returns what is in a folder and below it, with sizes.
func listing(t *testing.T, folder string) string {
	t.Helper()
	var b strings.Builder
	must(t, filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			b.WriteString(path + "\n")
			return err
		}
		content, err := os.ReadFile(path)
		b.WriteString(path + " " + string(content) + "\n")
		return err
	}))
	return b.String()
}
