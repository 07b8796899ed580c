package ui

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/help"
	"heliotrope/ui/look"
	"heliotrope/ui/shortcuts"
	"heliotrope/ui/trends"
	"heliotrope/ui/week"
)

// command is something that the window does for an entry of a menu, for a key of
// package shortcuts with the same id, or for both.
type command struct {
	// Window or space does it. Space requires a journal that is open.
	window func(*shell)
	space  func(*workspace)

	// Why returns why it cannot be done now, "" if it can. It is not asked while a
	// command of space has no journal. It may be nil.
	why func(*shell) string
	// Over reports whether it is also done over a dialog.
	over bool

	// Text returns the words of the entry in place of menu.ID. It may be nil.
	text func(*shell) string
	// Keys returns the id of the shortcut that the entry shows in place of its own,
	// "" for none. It may be nil.
	keys func(*shell) string
	// Chosen reports whether what the entry leads to is so now. It may be nil.
	chosen func(*shell) bool
}

// commands are all commands, by id.
var commands map[string]command

func init() { // a variable that its own functions read
	commands = map[string]command{
		"new":         {space: (*workspace).openToday, why: toWrite},
		"change":      {space: (*workspace).addChange, why: toWrite},
		"import":      {space: (*workspace).importFile, why: toWrite},
		"export":      {space: (*workspace).exportFile},
		"make-report": {space: opens(pageReport), keys: shows("report")},
		"backup":      {space: (*workspace).backUpNow, why: toBackUp},
		"sample":      {window: (*shell).turnSample, why: toSample, text: sampleWords},
		"quit":        {window: (*shell).tryClose, over: true},

		"undo": {window: (*shell).undoHere, why: toUndo, text: undoWords, over: true},
		"redo": {window: (*shell).redoHere, why: toRedo, text: redoWords, over: true},
		"cut":  {window: edits(&fyne.ShortcutCut{}), why: toCut},
		"copy": {window: edits(&fyne.ShortcutCopy{}), why: toCopy},
		"paste": {window: func(s *shell) { s.edit(&fyne.ShortcutPaste{Clipboard: s.app.Clipboard()}) },
			why: toPaste},
		"all":  {window: edits(&fyne.ShortcutSelectAll{}), why: toSelect},
		"find": {space: (*workspace).find},
		"line": {space: func(s *workspace) { s.onWeek((*week.Page).GoToLine) }},

		"week":     {space: (*workspace).openToday, text: pageWords(pageWeek), chosen: shown(pageWeek)},
		"trends":   {space: opens(pageTrends), text: pageWords(pageTrends), chosen: shown(pageTrends)},
		"journal":  {space: opens(pagePast), text: pageWords(pagePast), chosen: shown(pagePast)},
		"report":   {space: opens(pageReport), text: pageWords(pageReport), chosen: shown(pageReport)},
		"settings": {space: opens(pageSettings), text: pageWords(pageSettings), chosen: shown(pageSettings)},

		"larger": {window: sizes((*preferences.Preferences).EnlargeText), why: atSize(preferences.MaxText, "menu.not.largest"), over: true},
		"smaller": {window: sizes((*preferences.Preferences).ReduceText), why: atSize(preferences.MinText, "menu.not.smallest"),
			over: true},
		"usual": {window: sizes((*preferences.Preferences).ResetText), why: atSize(preferences.MinText, "menu.not.usual"), over: true},
		"full": {window: func(s *shell) { s.window.SetFullScreen(!s.window.FullScreen()) },
			chosen: func(s *shell) bool { return s.window.FullScreen() }, over: true},
		"light":  {window: appears(look.AlwaysLight), chosen: appearance(look.AlwaysLight)},
		"dark":   {window: appears(look.AlwaysDark), chosen: appearance(look.AlwaysDark)},
		"system": {window: appears(look.FollowSystem), chosen: appearance(look.FollowSystem)},

		"today":  {space: (*workspace).openToday},
		"before": {space: (*workspace).goBefore, why: toPrev, keys: ifBack("", "prev")},
		"after":  {space: (*workspace).goAfter, why: toNext, keys: shows("next")},
		"jump":   {space: (*workspace).jump},
		"back":   {space: (*workspace).GoBack, why: toGoBack, keys: ifBack("prev", "")},
		"prev":   {space: (*workspace).goPrev},
		"next":   {space: (*workspace).goAfter},

		"manual":   {space: (*workspace).openManual},
		"sheet":    {space: func(s *workspace) { s.Help(help.Keys) }},
		"news":     {window: (*shell).showNews},
		"licenses": {window: (*shell).showLicenses},
		"about":    {window: (*shell).showAbout},
		"menu":     {window: func(s *shell) { s.menu.Toggle() }},
	}
}

