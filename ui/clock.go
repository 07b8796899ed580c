package ui

import (
	"time"

	"heliotrope/journal"
	"heliotrope/ui/controls"
)

// clockPause is how often the window looks at the clock. It compares what that
// shows then, whatever passed: no timer runs while a computer sleeps, or follows a
// clock that is set.
const clockPause = 15 * time.Second

// watchClock has the window look at the clock from now on. It also does so whenever it
// comes to the front.
func (s *shell) watchClock() {
	s.followDay()
	var again func()
	again = func() {
		s.lookAtClock()
		s.stopClock = s.tasks.After(clockPause, again)
	}
	s.stopClock = s.tasks.After(clockPause, again)
}

// lookAtClock makes the pages follow the clock, unless another journal is taking
// their place.
func (s *shell) lookAtClock() {
	if s.space == nil || s.restore != nil {
		return
	}
	s.space.FollowClock()
	s.space.showCount()
	s.followDay()
	s.followReminder()
	s.schedule()
}

// followDay backs up on each new day, for whoever never closes the window.
func (s *shell) followDay() {
	day := s.cfg.Now().Format(time.DateOnly)
	if s.day != "" && s.day != day && s.backups != nil {
		s.backups.BackUp(nil)
	}
	s.day = day
}

// FollowClock implements [week.Window]. It makes every page follow when another
// week is the one of today.
func (s *workspace) FollowClock() {
	today := journal.WeekOf(s.Now())
	if today == s.today {
		return
	}
	s.today = today
	if s.week != nil {
		s.week.WeekBegan(today)
	}
	switch s.current {
	case pageTrends, pageReport:
		s.pages[s.current].Shown()
	}
	s.leaveWeek()
}

// leaveWeek turns the page of the week if another page is on screen.
func (s *workspace) leaveWeek() {
	if s.week != nil && s.current != pageWeek {
		s.week.CatchUp()
	}
}

// ShowWeekBegan implements [week.Window].
func (s *workspace) ShowWeekBegan(text string, actions ...controls.Action) {
	s.bars.Show("week", text, actions...)
}

// HideWeekBegan implements [week.Window].
func (s *workspace) HideWeekBegan() { s.bars.Hide("week") }

// ShowDone implements [week.Window].
func (s *workspace) ShowDone(text, link string, do func()) {
	s.offered = nil
	s.bar.Show(text, link, do)
}
