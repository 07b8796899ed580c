package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/boltstore"
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
				return usageError{errors.New(p.words.Say("cli.no-sample"))}
			}
			return p.check()
		},
	}
}

func (p *program) check() error {
	keeper, err := p.keeper()
	if err != nil {
		return err
	}
	summary, opening, problem := keeper.Check()
	if errors.Is(problem, journal.ErrInUse) || errors.Is(problem, fs.ErrNotExist) && !errors.Is(problem, journal.ErrMissing) {
		return problem
	}
	fmt.Fprintln(p.out, p.path())
	if problem == nil {
		p.printSound(summary, opening)
	}
	p.printBackups(keeper.Folder(), keeper.CheckAll(summary.Journal), summary)
	if name, ok := backup.SyncedFolder(p.path()); ok {
		fmt.Fprintln(p.out, p.words.SyncedFolder(name))
	}
	for _, copied := range backup.ConflictedCopies(p.path()) {
		fmt.Fprintln(p.out, p.words.Say("cli.check.conflicted", words.Args{"Path": copied}))
	}
	return problem
}

// printSound says what a journal that is whole holds, and what was noticed.
func (p *program) printSound(s backup.Summary, o boltstore.Opening) {
	say := func(id string, args ...words.Args) { fmt.Fprintln(p.out, p.words.Say(id, args...)) }
	say("cli.check.sound", words.Args{"Holds": p.words.Holds(s)})
	if !s.Saved.IsZero() {
		say("cli.check.saves", words.Args{
			"Saves":    p.words.Number(float64(s.Transaction), 0),
			"Revision": p.words.Number(float64(s.Revision), 0),
			"When":     p.words.Instant(s.Saved.Local()),
		})
	}
	if o.OneMeta {
		say("cli.check.recovered")
	}
	if o.Rollback != nil {
		say("cli.check.rollback", words.Args{"When": p.words.Instant(o.Rollback.Seen)})
	}
}

// printBackups lists the backups of a journal; the summary is zero if that
// cannot be read.
func (p *program) printBackups(folder string, all []backup.Backup, s backup.Summary) {
	if len(all) == 0 {
		fmt.Fprintln(p.out, p.words.Say("cli.check.no-backups", words.Args{"Folder": folder}))
		return
	}
	fmt.Fprintln(p.out, p.words.Count("cli.check.backups", len(all), words.Args{"Folder": folder}))
	newest := ""
	for _, b := range all {
		if b.Verified && newest == "" {
			newest = b.Summary.State
		}
		fmt.Fprintf(p.out, "  %s\n    %s\n", filepath.Base(b.Path), p.words.Backup(b))
	}
	if s.State != newest && s.State != "" {
		fmt.Fprintln(p.out, p.words.Say("cli.check.saved-since"))
	}
}
