// Package settings is the page of the user's preferences, of the place of the
// journal and of its backups.
package settings

import (
	"path/filepath"
	"runtime"
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
)

// Page shows the user's preferences, and where the journal is.
type Page struct {
	prefs   *preferences.File
	text    *textSize
	backups *backupCard // nil in a sample
	root    *controls.Scroll
}

// Window is what the page asks of the window.
type Window interface {
	// ApplyLook shows the window in the appearance and text size of the settings.
	ApplyLook()
	// ChangeLanguage shows the window in another language.
	ChangeLanguage(words.Language)
	// OpenPath opens a file or a folder in the system's own way.
	OpenPath(path string) error
	// Restore puts a backup in the place of the journal.
	Restore(backup.Backup)
}

// About is what the page shows about the program.
type About struct {
	Path    string // of the journal; "" for the sample
	Version string // of the program
}

// New returns the page. B is nil if nothing is backed up.
func New(s session.Session, prefs *preferences.File, a About, b *saving.Backups, window Window) *Page {
	w := s.Words
	change := func(change func(*preferences.Preferences)) {
		if err := prefs.Change(change); err != nil {
			s.Ask.Problem(err) // it lasts until the window closes
		}
	}
	looks := []string{look.FollowSystem, look.AlwaysLight, look.AlwaysDark}
	appearance := controls.NewChoice([]string{
		w.Say("settings.look.system"), w.Say("settings.look.light"), w.Say("settings.look.dark"),
	}, func(i int) {
		change(func(p *preferences.Preferences) { p.Appearance = looks[i] })
		window.ApplyLook()
	})
	appearance.SetChosen(max(slices.Index(looks, prefs.Get().Appearance), 0))
	p := &Page{prefs: prefs}
	p.text = newTextSize(w, func(percent int) {
		change(func(p *preferences.Preferences) { p.TextSize = percent })
		window.ApplyLook()
	})

	language := choices.NewLanguage(w.Language, window.ChangeLanguage)
	yearAgo := controls.NewCheck(w.Say("settings.ago"), func(on bool) {
		change(func(p *preferences.Preferences) { p.HideYearAgo = !on })
	})
	yearAgo.Checked = !prefs.Get().HideYearAgo
	picture := controls.NewCheck(w.Say("settings.picture"), func(on bool) {
		change(func(p *preferences.Preferences) { p.HidePicture = !on })
	})
	picture.Checked = !prefs.Get().HidePicture

	card := func(title string, objects ...fyne.CanvasObject) fyne.CanvasObject {
		heading := controls.Flush(controls.Heading(w.Say(title), theme.SizeNameSubHeadingText))
		return controls.NewCard(controls.Stack(10, append([]fyne.CanvasObject{heading}, objects...)...))
	}
	caption := func(id string) fyne.CanvasObject { return controls.Flush(controls.Caption(w.Say(id))) }
	stack := controls.Stack(16,
		controls.Flush(controls.Heading(w.Say("nav.settings"), theme.SizeNameHeadingText)),
		card("settings.look.title", appearance, caption("settings.text.title"), p.text.root),
		card("settings.language.title", language),
		card("settings.week.title", picture, yearAgo))
	if a.Path != "" {
		stack.Add(card("settings.place.title", placeOf(w, a.Path, window)...))
	}
	p.root = look.PageScroll(stack)
	if b != nil {
		p.backups = newBackupCard(s, b, window)
		stack.Add(p.backups.root)
	}
	stack.Add(card("settings.keys.title", keyTable(w)))
	stack.Add(controls.Flush(controls.Caption(w.Say("settings.version", words.Args{"Version": a.Version}))))
	return p
}

// placeOf shows where the journal is and opens its folder.
func placeOf(w *words.Words, path string, window Window) []fyne.CanvasObject {
	where := controls.Body(path)
	where.Wrapping = fyne.TextWrapBreak
	where.Selectable = true
	problem := controls.NewHint(widget.MediumImportance)
	link := controls.NewLink(w.Say("settings.place.open"), func() {
		if err := window.OpenPath(filepath.Dir(path)); err != nil {
			problem.Show(w.Say("settings.place.failed"))
		}
	})
	private := w.Say("settings.place.offline")
	if runtime.GOOS != "windows" { // where a file has no such mode
		private = w.Say("settings.place.private") + " " + private
	}
	return []fyne.CanvasObject{
		controls.Flush(where), container.NewHBox(link), problem.Content(),
		controls.Flush(controls.Caption(private)),
	}
}

// Keys are the keys of the window, by the id of their words, in the order in
// which they are shown.
var Keys = []string{
	"week", "trends", "journal", "report", "settings", "new", "line", "find", "prev", "next", "jump", "today",
	"undo", "redo", "tab", "arrows", "event", "enter",
}

// keyTable lists the keys of the window.
func keyTable(w *words.Words) fyne.CanvasObject {
	grid := container.New(&keyGrid{})
	for _, id := range Keys {
		grid.Add(controls.NewColored(w.Say("keys."+id+".key"), controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}))
		grid.Add(controls.NewColored(w.Say("keys."+id), theme.ColorNameForeground, theme.SizeNameCaptionText, fyne.TextStyle{}))
	}
	return grid
}

// keyGrid lays pairs out in two columns, the first as wide as its widest.
type keyGrid struct{}

const keyGap = 20

func (keyGrid) columns(o []fyne.CanvasObject) (first, second, row float32) {
	for i, object := range o {
		size := object.MinSize()
		row = max(row, size.Height+5)
		if i%2 == 0 {
			first = max(first, size.Width)
		} else {
			second = max(second, size.Width)
		}
	}
	return first, second, row
}

func (g keyGrid) Layout(o []fyne.CanvasObject, _ fyne.Size) {
	first, _, row := g.columns(o)
	for i, object := range o {
		object.Resize(object.MinSize())
		object.Move(fyne.NewPos(float32(i%2)*(first+keyGap), float32(i/2)*row))
	}
}

func (g keyGrid) MinSize(o []fyne.CanvasObject) fyne.Size {
	first, second, row := g.columns(o)
	return fyne.NewSize(first+keyGap+second, row*float32((len(o)+1)/2))
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Changed does nothing: no week is shown.
func (p *Page) Changed(journal.Week) {}

// ShowBackups scrolls to the backups.
func (p *Page) ShowBackups() {
	if p.backups != nil {
		p.root.ScrollToOffset(fyne.NewPos(0, p.backups.root.Position().Y))
	}
}

// Shown shows the size of text as it is now, and reads the backups again.
func (p *Page) Shown() {
	p.LookChanged()
	if p.backups != nil {
		p.backups.show()
	}
}

// LookChanged shows the size of text as it is after another part of the window
// changed it.
func (p *Page) LookChanged() {
	now := p.prefs.Get()
	p.text.show(now.TextPercent())
}
