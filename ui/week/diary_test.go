package week

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/evidence/source"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/look"
	"heliotrope/ui/session"
	"heliotrope/ui/uitest"
)

// The diary is written on its day, stored as typed, and compared with the split once that
// is set and four days are written.
func TestDiaryIsWritten(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Misses("A diary week")
	d.page.BeginDiary()
	days := d.page.diary.days
	if d.Window.Canvas().Focused() != fyne.Focusable(days[0].fields[0]) || !days[1].fields[0].Disabled() || days[5].root.Visible() {
		t.Fatal("not the day of today is written, or a later one can be")
	}
	write := func(day int, hours ...string) {
		for i, text := range hours {
			d.Focus(d.page.diary.days[day-1].fields[i])
			d.Write(text)
		}
		d.Clock.Advance(time.Minute)
	}
	write(1, "4", "1h30", "2.5")
	want := []journal.DiaryDay{{Day: 1, Hours: journal.Hours{Technical: 4, Both: 1.5, People: 2.5}}}
	if got := d.Entry().Diary; !slices.Equal(got, want) {
		t.Fatalf("written is %+v", got)
	}
	d.page.Shown()
	if days[0].fields[1].Text != "1.5" && days[0].fields[1].Text != "1h30" {
		t.Errorf("it shows %q", days[0].fields[1].Text)
	}
	for day := 2; day <= 4; day++ {
		d.Clock.Advance(24 * time.Hour)
		d.page.Shown()
		if day == 4 {
			d.page.setSplit(&journal.Split{Technical: 60, Both: 10, People: 30})
			d.Misses("Your diary says")
		}
		write(day, "0", "", "8")
	}
	d.Sees("Your diary says 83% people.")
	if e := d.Entry(); len(e.Diary) != 4 || e.Evidence != nil || e.Diary[3].Hours != (journal.Hours{People: 8}) {
		t.Errorf("the week is %+v", e)
	}
	d.TapLink("Clear")
	d.Misses("Your diary says")
	d.TapLink("Add the weekend")
	if !days[6].root.Visible() || !days[6].fields[0].Disabled() {
		t.Error("the weekend is not there, or can be written before it comes")
	}
}

// What is no time is told, and nothing of it is stored.
func TestDiaryRefuses(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.page.BeginDiary()
	fields := d.page.diary.days[0].fields
	fields[0].SetText("4")
	for text, told := range map[string]string{"much": "Enter hours", "-3": "Enter hours", "30": "A day has 24 hours.", "21": "A day has 24 hours."} {
		fields[1].SetText(text)
		d.Sees(told)
		fields[1].SetText("")
		d.Misses(told)
	}
	d.Clock.Advance(time.Minute)
	if got := d.Entry().Diary; len(got) != 1 || got[0].Hours != (journal.Hours{Technical: 4}) {
		t.Errorf("written is %+v", got)
	}
	fields[0].SetText("")
	d.Clock.Advance(time.Minute)
	if got := d.Entry(); len(got.Diary) != 0 || !fields[0].Visible() || !d.shows("A diary week") {
		t.Errorf("emptied, it is %+v", got)
	}
}

// A diary is offered half a year after the last one, or after the first week, where no
// calendar tells; and when it was declined, half a year after that.
func TestDiaryIsOffered(t *testing.T) {
	asked := func(e *preferences.Evidence) { e.DiaryAsked = "2026-W40" }
	places := func(e *preferences.Evidence) { e.Places = map[string][]string{"git": {"/src"}} }
	written := uitest.Weeks(40)
	written.Entries[30].Diary = []journal.DiaryDay{{Day: 1}}
	for name, tt := range map[string]struct {
		contents journal.Contents
		prefer   func(*preferences.Evidence)
		found    source.Found
		offered  bool
	}{
		"an empty journal":        {},
		"25 weeks":                {contents: uitest.Weeks(25)},
		"26 weeks":                {contents: uitest.Weeks(26), offered: true},
		"a diary since":           {contents: written},
		"declined since":          {contents: uitest.Weeks(40), prefer: asked},
		"repositories only":       {contents: uitest.Weeks(40), prefer: places, found: source.Found{Items: []source.Item{commit("shop", at(7, 8, 0))}}, offered: true},
		"a calendar":              {contents: uitest.Weeks(40), prefer: places, found: source.Found{Items: []source.Item{meeting("Standup", at(7, 8, 0), 30)}}},
		"nonsense in preferences": {contents: uitest.Weeks(40), prefer: func(e *preferences.Evidence) { e.DiaryAsked = "yesterday" }, offered: true},
	} {
		t.Run(name, func(t *testing.T) {
			on := uitest.NewDesk(t, tt.contents)
			if tt.prefer != nil {
				prefer(t, on, tt.prefer)
			}
			d := openWith(t, on, func(*session.Session) {}, &fakeLooker{found: tt.found})
			d.Clock.Finish()
			if d.shows("Twice a year") != tt.offered {
				t.Fatalf("offered is %v, want %v", !tt.offered, tt.offered)
			}
			if tt.offered {
				d.TapLink("Not now")
				d.page.Shown()
				d.Misses("Twice a year")
				if d.Preferences.Get().Evidence["test"].DiaryAsked != "2026-W48" {
					t.Error("that it was declined is not stored")
				}
			}
		})
	}
}

// The card fits, in both languages and all sizes.
func TestDiaryFits(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		for _, size := range uitest.Sweep(preferences.MinText, preferences.MaxText) {
			on := uitest.NewDesk(t, uitest.Weeks(40))
			if err := on.Preferences.Change(func(p *preferences.Preferences) { p.TextSize = size }); err != nil {
				t.Fatal(err)
			}
			on.App.Settings().SetTheme(look.New(on.Preferences.Get()))
			d := openWith(t, on, func(s *session.Session) { *s = on.Session(lang) }, nil)
			for _, window := range uitest.Sweep(fyne.NewSize(900-176, 600), fyne.NewSize(1600, 1000)) {
				for range 2 { // offered, and written
					d.Window.Resize(window)
					d.Settle()
					if wrong := slices.Concat(d.CutTexts(), d.Overlaps(), d.LowTargets()); len(wrong) > 0 {
						t.Errorf("%s, %d %%, %v: %s", lang, size, window, strings.Join(wrong, "\n"))
					}
					d.page.BeginDiary()
					d.page.diary.days[0].fields[0].SetText("much")
				}
			}
		}
	}
}
