package chartview

import (
	"image"
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/ui/controls"
)

func press(v *View, keys ...fyne.KeyName) {
	for _, key := range keys {
		v.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// reads returns which week is read out, "" if none.
func reads(v *View) string {
	if tip := v.Reading(); tip != nil {
		return tip[0]
	}
	return ""
}

func TestHoverReadsAWeek(t *testing.T) {
	v, w := show(t, fyne.NewSize(400, 200), fourWeeks, nil)
	for _, tt := range []struct {
		x, y float32
		want string
	}{
		{0, 100, "Week 0"}, {99.9, 100, "Week 0"}, {100, 100, "Week 1"}, {250, 11, "Week 2"}, {399, 189, "Week 3"},
		{250, 9, ""}, {250, 190, ""}, {50, 50, "Week 0"},
	} {
		test.MoveMouse(w.Canvas(), fyne.NewPos(tt.x, tt.y))
		if got := reads(v); got != tt.want {
			t.Errorf("at %v,%v it reads %q, want %q", tt.x, tt.y, got, tt.want)
		}
	}
	v.MouseOut()
	if got := reads(v); got != "" {
		t.Errorf("it reads %q when the pointer has left", got)
	}
	for _, o := range readoutOf(v).objects() {
		if o.Visible() {
			t.Errorf("%T is left when nothing is read out", o)
		}
	}
}

func rendererOf(v *View) *renderer { return test.WidgetRenderer(v).(*renderer) }

func readoutOf(v *View) *readout { return rendererOf(v).readout }

func TestKeysReadWeeks(t *testing.T) {
	for _, tt := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{nil, "Week 3"}, // the newest
		{[]fyne.KeyName{fyne.KeyLeft}, "Week 2"},
		{[]fyne.KeyName{fyne.KeyRight}, "Week 3"},
		{[]fyne.KeyName{fyne.KeyHome}, "Week 0"},
		{[]fyne.KeyName{fyne.KeyHome, fyne.KeyLeft}, "Week 0"},
		{[]fyne.KeyName{fyne.KeyHome, fyne.KeyRight}, "Week 1"},
		{[]fyne.KeyName{fyne.KeyHome, fyne.KeyEnd}, "Week 3"},
		{[]fyne.KeyName{fyne.KeyEscape}, ""},
		{[]fyne.KeyName{fyne.KeyEscape, fyne.KeyLeft}, "Week 3"},
		{[]fyne.KeyName{fyne.KeyEscape, fyne.KeyRight}, "Week 0"},
	} {
		v, w := show(t, fyne.NewSize(400, 200), fourWeeks, nil)
		w.Canvas().Focus(v)
		v.TypedRune('x')
		press(v, tt.keys...)
		if got := reads(v); got != tt.want {
			t.Errorf("after %v it reads %q, want %q", tt.keys, got, tt.want)
		}
		w.Canvas().Unfocus()
		if got := reads(v); got != "" {
			t.Errorf("it reads %q without the focus", got)
		}
	}
}

func TestFocusRing(t *testing.T) {
	v, w := show(t, fyne.NewSize(400, 200), fourWeeks, nil)
	ring := rendererOf(v).ring
	if ring.Visible() {
		t.Error("there is a ring without focus")
	}
	w.Canvas().Focus(v)
	if !ring.Visible() || ring.Position() != fyne.NewPos(-4, -4) || ring.Size() != fyne.NewSize(408, 208) {
		t.Errorf("with the focus the ring is %+v", ring)
	}
	w.Canvas().Unfocus()
	if ring.Visible() {
		t.Error("the ring stays when the focus has left")
	}
}

func TestOpen(t *testing.T) {
	var opened []journal.Week
	v, w := show(t, fyne.NewSize(400, 200), fourWeeks, func(h chart.Hit) { opened = append(opened, h.Behind.Span.From) })
	test.TapCanvas(w.Canvas(), fyne.NewPos(150, 100))
	test.TapCanvas(w.Canvas(), fyne.NewPos(150, 5)) // next to the weeks
	w.Canvas().Focus(v)
	press(v, fyne.KeyHome, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyEnter, fyne.KeyEscape, fyne.KeyEnter)
	if want := []journal.Week{firstWeek.Add(1), firstWeek, firstWeek.Add(3)}; !slices.Equal(opened, want) {
		t.Errorf("opened %v, want %v", opened, want)
	}

	v, w = show(t, fyne.NewSize(400, 200), fourWeeks, nil)
	test.TapCanvas(w.Canvas(), fyne.NewPos(150, 100)) // opens nothing
	press(v, fyne.KeyHome, fyne.KeyReturn)
}

func TestSetScene(t *testing.T) {
	v, w := show(t, fyne.NewSize(400, 200), fourWeeks, nil)
	w.Canvas().Focus(v)
	press(v, fyne.KeyHome)
	v.SetScene(func(width, height float64, m chart.Measurer) chart.Scene {
		s := fourWeeks(width, height, m)
		s.Hits = s.Hits[:1]
		return s
	}, nil)
	if got := reads(v); got != "" || len(v.Scene().Hits) != 1 {
		t.Errorf("a new chart of %d weeks still reads %q", len(v.Scene().Hits), got)
	}
	press(v, fyne.KeyEnd)
	if got := reads(v); got != "Week 0" {
		t.Errorf("the last week of the new chart is %q", got)
	}
}

// A scene that has fewer weeks than the one before, without SetScene, must not
// leave a week read out that is gone.
func TestSceneMayLoseWeeks(t *testing.T) {
	weeks := 4
	v, w := show(t, fyne.NewSize(400, 200), func(width, height float64, m chart.Measurer) chart.Scene {
		s := fourWeeks(width, height, m)
		s.Hits = s.Hits[:weeks]
		return s
	}, func(chart.Hit) {})
	w.Canvas().Focus(v)
	for weeks = range 4 {
		w.Resize(fyne.NewSize(400, 300+float32(weeks)))
		press(v, fyne.KeyReturn)
		w.Canvas().Capture()
		if weeks == 0 && v.Reading() != nil {
			t.Errorf("%v is read out of a chart without weeks", v.Reading())
		}
	}
}

func TestEmptyScene(t *testing.T) {
	for name, scene := range map[string]func(width, height float64, m chart.Measurer) chart.Scene{
		"nothing at all": func(float64, float64, chart.Measurer) chart.Scene { return chart.Scene{} },
		"no items":       always(),
	} {
		t.Run(name, func(t *testing.T) {
			v, w := show(t, fyne.NewSize(400, 200), scene, func(chart.Hit) { t.Error("opened a week of nothing") })
			test.MoveMouse(w.Canvas(), fyne.NewPos(50, 50))
			test.TapCanvas(w.Canvas(), fyne.NewPos(50, 50))
			w.Canvas().Focus(v)
			press(v, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyEscape)
			if v.Reading() != nil {
				t.Errorf("reads %v", v.Reading())
			}
			if w.Canvas().Capture() == nil {
				t.Error("nothing was drawn")
			}
		})
	}
}

func TestSceneIsMadeOnceForASize(t *testing.T) {
	var sizes []image.Point
	scene := func(width, height float64, m chart.Measurer) chart.Scene {
		sizes = append(sizes, image.Pt(int(width), int(height)))
		return fourWeeks(width, height, m)
	}
	v, w := show(t, fyne.NewSize(400, 200), scene, nil)
	time := timed(v)
	w.Canvas().Capture()
	sizes = nil
	want := func(what string, want ...image.Point) {
		t.Helper()
		if !slices.Equal(sizes, want) {
			t.Errorf("%s made the scene for %v, want %v", what, sizes, want)
		}
		sizes = nil
	}
	w.Resize(fyne.NewSize(400, 200))
	v.Resize(fyne.NewSize(400, 200))
	v.Refresh()
	v.Move(fyne.NewPos(3, 3))
	want("the same size")
	w.Resize(fyne.NewSize(450, 200))
	w.Resize(fyne.NewSize(500, 200))
	w.Canvas().Capture()
	want("another width, while the window is resized,")
	time.pass()
	want("the end of a resize that was not drawn")
	w.Canvas().Capture()
	w.Canvas().Capture()
	want("another width, once it is drawn,", image.Pt(500, 200))
	v.Hide()
	v.Show()
	test.MoveMouse(w.Canvas(), fyne.NewPos(50, 50))
	w.Canvas().Focus(v)
	press(v, fyne.KeyHome, fyne.KeyRight)
	w.Canvas().Capture()
	want("reading and painting")
	v.Resize(fyne.NewSize(0, 200))
	time.pass()
	v.Scene()
	want("no width")
	v.Resize(fyne.NewSize(300, 200))
	v.Scene()
	want("another width again", image.Pt(300, 200))
	v.SetScene(scene, nil)
	want("another scene that was not drawn")
	look(v)
	want("another scene", image.Pt(300, 200))

	unplaced := New(never, fyne.NewSize(80, 60), scene, nil)
	unplaced.SetScene(scene, nil)
	want("a view without a place")
	if unplaced.MinSize() != fyne.NewSize(80, 60) {
		t.Errorf("the smallest size is %v", unplaced.MinSize())
	}
	unplaced.Resize(fyne.NewSize(90, 70))
	unplaced.Scene()
	want("its first place", image.Pt(90, 70))
}

func TestResizeDrawsForTheNewSize(t *testing.T) {
	v, w := show(t, fyne.NewSize(400, 200), func(width, height float64, _ chart.Measurer) chart.Scene {
		return chart.Scene{Width: width, Height: height, Items: []chart.Item{
			chart.Rect{Min: chart.Point{X: width - 20, Y: height - 20}, Max: chart.Point{X: width, Y: height}, Role: chart.People},
		}}
	}, nil)
	time := timed(v)
	for _, size := range []fyne.Size{{Width: 400, Height: 200}, {Width: 600, Height: 200}, {Width: 300, Height: 150}} {
		w.Resize(size)
		time.pass()
		if v.Scene().Width != float64(size.Width) || v.Scene().Height != float64(size.Height) {
			t.Errorf("at %v the scene is %v×%v", size, v.Scene().Width, v.Scene().Height)
		}
		picture := w.Canvas().Capture()
		wantInk(t, picture, int(size.Width)-10, int(size.Height)-10, chart.People)
		if got := picture.At(int(size.Width)-22, int(size.Height)-10); color.NRGBAModel.Convert(got) != chart.Light.Card {
			t.Errorf("at %v, beside the box the picture has %v", size, got)
		}
	}
}

// watched is an app that counts which objects are asked to be drawn again, as a
// window does that caches what it has drawn.
type watched struct {
	fyne.App
	refreshed map[fyne.CanvasObject]int
}

func (a watched) Driver() fyne.Driver { return watchedDriver{a.App.Driver(), a.refreshed} }

type watchedDriver struct {
	fyne.Driver
	refreshed map[fyne.CanvasObject]int
}

func (d watchedDriver) CanvasForObject(o fyne.CanvasObject) fyne.Canvas {
	return watchedCanvas{d.Driver.CanvasForObject(o), d.refreshed}
}

type watchedCanvas struct {
	fyne.Canvas
	refreshed map[fyne.CanvasObject]int
}

func (c watchedCanvas) Refresh(o fyne.CanvasObject) {
	c.refreshed[o]++
	c.Canvas.Refresh(o)
}

func TestReadingDoesNotPaintAgain(t *testing.T) {
	v, w := show(t, fyne.NewSize(400, 200), fourWeeks, nil)
	r := rendererOf(v)
	w.Canvas().Capture()
	app := fyne.CurrentApp()
	refreshed := make(map[fyne.CanvasObject]int)
	fyne.SetCurrentApp(watched{app, refreshed})

	w.Canvas().Focus(v)
	press(v, fyne.KeyHome, fyne.KeyRight, fyne.KeyEscape)
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, 50)}})
	v.MouseOut()
	v.Refresh()
	if n := refreshed[r.raster]; n != 0 {
		t.Errorf("reading painted the chart %d times", n)
	}
	if refreshed[r.readout.box] == 0 {
		t.Error("nothing was counted, not even the box of the readout")
	}
	clear(refreshed)
	setPalette(chart.Dark)
	v.Refresh()
	v.Refresh()
	if refreshed[r.raster] == 0 {
		t.Error("other colors did not paint the chart again")
	}
	clear(refreshed)
	v.SetScene(fourWeeks, nil)
	if n := refreshed[r.raster]; n != 1 {
		t.Errorf("another scene painted the chart %d times, want once", n)
	}
}

