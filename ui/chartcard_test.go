package ui

import (
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

func TestChartInWords(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	page := d.trends()
	d.misses("The line begins at")
	d.shell.window.Canvas().Focus(page.lean().inWords)
	d.press(fyne.KeyReturn)
	d.sees("The line begins at", "Hide the words")
	d.press(fyne.KeyReturn)
	d.misses("The line begins at")
}

// menuItem chooses an item of the menu of a card.
func (d *desk) menuItem(c *chartCard, text string) {
	d.t.Helper()
	var button *controls.MenuButton
	walk(c.root, func(o fyne.CanvasObject) {
		if b, ok := o.(*controls.MenuButton); ok {
			button = b
		}
	})
	d.shell.window.Canvas().Focus(button)
	d.press(fyne.KeyReturn)
	menu, ok := d.shell.window.Canvas().Focused().(*widget.PopUpMenu)
	if !ok {
		d.t.Fatalf("the menu has not the focus but %T", d.shell.window.Canvas().Focused())
	}
	for _, item := range menu.Items {
		d.press(fyne.KeyDown)
		says := ""
		walk(item, func(o fyne.CanvasObject) {
			if t, ok := o.(*canvas.Text); ok {
				says += t.Text
			}
		})
		if says == text {
			d.press(fyne.KeyReturn)
			return
		}
	}
	d.t.Fatalf("no item says %q", text)
}

func TestCopyPicture(t *testing.T) {
	var copied []byte
	refuse := false
	d := newDeskWith(t, sampleContents(t), words.English, func(c *Config) {
		c.CopyPicture = func(png []byte) error {
			if refuse {
				return errors.New("no clipboard")
			}
			copied = png
			return nil
		}
	})
	page := d.trends()
	d.menuItem(page.lean(), "Copy as picture")
	d.sees("Copied as a picture.")
	picture, err := png.DecodeConfig(strings.NewReader(string(copied)))
	if err != nil || picture.Width < 1120 {
		t.Errorf("copied a picture of %d pixels, %v", picture.Width, err)
	}
	refuse = true
	d.menuItem(page.lean(), "Copy as picture")
	d.sees("clipboard takes no pictures")
	d.misses("Copied")
}

func TestSaveChart(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	page := d.trends()
	dir := t.TempDir()
	page.hooks.give.folder = dir
	d.menuItem(page.lean(), "Save as SVG…")
	d.sees("Save as", dir)
	d.press(fyne.KeyReturn)
	d.sees("Saved as heliotrope-lean-2026-W48.svg.")
	path := filepath.Join(dir, "heliotrope-lean-2026-W48.svg")
	svg, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(svg), "#FFFFFF") {
		t.Errorf("the SVG is %d bytes, %v", len(svg), err)
	}

	d.menuItem(page.lean(), "Save as PNG…")
	d.shell.window.Canvas().Focused().(*controls.TextField).SetText("  lean  ")
	d.tapButton("Save")
	file, err := os.Open(filepath.Join(dir, "lean.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := png.Decode(file); err != nil {
		t.Error(err)
	}

	// A file that is there is kept unless one says so.
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.menuItem(page.lean(), "Save as SVG…")
	d.tapButton("Save")
	d.sees("Replace the file?", path)
	d.tapButton("Cancel")
	if kept, _ := os.ReadFile(path); string(kept) != "mine" {
		t.Error("the file was replaced although that was refused")
	}
	d.menuItem(page.lean(), "Save as SVG…")
	d.tapButton("Save")
	d.tapButton("Replace")
	if now, _ := os.ReadFile(path); string(now) != string(svg) {
		t.Error("the file was not replaced")
	}

	page.hooks.give.folder = filepath.Join(dir, "none")
	d.menuItem(page.lean(), "Save as PNG…")
	d.tapButton("Save")
	d.sees("This file or folder is not there.")
}

func TestNamed(t *testing.T) {
	for typed, want := range map[string]string{
		"lean": "lean.svg", "lean.SVG": "lean.SVG", "a/b/../../etc/lean": "lean.svg", " ": "heliotrope.svg", "/": "heliotrope.svg", "lean.png": "lean.png.svg",
	} {
		if got := named(typed, ".svg"); got != want {
			t.Errorf("named(%q) = %q, want %q", typed, got, want)
		}
	}
}
