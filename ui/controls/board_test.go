package controls

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestBoard(t *testing.T) {
	newApp(t)
	wideOne, hidden := block(50, 40), block(50, 40)
	hidden.Hide()
	objects := []fyne.CanvasObject{wideOne, block(50, 20), hidden, block(60, 30), block(70, 25), block(50, 10), block(50, 15)}
	b := &Board{Gap: 10, NarrowBelow: 200, Wide: func(o fyne.CanvasObject) bool { return o == wideOne }}
	for _, tt := range []struct {
		name   string
		width  float32
		want   []rectangle
		height float32
	}{
		{"two columns", 210, []rectangle{
			{0, 0, 210, 40}, {0, 50, 100, 20}, {}, {110, 50, 100, 30}, {0, 80, 100, 25}, {110, 90, 100, 15}, {0, 115, 210, 15}}, 130},
		{"one column", 190, []rectangle{
			{0, 0, 190, 40}, {0, 50, 190, 20}, {}, {0, 80, 190, 30}, {0, 120, 190, 25}, {0, 155, 190, 10}, {0, 175, 190, 15}}, 190},
	} {
		t.Run(tt.name, func(t *testing.T) {
			wantLayout(t, b, fyne.NewSize(tt.width, 500), objects, tt.want)
			wantSize(t, "the least", b.MinSize(objects), fyne.NewSize(70, tt.height))
		})
	}
	wantSize(t, "nothing", b.MinSize(nil), fyne.NewSize(0, 0))
	bigger(14) // larger text needs more room for two columns
	b.Layout(objects, fyne.NewSize(210, 500))
	wantBox(t, "a card in large text", objects[1], 0, 50, 210, 20)
}

// A card whose height depends on its width gets what it needs next to another.
func TestBoardPliable(t *testing.T) {
	newApp(t)
	card := pliable{block(0, 0), 6000, 50}
	b := &Board{Gap: 10, NarrowBelow: 100, Wide: func(fyne.CanvasObject) bool { return false }}
	objects := []fyne.CanvasObject{card, block(50, 20)}
	wantLayout(t, b, fyne.NewSize(210, 500), objects, []rectangle{{0, 0, 100, 60}, {110, 0, 100, 60}})
}

// A wide card begins a separate row even where the card before it is alone in its row.
func TestBoardWideInTheMiddle(t *testing.T) {
	newApp(t)
	wideOne := block(50, 40)
	b := &Board{Gap: 10, NarrowBelow: 100, Wide: func(o fyne.CanvasObject) bool { return o == wideOne }}
	wantLayout(t, b, fyne.NewSize(210, 500), []fyne.CanvasObject{block(50, 20), wideOne, block(50, 30), block(50, 30)},
		[]rectangle{{0, 0, 210, 20}, {0, 30, 210, 40}, {0, 80, 100, 30}, {110, 80, 100, 30}})
}
