package ui

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/look"
	"heliotrope/ui/shortcuts"
	"heliotrope/ui/uitest"
)

// choose opens the menu that has an entry and chooses that, as the pointer does.
func (d *desk) choose(id string) {
	d.T.Helper()
	for i, m := range menus {
		if at := slices.Index(m.entries, id); at >= 0 {
			if !d.shell.menu.Open(i) {
				d.T.Fatalf("menu %s does not open", m.id)
			}
			d.shell.menu.Choose(at)
			d.Clock.Finish()
			return
		}
	}
	d.T.Fatalf("no entry %s", id)
}

// why returns why an entry cannot be chosen.
func (d *desk) why(id string) string {
	return strings.ReplaceAll(d.shell.entry(id).Why, "\u00a0", " ")
}

// entryTests are what is seen of each entry of the menus after it was chosen on the
// page Trends, once the page of week 46 was opened from there, or before.
var entryTests = map[string]struct {
	before func(*desk)
	holds  func(*desk) bool
}{
	"new":         {holds: func(d *desk) bool { return d.onWeek(in2026(48)) && d.Field() == d.line() }},
	"change":      {holds: func(d *desk) bool { return d.shell.space.current == pageTrends && d.shell.space.Ask.Open() }},
	"diary":       {holds: func(d *desk) bool { return d.onWeek(in2026(48)) && strings.Contains(d.Texts(), "A diary week") }},
	"import":      {holds: func(d *desk) bool { return d.shell.space.Ask.Open() }},
	"export":      {holds: func(d *desk) bool { return d.shell.space.Ask.Open() }},
	"make-report": {holds: func(d *desk) bool { return d.shell.space.current == pageReport }},
	"backup":      {holds: func(d *desk) bool { return d.shell.backups.Made.Backup.Path != "" }},
	"sample":      {holds: func(d *desk) bool { return d.shell.sample != nil && d.shell.space.current == pageTrends }},
	"quit":        {holds: func(d *desk) bool { return d.Closed }},

	"undo": {
		before: func(d *desk) { d.shell.space.DeleteWeek(in2026(47)); d.Clock.Finish() },
		holds:  func(d *desk) bool { return len(d.Journal.Entries()) == 3 },
	},
	"redo": {
		before: func(d *desk) { d.shell.space.DeleteWeek(in2026(47)); d.undo() },
		holds:  func(d *desk) bool { return len(d.Journal.Entries()) == 2 },
	},
	"cut": {before: written, holds: func(d *desk) bool { return d.line().Text == "" && d.App.Clipboard().Content() == "half a line" }},
	"copy": {before: written, holds: func(d *desk) bool {
		return d.line().Text == "half a line" && d.App.Clipboard().Content() == "half a line"
	}},
	"paste": {before: func(d *desk) { written(d); d.App.Clipboard().SetContent("another") },
		holds: func(d *desk) bool { return d.line().Text == "another" }},
	"all": {before: func(d *desk) { written(d); d.Press(fyne.KeyEnd) },
		holds: func(d *desk) bool { return d.Field().SelectedText() == "half a line" }},
	"find": {holds: func(d *desk) bool { return d.shell.space.current == pagePast && d.Field() != nil }},

	"week":     {holds: func(d *desk) bool { return d.onWeek(in2026(48)) }},
	"trends":   {before: onSettings, holds: func(d *desk) bool { return d.shell.space.current == pageTrends }},
	"journal":  {holds: func(d *desk) bool { return d.shell.space.current == pagePast }},
	"report":   {holds: func(d *desk) bool { return d.shell.space.current == pageReport }},
	"settings": {holds: func(d *desk) bool { return d.shell.space.current == pageSettings }},
	"larger":   {holds: func(d *desk) bool { return d.text() == 110 }},
	"smaller":  {before: sized(150), holds: func(d *desk) bool { return d.text() == 140 }},
	"usual":    {before: sized(150), holds: func(d *desk) bool { return d.text() == 100 }},
	"full":     {holds: func(d *desk) bool { return d.Window.FullScreen() }},
	"light":    {before: dark, holds: func(d *desk) bool { return d.Preferences.Get().Appearance == look.AlwaysLight }},
	"dark":     {holds: func(d *desk) bool { return d.Preferences.Get().Appearance == look.AlwaysDark }},
	"system":   {before: dark, holds: func(d *desk) bool { return d.Preferences.Get().Appearance == look.FollowSystem }},

	"today":  {holds: func(d *desk) bool { return d.onWeek(in2026(48)) }},
	"before": {holds: func(d *desk) bool { return d.onWeek(in2026(45)) }},
	"after":  {holds: func(d *desk) bool { return d.onWeek(in2026(47)) }},
	"jump":   {holds: func(d *desk) bool { return d.shell.space.current == pageWeek && d.shell.space.Ask.Open() }},
	"back": {before: func(d *desk) { d.shell.space.OpenWeek(in2026(46)) },
		holds: func(d *desk) bool { return d.shell.space.current == pageTrends }},

	"manual": {holds: func(d *desk) bool { return d.shell.space.current == pageHelp }},
	"sheet": {holds: func(d *desk) bool {
		return d.shell.space.current == pageHelp && strings.Contains(d.Texts(), "open the menus; the arrow keys")
	}},
	"news":     {holds: func(d *desk) bool { return d.asks("A menu bar.") }},
	"licenses": {holds: func(d *desk) bool { return d.asks("Licenses") }},
	"about":    {holds: func(d *desk) bool { return d.asks("Heliotrope 1.2.3") && d.asks(d.shell.cfg.Vault.Path()) }},
}

