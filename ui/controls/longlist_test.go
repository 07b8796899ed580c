package controls

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// manyRows are rows whose heights are not what is guessed.
type manyRows struct {
	n, made, measured int
	shown             map[fyne.CanvasObject]int
}

func (m *manyRows) Len() int { return m.n }
func (m *manyRows) Guess(float32) func(int) float32 {
	return func(int) float32 { return 30 }
}

func (m *manyRows) Height(i int, _ float32) float32 {
	m.measured++
	return float32(30 + i%4*10)
}

func (m *manyRows) New() fyne.CanvasObject {
	m.made++
	return widget.NewLabel("")
}

func (m *manyRows) Show(i int, o fyne.CanvasObject) {
	m.shown[o] = i
	o.(*widget.Label).SetText(fmt.Sprint(i))
}

func newLongListOn(t *testing.T, n int) (*LongList, *manyRows) {
	test.NewTempApp(t)
	rows := &manyRows{n: n, shown: map[fyne.CanvasObject]int{}}
	l := NewLongList("rows", rows)
	w := test.NewTempWindow(t, container.NewStack(l))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 400))
	w.Canvas().Focus(l)
	return l, rows
}

// inView fails unless rows in view follow each other without gaps, and returns the first
// and the last.
func inView(t *testing.T, l *LongList) (first, last int) {
	t.Helper()
	end := float32(-1)
	first = -1
	for _, o := range l.content.Objects {
		r := o.(*longRow)
		if first < 0 {
			first = r.index
		}
		last = r.index
		if end >= 0 && r.Position().Y != end {
			t.Errorf("row %d begins at %v, and the one before ends at %v", r.index, r.Position().Y, end)
		}
		if want := float32(30 + r.index%4*10); r.Size().Height != want {
			t.Errorf("row %d is %v high, want %v", r.index, r.Size().Height, want)
		}
		end = r.Position().Y + r.Size().Height
	}
	return first, last
}

func TestLongListHasObjectsForWhatIsInView(t *testing.T) {
	l, rows := newLongListOn(t, 50_000)
	for _, offset := range []float32{0, 1000, 500_000, 1_400_000, 700} {
		l.ScrollTo(offset)
		inView(t, l)
	}
	if rows.made > 40 || rows.measured > 400 {
		t.Errorf("it made %d objects and measured %d rows of %d", rows.made, rows.measured, rows.n)
	}
}

func TestLongListKeys(t *testing.T) {
	l, rows := newLongListOn(t, 1000)
	opened := -1
	l.OnOpen = func(i int) { opened = i }
	press := func(key fyne.KeyName, want int) {
		t.Helper()
		l.TypedKey(&fyne.KeyEvent{Name: key})
		first, last := inView(t, l)
		if l.Active() != want && want >= 0 || l.Active() < first || l.Active() > last {
			t.Errorf("%s leads to %d, want %d; in view are %d to %d", key, l.Active(), want, first, last)
		}
	}
	press(fyne.KeyDown, 1)
	press(fyne.KeyDown, 2)
	press(fyne.KeyUp, 1)
	press(fyne.KeyPageDown, -1)
	page := l.Active()
	if page < 5 || page > 12 {
		t.Errorf("Page Down leads to row %d", page)
	}
	l.TypedRune(' ')
	if l.Active() <= page {
		t.Error("Space does not lead on")
	}
	press(fyne.KeyEnd, rows.n-1)
	if most := l.tops[rows.n] - 400; l.Offset() < most-1 {
		t.Errorf("End scrolls to %v of %v", l.Offset(), most)
	}
	press(fyne.KeyPageUp, -1)
	press(fyne.KeyHome, 0)
	if l.Offset() != 0 {
		t.Errorf("Home scrolls to %v", l.Offset())
	}
	press(fyne.KeyDown, 1)
	press(fyne.KeyReturn, 1)
	if opened != 1 {
		t.Errorf("Enter opened %d", opened)
	}
	rows.n = 0
	l.Changed()
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyReturn} {
		l.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// What is first in view stays there while those above it turn out to be higher than
// was guessed.
func TestLongListStaysWhereItIs(t *testing.T) {
	l, _ := newLongListOn(t, 1000)
	l.ScrollToRow(500)
	for range 100 {
		first, _ := inView(t, l)
		l.ScrollTo(l.Offset() - 30)
		if then, _ := inView(t, l); then > first || then < first-2 {
			t.Fatalf("30 units up from row %d is row %d", first, then)
		}
	}
}

func TestLongListPicks(t *testing.T) {
	l, _ := newLongListOn(t, 20)
	var picked [][2]int
	opened := 0
	l.OnOpen = func(int) { opened++ }
	l.OnPick = func(from, to int) { picked = append(picked, [2]int{from, to}) }
	l.clicked(2, fyne.KeyModifierShortcutDefault)
	l.clicked(5, fyne.KeyModifierShift)
	l.clicked(6, 0)
	l.Picking = true
	l.clicked(7, 0)
	l.TypedRune(' ')
	if want := [][2]int{{2, 2}, {2, 5}, {7, 7}, {7, 7}}; fmt.Sprint(picked) != fmt.Sprint(want) || opened != 1 {
		t.Errorf("picked %v and opened %d, want %v", picked, opened, want)
	}
}

func TestTickList(t *testing.T) {
	test.NewTempApp(t)
	ticked, closed := map[int]bool{}, false
	l := NewTickList("fruit", []Option{{Text: "apple"}, {Text: "#pear", Ticked: true}, {Text: "plum"}}, 10)
	l.OnTick = func(i int, on bool) { ticked[i] = on }
	l.OnClose = func() { closed = true }
	w := test.NewTempWindow(t, l)
	w.Canvas().Focus(l)
	test.Type(l, "p")
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Type(l, "p ")
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if fmt.Sprint(ticked) != "map[1:false 2:true]" || !closed {
		t.Errorf("ticked %v, closed %v", ticked, closed)
	}
}
