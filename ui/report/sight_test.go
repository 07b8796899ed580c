package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
	"heliotrope/ui/look"
	"heliotrope/ui/uitest"
)

// rooms are what the page has of windows from 900 by 600 to 1600 by 1000, with the
// rail on the left and bars above.
var rooms = []fyne.Size{{Width: 600, Height: 500}, {Width: 720, Height: 540}, {Width: 1024, Height: 740}, {Width: 1190, Height: 700}, {Width: 1424, Height: 940}}

// mustBeSeen looks for what is cut, drawn over something else or too low for a click,
// in every size of the page and of the text.
func (d *desk) mustBeSeen(name string) {
	d.T.Helper()
	found := map[string][]string{}
	for _, text := range uitest.Sweep(100, 145, 200) {
		d.App.Settings().SetTheme(look.New(preferences.Preferences{TextSize: text}))
		for _, room := range uitest.Sweep(rooms...) {
			d.Window.Resize(room)
			d.Clock.Finish()
			d.Settle()
			if least := d.Window.Content().MinSize(); least.Width > room.Width || least.Height > room.Height {
				found["the page makes the window larger"] = append(found["the page makes the window larger"], fmt.Sprintf("%v at %d %%", least, text))
			}
			for _, fault := range slices.Concat(d.CutTexts(), d.Overlaps(), d.LowTargets()) {
				found[fault] = append(found[fault], fmt.Sprintf("%.0fx%.0f at %d %%", room.Width, room.Height, text))
			}
		}
	}
	for fault, where := range found {
		d.T.Errorf("%s: %s (%s)", name, fault, strings.Join(where, ", "))
	}
}

func TestReportIsSeenInFull(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		d := newDesk(t, uitest.Sample(t))
		d.show(lang, d.page.form.wishes)
		show := func(name string, do func()) {
			do()
			d.drafted()
			d.mustBeSeen(string(lang) + ", " + name)
		}
		show("the brief", func() {})
		show("the preview alone", func() { d.page.parts.alone = true })
		d.page.parts.alone = false
		show("what was saved", func() {
			d.typeIn(d.page.saver.name, "talk")
			d.page.saver.begin()
		})
		show("in full", d.full)
		show("weeks of one's own", func() { d.choose(d.page.spans.Pills, 5) })
		show("trouble", func() {
			d.page.form.wishes.folder = "/a/folder/that/is/not/there/at/all/in/any/way"
			d.page.saver.show()
			d.page.saver.begin()
		})
		for _, f := range []report.Format{report.FormatHTML, report.FormatMarkdown, report.FormatCSV} {
			show(string(f), func() { d.format(f) })
		}
		d.page.form.wishes.folder = d.dir

		d = newDesk(t, journal.Contents{})
		d.show(lang, NewWishes())
		show("before the first week", func() {})
	}
}
