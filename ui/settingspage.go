package ui

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// settingsPage holds the user's wishes, and says where the journal is.
type settingsPage struct {
	backups *backupCard // nil in a sample
	root    *container.Scroll
}

// settingsHooks are what a change of a setting has to reach.
type settingsHooks struct {
	look     func()               // appearance or text size changed
	language func(words.Language) // another language was chosen
	open     func(*url.URL) error // opens a folder in the system's own way
}

func newSettingsPage(w *words.Words, prefs *settings, path, version string, hooks settingsHooks, backups *backupCard) *settingsPage {
	looks := []appearance{followSystem, alwaysLight, alwaysDark}
	appearance := controls.NewChoice([]string{
		w.Say("settings.look.system"), w.Say("settings.look.light"), w.Say("settings.look.dark"),
	}, func(i int) {
		prefs.setAppearance(looks[i])
		hooks.look()
	})
	for i, l := range looks {
		if l == prefs.appearance() {
			appearance.SetChosen(i)
		}
	}
	size := controls.NewChoice([]string{
		w.Say("settings.text.normal"), w.Say("settings.text.large"), w.Say("settings.text.larger"),
	}, func(i int) {
		prefs.setTextSize(i)
		hooks.look()
	})
	size.SetChosen(prefs.textSize())

	language := newLanguageChoice(w.Language, hooks.language)
	yearAgo := controls.NewCheck(w.Say("settings.ago"), prefs.setYearAgo)
	yearAgo.SetChecked(prefs.yearAgo())

	card := func(title string, objects ...fyne.CanvasObject) fyne.CanvasObject {
		heading := controls.Flush(controls.Heading(w.Say(title), theme.SizeNameSubHeadingText))
		return controls.NewCard(controls.Stack(10, append([]fyne.CanvasObject{heading}, objects...)...))
	}
	caption := func(id string) fyne.CanvasObject { return controls.Flush(controls.Caption(w.Say(id))) }
	stack := controls.Stack(16,
		controls.Flush(controls.Heading(w.Say("nav.settings"), theme.SizeNameHeadingText)),
		card("settings.look.title", appearance, caption("settings.text.title"), size),
		card("settings.language.title", language),
		card("settings.week.title", yearAgo))
	if path != "" {
		stack.Add(card("settings.place.title", placeOf(w, path, hooks.open)...))
	}
	if backups != nil {
		stack.Add(backups.root)
	}
	stack.Add(card("settings.keys.title", keyTable(w)))
	stack.Add(controls.Flush(controls.Caption(w.Say("settings.version", words.Args{"Version": version}))))
	return &settingsPage{backups: backups, root: pageScroll(stack)}
}

// newLanguageChoice returns a choice among the languages, each in its own words.
func newLanguageChoice(chosen words.Language, changed func(words.Language)) *controls.Choice {
	names := map[words.Language]string{words.English: "English", words.French: "Français"}
	var options []string
	for _, l := range words.Languages {
		options = append(options, names[l])
	}
	choice := controls.NewChoice(options, func(i int) { changed(words.Languages[i]) })
	choice.SetChosen(slices.Index(words.Languages, chosen))
	return choice
}

// placeOf says where the journal is and opens its folder.
func placeOf(w *words.Words, path string, open func(*url.URL) error) []fyne.CanvasObject {
	where := controls.Body(path)
	where.Wrapping = fyne.TextWrapBreak
	where.Selectable = true
	problem := controls.NewHint(widget.MediumImportance)
	link := controls.NewLink(w.Say("settings.place.open"), func() {
		if err := open(fileURL(filepath.Dir(path))); err != nil {
			problem.Say(w.Say("settings.place.failed"))
		}
	})
	return []fyne.CanvasObject{
		controls.Flush(where), container.NewHBox(link), problem.Content(),
		controls.Flush(controls.Caption(w.Say("settings.place.private"))),
	}
}

// fileURL names a file in the form that the system opens.
func fileURL(path string) *url.URL {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // a drive letter
		path = "/" + path
	}
	return &url.URL{Scheme: "file", Path: path}
}

// keyTable lists the keys of the window.
func keyTable(w *words.Words) fyne.CanvasObject {
	grid := container.New(&keyGrid{})
	for _, k := range shortcuts {
		grid.Add(controls.NewColored(w.Say("keys."+k.id+".key"), controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}))
		grid.Add(controls.NewColored(w.Say("keys."+k.id), theme.ColorNameForeground, theme.SizeNameCaptionText, fyne.TextStyle{}))
	}
	for _, id := range []string{"undo", "redo", "tab", "arrows", "event", "enter"} {
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

func (p *settingsPage) content() fyne.CanvasObject { return p.root }
func (p *settingsPage) changed(journal.Week)       {}

// toBackups scrolls to the backups.
func (p *settingsPage) toBackups() {
	if p.backups != nil {
		p.root.ScrollToOffset(fyne.NewPos(0, p.backups.root.Position().Y))
	}
}

// shown reads the backups anew.
func (p *settingsPage) shown() {
	if p.backups != nil {
		p.backups.show()
	}
}
