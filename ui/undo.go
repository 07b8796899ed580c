package ui

import (
	"reflect"
	"slices"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/saving"
)

// undoHere undoes what was done last. Over a dialog it reaches no further than the
// field that has the focus.
func (s *shell) undoHere() { s.takeBack((*workspace).undo, (*controls.TextField).UndoTyping) }

// redoHere redoes what undoHere undid.
func (s *shell) redoHere() { s.takeBack((*workspace).redo, (*controls.TextField).RedoTyping) }

func (s *shell) takeBack(beyond func(*workspace, *controls.TextField), within func(*controls.TextField) bool) {
	c := s.window.Canvas()
	field, _ := c.Focused().(*controls.TextField)
	switch {
	case c.Overlays().Top() == nil && s.space != nil:
		beyond(s.space, field)
	case field != nil:
		within(field)
	}
}

// undo undoes what was typed last into the field that has the focus, or
// else the last step of the journal. Field may be nil.
//
// The reflection is saved as it is typed, so that both know what was typed
// there. The field goes word by word, and its turn is only while nothing else
// was done since.
func (s *workspace) undo(field *controls.TextField) {
	if field != nil && !s.isReflection(field) && field.UndoTyping() {
		s.stepped = false
		return
	}
	err := s.saver.Settle()
	if s.isReflection(field) && (err != nil || s.wroteLast()) && field.UndoTyping() {
		s.stepped = false
		return
	}
	if err == nil {
		s.step(s.Journal.Undo, "undo.undone", "undo.redo", s.redoStep)
	}
}

// redo redoes what undo undid last.
func (s *workspace) redo(field *controls.TextField) {
	if field != nil && !s.isReflection(field) && !s.stepped && field.RedoTyping() {
		return
	}
	err := s.saver.Settle()
	_, can := s.Journal.CanRedo()
	if field != nil && (err != nil || !can) {
		field.RedoTyping()
		return
	}
	if err == nil {
		s.redoStep()
	}
}

func (s *workspace) redoStep() {
	s.step(s.Journal.Redo, "undo.redone", "undo.undo", func() { s.undo(nil) })
}

func (s *workspace) isReflection(field *controls.TextField) bool {
	return field != nil && s.week != nil && s.week.IsReflection(field)
}

// wroteLast reports whether the reflection on screen is what was changed last.
func (s *workspace) wroteLast() bool {
	last, ok := s.Journal.CanUndo()
	return !ok || last.Kind == journal.TextStep && len(last.Weeks) == 1 && last.Weeks[0] == s.week.Week()
}

// step undoes or redoes one step, shows what that changed, and that it did. Back
// is offered next to that.
func (s *workspace) step(do func() (journal.Step, error), said, back string, goBack func()) {
	step, err := do()
	if err != nil {
		s.bar.Show(s.Words.Problem(err).What, "", nil)
		return
	}
	s.stepped = true
	s.showStep(step)
	s.bar.Show(s.Words.Say(said, words.Args{"What": stepWords(s.Words, step)}), s.Words.Say(back), goBack)
}

// showStep shows the page, and the week, that a step changed.
func (s *workspace) showStep(step journal.Step) {
	s.showCount()
	switch {
	case s.current == pageSettings && (step.Changes("kind") || step.Kind == journal.EditMomentsStep || step.Kind == journal.ImportStep):
		s.settings.Shown()
	case len(step.Weeks) == 1 && s.current == pageWeek && s.week.Week() == step.Weeks[0]:
		s.week.Reload() // and the focus stays where it is
	case step.Kind == journal.MoveMomentStep && s.current == pageWeek && slices.Contains(step.Weeks, s.week.Week()):
		s.week.Reload()
	case len(step.Weeks) == 1 && s.current != pagePast:
		s.OpenWeek(step.Weeks[0])
	case len(step.Weeks) > 0:
		if s.current != pagePast {
			s.open(pagePast)
		}
		s.past.Reveal(step.Weeks[0])
	case step.Changes("event"):
		s.open(pageTrends)
	case step.Changes("brief") && s.current != pageReport:
		s.open(pageReport)
	case s.current == pageWeek:
		s.week.Reload()
	default:
		s.pages[s.current].Shown()
	}
}

