package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

// mouse counts what a person does with the pointer.
type mouse struct {
	*desk
	actions int
}

// tap clicks in the middle of a part of an object: part of parts, from the left.
func (m *mouse) tap(o interface {
	fyne.CanvasObject
	fyne.Tappable
}, part, parts int) {
	m.actions++
	window := m.Window.Canvas().Size() // what just appeared is laid out with it
	m.Window.Resize(window.AddWidthHeight(0, 1))
	m.Window.Resize(window)
	size := o.Size()
	test.TapAt(o, fyne.NewPos(size.Width*(float32(part)+0.5)/float32(parts), size.Height/2))
}

// The end of a week takes at most 20 actions of the pointer: five moments with kind,
// hours and energy, the split, the question and the reflection.
func TestFridayByMouse(t *testing.T) {
	m := &mouse{desk: newWeekDesk(t)}
	energy := func(part int) {
		m.tap(uitest.Find[*controls.Answers](&m.Screen, nil), part, 5)
	}
	m.Focus(m.line())
	m.actions++ // the click into the line
	for _, moment := range []struct {
		text   string
		energy int
	}{
		{"Found the leak in the connection pool 3h", 4}, {"1:1 with Mira about her promotion 1h", 3},
		{"Third planning round for the quarter 5h", 0}, {"Paired with Noor on the flaky test 2h", 3},
	} {
		m.Write(moment.text)
		m.Clock.Finish()
		energy(moment.energy)
	}
	m.Write("Asked Priya about the release date 1h") // of which the kind is not sure
	m.Clock.Finish()
	m.tap(uitest.Find(&m.Screen, func(c *controls.Chip) bool { return c.Text() == "Kind?" }), 0, 2)
	m.Write("al")
	m.Press(fyne.KeyTab)
	energy(2)

	bar := uitest.Find[*controls.SplitBar](&m.Screen, nil)
	m.tap(bar, 6, 10)
	m.tap(bar, 8, 10)
	m.tap(uitest.Find[*controls.Scale](&m.Screen, nil), 3, 5)
	m.Focus(m.reflection())
	m.actions++ // the click into the field
	m.Write("Nobody owned the call.")
	m.shell.tryClose()
	m.actions++
	m.Clock.Finish()
	if m.actions > 20 {
		t.Errorf("it took %d actions", m.actions)
	}
	t.Logf("%d actions", m.actions)

	e := m.Entry()
	want := []struct {
		kind   string
		hours  float64
		energy journal.Energy
	}{{"debugging", 3, 2}, {"one-on-one", 1, 1}, {"planning", 5, -2}, {"pairing", 2, 1}, {"stakeholders", 1, 0}}
	if len(e.Moments) != len(want) || e.Split == nil || len(e.Answers) != 1 || e.Answers[0].Value != 1 || e.Reflection == "" {
		t.Fatalf("the week is %+v", e)
	}
	for i, w := range want {
		if got := e.Moments[i]; got.Kind != w.kind || got.Hours != w.hours || got.Energy != w.energy {
			t.Errorf("moment %d is %+v, want %+v", i, got, w)
		}
	}
}
