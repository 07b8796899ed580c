package week

import (
	"fmt"
	"slices"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/session"
	"heliotrope/ui/uitest"
)

// moments returns n moments of this week, "Moment 1" first.
func moments(n int) journal.Contents {
	e := journal.Entry{Week: journal.WeekOf(uitest.NewClock().Now())}
	for i := range n {
		e.Moments = append(e.Moments, journal.Moment{ID: fmt.Sprint("m", i+1), Text: fmt.Sprint("Moment ", i+1), Kind: "coding",
			Track: journal.Technical, Energy: journal.BitEnergized, Hours: 1, Tags: []string{"tag"}})
	}
	return journal.Contents{ID: "test", Entries: []journal.Entry{e}}
}

// storedMoments returns the numbers of the moments in the journal, as they are stored.
func (d *desk) storedMoments(w journal.Week) string {
	d.Clock.Finish()
	var numbers []string
	for _, m := range d.Journal.Entry(w).Moments {
		numbers = append(numbers, strings.TrimPrefix(m.Text, "Moment "))
	}
	return strings.Join(numbers, " ")
}

// shownMoments returns those numbers as they are on screen.
func (d *desk) shownMoments() string {
	var numbers []string
	for line := range strings.Lines(d.Texts()) {
		if number, ok := strings.CutPrefix(strings.TrimSpace(line), "Moment "); ok && !slices.Contains(numbers, number) {
			numbers = append(numbers, number)
		}
	}
	return strings.Join(numbers, " ")
}

func (d *desk) has(stored string) {
	d.T.Helper()
	if got := d.storedMoments(d.Today()); got != stored {
		d.T.Errorf("the journal has %q, want %q", got, stored)
	}
	fields := strings.Fields(stored)
	slices.Reverse(fields)
	if got, want := d.shownMoments(), strings.Join(slices.Compact(fields), " "); got != want {
		d.T.Errorf("the screen shows %q, want %q", got, want)
	}
}

// undoes takes back one step, which was of a kind.
func (d *desk) undoes(kind journal.StepKind) {
	d.T.Helper()
	d.Clock.Finish()
	step, err := d.Journal.Undo()
	if err != nil || step.Kind != kind {
		d.T.Fatalf("undid %+v (%v), want %q", step, err, kind)
	}
	d.page.Reload()
}

// onRow gives a row of the list the focus, counted from 0.
func (d *desk) onRow(row int) {
	d.T.Helper()
	d.Focus(d.page.moments.rows)
	d.Press(fyne.KeyHome)
	for range row {
		d.Press(fyne.KeyDown)
	}
}

func (d *desk) alt(key fyne.KeyName) {
	d.page.moments.rows.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
}

func TestNewestMomentIsFirst(t *testing.T) {
	d := newDesk(t, moments(3))
	d.has("1 2 3")
	d.add("Moment 4")
	d.has("1 2 3 4")
}

// Each act on a row, by its keys, is one step, and an offer to undo it.
func TestKeysOnRows(t *testing.T) {
	for name, tt := range map[string]struct {
		do      func(*desk)
		want    string
		step    journal.StepKind
		offered string
	}{
		"delete the newest": {func(d *desk) { d.onRow(0); d.Press(fyne.KeyDelete) }, "1 2 3", journal.DeleteStep, "Moment deleted."},
		"delete the oldest": {func(d *desk) { d.onRow(3); d.Press(fyne.KeyDelete) }, "2 3 4", journal.DeleteStep, "Moment deleted."},
		"delete at the end": {func(d *desk) { d.onRow(0); d.Press(fyne.KeyEnd, fyne.KeyDelete) }, "2 3 4", journal.DeleteStep, "Moment deleted."},
		"move down":         {func(d *desk) { d.onRow(0); d.alt(fyne.KeyDown) }, "1 2 4 3", journal.OrderStep, "Order changed."},
		"move up":           {func(d *desk) { d.onRow(3); d.alt(fyne.KeyUp) }, "2 1 3 4", journal.OrderStep, "Order changed."},
		"duplicate": {func(d *desk) { d.RowMenu(1); d.ChooseItem("Duplicate") },
			"1 2 3 3 4", journal.AddStep, "Moment duplicated."},
		"delete by the menu": {func(d *desk) { d.RowMenu(1); d.ChooseItem("Delete (Del)") },
			"1 2 4", journal.DeleteStep, "Moment deleted."},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, moments(4))
			tt.do(d)
			d.has(tt.want)
			if len(d.offered) != 1 || d.offered[0] != tt.offered {
				t.Errorf("it offered to undo %q", d.offered)
			}
			d.undoes(tt.step)
			d.has("1 2 3 4")
			if step, ok := d.Journal.CanUndo(); ok {
				t.Errorf("%+v is left to undo", step)
			}
		})
	}
}

