package ui

import (
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// backupCard shows the backups of the journal and brings one back after a look
// inside.
type backupCard struct {
	words   *words.Words
	journal *journal.Journal
	keeping *keeping
	ask     *asker
	hooks   backupHooks

	all    []backup.Backup
	opened bool // all backups are shown, not the newest alone
	last   *controls.Hint
	said   *controls.Hint
	rows   *fyne.Container
	second *fyne.Container
	root   fyne.CanvasObject
}

// backupHooks are what the card needs of the window.
type backupHooks struct {
	open    func(*url.URL) error  // opens a folder in the system's own way
	restore func(b backup.Backup) // brings a backup back
}

// shownBackups are so many rows before more are asked for.
const shownBackups = 4

func newBackupCard(w *words.Words, j *journal.Journal, k *keeping, ask *asker, hooks backupHooks) *backupCard {
	c := &backupCard{words: w, journal: j, keeping: k, ask: ask, hooks: hooks}
	c.last = controls.NewHint(widget.MediumImportance)
	c.said = controls.NewHint(widget.MediumImportance)
	c.rows, c.second = controls.Stack(8), controls.Stack(4)
	actions := container.New(&controls.Flow{GapX: 18, GapY: 6},
		controls.NewButton(w.Say("backups.now"), c.now), controls.NewLink(w.Say("backups.open"), c.openFolder))
	c.root = controls.NewCard(controls.Stack(10,
		controls.Flush(controls.Heading(w.Say("backups.title"), theme.SizeNameSubHeadingText)),
		controls.Flush(controls.Caption(w.Say("backups.why"))),
		c.last.Content(), c.rows, actions, c.said.Content(), c.second))
	return c
}

// show reads the backups anew.
func (c *backupCard) show() {
	if len(c.all) == 0 {
		c.last.Say(c.words.Say("backups.looking"))
	}
	var all []backup.Backup
	c.keeping.tasks.run(func() error {
		all = c.keeping.vault.Backups()
		return nil
	}, func(error) {
		c.all = all
		c.list()
	})
	c.showSecond()
}

// list shows what was read.
func (c *backupCard) list() {
	c.last.Say("")
	c.rows.RemoveAll()
	if len(c.all) == 0 {
		c.last.Say(c.words.Say("backups.none"))
	}
	shown := c.all
	if !c.opened && len(shown) > shownBackups+1 {
		shown = shown[:shownBackups]
	}
	for _, b := range shown {
		c.rows.Add(c.row(b))
	}
	if more := len(c.all) - len(shown); more > 0 {
		c.rows.Add(container.NewHBox(controls.NewLink(c.words.Count("backups.all", more), func() {
			c.opened = true
			c.list()
		})))
	}
	c.rows.Refresh()
}

func (c *backupCard) row(b backup.Backup) fyne.CanvasObject {
	size := words.Args{"Size": c.words.Size(b.Size)}
	about := c.words.Say("backups.row.bad", size)
	if b.Verified {
		size["Holds"] = c.words.Holds(b.Summary)
		about = c.words.Say("backups.row", size)
	}
	when := c.words.Instant(b.Made)
	text := controls.Stack(0, controls.Flush(controls.Body(when)), controls.Flush(controls.Caption(about)))
	if !b.Verified {
		return text
	}
	look := controls.NewLink(c.words.Say("backups.look"), func() { c.look(b) })
	look.SetSpoken(when)
	return container.NewBorder(nil, nil, nil, container.NewCenter(look), text)
}

// look shows what a backup holds and what would be other than now.
func (c *backupCard) look(b backup.Backup) {
	var held journal.Contents
	c.keeping.tasks.run(func() (err error) {
		held, err = c.keeping.vault.Contents(b.Path)
		return err
	}, func(err error) {
		if err != nil {
			c.ask.problem(err)
			return
		}
		lines := []string{c.words.Say("backups.restore.holds", words.Args{"Holds": c.words.Holds(b.Summary)})}
		lines = append(lines, c.words.Differences(backup.Compare(c.journal.Contents(), held))...)
		lines = append(lines, c.words.Say("backups.restore.first"))
		c.ask.inside(c.words.Say("backups.restore.title", words.Args{"When": c.words.Instant(b.Made)}), lines, held,
			c.words.Say("ladder.bring"), func() { c.hooks.restore(b) })
	})
}

// now backs up at once.
func (c *backupCard) now() {
	c.keeping.backUp(func() {
		switch {
		case c.keeping.failed != nil:
			c.said.Say(c.words.Problem(c.keeping.failed).String())
		case c.keeping.made.Backup.Path == "":
			c.said.Say("")
		case c.keeping.made.New:
			c.said.Say(c.words.Say("backups.made"))
		default:
			c.said.Say(c.words.Say("backups.same"))
		}
		c.show()
	})
}

func (c *backupCard) openFolder() {
	first, _ := c.keeping.vault.Folders()
	if err := c.hooks.open(fileURL(first)); err != nil {
		c.said.Say(c.words.Say("settings.place.failed"))
	}
}

// showSecond shows the second folder and whether it has the newest backup.
func (c *backupCard) showSecond() {
	say := c.words.Say
	_, folder := c.keeping.vault.Folders()
	c.second.RemoveAll()
	c.second.Add(controls.Flush(controls.Caption(say("backups.second"))))
	links := container.New(&controls.Flow{GapX: 18, GapY: 4}, controls.NewLink(say("backups.second.choose"), c.choose))
	if folder != "" {
		place := controls.Body(folder)
		place.Wrapping = fyne.TextWrapBreak
		c.second.Add(controls.Flush(place))
		state := controls.NewHint(widget.MediumImportance)
		c.second.Add(state.Content())
		switch made := c.keeping.made; {
		case made.SecondProblem != nil:
			state.Say(say("backups.second.bad", words.Args{"Problem": c.words.Problem(made.SecondProblem).What}))
		case made.Backup.Path != "":
			state.Say(say("backups.second.good"))
		}
		links.Add(controls.NewLink(say("backups.second.remove"), func() { c.setSecond("") }))
	}
	c.second.Add(links)
	c.second.Refresh()
}

func (c *backupCard) choose() {
	c.ask.show(dialog.NewFolderOpen(func(chosen fyne.ListableURI, err error) {
		if err == nil && chosen != nil {
			c.setSecond(chosen.Path())
		}
	}, c.ask.window))
}

// setSecond makes a folder the second one and brings the newest backup there.
func (c *backupCard) setSecond(folder string) {
	c.keeping.tasks.run(func() error { return c.keeping.vault.SetSecond(folder) }, func(err error) {
		if err != nil {
			c.ask.problem(err)
			return
		}
		c.keeping.backUp(c.show)
	})
}
