package ui

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/chartview"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
	"heliotrope/ui/help"
	"heliotrope/ui/transfer"
	"heliotrope/ui/uitest"
)

// front is something that comes to the front of the window and takes the keys.
type front struct {
	opens []string // the functions that show it, as package.function
	open  func(*testing.T, *desk)
	desk  func(*testing.T) *desk // nil for the usual one
}

// fronts are all pages, dialogs and menus.
var fronts = map[string]front{
	string(pageWelcome):  {open: func(_ *testing.T, d *desk) { d.open(pageWelcome) }},
	string(pageWeek):     {open: func(_ *testing.T, d *desk) { d.shortcut("week") }},
	string(pageTrends):   {open: func(_ *testing.T, d *desk) { d.shortcut("trends") }},
	string(pagePast):     {open: func(_ *testing.T, d *desk) { d.shortcut("journal") }},
	string(pageReport):   {open: func(_ *testing.T, d *desk) { d.shortcut("report") }},
	string(pageSettings): {open: func(_ *testing.T, d *desk) { d.shortcut("settings") }},

	string(pageHelp): {open: func(_ *testing.T, d *desk) { d.shortcut("manual") }},
	"all keys":       {open: func(_ *testing.T, d *desk) { d.shell.space.Help(help.Keys) }},
	"search of the manual": {open: func(_ *testing.T, d *desk) {
		d.shell.space.Help("using")
		d.shortcut("find")
		d.Write("energy")
	}},
	"contents of the manual": {opens: []string{"help.newContents"}, open: func(_ *testing.T, d *desk) {
		d.Window.Resize(fyne.NewSize(700, 600))
		d.shortcut("manual")
		test.Tap(uitest.Find(&d.Screen, func(b *controls.MenuButton) bool { return b.Text == "Contents" }))
	}},

	"an earlier week":    {open: func(_ *testing.T, d *desk) { d.shortcut("prev") }},
	"a week from Trends": {open: func(_ *testing.T, d *desk) { d.shortcut("trends"); d.shell.space.OpenWeek(d.Today().Add(-2)) }},
	"back in Trends": {open: func(_ *testing.T, d *desk) {
		d.shortcut("trends")
		d.shell.space.OpenWeek(d.Today().Add(-2))
		d.shortcut("prev")
	}},
	"the search":           {open: func(_ *testing.T, d *desk) { d.shortcut("find") }},
	"another language":     {open: func(_ *testing.T, d *desk) { d.shortcut("settings"); d.shell.ChangeLanguage(words.French) }},
	"the rail, by a click": {open: func(_ *testing.T, d *desk) { d.Window.Canvas().Unfocus(); test.Tap(d.shell.space.items[pageTrends]) }},
	"the sample":           {open: func(_ *testing.T, d *desk) { d.shell.openSample() }},

	"day of the reminder": {opens: []string{"settings.newReminderGroup"}, open: func(_ *testing.T, d *desk) {
		d.shell.SetReminder(true, time.Friday, 16*60)
		d.shortcut("settings")
		test.Tap(uitest.Find[*controls.Select](&d.Screen, nil))
	}},
	"calendar":       {opens: []string{"choices.Open"}, open: func(_ *testing.T, d *desk) { d.shortcut("jump") }},
	"why a week off": {opens: []string{"week.askAway"}, open: func(_ *testing.T, d *desk) { d.TapLink("Mark as a week off…") }},
	"menus":          {open: func(_ *testing.T, d *desk) { d.shortcut("menu") }},
	"licenses":       {opens: []string{"ui.showText"}, open: func(_ *testing.T, d *desk) { d.shell.showLicenses() }},
	"news":           {open: func(_ *testing.T, d *desk) { d.shell.showNews() }},
	"about":          {opens: []string{"ui.showAbout"}, open: func(_ *testing.T, d *desk) { d.shell.showAbout() }},
	"menu of the week": {opens: []string{"week.newHeader"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("prev")
		d.Window.Resize(fyne.NewSize(700, 600))
		test.Tap(d.menuIn(d.shell.space.root, "More about this week"))
	}},
	"reasons of a week off": {opens: []string{"week.newMondayCard"}, open: func(_ *testing.T, d *desk) {
		test.Tap(uitest.Find(&d.Screen, func(b *controls.MenuButton) bool { return b.Text == "It was a week off" }))
	}, desk: func(t *testing.T) *desk {
		c := uitest.Weeks(3)
		c.Entries = c.Entries[:2] // without the last week
		return newDesk(t, c, words.English)
	}},
	"menu of a moment": {opens: []string{"week.openMenu"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("prev")
		d.RowMenu(0)
	}},
	"menu of what a week held": {opens: []string{"week.openHeldMenu"}, open: func(_ *testing.T, d *desk) { d.shortcut("week") }},
	"line of a moment": {open: func(_ *testing.T, d *desk) {
		d.shortcut("prev")
		d.RowMenu(0)
		d.ChooseItem("Edit (F2)")
	}},
	"leave the line of a moment": {opens: []string{"week.leave"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("prev")
		d.RowMenu(0)
		d.ChooseItem("Edit (F2)")
		d.Write("x")
		d.Press(fyne.KeyEscape)
	}},
	"move a moment": {opens: []string{"choices.OpenTitled"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("prev")
		d.RowMenu(0)
		d.ChooseItem("Move to another week…")
	}},
	"new kind": {opens: []string{"line.askNewKind"}, open: func(_ *testing.T, d *desk) {
		d.Focus(d.line())
		d.Write("First round /Mentoring-circle")
		d.Press(fyne.KeyDown, fyne.KeyTab)
	}},
	"how to write a line": {opens: []string{"week.showLineHelp"}, open: func(_ *testing.T, d *desk) { d.TapLink("How to write a line") }},
	"list of roles": {opens: []string{"choices.NewRole", "choices.NewSize"}, open: func(_ *testing.T, d *desk) {
		d.open(pageWelcome)
		test.Tap(uitest.Find[*controls.Select](&d.Screen, nil))
	}},
	"menu of a logged week": {opens: []string{"past.openMenu"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("journal")
		d.rowMenu(0)
	}},
	"values of a filter": {opens: []string{"past.open"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("journal")
		test.Tap(uitest.Find(&d.Screen, func(c *controls.Chip) bool { return c.Text() == "Kind" }))
	}},
	"a tag for moments": {opens: []string{"past.askTag"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("journal")
		d.rowMenu(1)
		d.ChooseItem("Add a tag…")
	}},
	"a kind for moments": {opens: []string{"past.askKind"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("journal")
		d.rowMenu(1)
		d.ChooseItem("Change kind…")
	}},
	"a week for moments": {opens: []string{"past.calendar"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("journal")
		d.rowMenu(1)
		d.ChooseItem("Move to another week…")
	}},
	"tags of picked moments": {opens: []string{"past.newPicks"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("journal")
		d.Focus(d.longList())
		d.longList().OnPickAll()
		test.Tap(uitest.Find(&d.Screen, func(b *controls.MenuButton) bool { return b.Text == "Tags" }))
	}},
	"move a week": {open: func(_ *testing.T, d *desk) { d.shell.space.MoveWeek(d.Today().Prev()) }},
	"versions": {opens: []string{"past.ShowHistory"}, open: func(t *testing.T, d *desk) {
		e := d.Journal.Entry(d.Today().Prev())
		for _, text := range []string{"one", "two"} {
			if e.Reflection = text; d.Journal.Save(e) != nil {
				t.Fatal("not saved")
			}
		}
		d.shell.space.ShowHistory(e.Week)
	}},
	"trash": {opens: []string{"past.showTrash"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("journal")
		d.shell.space.DeleteWeek(d.Today().Add(-2))
		d.shortcut("journal")
		d.TapLink("Trash (1)")
	}},
	"empty the trash": {opens: []string{"past.askEmpty"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("journal")
		d.shell.space.DeleteWeek(d.Today().Add(-2))
		d.shortcut("journal")
		d.TapLink("Trash (1)")
		d.TapButton("Empty trash…")
	}},
	"change at work": {opens: []string{"trends.edit"}, open: func(_ *testing.T, d *desk) { d.shortcut("trends"); d.TapLink("Add a change…") }},
	"a section of Trends": {open: func(_ *testing.T, d *desk) {
		d.shortcut("trends")
		fold := uitest.Find[*controls.Fold](&d.Screen, nil)
		test.Tap(fold)
		d.Focus(fold)
	}},
	"menu of a week in a chart": {opens: []string{"chartview.openMenu"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("trends")
		d.Focus(uitest.Find[*chartview.View](&d.Screen, nil))
		d.Press(desktop.KeyMenu)
	}},
	"week of a range": {opens: []string{"choices.pick"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("trends")
		d.Press(fyne.KeyTab)
		uitest.Find[*controls.Choice](&d.Screen, nil).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		test.Tap(uitest.Find[*choices.WeekPicker](&d.Screen, nil))
	}},
	"menu of a chart": {opens: []string{"trends.newChartCard"}, open: func(_ *testing.T, d *desk) { d.shortcut("trends"); d.Clock.Finish(); test.Tap(d.dots()) }},
	"save a file": {opens: []string{"trends.save", "saving.elsewhere", "dialogs.save", "dialogs.File"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("trends")
		d.Clock.Finish()
		d.Choose(d.dots(), "Save as SVG…")
	}},
	string(pageSources): {open: func(_ *testing.T, d *desk) { d.shortcut("settings"); d.shell.space.OpenSources() }},
	"folder of sources": {opens: []string{"evidence.newSearch"}, open: func(_ *testing.T, d *desk) {
		d.shell.space.OpenSources()
		d.TapButton("Choose a folder…")
	}},
	"explanation": {opens: []string{"trends.showExplanation"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("trends")
		test.Tap(uitest.Find[*controls.QuestionMark](&d.Screen, nil))
	}},
	"folder of a report": {opens: []string{"report.chooseFolder", "settings.chooseSecond"}, open: func(_ *testing.T, d *desk) { d.shortcut("report"); d.TapLink("Another folder…") }},
	"moments of the brief": {opens: []string{"report.pick"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("report")
		d.Clock.Finish()
		d.TapLink("Choose…")
	}},
	"problem": {open: func(_ *testing.T, d *desk) { d.shell.space.Ask.Problem(syscall.EIO) }},
	"unsaved text": {opens: []string{"saving.AskToClose"}, open: func(_ *testing.T, d *desk) {
		d.Store.Fail(syscall.EIO)
		d.reflection().SetText("half a thought")
		d.shell.tryClose()
	}},
	"a question": {opens: []string{"rescue.begin", "dialogs.confirmReplacing"}, open: func(_ *testing.T, d *desk) {
		d.shell.space.Ask.Confirm("Replace?", "It is there.", "Replace", func() {})
	}},
	"backups": {opens: []string{"settings.choose"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("settings")
		d.TapButton("Restore…")
	}, desk: func(t *testing.T) *desk {
		c := uitest.Weeks(3)
		v := newVault(t, c)
		backUp(t, v)
		return newVaultDesk(t, c, v)
	}},
	"import": {opens: []string{"transfer.newPreview"}, open: func(t *testing.T, d *desk) {
		d.shortcut("settings")
		transfer.New(d.shell.space.Session, nil, wholeWindow{d.shell, d.shell.space}).Preview(filepath.Join(t.TempDir(), "gone.json"))
	}},
	"file to import": {opens: []string{"dialogs.OpenFile"}, open: func(_ *testing.T, d *desk) { d.shortcut("settings"); d.shell.space.settings.Import() }},
	"export":         {opens: []string{"transfer.Export"}, open: func(_ *testing.T, d *desk) { d.shortcut("settings"); d.shell.space.settings.Export() }},
	"a kind of work": {open: func(_ *testing.T, d *desk) { d.openKind() }},
	"menu of a kind": {opens: []string{"settings.menu"}, open: func(_ *testing.T, d *desk) { d.kinds(); d.Press(desktop.KeyMenu) }},
	"merge a kind":   {opens: []string{"settings.askMerge"}, open: func(_ *testing.T, d *desk) { d.openKind(); d.TapButton("Merge into…") }},
	"add a kind":     {open: func(_ *testing.T, d *desk) { d.kinds(); d.TapLink("Add a kind") }},
	"contents of a backup": {opens: []string{"entries.Show"}, open: func(_ *testing.T, d *desk) {
		d.shortcut("settings")
		d.TapButton("Restore…")
		d.TapLink("View contents…")
	}, desk: func(t *testing.T) *desk {
		c := uitest.Weeks(3)
		v := newVault(t, c)
		backUp(t, v)
		return newVaultDesk(t, c, v)
	}},
}

