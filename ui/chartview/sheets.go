package chartview

import (
	"image"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/chart"
	"heliotrope/ui/controls"
)

var _ fyne.Accessible = (*Sheets)(nil)

// Sheets shows scenes as sheets of paper below each other, each as wide as there is
// room, but not much wider than in the hand. Paper is white, also in a dark window. Only
// the sheets that are looked at, and their neighbors, have a raster, and only what is
// seen of those is drawn: a report of ten years has many.
type Sheets struct {
	widget.BaseWidget

	regular, bold *typeface
	scenes        []chart.Scene
	drawn         []*sheet // of those that are looked at, in no order
	spare         []*sheet // of others, for the next ones
	resize        resize   // during which what is drawn is shown stretched
}

// sheet is a sheet that is looked at.
type sheet struct {
	number  int
	scene   chart.Scene
	raster  *canvas.Raster
	picture *image.RGBA
	painted bool // the picture is of the scene
}

// Measures of sheets.
const (
	sheetGap   = 14
	leastSheet = 120 // the narrowest
	mostSheet  = 840 // the widest
)

// NewSheets returns no sheets yet. Their texts are written in the given
// TrueType fonts, which must be part of the program. After tells when a resize is over.
func NewSheets(after After, regular, bold []byte) *Sheets {
	s := &Sheets{regular: newTypeface(regular), bold: newTypeface(bold), resize: resize{after: after}}
	s.ExtendBaseWidget(s)
	return s
}

// SetScenes shows other sheets.
func (s *Sheets) SetScenes(scenes []chart.Scene) {
	s.scenes = scenes
	s.resize.end()
	s.drop(func(*sheet) bool { return true })
	if len(scenes) == 0 {
		s.spare = nil
	}
	s.Refresh()
}

// Count returns how many sheets there are.
func (s *Sheets) Count() int { return len(s.scenes) }

// Resize implements fyne.CanvasObject.
func (s *Sheets) Resize(size fyne.Size) {
	if size.Width != s.Size().Width && len(s.drawn) > 0 && controls.OnScreen(s) {
		s.resize.goOn(func() {
			for _, d := range s.drawn {
				d.raster.Refresh()
			}
		})
	}
	s.BaseWidget.Resize(size)
}

// Look draws what is seen through a window that begins at top and is height
// high. It returns the number of the sheet in its middle, 0 for the first.
func (s *Sheets) Look(top, height float32) int {
	middle := 0
	near := make(map[int]bool)
	for i := range s.scenes {
		at, size := s.place(i)
		if at.Y <= top+height/2 {
			middle = i
		}
		near[i] = at.Y+size.Height > top-height/2 && at.Y < top+height*3/2
	}
	changed := s.drop(func(d *sheet) bool { return !near[d.number] })
	for _, d := range s.drawn {
		near[d.number] = false // is drawn already
	}
	for i := range s.scenes {
		if near[i] {
			s.draw(i)
			changed = true
		}
	}
	if changed {
		s.Refresh()
	}
	return middle
}

// drop makes the sheets spare that is holds for, and reports whether there are any.
func (s *Sheets) drop(is func(*sheet) bool) bool {
	before := len(s.drawn)
	s.drawn = slices.DeleteFunc(s.drawn, func(d *sheet) bool {
		if !is(d) {
			return false
		}
		s.spare = append(s.spare, d)
		return true
	})
	return len(s.drawn) < before
}

// place returns where a sheet is and how large: in whole units, on which it is
// drawn sharp.
func (s *Sheets) place(number int) (at fyne.Position, size fyne.Size) {
	room := s.Size().Width
	size.Width = float32(math.Floor(float64(min(max(room, leastSheet), mostSheet))))
	at.X = float32(math.Floor(float64(max(room-size.Width, 0) / 2)))
	for i, scene := range s.scenes {
		size.Height = float32(math.Round(float64(size.Width) * scene.Height / scene.Width))
		if i == number {
			break
		}
		at.Y += size.Height + sheetGap
	}
	return at, size
}

