package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

// windowSizes are those in which people work: the smallest window, the usual one
// and those of two common screens.
var windowSizes = []fyne.Size{{Width: 900, Height: 600}, {Width: 1200, Height: 800}, {Width: 1366, Height: 768}, {Width: 1600, Height: 1000}}

// faults looks at what is on screen in some sizes of window, each in some sizes of
// text in percent, and returns where each fault was seen.
func (d *desk) faults(windows []fyne.Size, texts []int, show func()) map[string][]string {
	found := map[string][]string{}
	for _, text := range uitest.Sweep(texts...) {
		d.prefer(func(p *preferences.Preferences) { p.TextSize = text })
		show()
		for _, window := range uitest.Sweep(windows...) {
			d.Window.Resize(window)
			d.Clock.Finish()
			d.Settle()
			if least := d.Window.Content().MinSize(); least.Width > window.Width || least.Height > window.Height {
				fault := "the page makes the window larger"
				found[fault] = append(found[fault], fmt.Sprintf("%v at %d %%", least, text))
			}
			for _, fault := range slices.Concat(d.CutTexts(), d.Overlaps(), d.LowTargets()) {
				found[fault] = append(found[fault], fmt.Sprintf("%.0fx%.0f at %d %%", window.Width, window.Height, text))
			}
		}
	}
	return found
}

// No label of the week is cut, and nothing that takes clicks is too low for them,
// in any size of window and text and in both languages.
func TestWeekIsSeenInFull(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		d := newDesk(t, uitest.Sample(t), lang)
		for name, show := range map[string]func(){
			"this week":              func() { d.open(pageWeek) },
			"an older week":          func() { d.shell.space.OpenWeek(in2026(47)) },
			"a week off":             func() { d.shell.space.OpenWeek(in2026(44)) },
			"a week not logged":      func() { d.shell.space.OpenWeek(in2026(1)) },
			"a line that is written": func() { d.begin("Found the leak in the pool #checkout 3h /deb") },
			"a line to be guessed":   func() { d.begin("Paired with Noor on the retry test") },
			"a line in trouble":      func() { d.begin("Read the whole incident archive 999h +7 /nothing") },
		} {
			for fault, where := range d.faults(windowSizes, []int{100, 145, 200}, show) {
				t.Errorf("%s, %s: %s (%s)", lang, name, fault, strings.Join(where, ", "))
			}
		}
	}
}

// begin writes a line in the running week.
func (d *desk) begin(text string) {
	d.open(pageWeek)
	d.line().SetText("")
	d.Focus(d.line())
	d.Write(text)
	d.Clock.Advance(time.Second)
}

func TestPagesAreSeenInFull(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		d := newDesk(t, uitest.Sample(t), lang)
		for _, page := range []pageName{pageTrends, pagePast, pageReport, pageSettings} {
			for fault, where := range d.faults(windowSizes[:2], []int{100, 145, 200}, func() { d.open(page) }) {
				t.Errorf("%s, %s: %s (%s)", lang, page, fault, strings.Join(where, ", "))
			}
		}
	}
}

// Every section of Trends is seen in full once it is open, and so is the calendar of a
// range, in every journal that one has along the way.
func TestTrendsIsSeenInFull(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		for name, contents := range map[string]journal.Contents{
			"the sample": uitest.Sample(t), "the first weeks": uitest.Weeks(3), "nothing": {},
		} {
			d := newDesk(t, contents, lang)
			open := func() {
				d.open(pageTrends)
				d.Clock.Finish()
				d.Each(func(o fyne.CanvasObject) {
					if f, ok := o.(*controls.Fold); ok && !f.Opened() {
						f.Toggle()
					}
					if c, ok := o.(*controls.Choice); ok {
						c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
					}
				})
			}
			for fault, where := range d.faults(windowSizes, []int{100, 145, 200}, open) {
				t.Errorf("%s, %s: %s (%s)", lang, name, fault, strings.Join(where, ", "))
			}
			d.Window.Close()
		}
	}
}

// The list of backups is seen in full in the smallest window and in the largest text.
func TestBackupsAreSeenInFull(t *testing.T) {
	c := uitest.Weeks(3)
	v := newVault(t, c)
	backUp(t, v)
	badBackup(t, v)
	for _, lang := range uitest.Sweep(words.Languages...) {
		for _, text := range uitest.Sweep(100, 145, 200) {
			d := newVaultDesk(t, c, v)
			d.shell.ChangeLanguage(lang)
			d.prefer(func(p *preferences.Preferences) { p.TextSize = text })
			d.Window.Resize(windowSizes[0])
			d.open(pageSettings)
			d.TapButton(words.In(lang).Say("backups.restore"))
			d.Settle()
			for _, fault := range slices.Concat(d.CutTexts(), d.Overlaps(), d.LowTargets()) {
				t.Errorf("%s at %d %%: %s", lang, text, fault)
			}
			d.Window.Close()
		}
	}
}

// So is the Journal with a search, filters, the calendar and picked moments.
func TestJournalIsSeenInFull(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		d := newDesk(t, uitest.Sample(t), lang)
		for name, show := range map[string]func(){
			"search":  func() { d.open(pagePast); d.shell.space.past.Search(); d.Write("code") },
			"nothing": func() { d.open(pagePast); d.shell.space.past.Search(); d.Write("quokka") },
			"picked":  func() { d.open(pagePast); d.longList().OnPickAll() },
			"end":     func() { d.open(pagePast); d.longList().Activate(1 << 20) },
		} {
			for fault, where := range d.faults(windowSizes, []int{100, 145, 200}, func() { d.open(pageTrends); show() }) {
				t.Errorf("%s, %s: %s (%s)", lang, name, fault, strings.Join(where, ", "))
			}
		}
	}
}