// kinds gives the first kind of work in the settings the focus.
func (d *desk) kinds() {
	d.shortcut("settings")
	d.Focus(uitest.Find[*controls.RowList](&d.Screen, nil))
}

// openKind edits the first kind of work.
func (d *desk) openKind() {
	d.kinds()
	d.Press(fyne.KeyReturn)
}

// waiting are the functions that show what only goes on, and takes no keys, and
// those of this program's own means to show something.
var waiting = []string{
	"ui.Restore", "ui.decide",
	"dialogs.Confirm", "dialogs.NewBox", "dialogs.NewWideBox", "dialogs.Problem", "dialogs.Show", "dialogs.ShowBelow", "dialogs.ShowWaiting",
	"controls.ShowMenu", "controls.ShowMenuAt", "controls.NewMenuButton", "controls.NewNamedMenuButton",
}

// Each page, dialog and menu is among the fronts.
func TestFrontsAreAll(t *testing.T) {
	known := slices.Clone(waiting)
	for _, f := range fronts {
		known = append(known, f.opens...)
	}
	shows := []string{"NewBox", "NewWideBox", "NewForm", "Confirm", "File", "Folder", "ShowBelow", "ShowMenu", "ShowMenuAt", "NewSelect", "ShowWaiting",
		"NewMenuButton", "NewNamedMenuButton", "NewPopUp", "NewPopUpMenu", "NewModalPopUp", "ShowPopUpMenuAtPosition"}
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	own, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(files, own...) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				id := file.Name.Name + "." + f.Name.Name
				if called, ok := call.Fun.(*ast.SelectorExpr); ok && slices.Contains(shows, called.Sel.Name) && !slices.Contains(known, id) {
					t.Errorf("%s calls %s, and is not among the fronts", id, called.Sel.Name)
				}
				return true
			})
		}
	}
	d := newDesk(t, uitest.Weeks(3), words.English)
	if len(d.shell.space.items)+3 != len(pageNames) {
		t.Error("a page of the rail, the first start, the manual or the sources is not among all pages")
	}
	for _, name := range pageNames {
		if fronts[string(name)].open == nil {
			t.Errorf("page %s is not among the fronts", name)
		}
	}
}

