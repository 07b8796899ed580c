package chartview

import (
	"image"
	"image/color"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal/chart"
	"heliotrope/journal/report/paper"
)

// sheetsOf returns so many sheets of 200 by 100 units in a window of a size.
func sheetsOf(t testing.TB, count int, size fyne.Size) (*Sheets, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	setPalette(chart.Dark)
	s := NewSheets(never, paper.Font(false), paper.Font(true))
	w := test.NewTempWindow(t, container.NewWithoutLayout(s))
	w.SetPadded(false)
	w.Resize(size)
	s.Resize(size)
	s.SetScenes(slices.Repeat([]chart.Scene{everything(200, 100, nil)}, count))
	return s, w
}

func TestSheetPicture(t *testing.T) {
	s, w := sheetsOf(t, 1, fyne.NewSize(400, 200))
	s.Look(0, 200)
	wantPicture(t, "sheet.png", w.Canvas().Capture())
}

// Letters are where paper has them, whatever the scale is.
func TestLettersAreAsWideAsOnPaper(t *testing.T) {
	for _, bold := range []bool{false, true} {
		face := newTypeface(paper.Font(bold))
		for _, text := range []string{"Technical work took 66 % of your time", "Élève, Łódź · шаг", "", "\u00a0−½…", "ﺍﻠ"} {
			width := 0.0
			for _, r := range text {
				width += float64(face.glyph(r).advance)
			}
			if want := (paper.Measurer{}).Width(text, 1, bold); math.Abs(width-want) > 1e-5 {
				t.Errorf("%q is %v ems wide, and %v on paper", text, width, want)
			}
		}
	}
}

// painted returns a sheet as a picture of w by h pixels.
func painted(s *Sheets, scene chart.Scene, w, h int) *image.RGBA {
	picture := blank(nil, w, h)
	s.paintScene(picture, scene)
	return picture
}

