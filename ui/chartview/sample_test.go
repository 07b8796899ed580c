package chartview

import (
	"bytes"
	"fmt"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/exchange"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// sampleCharts returns every chart of half a year of the sample journal.
func sampleCharts(t *testing.T, lang words.Language) []chart.Chart {
	t.Helper()
	file, err := assets.Samples.ReadFile("sample." + string(lang) + ".json")
	if err != nil {
		t.Fatal(err)
	}
	contents, err := exchange.Read(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	today := week("2026-W47")
	return chart.Charts(chart.Input{
		Result:  lean.Of(contents.Entries, contents.Events, lean.Span{From: today.Add(-25), To: today}),
		Entries: contents.Entries, Events: contents.Events, Words: words.In(lang),
		Kinds: append(journal.BuiltInKinds(), contents.Kinds...),
	})
}

// TestSampleTexts requires that the window shows every text of every chart at its
// place in the scene, within a pixel, and none leaves the chart.
func TestSampleTexts(t *testing.T) {
	for _, lang := range words.Languages {
		for _, c := range sampleCharts(t, lang) {
			for _, width := range []float32{300, 460, 900} {
				if testing.Short() && (lang != words.English || width != 460) {
					continue // once is enough for races
				}
				t.Run(fmt.Sprintf("%s %s %g", lang, c.ID, width), func(t *testing.T) {
					size := fyne.NewSize(width, float32(c.Height(float64(width))))
					v, w := show(t, size, c.Draw, nil)
					w.Canvas().Capture()
					texts, i := textsOf(v), 0
					for _, item := range v.Scene().Items {
						want, ok := item.(chart.Text)
						if !ok {
							continue
						}
						if i == len(texts) {
							t.Fatalf("%d texts are shown, and %q is not", len(texts), want.Text)
						}
						wantText(t, texts[i], want, size)
						i++
					}
					if i != len(texts) {
						t.Errorf("%d texts are shown, the scene has %d", len(texts), i)
					}
				})
			}
		}
	}
}

// wantText compares a text on screen with one of a scene.
func wantText(t *testing.T, got *canvas.Text, want chart.Text, view fyne.Size) {
	t.Helper()
	if got.Text != want.Text || float64(got.TextSize) != want.Size || got.TextStyle.Bold != want.Bold || got.Color != chart.Light.Color(want.Role) {
		t.Errorf("%q is shown as %q, %g high, bold %t, in %v", want.Text, got.Text, got.TextSize, got.TextStyle.Bold, got.Color)
	}
	width, baseline := fyne.CurrentApp().Driver().RenderedTextSize(got.Text, got.TextSize, got.TextStyle, nil)
	anchored := float64(got.Position().X) + []float64{chart.Start: 0, chart.Middle: 0.5, chart.End: 1}[want.Anchor]*float64(width.Width)
	if dx, dy := anchored-want.At.X, float64(got.Position().Y+baseline)-want.At.Y; math.Abs(dx) > 1 || math.Abs(dy) > 1 {
		t.Errorf("%q is %.2f, %.2f off", want.Text, dx, dy)
	}
	inside(t, want.Text, got, view)
}

// TestSamplePictures checks how the dials over time of the sample look.
func TestSamplePictures(t *testing.T) {
	c := sampleCharts(t, words.English)[0]
	for name, palette := range map[string]chart.Palette{"light": chart.Light, "dark": chart.Dark} {
		t.Run(name, func(t *testing.T) {
			_, w := show(t, fyne.NewSize(640, 380), c.Draw, nil)
			setPalette(palette)
			wantPicture(t, "dials-"+name+".png", w.Canvas().Capture())
		})
	}
}
