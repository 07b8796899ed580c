package ui

import (
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/words"
	"heliotrope/ui/rescue"
	"heliotrope/ui/saving"
)

// backUpPause is how long after the window came the journal is backed up.
const backUpPause = time.Second

// arrived is called once a journal is on screen.
func (s *shell) arrived() {
	if s.backups != nil {
		s.tasks.After(backUpPause, func() { s.backups.BackUp(nil) })
	}
}

// backedUp is called after each backup, also one that failed.
func (s *shell) backedUp() {
	if s.space != nil && s.sample == nil {
		s.space.showCount()
		s.space.showBackup()
	}
}

// showRescue shows the recovery options in place of the journal.
func (s *shell) showRescue(problem error) {
	s.space, s.mine, s.problem = nil, nil, problem
	s.rescue = rescue.New(s.session(nil), s.cfg.Vault, s.cfg.Vault.Path(), problem, s)
	s.setContent(s.rescue.Content(), func() fyne.Focusable { return nil })
	s.rescue.Start()
	s.windows.follow(s)
}

// Quit implements [rescue.Window]. Text that came along is not given up without
// asking. A journal that was just recovered is closed like any other.
func (s *shell) Quit() {
	if j, said := s.rescue.Finish(); j != nil {
		s.Recovered(j, said)
		s.tryClose()
		return
	}
	if len(s.carried.unsaved) == 0 && s.carried.draft.Empty() {
		s.window.Close()
		return
	}
	s.carried.trouble.AskToClose(s.problem, s.window.Close, nil)
}

// closeRescue is close while the recovery options are shown. It returns why the
// journal cannot be opened, unless it was recovered meanwhile; then it saves
// what came along.
func (s *shell) closeRescue() error {
	j, _ := s.rescue.Finish()
	switch {
	case j == nil && errors.Is(s.problem, journal.ErrBehind):
		return nil // it can be opened, and its text was saved before
	case j == nil:
		return s.problem
	}
	saver := saving.NewAutosave(j, s.tasks, s.cfg.Now, func(saving.State, error) {}, func(journal.Week) {})
	s.carried.into(j, saver)
	err := saver.Settle()
	if !s.carried.draft.Empty() {
		err = errors.Join(err, j.SaveDraft(s.carried.draft))
	}
	return err
}

// Recovered implements [rescue.Window]. It shows a journal with what was on
// screen before.
func (s *shell) Recovered(j *journal.Journal, said string) {
	s.mine, s.problem = j, nil
	s.show(j)
	if said != "" {
		s.space.bars.ShowOnce("repaired", said, nil)
	}
	s.carried.into(j, s.space.saver)
	if !s.carried.draft.Empty() {
		s.space.open(pageWeek)
	}
	if s.space.week != nil {
		s.space.week.Resume(s.carried.draft)
	}
	s.carried = carried{}
	s.arrived()
}

// Restore implements [settings.Window].
func (s *shell) Restore(b backup.Backup) {
	s.whenSettled(func() {
		s.restore = &restoration{shell: s, backup: b}
		s.restore.hide = s.space.Ask.ShowWaiting(s.space.Words.Say("backups.restoring"), b.Path)
		s.tasks.Do(s.restore)
	})
}

// restoration is the job that puts a backup in the place of the journal.
type restoration struct {
	shell  *shell
	backup backup.Backup
	hide   func() // hides that it is under way

	journal *journal.Journal // the one that is there afterwards; nil if none could be opened
	err     error
}

// Work implements [tasks.Job].
func (r *restoration) Work() error {
	_, failed := r.shell.cfg.Vault.Restore(r.backup.Path)
	r.journal, r.err = r.shell.cfg.Vault.Open()
	r.err = errors.Join(failed, r.err)
	return r.err
}

// Done implements [tasks.Job].
func (r *restoration) Done(err error) {
	s := r.shell
	if s.restore != r {
		return // the window is closed
	}
	s.restore = nil
	r.hide()
	when := s.space.Words.Saved(r.backup.Made, r.backup.Summary)
	if r.journal == nil {
		s.showRescue(err)
		return
	}
	s.mine = r.journal
	s.show(r.journal)
	s.space.openBackups()
	if err != nil {
		s.space.Ask.Problem(err)
		return
	}
	s.space.bars.ShowOnce("restored", s.space.Words.Say("backups.restore.done", words.Args{"When": when}), nil)
	s.arrived()
}

// finish waits until the restoration is over. All that was written before is
// saved, so its error is only why no journal could be opened.
func (r *restoration) finish() error {
	r.shell.tasks.Settle()
	r.shell.restore = nil
	if r.journal != nil {
		return nil
	}
	return r.err
}

// decide leaves a journal that is not what was last saved here, for the recovery
// options. All that is on screen is saved before.
func (s *shell) decide() {
	s.whenSettled(func() {
		hide := s.space.Ask.ShowWaiting(s.space.Words.Say("ladder.looking"), s.cfg.Vault.Path()) // nothing can be typed meanwhile
		s.tasks.Run(s.cfg.Vault.Close, func(err error) {
			hide()
			s.showRescue(errors.Join(journal.ErrBehind, err))
		})
	})
}

// lookBack leaves a journal whose file was damaged while it was open, for the
// recovery options. What is on screen comes along.
func (s *shell) lookBack() {
	problem := s.space.trouble.Problem
	s.tasks.Settle()
	s.carried = carried{s.mine.Contents(), s.space.saver.Unsaved(), s.space.Draft(), s.space.trouble}
	s.tasks.Run(s.cfg.Vault.Close, func(err error) {
		s.showRescue(errors.Join(problem, err))
	})
}

// carried is what was on screen when the journal's file was lost.
type carried struct {
	saved   journal.Contents
	unsaved []journal.Entry
	draft   journal.Draft
	trouble *saving.Trouble // that can save it elsewhere
}

// into gives saver what is missing in its journal, j: all that had been saved, if
// it is the same journal, and what had not. What was there before is among the
// versions of its week.
func (c carried) into(j *journal.Journal, saver *saving.Autosave) {
	weeks := slices.Clone(c.unsaved)
	if c.saved.ID == j.ID() {
		now := j.Contents()
		for _, k := range c.saved.Kinds {
			if !slices.Contains(now.Kinds, k) {
				saver.Store(func() error { return j.SaveKind(k) })
			}
		}
		for _, e := range c.saved.Events {
			if !slices.Contains(now.Events, e) {
				saver.Store(func() error { return j.SaveEvent(e) })
			}
		}
		weeks = append(slices.Clone(c.saved.Entries), weeks...) // the unsaved ones win
	}
	for _, e := range weeks {
		if !e.Equal(saver.Entry(e.Week)) {
			saver.Retain(e)
		}
	}
	saver.Flush()
}
