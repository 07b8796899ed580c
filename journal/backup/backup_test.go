package backup

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestName writes the name of a backup and reads it, and takes no other name for one.
func TestName(t *testing.T) {
	local := time.Local
	t.Cleanup(func() { time.Local = local })
	time.Local = time.FixedZone("somewhere", 5*60*60) // the tests may run in UTC
	made := time.Date(2026, 11, 23, 7, 0, 9, 0, time.Local)
	name := Name("/home/me/journal.db", made, 41)
	if name != "journal-20261123-070009-tx41.db" {
		t.Errorf("the name is %s", name)
	}
	if got, transaction, ok := ParseName("journal.db", name); !ok || !got.Equal(made) || transaction != 41 {
		t.Errorf("read as %v, %d, %v", got, transaction, ok)
	}
	for _, other := range []string{
		"", "journal.db", "journal-20261123-070009-tx41.db.part", ".copy-1-" + name, "work-20261123-070009-tx41.db",
		"journal-20261323-070009-tx41.db", "journal-20261123-070009-tx.db", "journal-20261123-070009-tx-4.db",
		"journal-20261123-070009-tx99999999999999999999.db", "journal-20261123-070009.5-tx41.db", DamagedName("journal.db", made),
	} {
		if _, _, ok := ParseName("journal.db", other); ok {
			t.Errorf("%q was taken for a backup", other)
		}
	}
	if name := DamagedName("a/work.db", made); name != "work.damaged-20261123-070009.db" {
		t.Errorf("put aside as %s", name)
	}
}

// TestIsReserved requires that every copy is known by its name alone, whatever a journal
// is called and however a system writes names.
func TestIsReserved(t *testing.T) {
	at := time.Date(2026, 11, 23, 7, 0, 9, 0, time.Local)
	for _, file := range []string{"journal.db", "a.b.db", "two\nlines.db"} {
		for _, name := range []string{Name(file, at, 41), DamagedName(file, at), AsideName(file, at)} {
			if !IsReserved(name) || !IsReserved(strings.ToUpper(name)) {
				t.Errorf("%q is not reserved", name)
			}
		}
		if made, ok := ParseAside(file, AsideName(file, at)); !ok || !made.Equal(at) {
			t.Errorf("%q was set aside at %v, %v", file, made, ok)
		}
		if _, ok := ParseAside(file, DamagedName(file, at)); ok || IsReserved(file) {
			t.Errorf("%q is taken for a copy", file)
		}
	}
}

// oneLine returns a backup of the one line that there is.
func oneLine(path string, made time.Time, transaction int) Backup {
	return Backup{
		Path: path, Made: made, Transaction: transaction, Verified: true,
		Summary: Summary{Transaction: transaction, State: path, Lineage: Lineage{{ID: "1f"}}},
	}
}

// newestOf returns the verified backup with the highest number.
func newestOf(all []Backup) (newest Backup) {
	for _, b := range all {
		if b.Verified && b.Transaction >= newest.Transaction {
			newest = b
		}
	}
	return newest
}

// life is what a journal's backups come from: somebody who starts the program
// now and then, by a clock that is set back at times, and forward too.
func life(random *rand.Rand, starts int, rotate func(all []Backup)) []Backup {
	now := time.Date(2020, 1, 1, 9, 0, 0, 0, time.UTC)
	var all []Backup
	for i := range starts {
		now = now.Add(time.Duration(random.IntN(72)) * time.Hour)
		switch random.IntN(60) {
		case 0:
			now = now.AddDate(-random.IntN(30), 0, 0)
		case 1:
			now = now.AddDate(random.IntN(3), 0, 0)
		}
		b := oneLine(fmt.Sprint(i), now, 1+3*i)
		b.Verified = random.IntN(10) > 0
		all = append(all, b)
		rotate(all)
		old := Rotate(all, newestOf(all))
		all = slices.DeleteFunc(all, func(b Backup) bool {
			return slices.ContainsFunc(old, func(o Backup) bool { return o.Path == b.Path })
		})
	}
	return all
}