// typed are the keys that are typed on each front. The last one may do what has the
// focus, which is seen.
var typed = []fyne.KeyName{"g", "h", "3", "#", fyne.KeySpace, fyne.KeyLeft, fyne.KeyUp, fyne.KeyRight, fyne.KeyDown, fyne.KeyDelete,
	fyne.KeyBackspace, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyReturn}

// Wherever the focus was, keys reach only what is on screen, on every page and in
// every dialog and menu.
func TestKeysReachOnlyWhatIsOnScreen(t *testing.T) {
	for name, f := range fronts {
		t.Run(name, func(t *testing.T) {
			for start, focus := range map[string]func(*desk) fyne.Focusable{
				"line":       func(d *desk) fyne.Focusable { return d.line() },
				"reflection": func(d *desk) fyne.Focusable { return d.reflection() },
				"question":   func(d *desk) fyne.Focusable { return uitest.Find[*controls.Scale](&d.Screen, nil) },
			} {
				if testing.Short() && start != "line" {
					continue // each front is opened, and that once is enough for races
				}
				var d *desk
				if f.desk != nil {
					d = f.desk(t)
				} else {
					d = newDesk(t, uitest.Weeks(3), words.English)
				}
				if !testing.Short() { // other tests open pages for races
					for _, page := range pageNames { // so that all of them can be typed into
						d.open(page)
					}
				}
				d.shortcut("week")
				d.Focus(focus(d))
				f.open(t, d)
				d.Clock.Finish()
				d.draw()
				if d.Window.Canvas().Focused() == nil {
					t.Errorf("from the %s nothing has the focus", start)
				}
				d.typeOnScreen(start)
				if !d.Closed {
					d.Window.Close()
				}
			}
		})
	}
}

