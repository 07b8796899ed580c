package controls

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// modest is an object that would like more width than it needs.
type modest struct {
	*canvas.Rectangle
	wish float32
}

func (m modest) PreferredWidth() float32 { return m.wish }

// pliable is an object of a fixed area: the narrower, the higher.
type pliable struct {
	*canvas.Rectangle
	area, least float32
}

func (p pliable) MinSize() fyne.Size {
	return fyne.NewSize(p.least, p.area/max(p.Size().Width, p.least))
}

type rectangle struct{ x, y, width, height float32 }

func wantLayout(t *testing.T, l fyne.Layout, size fyne.Size, objects []fyne.CanvasObject, want []rectangle) {
	t.Helper()
	l.Layout(objects, size)
	for i, w := range want {
		if objects[i].Visible() {
			wantBox(t, fmt.Sprint("object ", i), objects[i], w.x, w.y, w.width, w.height)
		}
	}
}

func TestFlow(t *testing.T) {
	blocks := func(sizes ...float32) (objects []fyne.CanvasObject) {
		for i := 0; i < len(sizes); i += 2 {
			objects = append(objects, block(sizes[i], sizes[i+1]))
		}
		return objects
	}
	hidden := blocks(50, 20, 60, 80, 70, 20)
	hidden[1].Hide()
	for _, tt := range []struct {
		name    string
		width   float32
		objects []fyne.CanvasObject
		want    []rectangle
		height  float32
		least   float32
	}{
		{"one row", 300, blocks(50, 20, 60, 20, 70, 20),
			[]rectangle{{0, 0, 50, 20}, {60, 0, 60, 20}, {130, 0, 70, 20}}, 20, 70},
		{"one row exactly", 200, blocks(50, 20, 60, 20, 70, 20),
			[]rectangle{{0, 0, 50, 20}, {60, 0, 60, 20}, {130, 0, 70, 20}}, 20, 70},
		{"wrapped", 199, blocks(50, 20, 60, 20, 70, 20),
			[]rectangle{{0, 0, 50, 20}, {60, 0, 60, 20}, {0, 25, 70, 20}}, 45, 70},
		{"one a row", 80, blocks(50, 20, 60, 20, 70, 20),
			[]rectangle{{0, 0, 50, 20}, {0, 25, 60, 20}, {0, 50, 70, 20}}, 70, 70},
		{"narrower than an object", 55, blocks(50, 20, 60, 20),
			[]rectangle{{0, 0, 50, 20}, {0, 25, 55, 20}}, 45, 60},
		{"unlike heights are centered", 200, blocks(50, 20, 60, 40, 70, 30),
			[]rectangle{{0, 10, 50, 20}, {60, 0, 60, 40}, {130, 5, 70, 30}}, 40, 70},
		{"and each row by itself", 120, blocks(50, 20, 60, 40, 70, 30, 30, 10),
			[]rectangle{{0, 10, 50, 20}, {60, 0, 60, 40}, {0, 45, 70, 30}, {80, 55, 30, 10}}, 75, 70},
		{"hidden ones take no room", 199, hidden,
			[]rectangle{{0, 0, 50, 20}, {}, {60, 0, 70, 20}}, 20, 70},
		{"a wish granted", 300, []fyne.CanvasObject{modest{block(50, 20), 120}, block(60, 20)},
			[]rectangle{{0, 0, 120, 20}, {130, 0, 60, 20}}, 20, 60},
		{"a wish that begins a row", 150, []fyne.CanvasObject{block(60, 20), modest{block(50, 20), 120}},
			[]rectangle{{0, 0, 60, 20}, {0, 25, 120, 20}}, 45, 60},
		{"a wish larger than the width", 100, []fyne.CanvasObject{modest{block(50, 20), 120}},
			[]rectangle{{0, 0, 100, 20}}, 20, 50},
		{"a height that follows the width", 100, []fyne.CanvasObject{
			modest{block(50, 20), 100}, pliable{block(0, 0), 3000, 60}, block(60, 20)},
			[]rectangle{{0, 0, 100, 20}, {0, 25, 60, 50}, {0, 80, 60, 20}}, 100, 60},
		{"nothing", 100, nil, nil, 0, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := &Flow{GapX: 10, GapY: 5}
			wantLayout(t, f, fyne.NewSize(tt.width, 500), tt.objects, tt.want)
			wantSize(t, "the smallest size", f.MinSize(tt.objects), fyne.NewSize(tt.least, tt.height))
		})
	}
}

