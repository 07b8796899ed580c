package chartview

import (
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal/chart"
	"heliotrope/journal/report/paper"
)

// corners is a chart with a box in its last corner, a text in its middle, and a hit in
// each half.
func corners(width, height float64, _ chart.Measurer) chart.Scene {
	at := func(x, y float64) chart.Point { return chart.Point{X: x * width, Y: y * height} }
	tip := func(text string) func() []string { return func() []string { return []string{text} } }
	return chart.Scene{
		Width: width, Height: height,
		Items: []chart.Item{
			chart.Rect{Min: chart.Point{X: width - 20, Y: height - 20}, Max: at(1, 1), Role: chart.People},
			chart.Text{At: at(0.5, 0.5), Text: "Middle", Size: 12, Anchor: chart.Middle, Role: chart.Ink},
		},
		Hits: []chart.Hit{
			{Max: at(0.5, 1), Focus: at(0.25, 0.5), Tip: tip("left")},
			{Min: at(0.5, 0), Max: at(1, 1), Focus: at(0.75, 0.5), Tip: tip("right")},
		},
	}
}

// counted counts the scenes that are made.
func counted(scenes *int, scene func(width, height float64, m chart.Measurer) chart.Scene) func(width, height float64, m chart.Measurer) chart.Scene {
	return func(width, height float64, m chart.Measurer) chart.Scene {
		*scenes++
		return scene(width, height, m)
	}
}

// While the window is resized, the chart is the one before, stretched, and what the
// pointer reads is where it is seen. Another one is made once, at the end.
func TestStretchedWhileResized(t *testing.T) {
	scenes := 0
	v, w := show(t, fyne.NewSize(400, 200), counted(&scenes, corners), nil)
	time := timed(v)
	w.Canvas().Capture()
	before := rendererOf(v).picture
	for i := range 60 {
		w.Resize(fyne.NewSize(400+float32(i)*10, 200+float32(i)*5))
		look(v)
	}
	w.Resize(fyne.NewSize(800, 300))
	picture := w.Canvas().Capture()
	if now := rendererOf(v).picture; scenes != 1 || now != before {
		t.Errorf("%d scenes were made, want the first; the picture is of %v, was of %v", scenes, now.Rect, before.Rect)
	}
	wantInk(t, picture, 800-30, 300-20, chart.People) // twice as wide, half as high again
	wantInk(t, picture, 800-3, 300-3, chart.People)
	text := textsOf(v)[0]
	if middle := text.Position().X + text.Size().Width/2; middle != 400 || text.TextSize != 12 {
		t.Errorf("the middle of the text is at %v, %v high", middle, text.TextSize)
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(390, 200))
	if got := reads(v); got != "left" {
		t.Errorf("at 390 of 800 it reads %q", got)
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(410, 200))
	ring := readoutOf(v).ring
	if got := ring.Position().AddXY(ring.Size().Width/2, ring.Size().Height/2); reads(v) != "right" || got != fyne.NewPos(600, 150) {
		t.Errorf("at 410 of 800 it reads %q, with the ring around %v", reads(v), got)
	}

	time.pass()
	for range 3 {
		picture = w.Canvas().Capture()
	}
	if scenes != 2 || v.Scene().Width != 800 {
		t.Errorf("in the end %d scenes were made, of a width of %v", scenes, v.Scene().Width)
	}
	wantInk(t, picture, 800-19, 300-19, chart.People)
	if got := rendererOf(v).picture.Rect; got != image.Rect(0, 0, 800, 300) {
		t.Errorf("the picture is of %v", got)
	}
	if reads(v) != "right" || ring.Position() != fyne.NewPos(600-7, 150-7) {
		t.Errorf("in the end it reads %q at %v", reads(v), ring.Position())
	}
}

