package reminder

import (
	"slices"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
)

// mostDone bounds what is stored of weeks, and of quarters. It is more than the weeks
// of a year: a clock that is set back by less repeats nothing.
const mostDone = 60

// lookUp returns what was done last about a week or a quarter; zero for nothing.
func lookUp(all []preferences.Reminding, about string) preferences.Reminding {
	for _, done := range slices.Backward(all) {
		if done.About == about {
			return done
		}
	}
	return preferences.Reminding{}
}

func (d Due) about() string {
	if d.Quarter == (journal.Quarter{}) {
		return d.of.String()
	}
	return d.Quarter.String()
}

// list returns the list that has what was done about d and the like.
func (d Due) list(all *preferences.Reminded) *[]preferences.Reminding {
	if d.Quarter == (journal.Quarter{}) {
		return &all.Weeks
	}
	return &all.Quarters
}

func (d Due) lookUp(r preferences.Reminder, path string) preferences.Reminding {
	all := r.Done[path]
	return lookUp(*d.list(&all), d.about())
}

// record replaces what was done about d.
func (d Due) record(r *preferences.Reminder, path string, done preferences.Reminding) {
	all := r.Done[path]
	list := d.list(&all)
	done.About = d.about()
	*list = slices.DeleteFunc(slices.Clone(*list), func(o preferences.Reminding) bool { return o.About == done.About })
	*list = append(*list, done)
	if n := len(*list); n > mostDone {
		*list = (*list)[n-mostDone:]
	}
	if r.Done == nil {
		r.Done = make(map[string]preferences.Reminded)
	}
	r.Done[path] = all
}

// forgetNeedless removes what was recorded of d if nothing was shown about it.
func (d Due) forgetNeedless(r *preferences.Reminder, path string) {
	all := r.Done[path]
	list := d.list(&all)
	if len(*list) == 0 {
		return
	}
	*list = slices.DeleteFunc(slices.Clone(*list), func(o preferences.Reminding) bool {
		return o.About == d.about() && o.Answer == preferences.ReminderNeedless
	})
	r.Done[path] = all
}

// open reports whether done leaves something to do now, and pending whether it will
// later.
func open(done preferences.Reminding, now time.Time) bool {
	return done.About == "" || !done.Later.IsZero() && reached(done.Later, now)
}

func pending(done preferences.Reminding, now time.Time) bool {
	return !done.Later.IsZero() && !reached(done.Later, now)
}
