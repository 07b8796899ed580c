package week

import (
	"path/filepath"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/outfile"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/tasks"
)

// leftOut shows below a field how much of a paste did not fit into it, and
// offers to save that as a file.
type leftOut struct {
	words *words.Words
	tasks tasks.Tasks
	ask   *dialogs.Asker

	rest string
	hint *controls.Hint
	link *controls.Link
	root *fyne.Container
}

func newLeftOut(w *words.Words, t tasks.Tasks, ask *dialogs.Asker) *leftOut {
	l := &leftOut{words: w, tasks: t, ask: ask, hint: controls.NewHint(widget.MediumImportance)}
	l.link = controls.NewLink(w.Say("text.rest.save"), l.save)
	l.root = controls.Stack(4, l.hint.Content(), container.NewHBox(l.link))
	l.hide()
	return l
}

// show shows how much was left out. A single key is not worth a file.
func (l *leftOut) show(rest string) {
	l.rest = rest
	n := utf8.RuneCountInString(rest)
	l.hint.Show(l.words.Count("text.cut", n))
	l.link.Hidden = n == 1
	l.root.Show()
	l.root.Refresh()
}

// hide shows nothing any longer.
func (l *leftOut) hide() {
	l.rest = ""
	l.root.Hide()
}

// save writes what was left out to a file that the user chooses.
func (l *leftOut) save() {
	rest := l.rest
	place := dialogs.Place{Folder: dialogs.Documents(), Name: l.words.Say("text.rest.name"), Ending: ".txt"}
	l.ask.File(l.tasks.Run, place, func(path string) func() ([]outfile.File, error) {
		return func() ([]outfile.File, error) { return []outfile.File{{Path: path, Content: []byte(rest)}}, nil }
	}, func(files []outfile.File, err error) {
		if err != nil {
			l.hint.Show(l.words.Problem(err).String())
			return
		}
		l.hint.Show(l.words.Say("text.rest.saved", words.Args{"Name": filepath.Base(files[0].Path)}))
		l.link.Hide()
	})
}
