package trends

import (
	"errors"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal/chart"
	"heliotrope/journal/preferences"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/uitest"
)

func TestChartInWords(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	page := d.page
	d.Misses("22 weeks logged of 26, from 1 June 2026")
	d.menuItem(page.dials, "Read as text")
	d.Sees("22 weeks logged of 26, from 1 June 2026")
	d.menuItem(page.dials, "Hide the text")
	d.Misses("22 weeks logged of 26, from 1 June 2026")
}

// menuItem chooses an item of the menu of a card.
func (d *desk) menuItem(c *chartCard, text string) {
	d.T.Helper()
	var button *controls.MenuButton
	uitest.Walk(c.root, func(o fyne.CanvasObject) {
		if b, ok := o.(*controls.MenuButton); ok {
			button = b
		}
	})
	d.Window.Canvas().Focus(button)
	d.Press(fyne.KeyReturn)
	d.ChooseItem(text)
}

func TestCopyPicture(t *testing.T) {
	var copied []byte
	refuse := false
	d := newDeskWith(t, uitest.Sample(t), words.English, func(png []byte) error {
		if refuse {
			return errors.New("no clipboard")
		}
		copied = png
		return nil
	})
	page := d.page
	d.menuItem(page.dials, "Copy as image")
	d.Sees("Image copied.")
	picture, err := png.DecodeConfig(strings.NewReader(string(copied)))
	if err != nil || picture.Width < 1120 {
		t.Errorf("copied a picture of %d pixels, %v", picture.Width, err)
	}
	refuse = true
	d.menuItem(page.dials, "Copy as image")
	d.Sees("Images can’t be copied")
	d.Misses("Image copied.")
}

func TestSaveChart(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	page := d.page
	dir := t.TempDir()
	page.give.folder = dir
	d.menuItem(page.dials, "Save as SVG…")
	d.Sees("Save as", dir)
	d.Press(fyne.KeyReturn)
	d.Sees("Saved as heliotrope-dials-2026-W48.svg.")
	path := filepath.Join(dir, "heliotrope-dials-2026-W48.svg")
	svg, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(svg), "#FFFFFF") {
		t.Errorf("the SVG is %d bytes, %v", len(svg), err)
	}

	d.menuItem(page.dials, "Save as PNG…")
	d.Window.Canvas().Focused().(*controls.TextField).SetText("  lean  ")
	d.TapButton("Save")
	d.Clock.Finish()
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
	d.menuItem(page.dials, "Save as SVG…")
	d.TapButton("Save")
	d.Clock.Finish()
	d.Sees("Replace the file?", path)
	d.TapButton("Cancel")
	if kept, _ := os.ReadFile(path); string(kept) != "mine" {
		t.Error("the file was replaced although that was refused")
	}
	d.Sees("Save as") // for another name
	d.TapButton("Save")
	d.Clock.Finish()
	d.TapButton("Replace")
	d.Clock.Finish()
	if now, _ := os.ReadFile(path); string(now) != string(svg) {
		t.Error("the file was not replaced")
	}

	// A journal is not, and the name can be changed.
	v, err := vault.At(filepath.Join(dir, "own.svg"), preferences.Open(""), d.Clock.Now)
	if err == nil {
		_, err = v.Open()
	}
	if err := errors.Join(err, v.Close()); err != nil {
		t.Fatal(err)
	}
	d.menuItem(page.dials, "Save as SVG…")
	uitest.Find[*controls.TextField](&d.Screen, nil).SetText("own")
	d.TapButton("Save")
	d.Clock.Finish()
	d.Sees("own.svg belongs to a journal", "Save as")
	d.Misses("Replace the file?")
	uitest.Find[*controls.TextField](&d.Screen, nil).SetText("other")
	d.TapButton("Save")
	d.Clock.Finish()
	d.Sees("Saved as other.svg.")

	page.give.folder = filepath.Join(dir, "none")
	d.menuItem(page.dials, "Save as PNG…")
	d.TapButton("Save")
	d.Clock.Finish()
	d.Sees(" doesn’t exist.")
}

// A chart is drawn while it is in view and not otherwise: not while it is scrolled out of
// sight, folded or hidden, and not while the window is resized. When it comes into view,
// it is right.
func TestChartsAreDrawnInView(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	d.page.charts[0].fold.Toggle()
	drawn := make(map[string]int)
	counted := func(c *chartCard) {
		c.view.SetScene(func(width, height float64, m chart.Measurer) chart.Scene {
			drawn[c.chart.ID]++
			return c.chart.Draw(width, height, m)
		}, c.chart.Height)
	}
	counted(d.page.dials)
	counted(d.page.tracks)
	counted(d.page.charts[0].card)
	want := func(what string, dials, tracks, kinds int) {
		t.Helper()
		d.Draw()
		if got := [3]int{drawn["dials"], drawn["tracks"], drawn["kinds"]}; got != [3]int{dials, tracks, kinds} {
			t.Errorf("%s: dials, tracks and kinds were made %v times", what, got)
		}
		clear(drawn)
	}
	d.Window.Resize(fyne.NewSize(1000, 500))
	want("the page from its beginning", 1, 0, 0)
	for i := range 60 {
		d.Window.Resize(fyne.NewSize(1000+float32(i), 500))
		d.Draw()
	}
	want("during a resize", 0, 0, 0)
	d.Clock.Advance(time.Second)
	want("after it", 1, 0, 0)
	controls.Reveal(d.page.tracks.view)
	want("the next chart", 0, 1, 0)
	if width := d.page.tracks.view.Scene().Width; math.Abs(width-float64(d.page.tracks.view.Size().Width)) > 0.5 {
		t.Errorf("the next chart is %v wide in a view of %v", width, d.page.tracks.view.Size())
	}
	controls.Reveal(d.page.charts[0].card.view)
	want("the first section", 0, 0, 1)
	d.page.charts[0].fold.Toggle()
	d.page.scroll.ScrollToTop()
	d.page.Content().Hide()
	d.Window.Resize(fyne.NewSize(1300, 600))
	d.page.show(chart.Input{}, nil)
	d.App.Settings().SetTheme(look.New(preferences.Preferences{Appearance: look.AlwaysDark, TextSize: 150}))
	d.Clock.Advance(time.Second)
	want("hidden and folded", 0, 0, 0)
}
