package chartview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal/chart"
)

// twice is a theme with texts twice as large.
type twice struct{ fyne.Theme }

func (t twice) Size(name fyne.ThemeSizeName) float32 {
	if size := t.Theme.Size(name); name != theme.SizeNameText && name != theme.SizeNameCaptionText {
		return size
	}
	return 2 * t.Theme.Size(name)
}

// TestLargerTexts: a chart grows with the texts of the window: its own texts, its
// marks, what is read out where, and the room that it asks for.
func TestLargerTexts(t *testing.T) {
	scene := func(width, height float64, m chart.Measurer) chart.Scene {
		s := fourWeeks(width, height, m)
		s.Items = append(s.Items,
			chart.Text{At: chart.Point{X: 20, Y: 30}, Text: "even", Size: 12, Role: chart.Ink},
			chart.Mark{At: chart.Point{X: 60, Y: 50}, Radius: 5, Role: chart.Technical})
		return s
	}
	v, w := show(t, fyne.NewSize(400, 200), scene, nil)
	v.SetScene(scene, func(width float64) float64 { return width / 2 })
	small := *textsOf(v)[0]
	fyne.CurrentApp().Settings().SetTheme(twice{fixed{test.Theme(), chart.Light}})
	w.Resize(fyne.NewSize(800, 400)) // has room for all of it, twice as large
	large := *textsOf(v)[0]
	if large.TextSize != 2*small.TextSize || large.Position().X != 2*small.Position().X {
		t.Errorf("the text is %v high at %v, was %v at %v", large.TextSize, large.Position(), small.TextSize, small.Position())
	}
	if s := v.Scene(); s.Width != 400 || s.Height != 200 {
		t.Errorf("the scene is %v by %v, want 400 by 200", s.Width, s.Height)
	}
	picture := rendererOf(v).paint(800, 400)
	wantInk(t, picture, 120+8, 100, chart.Technical)
	wantInk(t, picture, 120+12, 100, -1)
	if got := v.MinSize(); got != fyne.NewSize(160, 400) {
		t.Errorf("it asks for %v, want 160 by 400", got)
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(220, 200))
	if got := reads(v); got != "Week 1" {
		t.Errorf("at 220 of 800 it reads %q, want the second of four weeks", got)
	}
	ring := readoutOf(v).ring
	if center := ring.Position().X + ring.Size().Width/2; center != 300 {
		t.Errorf("the ring is at %v, want 300", center)
	}
}