// typeOnScreen types all keys and fails if one changes what is not in front.
func (d *desk) typeOnScreen(start string) {
	d.T.Helper()
	for _, key := range typed {
		focused := d.Window.Canvas().Focused()
		if focused == nil {
			return // no key reaches anything
		}
		if !d.sees(focused) {
			d.T.Errorf("from the %s, %s reaches %T, which is not on screen", start, key, focused)
		}
		top := d.Window.Canvas().Overlays().Top()
		page := d.shell.space.current
		before := d.hidden(page, top != nil)
		if len(key) == 1 {
			test.Type(focused, string(key))
		} else {
			focused.TypedKey(&fyne.KeyEvent{Name: key})
			if then := d.Window.Canvas().Focused(); key == fyne.KeySpace && then != nil {
				then.TypedRune(' ') // it comes as a rune as well
			}
		}
		if key == fyne.KeyReturn {
			before, top = nil, nil // it does what it shows
		}
		d.Clock.Finish()
		if d.shell.space.current != page { // it did what it shows, on a button
			before, top = nil, nil
			if field, ok := d.Window.Canvas().Focused().(*controls.TextField); ok && strings.HasSuffix(field.Text, " ") {
				d.T.Errorf("from the %s, %s on %T leads to a page and is typed there", start, key, focused)
			}
		}
		if after := d.hidden(page, top != nil); before != nil && d.Window.Canvas().Overlays().Top() == top && !reflect.DeepEqual(after, before) {
			d.T.Errorf("from the %s, %s on %T changed what is not in front:\n%v\nwas\n%v", start, key, focused, after, before)
		}
		d.draw()
	}
}