// The copy of a moment is newer than that, so that it is shown above it, and lit.
func TestDuplicateIsNewer(t *testing.T) {
	c := moments(3)
	c.Entries[0].Moments[1].Source = "4f1c"
	d := newDesk(t, c)
	d.RowMenu(1)
	d.ChooseItem("Duplicate")
	m := d.Entry().Moments
	if m[1].Source != "4f1c" || m[2].Source != "" {
		t.Errorf("they are of %q and %q", m[1].Source, m[2].Source)
	}
	if m[1].ID != "m2" || m[2].ID == "m2" || m[2].ID != d.page.moments.lit || !m[2].Logged.Equal(d.Clock.Now()) {
		t.Errorf("the journal has %+v, and %q is lit", m, d.page.moments.lit)
	}
	d.Press(fyne.KeyDelete) // the copy, which the keys are for
	d.has("1 2 3")
}

// Moments at the ends stay there, and nothing is written.
func TestMovingBeyondTheEndsDoesNothing(t *testing.T) {
	d := newDesk(t, moments(2))
	d.onRow(0)
	d.alt(fyne.KeyUp)
	d.onRow(1)
	d.alt(fyne.KeyDown)
	d.has("1 2")
	if n := d.Store.Attempts(); n != 0 || len(d.offered) > 0 {
		t.Errorf("%d writes, and offers %q", n, d.offered)
	}
}

// A moment that moves on with each press stays the one that the keys are for, and
// each press is a step.
func TestMovingOnAndOn(t *testing.T) {
	d := newDesk(t, moments(4))
	d.onRow(0)
	for range 3 {
		d.alt(fyne.KeyDown)
		d.Clock.Finish()
	}
	d.has("4 1 2 3")
	for range 3 {
		d.undoes(journal.OrderStep)
	}
	d.has("1 2 3 4")
}

// After a deletion the keys are for the row that follows, and pressing Delete again
// deletes that one and no other. A key that is held down deletes once.
func TestDeleteTwice(t *testing.T) {
	d := newDesk(t, moments(4))
	d.onRow(1)
	d.Press(fyne.KeyDelete, fyne.KeyDelete)
	d.has("1 4")
	d.undoes(journal.DeleteStep)
	d.undoes(journal.DeleteStep)
	d.has("1 2 3 4")

	d.onRow(1)
	down := &fyne.KeyEvent{Name: fyne.KeyDelete}
	d.page.moments.rows.KeyDown(down)
	d.Press(fyne.KeyDelete, fyne.KeyDelete, fyne.KeyDelete)
	d.has("1 2 4")
	d.page.moments.rows.KeyUp(down)
	d.page.moments.rows.KeyDown(down)
	d.Press(fyne.KeyDelete)
	d.has("1 4")
}

func TestDeleteTheLastOne(t *testing.T) {
	d := newDesk(t, moments(1))
	d.onRow(0)
	d.Press(fyne.KeyDelete, fyne.KeyDelete, fyne.KeyUp, fyne.KeyReturn, desktop.KeyMenu)
	d.has("")
	d.Sees("Three to five moments make a good week.")
	d.undoes(journal.DeleteStep)
	d.has("1")
}

func TestRowsOpen(t *testing.T) {
	d := newDesk(t, moments(2))
	for name, open := range map[string]func(){
		"Enter":        func() { d.onRow(1); d.Press(fyne.KeyReturn) },
		"F2":           func() { d.onRow(1); d.Press(fyne.KeyF2) },
		"menu":         func() { d.RowMenu(1); d.ChooseItem("Edit (F2)") },
		"double click": func() { d.rowUnder("Moment 1").(fyne.DoubleTappable).DoubleTapped(&fyne.PointEvent{}) },
	} {
		open()
		if d.page.editing == nil || d.page.editing.moment.Text != "Moment 1" {
			t.Fatalf("%s opens %+v", name, d.page.editing)
		}
		d.TapButton("Cancel")
	}
}

// rowUnder returns what a double click, a right click and dragging on the text of a
// moment reach.
func (d *desk) rowUnder(text string) (row fyne.CanvasObject) {
	d.T.Helper()
	var last fyne.CanvasObject
	d.Each(func(o fyne.CanvasObject) {
		if _, ok := o.(fyne.DoubleTappable); ok {
			last = o
		}
		if label, ok := o.(*widget.Label); ok && label.Text == text {
			row = last
		}
	})
	if row == nil {
		d.T.Fatalf("no row shows %q", text)
	}
	return row
}

