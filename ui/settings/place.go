package settings

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// newPlaceGroup shows where the journal is and opens its folder, and takes it along
// as a file.
func (p *Page) newPlaceGroup(path string) fyne.CanvasObject {
	w := p.Words
	where := controls.Body(path)
	where.Wrapping = fyne.TextWrapBreak
	where.Selectable = true
	problem := controls.NewHint(widget.MediumImportance)
	open := controls.NewButton(w.Say("settings.place.open"), func() {
		problem.Show("")
		if err := p.window.OpenPath(filepath.Dir(path)); err != nil {
			problem.Show(w.Say("settings.place.failed"))
		}
	})
	about := controls.Caption("")
	p.showFile = func() { about.SetText(aboutFile(w, path)) }
	place := controls.Stack(4, newLine(w.Say("settings.place.file"), nil, open), controls.Flush(where),
		controls.Flush(about), problem.Content())
	imports := controls.NewButton(w.Say("transfer.import"), p.Import)
	if p.ReadOnly {
		imports.Disable()
	}
	files := newLine(w.Say("transfer.title"), controls.Flush(controls.Caption(w.Say("transfer.about"))),
		buttons(imports, controls.NewButton(w.Say("transfer.export"), p.Export)))
	return newGroup(w.Say("settings.place.title"), place, files)
}

// aboutFile formats how large the journal's file is and who can read it.
func aboutFile(w *words.Words, path string) string {
	var sentences []string
	if info, err := os.Stat(path); err == nil {
		sentences = append(sentences, w.Say("settings.place.read", words.Args{"Size": w.Size(info.Size())}))
		const others = 0o077
		switch {
		case runtime.GOOS == "windows": // where a file has no such mode
		case info.Mode().Perm()&others == 0:
			sentences = append(sentences, w.Say("settings.place.private"))
		default:
			sentences = append(sentences, w.Say("settings.place.readable"))
		}
	}
	return strings.Join(append(sentences, w.Say("settings.place.offline")), " ")
}
