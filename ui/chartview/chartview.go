// Package chartview draws a scene of package chart on a Fyne canvas and reads
// its values out, to the pointer or to the arrow keys.
//
// Shapes are painted into one raster, because Fyne's polygons end at 16 corners
// and areas joined from several polygons show seams. Texts are canvas texts, so
// that they are as sharp as the rest of the window. The package computes
// nothing: the scene decides where everything is.
//
// A scene is made when the window draws the view, and not before: never for a view
// that is hidden or scrolled out of sight. Raster, texts and the picture in memory are
// used again for the next scene. While the window is resized, the picture there is
// stays, stretched, and the next scene is made once the resize is over.
//
// [Sheets] shows scenes that were made for paper, as they will be printed.
package chartview

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/chart"
	"heliotrope/ui/controls"
)

var (
	_ fyne.Focusable         = (*View)(nil)
	_ fyne.Tappable          = (*View)(nil)
	_ fyne.SecondaryTappable = (*View)(nil)
	_ desktop.Hoverable      = (*View)(nil)
	_ fyne.Accessible        = (*View)(nil)
)

// View shows a chart, as much larger than usual as the texts of the window are.
type View struct {
	widget.BaseWidget

	// OnEdit is called with a hit for the letter E. It may be nil.
	OnEdit func(chart.Hit)
	// Menu returns the menu that a click of the second button, or the menu key, opens
	// at a hit, which is nil where there is none. Without it there is no menu.
	Menu func(*chart.Hit) []*fyne.MenuItem
	// OnFocus is called when the view gains or loses the focus. It may be nil.
	OnFocus func(focused bool)

	scene   func(width, height float64, m chart.Measurer) chart.Scene
	height  func(width float64) float64 // nil for the minimum
	open    func(chart.Hit)
	minimum fyne.Size

	drawn   chart.Scene
	size    fyne.Size // of the view that drawn is for
	scale   float32   // units of the window to one of drawn, in that size
	stale   bool      // drawn is no longer what the view is to show
	painted bool      // drawn is on the raster
	resize  resize    // during which drawn is shown stretched
	reading int       // index of the hit that is read out, -1 for none
	left    int       // and that was when the focus was lost
	focused bool
}

// New returns a view of the scene that scene makes for a size, no smaller than
// minimum with texts of the usual size. A click on a hit, or Enter, calls open. After
// tells when a resize is over.
func New(after After, minimum fyne.Size, scene func(width, height float64, m chart.Measurer) chart.Scene, open func(chart.Hit)) *View {
	v := &View{scene: scene, open: open, minimum: minimum, stale: true, resize: resize{after: after}, reading: -1, left: -1}
	v.ExtendBaseWidget(v)
	return v
}

// SetScene shows another chart, whose preferred height is height(width), or the
// minimum if height is nil.
func (v *View) SetScene(scene func(width, height float64, m chart.Measurer) chart.Scene, height func(width float64) float64) {
	v.scene, v.height = scene, height
	v.reading, v.left = -1, -1
	v.outdate()
	v.Refresh()
}

// outdated reports whether there is to be another scene.
func (v *View) outdated() bool { return v.stale || v.scale != v.textScale() }

// outdate has another scene made when the view is drawn next.
func (v *View) outdate() {
	v.stale, v.painted = true, false
	v.resize.end()
}

// Resize implements fyne.CanvasObject.
func (v *View) Resize(size fyne.Size) {
	switch {
	case size == v.Size():
	case v.painted && controls.OnScreen(v):
		v.resize.goOn(func() {
			v.outdate()
			v.Refresh()
		})
	default:
		v.outdate() // nobody sees it, or not yet
	}
	v.BaseWidget.Resize(size)
}

// textScale returns how much larger than usual texts are.
func (v *View) textScale() float32 {
	const usual = 14
	return v.Theme().Size(theme.SizeNameText) / usual
}

// Scene returns the scene that the view shows. It is as much smaller than the view as
// texts are larger than usual, but during a resize.
func (v *View) Scene() chart.Scene {
	if size := v.Size(); v.outdated() && size.Width > 0 && size.Height > 0 {
		v.outdate()
		scale := v.textScale()
		v.stale, v.size, v.scale = false, size, scale
		v.drawn = v.scene(float64(size.Width/scale), float64(size.Height/scale), Measurer{scale})
		v.reading = min(v.reading, len(v.drawn.Hits)-1)
	}
	return v.drawn
}

// newest returns the index of the newest hit, -1 if there is none.
func (v *View) newest() int { return len(v.Scene().Hits) - 1 }

// Reading returns the lines that are read out now, nil if there are none.
func (v *View) Reading() []string {
	scene := v.Scene() // may change what is read out
	if v.reading < 0 {
		return nil
	}
	return scene.Hits[v.reading].Tip()
}

// AccessibilityLabel implements fyne.Accessible: what is read out now, or
// else the summary of the chart.
func (v *View) AccessibilityLabel() string {
	if tip := v.Reading(); tip != nil {
		return strings.Join(tip, ". ")
	}
	scene := v.Scene()
	return scene.Title + ". " + scene.Summary
}

