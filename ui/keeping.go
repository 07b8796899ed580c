package ui

import (
	"heliotrope/journal"
)

// showHistory shows the versions of a week and restores the one chosen.
func (s *workspace) showHistory(w journal.Week) {
	if err := s.saver.settle(); err != nil {
		s.bar.say(s.words.Problem(err).What, "", nil)
		return
	}
	versions, err := s.journal.Versions(w)
	if err != nil {
		s.ask.problem(err)
		return
	}
	if len(versions) == 0 {
		return
	}
	s.ask.history(versions, s.journal.Entry(w), s.journal.Kinds(), func(v journal.Version) error {
		if err := s.journal.RestoreVersion(w, v.Revision); err != nil {
			return err
		}
		s.restored("history.restored")
		return nil
	})
}

// showTrash shows what was deleted.
func (s *workspace) showTrash() {
	if err := s.saver.settle(); err != nil {
		s.bar.say(s.words.Problem(err).What, "", nil)
		return
	}
	s.ask.trash(trashHooks{
		read:  s.journal.Trash,
		kinds: s.journal.Kinds,
		restore: func(id string) error {
			if err := s.journal.RestoreTrashed(id); err != nil {
				return err
			}
			s.restored("trash.restored")
			return nil
		},
		empty: func() error {
			err := s.journal.EmptyTrash()
			s.pages[s.current].shown()
			return err
		},
	})
}

// restored shows what came back, and offers to undo that.
func (s *workspace) restored(said string) {
	if step, ok := s.journal.CanUndo(); ok {
		s.showStep(step)
	}
	s.offerUndo(s.words.Say(said))
}

// deleteWeek moves a week to the trash.
func (s *workspace) deleteWeek(w journal.Week) {
	err := s.saver.settle()
	if err == nil {
		err = s.journal.DeleteWeek(w)
	}
	if err != nil {
		s.ask.problem(err)
		return
	}
	s.pages[s.current].shown()
	s.offerUndo(s.words.Say("past.deleted"))
}