func TestMenuChangesTheMoment(t *testing.T) {
	for item, changed := range map[string]func(journal.Moment) bool{
		"people":                     func(m journal.Moment) bool { return m.Track == journal.People },
		"I chose this myself":        func(m journal.Moment) bool { return m.Chosen },
		"Private: never in a report": func(m journal.Moment) bool { return m.Private },
	} {
		d := newDesk(t, moments(2))
		before := d.Entry().Moments[1]
		d.RowMenu(0)
		if item == "people" {
			d.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
		} else {
			d.ChooseItem(item)
		}
		if m := d.Entry().Moments[1]; !changed(m) {
			t.Errorf("after %q the moment is %+v", item, m)
		}
		d.undoes(journal.WeekStep)
		if m := d.Entry().Moments[1]; !m.Equal(before) {
			t.Errorf("undone, the moment is %+v", m)
		}
	}
}

// drag drags the row of a text to the middle of that of another, and beyond it by a
// few units.
func (d *desk) drag(text, to string, beyond float32) {
	d.T.Helper()
	row, target := d.rowUnder(text).(fyne.Draggable), d.rowUnder(to)
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(target).Y
	row.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{
		AbsolutePosition: fyne.NewPos(300, top+target.Size().Height/2+beyond)}})
	row.DragEnd()
}

func TestDragging(t *testing.T) {
	for _, tt := range []struct {
		name, from, to string
		beyond         float32
		want           string
	}{
		{"down by one", "Moment 4", "Moment 3", 3, "1 2 4 3"},
		{"not far enough", "Moment 4", "Moment 3", -3, "1 2 3 4"},
		{"to the end", "Moment 4", "Moment 1", 200, "4 1 2 3"},
		{"to the top", "Moment 1", "Moment 4", -300, "2 3 4 1"},
		{"up by one", "Moment 1", "Moment 2", -3, "2 1 3 4"},
		{"onto itself", "Moment 2", "Moment 2", 3, "1 2 3 4"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t, moments(4))
			d.drag(tt.from, tt.to, tt.beyond)
			d.has(tt.want)
			if tt.want == "1 2 3 4" {
				if n := d.Store.Attempts(); n != 0 {
					t.Errorf("%d writes for nothing", n)
				}
				return
			}
			d.undoes(journal.OrderStep)
			d.has("1 2 3 4")
		})
	}
}

func TestDraggingTheOnlyRow(t *testing.T) {
	d := newDesk(t, moments(1))
	for _, beyond := range []float32{-500, 0, 500} {
		d.drag("Moment 1", "Moment 1", beyond)
	}
	d.has("1")
	if n := d.Store.Attempts(); n != 0 {
		t.Errorf("%d writes for nothing", n)
	}
}

// A row that goes while it is dragged, or before its menu does something, is not
// there to be changed.
func TestRowThatIsGone(t *testing.T) {
	d := newDesk(t, moments(3))
	gone := func() {
		d.page.deleteMoment(d.Today(), "m2")
		d.Clock.Finish()
	}
	for _, item := range []string{"Edit (F2)", "Duplicate", "Delete (Del)", "Private: never in a report"} {
		d.RowMenu(1)
		gone()
		d.ChooseItem(item)
		d.has("1 3")
		if d.page.editing != nil {
			t.Fatal("it edits what is gone")
		}
		d.undoes(journal.DeleteStep)
		d.has("1 2 3")
		if step, ok := d.Journal.CanUndo(); ok {
			t.Fatalf("%s did %+v", item, step)
		}
	}

	d.RowMenu(1)
	d.ChooseItem("Move to another week…")
	gone()
	offers := len(d.offered)
	d.Press(fyne.KeyReturn)
	if d.has("1 3"); len(d.offered) != offers {
		t.Errorf("it offered to undo %q", d.offered)
	}
	d.undoes(journal.DeleteStep)

	row := d.rowUnder("Moment 2").(fyne.Draggable)
	row.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(300, 0)}})
	gone()
	row.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(300, 0)}})
	row.DragEnd()
	row.(fyne.DoubleTappable).DoubleTapped(&fyne.PointEvent{})
	row.(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{})
	d.has("1 3")
}

