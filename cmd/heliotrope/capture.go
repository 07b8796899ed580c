package main

import (
	"errors"
	"math"
	"time"

	"github.com/spf13/cobra"

	"heliotrope/cmd/heliotrope/internal/console"
	"heliotrope/desktop/handover"
	"heliotrope/journal"
	"heliotrope/ui"
	"heliotrope/ui/tasks"
)

// askPatience is how long a program that has the journal open may take to show the small
// window before this one shows that it waits.
const askPatience = time.Second

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
	var there bool
	var problem error
	cfg := p.config()
	asked := tasks.Begin(func() {
		if !p.sample {
			there, problem = p.listen(handover.Request{Kind: handover.Capture})
		}
	})
	if asked(askPatience) {
		if there && problem == nil {
			return nil
		}
		cfg.Inbox = p.inbox
	}
	cfg.OnShown = console.Leave
	err := ui.Capture(cfg, func() (*journal.Journal, error) {
		switch asked(math.MaxInt64); {
		case there && problem == nil:
			return nil, ui.ErrElsewhere
		case problem != nil:
			return nil, problem
		}
		return p.vault.OpenLater()
	})
	asked(math.MaxInt64) // no window waits for it any more
	if err == nil && !there {
		err = p.backUpAtEnd(p.vault.BackUpDaily)
	}
	if errors.Is(err, journal.ErrSlow) {
		p.vault = nil // closing it would wait for the disk too
	}
	return err
}
