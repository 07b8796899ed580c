package controls

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

var energies = []string{"drained", "a bit drained", "neutral", "a bit energized", "energized"}

// answersOf shows answers that report what is chosen.
func answersOf(t *testing.T, width float32) (a *Answers, w fyne.Window, chosen *[]int) {
	t.Helper()
	chosen = new([]int)
	newApp(t)
	a = NewAnswers(energies, func(i int) { *chosen = append(*chosen, i) })
	w = show(t, Stack(0, a), fyne.NewSize(width, 300))
	w.Canvas().Focus(a)
	return a, w, chosen
}

func TestAnswersKeys(t *testing.T) {
	for _, tt := range []struct {
		name  string
		press func(a *Answers)
		want  []int
	}{
		{"Enter before anything", func(a *Answers) { press(a, fyne.KeyReturn, fyne.KeySpace) }, nil},
		{"digits", func(a *Answers) { a.TypedRune('1'); a.TypedRune('5'); a.TypedRune('5') }, []int{0, 4, 4}},
		{"no such digit", func(a *Answers) { a.TypedRune('0'); a.TypedRune('6'); a.TypedRune('x') }, nil},
		{"arrows give none", func(a *Answers) { press(a, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft) }, nil},
		{"from the middle", func(a *Answers) { press(a, fyne.KeyLeft, fyne.KeyReturn) }, []int{2}},
		{"right", func(a *Answers) { press(a, fyne.KeyRight, fyne.KeyRight, fyne.KeyEnter) }, []int{3}},
		{"no further than the ends", func(a *Answers) {
			press(a, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
		}, []int{4}},
		{"from the one given", func(a *Answers) { a.SetChosen(0); press(a, fyne.KeyRight, fyne.KeySpace) }, []int{1}},
		{"disabled", func(a *Answers) { a.Disable(); a.TypedRune('1') }, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, _, chosen := answersOf(t, 800)
			if a.Chosen() != -1 {
				t.Errorf("at first answer %d is given", a.Chosen())
			}
			tt.press(a)
			if !slices.Equal(*chosen, tt.want) {
				t.Errorf("gave %v, want %v", *chosen, tt.want)
			}
			if n := len(tt.want); n > 0 && a.Chosen() != tt.want[n-1] {
				t.Errorf("shows %d as given", a.Chosen())
			}
		})
	}
}

func TestAnswersEscape(t *testing.T) {
	a, w, _ := answersOf(t, 800)
	up := keysOf(w)
	press(a, fyne.KeyEscape, fyne.KeyTab)
	if !slices.Equal(*up, []fyne.KeyName{fyne.KeyEscape, fyne.KeyTab}) {
		t.Errorf("the window got %v", *up)
	}
	escaped := 0
	a.OnEscape = func() { escaped++ }
	if press(a, fyne.KeyEscape); escaped != 1 || len(*up) != 2 {
		t.Errorf("escaped %d times, and the window got %v", escaped, *up)
	}
}

// All are equally wide and fill the row, or as wide as their words where that keeps
// them on one line; where that is too narrow they take more lines, and never less
// room than their words.
func TestAnswersFillTheRow(t *testing.T) {
	for _, tt := range []struct {
		width float32
		lines [][]int
	}{
		{900, [][]int{{0, 1, 2, 3, 4}}},
		{620, [][]int{{0, 1, 2, 3, 4}}},
		{450, [][]int{{0, 1, 2}, {3, 4}}},
		{300, [][]int{{0, 1}, {2, 3}, {4}}},
		{100, [][]int{{0}, {1}, {2}, {3}, {4}}},
	} {
		a, _, chosen := answersOf(t, tt.width)
		var want []int
		for y, line := range tt.lines {
			for x, index := range line {
				b := a.boxes(a.Size().Width)[index]
				if !near(b.size.Height, 36) || b.size.Width < a.widths()[index] {
					t.Errorf("%v wide: answer %d is %v", tt.width, index, b.size)
				}
				var left float32
				if x > 0 {
					before := a.boxes(a.Size().Width)[line[x-1]]
					left = before.pos.X + before.size.Width + answerGap
				}
				if !near(b.pos.X, left) || !near(b.pos.Y, float32(y)*(36+answerGap)) {
					t.Errorf("%v wide: answer %d is at %v", tt.width, index, b.pos)
				}
				if x == len(tt.lines[0])-1 && a.Size().Width > slices.Max(a.widths()) && !near(b.pos.X+b.size.Width, tt.width) {
					t.Errorf("%v wide: the line ends at %v", tt.width, b.pos.X+b.size.Width)
				}
				a.Tapped(&fyne.PointEvent{Position: b.pos.AddXY(1, 1)})
				a.Tapped(&fyne.PointEvent{Position: b.pos.AddXY(b.size.Width-1, 35)})
				a.Tapped(&fyne.PointEvent{Position: b.pos.AddXY(b.size.Width+2, 20)})
				want = append(want, index, index)
			}
		}
		if !slices.Equal(*chosen, want) {
			t.Errorf("%v wide: the taps gave %v, want %v", tt.width, *chosen, want)
		}
	}
}

func TestAnswersShowTheirState(t *testing.T) {
	a, w, _ := answersOf(t, 900)
	cells := drawn[*canvas.Rectangle](a)[:len(energies)]
	ring := drawn[*canvas.Rectangle](a)[len(energies)]
	if !ring.Visible() || ring.Size().Width < 900 {
		t.Error("with no answer the ring is not around all of them")
	}
	a.MouseMoved(at(1, 10))
	press(a, fyne.KeyLeft)
	if ring.Size().Width > 300 || cells[2].FillColor != in(ColorCard) || cells[0].FillColor != in(ColorLit) {
		t.Error("the arrows or the pointer are not shown")
	}
	a.TypedRune('2')
	if a.MouseOut(); cells[1].FillColor == in(ColorCard) || cells[0].FillColor != in(ColorCard) {
		t.Error("the answer given is not shown")
	}
	if w.Canvas().Unfocus(); ring.Visible() {
		t.Error("the ring stays")
	}
}
