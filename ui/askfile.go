package ui

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/ui/controls"
)

// file asks for the name and the folder of a file, and before it replaces one.
// Fyne's own dialog empties a file as soon as it is chosen; this one leaves it
// to take, whole or not at all.
func (a *asker) file(folder, name, ending string, take func(path string)) {
	say := a.words.Say
	field := controls.NewTextField(false, 200, cleanLine)
	field.SetText(name)
	place := controls.NewColored(folder, controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{})
	change := controls.NewLink(say("report.page.change"), func() {
		a.show(dialog.NewFolderOpen(func(chosen fyne.ListableURI, err error) {
			if err == nil && chosen != nil {
				place.Set(chosen.Path(), controls.ColorMuted)
			}
		}, a.window))
	})
	fields := controls.Stack(10, field, container.New(&controls.Flow{GapX: 12, GapY: 4}, place, change))
	d := dialog.NewCustomWithoutButtons(say("file.title"), wide(fields), a.window)
	submit := func() {
		path := filepath.Join(place.Text(), named(field.Text, ending))
		d.Hide()
		if _, err := os.Stat(path); err == nil {
			a.confirm(say("report.page.exists"), path, say("report.page.replace"), func() { take(path) })
			return
		}
		take(path)
	}
	field.OnSubmitted = func(string) { submit() }
	save := controls.NewButton(say("dialog.save"), submit)
	save.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{controls.NewButton(say("dialog.cancel"), d.Hide), save})
	a.show(d)
	a.focus(field)
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