// TestRotate lives through years and holds what is promised after each start,
// whatever the clock does.
func TestRotate(t *testing.T) {
	for seed := range uint64(40) {
		random := rand.New(rand.NewPCG(seed, 0))
		kept := life(random, 400, func(all []Backup) { checkRotation(t, seed, all) })
		verified := 0
		for _, b := range kept {
			if b.Verified {
				verified++
			}
		}
		if verified > 200 {
			t.Errorf("seed %d: %d of 400 backups are kept", seed, verified)
		}
	}
}

func checkRotation(t *testing.T, seed uint64, all []Backup) {
	t.Helper()
	gone := make(map[string]bool)
	for _, b := range Rotate(all, newestOf(all)) {
		gone[b.Path] = true
		if !b.Verified {
			t.Fatalf("seed %d: a backup that cannot be read is given up", seed)
		}
	}
	sorted := slices.Clone(all)
	Sort(sorted, "")
	n, weeks, months := 0, make(map[string]bool), make(map[string]bool)
	for _, b := range sorted {
		if !b.Verified {
			continue
		}
		n++
		if n <= KeptNewest && gone[b.Path] {
			t.Fatalf("seed %d: number %d of the newest is given up", seed, n)
		}
		year, number := b.Made.ISOWeek()
		if week := fmt.Sprint(year, number); !weeks[week] {
			if weeks[week] = true; len(weeks) <= keptWeeks && gone[b.Path] {
				t.Fatalf("seed %d: the last of %s is given up", seed, week)
			}
		}
		if month := b.Made.Format("2006-01"); !months[month] {
			if months[month] = true; gone[b.Path] {
				t.Fatalf("seed %d: the last of %s is given up", seed, month)
			}
		}
	}
}

// TestRotateYears says what is left of five years of a backup a day.
func TestRotateYears(t *testing.T) {
	var all []Backup
	start := time.Date(2021, 11, 24, 9, 0, 0, 0, time.UTC)
	for day := range 5 * 365 {
		all = append(all, oneLine(fmt.Sprint(day), start.AddDate(0, 0, day), day))
		old := Rotate(all, newestOf(all))
		if MayRotate(all) != (len(old) > 0) {
			t.Fatalf("day %d: %d backups are past retention, by their names %v", day, len(old), MayRotate(all))
		}
		all = slices.DeleteFunc(all, func(b Backup) bool {
			return slices.ContainsFunc(old, func(o Backup) bool { return o.Path == b.Path })
		})
	}
	Sort(all, "")
	if len(all) < KeptNewest+11+55 || len(all) > KeptNewest+keptWeeks+60 {
		t.Errorf("%d backups are left", len(all))
	}
	months := make(map[string]bool)
	for _, b := range all {
		months[b.Made.Format("2006-01")] = true
	}
	if len(months) != 61 {
		t.Errorf("%d months have a backup, want all 61", len(months))
	}
}

// TestSortWithTheClockSetBack: a later save is later, whatever the time is.
func TestSortWithTheClockSetBack(t *testing.T) {
	now := time.Date(2026, 11, 23, 7, 0, 0, 0, time.UTC)
	all := []Backup{oneLine("first", now, 5), oneLine("second", now.AddDate(-20, 0, 0), 6)}
	Sort(all, "")
	if all[0].Path != "second" {
		t.Errorf("the newest is the %s", all[0].Path)
	}
}

