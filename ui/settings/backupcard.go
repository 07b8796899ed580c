package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/entries"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
)

// backupCard shows the backups of the journal and brings one back after a look
// inside.
type backupCard struct {
	session.Session
	backups *saving.Backups
	window  Window

	all    []backup.Backup
	opened bool // all backups are shown, not the newest alone
	last   *controls.Hint
	said   *controls.Hint
	rows   *fyne.Container
	second *fyne.Container
	root   fyne.CanvasObject
}

// shownBackups are so many rows before more are asked for.
const shownBackups = 4

func newBackupCard(s session.Session, b *saving.Backups, window Window) *backupCard {
	c := &backupCard{Session: s, backups: b, window: window}
	w := c.Words
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

// show reads the backups again.
func (c *backupCard) show() {
	if len(c.all) == 0 {
		c.last.Show(c.Words.Say("backups.looking"))
	}
	var (
		all, second []backup.Backup
		problem     error // with the second folder
	)
	_, folder := c.backups.Vault.Folders()
	c.showSecond(folder, "")
	c.backups.Run(func() error {
		all = c.backups.Vault.Backups()
		if folder != "" {
			second, problem = c.backups.Vault.SecondBackups()
		}
		return nil
	}, func(error) {
		c.all = all
		c.list()
		if folder != "" {
			c.showSecond(folder, c.Words.SecondFolder(all, second, problem))
		}
	})
}

// list shows what was read.
func (c *backupCard) list() {
	c.last.Show("")
	c.rows.RemoveAll()
	if len(c.all) == 0 {
		c.last.Show(c.Words.Say("backups.none"))
	}
	shown := c.all
	if !c.opened && len(shown) > shownBackups+1 {
		shown = shown[:shownBackups]
	}
	for _, b := range shown {
		c.rows.Add(c.row(b))
	}
	if more := len(c.all) - len(shown); more > 0 {
		c.rows.Add(container.NewHBox(controls.NewLink(c.Words.Count("backups.all", more), func() {
			c.opened = true
			c.list()
		})))
	}
	c.rows.Refresh()
}

func (c *backupCard) row(b backup.Backup) fyne.CanvasObject {
	size := words.Args{"Size": c.Words.Size(b.Size)}
	about := c.Words.Say("backups.row.bad", size)
	if b.Verified {
		size["Holds"] = c.Words.Summary(b.Summary)
		about = c.Words.Say("backups.row", size)
	}
	when := c.Words.Saved(b.Made, b.Summary)
	text := controls.Stack(0, controls.Flush(controls.Body(when)), controls.Flush(controls.Caption(about)))
	if !b.Verified {
		return text
	}
	look := controls.NewLink(c.Words.Say("backups.look"), func() { c.look(b) })
	look.SetSpoken(when)
	return container.NewBorder(nil, nil, nil, container.NewCenter(look), text)
}

// look shows what a backup contains and what would differ from now.
func (c *backupCard) look(b backup.Backup) {
	var held journal.Contents
	c.backups.Run(func() (err error) {
		held, err = c.backups.Vault.Contents(b.Path)
		return err
	}, func(err error) {
		if err != nil {
			c.Ask.Problem(err)
			return
		}
		lines := []string{c.Words.Say("backups.restore.holds", words.Args{"Holds": c.Words.Summary(b.Summary)})}
		lines = append(lines, c.Words.Differences(backup.Compare(c.Journal.Contents(), held))...)
		lines = append(lines, c.Words.Say("backups.restore.first"))
		title := c.Words.Say("backups.restore.title", words.Args{"When": c.Words.Saved(b.Made, b.Summary)})
		entries.Preview{Title: title, Lines: lines, Bring: c.Words.Say("ladder.bring")}.Show(c.Ask, held, func() { c.window.Restore(b) })
	})
}

// now backs up at once.
func (c *backupCard) now() {
	c.backups.BackUp(func() {
		switch {
		case c.backups.Failed != nil:
			c.said.Show(c.Words.Problem(c.backups.Failed).String())
		case c.backups.Made.SecondProblem != nil:
			c.said.Show(c.Words.Say("notice.second-failed", words.Args{"Problem": c.Words.Problem(c.backups.Made.SecondProblem).What}))
		case c.backups.Made.Backup.Path == "":
			c.said.Show("")
		case c.backups.Made.New:
			c.said.Show(c.Words.Say("backups.made"))
		default:
			c.said.Show(c.Words.Say("backups.same"))
		}
		c.show()
	})
}

func (c *backupCard) openFolder() {
	first, _ := c.backups.Vault.Folders()
	if err := c.window.OpenPath(first); err != nil {
		c.said.Show(c.Words.Say("settings.place.failed"))
	}
}

// showSecond shows the second folder and how far its backups are, "" as long as
// that is not known.
func (c *backupCard) showSecond(folder, state string) {
	say := c.Words.Say
	c.second.RemoveAll()
	c.second.Add(controls.Flush(controls.Caption(say("backups.second"))))
	links := container.New(&controls.Flow{GapX: 18, GapY: 4}, controls.NewLink(say("backups.second.choose"), c.choose))
	if folder != "" {
		place := controls.Body(folder)
		place.Wrapping = fyne.TextWrapBreak
		c.second.Add(controls.Flush(place))
		hint := controls.NewHint(widget.MediumImportance)
		c.second.Add(hint.Content())
		hint.Show(state)
		links.Add(controls.NewLink(say("backups.second.remove"), func() { c.setSecond("") }))
	}
	c.second.Add(links)
	c.second.Refresh()
}

func (c *backupCard) choose() { c.Ask.Folder(c.setSecond) }

// setSecond makes a folder the second one and brings the newest backup there.
func (c *backupCard) setSecond(folder string) {
	c.backups.Run(func() error { return c.backups.Vault.SetSecond(folder) }, func(err error) {
		if err != nil {
			c.Ask.Problem(err)
			return
		}
		c.backups.BackUp(c.show)
	})
}
