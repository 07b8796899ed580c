package dialogs

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/adrg/xdg"

	"heliotrope/ui/controls"
	"heliotrope/ui/texts"
)

// File asks for the name and the folder of a file, and before it replaces one.
// Fyne's own dialog empties a file as soon as it is chosen; this one leaves it
// to take, whole or not at all.
func (a *Asker) File(folder, name, ending string, take func(path string)) {
	say := a.Words.Say
	field := controls.NewTextField(false, 200, texts.CleanLine)
	field.SetText(name)
	place := controls.NewColored(folder, controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{})
	change := controls.NewLink(say("report.page.change"), func() {
		a.Folder(func(path string) { place.Set(path, controls.ColorMuted) })
	})
	fields := controls.Stack(10, field, container.New(&controls.Flow{GapX: 12, GapY: 4}, place, change))
	d := a.WideBox(say("file.title"), fields)
	submit := func() {
		path := filepath.Join(place.Text(), named(field.Text, ending))
		d.Hide()
		if _, err := os.Stat(path); err == nil {
			a.Confirm(say("report.page.exists"), path, say("report.page.replace"), func() { take(path) })
			return
		}
		take(path)
	}
	field.OnSubmitted = func(string) { submit() }
	save := controls.NewButton(say("dialog.save"), submit)
	save.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{controls.NewButton(say("dialog.cancel"), d.Hide), save})
	a.Show(d)
	a.Focus(field)
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
