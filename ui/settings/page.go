// Package settings is the page of the user's preferences, of the kinds of work, of
// the place of the journal and of its backups.
package settings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
	"heliotrope/ui/transfer"
)

// Page shows the user's preferences, the kinds of work, and where the journal is.
type Page struct {
	session.Session
	prefs   *preferences.File
	window  Window
	colors  *controls.Choice
	text    *textSize
	kinds   *kindGroup
	backups *backupGroup // nil in a sample
	files   *transfer.Transfer
	remind  *reminderGroup // nil in a sample
	traces  *evidenceGroup // nil in a sample, and where there are no kinds of sources

	showFile func() // shows the file of the journal as it is now
	showTray func() // shows the choice of the tray if there is one now
	root     *controls.Scroll
}

// Window is what the page asks of the window.
type Window interface {
	// ApplyLook shows the window in the appearance and text size of the settings.
	ApplyLook()
	// ChangeLanguage shows the window in another language.
	ChangeLanguage(words.Language)
	// Restore puts a backup in the place of the journal.
	Restore(backup.Backup)
	// OfferUndo shows what was done, and offers to undo it.
	OfferUndo(text string)
	// OpenSources shows the page on which the sources are chosen that show what a week
	// held.
	OpenSources()

	transfer.Window
	Reminders
	Tray
}

// Tray is what the page asks of the tray of the desktop.
type Tray interface {
	// FollowTray finds out whether there is a tray, and calls TrayChanged of the page.
	FollowTray()
	// HasTray reports whether something shows icons in a tray.
	HasTray() bool
	// ShowInTray shows the program there, or not, as it is chosen now.
	ShowInTray()
	// TrayAtOnce reports whether ShowInTray can do that before the next start.
	TrayAtOnce() bool
}

// About is what the page shows about the program.
type About struct {
	Path    string // of the journal; "" for the sample
	Version string // of the program

	Sources []string // the ids of the kinds of sources that show what a week held
}

// The measures of the page at the usual text size.
const (
	groupGap    = 22
	sideWidth   = 500 // of the kinds of work
	narrowBelow = 900 // one column
)

// New returns the page. B is nil if nothing is backed up.
func New(s session.Session, prefs *preferences.File, a About, b *saving.Backups, window Window) *Page {
	p := &Page{Session: s, prefs: prefs, window: window, files: transfer.New(s, b, window), showFile: func() {}, showTray: func() {}}
	w := s.Words
	main := []fyne.CanvasObject{p.newLookGroup(), p.newWeekGroup()}
	if !p.Sample {
		p.remind = newReminderGroup(s, prefs, window)
		main = append(main, p.remind.root, p.newTrayGroup())
	}
	if !p.Sample && len(a.Sources) > 0 {
		p.traces = newEvidenceGroup(p, a.Sources)
		main = slices.Insert(main, 2, fyne.CanvasObject(p.traces.root)) // after the week
	}
	if a.Path != "" {
		main = append(main, p.newPlaceGroup(a.Path))
	}
	if b != nil {
		p.backups = newBackupGroup(s, b, window)
		main = append(main, p.backups.root)
	}
	p.kinds = newKindGroup(s, window)
	side := []fyne.CanvasObject{p.kinds.root}
	columns := controls.Columns{Main: main, Side: side, Gap: groupGap, SideWidth: sideWidth, NarrowBelow: narrowBelow}
	for _, group := range slices.Concat(main, side) {
		columns.Narrow = append(columns.Narrow, []fyne.CanvasObject{group})
	}
	p.root = look.PageScroll(controls.Stack(16, p.newHead(), controls.NewColumns(columns),
		controls.Flush(controls.Caption(w.Say("settings.version", words.Args{"Version": a.Version})))))
	return p
}

