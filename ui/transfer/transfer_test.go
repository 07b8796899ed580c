package transfer

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/preferences"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/saving"
	"heliotrope/ui/uitest"
)

// desk is a window with nothing but the transfer.
type desk struct {
	*uitest.Desk
	transfer *Transfer
	imported []string
	offered  []string
}

// WhenSaved implements [Window].
func (d *desk) WhenSaved(then func()) { then() }

// Imported implements [Window].
func (d *desk) Imported(text string) { d.imported = append(d.imported, text) }

// Offer implements [Window].
func (d *desk) Offer(text, _ string, _ func()) { d.offered = append(d.offered, text) }

// OpenPath implements [Window].
func (d *desk) OpenPath(string) error { return nil }

func newDesk(t testing.TB, contents journal.Contents, l words.Language) *desk {
	t.Helper()
	d := &desk{Desk: uitest.NewDesk(t, contents)}
	d.Show(controls.NewButton("a page", func() {}))
	d.transfer = New(d.Session(l), nil, d)
	return d
}

// exported returns the file of contents.
func exported(t testing.TB, c journal.Contents) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := exchange.Write(&b, c, time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// put writes a file and returns its path.
func put(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// unchanged fails unless the journal is as it was, and nothing was said to be
// imported.
func (d *desk) unchanged(before []byte) {
	d.T.Helper()
	if !bytes.Equal(exported(d.T, d.Journal.Contents()), before) || len(d.imported) > 0 {
		d.T.Errorf("the journal changed, and %q was imported", d.imported)
	}
}

// What a file lacks to be one of ours is told in the dialog, and nothing is changed.
func TestRefuseFiles(t *testing.T) {
	whole := exported(t, uitest.Weeks(5))
	folder := t.TempDir()
	huge := put(t, "huge.json", nil)
	if err := os.Truncate(huge, 3_000_000_000); err != nil {
		t.Skip("the disk has no room for a file with holes: ", err)
	}
	db := filepath.Join(t.TempDir(), "journal.db")
	v, err := vault.At(db, preferences.Open(""), time.Now)
	if err == nil {
		_, err = v.Open()
	}
	if err := errors.Join(err, v.Close()); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		path string
		want string
	}{
		"a picture":       {put(t, "cat.png", []byte("\x89PNG\r\n\x1a\n\x00\xff")), "“cat.png” isn’t a file that Heliotrope exported."},
		"a table":         {put(t, "moods.csv", []byte("week,text\n2026-W47,x\n")), "“moods.csv” isn’t a file that Heliotrope exported."},
		"another JSON":    {put(t, "package.json", []byte(`{"version": "1.0.0"}`)), "“package.json” isn’t a file that Heliotrope exported."},
		"3 GB":            {huge, "“huge.json” can’t be imported: the file is larger than 2.5 GB."},
		"cut short":       {put(t, "cut.json", whole[:len(whole)/2]), "“cut.json” can’t be imported: line "},
		"a later version": {put(t, "later.json", bytes.Replace(whole, []byte(`"version": 1`), []byte(`"version": 2`), 1)), "newer version of Heliotrope"},
		"nothing":         {put(t, "empty.json", nil), "the file is empty"},
		"a folder":        {folder, folder + " is a folder."},
		"no file":         {filepath.Join(folder, "gone.json"), filepath.Join(folder, "gone.json")},
		"no week":         {put(t, "none.json", exported(t, journal.Contents{ID: "other"})), "This file contains no weeks."},
		"a journal":       {db, "is a journal or a backup, not an export."},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, uitest.Weeks(3), words.English)
			before := exported(t, d.Journal.Contents())
			d.transfer.Preview(tt.path)
			d.Sees(tt.want, "Choose another file…")
			d.unchanged(before)
			d.TapButton("Cancel")
			d.Misses(tt.want)
		})
	}
}

func TestRefuseUnreadableFile(t *testing.T) {
	path := put(t, "secret.json", exported(t, uitest.Weeks(5)))
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(path); !errors.Is(err, fs.ErrPermission) {
		_ = f.Close()
		t.Skip("every file can be read here")
	}
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.transfer.Preview(path)
	d.Sees(path, "Choose another file…")
}

// The preview says what would come in, and the import is one step.
func TestImport(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	before := exported(t, d.Journal.Contents())
	path := put(t, "old.json", exported(t, uitest.Weeks(15)))
	d.transfer.Preview(path)
	d.Sees("“old.json”: 15 weeks, 15 moments.", "New: 12 weeks, 12 moments.", "Already here: 3 weeks.")
	d.Misses("another journal")
	d.unchanged(before)
	if err := os.Remove(path); err != nil { // what was shown is imported
		t.Fatal(err)
	}
	d.Press(fyne.KeyReturn)
	d.Clock.Finish()
	if len(d.imported) != 1 || d.imported[0] != "Imported: 12 weeks, 12 moments." || d.Journal.WeeksLogged() != 15 {
		t.Errorf("%d weeks are there, the window says %q", d.Journal.WeeksLogged(), d.imported)
	}
	if d.Window.Canvas().Overlays().Top() != nil {
		t.Error("the dialog is still open")
	}
	if _, err := d.Journal.Undo(); err != nil {
		t.Fatal(err)
	}
	d.imported = nil
	d.unchanged(before)
}