// draw gives a sheet a raster, which is painted once it is in view.
func (s *Sheets) draw(number int) {
	d := new(sheet)
	if last := len(s.spare) - 1; last >= 0 {
		d, s.spare = s.spare[last], s.spare[:last]
	} else {
		d.raster = canvas.NewRaster(func(w, h int) image.Image { return s.paint(d, w, h) })
	}
	d.number, d.scene, d.painted = number, s.scenes[number], false
	s.drawn = append(s.drawn, d)
	d.raster.Refresh()
}

// paint returns the picture of a sheet, w by h pixels, or, during a resize, the picture
// that there is.
func (s *Sheets) paint(d *sheet, w, h int) image.Image {
	if d.painted && (s.resize.underWay() || d.picture.Rect.Dx() == w && d.picture.Rect.Dy() == h) {
		return d.picture
	}
	d.picture, d.painted = blank(d.picture, w, h), true
	s.paintScene(d.picture, d.scene)
	return d.picture
}

// paintScene draws shapes and texts in the order in which they are in the scene.
func (s *Sheets) paintScene(picture *image.RGBA, scene chart.Scene) {
	p := newPainter(picture, scene.Width, func(r chart.Role) color.Color { return chart.Light.Color(r) })
	defer p.free()
	for _, item := range scene.Items {
		text, isText := item.(chart.Text)
		switch {
		case !isText:
			p.item(item)
		case text.Bold:
			p.write(text, s.bold)
		default:
			p.write(text, s.regular)
		}
	}
}

// AccessibilityLabel implements fyne.Accessible: the title of the sheets.
func (s *Sheets) AccessibilityLabel() string {
	if len(s.scenes) == 0 {
		return ""
	}
	return s.scenes[0].Title
}

// AccessibilityRole implements fyne.Accessible.
func (s *Sheets) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (s *Sheets) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetsRenderer{sheets: s}
	r.Refresh()
	return r
}

type sheetsRenderer struct {
	sheets  *Sheets
	grounds []*canvas.Rectangle // one a sheet
}

func (r *sheetsRenderer) Layout(fyne.Size) {
	for i, ground := range r.grounds {
		at, size := r.sheets.place(i)
		ground.Move(at)
		ground.Resize(size)
	}
	for _, d := range r.sheets.drawn {
		at, size := r.sheets.place(d.number)
		d.raster.Move(at)
		d.raster.Resize(size)
	}
}

func (r *sheetsRenderer) MinSize() fyne.Size {
	count := len(r.sheets.scenes)
	if count == 0 {
		return fyne.NewSize(leastSheet, 0)
	}
	at, size := r.sheets.place(count - 1)
	return fyne.NewSize(leastSheet, at.Y+size.Height)
}

func (r *sheetsRenderer) Refresh() {
	s := r.sheets
	for len(r.grounds) < len(s.scenes) {
		r.grounds = append(r.grounds, canvas.NewRectangle(chart.Light.Card))
	}
	r.grounds = r.grounds[:len(s.scenes)]
	edge := s.Theme().Color(theme.ColorNameSeparator, fyne.CurrentApp().Settings().ThemeVariant())
	for _, ground := range r.grounds {
		ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = edge, 1, 3
	}
	r.Layout(s.Size())
	canvas.Refresh(s)
}

// Objects returns the sheets with what is drawn on them, first to last.
func (r *sheetsRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(r.grounds))
	for _, ground := range r.grounds {
		objects = append(objects, ground)
	}
	for _, d := range r.sheets.drawn {
		objects = append(objects, d.raster)
	}
	return objects
}

// Destroy implements fyne.WidgetRenderer. It is called when the sheets were not on screen
// for a while, and leaves nothing that is made again when they are looked at.
func (r *sheetsRenderer) Destroy() { r.sheets.drawn, r.sheets.spare = nil, nil }
