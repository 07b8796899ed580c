package chartview

import (
	"flag"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal/chart"
)

var update = flag.Bool("update", false, "write the pictures again")

// everything is a small chart with an item of each sort.
func everything(width, height float64, _ chart.Measurer) chart.Scene {
	at := func(x, y float64) chart.Point { return chart.Point{X: x, Y: y} }
	return chart.Scene{
		Width: width, Height: height,
		Items: []chart.Item{
			chart.Area{Points: area(20, 30, 70, 20, 120, 35, 170, 25, 170, 75, 120, 85, 70, 70, 20, 80), Role: chart.Band90},
			chart.Area{Points: area(20, 42, 70, 35, 120, 48, 170, 40, 170, 60, 120, 70, 70, 56, 20, 66), Role: chart.Band50},
			chart.Rule{From: at(20, 50), To: at(170, 50), Width: 1, Role: chart.Balance},
			chart.Rule{From: at(95, 10), To: at(95, 90), Width: 1, Dashed: true, Role: chart.Muted},
			chart.Line{Points: area(20, 54, 70, 46, 120, 59, 170, 50), Width: 2.25, Role: chart.Accent},
			chart.Mark{At: at(40, 30), Radius: 5, Shape: chart.Diamond, Role: chart.People},
			chart.Mark{At: at(70, 75), Radius: 5, Shape: chart.Circle, Role: chart.Technical},
			chart.Mark{At: at(120, 50), Radius: 5, Shape: chart.Square, Role: chart.Balance},
			chart.Rect{Min: at(140, 12), Max: at(160, 16), Role: chart.Grid},
			chart.Text{At: at(4, 14), Text: "Start", Size: 11, Role: chart.Ink},
			chart.Text{At: at(95, 102), Text: "Middle", Size: 11, Bold: true, Anchor: chart.Middle, Role: chart.Muted},
			chart.Text{At: at(186, 102), Text: "End", Size: 11, Anchor: chart.End, Role: chart.Technical},
		},
		Hits: []chart.Hit{{Min: at(20, 10), Max: at(170, 90), Focus: at(40, 30), Guide: true, Tip: func() []string { return []string{"2026-W47", "62%"} }}},
	}
}

func TestPictures(t *testing.T) {
	for name, palette := range map[string]chart.Palette{"light": chart.Light, "dark": chart.Dark} {
		t.Run(name, func(t *testing.T) {
			v, w := show(t, fyne.NewSize(190, 110), everything, nil)
			setPalette(palette)
			wantPicture(t, name+".png", w.Canvas().Capture())
			v.read(0)
			wantPicture(t, name+"-read.png", w.Canvas().Capture())
		})
	}
}

// wantPicture compares a picture with the one in testdata. It allows for
// what another processor may round differently, and for no more: a few units of
// a color in a pixel, and few such pixels.
func wantPicture(t *testing.T, name string, got image.Image) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		writePicture(t, path, got)
		return
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	want, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if got.Bounds().Size() != want.Bounds().Size() {
		t.Fatalf("%s is %v large, want %v", name, got.Bounds().Size(), want.Bounds().Size())
	}
	other, most := difference(got, want)
	if other > 20 || most > 12 {
		failed := filepath.Join(t.ArtifactDir(), name)
		writePicture(t, failed, got)
		t.Errorf("%s: %d pixels are others, by up to %d; see %s (go test -artifacts), and -update if this is meant", name, other, most, failed)
	}
}

// difference returns how many pixels of two pictures are not the same, and by
// how much a color in them differs at most.
func difference(a, b image.Image) (pixels, most int) {
	x, y := rgba(a), rgba(b)
	for i := 0; i < len(x.Pix); i += 4 {
		apart := 0
		for j := i; j < i+4; j++ {
			apart = max(apart, int(x.Pix[j])-int(y.Pix[j]), int(y.Pix[j])-int(x.Pix[j]))
		}
		if apart > 0 {
			pixels, most = pixels+1, max(most, apart)
		}
	}
	return pixels, most
}

func rgba(picture image.Image) *image.RGBA {
	to := image.NewRGBA(image.Rectangle{Max: picture.Bounds().Size()})
	draw.Draw(to, to.Rect, picture, picture.Bounds().Min, draw.Src)
	return to
}

func writePicture(t *testing.T, path string, picture image.Image) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(file, picture); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}
