package week

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
	"heliotrope/ui/uitest"
)

// fields returns what the three fields of the split show.
func (d *desk) fields() string {
	var all []string
	for _, f := range d.page.split.fields {
		all = append(all, f.Text)
	}
	return strings.Join(all, " ")
}

// typeSplit types a text into a field of the split in place of what is there.
func (d *desk) typeSplit(i int, text string) {
	d.T.Helper()
	f := d.page.split.fields[i]
	d.Focus(f)
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	if text == "" {
		d.Press(fyne.KeyBackspace)
		return
	}
	d.Write(text)
}

// stored returns the split of the week in the journal, nil for none.
func (d *desk) stored() *journal.Split {
	d.T.Helper()
	d.Clock.Advance(saving.SaveLatest)
	return d.Entry().Split
}

func (d *desk) wantSplit(fields string, want *journal.Split) {
	d.T.Helper()
	if got := d.fields(); got != fields {
		d.T.Errorf("the fields show %q, want %q", got, fields)
	}
	if got := d.stored(); !sameSplit(got, want) {
		d.T.Errorf("the journal has %v, want %v", got, want)
	}
}

// withSplit is a journal with a split in the week of today, and others before.
func withSplit(t testing.TB) *desk {
	c := uitest.Weeks(3)
	for i := range c.Entries {
		c.Entries[i].Week = c.Entries[i].Week.Add(1) // up to that of today
		c.Entries[i].Split = &journal.Split{Technical: 10 * (i + 1), Both: 25, People: 75 - 10*(i+1)}
	}
	d := newDesk(t, c)
	d.wantSplit("30 25 45", &journal.Split{Technical: 30, Both: 25, People: 45})
	return d
}

// A week begins without a split, whatever the weeks before it have.
func TestSplitBeginsEmpty(t *testing.T) {
	d := withSplit(t)
	d.Clock.Pass(7 * 24 * 60 * 60 * 1e9)
	d.page.GoToday()
	d.wantSplit("  ", nil)
	d.Misses("moments’ hours", "Clear")
	d.page.GoPrev()
	d.wantSplit("30 25 45", nil)
}

// Sixty, Tab, ten: the third follows, and it is stored without Enter.
func TestSplitTyped(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Focus(d.page.split.fields[0])
	d.Write("60")
	d.wantSplit("60  ", nil)
	d.Misses("add up")
	d.Press(fyne.KeyTab)
	d.Write("10")
	d.wantSplit("60 10 30", &journal.Split{Technical: 60, Both: 10, People: 30})
	d.Misses("add up")
}

