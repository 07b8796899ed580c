package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"heliotrope/desktop/handover"
	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
)

// checkCommand reads the whole journal and every backup of it, and writes
// nothing.
func (p *program) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: p.words.Say("cli.check.short"),
		Args:  p.args(0, 0),
		RunE: func(*cobra.Command, []string) error {
			if p.sample {
				return p.misuse("cli.no-sample")
			}
			return p.command(handover.Request{Kind: handover.Check}, p.check)
		},
	}
}

func (p *program) check() error {
	found, err := p.vault.Check()
	if err != nil {
		return err
	}
	fmt.Fprintln(p.out, p.vault.Path())
	if found.Problem == nil || errors.Is(found.Problem, journal.ErrBehind) {
		p.printIntact(found.Summary, found.Warnings)
	}
	p.printClock(found.Clock)
	if found.BackupsProblem == nil {
		p.printBackups(found.Backups, found.Summary)
	}
	p.printSecond(found)
	p.saySettings()
	if name := found.Warnings.Synced; name != "" {
		fmt.Fprintln(p.out, p.words.SyncedFolder(name))
	}
	for _, path := range found.Warnings.Conflicted {
		p.print("cli.check.conflicted", words.Args{"Path": path})
	}
	if b := found.Warnings.Behind; b != nil {
		return behindError{found.Problem, *b}
	}
	return cmp.Or(found.Problem, found.BackupsProblem)
}

// printIntact prints what a journal contains, and what was noticed.
func (p *program) printIntact(s backup.Summary, noticed vault.Warnings) {
	p.print("cli.check.sound", words.Args{"Holds": p.words.Summary(s)})
	if !s.Saved.IsZero() {
		p.print("cli.check.saves", words.Args{
			"Saves": p.words.Number(float64(s.Transaction), 0),
			"When":  p.words.Instant(s.Saved.Local()),
		})
	}
	if noticed.Recovered {
		p.print("cli.check.recovered")
	}
}

// printClock prints what is odd about the clock, or about the weeks logged.
func (p *program) printClock(r journal.ClockReading) {
	for _, line := range []string{p.words.ClockDoubt(r.Doubt, p.now(), r.Last), p.loggedAhead(r)} {
		if line != "" {
			fmt.Fprintln(p.out, line)
		}
	}
}

// printBackups lists the backups of a journal; the summary is zero if that
// cannot be read.
func (p *program) printBackups(all []backup.Backup, s backup.Summary) {
	folder, _ := p.vault.Folders()
	if len(all) == 0 {
		p.print("cli.check.no-backups", words.Args{"Folder": folder})
		return
	}
	fmt.Fprintln(p.out, p.words.Count("cli.check.backups", len(all), words.Args{"Folder": folder}))
	newest := ""
	for _, b := range all {
		if b.Verified && newest == "" {
			newest = b.Summary.State
		}
		p.printBackup(b)
	}
	if s.State != newest && s.State != "" {
		p.print("cli.check.saved-since")
	}
}

func (p *program) printBackup(b backup.Backup) {
	fmt.Fprintf(p.out, "  %s\n    %s\n", filepath.Base(b.Path), p.words.Backup(b))
}

// printSecond prints how far the second folder is, and lists its backups.
func (p *program) printSecond(found vault.Health) {
	_, folder := p.vault.Folders()
	if folder == "" {
		return
	}
	state := p.words.SecondFolder(found.Backups, found.Second, found.SecondProblem)
	p.print("cli.check.second", words.Args{"Folder": folder, "State": state})
	for _, b := range found.Second {
		p.printBackup(b)
	}
}
