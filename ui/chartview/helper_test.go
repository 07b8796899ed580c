package chartview

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
)

// fixed is a theme that shows a palette on its card, the same on every machine.
type fixed struct {
	fyne.Theme
	palette chart.Palette
}

func (f fixed) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if role, ok := RoleOf(name); ok {
		return f.palette.Color(role)
	}
	switch name {
	case theme.ColorNameBackground, theme.ColorNameOverlayBackground:
		return f.palette.Card
	case theme.ColorNameInputBorder:
		return f.palette.Color(chart.Grid)
	}
	return f.Theme.Color(name, v)
}

func setPalette(p chart.Palette) {
	fyne.CurrentApp().Settings().SetTheme(fixed{test.Theme(), p})
}

func week(text string) journal.Week {
	w, err := journal.ParseWeek(text)
	if err != nil {
		panic(err)
	}
	return w
}

var firstWeek = week("2026-W23")

// fourWeeks is a chart of four weeks that fill its width. Each is read out at
// half its height, but for the first and the last, which are at its corners.
func fourWeeks(width, height float64, _ chart.Measurer) chart.Scene {
	s := chart.Scene{Width: width, Height: height}
	s.Items = append(s.Items, chart.Rule{From: chart.Point{Y: height / 2}, To: chart.Point{X: width, Y: height / 2}, Width: 1})
	for i := range 4 {
		left, right := width*float64(i)/4, width*float64(i+1)/4
		focus := chart.Point{X: (left + right) / 2, Y: height / 2}
		switch i {
		case 0:
			focus = chart.Point{}
		case 3:
			focus = chart.Point{X: width, Y: height}
		}
		s.Hits = append(s.Hits, chart.Hit{
			Min: chart.Point{X: left, Y: 10}, Max: chart.Point{X: right, Y: height - 10}, Focus: focus,
			Behind: weekHit(firstWeek.Add(i)), Guide: true, Tip: func() []string { return []string{fmt.Sprint("Week ", i), "62% technical side"} },
		})
	}
	return s
}

// weekHit is the payload of a hit of one week.
func weekHit(w journal.Week) lean.Subject {
	return lean.Subject{Figure: lean.WeekFigure, Span: lean.Span{From: w, To: w}}
}

// The app that show opened last, and the theme that it began with.
var (
	app   fyne.App
	light = &fixed{test.Theme(), chart.Light}
)

// openApp opens an app without a window and in light colors: the last one if its
// windows are closed, because Fyne reads all fonts again for another.
func openApp() {
	const windowsAtFirst = 1
	if app == nil || app != fyne.CurrentApp() || len(app.Driver().AllWindows()) > windowsAtFirst {
		app = test.NewApp()
	}
	if app.Settings().Theme() != fyne.Theme(light) {
		app.Settings().SetTheme(light)
	}
}

// show opens an app whose window shows a chart at the given size.
func show(t testing.TB, size fyne.Size, scene func(width, height float64, m chart.Measurer) chart.Scene, open func(chart.Hit)) (*View, fyne.Window) {
	t.Helper()
	openApp()
	v := New(never, fyne.NewSize(80, 60), scene, open)
	w := test.NewTempWindow(t, v)
	w.SetPadded(false)
	w.Resize(size)
	return v, w
}

// textsOf returns the texts that a view shows once it is drawn.
func textsOf(v *View) (texts []*canvas.Text) {
	look(v)
	for _, o := range rendererOf(v).texts.Objects {
		if o.Visible() {
			texts = append(texts, o.(*canvas.Text))
		}
	}
	return texts
}

// look draws a view in its size, as the window does when it is in view.
func look(v *View) image.Image {
	return rendererOf(v).raster.Generator(int(v.Size().Width), int(v.Size().Height))
}

// never is an [After] for those who wait for nothing.
func never(time.Duration, func()) (stop func()) { return func() {} }

// timers are an [After] whose time passes when the test says so.
type timers struct{ due []*func() }

func (t *timers) after(_ time.Duration, f func()) (stop func()) {
	t.due = append(t.due, &f)
	return func() { t.due = slices.DeleteFunc(t.due, func(o *func()) bool { return o == &f }) }
}

// timed has the time of a view pass when the test says so.
func timed(v *View) *timers {
	t := new(timers)
	v.resize.after = t.after
	return t
}

// pass lets all time pass.
func (t *timers) pass() {
	due := t.due
	t.due = nil
	for _, f := range due {
		(*f)()
	}
}

// always makes the same items for each size.
func always(items ...chart.Item) func(width, height float64, m chart.Measurer) chart.Scene {
	return func(width, height float64, _ chart.Measurer) chart.Scene {
		return chart.Scene{Width: width, Height: height, Items: items}
	}
}

// paint paints items on a picture, scale pixels to a unit.
func paint(width, height int, scale float64, items ...chart.Item) *image.RGBA {
	p := painter{
		picture: image.NewRGBA(image.Rect(0, 0, width, height)), scale: scale,
		colorOf: lightColor,
	}
	for _, item := range items {
		p.item(item)
	}
	return p.picture
}

func lightColor(role chart.Role) color.Color { return chart.Light.Color(role) }

// wantInk checks that a pixel has the color of a role, or none if role is -1.
func wantInk(t *testing.T, picture image.Image, x, y int, role chart.Role) {
	t.Helper()
	want := color.NRGBA{}
	if role >= 0 {
		want = chart.Light.Color(role)
	}
	if got := color.NRGBAModel.Convert(picture.At(x, y)); got != want {
		t.Errorf("pixel %d,%d is %v, want %v", x, y, got, want)
	}
}

const none chart.Role = -1

func area(points ...float64) (polygon []chart.Point) {
	for i := 0; i < len(points); i += 2 {
		polygon = append(polygon, chart.Point{X: points[i], Y: points[i+1]})
	}
	return polygon
}

// wantPolygons compares corners, but for rounding.
func wantPolygons(t *testing.T, got, want [][]chart.Point) {
	t.Helper()
	same := len(got) == len(want)
	for i := 0; same && i < len(got); i++ {
		same = len(got[i]) == len(want[i])
		for j := 0; same && j < len(got[i]); j++ {
			same = math.Hypot(got[i][j].X-want[i][j].X, got[i][j].Y-want[i][j].Y) < 1e-9
		}
	}
	if !same {
		t.Errorf("the polygons are\n%v, want\n%v", got, want)
	}
}
