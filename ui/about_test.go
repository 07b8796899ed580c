package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal/words"
	"heliotrope/ui/shortcuts"
	"heliotrope/ui/uitest"
)

// What is new names this version, and has no links that lead nowhere.
func TestNewsOf(t *testing.T) {
	got := newsOf("# Changelog\n\nAll.\n\n## [Unreleased]\n\n- A [manual](assets/manual/en/using.md#line), see [Go](https://go.dev).\n", "1.2.3")
	if want := "## 1.2.3\n\n- A manual, see [Go](https://go.dev).\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Fyne's own dialog of files leaves Escape to nobody, and knows no Enter.
func TestEscapeClosesTheDialogOfFiles(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	escape := shortcuts.Key{Name: fyne.KeyEscape}
	if d.shell.press(escape) {
		t.Error("the window took Escape from a page")
	}
	for name, open := range map[string]func(){
		"file":   func() { d.shell.space.Ask.OpenFile(t.TempDir(), nil) },
		"folder": func() { d.shell.space.Ask.Folder(nil) },
	} {
		open() // the list of files has the focus
		if !d.shell.space.Ask.Open() {
			t.Fatalf("%s: no dialog", name)
		}
		if !d.shell.press(escape) || d.shell.space.Ask.Open() {
			t.Errorf("%s: Escape did not close it", name)
		}
	}
}

func TestEnterChoosesAFile(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	folder := t.TempDir()
	path := filepath.Join(folder, "everything.json")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	chosen := ""
	d.shell.space.Ask.OpenFile(folder, func(path string) { chosen = path })
	d.Press(fyne.KeyDown) // from the parent
	enter := shortcuts.Key{Name: fyne.KeyReturn}
	d.shell.press(enter)
	d.shell.press(enter)
	if chosen != path || d.shell.space.Ask.Open() {
		t.Errorf("Enter chose %q", chosen)
	}
}

func TestAboutNamesWhatWasBuilt(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.shell.showAbout()
	d.Sees("Heliotrope 1.2.3 (commit 0123456789ab). Built with Fyne")
}

// Who reads another language is told that what is new is written in English.
func TestNewsNameTheirLanguage(t *testing.T) {
	const english, french = "This text is in English.", "Ce texte est en anglais."
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.shell.showNews()
	d.Misses(english)
	d = newDesk(t, uitest.Weeks(3), words.French)
	d.shell.showNews()
	d.Sees(french)
}