// AccessibilityRole implements fyne.Accessible.
func (v *View) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (v *View) read(index int) {
	index = min(index, v.newest())
	if index != v.reading {
		v.reading = index
		v.Refresh()
	}
}

// units returns how many units of the window one of the scene is, across and down.
func (v *View) units() (x, y float32) {
	if v.size.Width <= 0 || v.size.Height <= 0 {
		return 1, 1
	}
	size := v.Size()
	return v.scale * size.Width / v.size.Width, v.scale * size.Height / v.size.Height
}

// place returns where in the view a point of the scene is.
func (v *View) place(p chart.Point) fyne.Position {
	x, y := v.units()
	return fyne.NewPos(x*float32(p.X), y*float32(p.Y))
}

// at returns the index of the hit at a place, -1 if there is none.
func (v *View) at(p fyne.Position) int {
	hits := v.Scene().Hits
	unitX, unitY := v.units()
	x, y := float64(p.X/unitX), float64(p.Y/unitY)
	for i, h := range hits {
		if x >= h.Min.X && x < h.Max.X && y >= h.Min.Y && y < h.Max.Y {
			return i
		}
	}
	return -1
}

// MouseIn implements desktop.Hoverable.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.read(v.at(e.Position)) }

// MouseMoved implements desktop.Hoverable.
func (v *View) MouseMoved(e *desktop.MouseEvent) { v.read(v.at(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (v *View) MouseOut() { v.read(-1) }

// Tapped implements fyne.Tappable.
func (v *View) Tapped(e *fyne.PointEvent) { v.openHit(v.at(e.Position)) }

func (v *View) openHit(index int) {
	if hits := v.Scene().Hits; index >= 0 && index < len(hits) && v.open != nil {
		v.open(hits[index])
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (v *View) TappedSecondary(e *fyne.PointEvent) { v.openMenu(v.at(e.Position), e.AbsolutePosition) }

// openMenu opens the menu of a hit at a place in the window.
func (v *View) openMenu(index int, place fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	if c == nil || v.Menu == nil {
		return
	}
	var hit *chart.Hit
	if hits := v.Scene().Hits; index >= 0 && index < len(hits) {
		hit = &hits[index]
	}
	if items := v.Menu(hit); len(items) > 0 {
		controls.ShowMenuAt(c, place, items...)
	}
}

// FocusGained implements fyne.Focusable: reading starts where it ended, and at first at
// the newest week.
func (v *View) FocusGained() {
	v.focused = true
	if v.reading = v.left; v.reading < 0 || v.reading > v.newest() {
		v.reading = v.newest()
	}
	v.Refresh()
	controls.Reveal(v)
	if v.OnFocus != nil {
		v.OnFocus(true)
	}
}

// FocusLost implements fyne.Focusable.
func (v *View) FocusLost() {
	v.focused = false
	v.reading, v.left = -1, v.reading
	v.Refresh()
	if v.OnFocus != nil {
		v.OnFocus(false)
	}
}

// TypedRune implements fyne.Focusable.
func (v *View) TypedRune(r rune) {
	if hits := v.Scene().Hits; (r == 'e' || r == 'E') && v.reading >= 0 && v.OnEdit != nil {
		v.OnEdit(hits[v.reading])
	}
}

// TypedKey implements fyne.Focusable. Escape ends reading out, and is the
// window's if nothing is read out.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		v.openHit(v.reading)
	case desktop.KeyMenu:
		place := fyne.CurrentApp().Driver().AbsolutePositionForObject(v)
		if v.reading >= 0 {
			place = place.Add(v.place(v.Scene().Hits[v.reading].Focus))
		}
		v.openMenu(v.reading, place)
	case fyne.KeyEscape:
		if v.reading < 0 {
			controls.PassUp(v, e)
		}
		v.read(-1)
	case fyne.KeyLeft, fyne.KeyUp, fyne.KeyEnd:
		v.move(e.Name, v.newest()) // from the newest on, backwards
	case fyne.KeyRight, fyne.KeyDown, fyne.KeyHome:
		v.move(e.Name, 0)
	default:
		controls.PassUp(v, e)
	}
}

// move reads out the neighbor of what is read out now, or first if that is
// nothing.
func (v *View) move(key fyne.KeyName, first int) {
	if hits := v.Scene().Hits; v.reading >= 0 {
		first = neighbor(hits, v.reading, key)
	}
	v.read(first)
}

// Measurer measures text in the fonts of the window, in which texts are as wide as those
// of a whole size.
type Measurer struct {
	Scale float32 // how much larger than in the scene texts are shown; 0 for 1
}

// Width implements chart.Measurer.
func (m Measurer) Width(text string, size float64, bold bool) float64 {
	scale := cmp.Or(m.Scale, 1)
	return float64(fyne.MeasureText(text, scale*float32(size), fyne.TextStyle{Bold: bold}).Width / scale)
}
