package ui

import (
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2/dialog"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// backUpPause is how long after the window came the journal is backed up.
const backUpPause = time.Second

// arrived is called once a journal is on screen.
func (s *shell) arrived() {
	if s.keeping != nil {
		s.tasks.after(backUpPause, func() { s.keeping.backUp(nil) })
	}
}

// backedUp is told that a backup was made, or could not be.
func (s *shell) backedUp() {
	if s.space == nil || s.space.keeping == nil {
		return
	}
	s.space.showCount()
	const bar = "backup"
	if s.keeping.failed == nil {
		s.space.bars.end(bar)
		return
	}
	s.space.bars.tellOnce(bar, s.space.words.Say("notice.backup-failed",
		words.Args{"Problem": s.space.words.Problem(s.keeping.failed).What}), nil)
}

// showLadder shows the ways back in place of the journal.
func (s *shell) showLadder(problem error) {
	w := words.In(s.cfg.Language)
	speakFyne(w.Language)
	s.space, s.mine, s.problem = nil, nil, problem
	p := newLadderPage(w, s.cfg.Vault, s.tasks, &asker{w, s.window}, s.cfg.Vault.Path(), problem,
		ladderHooks{opened: s.found, quit: s.closeLadder})
	s.window.SetContent(p.root)
	p.start()
}

// closeLadder closes the window without a way back. Text that came along is not
// let go of without asking.
func (s *shell) closeLadder() {
	if len(s.carried.unsaved) == 0 {
		s.window.Close()
		return
	}
	a := &asker{s.carried.trouble.words, s.window}
	a.unsaved(s.problem, s.carried.trouble.copy, s.carried.trouble.elsewhere, s.window.Close)
}

// found shows a journal to which a way led back, with what was on screen before.
func (s *shell) found(j *journal.Journal, said string) {
	s.mine, s.problem = j, nil
	s.show(j, nil)
	if said != "" {
		s.space.bars.tellOnce("repaired", said, nil)
	}
	s.carried.into(s.space)
	s.carried = carried{}
	s.arrived()
}

// restore puts a backup in the place of the journal.
func (s *shell) restore(b backup.Backup) {
	if !s.settled() {
		return
	}
	say := s.space.words.Say
	wait := dialog.NewCustomWithoutButtons(say("backups.restoring"), wide(controls.Caption(b.Path)), s.window)
	wait.Show()
	when := s.space.words.Instant(b.Made)
	var j *journal.Journal
	s.tasks.run(func() (err error) {
		_, err = s.cfg.Vault.Restore(b.Path)
		opened, failed := s.cfg.Vault.Open()
		j = opened
		return errors.Join(err, failed)
	}, func(err error) {
		wait.Hide()
		if j == nil {
			s.showLadder(err)
			return
		}
		s.mine = j
		s.show(j, nil)
		s.space.openBackups()
		if err != nil {
			(&asker{s.space.words, s.window}).problem(err)
			return
		}
		s.space.bars.tellOnce("restored", say("backups.restore.done", words.Args{"When": when}), nil)
		s.arrived()
	})
}

// lookForWays leaves a journal whose file was damaged while it was open, for
// the ways back. What is on screen comes along.
func (s *shell) lookForWays() {
	problem := s.space.trouble.problem
	s.tasks.settle()
	s.carried = carried{s.mine.Contents(), s.space.unsaved(), s.space.trouble}
	s.tasks.run(s.cfg.Vault.Close, func(err error) {
		s.showLadder(errors.Join(problem, err))
	})
}

// carried is what was on screen when the journal's file was lost.
type carried struct {
	saved   journal.Contents
	unsaved []journal.Entry
	trouble *trouble // that knows how to save it elsewhere
}

// into brings back what a way back did not: all that had been saved, if it is
// the same journal, and what had not. What stood there before is among the
// versions of its week.
func (c carried) into(s *workspace) {
	weeks := slices.Clone(c.unsaved)
	if c.saved.ID == s.journal.ID() {
		now := s.journal.Contents()
		for _, k := range c.saved.Kinds {
			if !slices.Contains(now.Kinds, k) {
				s.saver.failed = errors.Join(s.saver.failed, s.journal.SaveKind(k))
			}
		}
		for _, e := range c.saved.Events {
			if !slices.Contains(now.Events, e) {
				s.saver.failed = errors.Join(s.saver.failed, s.journal.SaveEvent(e))
			}
		}
		weeks = append(slices.Clone(c.saved.Entries), weeks...) // the unsaved ones win
	}
	for _, e := range weeks {
		if !e.Equal(s.journal.Entry(e.Week)) {
			s.saver.keep(e)
		}
	}
	s.saver.flush()
	s.reopen()
}
