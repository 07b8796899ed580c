package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/preferences"
	"heliotrope/journal/storetest"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// desk is a window on a journal in memory, as a person sits before it.
type desk struct {
	t      *testing.T
	clock  *clockwork
	memory *storetest.Memory
	store  *storetest.Failing
	mine   *journal.Journal
	shell  *shell

	closed bool
}

// newDesk opens the window on contents in a language, with a first week of
// 23 November 2026.
func newDesk(t *testing.T, contents journal.Contents, lang words.Language) *desk {
	t.Helper()
	return newDeskWith(t, contents, lang, func(*Config) {})
}

// newDeskWith is newDesk with something else in how the window is opened.
func newDeskWith(t *testing.T, contents journal.Contents, lang words.Language, change func(*Config)) *desk {
	t.Helper()
	if contents.ID == "" {
		contents.ID = "test"
	}
	return openDesk(t, newClockwork(), storetest.NewMemory(contents), lang, change)
}

// openDesk opens the window on what memory keeps.
func openDesk(t *testing.T, clock *clockwork, memory *storetest.Memory, lang words.Language, change func(*Config)) *desk {
	t.Helper()
	d := &desk{t: t, clock: clock, memory: memory, store: storetest.NewFailing(memory)}
	j, err := journal.Open(d.store, journal.Clock(d.clock.now))
	if err != nil {
		t.Fatal(err)
	}
	d.mine = j
	a := test.NewTempApp(t)
	a.Settings().SetTheme(newLook(alwaysLight, 1))
	cfg := Config{
		Journal: j, Vault: nowhere(t), Preferences: preferences.Open(filepath.Join(t.TempDir(), "settings.json")),
		Language: lang, Now: d.clock.now, Version: "1.2.3", Icon: assets.Icon,
	}
	change(&cfg)
	d.shell = newShell(cfg, a, d.clock)
	d.shell.start()
	// The driver of the tests looks objects up in the window made last, so none
	// may be left open.
	d.shell.window.SetOnClosed(func() { d.closed = true })
	t.Cleanup(func() {
		if !d.closed {
			d.shell.window.Close()
		}
	})
	d.shell.window.Resize(fyne.NewSize(1200, 800))
	return d
}

// nowhere returns a vault that is open and on no disk.
func nowhere(t *testing.T) *vault.Vault {
	t.Helper()
	v, err := vault.At("/somewhere/journal.db", preferences.Open(""), time.Now)
	if err == nil {
		_, err = v.OpenLater()
	}
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// sampleContents returns the sample journal.
func sampleContents(t *testing.T) journal.Contents {
	t.Helper()
	b, err := assets.Samples.ReadFile("sample.en.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := exchange.Read(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (d *desk) week() *weekPage { return d.shell.space.week }

// entry returns what the store holds of this week.
func (d *desk) entry() journal.Entry { return d.mine.Entry(d.today()) }

func (d *desk) today() journal.Week { return journal.WeekOf(d.clock.now()) }

// press types a key into what has the focus.
func (d *desk) press(keys ...fyne.KeyName) {
	d.t.Helper()
	for _, k := range keys {
		if k == fyne.KeyTab {
			d.shell.window.Canvas().FocusNext()
			continue
		}
		focused := d.shell.window.Canvas().Focused()
		if focused == nil {
			d.t.Fatalf("nothing has the focus for %s", k)
		}
		focused.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// write types text into what has the focus.
func (d *desk) write(text string) {
	d.t.Helper()
	focused := d.shell.window.Canvas().Focused()
	if focused == nil {
		d.t.Fatal("nothing has the focus to type into")
	}
	test.Type(focused, text)
}

// each calls f with everything that can be seen, dialogs first.
func (d *desk) each(f func(fyne.CanvasObject)) {
	if top := d.shell.window.Canvas().Overlays().Top(); top != nil {
		walk(top, f)
	}
	walk(d.shell.window.Content(), f)
}

// walk calls f with an object and everything inside it, but for what is hidden.
func walk(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	f(o)
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		walk(child, f)
	}
}

// texts returns all text on screen, with plain spaces.
func (d *desk) texts() string {
	var b strings.Builder
	d.each(func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			b.WriteString(o.Text + "\n")
		case *controls.Colored:
			b.WriteString(o.Text() + "\n")
		case *controls.Link:
			b.WriteString(o.Text() + "\n")
		case *controls.Listing:
			b.WriteString(o.Text() + "\n")
		case *widget.Button:
			b.WriteString(o.Text + "\n")
		case *controls.Button:
			b.WriteString(o.Text + "\n")
		case *widget.RichText:
			b.WriteString(o.String() + "\n")
		}
	})
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

// sees fails unless each text is on screen.
func (d *desk) sees(texts ...string) {
	d.t.Helper()
	screen := d.texts()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			d.t.Errorf("the screen does not say %q but:\n%s", text, screen)
		}
	}
}

// misses fails if a text is on screen.
func (d *desk) misses(texts ...string) {
	d.t.Helper()
	screen := d.texts()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			d.t.Errorf("the screen says %q", text)
		}
	}
}