func TestSplitRules(t *testing.T) {
	set := &journal.Split{Technical: 30, Both: 25, People: 45}
	type typed struct {
		field int
		text  string
	}
	for _, tt := range []struct {
		name   string
		empty  bool
		typed  []typed
		fields string
		want   *journal.Split
		says   string // "" for nothing about a sum
	}{
		{"the first of a set split", false, []typed{{0, "50"}}, "50 25 25", &journal.Split{Technical: 50, Both: 25, People: 25}, ""},
		{"the second of a set split", false, []typed{{1, "0"}}, "30 0 70", &journal.Split{Technical: 30, People: 70}, ""},
		{"the third of a set split", false, []typed{{2, "40"}}, "30 25 40", set, "These add up to 95%: 5% missing."},
		{"the third, too much", false, []typed{{2, "50"}}, "30 25 50", set, "These add up to 105%: 5% too much."},
		{"the third and then the second", false, []typed{{2, "40"}, {1, "30"}}, "30 30 40", &journal.Split{Technical: 30, Both: 30, People: 40}, ""},
		{"the first, once the third was right", false, []typed{{2, "40"}, {1, "30"}, {0, "20"}}, "20 30 50", &journal.Split{Technical: 20, Both: 30, People: 50}, ""},
		{"the first, over 100", false, []typed{{0, "90"}}, "90 25 0", set, "These add up to 115%: 15% too much."},
		{"over 100 and back", false, []typed{{0, "90"}, {0, "20"}}, "20 25 55", &journal.Split{Technical: 20, Both: 25, People: 55}, ""},
		{"one emptied", false, []typed{{0, ""}}, " 25 45", set, "These add up to 70%: 30% missing."},
		{"all emptied", false, []typed{{0, ""}, {1, ""}, {2, ""}}, "  ", nil, ""},
		{"all emptied and one typed", false, []typed{{0, ""}, {1, ""}, {2, ""}, {2, "45"}}, "  45", nil, ""},
		{"all emptied and typed again", false, []typed{{0, ""}, {1, ""}, {2, ""}, {0, "60"}, {1, "10"}}, "60 10 30", &journal.Split{Technical: 60, Both: 10, People: 30}, ""},
		{"first and third of an empty one", true, []typed{{0, "60"}, {2, "30"}}, "60 10 30", &journal.Split{Technical: 60, Both: 10, People: 30}, ""},
		{"third and second of an empty one", true, []typed{{2, "60"}, {1, "30"}}, "10 30 60", &journal.Split{Technical: 10, Both: 30, People: 60}, ""},
		{"third and first of an empty one", true, []typed{{2, "30"}, {0, "60"}}, "60 10 30", &journal.Split{Technical: 60, Both: 10, People: 30}, ""},
		{"an empty one over 100", true, []typed{{0, "60"}, {1, "50"}}, "60 50 0", nil, "These add up to 110%: 10% too much."},
		{"one field over 100", true, []typed{{0, "600"}}, "600  ", nil, "These add up to 600%: 500% too much."},
		{"one of two emptied again", true, []typed{{0, "60"}, {1, "10"}, {1, ""}}, "60  ", nil, ""},
		{"one of two emptied later", true, []typed{{0, "60"}, {1, "10"}, {0, "60"}, {1, ""}}, "60  ", &journal.Split{Technical: 60, Both: 10, People: 30}, "These add up to 60%: 40% missing."},
		{"too much in one of two, later", true, []typed{{0, "60"}, {1, "10"}, {0, "60"}, {1, "50"}}, "60 50 0", &journal.Split{Technical: 60, Both: 10, People: 30}, "These add up to 110%: 10% too much."},
		{"all of it one track", true, []typed{{0, "100"}, {1, "0"}}, "100 0 0", &journal.Split{Technical: 100}, ""},
		{"letters", true, []typed{{0, "a60"}}, "60  ", nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := withSplit(t)
			if tt.empty {
				d = newDesk(t, journal.Contents{})
			}
			for _, step := range tt.typed {
				d.typeSplit(step.field, step.text)
			}
			d.wantSplit(tt.fields, tt.want)
			if tt.says == "" {
				d.Misses("These add up")
			} else {
				d.Sees(tt.says)
			}
			d.page.Shown() // what is typed stays
			d.wantSplit(tt.fields, tt.want)
			d.page.GoPrev()
			d.page.GoNext()
			if d.Misses("These add up"); !sameSplit(d.stored(), tt.want) {
				t.Error("leaving the week changed its split")
			}
		})
	}
}

// A field that was left and is edited again does not take back what it stored.
func TestSplitFieldEditedAgain(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.typeSplit(0, "60")
	d.typeSplit(1, "10")
	d.Window.Canvas().Unfocus()
	d.typeSplit(1, "50")
	d.wantSplit("60 50 0", &journal.Split{Technical: 60, Both: 10, People: 30})
	d.typeSplit(1, "20")
	d.wantSplit("60 20 20", &journal.Split{Technical: 60, Both: 20, People: 20})
}

// The page does not turn while a split is half set.
func TestPageStaysWithHalfASplit(t *testing.T) {
	for name, tt := range map[string]struct {
		do    func(*desk)
		stays bool
	}{
		"a field":     {func(d *desk) { d.typeSplit(0, "60") }, true},
		"a sum":       {func(d *desk) { d.typeSplit(0, "60"); d.typeSplit(1, "50") }, true},
		"a handle":    {func(d *desk) { d.page.split.bar.Tapped(&fyne.PointEvent{Position: fyne.NewPos(50, 10)}) }, true},
		"all of it":   {func(d *desk) { d.typeSplit(0, "60"); d.typeSplit(1, "10") }, false},
		"none at all": {func(*desk) {}, false},
	} {
		d := newDesk(t, journal.Contents{})
		tt.do(d)
		d.Window.Canvas().Unfocus()
		week := d.page.Week()
		d.page.WeekBegan(week.Next())
		if stays := d.page.Week() == week; stays != tt.stays {
			t.Errorf("with %s of a split, the page stays: %v", name, stays)
		}
	}
}

// A paste that is no whole percentage is refused with a word.
func TestSplitRefusesWhatIsNoNumber(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Focus(d.page.split.fields[0])
	d.Paste("most of it")
	d.wantSplit("  ", nil)
	d.Sees("Whole numbers from 0 to 100.")
	d.Paste("60%")
	d.wantSplit("60  ", nil)
	d.Misses("Whole numbers")
}

