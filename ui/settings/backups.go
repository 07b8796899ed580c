package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/entries"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
)

// backupGroup shows how the journal is backed up, and brings a backup back after a
// look inside.
type backupGroup struct {
	session.Session
	backups *saving.Backups
	window  Window

	all     []backup.Backup // newest first
	newest  *widget.Label
	kept    *controls.Hint
	restore *controls.Button
	said    *controls.Hint
	second  *fyne.Container
	root    *fyne.Container
}

func newBackupGroup(s session.Session, b *saving.Backups, window Window) *backupGroup {
	g := &backupGroup{Session: s, backups: b, window: window}
	say := s.Words.Say
	g.newest = controls.Body("")
	g.kept, g.said = controls.NewHint(widget.LowImportance), controls.NewHint(widget.MediumImportance)
	g.restore = controls.NewButton(say("backups.restore"), g.choose)
	g.second = container.NewStack()
	first := controls.NewLabeled(controls.Stack(0, controls.Flush(g.newest), g.kept.Content()),
		buttons(g.restore, controls.NewButton(say("backups.now"), g.now)), leastLabel)
	g.root = newGroup(say("backups.title"), controls.Stack(6, first, g.said.Content(),
		controls.Flush(controls.Caption(say("backups.why"))),
		container.NewHBox(controls.NewLink(say("backups.open"), g.openFolder)), controls.Gap(4)), g.second)
	g.list()
	return g
}

// show reads the backups again.
func (g *backupGroup) show() {
	if len(g.all) == 0 {
		g.newest.SetText(g.Words.Say("backups.looking"))
	}
	var (
		all, second []backup.Backup
		problem     error // with the second folder
	)
	_, folder := g.backups.Vault.Folders()
	g.showSecond(folder, "")
	g.backups.Run(func() error {
		all = g.backups.Vault.Backups()
		if folder != "" {
			second, problem = g.backups.Vault.SecondBackups()
		}
		return nil
	}, func(error) {
		g.all = all
		g.list()
		if folder != "" {
			g.showSecond(folder, g.Words.SecondFolder(all, second, problem))
		}
	})
}

// list shows what was read.
func (g *backupGroup) list() {
	if len(g.all) == 0 {
		g.newest.SetText(g.Words.Say("backups.none"))
		g.kept.Show("")
		g.restore.Disable()
		return
	}
	newest, oldest := g.all[0], g.all[len(g.all)-1]
	g.restore.Enable()
	g.newest.SetText(g.Words.Saved(newest.Made, newest.Summary))
	g.kept.Show(g.about(newest) + "\n" + g.Words.Count("backups.kept", len(g.all), words.Args{
		"Month": g.Words.Month(oldest.Made.Month()), "Year": oldest.Made.Year()}))
}

// about formats what a backup contains, or that it is damaged.
func (g *backupGroup) about(b backup.Backup) string {
	size := words.Args{"Size": g.Words.Size(b.Size)}
	if !b.Verified {
		return g.Words.Say("backups.row.bad", size)
	}
	size["Holds"] = g.Words.Summary(b.Summary)
	return g.Words.Say("backups.row", size)
}

// choose lists the backups, to look inside one.
func (g *backupGroup) choose() {
	var box *dialogs.Box
	rows := controls.Stack(12)
	for _, b := range g.all {
		when := g.Words.Saved(b.Made, b.Summary)
		text := controls.Stack(0, controls.Flush(controls.Body(when)), controls.Flush(controls.Caption(g.about(b))))
		if !b.Verified {
			rows.Add(text)
			continue
		}
		look := controls.NewLink(g.Words.Say("backups.look"), func() {
			box.Hide()
			g.look(b)
		})
		look.SetSpoken(when)
		rows.Add(controls.NewLabeled(text, look, leastLabel))
	}
	box = g.Ask.NewBox(g.Words.Say("backups.list"), controls.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 4, 16), rows)), "dialog.close")
	g.Ask.ShowLarge(box, 560)
}

// look shows what a backup contains and what would differ from now.
func (g *backupGroup) look(b backup.Backup) {
	var held journal.Contents
	g.backups.Run(func() (err error) {
		held, err = g.backups.Vault.Contents(b.Path)
		return err
	}, func(err error) {
		if err != nil {
			g.Ask.Problem(err)
			return
		}
		lines := []string{g.Words.Say("backups.restore.holds", words.Args{"Holds": g.Words.Summary(b.Summary)})}
		lines = append(lines, g.Words.Differences(backup.Compare(g.Journal.Contents(), held))...)
		lines = append(lines, g.Words.Say("backups.restore.first"))
		title := g.Words.Say("backups.restore.title", words.Args{"When": g.Words.Saved(b.Made, b.Summary)})
		entries.Preview{Title: title, Lines: lines, Bring: g.Words.Say("ladder.bring")}.Show(g.Ask, held, func() { g.window.Restore(b) })
	})
}

// now backs up at once; what is being saved, too.
func (g *backupGroup) now() {
	g.Tasks.Run(func() error { return nil }, func(error) { g.backups.BackUp(g.made) })
}

// made shows what became of a backup.
func (g *backupGroup) made() {
	switch {
	case g.backups.Failed != nil:
		g.said.Show(g.Words.Problem(g.backups.Failed).String())
	case g.backups.Made.SecondProblem != nil:
		g.said.Show(g.Words.Say("notice.second-failed", words.Args{"Problem": g.Words.Problem(g.backups.Made.SecondProblem).What}))
	case g.backups.Made.Backup.Path == "":
		g.said.Show("")
	case g.backups.Made.New:
		g.said.Show(g.Words.Say("backups.made"))
	default:
		g.said.Show(g.Words.Say("backups.same"))
	}
	g.show()
}

func (g *backupGroup) openFolder() {
	first, _ := g.backups.Vault.Folders()
	if err := g.window.OpenPath(first); err != nil {
		g.said.Show(g.Words.Say("settings.place.failed"))
	}
}

// showSecond shows the second folder and how far its backups are, "" as long as
// that is not known.
func (g *backupGroup) showSecond(folder, state string) {
	say := g.Words.Say
	detail := controls.Stack(0)
	acts := []fyne.CanvasObject{controls.NewButton(say("backups.second.choose"), g.chooseSecond)}
	if folder == "" {
		detail.Add(controls.Flush(controls.Caption(say("backups.second.why"))))
	} else {
		place := controls.Body(folder)
		place.Wrapping = fyne.TextWrapBreak
		detail.Add(controls.Flush(place))
		hint := controls.NewHint(widget.MediumImportance)
		hint.Show(state)
		detail.Add(hint.Content())
		acts = append(acts, controls.NewButton(say("backups.second.remove"), func() { g.setSecond("") }))
	}
	g.second.Objects = []fyne.CanvasObject{newLine(say("backups.second"), detail, buttons(acts...))}
	g.second.Refresh()
}

func (g *backupGroup) chooseSecond() { g.Ask.Folder(g.setSecond) }

// setSecond makes a folder the second one and brings the newest backup there.
func (g *backupGroup) setSecond(folder string) {
	g.backups.Run(func() error { return g.backups.Vault.SetSecond(folder) }, func(err error) {
		if err != nil {
			g.Ask.Problem(err)
			return
		}
		g.backups.BackUp(g.show)
	})
}
