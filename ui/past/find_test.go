package past

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/search"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

// threeWeeks is a journal of weeks 46 to 48, the second of them off.
func threeWeeks() journal.Contents {
	week := journal.WeekOf(uitest.NewClock().Now())
	return journal.Contents{Entries: []journal.Entry{
		{Week: week.Add(-2), Reflection: "A quiet upgrade.", Moments: []journal.Moment{
			{ID: "a", Text: "Upgrade rehearsal", Kind: "coding", Track: journal.Technical, Energy: 2, Hours: 1, Tags: []string{"Infra"}},
			{ID: "b", Text: "Talked to Ines", Kind: "one-on-one", Track: journal.People, Energy: -1, Hours: 1, Private: true},
		}},
		{Week: week.Prev(), Away: "vacation"},
		{Week: week, Moments: []journal.Moment{
			{ID: "c", Text: "Drew lines", Kind: "design", Track: journal.Technical, Energy: 1, Hours: 1, Tags: []string{"upgrade"}},
		}},
	}}
}

// tick ticks a value of a filter.
func (d *desk) tick(filter, value string) {
	d.T.Helper()
	test.Tap(uitest.Find(&d.Screen, func(c *controls.Chip) bool { return c.Text() == filter || strings.HasPrefix(c.Text(), filter+":") }))
	list := uitest.Find[*controls.TickList](&d.Screen, nil)
	i := slices.IndexFunc(list.Options(), func(o controls.Option) bool { return o.Text == value })
	if i < 0 {
		d.T.Fatalf("%s has no value %q but %v", filter, value, list.Options())
	}
	list.Activate(i)
	d.Press(fyne.KeyReturn, fyne.KeyEscape)
}

func TestFilters(t *testing.T) {
	d := newDesk(t, threeWeeks())
	d.tick("Track", "technical")
	d.Sees("Track: technical", "2 moments in 2 weeks", "· technical")
	d.Misses("Talked to Ines")
	d.tick("Track", "people")
	d.Sees("3 moments in 2 weeks", "technical or people")
	d.tick("Energy", "energized")
	d.Sees("1 moment in 1 week", "technical or people · energized")
	d.tick("Tag", "#Infra")
	d.Sees("1 moment in 1 week")
	d.TapLink("Clear all")
	d.Misses("Clear all", "Track:")
	d.tick("Private, off", "weeks off")
	if got := strings.Join(d.rows(), " "); got != "47" {
		t.Errorf("weeks off are %q", got)
	}
	d.tick("Kind", "Coding")
	d.Sees("No week matches these filters.")
	d.Press(fyne.KeyDelete) // on the chip
	if got := strings.Join(d.rows(), " "); got != "47" {
		t.Errorf("Delete on a chip leaves %q", got)
	}
}

// A hit is marked, and where it is not in the text, the row shows where it is.
func TestHitsShowWhy(t *testing.T) {
	d := newDesk(t, threeWeeks())
	d.page.search.set("upgrade")
	d.Sees("tag #upgrade", "2 moments and 1 reflection in 2 weeks", "“A quiet upgrade.”", "Weeks with hits are dark.")
	w := d.page.results.wordsOf(slices.IndexFunc(d.page.results.found.Rows, func(r search.Row) bool { return r.Moment() != nil && r.Moment().ID == "a" }))
	if len(w.marks) != 1 || w.text[w.marks[0].From:w.marks[0].To] != "Upgrade" || len(w.reasons) != 0 {
		t.Errorf("%q has the marks %v and the reasons %v", w.text, w.marks, w.reasons)
	}
	if len(d.page.year.grid.hits) != 2 {
		t.Errorf("the calendar shows hits in %v", d.page.year.grid.hits)
	}
}

// An excerpt shows the hit, however far it is from the beginning.
func TestExcerptHasTheHit(t *testing.T) {
	long := strings.Repeat("many words go by ", 30) + "then the quokka came " + strings.Repeat("and more words ", 30)
	r := &results{words: search.Words("quokka")}
	for text, begins := range map[string]bool{long: true, "quokka " + long: false, strings.Repeat("é", 400) + "quokka": true} {
		got := r.excerpt(text, mostOfReflection)
		if !strings.Contains(got, "quokka") || strings.HasPrefix(got, "…") != begins || len([]rune(got)) > mostOfReflection+1 {
			t.Errorf("the excerpt is %q", got)
		}
	}
}

