package main

import (
	"errors"

	"github.com/spf13/cobra"

	"heliotrope/cmd/heliotrope/internal/console"
	"heliotrope/desktop/handover"
	"heliotrope/journal"
	"heliotrope/ui"
)

// captureCommand shows the small window in which one moment is written.
func (p *program) captureCommand() *cobra.Command {
	return &cobra.Command{
		Use:         "capture",
		Annotations: map[string]string{windowed: "yes"},
		Short:       p.words.Say("cli.capture.short"),
		Long:        p.words.Say("cli.capture.long"),
		Args:        p.args(0, 0),
		RunE:        func(*cobra.Command, []string) error { return p.capture() },
	}
}

// capture has the program that has the journal open show the small window, or shows it
// itself and returns once the last window is closed. Nothing begins a journal before
// something is written. What is wrong is shown in the small window: whoever pressed a
// key sees no standard error.
func (p *program) capture() error {
	open := p.vault.OpenLater
	if !p.sample {
		there, err := p.listen(handover.Request{Kind: handover.Capture})
		if there && err == nil {
			return nil
		}
		if err != nil {
			open = func() (*journal.Journal, error) { return nil, err }
		}
	}
	cfg := p.config()
	cfg.OnShown = console.Leave
	err := ui.Capture(cfg, open)
	if err == nil {
		err = p.backUpAtEnd(p.vault.BackUpDaily)
	}
	if errors.Is(err, journal.ErrSlow) {
		p.vault = nil // closing it would wait for the disk too
	}
	return err
}