func TestFlowSizeFollowsTheLastWidth(t *testing.T) {
	f := &Flow{GapX: 10, GapY: 5}
	objects := []fyne.CanvasObject{block(50, 20), block(60, 20)}
	for _, tt := range []struct{ width, height float32 }{{0, 20}, {100, 45}, {120, 20}, {60, 45}} {
		if tt.width > 0 {
			f.Layout(objects, fyne.NewSize(tt.width, 20))
		}
		wantSize(t, "the smallest size", f.MinSize(objects), fyne.NewSize(60, tt.height))
	}
	before := objects[1].Position()
	f.MinSize(objects)
	if objects[1].Position() != before {
		t.Error("asking for the size moves objects")
	}
}

// A choice in a flow wraps inside itself when it has a row to itself.
func TestFlowWithAChoice(t *testing.T) {
	c, _, w := letters(t, 282)
	flow := container.New(&Flow{GapX: 10, GapY: 5}, block(30, 30), c)
	w.SetContent(flow)
	for _, tt := range []struct {
		width        float32
		x, y, height float32
	}{{400, 40, 0, 32}, {300, 0, 35, 32}, {220, 0, 35, 72}, {60, 0, 35, 192}} {
		flow.Resize(fyne.NewSize(tt.width, 300))
		if p, s := c.Position(), c.Size(); p != fyne.NewPos(tt.x, tt.y) || s.Height != tt.height {
			t.Errorf("%v wide, the choice is at %v and %v high, want %v and %v", tt.width, p, s.Height, fyne.NewPos(tt.x, tt.y), tt.height)
		}
	}
}

func TestEnds(t *testing.T) {
	for _, tt := range []struct {
		name    string
		width   float32
		objects []fyne.CanvasObject
		want    []rectangle
		height  float32
	}{
		{"both ends", 200, []fyne.CanvasObject{block(50, 20), block(60, 20)},
			[]rectangle{{0, 0, 50, 20}, {140, 0, 60, 20}}, 20},
		{"just", 122, []fyne.CanvasObject{block(50, 20), block(60, 20)},
			[]rectangle{{0, 0, 50, 20}, {62, 0, 60, 20}}, 20},
		{"below each other", 121, []fyne.CanvasObject{block(50, 20), block(60, 20)},
			[]rectangle{{0, 0, 50, 20}, {0, 26, 60, 20}}, 46},
		{"unlike heights are centered", 200, []fyne.CanvasObject{block(50, 20), block(60, 40)},
			[]rectangle{{0, 10, 50, 20}, {140, 0, 60, 40}}, 40},
		{"a wish granted", 200, []fyne.CanvasObject{block(50, 20), modest{block(60, 20), 90}},
			[]rectangle{{0, 0, 50, 20}, {110, 0, 90, 20}}, 20},
		{"a wish that needs a line of its own", 150, []fyne.CanvasObject{block(50, 20), modest{block(60, 20), 90}},
			[]rectangle{{0, 0, 50, 20}, {0, 26, 90, 20}}, 46},
		{"a wish larger than the line", 80, []fyne.CanvasObject{block(50, 20), modest{block(60, 20), 90}},
			[]rectangle{{0, 0, 50, 20}, {0, 26, 80, 20}}, 46},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := &Ends{Gap: 12}
			wantSize(t, "before the first layout the size", e.MinSize(tt.objects),
				fyne.NewSize(60, max(tt.objects[0].MinSize().Height, tt.objects[1].MinSize().Height)))
			wantLayout(t, e, fyne.NewSize(tt.width, tt.height), tt.objects, tt.want)
			wantSize(t, "the smallest size", e.MinSize(tt.objects), fyne.NewSize(60, tt.height))
		})
	}
}