func TestSearchField(t *testing.T) {
	d := newDesk(t, threeWeeks())
	d.page.Search()
	d.Write("ines")
	d.Press(fyne.KeyEscape)
	if d.Field() == nil || d.Field().Text != "" {
		t.Error("Escape did not clear the field, or took the focus")
	}
	d.Write("ines")
	test.Tap(uitest.Find[*cross](&d.Screen, nil))
	if d.Field() == nil || d.Field().Text != "" {
		t.Error("the cross did not clear the field")
	}
	d.Press(fyne.KeyPageDown)
	if d.Field() == nil || d.page.list.Active() == 0 {
		t.Error("Page Down does not move through the list from the field")
	}
	d.Write("ines")
	d.Press(fyne.KeyDown)
	if d.Window.Canvas().Focused() != fyne.Focusable(d.page.list) || d.page.list.Active() != 1 {
		t.Errorf("Down leads to row %d of %T", d.page.list.Active(), d.Window.Canvas().Focused())
	}
	d.Press(fyne.KeyReturn)
	if d.moment != "c" {
		t.Errorf("Enter opens %q", d.moment)
	}
	d.page.Fresh()
	if !d.page.query().Empty() || len(d.rows()) != 7 {
		t.Errorf("begun anew, the page has %v with %q", d.page.query(), d.rows())
	}
}

func TestEmptyJournalOffersThisWeek(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Sees("Nothing logged yet.")
	d.TapButton("Log this week")
	if len(d.opened) != 1 || d.opened[0] != d.Today() {
		t.Errorf("it opened %v", d.opened)
	}
	d = newDesk(t, threeWeeks())
	d.page.search.set("quokka")
	d.Sees("No week matches “quokka”.")
	d.TapButton("Clear search")
	d.Sees("Drew lines")
}

// Every act on picked moments is one step.
func TestPicks(t *testing.T) {
	for name, act := range map[string]struct {
		do    func(*desk)
		holds func(m journal.Moment) bool
		weeks string // with moments, then
	}{
		"add a tag": {func(d *desk) {
			test.Tap(d.page.picks.tags)
			d.ChooseItem("Add a tag…")
			d.Write("#2026")
			d.Press(fyne.KeyReturn)
		}, func(m journal.Moment) bool { return slices.Contains(m.Tags, "2026") }, "48 46"},
		"remove a tag": {func(d *desk) {
			test.Tap(d.page.picks.tags)
			d.ChooseItem("Remove #Infra")
		}, func(m journal.Moment) bool { return !slices.Contains(m.Tags, "Infra") }, "48 46"},
		"make private": {func(d *desk) { d.page.picks.privateMenu()[0].Action() }, func(m journal.Moment) bool { return m.Private }, "48 46"},
		"change kind": {func(d *desk) {
			d.TapButton("Change kind…")
			d.TapButton("Save")
		}, func(m journal.Moment) bool { return m.Kind == "design" && m.Track == journal.Technical }, "48 46"},
		"change kind alone": {func(d *desk) {
			d.TapButton("Change kind…")
			uitest.Find[*controls.Check](&d.Screen, nil).SetChecked(false)
			d.TapButton("Save")
		}, func(m journal.Moment) bool { return m.Kind == "design" && (m.Track == journal.People) == (m.ID == "b") }, "48 46"},
		"move": {func(d *desk) {
			d.TapButton("Move…")
			d.Press(fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
		}, func(journal.Moment) bool { return true }, "45"},
		"delete by key": {func(d *desk) { d.Press(fyne.KeyDelete) }, func(journal.Moment) bool { return true }, ""},
		"delete":        {func(d *desk) { d.TapButton("Delete") }, func(journal.Moment) bool { return true }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, threeWeeks())
			before := d.Journal.Contents()
			d.Focus(d.page.list)
			d.page.list.TypedShortcut(&fyne.ShortcutSelectAll{})
			d.Sees("3 moments selected")
			act.do(d)
			var weeks []string
			for _, e := range slices.Backward(d.Journal.Entries()) {
				for _, m := range e.Moments {
					if !act.holds(m) {
						t.Errorf("%+v was not changed", m)
					}
				}
				if len(e.Moments) > 0 {
					weeks = append(weeks, fmt.Sprint(e.Week.Number()))
				}
			}
			if got := strings.Join(weeks, " "); got != act.weeks {
				t.Errorf("moments are in weeks %q, want %q", got, act.weeks)
			}
			if len(d.offered) != 1 || !strings.HasPrefix(d.offered[0], "3 moments ") {
				t.Errorf("it offered to undo %q", d.offered)
			}
			if _, err := d.Journal.Undo(); err != nil {
				t.Fatal(err)
			}
			for i, e := range d.Journal.Entries() {
				if !e.Equal(before.Entries[i]) {
					t.Errorf("undone, %v is %+v", e.Week, e)
				}
			}
			if _, more := d.Journal.CanUndo(); more {
				t.Error("it was more than one step")
			}
		})
	}
}

