package main

import (
	"errors"
	"os"
	"runtime"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/boltstore"
	"heliotrope/journal/words"
	"heliotrope/ui"
)

// window opens the window and returns once it is closed.
func (p *program) window() error {
	if !boltstore.Begun(p.path()) {
		if err := ui.CheckDisplay(); err != nil {
			return err // before a journal is made that nobody can write in
		}
	}
	cfg := ui.Config{
		Path:           p.path(),
		Language:       words.Language(p.langFlag),
		SystemLanguage: systemLanguage(),
		Now:            p.now,
		Version:        version,
		Icon:           assets.Icon,
		CopyPicture:    copyPicture,
	}
	if p.sample {
		return p.sampleWindow(cfg)
	}
	cfg.Sample = func() (*journal.Journal, func(), error) { return openSample(p.words.Language, p.now) }
	vault, err := p.vault()
	if err == nil {
		cfg.Vault = vault
		cfg.Journal, err = vault.Open()
	}
	switch {
	case err == nil:
	case ui.Repairable(err) && ui.CheckDisplay() == nil:
		cfg.Problem = err // the window shows the ways back
	default:
		// Who started it from a desktop sees no standard error.
		if fromDesktop() {
			err = errors.Join(err, ui.Tell(cfg, err))
		}
		return err
	}
	if err = ui.Run(cfg); err == nil {
		_, err = vault.BackUp()
	}
	return errors.Join(err, vault.Release())
}

// sampleWindow is window on a throw-away copy of the sample.
func (p *program) sampleWindow(cfg ui.Config) error {
	j, discard, err := openSample(p.words.Language, p.now)
	if err != nil {
		return err
	}
	defer discard()
	cfg.Journal, cfg.Path = j, ""
	return ui.Run(cfg)
}

// fromDesktop reports whether a desktop started the program rather than
// somebody at a terminal.
func fromDesktop() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return !isTerminal()
	}
	for _, name := range []string{"GIO_LAUNCHED_DESKTOP_FILE", "DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN"} {
		if os.Getenv(name) != "" {
			return !isTerminal()
		}
	}
	return false
}
