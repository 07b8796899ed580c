package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

// A week that was opened from a page leads back there, by key and by button, as it
// was left.
func TestBackToWhereAWeekWasOpened(t *testing.T) {
	for name, back := range map[string]func(*desk, string){
		"key":    func(d *desk, _ string) { d.shortcut("prev") },
		"button": func(d *desk, says string) { d.TapButton(says) },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, uitest.Sample(t), words.English)
			w := d.Today().Add(-10)

			d.shortcut("trends")
			d.Clock.Finish()
			scroll := uitest.Find[*controls.Scroll](&d.Screen, nil)
			scroll.ScrollToBottom()
			scrolled := scroll.Offset
			link := uitest.Find[*controls.QuestionMark](&d.Screen, nil)
			d.Focus(link)
			scroll.ScrollToOffset(scrolled)
			d.shell.space.OpenWeek(w)
			d.showsWeek(w)
			d.Sees("Trends", "Go to this week", "You are in week 38", "10 weeks ago")
			back(d, "Trends")
			d.shows(pageTrends)
			if d.Window.Canvas().Focused() != link {
				t.Errorf("the focus is on %T", d.Window.Canvas().Focused())
			}

			d.shortcut("find")
			d.Write("ines")
			d.longList().ScrollTo(120)
			offset := d.longList().Offset()
			d.longList().OnOpen(3)
			d.shows(pageWeek)
			back(d, "Journal")
			d.shows(pagePast)
			if got := d.Field(); got == nil || got.Text != "ines" {
				t.Error("the search is gone, or has not the focus")
			}
			if got := d.longList().Offset(); got != offset || offset == 0 {
				t.Errorf("the list is at %v, and was at %v", got, offset)
			}
		})
	}
}

// From a week to another one, and from there, the way back is the way there.
func TestBackThroughWeeks(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	w := d.Today()
	d.shortcut("trends")
	d.shell.space.OpenWeek(w.Add(-3))
	d.shell.space.OpenWeek(w.Add(-55)) // as a year ago does
	d.Sees("Week 45")                  // the button
	d.shortcut("prev")
	d.showsWeek(w.Add(-3))
	d.shortcut("next") // and the way back stays
	d.shortcut("prev")
	d.shows(pageTrends)
}

// With nothing to go back to, the key leads to the week before; whoever goes
// elsewhere by the rail has nothing to go back to.
func TestNothingToGoBackTo(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	d.shortcut("prev")
	d.showsWeek(d.Today().Prev())
	d.shortcut("trends")
	d.shell.space.OpenWeek(d.Today().Add(-5))
	d.shortcut("week")
	d.showsWeek(d.Today())
	d.shortcut("prev")
	d.showsWeek(d.Today().Prev())
}

// The rail and its keys lead to the running week whatever was opened, with the caret
// in its line, and mark no other week.
func TestThisWeekIsThisWeek(t *testing.T) {
	for name, goes := range map[string]func(*desk){
		"rail":   func(d *desk) { test.Tap(d.shell.space.items[pageWeek]) },
		"Ctrl+1": func(d *desk) { d.shortcut("week") },
		"Ctrl+N": func(d *desk) { d.shortcut("new") },
		"button": func(d *desk) { d.TapButton("Go to this week") },
	} {
		for from, opens := range map[string]func(*desk){
			"chart":    func(d *desk) { d.shortcut("trends"); d.shell.space.OpenWeek(d.Today().Add(-9)) },
			"Journal":  func(d *desk) { d.shortcut("journal"); d.longList().OnOpen(0) },
			"Alt+Left": func(d *desk) { d.shortcut("prev"); d.shortcut("prev") },
		} {
			d := newDesk(t, uitest.Sample(t), words.English)
			opens(d)
			if d.Window.Canvas().Focused() != d.shell.space.week.First() || d.Field() != nil {
				t.Errorf("%s gave the focus to %T", from, d.Window.Canvas().Focused())
			}
			goes(d)
			d.showsWeek(d.Today())
			if d.Field() != d.line() {
				t.Errorf("%s after %s: the focus is on %T", name, from, d.Window.Canvas().Focused())
			}
			d.Window.Close()
		}
	}
}

// A hit of the Journal opens its week at the moment. Back there the search is as it
// was, but the page begins anew when it is opened another way.
func TestHitOpensItsMoment(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	d.shortcut("find")
	d.Write("upgrade")
	d.Press(fyne.KeyDown)
	list := d.longList()
	d.Clock.Finish()
	d.Press(fyne.KeyReturn)
	d.shows(pageWeek)
	rows, ok := d.Window.Canvas().Focused().(*controls.RowList)
	if !ok || !strings.Contains(strings.ToLower(rows.AccessibilityLabel()+d.Texts()), "upgrade") {
		t.Errorf("the focus is on %T", d.Window.Canvas().Focused())
	}
	d.shortcut("prev")
	d.shows(pagePast)
	d.Sees("Clear all")
	if d.Window.Canvas().Focused() != fyne.Focusable(list) {
		t.Errorf("back in the Journal the focus is on %T", d.Window.Canvas().Focused())
	}
	d.shortcut("journal") // it is on screen already
	d.Sees("Clear all")
	d.shortcut("trends")
	d.shortcut("journal")
	d.Misses("Clear all")
	if f := d.Field(); f == nil || f.Text != "" {
		t.Error("the search is still there, or the field has not the focus")
	}
}