// The split is taken back by emptying the fields, or by the link, with undo.
func TestSplitTakenBack(t *testing.T) {
	for name, takeBack := range map[string]func(*desk){
		"fields": func(d *desk) {
			for i := range 3 {
				d.typeSplit(i, "")
			}
		},
		"link": func(d *desk) { d.TapLink("Clear") },
	} {
		d := withSplit(t)
		takeBack(d)
		d.wantSplit("  ", nil)
		if len(d.offered) != 1 || d.offered[0] != "Split removed." {
			t.Errorf("%s: the page offered to undo %q", name, d.offered)
		}
		if _, err := d.Journal.Undo(); err != nil {
			t.Fatal(err)
		}
		d.page.Reload()
		d.wantSplit("30 25 45", &journal.Split{Technical: 30, Both: 25, People: 45})
	}
	d := newDesk(t, journal.Contents{})
	d.typeSplit(0, "60")
	d.typeSplit(0, "")
	d.typeSplit(0, "60")
	d.typeSplit(1, "50") // 60, 5 and 35 on the way
	d.wantSplit("60 50 0", nil)
	if len(d.offered) != 0 {
		t.Errorf("no split was removed, and the page offered to undo %q", d.offered)
	}
}

func TestSplitSteps(t *testing.T) {
	d := withSplit(t)
	d.Focus(d.page.split.fields[0])
	d.Press(fyne.KeyUp)
	d.wantSplit("35 25 40", &journal.Split{Technical: 35, Both: 25, People: 40})
	d.typeSplit(0, "33")
	d.Press(fyne.KeyDown, fyne.KeyDown)
	d.wantSplit("25 25 50", &journal.Split{Technical: 25, Both: 25, People: 50})
	d.typeSplit(1, "72")
	d.Press(fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	d.wantSplit("25 75 0", &journal.Split{Technical: 25, Both: 75})
	d.typeSplit(0, "0")
	d.Press(fyne.KeyDown)
	d.wantSplit("0 75 25", &journal.Split{Both: 75, People: 25})
}

// Bar and fields show the same split.
func TestSplitByBar(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	bar := d.page.split.bar
	tap := func(percent float32) {
		bar.Tapped(&fyne.PointEvent{Position: fyne.NewPos(bar.Size().Width*percent/100, 10)})
	}
	tap(60)
	d.wantSplit("  ", nil)
	d.Sees("Now the other handle.")
	tap(70)
	d.wantSplit("60 10 30", &journal.Split{Technical: 60, Both: 10, People: 30})
	d.Misses("Now the other handle.")
	d.typeSplit(0, "50")
	tap(100)
	d.wantSplit("50 50 0", &journal.Split{Technical: 50, Both: 50})
}

// What the hours of the moments say is shown once the user has set a split.
func TestSplitByHours(t *testing.T) {
	d := newDesk(t, journal.Contents{Entries: []journal.Entry{{Week: journal.WeekOf(uitest.NewClock().Now()), Moments: []journal.Moment{
		{ID: "a", Text: "one", Kind: "coding", Track: journal.Technical, Hours: 3},
		{ID: "b", Text: "two", Kind: "glue", Track: journal.Both, Hours: 1},
		{ID: "c", Text: "three", Kind: "hiring", Track: journal.People, Hours: 4},
	}}}})
	d.Misses("moments’ hours")
	d.typeSplit(0, "60")
	d.Misses("moments’ hours")
	d.typeSplit(1, "10")
	d.Sees("By your moments’ hours: 38 · 12 · 50")
	for range 3 {
		d.page.deleteMoment(d.Today(), d.page.entry.Moments[0].ID)
	}
	d.Misses("moments’ hours")
}

func TestSplitOfHoursIsAWhole(t *testing.T) {
	for a := range 12 {
		for b := range 12 {
			s, ok := splitOfHours([]journal.Moment{
				{Track: journal.Technical, Hours: float64(a) / 3}, {Track: journal.Both, Hours: float64(b) / 7}, {Track: journal.People, Hours: 0.5}})
			if !ok || s.Validate() != nil {
				t.Fatalf("%d and %d give %v", a, b, s)
			}
		}
	}
}

// A split that cannot be changed takes nothing.
func TestSplitOfAWeekToRead(t *testing.T) {
	d := open(t, uitest.NewDesk(t, uitest.Weeks(1)), func(s *session.Session) { s.ReadOnly, s.Words = true, words.In(words.French) })
	for _, f := range d.page.split.fields {
		d.Focus(f)
		test.Type(f, "6")
	}
	d.wantSplit("  ", nil)
	d.Misses("tirez ici")
}
