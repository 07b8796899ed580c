package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

func TestEvents(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	d.shell.space.open(pageTrends)
	before := len(d.mine.Events())
	d.tapLink("Add a change…")
	d.write("New team, search")
	d.tapButton("Save")
	if n := len(d.mine.Events()); n != before+1 {
		t.Fatalf("%d events, want %d", n, before+1)
	}
	d.sees("New team, search")

	page := d.shell.space.pages[pageTrends].(*trendsPage)
	events := d.mine.Events()
	page.events.remove(events[len(events)-1])
	if n := len(d.mine.Events()); n != before {
		t.Errorf("%d events after the removal, want %d", n, before)
	}
	d.sees("The change is in the trash.")
	d.tapLink("Undo")
	if n := len(d.mine.Events()); n != before+1 || d.shell.space.current != pageTrends {
		t.Errorf("%d events after the undo on page %s, want %d", n, d.shell.space.current, before+1)
	}
	d.sees("Undone: a change about your work.")
}

// TestEventRefused holds that a bad event stays in its dialog with the reason.
func TestEventRefused(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	f := newEventForm(words.In(words.English), journal.Event{ID: "x", Week: d.today(), Kind: journal.RoleEvent}, func() {})
	if _, err := f.read(journal.Event{ID: "x"}); err == nil {
		t.Error("an event without a title and a role was taken")
	}
	f.title.SetText("Tech lead")
	f.week.SetText("2025-W53")
	if _, err := f.read(journal.Event{ID: "x"}); err == nil {
		t.Error("a week that does not exist was taken")
	}
	f.week.SetText("2026-w18")
	if e, err := f.read(journal.Event{ID: "x"}); err != nil || e.Week.String() != "2026-W18" {
		t.Errorf("read %+v, %v", e, err)
	}
}

func TestJournalSearch(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	d.shell.space.find()
	page := d.shell.space.pages[pagePast].(*pastPage)
	all := len(page.rows)
	if newest, _ := d.mine.Newest(); page.rows[0].entry.Week != newest {
		t.Errorf("the list begins with %v", page.rows[0].entry.Week)
	}
	tests := []struct {
		query string
		match func(journal.Moment, journal.Entry) bool
	}{
		{"simulator", nil},
		{"#none of this", nil},
		{"debugging", nil},
		{"INES", nil},
	}
	for _, tt := range tests {
		page.search.SetText("")
		d.shell.window.Canvas().Focus(page.search)
		d.write(tt.query)
		if len(page.rows) >= all {
			t.Errorf("%q finds everything", tt.query)
		}
		for _, row := range page.rows {
			if row.moment == nil {
				continue
			}
			text := fold(row.moment.Text + " " + strings.Join(row.moment.Tags, " ") + " " + page.kinds[row.moment.Kind] + " " + string(row.moment.Track))
			if !matches(text, strings.Fields(fold(tt.query))) {
				t.Errorf("%q finds %v", tt.query, row.entry.Week)
			}
		}
	}
	page.search.SetText("simulator")
	if len(page.rows) == 0 {
		t.Fatal("nothing is found")
	}
	week := page.rows[0].entry.Week
	page.list.Select(0)
	if d.shell.space.current != pageWeek || d.week().entry.Week != week {
		t.Errorf("a click opened %v on page %s, want %v", d.week().entry.Week, d.shell.space.current, week)
	}
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{"Été À la Une": "ete a la une", "ABC": "abc", "naïve": "naive", "ß": "ß"} {
		if got := fold(text); got != want {
			t.Errorf("fold(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestOwnKind(t *testing.T) {
	d := newWeekDesk(t)
	d.week().newKind()
	d.write("Mentoring circle")
	d.tapButton("Save")
	form := d.week().quick.form
	if got := form.kind.Selected; got != "Mentoring circle · both" {
		t.Errorf("the kind chosen is %q", got)
	}
	d.shell.window.Canvas().Focus(form.text)
	d.write("First round")
	d.press(fyne.KeyReturn)
	if m := d.entry().Moments[0]; m.Track != journal.Both {
		t.Errorf("the moment is %+v", m)
	}
	d.sees("Mentoring circle")
}

// TestShortcutWords holds that each key of the window is told in Settings.
func TestShortcutWords(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		for _, k := range shortcuts {
			for _, id := range []string{"keys." + k.id, "keys." + k.id + ".key"} {
				if w.Say(id) == id {
					t.Errorf("%s has no words for %s", lang, id)
				}
			}
		}
	}
}

// TestTrendsFitsTheSmallestWindow holds that nothing on the page asks for more
// width than the smallest window gives it, even in the largest text.
func TestTrendsFitsTheSmallestWindow(t *testing.T) {
	for _, lang := range words.Languages {
		d := newDesk(t, sampleContents(t), lang)
		d.shell.prefs.setTextSize(len(textScales) - 1)
		d.shell.applyLook()
		d.shell.window.Resize(fyne.NewSize(900, 600))
		page := d.trends()
		d.shell.window.Canvas().Capture()
		if want, has := page.scroll.Content.MinSize().Width, page.scroll.Size().Width; want > has {
			t.Errorf("in %s the page needs a width of %g, and has %g", lang, want, has)
		}
	}
}

// TestEveryPageInEverySize holds that all pages can be drawn, small and large,
// light and dark, in both languages.
func TestEveryPageInEverySize(t *testing.T) {
	for _, lang := range words.Languages {
		d := newDesk(t, sampleContents(t), lang)
		for _, wish := range []appearance{alwaysLight, alwaysDark} {
			d.shell.prefs.setAppearance(wish)
			d.shell.applyLook()
			for name := range d.shell.space.make {
				d.shell.space.open(name)
				for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 1600, Height: 1000}} {
					d.shell.window.Resize(size)
					if min := d.shell.window.Canvas().Content().MinSize(); min.Width > 900 {
						t.Errorf("%s page %s needs a width of %v", lang, name, min.Width)
					}
					if d.shell.window.Canvas().Capture().Bounds().Empty() {
						t.Error("nothing was drawn")
					}
				}
			}
		}
		test.ApplyTheme(t, d.shell.app.Settings().Theme())
	}
}
