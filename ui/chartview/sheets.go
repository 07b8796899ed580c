package chartview

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/chart"
)

var _ fyne.Accessible = (*Sheets)(nil)

// Sheets shows scenes as sheets of paper below each other, each as wide as
// there is room, but not much wider than in the hand. Paper is white, also in a dark window. Only the sheets that
// are looked at, and their neighbors, are drawn: a report of ten years has
// many.
type Sheets struct {
	widget.BaseWidget

	regular, bold *typeface
	scenes        []chart.Scene
	drawn         map[int]*canvas.Raster // by number of the sheet
	width         float32                // that they were drawn for
}

// Measures of sheets.
const (
	sheetGap   = 14
	leastSheet = 120 // the narrowest
	mostSheet  = 840 // the widest
)

// NewSheets returns no sheets yet. Their texts are written in the given
// TrueType fonts, which must be part of the program.
func NewSheets(regular, bold []byte) *Sheets {
	s := &Sheets{regular: newTypeface(regular), bold: newTypeface(bold), drawn: make(map[int]*canvas.Raster)}
	s.ExtendBaseWidget(s)
	return s
}

// SetScenes shows other sheets.
func (s *Sheets) SetScenes(scenes []chart.Scene) {
	s.scenes = scenes
	clear(s.drawn)
	s.Refresh()
}

// Count returns how many sheets there are.
func (s *Sheets) Count() int { return len(s.scenes) }

// Look draws what is seen through a window that begins at top and is height
// high. It returns the number of the sheet in its middle, 0 for the first.
func (s *Sheets) Look(top, height float32) int {
	if width := s.Size().Width; width != s.width {
		s.width = width
		clear(s.drawn)
	}
	middle := 0
	near := make(map[int]bool)
	for i := range s.scenes {
		at, size := s.place(i)
		if at.Y <= top+height/2 {
			middle = i
		}
		near[i] = at.Y+size.Height > top-height/2 && at.Y < top+height*3/2
	}
	changed := false
	for i := range s.drawn {
		if !near[i] {
			delete(s.drawn, i)
			changed = true
		}
	}
	for i := range s.scenes {
		if _, done := s.drawn[i]; near[i] && !done {
			s.drawn[i] = s.draw(i)
			changed = true
		}
	}
	if changed {
		s.Refresh()
	}
	return middle
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

// draw returns the picture of a sheet, which is painted once it is in view.
func (s *Sheets) draw(number int) *canvas.Raster {
	picture := canvas.NewRaster(func(w, h int) image.Image { return s.paint(s.scenes[number], w, h) })
	at, size := s.place(number)
	picture.Move(at)
	picture.Resize(size)
	return picture
}

// paint draws shapes and texts in the order in which they are in the scene.
func (s *Sheets) paint(scene chart.Scene, w, h int) image.Image {
	colorOf := func(r chart.Role) color.Color { return chart.Light.Color(r) }
	p := painter{picture: image.NewRGBA(image.Rect(0, 0, w, h)), scale: float64(w) / scene.Width, colorOf: colorOf}
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
	return p.picture
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
	for _, picture := range r.sheets.drawn {
		objects = append(objects, picture)
	}
	return objects
}

func (r *sheetsRenderer) Destroy() {}