func (d *desk) onWeek(w journal.Week) bool {
	return d.shell.space.current == pageWeek && d.shell.space.week.Week() == w
}

// asks reports whether a dialog shows a text.
func (d *desk) asks(text string) bool {
	return d.shell.space.Ask.Open() && strings.Contains(d.Texts(), text)
}

func (d *desk) text() int {
	now := d.Preferences.Get()
	return now.TextPercent()
}

func onSettings(d *desk) { d.open(pageSettings) }

func dark(d *desk) { d.prefer(func(p *preferences.Preferences) { p.Appearance = look.AlwaysDark }) }

func sized(percent int) func(*desk) {
	return func(d *desk) { d.prefer(func(p *preferences.Preferences) { p.TextSize = percent }) }
}

// written writes something in the line, and selects it.
func written(d *desk) {
	d.shortcut("new")
	d.Write("half a line")
	d.Field().TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Each entry of the menus does what it says, from another page.
func TestEveryMenuEntryDoesWhatItSays(t *testing.T) {
	known := slices.Collect(maps.Keys(entryTests))
	for _, m := range menus {
		for _, id := range m.entries {
			if id == "" {
				continue
			}
			at := slices.Index(known, id)
			if at < 0 {
				t.Errorf("no test chooses %s", id)
				continue
			}
			known = slices.Delete(known, at, at+1)
			t.Run(id, func(t *testing.T) {
				d := newVaultDesk(t, uitest.Weeks(3), newVault(t, uitest.Weeks(3)))
				d.shell.space.OpenWeek(in2026(46))
				d.open(pageTrends)
				if before := entryTests[id].before; before != nil {
					before(d)
				}
				if why := d.why(id); why != "" {
					t.Fatalf("it cannot be chosen: %s", why)
				}
				d.choose(id)
				if !entryTests[id].holds(d) {
					t.Errorf("on page %s it led to:\n%s", d.shell.space.current, d.Texts())
				}
			})
		}
	}
	if len(known) > 0 {
		t.Errorf("no menu has %q", known)
	}
}

// An entry that can do nothing now says why, and does nothing.
func TestMenuEntriesThatCannotBeChosen(t *testing.T) {
	const open = "No journal is open."
	states := map[string]struct {
		desk func(*testing.T) *desk
		why  map[string]string
	}{
		"nothing was done": {
			func(t *testing.T) *desk {
				d := newDesk(t, uitest.Weeks(3), words.English)
				d.open(pageTrends)
				return d
			},
			map[string]string{"undo": "Nothing to undo", "redo": "Nothing to redo", "cut": "The cursor is in no text field.",
				"copy": "No text is selected.", "paste": "The cursor is in no text field.", "all": "The cursor is in no text field.",
				"smaller": "The text has its smallest size.", "usual": "The text has its usual size.",
				"after": "The week after has not begun.", "back": "There is nothing to go back to."},
		},
		"a field that is empty": {
			func(t *testing.T) *desk {
				d := newDesk(t, uitest.Weeks(3), words.English)
				d.shortcut("new")
				d.App.Clipboard().SetContent("")
				return d
			},
			map[string]string{"cut": "No text is selected.", "paste": "The clipboard contains no text.", "all": ""},
		},
		"the largest text": {
			func(t *testing.T) *desk { d := newDesk(t, uitest.Weeks(3), words.English); sized(200)(d); return d },
			map[string]string{"larger": "The text has its largest size.", "smaller": "", "usual": ""},
		},
		"a journal that can only be read": {
			func(t *testing.T) *desk {
				d := newDesk(t, uitest.Weeks(3), words.English)
				d.shell.fill(d.Journal, vault.Warnings{ReadOnly: journal.ErrReadOnly})
				return d
			},
			map[string]string{"new": "This journal can only be read.", "change": "This journal can only be read.",
				"import": "This journal can only be read.", "export": "", "make-report": "", "quit": ""},
		},
		"the sample": {
			func(t *testing.T) *desk {
				d := newDesk(t, uitest.Weeks(3), words.English)
				d.choose("sample")
				return d
			},
			map[string]string{"backup": "The sample journal is not backed up.", "sample": "", "new": ""},
		},
		"no journal": {
			func(t *testing.T) *desk {
				return newDeskWith(t, uitest.Weeks(3), words.English, func(c *Config) { c.Journal, c.Problem = nil, journal.ErrNotJournal })
			},
			map[string]string{"new": open, "change": open, "import": open, "export": open, "make-report": open, "backup": open,
				"sample": open, "undo": "Nothing to undo", "find": open, "week": open, "settings": open, "today": open, "before": open,
				"back": open, "manual": open, "quit": "", "larger": "", "full": "", "dark": "", "sheet": open, "licenses": "", "about": ""},
		},
	}
	for name, state := range states {
		t.Run(name, func(t *testing.T) {
			d := state.desk(t)
			for id, want := range state.why {
				if got := d.why(id); got != want {
					t.Errorf("%s cannot be chosen: %q, want %q", id, got, want)
				}
			}
			for _, keys := range shortcuts.All { // without harm
				if keys.ID != "quit" && len(keys.Keys) > 0 {
					d.shell.press(keys.Keys[0])
					d.Clock.Finish()
				}
			}
		})
	}
}

// The menus are seen in full in any size of window and text and in both languages.
func TestMenusAreSeenInFull(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		d := newDesk(t, uitest.Sample(t), lang)
		for i, m := range menus {
			show := func() {
				if d.shell.menu.Entries() != nil {
					d.shell.menu.Toggle()
				}
				d.shell.menu.Open(i)
			}
			for fault, where := range d.faults(windowSizes[:2], []int{100, 145, 200}, show) {
				t.Errorf("%s, %s: %s (%s)", lang, m.id, fault, strings.Join(where, ", "))
			}
		}
		d.shell.menu.Toggle()
	}
}

