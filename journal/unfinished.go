package journal

import "slices"

const (
	lookBack   = 3  // weeks before the one of today
	usualWeeks = 10 // the weeks logged before that show what a week usually has
)

// Unfinished returns the newest of the three weeks before today's that was worked
// and lacks what a week of this journal usually has, unless skip reports that it may
// lack it. It reports false if there is none.
//
// A week with neither moments nor a split lacks both. One that has only moments
// lacks a split if most of the ten weeks logged before it have one, and one that has
// only a split lacks moments in the same way: nobody is asked for what they never log.
// Before the first week that was logged there is nothing to finish.
func (j *Journal) Unfinished(today Week, skip func(Week) bool) (Week, bool) {
	return unfinished(j.snapshot().Entries, today, skip)
}

// unfinished is Unfinished for entries, oldest first.
func unfinished(entries []Entry, today Week, skip func(Week) bool) (Week, bool) {
	first := slices.IndexFunc(entries, Entry.logged)
	if first < 0 {
		return Week{}, false
	}
	entries = entries[first:]
	for w := today.Prev(); today.Index()-w.Index() <= lookBack && !w.Before(entries[0].Week); w = w.Prev() {
		i, there := slices.BinarySearchFunc(entries, w, func(e Entry, w Week) int { return e.Week.Compare(w) })
		e := Entry{Week: w}
		if there {
			e = entries[i]
		}
		if e.Away == "" && e.lacks(entries[:i]) && !skip(w) {
			return w, true
		}
	}
	return Week{}, false
}

// logged reports whether e is of a week that was worked and has moments or a split.
func (e Entry) logged() bool { return e.Away == "" && (len(e.Moments) > 0 || e.Split != nil) }

// lacks reports whether e lacks what most of the last weeks logged before it have.
func (e Entry) lacks(before []Entry) bool {
	if !e.logged() {
		return true
	}
	var weeks, moments, splits int
	for i := len(before) - 1; i >= 0 && weeks < usualWeeks; i-- {
		if b := before[i]; b.logged() {
			weeks++
			moments += min(len(b.Moments), 1)
			if b.Split != nil {
				splits++
			}
		}
	}
	return len(e.Moments) == 0 && 2*moments > weeks || e.Split == nil && 2*splits > weeks
}