// draw has the window do what it does before it draws.
func (d *desk) draw() { d.Window.Content().MinSize() }

// sees reports whether an object is in what is in front.
func (d *desk) sees(o fyne.Focusable) bool {
	front := d.Window.Content()
	if top := d.Window.Canvas().Overlays().Top(); top != nil {
		front = top
	}
	found := false
	uitest.Walk(front, func(x fyne.CanvasObject) { found = found || x == o.(fyne.CanvasObject) })
	return found
}

// hidden returns what is not in front: the fields of all pages but the one on
// screen, and of that too if something is over it; and the journal, if no page that
// changes it is in front.
func (d *desk) hidden(page pageName, covered bool) []string {
	var all []string
	s := d.shell.space
	for _, name := range pageNames {
		if s.pages[name] == nil || name == page && !covered {
			continue
		}
		uitest.Walk(s.pages[name].Content(), func(o fyne.CanvasObject) {
			switch o := o.(type) {
			case *controls.TextField:
				all = append(all, o.Text)
			case *controls.Check:
				all = append(all, fmt.Sprint(o.Checked))
			case *controls.Choice:
				all = append(all, fmt.Sprint(o.Chosen()))
			case *controls.Select:
				all = append(all, o.Selected)
			}
		})
		all = append(all, "|"+string(name))
	}
	if page != pageWeek && page != pagePast || covered {
		c := d.mine().Contents()
		all = append(all, fmt.Sprintf("%v %v %v", c.Entries, c.Kinds, c.Events), fmt.Sprint(d.mine().Trash()))
	}
	if page != pageSettings && page != pageSources || covered {
		all = append(all, fmt.Sprint(d.Preferences.Get()))
	}
	return all
}

