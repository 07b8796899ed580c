package chartview_test

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal/chart"
	"heliotrope/ui/chartview"
)

// A view reads its chart out, here to the arrow keys.
func Example() {
	test.NewApp()
	defer test.NewApp()

	scene := func(width, height float64, _ chart.Measurer) chart.Scene {
		s := chart.Scene{Width: width, Height: height, Title: "Two weeks"}
		for i, tip := range []string{"Week 46: 2 h coding", "Week 47: 3 h hiring"} {
			s.Hits = append(s.Hits, chart.Hit{
				Min: chart.Point{X: width / 2 * float64(i)},
				Max: chart.Point{X: width / 2 * float64(i+1), Y: height},
				Tip: func() []string { return []string{tip} },
			})
		}
		return s
	}
	never := func(time.Duration, func()) (stop func()) { return func() {} } // nothing is resized
	view := chartview.New(never, fyne.NewSize(200, 100), scene, nil)
	w := test.NewWindow(view)
	defer w.Close()

	w.Canvas().Focus(view) // begins at the newest
	fmt.Println(view.Reading())
	view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	fmt.Println(view.Reading())
	// Output:
	// [Week 47: 3 h hiring]
	// [Week 46: 2 h coding]
}