// What is chosen for the brief and what is dismissed are all that some files add.
func TestImportWithoutWeeks(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	c := uitest.Weeks(3)
	c.Briefs, c.Dismissed = []journal.Brief{{Try: "Something else"}}, []journal.Dismissal{{ID: "a"}, {ID: "b"}}
	d.transfer.Preview(put(t, "old.json", exported(t, c)))
	d.Sees("New: 1 brief, 2 items never shown.", "Already here: 3 weeks.")
	d.TapButton("Import 1 brief")
	d.Clock.Finish()
	if len(d.imported) != 1 || !d.Journal.IsDismissed("b") {
		t.Errorf("the window says %q, and %+v is dismissed", d.imported, d.Journal.Dismissed())
	}
	c.Briefs[0].Try = "Another thing"
	d.transfer.Preview(put(t, "new.json", exported(t, c)))
	d.Sees("Already here: 3 weeks, 2 items never shown.", "Different here: 1 brief.")
}

// The dialog says what is in the file, and what is not.
func TestExportSaysWhatItContains(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.transfer.Export()
	d.Sees("Export everything", "This file contains everything you wrote, private moments included, and isn’t encrypted.", "Export")
	d.Misses("Not in it")
	d.TapButton("Cancel")
	if err := d.Journal.DeleteWeek(d.Today().Add(-1)); err != nil {
		t.Fatal(err)
	}
	d.transfer.Export()
	d.Sees("Not in it: 1 item in the trash. A backup contains everything.")
}

// A new journal becomes the one that was exported, its id included.
func TestRoundTrip(t *testing.T) {
	whole := uitest.Sample(t)
	from := newDesk(t, whole, words.English)
	folder := t.TempDir()
	path := filepath.Join(folder, "everything.json")
	files, err := from.transfer.file(path)()
	if err == nil {
		err = vault.GiveAway(false, files...)
	}
	from.transfer.exported(files, err)
	if err != nil || len(from.offered) != 1 || from.offered[0] != "Everything is exported to everything.json." {
		t.Fatalf("exported with %v, the window says %q", err, from.offered)
	}
	from.Window.Close()
	to := newDesk(t, journal.Contents{ID: "new"}, words.English)
	to.transfer.Preview(path)
	to.TapButton("Import 72 weeks")
	to.Clock.Finish()
	if !bytes.Equal(exported(t, to.Journal.Contents()), exported(t, whole)) {
		t.Error("what was imported is not what was exported")
	}
}

// Weeks that differ are listed, and nothing is imported.
func TestImportDiffers(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	before := exported(t, d.Journal.Contents())
	c := uitest.Weeks(5)
	c.ID = "another"
	c.Entries[4].Reflection, c.Entries[3].Reflection = "else", "else"
	d.transfer.Preview(put(t, "other.json", exported(t, c)))
	d.Sees("It comes from another journal than yours.", "New: 2 weeks, 2 moments.", "Already here: 1 week.", "Different here: 2026-W46, 2026-W47.", "So nothing is imported.")
	d.unchanged(before)
}

// Another journal of which nothing differs adds its weeks.
func TestImportAnotherJournal(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	c := uitest.Weeks(5)
	c.ID = "another"
	d.transfer.Preview(put(t, "other.json", exported(t, c)))
	d.Sees("It comes from another journal than yours.")
	d.TapButton("Import 2 weeks")
	d.Clock.Finish()
	if d.Journal.WeeksLogged() != 5 || d.Journal.ID() != "test" {
		t.Errorf("%d weeks are in the journal %s", d.Journal.WeeksLogged(), d.Journal.ID())
	}
	d.transfer.Preview(put(t, "again.json", exported(t, c)))
	d.Sees("Everything in this file is already here.")
}

// An import that would do something else than was shown is shown again.
func TestImportOfAJournalThatChanged(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	c := uitest.Weeks(5)
	d.transfer.Preview(put(t, "old.json", exported(t, c)))
	d.Sees("New: 2 weeks")
	if err := d.Journal.Save(c.Entries[0]); err != nil {
		t.Fatal(err)
	}
	d.TapButton("Import 2 weeks")
	d.Sees("Your journal has changed since.", "New: 1 week, 1 moment.", "Import 1 week")
	changed := c.Entries[1]
	changed.Reflection = "mine"
	if err := d.Journal.Save(changed); err != nil {
		t.Fatal(err)
	}
	before := exported(t, d.Journal.Contents())
	d.TapButton("Import 1 week")
	d.Sees("Different here: 2026-W44.")
	d.unchanged(before)
}