// press does what a key of the window asks for, and reports whether it is one. What
// has the focus gets the others.
func (s *shell) press(k shortcuts.Key) bool {
	if k.Modifier == 0 && s.space != nil && s.space.Ask.Press(k.Name) {
		return true
	}
	key, ok := shortcuts.Of(k)
	if !ok {
		return false
	}
	if key.ID == "menu" { // before it is closed
		s.menu.Toggle()
		return true
	}
	s.attempt(commands[key.ID])
	return true
}

// attempt does a command if that can be now, behind what is in front.
func (s *shell) attempt(c command) {
	if front := leavesMenu(s.window.Canvas()); (front || c.over) && s.whyNot(c) == "" {
		s.do(c)
	}
}

// leavesMenu closes the menu that is open, or the calendar, and reports whether the
// page is in front then. A dialog stays, and most keys do nothing behind it.
func leavesMenu(c fyne.Canvas) bool {
	if menu, ok := c.Focused().(interface{ Dismiss() }); ok {
		menu.Dismiss()
	}
	return c.Overlays().Top() == nil
}

// whyNot returns why a command cannot be done now, "" if it can.
func (s *shell) whyNot(c command) string {
	switch {
	case c.space != nil && s.space == nil:
		return s.words().Say("menu.not.open")
	case c.why != nil:
		return c.why(s)
	}
	return ""
}

func (s *shell) do(c command) {
	if c.space != nil {
		c.space(s.space)
		return
	}
	c.window(s)
}

// words returns the sentences in the present language.
func (s *shell) words() *words.Words { return words.In(s.cfg.Language) }

// reason returns why not, in words, if something is so.
func (s *shell) reason(so bool, id string) string {
	if !so {
		return ""
	}
	return s.words().Say(id)
}

func opens(page pageName) func(*workspace) { return func(s *workspace) { s.open(page) } }

func shows(id string) func(*shell) string { return func(*shell) string { return id } }

func pageWords(page pageName) func(*shell) string {
	return func(s *shell) string { return s.words().Say("nav." + string(page)) }
}

func shown(page pageName) func(*shell) bool {
	return func(s *shell) bool { return s.space != nil && s.space.current == page }
}

func toWrite(s *shell) string { return s.reason(s.space.ReadOnly, "menu.not.read-only") }

func toBackUp(s *shell) string { return s.reason(s.space.backups == nil, "menu.not.sample") }

func toSample(s *shell) string {
	switch {
	case s.space == nil:
		return s.words().Say("menu.not.open")
	case s.cfg.Vault.IsSample():
		return s.words().Say("menu.not.other")
	}
	return ""
}

func sampleWords(s *shell) string {
	if s.sample != nil {
		return s.words().Say("menu.leave-sample")
	}
	return s.words().Say("menu.sample")
}

// turnSample opens the sample, or leaves it.
func (s *shell) turnSample() {
	if s.sample != nil {
		s.leaveSample()
		return
	}
	s.openSample()
}

// The text that has the focus, as far as the menu knows it.
type (
	selectable interface{ SelectedText() string }
	editable   interface {
		selectable
		fyne.Disableable
	}
)

