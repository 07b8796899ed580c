package main

import (
	"errors"
	"time"

	root "heliotrope"
	"heliotrope/assets"
	"heliotrope/cmd/heliotrope/internal/console"
	"heliotrope/desktop/handover"
	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/evidence"
	"heliotrope/journal/vault"
	"heliotrope/ui"
	"heliotrope/ui/tasks"
)

// window opens the window and returns once it is closed. If one is open already, that
// comes to the front.
func (p *program) window() error {
	if !p.sample {
		there, err := p.listen(handover.Request{Kind: handover.Raise, Path: p.file, Target: p.openFlag})
		if there && err == nil {
			p.say("handover.raised")
			return nil
		}
		if there {
			return p.tell(p.config(), err)
		}
	}
	if !p.vault.Begun() {
		if err := ui.CheckDisplay(); err != nil {
			return err // before a journal is begun that nobody can write in
		}
	}
	cfg := p.config()
	cfg.OnShown = console.Leave
	var problem error // with the journal
	err := ui.Run(cfg, func() (j *journal.Journal, err error) {
		j, problem = p.vault.Open()
		return j, problem
	})
	switch {
	case err == nil:
		err = p.backUpAtEnd(p.vault.BackUp)
	case problem == nil:
	case !vault.Recoverable(problem):
		err = p.tell(cfg, problem)
	case noScreen(err):
		err = hiddenError{problem: problem, screen: err} // of which no window showed the recovery options
	}
	if errors.Is(err, journal.ErrSlow) {
		p.vault = nil // closing it would wait for the disk too
	}
	return err
}

// config returns what the window is opened with, except for the journal.
func (p *program) config() ui.Config {
	return ui.Config{
		Vault:       p.vault,
		Preferences: p.preferences,
		Language:    p.words.Language,
		Now:         p.now,
		Open:        p.openFlag,
		Build:       root.ThisBuild(),
		Icon:        assets.Icon,
		Licenses:    root.License + "\n" + assets.Licenses,
		News:        root.Changelog,
		Inbox:       p.inbox,
		File:        p.file,
		CopyPicture: copyPicture,
		Sources:     evidence.Kinds,
		Explain:     func(err error) string { return handoverWords(p.words, err) },
	}
}

// tell also shows an error in a window to those who started the program by a
// click: they see no standard error.
func (p *program) tell(cfg ui.Config, err error) error {
	if clicked() && !errors.Is(err, journal.ErrNoHome) { // Fyne would make the home folder
		p.stopListening() // there is no window to bring to the front
		p.told = ui.Tell(cfg, err) == nil
	}
	return err
}

// endLimit is how long the backup at the end may take.
const endLimit = time.Minute

// backUpAtEnd makes the backup at the end, and prints what did not become of it.
// All that was written is saved by then.
func (p *program) backUpAtEnd(backUp func() (backup.Made, error)) error {
	var made backup.Made
	err := tasks.Within(endLimit, func() (err error) {
		made, err = backUp()
		return err
	})
	p.sayBackup(made, err)
	if errors.Is(err, journal.ErrSlow) {
		return err
	}
	return nil
}
