package journal

import (
	"slices"
	"time"
)

// The bounds of undoing.
const (
	maxSteps  = 200             // further back nothing is undone
	stepPause = 5 * time.Second // saves of a week with less between them are one step
)

// StepKind is what was done in a step.
type StepKind string

// The kinds of steps. The saving or deleting of any other record is a step of
// the kind that its [List] calls One, such as "event".
const (
	noStep      StepKind = ""        // is not undone
	WeekStep    StepKind = "week"    // a week was written
	TextStep    StepKind = "text"    // nothing but the reflection of a week was written
	ImportStep  StepKind = "import"  // something was merged in
	RestoreStep StepKind = "restore" // a version, or something from the trash, came back
	AddStep     StepKind = "add"     // a moment was added to a week
	DeleteStep  StepKind = "delete"  // a moment was deleted from a week
	DropStep    StepKind = "drop"    // a week was deleted with its moments
	OrderStep   StepKind = "order"   // the moments of a week were put in another order
	moveStep    StepKind = "move"    // a week was moved to another; named by both

	// MoveMomentStep is that moments were moved to another week, which is the first
	// of the step's weeks.
	MoveMomentStep StepKind = "moved"

	// The steps of several moments at once, of any weeks.
	EditMomentsStep   StepKind = "moments.edit"
	DeleteMomentsStep StepKind = "moments.delete"
	MergeKindStep     StepKind = "kind.merge"
)

// backStep is what the writer of a reflection took back while writing. It
// becomes part of the TextStep that it takes back.
const backStep StepKind = "back"

// Step is something that was done since the journal was opened and can be
// undone, or done again.
type Step struct {
	Kind   StepKind
	Weeks  []Week // whose entries it changed
	Others []Ref  // the other records that it changed
}

// Changes reports whether s changed records of a kind other than entries, named
// as in [List].
func (s Step) Changes(one string) bool {
	return slices.ContainsFunc(s.Others, func(r Ref) bool { return r.One == one })
}

// step is a Step with the way to the state on its other side.
type step struct {
	Step
	change Change
	at     time.Time // when it was last added to
	typing bool      // moments stayed as they were: the saves of a burst of typing
}

// CanUndo returns the step that [Journal.Undo] would undo, if there is one.
func (j *Journal) CanUndo() (Step, bool) { return j.top(&j.undos) }

// CanRedo returns the step that [Journal.Redo] would do again, if there is
// one.
func (j *Journal) CanRedo() (Step, bool) { return j.top(&j.redos) }

func (j *Journal) top(steps *[]step) (Step, bool) {
	j.mu.RLock()
	defer j.mu.RUnlock()
	if len(*steps) == 0 {
		return Step{}, false
	}
	return (*steps)[len(*steps)-1].Step, true
}

// Undo takes back the last step since the journal was opened, durably, and
// returns what it changed. Saves of one week in a burst of typing are one step.
// It returns [ErrNothingToUndo] if there is none, and the store's error if that
// fails; nothing is changed then and it can be tried again.
func (j *Journal) Undo() (Step, error) { return j.stepBack(&j.undos, &j.redos) }

// Redo does again what the last Undo took back. Any other change in between
// forgets it.
func (j *Journal) Redo() (Step, error) { return j.stepBack(&j.redos, &j.undos) }

