package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/shortcuts"
	"heliotrope/ui/uitest"
)

// Each key of the window does something and has words.
func TestShortcutsAreDoneAndTold(t *testing.T) {
	for _, k := range shortcuts.All {
		if c, ok := commands[k.ID]; ok != (len(k.Keys) > 0) || ok && (c.window == nil) == (c.space == nil) {
			t.Errorf("the key %s does %+v", k.ID, c)
		}
		for _, lang := range words.Languages {
			if id := "keys." + k.ID; words.In(lang).Say(id) == id {
				t.Errorf("%s has no words for %s", lang, id)
			}
		}
	}
}

// Each key of the window is in the manual's table of keys.
func TestManualListsTheKeys(t *testing.T) {
	for _, lang := range words.Languages {
		page, err := assets.Manual.ReadFile("manual/" + string(lang) + "/using.md")
		if err != nil {
			t.Fatal(err)
		}
		var keys strings.Builder // of the table, one after the other
		for line := range strings.Lines(string(page)) {
			if cells := strings.Split(line, "|"); len(cells) == 5 {
				keys.WriteString(cells[2] + ",")
			}
		}
		for _, k := range shortcuts.All {
			key := shortcuts.Text(words.In(lang), k.ID)
			if !strings.Contains(keys.String(), " "+key) {
				t.Errorf("%s: the table of keys lacks %s", lang, key)
			}
		}
	}
}

// Nothing on the page asks for more
// width than the smallest window gives it, even in the largest text.
func TestTrendsFitsTheSmallestWindow(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		d := newDesk(t, uitest.Sample(t), lang)
		d.prefer(func(p *preferences.Preferences) { p.TextSize = preferences.MaxText })
		d.Window.Resize(fyne.NewSize(900, 600))
		d.open(pageTrends)
		d.Window.Canvas().Capture()
		scroll := uitest.Find[*controls.Scroll](&d.Screen, nil)
		if want, has := scroll.Content.MinSize().Width, scroll.Size().Width; want > has {
			t.Errorf("in %s the page needs a width of %g, and has %g", lang, want, has)
		}
	}
}

// All pages can be drawn, small and large,
// light and dark, in both languages.
func TestEveryPageInEverySize(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		d := newDesk(t, uitest.Sample(t), lang)
		for _, appearance := range uitest.Sweep(look.AlwaysLight, look.AlwaysDark) {
			d.prefer(func(p *preferences.Preferences) { p.Appearance = appearance })
			for _, name := range pageNames {
				d.open(name)
				for _, size := range uitest.Sweep(fyne.NewSize(1600, 1000), fyne.NewSize(900, 600)) {
					d.Window.Resize(size)
					if min := d.Window.Canvas().Content().MinSize(); min.Width > 900 {
						t.Errorf("%s page %s needs a width of %v", lang, name, min.Width)
					}
					if d.Window.Canvas().Capture().Bounds().Empty() {
						t.Error("nothing was drawn")
					}
				}
			}
		}
		test.ApplyTheme(t, d.App.Settings().Theme())
	}
}

// hugeContents is a journal in which every text is as long as it may be.
func hugeContents(today journal.Week) journal.Contents {
	c := journal.Contents{ID: "huge", Kinds: []journal.Kind{
		{ID: "own", Name: strings.Repeat("k", journal.MaxName), Track: journal.Both}}}
	c.Events = []journal.Event{{ID: "e", Week: today.Add(-3), Kind: journal.TeamEvent, Title: strings.Repeat("title ", 83)}}
	for i := range 20 {
		e := journal.Entry{Week: today.Add(-i), Prompt: "Why?", Reflection: strings.Repeat("words ", 3_333)}
		for range 3 {
			e.Moments = append(e.Moments, journal.Moment{
				ID: journal.NewID(), Text: strings.Repeat("m", journal.MaxMoment), Kind: "own", Track: journal.Both, Hours: 1,
				Tags: []string{strings.Repeat("t", journal.MaxName)}, Energy: journal.Energized,
			})
		}
		c.Entries = append(c.Entries, e)
	}
	return c
}

// No page shows more than the beginning of long
// texts that are there already, as after an import.
func TestLongTexts(t *testing.T) {
	d := newDesk(t, hugeContents(journal.WeekOf(uitest.NewClock().Now())), words.English)
	for _, name := range pageNames {
		d.open(name)
		d.Window.Canvas().Capture()
		d.Each(func(o fyne.CanvasObject) {
			if l, ok := o.(*widget.Label); ok && len([]rune(l.Text)) > 700 {
				t.Errorf("page %s shows a text of %d bytes", name, len(l.Text))
			}
		})
	}
}