// ink returns the smallest box around what is painted.
func ink(picture image.Image) image.Rectangle {
	var box image.Rectangle
	b := picture.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if _, _, _, alpha := picture.At(x, y).RGBA(); alpha > 0x8000 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// A slanted letter stands where it would upright, and its top leans to the right.
func TestSlantedTexts(t *testing.T) {
	s := NewSheets(never, paper.Font(false), paper.Font(true))
	drawn := func(slanted bool) image.Rectangle {
		return ink(painted(s, chart.Scene{Width: 100, Height: 100, Items: []chart.Item{
			chart.Text{At: chart.Point{X: 30, Y: 70}, Text: "l", Size: 40, Slanted: slanted},
		}}, 100, 100))
	}
	upright, slanted := drawn(false), drawn(true)
	lean := slanted.Max.X - upright.Max.X
	if want := int(chart.Slant * float64(upright.Dy())); lean < want-1 || lean > want+1 || slanted.Min.X < upright.Min.X-1 || slanted.Dy() != upright.Dy() {
		t.Errorf("upright at %v, slanted at %v", upright, slanted)
	}
}

func TestTextsOnSheetsAreAnchored(t *testing.T) {
	s := NewSheets(never, paper.Font(false), paper.Font(true))
	for _, tt := range []struct {
		anchor      chart.Anchor
		left, right float64 // of the text, in units
	}{{chart.Start, 50, 50}, {chart.Middle, 50, 50}, {chart.End, 50, 50}} {
		const text, size = "HHHH", 10.0
		width := paper.Measurer{}.Width(text, size, false)
		scene := chart.Scene{Width: 100, Height: 40, Items: []chart.Item{
			chart.Text{At: chart.Point{X: 50, Y: 30}, Text: text, Size: size, Anchor: tt.anchor}}}
		left := map[chart.Anchor]float64{chart.Start: 50, chart.Middle: 50 - width/2, chart.End: 50 - width}[tt.anchor]
		for _, scale := range []int{1, 3, 8} {
			box := ink(painted(s, scene, 100*scale, 40*scale))
			within := 1.3 * float64(scale) // the letter is narrower than its advance
			if float64(box.Min.X) < left*float64(scale)-1 || float64(box.Min.X) > left*float64(scale)+within ||
				float64(box.Max.X) > (left+width)*float64(scale)+1 || float64(box.Max.X) < (left+width)*float64(scale)-within-1 {
				t.Errorf("anchored %v at scale %d the ink is %v, want from %v to %v", tt.anchor, scale, box, left*float64(scale), (left+width)*float64(scale))
			}
			if math.Abs(float64(box.Max.Y-30*scale)) > 1 {
				t.Errorf("at scale %d the letters end at %d, want the baseline, %d", scale, box.Max.Y, 30*scale)
			}
		}
	}
}

// What is drawn later is on top, texts and shapes alike.
func TestSheetsPaintInOrder(t *testing.T) {
	s := NewSheets(never, paper.Font(false), paper.Font(true))
	text := chart.Text{At: chart.Point{X: 10, Y: 30}, Text: "HHHH", Size: 20, Role: chart.Ink}
	cover := chart.Rect{Max: chart.Point{X: 100, Y: 40}, Role: chart.Grid}
	hasInk := func(items ...chart.Item) bool {
		picture := painted(s, chart.Scene{Width: 100, Height: 40, Items: items}, 200, 80)
		for i := 0; i < len(picture.Pix); i += 4 {
			if picture.Pix[i] < 0x40 && picture.Pix[i+3] == 0xFF {
				return true
			}
		}
		return false
	}
	if !hasInk(cover, text) || hasInk(text, cover) {
		t.Error("a text is not painted where it stands among the shapes")
	}
}

func TestSheetsAreDrawnOnceTheyAreNear(t *testing.T) {
	s, _ := sheetsOf(t, 50, fyne.NewSize(200, 300)) // 100 high each
	drawn := func() (numbers []int) {
		for _, d := range s.drawn {
			numbers = append(numbers, d.number)
		}
		slices.Sort(numbers)
		return numbers
	}
	for _, tt := range []struct {
		top          float32
		middle       int
		least, most  int // that are drawn
		must, mustnt int
	}{
		{0, 1, 3, 5, 2, 10},
		{114 * 20, 21, 3, 7, 22, 0},
		{114*50 - 314, 48, 3, 6, 49, 20},
	} {
		if got := s.Look(tt.top, 300); got != tt.middle {
			t.Errorf("at %v sheet %d is in the middle, want %d", tt.top, got, tt.middle)
		}
		got := drawn()
		if len(got) < tt.least || len(got) > tt.most || !slices.Contains(got, tt.must) || slices.Contains(got, tt.mustnt) {
			t.Errorf("at %v the sheets %v are drawn", tt.top, got)
		}
	}
	if got, want := s.MinSize(), fyne.NewSize(leastSheet, 50*100+49*sheetGap); got != want {
		t.Errorf("the sheets need %v, want %v", got, want)
	}
	s.SetScenes(nil)
	s.Look(0, 300)
	if len(s.drawn) != 0 || s.Count() != 0 || s.MinSize().Height != 0 {
		t.Error("something is left of the sheets")
	}
}

// Paper is white in a dark window, and not wider than in the hand.
func TestSheetsArePaper(t *testing.T) {
	s, w := sheetsOf(t, 1, fyne.NewSize(1200, 500))
	s.Look(0, 500)
	picture := w.Canvas().Capture()
	for _, tt := range []struct {
		x    int
		want color.NRGBA
	}{{100, chart.Dark.Card}, {1200/2 - mostSheet/2 + 10, chart.Light.Card}, {1200/2 + mostSheet/2 - 10, chart.Light.Card}, {1100, chart.Dark.Card}} {
		if got := color.NRGBAModel.Convert(picture.At(tt.x, 30)); got != tt.want {
			t.Errorf("at %d it is %v, want %v", tt.x, got, tt.want)
		}
	}
}

func BenchmarkPaintSheet(b *testing.B) {
	s := NewSheets(never, paper.Font(false), paper.Font(true))
	page := chart.Scene{Width: paper.A4.Width, Height: paper.A4.Height}
	for y := 60.0; y < 780; y += 12 { // a page full of text
		page.Items = append(page.Items, chart.Text{At: chart.Point{X: 57, Y: y}, Size: 9, Text: "About 64% of your time is on the technical side, very likely between 57 and 71%. It is almost certainly the larger side."})
	}
	b.ReportAllocs()
	for b.Loop() {
		painted(s, page, 700, 990)
	}
}

// A glyph that is drawn as a shape has the holes of its letter and its place.
func TestSheetsDrawForeignGlyphs(t *testing.T) {
	square := func(from, to float64) []chart.Point {
		return []chart.Point{{X: from, Y: -from}, {X: to, Y: -from}, {X: to, Y: -to}, {X: from, Y: -to}}
	}
	hole := square(0.3, 0.7)
	slices.Reverse(hole)
	scene := chart.Scene{Width: 100, Height: 100, Items: []chart.Item{
		chart.Drawn{At: chart.Point{X: 20, Y: 80}, Size: 50, Text: "口", Glyph: &chart.Glyph{Contours: [][]chart.Point{square(0, 1), hole}}},
		chart.Drawn{At: chart.Point{X: 80, Y: 80}, Size: 50, Text: "named"},
	}}
	s := NewSheets(never, paper.Font(false), paper.Font(true))
	picture := painted(s, scene, 200, 200)
	for _, test := range []struct {
		x, y int
		ink  bool
	}{{50, 150, true}, {90, 110, false}, {130, 70, true}, {30, 150, false}, {150, 110, false}, {170, 150, false}} {
		_, _, _, alpha := picture.At(test.x, test.y).RGBA()
		if (alpha > 0) != test.ink {
			t.Errorf("at %d, %d there is ink: %v, want %v", test.x, test.y, alpha > 0, test.ink)
		}
	}
}
