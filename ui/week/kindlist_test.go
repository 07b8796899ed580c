package week

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// openList opens the list of kinds with a key, as a person does.
func (d *desk) openList() *kindList {
	d.T.Helper()
	d.Focus(d.page.quick.form.kind)
	d.Press(fyne.KeyDown)
	l, ok := d.Window.Canvas().Focused().(*kindList)
	if !ok {
		d.T.Fatalf("%T has the focus", d.Window.Canvas().Focused())
	}
	return l
}

// The list has all kinds by track, each with what it means; the user's own are in
// the group of their track.
func TestKindListIsByTrack(t *testing.T) {
	d := newDesk(t, journal.Contents{Kinds: []journal.Kind{
		{ID: "own", Name: "Circles", Track: journal.Both}, {ID: "review", Name: "Reading", Track: journal.People}}})
	l := d.openList()
	w := words.In(words.English)
	var want []string
	for _, track := range journal.Tracks {
		want = append(want, w.TrackHeading(track))
		for _, k := range d.Journal.Kinds().Of(track) {
			want = append(want, w.Kind(k))
			if meaning := w.KindMeaning(k); meaning != "" {
				want = append(want, meaning)
			}
		}
	}
	want = append(want, w.Say("kind.rule"), w.Say("week.kind.new"))
	var got []string
	for line := range strings.Lines(d.TextsNow()) {
		if line = strings.TrimSpace(line); len(got) < len(want) && (len(got) == 0 || got[len(got)-1] != line) && line != "" {
			got = append(got, line)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the list has\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if n := len(journal.BuiltInKinds()) + 2; len(l.rows) != n {
		t.Errorf("it has %d rows, want %d", len(l.rows), n)
	}
}

func TestKindListByKeyboard(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	form := d.page.quick.form
	for _, tt := range []struct {
		keys   []fyne.KeyName
		letter string
		want   string
	}{
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "", "debugging"},
		{[]fyne.KeyName{fyne.KeyEscape}, "", "debugging"},
		{[]fyne.KeyName{fyne.KeyHome, fyne.KeyUp, fyne.KeySpace}, "", "design"},
		{[]fyne.KeyName{fyne.KeyReturn}, "p", "pairing"},
		{[]fyne.KeyName{fyne.KeyReturn}, "P", "planning"},
		{[]fyne.KeyName{fyne.KeyReturn}, "§", "planning"},
		{[]fyne.KeyName{fyne.KeyEnd, fyne.KeyUp, fyne.KeyEnter}, "", "team"},
	} {
		d.openList()
		for _, r := range tt.letter {
			d.Window.Canvas().Focused().TypedRune(r)
		}
		d.Press(tt.keys...)
		k, _ := form.kinds.Find(tt.want)
		if got := form.kindID(); got != tt.want || journal.Tracks[form.track.Chosen()] != k.Track {
			t.Errorf("%v after %q: %s, %s", tt.keys, tt.letter, got, journal.Tracks[form.track.Chosen()])
		}
		if d.Window.Canvas().Focused() != form.kind || d.Window.Canvas().Overlays().Top() != nil {
			t.Fatalf("after %v %T has the focus", tt.keys, d.Window.Canvas().Focused())
		}
	}
	l := d.openList()
	test.Tap(l.rows[8])
	if got := form.kindID(); got != "tech-lead" {
		t.Errorf("a tap chose %s", got)
	}
	d.openList()
	d.Press(fyne.KeyEnd, fyne.KeyReturn)
	d.Sees("Usually counts as", "Would you also do it if nobody reported to you?")
}

// Whatever the window and the text size, the row that Enter chooses is in view.
func TestKindListStaysInView(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 500, Height: 300}, {Width: 1400, Height: 1000}} {
		d := newDesk(t, journal.Contents{})
		d.Window.Resize(size)
		l := d.openList()
		for range l.rows {
			row := l.rows[l.active]
			top := row.Position().Y - l.scroll.Offset.Y
			if top < 0 || top+row.Size().Height > l.scroll.Size().Height+0.5 || l.scroll.Size().Height > size.Height {
				t.Fatalf("%v: row %d is at %v of %v", size, l.active, top, l.scroll.Size().Height)
			}
			d.Press(fyne.KeyDown)
		}
		d.Press(fyne.KeyEscape)
		d.Window.Close()
	}
}

// A moment keeps the track with which it was logged, unless another kind is chosen
// for it.
func TestEditKeepsTheTrackLogged(t *testing.T) {
	old := journal.Moment{ID: "m", Text: "Planned", Kind: "planning", Track: journal.People}
	for name, tt := range map[string]struct {
		change func(*momentForm)
		kind   string
		track  journal.Track
	}{
		"text":         {func(f *momentForm) { f.text.SetText("Planned again") }, "planning", journal.People},
		"same kind":    {func(f *momentForm) { f.kind.SetSelected("Planning · people") }, "planning", journal.People},
		"another kind": {func(f *momentForm) { f.kind.SetSelected("Coding · technical") }, "coding", journal.Technical},
		"there and back": {func(f *momentForm) {
			f.kind.SetSelected("Coding · technical")
			f.kind.SetSelected("Planning · people")
		}, "planning", journal.People},
		"track, then same kind": {func(f *momentForm) {
			f.track.TypedRune('1')
			f.kind.SetSelected("Planning · people")
		}, "planning", journal.Technical},
		"track": {func(f *momentForm) { f.track.TypedRune('2') }, "planning", journal.Both},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, journal.Contents{})
			if err := d.Journal.Save(journal.Entry{Week: d.Today(), Moments: []journal.Moment{old}}); err != nil {
				t.Fatal(err)
			}
			d.page.Open(d.Today())
			d.edit(old, tt.change)
			if m := d.Entry().Moments[0]; m.Kind != tt.kind || m.Track != tt.track {
				t.Errorf("the moment is %+v", m)
			}
		})
	}
}

// Hours may be left out and taken back, and then none are shown.
func TestHoursMayBeLeftOut(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	form := d.page.quick.form
	d.add("Unmeasured")
	if m := d.Entry().Moments[0]; m.Hours != 0 {
		t.Fatalf("the moment is %+v", m)
	}
	if texts := d.Texts(); strings.Contains(texts, "0 h") || strings.Contains(texts, "1 h") {
		t.Errorf("the page shows hours:\n%s", texts)
	}
	form.hours.TypedRune('3')
	if form.exact.Text != "2" {
		t.Errorf("a tap gives %q", form.exact.Text)
	}
	form.hours.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if form.exact.Text != "" || form.hours.Chosen() != -1 {
		t.Errorf("taken back, the field has %q", form.exact.Text)
	}
	form.exact.SetText("1h30")
	d.add("Measured")
	if m := d.Entry().Moments[1]; m.Hours != 1.5 || form.exact.Text != "" {
		t.Fatalf("the moment is %+v, and the next begins with %q", m, form.exact.Text)
	}
	d.edit(d.Entry().Moments[1], func(f *momentForm) { f.exact.SetText(" ") })
	if m := d.Entry().Moments[1]; m.Hours != 0 {
		t.Errorf("emptied, the moment is %+v", m)
	}
	form.exact.SetText("0")
	d.Focus(form.text)
	d.Write("None at all")
	d.Press(fyne.KeyReturn)
	d.Sees("Hours must be more than 0")
	if n := len(d.Entry().Moments); n != 2 {
		t.Errorf("there are %d moments", n)
	}
}