func TestColumns(t *testing.T) {
	for _, tt := range []struct {
		name   string
		width  float32
		want   []rectangle
		height float32
	}{
		{"the side takes a share", 1000, []rectangle{{0, 0, 704, 60}, {720, 0, 280, 90}}, 90},
		{"but no more than its most", 1400, []rectangle{{0, 0, 1084, 60}, {1100, 0, 300, 90}}, 90},
		{"and no less than its least", 600, []rectangle{{0, 0, 372, 60}, {388, 0, 212, 90}}, 90},
		{"narrow", 599, []rectangle{{0, 0, 599, 60}, {0, 76, 599, 90}}, 166},
	} {
		t.Run(tt.name, func(t *testing.T) {
			newApp(t)
			c := &Columns{Gap: 16, SideMin: 212, SideMax: 300, NarrowBelow: 600}
			objects := []fyne.CanvasObject{block(300, 60), block(200, 90)}
			wantSize(t, "before the first layout the size", c.MinSize(objects), fyne.NewSize(300, 90))
			wantLayout(t, c, fyne.NewSize(tt.width, 500), objects, tt.want)
			wantSize(t, "the smallest size", c.MinSize(objects), fyne.NewSize(300, tt.height))
		})
	}
}

// What is in a column is as high as the column's width makes it, also when
// it was higher before.
func TestColumnsHeightFollowsTheWidth(t *testing.T) {
	newApp(t)
	c := &Columns{Gap: 10, SideMin: 100, SideMax: 100, NarrowBelow: 200}
	objects := []fyne.CanvasObject{pliable{block(0, 0), 9000, 50}, block(100, 20)}
	for _, tt := range []struct{ width, height, total float32 }{{100, 90, 120}, {210, 90, 90}, {410, 30, 30}, {110, 9000.0 / 110, 9000.0/110 + 30}} {
		c.Layout(objects, fyne.NewSize(tt.width, 300))
		if got := objects[0].Size().Height; !near(got, tt.height) {
			t.Errorf("%v wide, the first is %v high, want %v", tt.width, got, tt.height)
		}
		wantSize(t, "the smallest size", c.MinSize(objects), fyne.NewSize(100, tt.total))
	}
}

func TestStack(t *testing.T) {
	hidden := block(500, 500)
	hidden.Hide()
	objects := []fyne.CanvasObject{block(20, 30.2), hidden, block(40, 10), pliable{block(0, 0), 1999, 50}}
	s := Stack(7, objects...)
	wantSize(t, "before the first layout the size", s.MinSize(), fyne.NewSize(50, 31+7+10+7+40))
	s.Resize(fyne.NewSize(100, 300))
	for i, want := range []rectangle{{0, 0, 100, 31}, {}, {0, 38, 100, 10}, {0, 55, 100, 20}} { // on whole pixels
		if i != 1 {
			wantBox(t, fmt.Sprint("object ", i), objects[i], want.x, want.y, want.width, want.height)
		}
	}
	wantSize(t, "the smallest size", s.MinSize(), fyne.NewSize(50, 75))
	wantSize(t, "an empty stack", Stack(7).MinSize(), fyne.NewSize(0, 0))
	wantSize(t, "a stack of what is hidden", Stack(7, hidden).MinSize(), fyne.NewSize(0, 0))
}

func TestColumnsWithLargerText(t *testing.T) {
	newApp(t)
	c := &Columns{Gap: 16, SideMin: 212, SideMax: 300, NarrowBelow: 600}
	objects := []fyne.CanvasObject{block(300, 60), block(200, 90)}
	for _, tt := range []struct {
		larger, width float32
		beside        bool
	}{{0, 600, true}, {0, 599, false}, {7, 899, false}, {7, 900, true}} {
		bigger(tt.larger)
		c.Layout(objects, fyne.NewSize(tt.width, 500))
		if beside := objects[1].Position().Y == 0; beside != tt.beside {
			t.Errorf("%v wide with text larger by %v, the columns stand beside each other: %v", tt.width, tt.larger, beside)
		}
	}
}
