package ui

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/help"
	"heliotrope/ui/look"
	"heliotrope/ui/shortcuts"
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
		"diary":       {space: (*workspace).beginDiary, why: toWrite},
		"import":      {space: (*workspace).importFile, why: toWrite},
		"export":      {space: (*workspace).exportFile},
		"make-report": {space: opens(pageReport), keys: shows("report")},
		"backup":      {space: (*workspace).backUpNow, why: toBackUp},
		"sample":      {window: (*shell).turnSample, why: toSample, text: sampleWords},
		"quit":        {window: (*shell).quit, over: true},

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

// menu is a menu of the bar: the id of its name, menu.ID, and those of its entries,
// with "" for a line between them.
type menu struct {
	id      string
	entries []string
}

// menus are the menus of the bar.
var menus = []menu{
	{"file", []string{"new", "change", "diary", "", "import", "export", "make-report", "backup", "", "sample", "", "quit"}},
	{"edit", []string{"undo", "redo", "", "cut", "copy", "paste", "all", "", "find"}},
	{"view", []string{"week", "trends", "journal", "report", "settings", "", "larger", "smaller", "usual", "", "full", "", "light", "dark", "system"}},
	{"go", []string{"today", "before", "after", "jump", "", "back"}},
	{"help", []string{"manual", "sheet", "news", "", "licenses", "about"}},
}
