package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal/evidence/source"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// The sources are reached from Settings and from the page of a week, and left for where
// one came from. What is looked for ends with the page, and takes no focus later.
func TestSourcesAreReachedAndLeft(t *testing.T) {
	d := newDeskWith(t, uitest.Weeks(3), words.English, func(c *Config) { c.Sources = []source.Kind{icsKind{}} })
	d.TapLink("See what this week held")
	d.shows(pageSources)
	d.TapButton("Back")
	d.showsWeek(d.Today())
	d.open(pageSettings)
	d.TapButton("Choose sources…")
	d.Press(fyne.KeyEscape)
	d.shows(pageSettings)

	d.TapButton("Choose sources…")
	d.shell.space.sources.Offer(t.TempDir())
	d.shell.space.open(pageTrends)
	if d.Clock.Looking() != 0 {
		t.Error("looking goes on")
	}
	focused := d.Window.Canvas().Focused()
	d.Clock.Finish()
	if d.Window.Canvas().Focused() != focused {
		t.Error("it took the focus")
	}
}

// The week on screen is no longer looked at when another page comes, and is again when it
// comes back.
func TestWeekIsLookedAtOnScreen(t *testing.T) {
	d := newDeskWith(t, uitest.Weeks(3), words.English, func(c *Config) { c.Sources = []source.Kind{icsKind{}} })
	d.prefer(func(p *preferences.Preferences) {
		p.ChangeEvidence("test", func(e *preferences.Evidence) { e.Places = map[string][]string{"calendar": {"/cal/work.ics"}} })
	})
	for range 2 {
		d.shell.space.open(pageWeek)
		if d.Clock.Looking() != 1 {
			t.Fatal("the week is not looked at")
		}
		d.shell.space.open(pageTrends)
		if d.Clock.Looking() != 0 {
			t.Error("the look goes on")
		}
	}
	d.open(pageWeek)
	d.Sees("What this week held", "Your calendars and repositories have nothing from this week.")
}