// If the disk refuses, that is told in the dialog, and the journal is as it was.
func TestImportFails(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	before := exported(t, d.Journal.Contents())
	d.transfer.Preview(put(t, "old.json", exported(t, uitest.Weeks(5))))
	d.Clock.Finish()
	d.Store.Fail(syscall.ENOSPC)
	d.TapButton("Import 2 weeks")
	d.Sees("the disk is full")
	d.unchanged(before)
}

// Without a backup nothing is imported.
func TestImportWithoutBackup(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	folder := t.TempDir()
	v, err := vault.At(filepath.Join(folder, "journal.db"), preferences.Open(""), d.Clock.Now)
	if err != nil {
		t.Fatal(err)
	}
	j, err := v.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	if _, err := j.Merge(uitest.Weeks(3)); err != nil {
		t.Fatal(err)
	}
	first, _ := v.Folders()
	if err := os.WriteFile(first, nil, 0o600); err != nil { // no backup can be made there
		t.Fatal(err)
	}
	s := d.Session(words.English)
	s.Journal = j
	d.transfer = New(s, saving.NewBackups(v, d.Clock, func() {}), d)
	d.transfer.Preview(put(t, "old.json", exported(t, uitest.Weeks(5))))
	d.Sees("Your journal is backed up first.")
	d.TapButton("Import 2 weeks")
	d.Sees("Your journal couldn’t be backed up, so nothing was imported.")
	if j.WeeksLogged() != 3 || len(d.imported) > 0 {
		t.Errorf("%d weeks are there, the window says %q", j.WeeksLogged(), d.imported)
	}
	if err := os.Remove(first); err != nil {
		t.Fatal(err)
	}
	d.transfer.Preview(put(t, "old.json", exported(t, uitest.Weeks(5))))
	d.TapButton("Import 2 weeks")
	d.Clock.Finish()
	if j.WeeksLogged() != 5 || len(v.Backups()) != 1 || v.Backups()[0].Summary.Weeks != 3 {
		t.Errorf("%d weeks are there, and the backups %+v", j.WeeksLogged(), v.Backups())
	}
}

// Closing the dialog stops the reading, and nothing comes after it.
func TestStopReading(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.transfer.Preview(put(t, "old.json", exported(t, uitest.Weeks(5))))
	if text := d.TextsNow(); !strings.Contains(text, "Reading “old.json”…") {
		t.Fatalf("while it is read the screen shows\n%s", text)
	}
	d.Clock.Advance(progressPause)
	d.transfer.Preview(put(t, "old.json", exported(t, uitest.Weeks(5))))
	d.TapButtonNow("Cancel")
	d.Clock.Finish()
	d.Misses("Reading")
	r := &reading{path: put(t, "x.json", exported(t, uitest.Weeks(5)))}
	r.stopped.Store(true)
	if _, err := r.contents(); !errors.Is(err, errStopped) {
		t.Errorf("the reading ends with %v", err)
	}
}

// The dialog comes with the files in the focus, so that arrow keys go through them.
func TestImportBeginsAtTheFiles(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.transfer.Import()
	files, ok := d.Window.Canvas().Focused().(*widget.List)
	if !ok {
		t.Fatalf("%T has the focus", d.Window.Canvas().Focused())
	}
	lists := 0
	d.Each(func(o fyne.CanvasObject) {
		if l, ok := o.(*widget.List); ok {
			if lists++; lists == 1 && l == files {
				t.Error("the list of places has the focus")
			}
		}
	})
}

func TestImportIntoReadOnlyJournal(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.transfer.ReadOnly = true
	d.transfer.Import()
	d.Sees(d.transfer.Words.Problem(journal.ErrReadOnly).What)
}

// The dialog is seen in full in the smallest window and in the largest text.
func TestPreviewFits(t *testing.T) {
	for _, l := range uitest.Sweep(words.Languages...) {
		for _, text := range uitest.Sweep(100, 145, 200) {
			d := newDesk(t, uitest.Weeks(3), l)
			if err := d.Preferences.Change(func(p *preferences.Preferences) { p.TextSize = text }); err != nil {
				t.Fatal(err)
			}
			d.App.Settings().SetTheme(look.New(d.Preferences.Get()))
			d.Window.Resize(fyne.NewSize(900, 600))
			c := uitest.Weeks(40)
			c.Entries[39].Reflection, c.Entries[37].Reflection = "else", "else"
			for _, content := range [][]byte{exported(t, c), exported(t, uitest.Weeks(50)), []byte("no")} {
				d.transfer.Preview(put(t, "heliotrope 2026-11-27.json", content))
				d.Clock.Finish()
				d.Settle()
				for _, fault := range append(append(d.CutTexts(), d.Overlaps()...), d.LowTargets()...) {
					t.Errorf("%s, %d %%: %s", l, text, fault)
				}
				d.TapButton(d.transfer.Words.Say("dialog.cancel"))
			}
			d.Window.Close()
		}
	}
}