// newHead returns the title of the page, and that what is chosen needs no button.
func (p *Page) newHead() fyne.CanvasObject {
	icon := widget.NewIcon(theme.NewColoredResource(theme.ConfirmIcon(), controls.ColorMuted))
	saved := container.New(&controls.Flow{GapX: 6}, icon,
		controls.NewColored(p.Words.Say("settings.saved"), controls.ColorMuted, controls.SizeControl, fyne.TextStyle{}))
	title := controls.NewColored(p.Words.Say("nav.settings"), theme.ColorNameForeground, theme.SizeNameHeadingText, fyne.TextStyle{Bold: true})
	return container.New(&controls.Ends{Gap: 16}, title, saved)
}

// looks are the colors to choose from, in the order in which they are shown.
var looks = []string{look.FollowSystem, look.AlwaysLight, look.AlwaysDark}

// newLookGroup returns the language, the colors and the size of text.
func (p *Page) newLookGroup() fyne.CanvasObject {
	say := p.Words.Say
	p.colors = controls.NewChoice([]string{
		say("settings.look.system"), say("settings.look.light"), say("settings.look.dark"),
	}, func(i int) {
		p.change(func(p *preferences.Preferences) { p.Appearance = looks[i] })
		p.window.ApplyLook()
	})
	p.text = newTextSize(p.Words, func(percent int) {
		p.change(func(p *preferences.Preferences) { p.TextSize = percent })
		p.window.ApplyLook()
	})
	return newGroup(say("settings.look.group"),
		newLine(say("settings.language.title"), nil, choices.NewLanguage(p.Words.Language, p.window.ChangeLanguage)),
		newLine(say("settings.look.title"), nil, p.colors),
		newLine(say("settings.text.title"), nil, p.text.root))
}

// newWeekGroup returns what the page of a week shows.
func (p *Page) newWeekGroup() fyne.CanvasObject {
	now := p.prefs.Get()
	check := func(id string, hidden bool, hide func(p *preferences.Preferences, hidden bool)) fyne.CanvasObject {
		c := controls.NewCheck(p.Words.Say(id), func(on bool) {
			p.change(func(p *preferences.Preferences) { hide(p, !on) })
		})
		c.Checked = !hidden
		return c
	}
	return newGroup(p.Words.Say("settings.week.title"),
		check("settings.picture", now.HidePicture, func(p *preferences.Preferences, hidden bool) { p.HidePicture = hidden }),
		check("settings.ago", now.HideYearAgo, func(p *preferences.Preferences, hidden bool) { p.HideYearAgo = hidden }))
}

// change changes the preferences, for as long as the window is open if they cannot
// be stored.
func (p *Page) change(change func(*preferences.Preferences)) {
	if err := p.prefs.Change(change); err != nil {
		p.Ask.Problem(err)
	}
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Changed shows how many moments there are of each kind.
func (p *Page) Changed(journal.Week) { p.kinds.show() }

// Export asks for the name of a file and writes everything into it.
func (p *Page) Export() { p.files.Export() }

// Import asks for a file and shows what importing it would do.
func (p *Page) Import() { p.files.Import() }

// ShowBackups scrolls to the backups.
func (p *Page) ShowBackups() {
	if p.backups != nil {
		controls.Reveal(p.backups.root)
	}
}

// ShowReminder scrolls to the reminder, with the focus on its switch.
func (p *Page) ShowReminder() {
	if p.remind != nil {
		p.Ask.Focus(p.remind.on)
	}
}

// Shown shows what may have changed elsewhere, and reads the backups again.
func (p *Page) Shown() {
	p.LookChanged()
	p.showFile()
	p.window.FollowTray()
	if p.remind != nil {
		p.remind.show()
	}
	if p.traces != nil {
		p.traces.show()
	}
	p.kinds.show()
	if p.backups != nil {
		p.backups.show()
	}
}

// LookChanged shows the colors and the size of text as they are after another part of the
// window changed them.
func (p *Page) LookChanged() {
	now := p.prefs.Get()
	p.colors.SetChosen(max(slices.Index(looks, now.Appearance), 0))
	p.text.show(now.TextPercent())
}
