package main

import (
	"errors"
	"log"
	"os"
	"runtime"

	"heliotrope/assets"
	"heliotrope/journal/vault"
	"heliotrope/ui"
)

// window opens the window and returns once it is closed.
func (p *program) window() error {
	log.SetOutput(p.err) // what Fyne logs is of use again: see package quiet
	if !p.vault.Begun() {
		if err := ui.CheckDisplay(); err != nil {
			return err // before a journal is begun that nobody can write in
		}
	}
	cfg := ui.Config{
		Vault:       p.vault,
		Preferences: p.preferences,
		Language:    p.words.Language,
		Now:         p.now,
		Version:     version,
		Icon:        assets.Icon,
		CopyPicture: copyPicture,
	}
	var err error
	cfg.Journal, err = p.vault.Open()
	switch {
	case err == nil:
	case vault.Recoverable(err) && ui.CheckDisplay() == nil:
		cfg.Problem = err // the window shows the recovery options
	default:
		// Who started it from a desktop sees no standard error.
		if fromDesktop() {
			err = errors.Join(err, ui.Tell(cfg, err))
		}
		return err
	}
	if err = ui.Run(cfg); err == nil {
		_, err = p.vault.BackUp()
	}
	return err
}

// fromDesktop reports whether a desktop started the program rather than
// somebody at a terminal.
func fromDesktop() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return !isTerminal(os.Stderr)
	}
	for _, name := range []string{"GIO_LAUNCHED_DESKTOP_FILE", "DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN"} {
		if os.Getenv(name) != "" {
			return !isTerminal(os.Stderr)
		}
	}
	return false
}