// TestSyncedFolder finds a folder by its name or by what a program leaves in it.
func TestSyncedFolder(t *testing.T) {
	tests := []struct {
		folder, marker string // below the root of the test
		want           string
	}{
		{"plain/heliotrope", "", ""},
		{"Dropbox/notes", "", "Dropbox"},
		{"Dropbox (Personal)/notes", "", "Dropbox"},
		{"Dropboxes/notes", "", ""},
		{"elsewhere/notes/deep", "elsewhere/.dropbox.cache", "Dropbox"},
		{"OneDrive/notes", "", "OneDrive"},
		{"OneDrive - Example Ltd/notes", "", "OneDrive"},
		{"Library/Mobile Documents/com~apple~CloudDocs/notes", "", "iCloud Drive"},
		{"iCloudDrive/notes", "", "iCloud Drive"},
		{"Library/CloudStorage/GoogleDrive-me@example.com/My Drive", "", "Google Drive"},
		{"drive/notes", "drive/.tmp.driveupload", "Google Drive"},
		{"sync/notes", "sync/.stfolder", "Syncthing"},
		{"sync/notes", "other/.stfolder", ""},
		{"cloud/notes", "cloud/.nextcloudsync.log", "Nextcloud"},
	}
	for _, tt := range tests {
		root := t.TempDir()
		for _, folder := range []string{tt.folder, filepath.Dir(tt.marker)} {
			if err := os.MkdirAll(filepath.Join(root, folder), 0o700); err != nil {
				t.Fatal(err)
			}
		}
		if tt.marker != "" {
			if err := os.WriteFile(filepath.Join(root, tt.marker), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		got, ok := SyncedFolder(filepath.Join(root, tt.folder, "journal.db"))
		if got == Network {
			t.Skip("the tests run on a network drive")
		}
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s with %q is of %q (%v), want %q", tt.folder, tt.marker, got, ok, tt.want)
		}
	}
	if _, ok := SyncedFolder(filepath.Join(t.TempDir(), "not", "there", "journal.db")); ok {
		t.Error("a folder that is not there is synchronized")
	}
}

// TestDropboxIsNotInItsHome: ~/.dropbox is where Dropbox has its files, and
// synchronizes nothing there.
func TestDropboxIsNotInItsHome(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	for _, folder := range []string{".dropbox", "journals", "other/.dropbox", "other/journals"} {
		if err := os.MkdirAll(filepath.Join(home, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if name, ok := SyncedFolder(filepath.Join(home, "journals", "journal.db")); ok && name != Network {
		t.Errorf("a folder of the home is synchronized by %s", name)
	}
	if name, ok := SyncedFolder(filepath.Join(home, "other", "journals", "journal.db")); !ok {
		t.Errorf("next to .dropbox outside of the home nothing is found (%q)", name)
	}
}

// TestSyncedFolderBehindALink: what counts is where the folder really is.
func TestSyncedFolderBehindALink(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights there")
	}
	root := t.TempDir()
	if err := os.MkdirAll(filepath.Join(root, "Dropbox", "notes"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(root, "Dropbox", "notes"), filepath.Join(root, "plain")); err != nil {
		t.Fatal(err)
	}
	if name, _ := SyncedFolder(filepath.Join(root, "plain", "journal.db")); name != "Dropbox" {
		t.Errorf("it is of %q", name)
	}
}

// TestConflictedCopies finds what each program makes of two versions, and nothing else.
func TestConflictedCopies(t *testing.T) {
	folder := t.TempDir()
	conflicted := []string{
		"journal (Anna's conflicted copy 2026-11-23).db",
		"journal (Annas in Konflikt stehende Kopie 2026-11-23).db",
		"journal (Copie en conflit de Anna 2026-11-23).db",
		"journal (conflicted copy 2026-11-23 101500).db",
		"journal.sync-conflict-20261123-101500-ABCDEFG.db",
		"journal-DESKTOP-AB12CD.db",
		"journal 2.db",
		"journal (1).db",
	}
	others := []string{
		"journal.db", "journal.db.last", "journal.db.v1", "journal.damaged-20261123-070000.db", "journal-old.db",
		"journal-20261123-070000-tx4.db", "journal 2026.db", "journals.db", "work (1).db", "journal (1).txt", "journal notes.db",
	}
	for _, name := range append(slices.Clone(conflicted), others...) {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(folder, "journal 3.db"), 0o700); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, path := range ConflictedCopies(filepath.Join(folder, "journal.db")) {
		got = append(got, filepath.Base(path))
	}
	slices.Sort(got)
	slices.Sort(conflicted)
	if !slices.Equal(got, conflicted) {
		t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(conflicted, "\n"))
	}
	if ConflictedCopies(filepath.Join(folder, "none", "journal.db")) != nil {
		t.Error("found something in a folder that is not there")
	}
}