// OfferUndo shows what was just done, such as that something went to the trash,
// and offers to undo that.
func (s *workspace) OfferUndo(text string) {
	if s.saver.Settle() != nil {
		return // the week page shows why it is not gone yet
	}
	step, ok := s.Journal.CanUndo()
	if !ok {
		return
	}
	s.showCount()
	s.bar.Show(text, s.Words.Say("undo.undo"), func() {
		if s.saver.Settle() == nil && s.isLast(step) {
			s.undo(nil)
		}
	})
	s.offered = &step
}

// ShowRestored shows what came back, and offers to undo that.
func (s *workspace) ShowRestored(text string) {
	if step, ok := s.Journal.CanUndo(); ok {
		s.showStep(step)
	}
	s.OfferUndo(text)
}

// isLast reports whether nothing was done since step.
func (s *workspace) isLast(step journal.Step) bool {
	last, ok := s.Journal.CanUndo()
	return ok && reflect.DeepEqual(last, step)
}

// forgetOffer hides the offer to undo once something else was done.
func (s *workspace) forgetOffer() {
	if s.offered != nil && !s.isLast(*s.offered) {
		s.offered = nil
		s.bar.Hide()
	}
}

// undoWords returns what undo would undo, and redoWords what redo would redo.
func undoWords(s *shell) string { return s.backWords("undo", s.canUndo) }
func redoWords(s *shell) string { return s.backWords("redo", s.canRedo) }

// toUndo returns why nothing can be undone, and toRedo why nothing can be redone.
func toUndo(s *shell) string { return s.whyNotBack("undo", s.canUndo) }
func toRedo(s *shell) string { return s.whyNotBack("redo", s.canRedo) }

func (s *shell) backWords(id string, can func() (journal.Step, bool, bool)) string {
	step, typing, ok := can()
	switch {
	case typing:
		return s.words().Say("menu." + id + "-typing")
	case !ok || step.Kind == "": // or it is not saved yet
		return s.words().Say("menu." + id)
	}
	return s.words().Say("undo.menu."+id, words.Args{"What": stepWords(s.words(), step)})
}

func (s *shell) whyNotBack(id string, can func() (journal.Step, bool, bool)) string {
	_, _, ok := can()
	return s.reason(!ok, "undo.menu."+id+".none")
}

// canUndo returns what undo would undo: typing in the field that has the focus, or a
// step of the journal, which is empty until that is saved; ok is false if there is
// neither.
func (s *shell) canUndo() (step journal.Step, typing, ok bool) {
	field, _ := s.window.Canvas().Focused().(*controls.TextField)
	typed := field != nil && field.CanUndoTyping()
	if s.space == nil || typed && (!s.space.isReflection(field) || s.space.wroteLast()) {
		return journal.Step{}, typed, typed
	}
	step, ok = s.space.Journal.CanUndo()
	return step, false, ok || s.space.saver.State() != saving.Saved
}

// canRedo returns what redo would redo, likewise.
func (s *shell) canRedo() (step journal.Step, typing, ok bool) {
	field, _ := s.window.Canvas().Focused().(*controls.TextField)
	undone := field != nil && field.CanRedoTyping()
	if s.space == nil || undone && !s.space.isReflection(field) && !s.space.stepped {
		return journal.Step{}, undone, undone
	}
	if step, ok = s.space.Journal.CanRedo(); ok {
		return step, false, true
	}
	return journal.Step{}, undone, undone
}

// stepWords formats a step: where it was and what was done.
func stepWords(w *words.Words, step journal.Step) string {
	switch {
	case step.Kind == journal.ImportStep, step.Kind == journal.EditMomentsStep,
		step.Kind == journal.DeleteMomentsStep, step.Kind == journal.MergeKindStep:
		return w.Say("step." + string(step.Kind))
	case step.Kind == journal.MoveMomentStep:
		return w.Say("step.moved", words.Args{"Week": w.WeekInline(step.Weeks[0])})
	case len(step.Weeks) == 1:
		return w.Say("step."+string(step.Kind), words.Args{"Week": w.WeekInline(step.Weeks[0])})
	case len(step.Weeks) > 1:
		return w.Count("step.weeks", len(step.Weeks))
	}
	return w.Say("step." + step.Others[0].One)
}