func TestTextsTakeTheColorsOfAnotherTheme(t *testing.T) {
	v, w := show(t, fyne.NewSize(300, 120), always(chart.Text{Text: "T", Size: 20, Role: chart.Ink}), nil)
	w.Canvas().Capture()
	setPalette(chart.Dark)
	v.Refresh()
	w.Canvas().Capture()
	for _, text := range textsOf(v) {
		if got := color.NRGBAModel.Convert(text.Color); got != chart.Dark.Color(chart.Ink) {
			t.Errorf("in the dark theme the text is %v, want %v", got, chart.Dark.Color(chart.Ink))
		}
	}
}

func TestTextsAreWhereTheSceneSays(t *testing.T) {
	text := func(x, y float64, anchor chart.Anchor) chart.Text {
		return chart.Text{At: chart.Point{X: x, Y: y}, Text: "HHHH", Size: 20, Anchor: anchor, Role: chart.Ink, Bold: true}
	}
	v, w := show(t, fyne.NewSize(300, 120),
		always(text(150, 30, chart.Start), text(150, 70, chart.Middle), text(150, 110, chart.End)), nil)
	width := float64(fyne.MeasureText("HHHH", 20, fyne.TextStyle{Bold: true}).Width)
	if got := (Measurer{}).Width("HHHH", 20, true); got != width {
		t.Errorf("it measures %v, Fyne %v", got, width)
	}
	picture := w.Canvas().Capture()
	for _, tt := range []struct {
		baseline int
		from, to float64
	}{{30, 150, 150 + width}, {70, 150 - width/2, 150 + width/2}, {110, 150 - width, 150}} {
		ink := inkIn(picture, image.Rect(0, tt.baseline-25, 300, tt.baseline+10))
		// An H has little space around it and sits on the baseline.
		if d := float64(ink.Min.X) - tt.from; d < 0 || d > 3 {
			t.Errorf("the text over %d begins at %d, want at %.1f", tt.baseline, ink.Min.X, tt.from)
		}
		if d := tt.to - float64(ink.Max.X); d < -0.5 || d > 3 {
			t.Errorf("the text over %d ends at %d, want at %.1f", tt.baseline, ink.Max.X, tt.to)
		}
		if d := ink.Max.Y - tt.baseline; d < -1 || d > 1 {
			t.Errorf("the text over %d stands on %d", tt.baseline, ink.Max.Y)
		}
	}
	if texts := textsOf(v); len(texts) != 3 || texts[0].Color != chart.Light.Color(chart.Ink) {
		t.Errorf("the texts are %v", texts)
	}
}

