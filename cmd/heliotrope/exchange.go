package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/exchange"
	"heliotrope/journal/outfile"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
)

// exportCommand writes everything as JSON.
func (p *program) exportCommand() *cobra.Command {
	var (
		output string
		force  bool
	)
	c := &cobra.Command{
		Use:   p.words.Say("cli.export.use"),
		Short: p.words.Say("cli.export.short"),
		Args:  p.args(0, 0),
		RunE: func(*cobra.Command, []string) error {
			return p.withAny(func(j *journal.Journal) error {
				write := func(w io.Writer) error { return exchange.Write(w, j.View(), p.now()) }
				var err error
				if output == "" || output == "-" {
					err = write(p.out)
				} else {
					err = p.giveAway(force, outfile.File{Path: output, Write: write})
				}
				if err == nil {
					p.sayLeftBehind(j)
				}
				return err
			})
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", p.words.Say("cli.export.output"))
	c.Flags().BoolVar(&force, "force", false, p.words.Say("cli.force"))
	return c
}

// sayLeftBehind prints what somebody who leaves may miss in an export.
func (p *program) sayLeftBehind(j *journal.Journal) {
	var parts []string
	trashed := len(j.Trash())
	_, draft := j.Draft()
	if p.other != nil {
		trashed, draft = p.other.trashed, p.other.draft
	}
	if trashed > 0 {
		parts = append(parts, p.words.Count("count.trashed", trashed))
	}
	if draft {
		parts = append(parts, p.words.Say("cli.export.draft"))
	}
	if len(parts) > 0 {
		p.say("cli.export.without", words.Args{"Parts": strings.Join(parts, ", ")})
	}
}

// importCommand brings in a file, all or nothing.
func (p *program) importCommand() *cobra.Command {
	var (
		format string
		dryRun bool
	)
	c := &cobra.Command{
		Use:   p.words.Say("cli.import.use"),
		Short: p.words.Say("cli.import.short"),

		Args: p.args(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "heliotrope" {
				return p.misuse("cli.bad-format")
			}
			contents, err := p.read(args[0])
			if err != nil {
				return err
			}
			merge := func(j *journal.Journal) error { return p.merge(j, contents, dryRun) }
			if dryRun {
				return p.withAny(merge)
			}
			return p.orInWindow(p.with(merge))
		},
	}
	c.Flags().StringVar(&format, "as", "heliotrope", p.words.Say("cli.import.as"))
	c.Flags().BoolVar(&dryRun, "dry-run", false, p.words.Say("cli.import.dry-run"))
	return c
}

// read reads a whole file before the journal is opened, so that a bad one
// touches nothing.
func (p *program) read(name string) (journal.Contents, error) {
	if name == "-" {
		return exchange.Read(p.in)
	}
	f, err := os.Open(name)
	if err != nil {
		return journal.Contents{}, err
	}
	contents, err := exchange.Read(f)
	if err != nil && vault.Recognize(name) {
		err = p.misuse("cli.import.journal")
	} else if err != nil {
		err = fmt.Errorf("%s: %w", filepath.Base(name), err)
	}
	return contents, errors.Join(err, f.Close())
}

// merge brings in contents. If that changes anything, what the journal holds is
// backed up first.
func (p *program) merge(j *journal.Journal, contents journal.Contents, dryRun bool) error {
	id, to := "cli.import.would", io.Writer(p.out)
	var before backup.Made
	m, err := j.Compare(contents)
	if err == nil && !dryRun {
		id, to = "cli.import.done", p.err
		if !m.Added.Empty() {
			before, err = p.vault.BackUp()
		}
		if err == nil {
			_, err = j.Adopt(contents)
			err = p.settle(j, err, func() bool {
				left, err := j.Compare(contents)
				return err == nil && left.Added.Empty()
			})
		}
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(to, p.words.Say(id, map[string]any{
		"Weeks":   p.words.Count("count.weeks", len(m.Added.Entries)),
		"Moments": p.words.Count("count.moments", m.Moments()),
		"Events":  p.words.Count("count.events", len(m.Added.Events)),
		"Same":    p.words.Count("count.same", m.Same),
	}))
	p.sayImportedAhead(m.Added.Entries)
	p.sayBackup(before, nil)
	return nil
}

// giveAway writes files at paths that the user named, which nothing that belongs
// to a journal allows, and other files only if they may be replaced.
func (p *program) giveAway(replace bool, files ...outfile.File) error {
	var err error
	for _, f := range files {
		if p.mine.IsFile(f.Path) { // also before there is one
			err = &fs.PathError{Op: "write", Path: f.Path, Err: journal.ErrProtected}
		}
	}
	if err == nil {
		err = vault.GiveAway(replace, files...)
	}
	if taken, ok := errors.AsType[*fs.PathError](err); ok {
		switch {
		case errors.Is(err, journal.ErrProtected):
			return usageError{errors.New(p.words.Problem(err).String())}
		case errors.Is(err, fs.ErrExist):
			return p.misuse("cli.exists", words.Args{"Path": taken.Path})
		}
	}
	if err != nil {
		return err
	}
	for _, f := range files {
		p.say("cli.written", words.Args{"Path": f.Path})
	}
	return nil
}