// field returns the field that has the focus and can be written in, or nil.
func (s *shell) field() editable {
	if f, ok := s.window.Canvas().Focused().(editable); ok && !f.Disabled() {
		return f
	}
	return nil
}

func (s *shell) selected() string {
	if t, ok := s.window.Canvas().Focused().(selectable); ok {
		return t.SelectedText()
	}
	return ""
}

func toCut(s *shell) string {
	if s.field() == nil {
		return s.words().Say("menu.not.field")
	}
	return toCopy(s)
}

func toCopy(s *shell) string { return s.reason(s.selected() == "", "menu.not.selected") }

func toPaste(s *shell) string {
	if s.field() == nil {
		return s.words().Say("menu.not.field")
	}
	return s.reason(s.app.Clipboard().Content() == "", "menu.not.clipboard")
}

func toSelect(s *shell) string {
	_, text := s.window.Canvas().Focused().(selectable)
	return s.reason(!text, "menu.not.field")
}

// edits returns what does in the text that has the focus what its key does.
func edits(shortcut fyne.Shortcut) func(*shell) {
	return func(s *shell) {
		switch shortcut.(type) {
		case *fyne.ShortcutCut:
			s.edit(&fyne.ShortcutCut{Clipboard: s.app.Clipboard()})
		case *fyne.ShortcutCopy:
			s.edit(&fyne.ShortcutCopy{Clipboard: s.app.Clipboard()})
		default:
			s.edit(shortcut)
		}
	}
}

func (s *shell) edit(shortcut fyne.Shortcut) {
	if f, ok := s.window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(shortcut)
	}
}

// sizes returns what changes the size of text.
func sizes(change func(*preferences.Preferences)) func(*shell) {
	return func(s *shell) { s.prefer(change) }
}

func atSize(percent int, id string) func(*shell) string {
	return func(s *shell) string {
		now := s.cfg.Preferences.Get()
		return s.reason(now.TextPercent() == percent, id)
	}
}

func appears(appearance string) func(*shell) {
	return func(s *shell) { s.prefer(func(p *preferences.Preferences) { p.Appearance = appearance }) }
}

func appearance(of string) func(*shell) bool {
	return func(s *shell) bool { return s.cfg.Preferences.Get().Appearance == of }
}

// prefer changes the preferences and shows the window in them. If they cannot be
// stored, they last until it closes.
func (s *shell) prefer(change func(*preferences.Preferences)) {
	if err := s.cfg.Preferences.Change(change); err != nil {
		s.ask().Problem(err)
	}
	s.ApplyLook()
}

// shownWeek returns the week on the page of the week, which is that of today before
// the page was shown.
func (s *workspace) shownWeek() journal.Week {
	if s.week == nil {
		return s.today
	}
	return s.week.Week()
}

func toPrev(s *shell) string {
	return s.reason(s.space.shownWeek().Prev().Year() < journal.FirstYear, "menu.not.first")
}

func toNext(s *shell) string {
	return s.reason(!s.space.shownWeek().Before(s.space.today), "menu.not.last")
}

func toGoBack(s *shell) string { return s.reason(len(s.space.back) == 0, "menu.not.back") }

// ifBack returns one id while there is something to go back to, and another while
// there is not: the same key goes back or to the week before.
func ifBack(back, none string) func(*shell) string {
	return func(s *shell) string {
		if s.space != nil && len(s.space.back) > 0 {
			return back
		}
		return none
	}
}

// goBefore shows the week before.
func (s *workspace) goBefore() { s.turn((*week.Page).GoPrev) }

// goAfter shows the week after.
func (s *workspace) goAfter() { s.turn((*week.Page).GoNext) }

// turn shows another week than the one on the page of the week, whatever page is on
// screen.
func (s *workspace) turn(to func(*week.Page)) {
	if s.current != pageWeek {
		s.open(pageWeek)
	}
	to(s.week)
}