// stepBack applies the last of from and puts the way back onto to.
func (j *Journal) stepBack(from, to *[]step) (Step, error) {
	now, err := j.begin()
	if err != nil {
		return Step{}, err
	}
	defer j.end()
	j.mu.RLock()
	steps := *from
	j.mu.RUnlock()
	if len(steps) == 0 {
		return Step{}, ErrNothingToUndo
	}
	last := steps[len(steps)-1]
	back := step{Step: last.Step, change: last.change.inverse(now)}
	if err := j.commit(noStep, now, last.change); err != nil {
		return Step{}, err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	*from = steps[:len(steps)-1]
	*to = append(*to, back)
	return last.Step, nil
}

// addStep adds a change that was made to the steps to undo.
func (j *Journal) addStep(kind StepKind, before Contents, change Change, at time.Time) {
	next := step{
		Step:   Step{Kind: kind, Weeks: change.weeks()},
		change: change.inverse(before),
		at:     at,
		typing: (kind == WeekStep || kind == backStep) && change.sameMoments(before) || kind == BriefStep && change.typesBrief(before),
	}
	for _, r := range change.records() {
		if r.One != EntryList.One {
			next.Others = append(next.Others, r)
		}
	}
	if kind == WeekStep || kind == backStep {
		next.Kind = change.weekStep(before)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	afterUndo := len(j.redos) > 0
	j.redos = nil
	if n := len(j.undos); n > 0 && (j.undos[n-1].takes(next) && !afterUndo || kind == backStep && j.undos[n-1].isText(next.Weeks)) {
		j.undos[n-1].at = at
		if j.undos[n-1].change.sameResult(change) {
			j.undos = j.undos[:n-1] // nothing is left to take back
		}
		return
	}
	if len(j.undos) == maxSteps {
		j.undos = slices.Delete(j.undos, 0, 1)
	}
	j.undos = append(j.undos, next)
}

// takes reports whether next is more of the burst of typing that s is. The way
// back is then that of s.
func (s step) takes(next step) bool {
	return s.typing && next.typing && s.Kind == next.Kind && slices.Equal(s.Weeks, next.Weeks) &&
		next.at.Sub(s.at).Abs() < stepPause
}

// isText reports whether s wrote the reflection of just these weeks.
func (s step) isText(weeks []Week) bool { return s.Kind == TextStep && slices.Equal(s.Weeks, weeks) }

// weeks returns the weeks whose entries change puts or drops.
func (change Change) weeks() []Week {
	var weeks []Week
	for _, e := range change.PutEntries {
		weeks = append(weeks, e.Week)
	}
	return append(weeks, change.DropEntries...)
}

// result returns what change makes of week w, which it puts or drops.
func (change Change) result(w Week) Entry {
	for _, e := range change.PutEntries {
		if e.Week == w {
			return e
		}
	}
	return Entry{Week: w}
}

// sameResult reports whether change and o leave one week in the same state.
func (change Change) sameResult(o Change) bool {
	weeks := o.weeks()
	return len(weeks) == 1 && change.result(weeks[0]).Equal(o.result(weeks[0]))
}

// sameMoments reports whether the moments of the weeks that change puts stay as
// they are.
func (change Change) sameMoments(before Contents) bool {
	for _, e := range change.PutEntries {
		if !slices.EqualFunc(e.Moments, before.entry(e.Week).Moments, Moment.Equal) {
			return false
		}
	}
	for _, w := range change.DropEntries {
		if len(before.entry(w).Moments) > 0 {
			return false
		}
	}
	return true
}

// weekStep returns what a save did to a week.
func (change Change) weekStep(before Contents) StepKind {
	weeks := change.weeks()
	if len(weeks) != 1 {
		return WeekStep
	}
	was, is := before.entry(weeks[0]), change.result(weeks[0])
	text := was
	text.Prompt, text.Reflection = is.Prompt, is.Reflection
	momentsOnly := was
	momentsOnly.Moments = nil
	switch had, has := len(was.Moments), len(is.Moments); {
	case text.Equal(is):
		return TextStep
	case has > had:
		return AddStep
	case had > 0 && is.Empty() && (had > 1 || !momentsOnly.Empty()):
		return DropStep
	case has < had:
		return DeleteStep
	case is.reorders(was):
		return OrderStep
	}
	return WeekStep
}

// reorders reports whether e, which has as many moments as was, has the same ones in
// another order.
func (e Entry) reorders(was Entry) bool {
	return !slices.EqualFunc(e.Moments, was.Moments, Moment.Equal) && isSubset(e.Moments, was.Moments, Moment.Equal)
}