// Another chart, other colors and larger texts do not wait for the end of a resize.
func TestResizeIsNotWaitedFor(t *testing.T) {
	scenes := 0
	v, w := show(t, fyne.NewSize(400, 200), counted(&scenes, corners), nil)
	time := timed(v)
	w.Canvas().Capture()
	for name, change := range map[string]func(){
		"another chart": func() { v.SetScene(counted(&scenes, corners), nil) },
		"other colors":  func() { setPalette(chart.Dark); v.Refresh() },
		"larger texts":  func() { fyne.CurrentApp().Settings().SetTheme(twice{fixed{test.Theme(), chart.Dark}}); v.Refresh() },
	} {
		width := w.Canvas().Size().Width + 100
		w.Resize(fyne.NewSize(width, 200))
		if !v.resize.underWay() {
			t.Fatal("the window is not being resized")
		}
		scenes = 0
		change()
		w.Canvas().Capture()
		time.pass()
		w.Canvas().Capture()
		if got := rendererOf(v).picture.Rect.Dx(); scenes != 1 || got != int(width) {
			t.Errorf("%s: %d scenes were made and the picture is %d wide, want one of %v", name, scenes, got, width)
		}
	}
}

// What is hidden is not drawn for, whatever changes, and right when it is shown.
func TestHiddenViewMakesNoScene(t *testing.T) {
	test.NewTempApp(t)
	setPalette(chart.Light)
	scenes := 0
	scene := counted(&scenes, corners)
	v, time := New(never, fyne.NewSize(80, 60), scene, nil), new(timers)
	v.resize.after = time.after
	page := container.NewStack(v)
	w := test.NewTempWindow(t, container.NewStack(page))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 200))
	w.Canvas().Capture()
	page.Hide()
	scenes = 0
	w.Resize(fyne.NewSize(500, 250))
	setPalette(chart.Dark)
	page.Refresh()
	v.SetScene(scene, nil)
	page.Refresh()
	page.Resize(fyne.NewSize(600, 300))
	time.pass()
	w.Canvas().Capture()
	if scenes != 0 {
		t.Errorf("%d scenes were made for a chart that is hidden", scenes)
	}
	page.Show()
	w.Canvas().Capture()
	w.Canvas().Capture()
	if scenes != 1 || v.Scene().Width != 600 || textsOf(v)[0].Color != chart.Dark.Color(chart.Ink) {
		t.Errorf("%d scenes were made once it was shown, of a width of %v, in %v", scenes, v.Scene().Width, textsOf(v)[0].Color)
	}

	page.Hide()
	w.Resize(fyne.NewSize(700, 300))
	page.Resize(fyne.NewSize(700, 300))
	page.Show()
	if picture := w.Canvas().Capture(); rendererOf(v).picture.Rect.Dx() != 700 {
		t.Errorf("a chart that comes back in another size is stretched into %v", picture.Bounds())
	}
}

// The objects, the memory of the picture and the texts of a chart are those of the chart
// before.
func TestObjectsAreReused(t *testing.T) {
	v, w := show(t, fyne.NewSize(400, 200), everything, nil)
	w.Canvas().Capture()
	r := rendererOf(v)
	objects, texts, pix := slices.Clone(r.Objects()), slices.Clone(r.texts.Objects), &r.picture.Pix[0]
	for _, scene := range []func(width, height float64, m chart.Measurer) chart.Scene{corners, always(), everything} {
		v.SetScene(scene, nil)
		w.Canvas().Capture()
	}
	v.Resize(fyne.NewSize(300, 200))
	v.outdate()
	look(v)
	if !slices.Equal(r.Objects(), objects) || !slices.Equal(r.texts.Objects, texts) || &r.picture.Pix[0] != pix {
		t.Error("something was made anew")
	}
	if n := len(textsOf(v)); n != 3 || r.picture.Rect != image.Rect(0, 0, 300, 200) {
		t.Errorf("%d texts are shown on a picture of %v", n, r.picture.Rect)
	}
	v.SetScene(always(), nil)
	look(v)
	for _, p := range r.picture.Pix {
		if p != 0 {
			t.Fatal("something is left of the picture before")
		}
	}

	v.SetScene(everything, nil)
	look(v)
	r.Destroy()
	if len(v.drawn.Items) > 0 {
		t.Error("a chart that was not on screen for long keeps its scene")
	}
	if n := len(textsOf(v)); n != 3 {
		t.Errorf("shown again it has %d texts", n)
	}
}