// What a menu or a dialog does is done to the week that it was opened in.
func TestWeekTurnsUnderTheMenu(t *testing.T) {
	d := newDesk(t, moments(3))
	week := d.Today()
	turned := func(do func()) {
		t.Helper()
		d.RowMenu(1)
		d.page.Open(week.Prev())
		do()
		d.Clock.Finish()
		if !d.Journal.Entry(week.Prev()).Empty() {
			t.Errorf("the other week has %+v", d.Journal.Entry(week.Prev()))
		}
		d.page.Open(week)
	}
	turned(func() { d.ChooseItem("Duplicate") })
	d.has("1 2 2 3")
	d.undoes(journal.AddStep)
	turned(func() { d.ChooseItem("Delete (Del)") })
	d.has("1 3")
	d.undoes(journal.DeleteStep)
	turned(func() { d.ChooseItem("Private: never in a report") })
	if m := d.Entry().Moments[1]; !m.Private {
		t.Errorf("the moment is %+v", m)
	}
	d.undoes(journal.WeekStep)

	d.RowMenu(1)
	d.ChooseItem("Move to another week…")
	d.page.Open(week.Add(-3))
	d.Press(fyne.KeyUp, fyne.KeyReturn) // two weeks ago
	if got := d.storedMoments(week.Add(-2)); got != "2" {
		t.Errorf("two weeks ago has %q", got)
	}
	d.page.Open(week)
	d.has("1 3")
}

