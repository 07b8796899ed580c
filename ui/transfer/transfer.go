// Package transfer takes everything in the journal along as one file, and brings in
// what such a file contains.
//
// An import is shown before it is done. It is all or nothing, after a backup, and one
// step to undo. What is wrong with a file is shown where it was chosen, and changes
// nothing.
package transfer

import (
	"bytes"
	"path/filepath"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/outfile"
	"heliotrope/journal/words"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
)

// Window is what the transfer asks of the window.
type Window interface {
	// WhenSaved saves everything that is on screen and then calls then, unless it
	// cannot be saved.
	WhenSaved(then func())
	// Imported shows the journal as it is now and what was imported, and offers to
	// undo that.
	Imported(text string)
	// Offer shows a text for a while with a link that calls do.
	Offer(text, link string, do func())
	// OpenPath opens a file or a folder in the system's own way.
	OpenPath(path string) error
}

// Transfer exports and imports the journal of a session.
type Transfer struct {
	session.Session
	backups *saving.Backups // nil if nothing is backed up
	window  Window
}

// New returns the transfer of a journal. Backups is nil if nothing is backed up.
func New(s session.Session, backups *saving.Backups, window Window) *Transfer {
	return &Transfer{Session: s, backups: backups, window: window}
}

// Export asks for the name of a file and writes everything into it.
func (t *Transfer) Export() {
	t.window.WhenSaved(func() {
		day := t.Now().Format("2006-01-02")
		place := dialogs.Place{
			Folder: dialogs.Documents(), Name: t.Words.Say("export.name", words.Args{"Day": day}), Ending: ".json",
			Title: t.Words.Say("export.title"), About: t.aboutExport(), Save: t.Words.Say("export.do"),
		}
		t.Ask.File(t.Tasks.Run, place, t.file, t.exported)
	})
}

// aboutExport formats what to know about an export, also what is not in it.
func (t *Transfer) aboutExport() string {
	about := t.Words.Say("export.about")
	var left []string
	if n := len(t.Journal.Trash()); n > 0 {
		left = append(left, t.Words.Count("count.trashed", n))
	}
	if _, half := t.Journal.Draft(); half {
		left = append(left, t.Words.Say("export.draft"))
	}
	if len(left) > 0 {
		about += " " + t.Words.Say("export.without", words.Args{"Parts": strings.Join(left, ", ")})
	}
	return about
}

// file returns what makes the file at path of the journal as it is now.
func (t *Transfer) file(path string) func() ([]outfile.File, error) {
	contents, now := t.Journal.Contents(), t.Now()
	return func() ([]outfile.File, error) {
		var b bytes.Buffer
		err := exchange.Write(&b, contents, now)
		return []outfile.File{{Path: path, Content: b.Bytes()}}, err
	}
}

// exported shows that the export is written, or why it is not.
func (t *Transfer) exported(files []outfile.File, err error) {
	if err != nil {
		t.Ask.Problem(err)
		return
	}
	path := files[0].Path
	t.window.Offer(t.Words.Say("export.done", words.Args{"Name": filepath.Base(path)}), t.Words.Say("export.folder"), func() {
		if err := t.window.OpenPath(filepath.Dir(path)); err != nil {
			t.Ask.Problem(err)
		}
	})
}

// Import asks for a file and shows what importing it would do.
func (t *Transfer) Import() {
	if t.ReadOnly {
		t.Ask.Problem(journal.ErrReadOnly)
		return
	}
	t.window.WhenSaved(func() { t.Ask.OpenFile(dialogs.Documents(), t.Preview) })
}

// Preview reads the file at path and shows what importing it would do.
func (t *Transfer) Preview(path string) { newPreview(t, path).read() }

// run does work away from the window's goroutine and from what saves the journal.
func (t *Transfer) run(work func() error, done func(error)) {
	if t.backups != nil {
		t.backups.Run(work, done)
		return
	}
	t.Tasks.Run(work, done)
}
