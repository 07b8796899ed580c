package settings

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/uitest"
)

// desk is the page on screen, without the rest of the window.
type desk struct {
	*uitest.Desk
	page *Page

	hasTray  bool
	unshown  error    // why the reminder cannot be shown
	shown    int      // how often it was shown
	set      []string // how the reminder was set
	inTray   int      // how often the page asked to be shown there, or not
	looks    int      // how often the look was applied
	offered  []string // what the page offered to undo
	language words.Language
	sources  int // how often the page of the sources was opened
}

// ApplyLook implements [Window].
func (d *desk) ApplyLook() {
	d.looks++
	d.App.Settings().SetTheme(look.New(d.Preferences.Get()))
}

// ChangeLanguage implements [Window].
func (d *desk) ChangeLanguage(l words.Language) { d.language = l }

// OpenSources implements [Window].
func (d *desk) OpenSources() { d.sources++ }

// OpenPath implements [Window].
func (d *desk) OpenPath(string) error { return nil }

// Restore implements [Window].
func (d *desk) Restore(backup.Backup) {}

// OfferUndo implements [Window].
func (d *desk) OfferUndo(text string) { d.offered = append(d.offered, text) }

// WhenSaved implements [Window].
func (d *desk) WhenSaved(then func()) { then() }

// Imported implements [Window].
func (d *desk) Imported(text string) { d.OfferUndo(text) }

// Offer implements [Window].
func (d *desk) Offer(string, string, func()) {}

// FollowTray implements [Window].
func (d *desk) FollowTray() {}

// HasTray implements [Window].
func (d *desk) HasTray() bool { return d.hasTray }

// ShowInTray implements [Window].
func (d *desk) ShowInTray() { d.inTray++ }

// TrayAtOnce implements [Window].
func (d *desk) TrayAtOnce() bool { return false }

// SetReminder implements [Window].
func (d *desk) SetReminder(on bool, day time.Weekday, minutes int) {
	d.set = append(d.set, fmt.Sprintf("%v %v %02d:%02d", on, day, minutes/60, minutes%60))
	if err := d.Preferences.Change(func(p *preferences.Preferences) {
		p.Reminder.On, p.Reminder.Weekday, p.Reminder.Time = on, int(day+6)%7+1, fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
	}); err != nil {
		d.T.Fatal(err)
	}
}

// Reach implements [Window].
func (d *desk) Reach(then func(string)) { then(d.page.Words.Say("settings.reminder.closed.source")) }

// RemindNow implements [Window].
func (d *desk) RemindNow(done func(error)) {
	d.shown++
	done(d.unshown)
}

// newDesk shows the page of a journal with contents in a language.
func newDesk(t testing.TB, contents journal.Contents, l words.Language) *desk {
	t.Helper()
	d := &desk{Desk: uitest.NewDesk(t, contents), hasTray: true}
	d.page = New(d.Session(l), d.Preferences, About{Path: t.TempDir() + "/journal.db", Version: "1", Sources: []string{"git", "calendar"}}, nil, d)
	d.Show(d.page.Content())
	d.page.Shown()
	return d
}

// said returns what the page offered to undo last.
func (d *desk) said() string {
	d.Clock.Finish()
	if len(d.offered) == 0 {
		return ""
	}
	return d.offered[len(d.offered)-1]
}

// open edits a kind of work.
func (d *desk) open(id string) *kindEdit {
	d.page.kinds.open(id)
	return d.page.kinds.edited
}

// undo undoes the last step, which must lead back to before.
func (d *desk) undo(before journal.Contents) {
	d.T.Helper()
	d.Clock.Finish()
	if _, err := d.Journal.Undo(); err != nil {
		d.T.Fatal(err)
	}
	if got := d.Journal.Contents(); !same(got, before) {
		d.T.Errorf("undone in one step the journal is %v, want %v", got, before)
	}
	d.page.Shown()
}

// same reports whether two journals differ in nothing but when they were saved.
func same(a, b journal.Contents) bool {
	if len(a.Kinds) != len(b.Kinds) || len(a.Entries) != len(b.Entries) {
		return false
	}
	for i := range a.Kinds {
		if a.Kinds[i] != b.Kinds[i] {
			return false
		}
	}
	for i := range a.Entries {
		if !a.Entries[i].Equal(b.Entries[i]) {
			return false
		}
	}
	return true
}

