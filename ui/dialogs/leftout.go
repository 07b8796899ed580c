package dialogs

import (
	"path/filepath"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/outfile"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// LeftOut shows below a field how much of a paste did not fit into it, and
// offers to save that as a file.
type LeftOut struct {
	ask *Asker
	run func(work func() error, done func(error))

	rest string
	hint *controls.Hint
	link *controls.Link
	root *fyne.Container
}

// NewLeftOut returns one that shows nothing. Run does work off the window's
// goroutine.
func (a *Asker) NewLeftOut(run func(work func() error, done func(error))) *LeftOut {
	l := &LeftOut{ask: a, run: run, hint: controls.NewHint(widget.MediumImportance)}
	l.link = controls.NewLink(a.Words.Say("text.rest.save"), l.save)
	l.root = controls.Stack(4, l.hint.Content(), container.NewHBox(l.link))
	l.Hide()
	return l
}

// Show shows how much was left out. A single key is not worth a file.
func (l *LeftOut) Show(rest string) {
	l.rest = rest
	n := utf8.RuneCountInString(rest)
	l.hint.Show(l.ask.Words.Count("text.cut", n))
	l.link.Hidden = n == 1
	l.root.Show()
	l.root.Refresh()
}

// Hide shows nothing any longer.
func (l *LeftOut) Hide() {
	l.rest = ""
	l.root.Hide()
}

// Content returns what is put below the field.
func (l *LeftOut) Content() fyne.CanvasObject { return l.root }

// save writes what was left out to a file that the user chooses.
func (l *LeftOut) save() {
	rest := l.rest
	place := Place{Folder: Documents(), Name: l.ask.Words.Say("text.rest.name"), Ending: ".txt"}
	l.ask.File(l.run, place, func(path string) func() ([]outfile.File, error) {
		return func() ([]outfile.File, error) { return []outfile.File{{Path: path, Content: []byte(rest)}}, nil }
	}, func(files []outfile.File, err error) {
		if err != nil {
			l.hint.Show(l.ask.Words.Problem(err).String())
			return
		}
		l.hint.Show(l.ask.Words.Say("text.rest.saved", words.Args{"Name": filepath.Base(files[0].Path)}))
		l.link.Hide()
	})
}
