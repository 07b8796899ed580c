package chartview

import (
	"image"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/chart"
)

var _ fyne.Accessible = (*Sheets)(nil)

// Sheets shows scenes as sheets of paper below each other, each as wide as
// there is room. Paper is white, also in a dark window. Only the sheets that
// are looked at, and their neighbours, are drawn: a report of ten years has
// many.
type Sheets struct {
	widget.BaseWidget

	fonts  Fonts
	scenes []chart.Scene
	drawn  map[int][]fyne.CanvasObject // by number of the sheet
	width  float32                     // that they were drawn for
}

// Measures of sheets.
const (
	sheetGap   = 14
	leastSheet = 120 // the narrowest
)

// NewSheets returns no sheets yet. Their texts are written in the given fonts.
func NewSheets(f Fonts) *Sheets {
	s := &Sheets{fonts: f, drawn: make(map[int][]fyne.CanvasObject)}
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
		y, high := s.place(i)
		if y <= top+height/2 {
			middle = i
		}
		near[i] = y+high > top-height/2 && y < top+height*3/2
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

// place returns where a sheet begins and how high it is.
func (s *Sheets) place(number int) (y, height float32) {
	for i, scene := range s.scenes {
		height = max(s.Size().Width, leastSheet) * float32(scene.Height/scene.Width)
		if i == number {
			break
		}
		y += height + sheetGap
	}
	return y, height
}

// draw makes what is on a sheet.
func (s *Sheets) draw(number int) []fyne.CanvasObject {
	scene := s.scenes[number]
	y, height := s.place(number)
	width := s.Size().Width
	colorOf := func(r chart.Role) color.Color { return chart.Light.Color(r) }
	shapes := canvas.NewRaster(func(w, h int) image.Image { return paintScene(scene, w, h, colorOf) })
	shapes.Resize(fyne.NewSize(width, height))
	objects := append([]fyne.CanvasObject{shapes},
		texts(scene, lettering{fonts: s.fonts, scale: width / float32(scene.Width), colorOf: colorOf})...)
	for _, o := range objects {
		o.Move(o.Position().AddXY(0, y))
	}
	return objects
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

func (r *sheetsRenderer) Layout(size fyne.Size) {
	for i, ground := range r.grounds {
		y, height := r.sheets.place(i)
		ground.Move(fyne.NewPos(0, y))
		ground.Resize(fyne.NewSize(size.Width, height))
	}
}

func (r *sheetsRenderer) MinSize() fyne.Size {
	count := len(r.sheets.scenes)
	if count == 0 {
		return fyne.NewSize(leastSheet, 0)
	}
	y, height := r.sheets.place(count - 1)
	return fyne.NewSize(leastSheet, y+height)
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
	for i := range r.grounds {
		objects = append(objects, r.sheets.drawn[i]...)
	}
	return slices.Clip(objects)
}

func (r *sheetsRenderer) Destroy() {}
