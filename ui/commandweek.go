package ui

import (
	"heliotrope/journal"
	"heliotrope/ui/help"
	"heliotrope/ui/trends"
	"heliotrope/ui/week"
)

// shownWeek returns the week on the page of the week, which is that of today before
// the page was shown.
func (s *workspace) shownWeek() journal.Week {
	if s.week == nil {
		return s.today
	}
	return s.week.Week()
}

func toPrev(s *shell) string {
	return s.reason(s.space.shownWeek().Prev().Year() < journal.FirstYear, "menu.not.first")
}

func toNext(s *shell) string {
	return s.reason(!s.space.shownWeek().Before(s.space.today), "menu.not.last")
}

func toGoBack(s *shell) string { return s.reason(len(s.space.back) == 0, "menu.not.back") }

// ifBack returns one id while there is something to go back to, and another while
// there is not: the same key goes back or to the week before.
func ifBack(back, none string) func(*shell) string {
	return func(s *shell) string {
		if s.space != nil && len(s.space.back) > 0 {
			return back
		}
		return none
	}
}

// goBefore shows the week before.
func (s *workspace) goBefore() { s.turn((*week.Page).GoPrev) }

// goAfter shows the week after.
func (s *workspace) goAfter() { s.turn((*week.Page).GoNext) }

// turn shows another week than the one on the page of the week, whatever page is on
// screen.
func (s *workspace) turn(to func(*week.Page)) {
	if s.current != pageWeek {
		s.open(pageWeek)
	}
	to(s.week)
}

// onWeek does something on the page where a week is written, if it is on
// screen.
func (s *workspace) onWeek(do func(*week.Page)) {
	if s.current == pageWeek {
		do(s.week)
	}
}

// find shows the list of weeks with the cursor in its search, or searches the manual
// if that is read.
func (s *workspace) find() {
	if s.current == pageHelp {
		s.help.Search()
		return
	}
	s.open(pagePast)
	s.past.Search()
}

// backUpNow backs up, and shows that it did.
func (s *workspace) backUpNow() {
	s.whenSaved(func(error) { // what cannot be saved is no reason to back nothing up
		s.backups.BackUp(func() {
			switch {
			case s.backups.Failed != nil || s.backups.Made.SecondProblem != nil: // a notice shows it
			case s.backups.Made.New:
				s.Say(s.Words.Say("backups.made"))
			case s.backups.Made.Backup.Path != "":
				s.Say(s.Words.Say("backups.same"))
			}
		})
	})
}

// addChange asks for a change at work.
func (s *workspace) addChange() {
	s.open(pageTrends)
	s.pages[pageTrends].(*trends.Page).AddChange()
}

// beginDiary begins a diary of the week of today.
func (s *workspace) beginDiary() {
	s.openToday()
	s.week.BeginDiary()
}

// importFile asks for a file to import.
func (s *workspace) importFile() {
	s.open(pageSettings)
	s.settings.Import()
}

// exportFile asks where to export everything.
func (s *workspace) exportFile() {
	s.open(pageSettings)
	s.settings.Export()
}

// openManual shows the manual from its beginning.
func (s *workspace) openManual() { s.Help(help.Start) }