// A size is applied when the slider is released, and not while it is dragged.
func TestTextSize(t *testing.T) {
	d := newDesk(t, uitest.Weeks(1), words.English)
	slider := d.page.text.slider
	d.Focus(slider)
	d.Press(fyne.KeyRight, fyne.KeyRight)
	now := d.Preferences.Get()
	if now.TextPercent() != 120 || d.looks != 2 {
		t.Errorf("two steps lead to %d %%, applied %d times", now.TextPercent(), d.looks)
	}
	d.Sees("120%")
	slider.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(900, 10)}, Dragged: fyne.NewDelta(10, 0)})
	d.Sees("200%")
	if now := d.Preferences.Get(); now.TextPercent() != 120 || d.looks != 2 {
		t.Errorf("while it is dragged the size is %d %%, applied %d times", now.TextPercent(), d.looks)
	}
	slider.DragEnd()
	if now := d.Preferences.Get(); now.TextPercent() != 200 || d.looks != 3 {
		t.Errorf("released, the size is %d %%, applied %d times", now.TextPercent(), d.looks)
	}
	if err := d.Preferences.Change((*preferences.Preferences).ReduceText); err != nil {
		t.Fatal(err)
	}
	d.page.LookChanged() // as after a key of the window
	d.Sees("190%")
	if got := slider.AccessibilityLabel(); got != "Text size: 190%" {
		t.Errorf("a screen reader says %q", got)
	}
}

// Nothing on the page is cut, low or drawn over another, in every size of the window
// and of the text, in both languages.
func TestSettingsFit(t *testing.T) {
	for _, l := range uitest.Sweep(words.Languages...) {
		for _, text := range uitest.Sweep(100, 145, 200) {
			d := newDesk(t, uitest.Sample(t), l)
			if err := d.Preferences.Change(func(p *preferences.Preferences) { p.TextSize = text }); err != nil {
				t.Fatal(err)
			}
			d.ApplyLook()
			say := d.page.Words.Say
			for name, show := range map[string]func(){
				"at rest": func() {},
				"a kind": func() {
					e := d.open("review")
					e.name.SetText(d.page.Words.Kind(journal.Kind{ID: "coding"}))
					e.submit()
					e.count(journal.Both)
				},
				"another name": func() {
					e := d.open("review")
					e.name.SetText("Reading the code of others")
					e.submit()
					d.open("review")
				},
				"a hidden kind": func() { d.page.kinds.hide("glue"); d.open("glue") },
				"a reminder": func() {
					d.page.remind.on.SetChecked(true)
					d.page.remind.showNow()
					d.page.remind.time.SetText("later")
					d.page.remind.setTime()
				},
				"a new kind": func() { d.page.kinds.startAdding(); d.page.kinds.adding.submit() },
			} {
				show()
				for _, size := range uitest.Sweep(pageSizes...) {
					d.Window.Resize(size)
					d.Settle()
					for _, fault := range append(append(d.CutTexts(), d.Overlaps()...), d.LowTargets()...) {
						t.Errorf("%s, %d %%, %v, %s: %s", l, text, size, name, fault)
					}
					if least := d.Window.Content().MinSize(); least.Width > size.Width {
						t.Errorf("%s, %d %%, %s: the page is %v wide", l, text, name, least.Width)
					}
				}
				d.page.kinds.close()
			}
			d.page.kinds.askMerge("debugging")
			d.Window.Resize(pageSizes[0])
			target := uitest.Find[*controls.Select](&d.Screen, nil)
			target.SetSelectedIndex(9)
			d.Sees(say("kinds.merge.do"))
			d.Settle()
			for _, fault := range append(append(d.CutTexts(), d.Overlaps()...), d.LowTargets()...) {
				t.Errorf("%s, %d %%, merging: %s", l, text, fault)
			}
			d.Window.Close()
		}
	}
}

// pageSizes are those of the page in the usual windows, next to the rail.
var pageSizes = []fyne.Size{{Width: 760, Height: 600}, {Width: 1024, Height: 800}, {Width: 1190, Height: 768}, {Width: 1424, Height: 1000}}
