package dialogs

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/adrg/xdg"

	"heliotrope/journal"
	"heliotrope/journal/outfile"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// Place is where a file is saved unless the user chooses another place.
type Place struct {
	Folder, Name string
	Ending       string // of the name, whatever it is, such as ".json"

	Title string // of the dialog; "" for one that fits every file
	About string // what to know about the file; "" for nothing
	Save  string // on the button that saves; "" for one that fits every file
}

// File asks for the name and the folder of a file, and writes it and those that
// belong to it as GiveAway does. Make is called on the window's goroutine with the
// path; what it returns makes the files elsewhere. Done is called with what was
// written, or with why nothing was. A name at which nothing may be written can be
// changed.
//
// Fyne's own dialog empties a file as soon as it is chosen.
func (a *Asker) File(run Run, at Place,
	make func(path string) func() ([]outfile.File, error), done func([]outfile.File, error),
) {
	say := a.Words.Say
	field := controls.NewTextField(false, 200, texts.CleanLine)
	field.SetText(at.Name)
	field.Spoken = cmp.Or(at.Title, say("file.title"))
	place := controls.NewColored(at.Folder, controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{})
	change := controls.NewLink(say("report.page.change"), func() {
		a.Folder(func(path string) { place.Set(path, controls.ColorMuted) })
	})
	refused := controls.NewHint(widget.MediumImportance)
	about := controls.NewHint(widget.MediumImportance)
	about.Show(at.About)
	fields := controls.Stack(10, about.Content(), field, container.New(&controls.Flow{GapX: 12, GapY: 4}, place, change), refused.Content())
	b := a.NewWideBox(cmp.Or(at.Title, say("file.title")), fields, "dialog.cancel")
	submit := func() {
		refused.Show("")
		path := filepath.Join(place.Text(), named(field.Text, at.Ending))
		a.GiveAway(run, make(path), func(files []outfile.File, err error) {
			if errors.Is(err, journal.ErrProtected) || errors.Is(err, outfile.ErrNotFile) {
				refused.Show(a.Words.Problem(err).String())
				return
			}
			b.Hide()
			done(files, err)
		})
	}
	field.OnSubmitted = func(string) { submit() }
	save := controls.NewButton(cmp.Or(at.Save, say("dialog.save")), submit)
	save.Importance = widget.HighImportance
	b.Add(save)
	a.Show(b)
	a.Focus(field)
}

// OpenFile asks for a file and calls take with its path, unless none is chosen.
func (a *Asker) OpenFile(folder string, take func(path string)) {
	d := dialog.NewFileOpen(func(chosen fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			a.Problem(err)
		case chosen != nil:
			_ = chosen.Close() // it is read elsewhere
			take(chosen.URI().Path())
		}
	}, a.window)
	d.SetFilter(regular{}) // Fyne opens what is chosen here, and a pipe may never answer
	if place, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		d.SetLocation(place)
	}
	a.showTheirs(d, true)
	d.SetView(dialog.ListView)
	room := a.window.Canvas().Size()
	d.Resize(fyne.NewSize(min(room.Width-60, 760*look.TextScale()), min(room.Height-40, 560*look.TextScale())))
	a.focusFiles()
}

// regular is the filter of the files that end.
type regular struct{}

// Matches implements storage.FileFilter.
func (regular) Matches(u fyne.URI) bool {
	info, err := os.Stat(u.Path())
	return err != nil || info.Mode().IsRegular()
}

// focusFiles gives the list of files of Fyne's dialog the focus, which is the second
// of its lists.
func (a *Asker) focusFiles() {
	c, lists := a.window.Canvas(), 0
	c.Unfocus()
	for range stops {
		c.FocusNext()
		if _, ok := c.Focused().(*widget.List); ok {
			lists++
		}
		if lists == 2 {
			return
		}
	}
}

// Documents returns the folder that files are saved to unless the user chooses
// another.
func Documents() string {
	if dir := xdg.UserDirs.Documents; dir != "" {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	return xdg.Home
}

// named makes what was typed the name of a file with the given ending, in the
// folder that is shown.
func named(typed, ending string) string {
	name := filepath.Base(strings.TrimSpace(typed))
	if name == "." || name == string(filepath.Separator) {
		name = "heliotrope"
	}
	if !strings.HasSuffix(strings.ToLower(name), ending) {
		name += ending
	}
	return name
}