// inkIn returns the part of a picture that is dark.
func inkIn(picture image.Image, within image.Rectangle) image.Rectangle {
	var ink image.Rectangle
	for y := within.Min.Y; y < within.Max.Y; y++ {
		for x := within.Min.X; x < within.Max.X; x++ {
			if color.GrayModel.Convert(picture.At(x, y)).(color.Gray).Y < 128 {
				ink = ink.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return ink
}

func TestFocusRevealsTheChart(t *testing.T) {
	test.NewTempApp(t)
	setPalette(chart.Light)
	v := New(never, fyne.NewSize(80, 60), fourWeeks, nil)
	above := canvas.NewRectangle(color.White)
	above.SetMinSize(fyne.NewSize(10, 500))
	scroll := controls.NewVScroll(container.NewVBox(above, v))
	w := test.NewTempWindow(t, scroll)
	w.Resize(fyne.NewSize(200, 200))
	w.Canvas().Focus(v)
	if scroll.Offset.Y == 0 {
		t.Error("the chart has the focus and is not seen")
	}
}

func TestColorNames(t *testing.T) {
	seen := make(map[fyne.ThemeColorName]bool)
	for role := chart.Ink; role <= chart.Band50; role++ {
		name := ColorName(role)
		if got, ok := RoleOf(name); !ok || got != role || seen[name] {
			t.Errorf("role %s has the name %q, which stands for %v, %v", role, name, got, ok)
		}
		seen[name] = true
	}
	for _, name := range []fyne.ThemeColorName{"", "chart-", "chart-x", "chart-1x", "chart-1 ", "ink", "foreground", "xchart-1", "chart1"} {
		if role, ok := RoleOf(name); ok {
			t.Errorf("%q stands for role %v", name, role)
		}
	}
}
