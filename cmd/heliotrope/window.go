package main

import (
	"errors"
	"io/fs"
	"os"
	"runtime"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui"
)

// window opens the window and returns once it is closed.
func (p *program) window() error {
	if _, err := os.Stat(p.path()); errors.Is(err, fs.ErrNotExist) {
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
	j, closed, err := p.open()
	if err != nil {
		// Who started it from a desktop sees no standard error.
		if fromDesktop() {
			err = errors.Join(err, ui.Tell(cfg, err))
		}
		return err
	}
	cfg.Journal = j
	if p.sample {
		cfg.Path = ""
	} else {
		cfg.Sample = func() (*journal.Journal, func(), error) { return openSample(p.words.Language, p.now) }
	}
	return errors.Join(ui.Run(cfg), closed())
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
