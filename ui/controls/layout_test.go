package controls

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
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
	c, _, w := letters(t, 300)
	flow := container.New(&Flow{GapX: 10, GapY: 5}, block(30, 30), c)
	w.SetContent(flow)
	for _, tt := range []struct {
		width        float32
		x, y, height float32
	}{{400, 40, 0, 32}, {310, 0, 35, 32}, {220, 0, 35, 72}, {60, 0, 35, 192}} {
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

// cards returns columns of three written cards and three others, and the cards.
func cards() (*fyne.Container, []fyne.CanvasObject) {
	var all []fyne.CanvasObject
	for _, height := range []float32{60, 70, 80, 50, 40, 30} {
		all = append(all, block(100, height))
	}
	one := func(i int) []fyne.CanvasObject { return all[i : i+1] }
	return NewColumns(Columns{
		Main: all[:3:3], Side: all[3:],
		Narrow: [][]fyne.CanvasObject{one(0), one(1), all[3:5], one(2), one(5)},
		Gap:    16, SideWidth: 288, NarrowBelow: 760,
	}), all
}

// places returns where the objects are in a container, in the order of Tab.
func places(c *fyne.Container) (boxes []rectangle) {
	var walk func(o fyne.CanvasObject, at fyne.Position)
	walk = func(o fyne.CanvasObject, at fyne.Position) {
		if c, ok := o.(*fyne.Container); ok {
			for _, child := range c.Objects {
				walk(child, at.Add(o.Position()))
			}
		} else if o.Visible() {
			p := at.Add(o.Position())
			boxes = append(boxes, rectangle{p.X, p.Y, o.Size().Width, o.Size().Height})
		}
	}
	walk(c, fyne.Position{})
	return boxes
}

func TestColumns(t *testing.T) {
	newApp(t)
	c, all := cards()
	wide := []rectangle{{0, 0, 696, 60}, {0, 76, 696, 70}, {0, 162, 696, 80}, {712, 0, 288, 50}, {712, 66, 288, 40}, {712, 122, 288, 30}}
	narrow := []rectangle{{0, 0, 600, 60}, {0, 76, 600, 70}, {0, 162, 292, 50}, {308, 162, 292, 50}, {0, 228, 600, 80}, {0, 324, 600, 30}}
	for _, tt := range []struct {
		width, height float32
		want          []rectangle
	}{{1000, 242, wide}, {600, 354, narrow}, {1000, 242, wide}} {
		c.Resize(fyne.NewSize(tt.width, 500))
		if got := places(c); fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("%v wide, the cards are at\n%v, want\n%v", tt.width, got, tt.want)
		}
		wantSize(t, "the smallest height", fyne.NewSize(0, c.MinSize().Height), fyne.NewSize(0, tt.height))
	}
	c.Resize(fyne.NewSize(600, 500))
	for _, tt := range []struct {
		hidden []int
		row    []rectangle // of the two that share it
		height float32
	}{
		{[]int{3}, []rectangle{{0, 162, 600, 40}}, 344},
		{[]int{4}, []rectangle{{0, 162, 600, 50}}, 354},
		{[]int{3, 4}, nil, 288},
	} {
		for i, o := range all {
			o.Show()
			if slices.Contains(tt.hidden, i) {
				o.Hide()
			}
		}
		wantSize(t, "the smallest height", fyne.NewSize(0, c.MinSize().Height), fyne.NewSize(0, tt.height))
		c.Layout.Layout(nil, fyne.NewSize(600, 500))
		if got := places(c)[2 : 2+len(tt.row)]; fmt.Sprint(got) != fmt.Sprint(append([]rectangle{}, tt.row...)) {
			t.Errorf("without %v the row is %v, want %v", tt.hidden, got, tt.row)
		}
	}
}

// What has the focus keeps it when the columns change.
func TestColumnsFocusStays(t *testing.T) {
	newApp(t)
	field := NewTextField(false, 10, upper)
	w := test.NewTempWindow(t, NewColumns(Columns{
		Main: []fyne.CanvasObject{field}, Side: []fyne.CanvasObject{NewLink("link", nil)},
		Narrow: [][]fyne.CanvasObject{{field}}, SideWidth: 100, NarrowBelow: 500}))
	w.Resize(fyne.NewSize(900, 300))
	w.Canvas().Focus(field)
	w.Resize(fyne.NewSize(300, 300))
	test.Type(w.Canvas().Focused(), "a")
	if field.Text != "a" {
		t.Errorf("the field that had the focus has %q", field.Text)
	}
}

func TestColumnsWithLargerText(t *testing.T) {
	newApp(t)
	c, _ := cards()
	for _, tt := range []struct {
		larger, width float32
		beside        bool
	}{{0, 760, true}, {0, 759, false}, {7, 1139, false}, {7, 1140, true}} {
		bigger(tt.larger)
		c.Resize(fyne.NewSize(tt.width, 500))
		if beside := len(c.Objects) == 2; beside != tt.beside {
			t.Errorf("%v wide with text larger by %v, there are two columns: %v", tt.width, tt.larger, beside)
		} else if beside {
			if width := c.Objects[1].Size().Width; !near(width, 288*(14+tt.larger)/14) {
				t.Errorf("with text larger by %v, the second column is %v wide", tt.larger, width)
			}
		}
	}
}

func TestEven(t *testing.T) {
	hidden := block(10, 10)
	hidden.Hide()
	for _, tt := range []struct {
		name    string
		width   float32
		objects []fyne.CanvasObject
		want    []rectangle
		height  float32
	}{
		{"two", 210, []fyne.CanvasObject{block(50, 20), block(60, 30)}, []rectangle{{0, 0, 100, 20}, {110, 0, 100, 30}}, 30},
		{"three", 320, []fyne.CanvasObject{block(50, 20), block(60, 30), block(1, 1)}, []rectangle{{0, 0, 100, 20}, {110, 0, 100, 30}, {220, 0, 100, 1}}, 30},
		{"just", 130, []fyne.CanvasObject{block(50, 20), block(60, 30)}, []rectangle{{0, 0, 60, 20}, {70, 0, 60, 30}}, 30},
		{"too narrow", 128, []fyne.CanvasObject{block(50, 20), block(60, 30)}, []rectangle{{0, 0, 128, 20}, {0, 30, 128, 30}}, 60},
		{"one of two", 128, []fyne.CanvasObject{hidden, block(60, 30)}, []rectangle{{}, {0, 0, 128, 30}}, 30},
		{"none", 128, []fyne.CanvasObject{hidden}, []rectangle{{}}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := &Even{Gap: 10}
			e.Layout(tt.objects, fyne.NewSize(tt.width, 100))
			for i, want := range tt.want {
				if tt.objects[i].Visible() {
					wantBox(t, fmt.Sprint("object ", i), tt.objects[i], want.x, want.y, want.width, want.height)
				}
			}
			wantSize(t, "the smallest height", fyne.NewSize(0, e.MinSize(tt.objects).Height), fyne.NewSize(0, tt.height))
		})
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