// onWeek does something on the page where a week is written, if it is on
// screen.
func (s *workspace) onWeek(do func(*week.Page)) {
	if s.current == pageWeek {
		do(s.week)
	}
}

// find shows the list of weeks with the cursor in its search, or searches the manual
// if that is read.
func (s *workspace) find() {
	if s.current == pageHelp {
		s.help.Search()
		return
	}
	s.open(pagePast)
	s.past.Search()
}

// backUpNow backs up, and shows that it did.
func (s *workspace) backUpNow() {
	s.saver.Flush()
	s.backups.BackUp(func() {
		switch {
		case s.backups.Failed != nil || s.backups.Made.SecondProblem != nil: // a notice shows it
		case s.backups.Made.New:
			s.Say(s.Words.Say("backups.made"))
		case s.backups.Made.Backup.Path != "":
			s.Say(s.Words.Say("backups.same"))
		}
	})
}

// entries returns the menus as they are once everything is saved: what was written
// last can be undone then.
func (s *shell) entries() [][]controls.MenuEntry {
	if s.space != nil && s.restore == nil {
		if err := s.space.saver.Settle(); err != nil {
			s.space.Say(s.words().Problem(err).What)
		}
	}
	return s.entriesNow()
}

func (s *shell) entriesNow() [][]controls.MenuEntry {
	all := make([][]controls.MenuEntry, len(menus))
	for i, m := range menus {
		for _, id := range m.entries {
			all[i] = append(all[i], s.entry(id))
		}
	}
	return all
}

// entry returns an entry of a menu as it is now.
func (s *shell) entry(id string) controls.MenuEntry {
	if id == "" {
		return controls.MenuEntry{}
	}
	c := commands[id]
	e := controls.MenuEntry{Why: s.whyNot(c), Chosen: c.chosen != nil && c.chosen(s), Do: func() { s.do(c) }}
	if c.text != nil {
		e.Text = c.text(s)
	} else {
		e.Text = s.words().Say("menu." + id)
	}
	e.Keys = shortcuts.Text(s.words(), s.keysOf(id))
	return e
}

// keysOf returns the id of the shortcut that an entry shows, "" for none.
func (s *shell) keysOf(id string) string {
	if keys := commands[id].keys; keys != nil {
		return keys(s)
	}
	return id
}

// menu is a menu of the bar: the id of its name, menu.ID, and those of its entries,
// with "" for a line between them.
type menu struct {
	id      string
	entries []string
}

// menus are the menus of the bar.
var menus = []menu{
	{"file", []string{"new", "change", "", "import", "export", "make-report", "backup", "", "sample", "", "quit"}},
	{"edit", []string{"undo", "redo", "", "cut", "copy", "paste", "all", "", "find"}},
	{"view", []string{"week", "trends", "journal", "report", "settings", "", "larger", "smaller", "usual", "", "full", "", "light", "dark", "system"}},
	{"go", []string{"today", "before", "after", "jump", "", "back"}},
	{"help", []string{"manual", "sheet", "news", "", "licenses", "about"}},
}

// newMenuBar returns the bar of menus.
func (s *shell) newMenuBar() *controls.MenuBar {
	var names []string
	for _, m := range menus {
		names = append(names, s.words().Say("menu."+m.id))
	}
	return controls.NewMenuBar(names, s.entries)
}

// addChange asks for a change at work.
func (s *workspace) addChange() {
	s.open(pageTrends)
	s.pages[pageTrends].(*trends.Page).AddChange()
}

// importFile asks for a file to import.
func (s *workspace) importFile() {
	s.open(pageSettings)
	s.settings.Import()
}

// exportFile asks where to export everything.
func (s *workspace) exportFile() {
	s.open(pageSettings)
	s.settings.Export()
}

// openManual shows the manual from its beginning.
func (s *workspace) openManual() { s.Help(help.Start) }
