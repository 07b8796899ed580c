package ui

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// place is where a week was opened from: the page, and what had the focus there.
// Pages retain where they are scrolled to, but for the one of the week.
type place struct {
	page   pageName
	focus  fyne.Focusable // nil if nothing had it
	week   journal.Week   // on the page of the week, as is the next
	scroll float32
}

// here returns the place on screen.
func (s *workspace) here() place {
	p := place{page: s.current, focus: s.Ask.Focused()}
	if s.current == pageWeek {
		p.week, p.scroll = s.week.Week(), s.week.Scrolled()
	}
	return p
}

// OpenWeek shows a week on the page where it is written. From there one can go back
// to what was on screen before.
func (s *workspace) OpenWeek(w journal.Week) {
	from, back := s.here(), s.back
	s.showWeek(w)
	if from.page != pageWeek || from.week != w {
		back = append(back, from)
	}
	s.setBack(back)
}

// OpenMoment implements [past.Window].
func (s *workspace) OpenMoment(w journal.Week, id string) {
	s.OpenWeek(w)
	s.week.ShowMoment(id)
}

// OpenReflection implements [past.Window].
func (s *workspace) OpenReflection(w journal.Week) {
	s.OpenWeek(w)
	s.week.ShowReflection()
}

// showWeek shows a week, with the focus on what is first there.
func (s *workspace) showWeek(w journal.Week) {
	s.made(pageWeek)
	s.week.Open(w)
	s.open(pageWeek)
	s.Ask.Focus(s.first())
}

// openToday shows the week of today.
func (s *workspace) openToday() {
	s.FollowClock()
	s.showWeek(s.today)
}

// GoBack implements [week.Window].
func (s *workspace) GoBack() {
	if len(s.back) == 0 {
		if s.current == pageSources {
			s.open(pageSettings)
		}
		return
	}
	last := len(s.back) - 1
	to, back := s.back[last], s.back[:last]
	s.goTo(to)
	s.setBack(back)
	if to.focus != nil {
		s.Ask.Focus(to.focus)
	}
}

// goTo shows a place as it was.
func (s *workspace) goTo(to place) {
	if to.page == pageWeek {
		s.showWeek(to.week)
		s.week.ScrollTo(to.scroll)
	} else {
		s.bring(to.page)
	}
}

// goPrev goes back, and shows the week before if there is nothing to go back to.
func (s *workspace) goPrev() {
	switch {
	case s.current == pageHelp:
		s.help.Back()
	case len(s.back) > 0:
		s.GoBack()
	default:
		s.goBefore()
	}
}

// jump shows the calendar of weeks.
func (s *workspace) jump() {
	if s.current != pageWeek {
		s.open(pageWeek)
	}
	s.week.Jump()
}

// setBack sets the places that lead back to each other, the last of which the
// page of the week shows. One in the running week it does not name, since its
// header leads there anyway.
func (s *workspace) setBack(back []place) {
	s.back = back
	if s.week == nil {
		return
	}
	name := ""
	if len(back) > 0 {
		switch last := back[len(back)-1]; {
		case last.page != pageWeek:
			name = s.Words.Say("nav." + string(last.page))
		case last.week != s.today:
			name = s.Words.Say("week.title", words.Args{"Number": last.week.Number()})
		}
	}
	s.week.SetBack(name)
}

// WeekShown implements [week.Window]: only the running week is marked in the rail.
func (s *workspace) WeekShown() {
	item := s.items[s.current]
	if s.current == pageWeek && s.week != nil && s.week.Week() != s.today {
		item = nil
	}
	s.nav.Select(item)
}

// Help implements [trends.Window] and [week.Window]: it shows a place of the manual,
// see [help.Page]. From there one can go back to what was on screen.
func (s *workspace) Help(at string) {
	s.made(pageHelp)
	if s.current == pageHelp {
		s.help.Open(at)
		return
	}
	back := append(s.back, s.here())
	s.open(pageHelp)
	s.help.Arrive(at)
	s.setBack(back)
}

// OpenSources implements [settings.Window] and [week.Window]. From there one can go back
// to what was on screen.
func (s *workspace) OpenSources() {
	if s.current == pageSources {
		return
	}
	back := append(s.back, s.here())
	s.open(pageSources)
	s.setBack(back)
}

// LeaveHelp implements [help.Window].
func (s *workspace) LeaveHelp() {
	if len(s.back) == 0 {
		s.openToday()
		return
	}
	s.GoBack()
}