// menuIn returns the menu button with a label in an object.
func (d *desk) menuIn(o fyne.CanvasObject, label string) *controls.MenuButton {
	d.T.Helper()
	var found *controls.MenuButton
	uitest.Walk(o, func(o fyne.CanvasObject) {
		if b, ok := o.(*controls.MenuButton); ok && b.AccessibilityLabel() == label {
			found = b
		}
	})
	if found == nil {
		d.T.Fatalf("there is no menu %q", label)
	}
	return found
}

// dots returns the first button of three dots of the page on screen.
func (d *desk) dots() *controls.MenuButton {
	d.T.Helper()
	var found *controls.MenuButton
	uitest.Walk(d.shell.space.stack, func(o fyne.CanvasObject) {
		if b, ok := o.(*controls.MenuButton); ok && found == nil && b.Icon.Name() == theme.MoreHorizontalIcon().Name() {
			found = b
		}
	})
	if found == nil {
		d.T.Fatal("there are no three dots")
	}
	return found
}

// Whatever hides or disables what has the focus, the focus moves on once that is
// drawn.
func TestTheFocusLeavesWhatIsHidden(t *testing.T) {
	for name, hide := range map[string]func(*controls.TextField, *fyne.Container){
		"itself":        func(f *controls.TextField, _ *fyne.Container) { f.Hide() },
		"what it is in": func(_ *controls.TextField, c *fyne.Container) { c.Hide() },
		"its removal":   func(_ *controls.TextField, c *fyne.Container) { c.RemoveAll() },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, uitest.Weeks(3), words.English)
			field := controls.NewTextField(false, 100, func(text string, _ int) (string, string) { return text, "" })
			around := container.NewVBox(widget.NewLabel("above"), field)
			d.shell.space.stack.Add(around)
			d.Focus(field)
			d.draw()
			if d.Window.Canvas().Focused() != field {
				t.Fatal("the focus left what is on screen")
			}
			hide(field, around)
			d.draw()
			if got := d.Window.Canvas().Focused(); got != d.line() {
				t.Errorf("the focus is on %T", got)
			}
		})
	}
}

// Keys of the window do nothing behind a dialog, and close a menu.
func TestShortcutsBehindADialog(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	c := d.Window.Canvas()
	if !leavesMenu(c) {
		t.Error("they do nothing on a page")
	}
	d.shell.menu.Toggle()
	if !leavesMenu(c) || c.Overlays().Top() != nil {
		t.Error("the menu is still open")
	}
	controls.ShowMenuAt(c, fyne.NewPos(10, 10), fyne.NewMenuItem("one", func() {}))
	if !leavesMenu(c) || c.Overlays().Top() != nil {
		t.Error("the menu of a button is still open")
	}
	d.shell.space.week.Jump()
	if !leavesMenu(c) || c.Overlays().Top() != nil {
		t.Error("the calendar is still open")
	}
	d.shell.space.Ask.Problem(journal.ErrReadOnly)
	if leavesMenu(c) {
		t.Error("they reach behind a dialog")
	}
}

// Ctrl+Enter leads to the line from any control of the week, and nowhere else.
func TestCtrlEnterLeadsToTheLine(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	line := d.line()
	stops := 0
	for {
		d.Window.Canvas().FocusNext()
		from := d.Window.Canvas().Focused()
		if stops++; from == fyne.Focusable(line) || stops > 100 {
			break
		}
		d.shortcut("line")
		if d.Field() != line {
			t.Errorf("from %T it leads to %T", from, d.Window.Canvas().Focused())
		}
		d.Focus(from)
	}
	if stops < 10 {
		t.Errorf("only %d stops of Tab", stops)
	}
	d.open(pageTrends)
	from := d.Window.Canvas().Focused()
	d.shortcut("line")
	if d.Window.Canvas().Focused() != from {
		t.Errorf("on Trends it leads to %T", d.Window.Canvas().Focused())
	}
}