func TestMoveToAnotherWeek(t *testing.T) {
	d := newDesk(t, moments(3))
	week := d.Today()
	d.RowMenu(0)
	d.ChooseItem("Move to another week…")
	d.Sees("Move the moment to another week", "November 2026")
	d.Press(fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if got := d.storedMoments(week.Add(-4)); got != "3" {
		t.Errorf("week 44 has %q", got)
	}
	d.has("1 2")
	if len(d.offered) != 1 || d.offered[0] != "Moved to week 44 of 2026." {
		t.Errorf("it offered to undo %q", d.offered)
	}
	d.undoes(journal.MoveMomentStep)
	d.has("1 2 3")
	if e := d.Journal.Entry(week.Add(-4)); !e.Empty() {
		t.Errorf("week 44 has %+v", e)
	}
}

// No week ahead can be chosen, one that is marked as away is refused, and a disk that
// is full leaves both weeks as they were.
func TestMoveToAnotherWeekRefused(t *testing.T) {
	contents := moments(3)
	away := journal.Entry{Week: contents.Entries[0].Week.Prev(), Away: "leave"}
	contents.Entries = append([]journal.Entry{away}, contents.Entries...)
	d := newDesk(t, contents)
	move := func(keys ...fyne.KeyName) {
		d.RowMenu(0)
		d.ChooseItem("Move to another week…")
		d.Press(keys...)
	}
	move(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // this week, where it is
	move(fyne.KeyEscape)
	move(fyne.KeyReturn)
	d.Sees("That week is marked as")
	d.TapButton("Close")
	d.Store.Fail(syscall.ENOSPC)
	move(fyne.KeyUp, fyne.KeyReturn)
	d.Sees("disk is full")
	d.TapButton("Close")
	d.Store.Fail(nil)
	d.has("1 2 3")
	if step, ok := d.Journal.CanUndo(); ok || len(d.offered) > 0 {
		t.Errorf("%+v can be undone, and it offers %q", step, d.offered)
	}
}

// Rows of a week in which nothing can be written can be read, to their end, and not
// changed.
func TestLockedRows(t *testing.T) {
	contents := moments(3)
	long := strings.Repeat("word ", 200) + "end"
	contents.Entries[0].Moments[0].Text = long
	d := open(t, uitest.NewDesk(t, contents), func(s *session.Session) { s.ReadOnly = true })
	d.Sees(long)
	d.Misses("Double-click")
	d.onRow(1)
	d.Press(fyne.KeyDelete, fyne.KeyReturn, fyne.KeyF2, desktop.KeyMenu)
	d.alt(fyne.KeyUp)
	row := d.rowUnder("Moment 3")
	row.(fyne.DoubleTappable).DoubleTapped(&fyne.PointEvent{})
	row.(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{})
	d.drag("Moment 3", "Moment 2", 30)
	d.Clock.Finish()
	if d.page.Ask.Open() || d.page.editing != nil || d.Store.Attempts() > 0 {
		t.Error("a row of a locked week can be changed")
	}
}

func TestLongTextIsShortened(t *testing.T) {
	contents := moments(1)
	contents.Entries[0].Moments[0].Text = strings.Repeat("x", 290) + " " + strings.Repeat("y", 90)
	d := newDesk(t, contents)
	d.Sees(strings.Repeat("x", 290) + " yyyyyyyy…")
	contents.Entries[0].Moments[0].Text = strings.Repeat("ab ", 99) + "end"
	d = newDesk(t, contents)
	d.Sees(contents.Entries[0].Moments[0].Text)
}

// The rows of other moments stay the same objects when one changes, so that a key
// costs as much in a full week as in an empty one.
func TestOneChangeTouchesOneRow(t *testing.T) {
	d := newDesk(t, moments(200))
	before := make(map[string]*momentRow)
	for id, row := range d.page.moments.contents {
		before[id] = row
	}
	shown := d.page.moments.contents["m7"].shown
	d.page.alterMoment(d.Today(), "m7", func(m *journal.Moment) { m.Energy = journal.Drained })
	for id, row := range d.page.moments.contents {
		if before[id] != row {
			t.Fatalf("the row of %s was made again", id)
		}
	}
	if d.page.moments.contents["m7"].shown == shown {
		t.Error("the change is not shown")
	}
}

// A new moment is lit for two seconds, and then fades.
func TestNewMomentIsLit(t *testing.T) {
	d := newDesk(t, moments(1))
	d.add("Moment 2")
	l := d.page.moments
	if l.lit != d.Entry().Moments[1].ID {
		t.Fatalf("%q is lit", l.lit)
	}
	d.Clock.Advance(lightPause)
	if l.lit == "" {
		t.Error("it went out at once")
	}
	d.Clock.Advance(fadeSteps * fadePause)
	if l.lit != "" {
		t.Error("it is lit for ever")
	}
	d.add("Moment 3")
	d.page.Open(d.Today().Prev())
	if l.lit != "" {
		t.Error("another week is lit")
	}
	d.Clock.Advance(lightPause + fadeSteps*fadePause)
}

// An object in place of a row has the pointer and the keys.
func TestReplacedRow(t *testing.T) {
	d := newDesk(t, moments(2))
	l := d.page.moments
	row := d.rowUnder("Moment 2")
	l.replaceRow("m2", controls.Body("in its place"))
	d.Sees("in its place")
	d.Misses("Moment 2")
	d.onRow(0)
	d.Press(fyne.KeyDelete, fyne.KeyReturn)
	row.(fyne.DoubleTappable).DoubleTapped(&fyne.PointEvent{})
	row.(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{})
	row.(fyne.Draggable).Dragged(&fyne.DragEvent{})
	row.(fyne.Draggable).DragEnd()
	if d.page.editing != nil || d.page.Ask.Open() || d.Store.Attempts() > 0 {
		t.Error("the row below was changed")
	}
	l.replaceRow("m2", nil)
	l.replaceRow("unknown", controls.Body("nowhere"))
	d.has("1 2")
}

// Rows are read in both languages and at all sizes without a part over another.
func TestRowsReflow(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		contents := moments(5)
		for i, e := range journal.Energies {
			contents.Entries[0].Moments[i].Energy = e
		}
		d := open(t, uitest.NewDesk(t, contents), func(s *session.Session) { s.Words = words.In(lang) })
		for _, width := range []float32{300, 420, 560, 760, 1100} {
			d.page.moments.root.Resize(fyne.NewSize(width, 4000))
			for id, row := range d.page.moments.contents {
				parts := row.root.Objects
				for i, a := range parts {
					for _, b := range parts[i+1:] {
						if overlap(a, b) {
							t.Errorf("%s, %v wide, %s: %T at %v %v lies over %T at %v %v", lang, width, id,
								a, a.Position(), a.Size(), b, b.Position(), b.Size())
						}
					}
					if a.Position().X < 0 || a.Position().X+a.Size().Width > row.root.Size().Width+0.5 {
						t.Errorf("%s, %v wide: %T leaves its row", lang, width, a)
					}
				}
			}
		}
	}
}

func overlap(a, b fyne.CanvasObject) bool {
	apart := func(p, q fyne.Position, size fyne.Size) bool {
		return p.X+size.Width <= q.X+0.5 || p.Y+size.Height <= q.Y+0.5
	}
	return !apart(a.Position(), b.Position(), a.Size()) && !apart(b.Position(), a.Position(), b.Size())
}

func BenchmarkChangeAMomentOf200(b *testing.B) {
	d := newDesk(b, moments(200))
	b.ResetTimer()
	for range b.N {
		d.page.edit(func(e *journal.Entry) {
			e.Moments = slices.Clone(e.Moments)
			e.Moments[7].Private = !e.Moments[7].Private
		})
		d.page.moments.show(d.page.entry.Moments)
	}
}
