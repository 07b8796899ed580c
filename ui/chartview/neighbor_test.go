package chartview

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"heliotrope/journal/chart"
)

// cells returns hits of 10 by 10 at places counted in cells.
func cells(places ...[2]float64) (hits []chart.Hit) {
	for _, at := range places {
		hits = append(hits, chart.Hit{
			Min: chart.Point{X: 10 * at[0], Y: 10 * at[1]}, Max: chart.Point{X: 10*at[0] + 10, Y: 10*at[1] + 10},
		})
	}
	return hits
}

func TestNeighbour(t *testing.T) {
	row := cells([2]float64{0, 0}, [2]float64{1, 0}, [2]float64{2, 0})
	column := cells([2]float64{0, 0}, [2]float64{0, 1}, [2]float64{0, 2})
	table := cells([2]float64{0, 0}, [2]float64{1, 0}, [2]float64{0, 1}, [2]float64{1, 1})
	diagonal := cells([2]float64{0, 0}, [2]float64{1, 1}, [2]float64{2, 2})
	const left, right, up, down, home, end = fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd
	for name, tt := range map[string]struct {
		hits []chart.Hit
		want map[fyne.KeyName][]int // where a key leads from each hit
	}{
		"row": {row, map[fyne.KeyName][]int{
			left: {0, 0, 1}, right: {1, 2, 2}, up: {0, 0, 1}, down: {1, 2, 2}, home: {0, 0, 0}, end: {2, 2, 2}}},
		"column": {column, map[fyne.KeyName][]int{
			left: {0, 0, 1}, right: {1, 2, 2}, up: {0, 0, 1}, down: {1, 2, 2}, home: {0, 0, 0}, end: {2, 2, 2}}},
		"table": {table, map[fyne.KeyName][]int{
			left: {0, 0, 1, 2}, right: {1, 2, 3, 3}, up: {0, 1, 0, 1}, down: {2, 3, 2, 3}, home: {0, 0, 2, 2}, end: {1, 1, 3, 3}}},
		"scattered": {diagonal, map[fyne.KeyName][]int{
			left: {0, 0, 1}, right: {1, 2, 2}, up: {0, 0, 1}, down: {1, 2, 2}, home: {0, 0, 0}, end: {2, 2, 2}}},
	} {
		for key, want := range tt.want {
			for from, to := range want {
				if got := neighbor(tt.hits, from, key); got != to {
					t.Errorf("%s: %s leads from %d to %d, want %d", name, key, from, got, to)
				}
			}
		}
	}
}

// The letter E and the menu act on the week that is read out or pointed at.
func TestEditAndMenu(t *testing.T) {
	var noted []int
	v, w := show(t, fyne.NewSize(400, 200), fourWeeks, nil)
	w.Canvas().Focus(v)
	v.TypedRune('e') // nobody listens yet
	note := func(h chart.Hit) { noted = append(noted, h.Behind.Span.From.Index()-firstWeek.Index()) }
	v.OnEdit = note
	v.Menu = func(h *chart.Hit) []*fyne.MenuItem {
		if h == nil {
			noted = append(noted, -1)
			return nil
		}
		note(*h)
		return []*fyne.MenuItem{fyne.NewMenuItem("Edit", nil)}
	}
	v.TypedRune('e')
	v.TypedRune('x')
	press(v, fyne.KeyEscape)
	v.TypedRune('E') // nothing is read out
	v.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(150, 100)})
	w.Canvas().Overlays().Top().Hide()
	v.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(150, 5)}) // next to all weeks
	press(v, fyne.KeyLeft, desktop.KeyMenu)
	if want := []int{3, 1, -1, 3}; !slices.Equal(noted, want) {
		t.Errorf("the weeks noted are %v, want %v", noted, want)
	}
}

// What was read out when the focus left, for a menu or a dialog, is read out again.
func TestReadsOnWhereItWas(t *testing.T) {
	v, w := show(t, fyne.NewSize(400, 200), fourWeeks, nil)
	var focus []bool
	v.OnFocus = func(focused bool) { focus = append(focus, focused) }
	w.Canvas().Focus(v)
	press(v, fyne.KeyHome)
	read := v.Reading()[0]
	w.Canvas().Unfocus()
	if v.Reading() != nil {
		t.Error("it reads on without the focus")
	}
	w.Canvas().Focus(v)
	if got := v.Reading()[0]; got != read || !slices.Equal(focus, []bool{true, false, true}) {
		t.Errorf("it reads %q, want %q; the focus was %v", got, read, focus)
	}
}

func TestHeight(t *testing.T) {
	v, w := show(t, fyne.NewSize(400, 200), fourWeeks, nil)
	v.SetScene(fourWeeks, func(width float64) float64 { return width / 2 })
	w.Resize(fyne.NewSize(600, 400))
	if got := v.MinSize(); got != fyne.NewSize(80, 300) {
		t.Errorf("a chart 600 wide wants %v", got)
	}
	v.SetScene(fourWeeks, nil)
	if got := v.MinSize(); got != fyne.NewSize(80, 60) {
		t.Errorf("without a wish it wants %v", got)
	}
}

func TestPicture(t *testing.T) {
	show(t, fyne.NewSize(80, 60), everything, nil)
	wantPicture(t, "picture.png", Picture(everything(190, 110, Measurer{}),
		"The lean held steady", "Each mark is a week. The line is where you lean.", chart.Light))
}