// The keys of the window work while a field has the focus, which gets nothing of
// them, and once each.
func TestKeysOfTheWindowInAField(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.shortcut("new")
	d.Write("half")
	d.shortcut("full")
	if !d.Window.FullScreen() {
		t.Error("F11 does not fill the screen")
	}
	d.shortcut("full")
	if d.Window.FullScreen() {
		t.Error("F11 does not lead back")
	}
	for range 3 {
		d.shortcut("larger")
	}
	d.shortcut("smaller")
	if d.text() != 120 {
		t.Errorf("the text is at %d percent", d.text())
	}
	d.shortcut("usual")
	d.shortcut("menu")
	d.Press(fyne.KeyDown, fyne.KeyEscape)
	if d.shell.menu.Entries() != nil {
		t.Error("Escape leaves a menu open")
	}
	d.choose("licenses")
	if !d.asks("Licenses") {
		t.Error("the licenses are not shown")
	}
	d.shortcut("trends") // behind the dialog
	d.Press(fyne.KeyEscape)
	if got := d.Field(); got != d.line() || got.Text != "half" {
		t.Errorf("the focus is on %T", d.Window.Canvas().Focused())
	}
	d.shortcut("quit")
	d.Clock.Finish()
	if !d.Closed {
		t.Error("the window is open")
	}
	if got := d.draft(); got != "half" {
		t.Errorf("the draft is %q", got)
	}
}

func (d *desk) draft() string {
	draft, _ := d.Journal.Draft()
	return draft.Text
}

// The pointer and the arrow keys lead from menu to menu, and over what cannot be
// chosen.
func TestMenuBarByKeys(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.open(pageTrends)
	d.shortcut("menu")
	d.Press(fyne.KeyRight) // Edit, where only Find can be chosen
	d.Press(fyne.KeyReturn)
	d.Clock.Finish()
	d.shows(pagePast)
	d.shortcut("menu")
	d.Press(fyne.KeyLeft, fyne.KeyUp) // Help, About
	d.Window.Canvas().Focused().TypedRune(' ')
	if !d.asks("About Heliotrope") {
		t.Error("Space chose something else")
	}
	d.Press(fyne.KeyEscape)
	d.shortcut("menu")
	d.Window.Canvas().Focused().TypedRune('b') // the first letter of an entry
	d.Press(fyne.KeyEscape)
	if d.shell.menu.Entries() != nil {
		t.Error("the menu is still open")
	}
}

// The menus that a system shows itself have the same entries and keys.
func TestMenusOfTheSystem(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	for i, m := range d.shell.mainMenu().Items {
		entries := d.shell.entries()[i]
		if len(m.Items) != len(entries) {
			t.Fatalf("menu %s has %d entries, want %d", m.Label, len(m.Items), len(entries))
		}
		for at, item := range m.Items {
			e := entries[at]
			if item.IsSeparator != (e.Text == "") || item.Label != e.Text && e.Text != "" ||
				(item.Shortcut == nil) != (e.Keys == "") || item.Checked != e.Chosen || item.Disabled && e.Why == "" {
				t.Errorf("menu %s has %+v, want %+v", m.Label, item, e)
			}
			if item.IsQuit != (menus[i].entries[at] == "quit") {
				t.Errorf("%s quits", item.Label)
			}
		}
	}
}
