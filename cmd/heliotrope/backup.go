package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"heliotrope/desktop/handover"
	"heliotrope/journal/backup"
	"heliotrope/journal/words"
)

// backupCommand makes a checked backup and prints where it is.
func (p *program) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   p.words.Say("cli.backup.use"),
		Short: p.words.Say("cli.backup.short"),
		Args:  p.args(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if p.sample {
				return p.misuse("cli.no-sample")
			}
			folder := strings.Join(args, "")
			return p.command(handover.Request{Kind: handover.BackUp, Path: absolute(folder)}, func() error { return p.backUp(folder) })
		},
	}
}

// backUp backs up into a folder of the user's, or into that of the journal.
func (p *program) backUp(folder string) error {
	backUp := p.vault.BackUp
	if folder != "" {
		backUp = func() (backup.Made, error) { return p.vault.BackUpTo(folder) }
	}
	made, err := backUp()
	p.sayNoticed()
	p.saySettings()
	switch {
	case err != nil:
		return err
	case made.Backup.Path == "":
		p.say("cli.backup.nothing")
		return nil
	case made.New:
		p.say("cli.backup.made", words.Args{"Holds": p.words.Summary(made.Backup.Summary)})
	default:
		p.say("cli.backup.same")
	}
	p.sayRotateProblem(made)
	if fmt.Fprintln(p.out, made.Backup.Path); p.out.lost != nil {
		fmt.Fprintln(p.err, made.Backup.Path)
	}
	if made.SecondProblem != nil {
		return fmt.Errorf("%w: %w", errSecond, made.SecondProblem)
	}
	return nil
}

// saySettings says that it is not known which second folder was chosen, if that is
// so.
func (p *program) saySettings() {
	if p.preferences.Problem() != nil {
		p.say("cli.settings", words.Args{"Path": p.preferences.Path()})
	}
}

// errSecond is wrapped where the second folder does not have a backup.
var errSecond = errors.New("the second folder has no backup")

// sayBackup prints what did not become of a backup that was made on the side. The
// command is done, so that is not what is to be repeated.
func (p *program) sayBackup(made backup.Made, err error) {
	if err != nil {
		p.say("cli.backup.failed", words.Args{"Problem": p.words.Problem(err).What})
		return
	}
	p.sayRotateProblem(made)
	if made.SecondProblem != nil {
		p.say("cli.backup.second.done", words.Args{"Problem": p.words.Problem(made.SecondProblem).What})
	}
}

// sayRotateProblem prints why old backups are still there, if they should not be.
func (p *program) sayRotateProblem(made backup.Made) {
	if made.RotateProblem != nil {
		p.say("cli.backup.rotate", words.Args{"Problem": p.words.Problem(made.RotateProblem).What})
	}
}

// restoreCommand brings back a backup, or a journal that is damaged.
func (p *program) restoreCommand() *cobra.Command {
	var (
		dryRun, ladder bool
		step           int
	)
	c := &cobra.Command{
		Use:   p.words.Say("cli.restore.use"),
		Short: p.words.Say("cli.restore.short"),

		Args: p.args(0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			stepped := c.Flags().Changed("step")
			ways := len(args)
			for _, chosen := range []bool{ladder, stepped} {
				if chosen {
					ways++
				}
			}
			switch {
			case p.sample:
				return p.misuse("cli.no-sample")
			case ways != 1 || ladder && dryRun:
				return p.misuse("cli.bad-restore")
			case ladder:
				return p.orInWindow(p.listOptions())
			case stepped:
				return p.orInWindow(p.repair(step, dryRun))
			}
			return p.orInWindow(p.restore(args[0], dryRun))
		},
	}
	c.Flags().BoolVar(&dryRun, "dry-run", false, p.words.Say("cli.restore.dry-run"))
	c.Flags().BoolVar(&ladder, "ladder", false, p.words.Say("cli.restore.ladder"))
	c.Flags().IntVar(&step, "step", 0, p.words.Say("cli.restore.step"))
	return c
}

// restore restores the journal in a file.
func (p *program) restore(file string, dryRun bool) error {
	if p.vault.IsFile(file) {
		return p.misuse("cli.restore.itself")
	}
	restore := p.vault.Restore
	if dryRun {
		restore = p.vault.Preview
	}
	restored, err := restore(file)
	if err != nil {
		return err
	}
	p.sayRestored(restored, dryRun)
	return nil
}

// sayRestored prints what taking the journal's place changed, or would change:
// then that is the answer.
func (p *program) sayRestored(r backup.Restored, dryRun bool) {
	to := p.err
	if dryRun {
		to = p.out
	}
	for _, line := range p.words.Restored(r) {
		fmt.Fprintln(to, line)
	}
	p.sayDoneBut(r.SyncProblem)
	switch {
	case dryRun:
		fmt.Fprintln(to, p.words.Say("cli.restore.would"))
	case r.Aside != "":
		p.say("cli.restore.aside", words.Args{"Path": r.Aside})
	case r.Backup.Backup.Path != "":
		p.say("cli.restore.backup", words.Args{"Path": r.Backup.Backup.Path})
	}
	p.sayBackup(r.Backup, nil)
}

// errLost is wrapped where a journal that cannot be read has no recovery option.
var errLost = errors.New("no recovery option is left")

// options returns the recovery options of a journal, none if it needs none. It
// prints which backups are damaged too, and fails if nothing is left to recover.
func (p *program) options() ([]backup.Step, error) {
	found, err := p.vault.Diagnose()
	if err != nil {
		return nil, err
	}
	for _, b := range found.Bad {
		p.say("cli.restore.bad", words.Args{"Path": b.Path})
	}
	if found.Problem != nil && len(found.Steps) == 0 {
		return nil, fmt.Errorf("%w: %w", errLost, found.Problem)
	}
	if lost := p.words.Lost(found.Lost); lost != "" {
		fmt.Fprintln(p.err, lost)
	}
	return found.Steps, nil
}

// listOptions lists the recovery options.
func (p *program) listOptions() error {
	steps, err := p.options()
	if err != nil {
		return err
	}
	if len(steps) == 0 {
		p.say("cli.restore.sound")
		return nil
	}
	for i, s := range steps {
		option := p.words.Step(s)
		fmt.Fprintf(p.out, "%d. %s\n   %s %s\n", i+1, option.Title, option.Holds, option.Loses)
	}
	p.say("cli.restore.choose")
	return nil
}

// repair takes one of the recovery options.
func (p *program) repair(number int, dryRun bool) error {
	steps, err := p.options()
	if err != nil {
		return err
	}
	if len(steps) == 0 {
		return p.misuse("cli.restore.sound")
	}
	if number < 1 || number > len(steps) {
		return p.misuse("cli.bad-step")
	}
	if dryRun {
		p.sayRestored(backup.Restored{Next: steps[number-1].Summary}, true)
		return nil
	}
	restored, err := p.vault.Repair(steps[number-1])
	if err != nil {
		return err
	}
	if steps[number-1].Way == backup.Present {
		p.say("cli.restore.stay")
		return nil
	}
	p.sayRestored(restored, false)
	return nil
}