// Sheets are stretched as well, those that come into view during the resize are drawn
// for its size, and each is drawn once more at the end.
func TestSheetsStretchWhileResized(t *testing.T) {
	s, w := sheetsOf(t, 50, fyne.NewSize(200, 300))
	time := new(timers)
	s.resize.after = time.after
	resize := func(width, height float32) {
		s.Resize(fyne.NewSize(width, height))
		s.Look(0, height)
		w.Resize(fyne.NewSize(width, height))
		w.Canvas().Capture()
	}
	resize(200, 300)
	widths := func() (all []int) {
		for _, d := range s.drawn {
			all = append(all, d.picture.Rect.Dx())
			if at, size := s.place(d.number); d.raster.Position() != at || d.raster.Size() != size {
				t.Errorf("sheet %d is at %v, %v large, want %v, %v", d.number, d.raster.Position(), d.raster.Size(), at, size)
			}
		}
		return all
	}
	first := widths()
	time.pass()
	resize(300, 300)
	for _, d := range s.drawn {
		if d.number < 2 && d.picture.Rect.Dx() != 200 {
			t.Errorf("during a resize sheet %d was drawn for %v", d.number, d.picture.Rect)
		}
	}
	resize(300, 1200)
	if n := len(s.drawn); n <= len(first) {
		t.Fatalf("%d sheets are drawn where there is more room, were %d", n, len(first))
	}
	time.pass()
	w.Canvas().Capture()
	for _, width := range widths() {
		if width != 300 {
			t.Errorf("after the resize a sheet is %d wide", width)
		}
	}
}

// Another sheet comes onto the raster of one that is out of view, so that no picture is
// left for Fyne to forget a minute later.
func TestSheetsReuseRasters(t *testing.T) {
	s, w := sheetsOf(t, 50, fyne.NewSize(200, 300))
	rasters := make(map[fyne.CanvasObject]bool)
	for top := float32(0); top < 50*114; top += 100 {
		s.Look(top, 300)
		w.Canvas().Capture()
		for _, d := range s.drawn {
			rasters[d.raster] = true
			if !d.painted || d.scene.Width != 200 {
				t.Errorf("at %v sheet %d is not painted", top, d.number)
			}
		}
	}
	if len(rasters) > 7 {
		t.Errorf("%d rasters were made for 50 sheets", len(rasters))
	}
	test.WidgetRenderer(s).Destroy()
	if len(s.drawn)+len(s.spare) > 0 {
		t.Error("sheets that were not on screen for long keep their pictures")
	}
	s.Look(0, 300)
	if len(s.drawn) == 0 {
		t.Error("looked at again, nothing is drawn")
	}
}

// A raster that shows another sheet is painted again.
func TestReusedSheetsShowTheirOwn(t *testing.T) {
	test.NewTempApp(t)
	setPalette(chart.Light)
	s := NewSheets(never, paper.Font(false), paper.Font(true))
	w := test.NewTempWindow(t, container.NewWithoutLayout(s))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 100))
	s.Resize(fyne.NewSize(200, 100))
	sheet := func(role chart.Role) []chart.Scene {
		return []chart.Scene{{Width: 200, Height: 100, Items: []chart.Item{
			chart.Rect{Min: chart.Point{X: 10, Y: 10}, Max: chart.Point{X: 190, Y: 90}, Role: role}}}}
	}
	for _, role := range []chart.Role{chart.People, chart.Technical, chart.People} {
		s.SetScenes(sheet(role))
		s.Look(0, 100)
		wantInk(t, w.Canvas().Capture(), 100, 50, role)
	}
}