func TestPicking(t *testing.T) {
	d := newDesk(t, threeWeeks())
	d.TapLink("Select…")
	d.Sees("Select moments")
	d.Press(fyne.KeyHome, fyne.KeySpace) // the head of week 48
	d.Sees("1 moment selected")
	d.page.list.Activate(4)
	d.Press(fyne.KeySpace)
	d.Sees("2 moments selected")
	d.Press(fyne.KeySpace)
	d.Sees("1 moment selected")
	d.Press(fyne.KeyEscape)
	d.Misses("selected")
	d.page.list.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: fyne.KeyModifierShortcutDefault})
	d.Sees("1 moment selected")
}

func TestYearGrid(t *testing.T) {
	d := newDesk(t, threeWeeks())
	g := d.page.year.grid
	n := 0
	for _, weeks := range g.months {
		n += len(weeks)
	}
	if n != 53 || g.months[0][0].Number() != 1 || len(g.months[3]) != 5 {
		t.Errorf("2026 has %d weeks: %v", n, g.months)
	}
	d.Focus(g)
	d.Press(fyne.KeyHome, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn)
	if i, _ := d.page.rowOf(d.Today().Add(-2)); d.page.list.Active() != i || d.Window.Canvas().Focused() != fyne.Focusable(d.page.list) {
		t.Errorf("Enter leads to row %d, want %d", d.page.list.Active(), i)
	}
	d.Focus(g)
	d.Press(fyne.KeyLeft, fyne.KeySpace) // a week without an entry
	if want := d.Today().Add(-3); len(d.opened) != 1 || d.opened[0] != want {
		t.Errorf("it opened %v, want %v", d.opened, want)
	}
	d.Press(fyne.KeyHome, fyne.KeyRight, fyne.KeyReturn) // one that has not begun
	if len(d.opened) != 1 {
		t.Errorf("it opened %v", d.opened[1:])
	}
	d.Press(fyne.KeyHome, fyne.KeyPageUp)
	d.Sees("2025")
	at, size := g.box(g.months[5][1])
	g.Tapped(&fyne.PointEvent{Position: at.AddXY(size.Width/2, size.Height/2)})
	if want := g.months[5][1]; d.opened[len(d.opened)-1] != want {
		t.Errorf("a click opened %v, want %v", d.opened, want)
	}
	if words := g.tipWords(d.Today().Prev()); !strings.Contains(words, "week off") || !strings.Contains(words, "Week 47") {
		t.Errorf("the tip of a week off is %q", words)
	}
}

// long returns weeks of twenty moments each.
func long(weeks int) journal.Contents {
	c := journal.Contents{}
	last := journal.WeekOf(uitest.NewClock().Now())
	for i := range weeks {
		e := journal.Entry{Week: last.Add(i + 1 - weeks), Reflection: "A week as most are, with a rehearsal of the upgrade in it."}
		for k := range 20 {
			e.Moments = append(e.Moments, journal.Moment{ID: fmt.Sprint("m", k), Text: fmt.Sprintf("Second rehearsal of upgrade %d, then a third: %d minutes of read-only", i, k),
				Kind: "coding", Track: journal.Technical, Hours: 1, Tags: []string{fmt.Sprintf("tag%d", k*i%97)}})
		}
		c.Entries = append(c.Entries, e)
	}
	return c
}

// A key in the search, over 52,000 moments.
func BenchmarkKey(b *testing.B) {
	d := newDesk(b, long(2600))
	d.Clock.Finish()
	for _, text := range []string{"u", "upgrade", "tag9", "quokka"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				d.page.search.text.Text = text
				d.page.narrowed()
			}
		})
	}
	d.page.clear()
	b.Run("scroll", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			d.page.list.ScrollTo(float32(i%20000) * 75)
		}
	})
	b.Run("End and Home", func(b *testing.B) {
		for b.Loop() {
			d.page.list.Activate(d.page.results.Len() - 1)
			d.page.list.Activate(0)
		}
	})
}

// The page comes on screen at ten years, and at fifty.
func BenchmarkShown(b *testing.B) {
	for _, years := range []int{10, 50} {
		d := newDesk(b, long(52*years))
		d.Clock.Finish()
		b.Run(fmt.Sprint(years), func(b *testing.B) {
			for b.Loop() {
				d.page.Shown()
			}
		})
	}
}