// tapLink taps the link with a text.
func (d *desk) tapLink(text string) {
	d.t.Helper()
	var link *controls.Link
	d.each(func(o fyne.CanvasObject) {
		if l, ok := o.(*controls.Link); ok && link == nil && l.Text() == text {
			link = l
		}
	})
	if link == nil {
		d.t.Fatalf("no link says %q", text)
	}
	test.Tap(link)
}

// tapButton taps the button with a text.
func (d *desk) tapButton(text string) {
	d.t.Helper()
	var button fyne.Tappable
	d.each(func(o fyne.CanvasObject) {
		switch b := o.(type) {
		case *widget.Button: // of a dialog of Fyne's
			if button == nil && b.Text == text {
				button = b
			}
		case *controls.Button:
			if button == nil && b.Text == text {
				button = b
			}
		}
	})
	if button == nil {
		d.t.Fatalf("no button says %q", text)
	}
	test.Tap(button)
}

func TestFirstStart(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	d.sees("Staff engineer or engineering manager?", "Log this week", "Look around in a sample journal")

	welcome := d.shell.space.pages[pageWelcome].(*welcomePage)
	welcome.role.SetSelected("Senior engineer")
	welcome.size.SetSelected("51-250")
	d.tapButton("Log this week")

	events := d.mine.Events()
	if len(events) != 1 || events[0].Role != journal.RoleSenior || events[0].CompanySize != "51-250" || events[0].Week != d.today() {
		t.Fatalf("the journal holds the events %+v", events)
	}
	d.sees("What moved your energy this week?")
	if got := d.shell.window.Canvas().Focused(); got != d.week().quick.form.text {
		t.Errorf("the focus is on %T, want the text of the quick add", got)
	}
}

// TestFirstStartWithoutRole holds that nothing is kept if nothing was said.
func TestFirstStartWithoutRole(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	d.tapButton("Log this week")
	if !d.mine.Empty() || d.store.Attempts() != 0 {
		t.Error("something was kept although nothing was said")
	}
}

func TestSampleAndBack(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	d.tapButton("Look around in a sample journal")
	d.sees("This is a sample journal", "70 weeks logged")
	d.tapLink("Back to my journal")
	d.misses("This is a sample journal")
	d.sees("Log this week")
	if !d.mine.Empty() {
		t.Error("the sample reached the journal")
	}
}

func TestLanguageChange(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	d.shell.space.open(pageSettings)
	d.sees("Settings", "70 weeks logged", "/somewhere/journal.db", "Heliotrope 1.2.3")
	d.shell.changeLanguage(words.French)
	d.sees("Réglages", "70 semaines notées")
	d.misses("Settings")
	if lang := os.Getenv("LANGUAGE"); lang != "fr" {
		t.Errorf("Fyne is told to speak %q", lang)
	}
}

// TestWindowTitle holds that the title tells nothing.
func TestWindowTitle(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	for name := range d.shell.space.make {
		d.shell.space.open(name)
		if title := d.shell.window.Title(); title != "Heliotrope" {
			t.Errorf("on page %s the title is %q", name, title)
		}
	}
}
