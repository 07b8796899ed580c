package backup

import (
	"cmp"
	"slices"
	"time"
)

// Tips returns the indexes of the verified backups that no other one follows.
func Tips(all []Backup) (tips []int) {
	for i, b := range all {
		last := b.Verified && !slices.ContainsFunc(all, func(o Backup) bool {
			return o.Verified && o.Summary.State != b.Summary.State && o.Summary.Follows(b.Summary)
		})
		twin := slices.ContainsFunc(all[:i], func(o Backup) bool { return o.Verified && o.Summary.State == b.Summary.State })
		if last && !twin {
			tips = append(tips, i)
		}
	}
	return tips
}

// Sort puts backups in order. Those that lead to one state of the journal are
// together, newest first, by the number of the save in them, which only grows
// whatever the clock does. The states saved at place, an identity as in [Line],
// come first; after these the state that was backed up last. What cannot be read
// goes by its name, as if it were saved at place.
func Sort(all []Backup, place string) {
	tips := Tips(all)
	group := func(b Backup) (g Backup) {
		for _, i := range tips {
			t := all[i]
			if b.Verified && t.Summary.Follows(b.Summary) && (g.Path == "" || compareTips(t, g, place) < 0) {
				g = t
			}
		}
		return g
	}
	groups := make(map[string]Backup, len(all))
	first := Backup{}
	for _, b := range all {
		g := group(b)
		groups[b.Path] = g
		if g.Path != "" && (first.Path == "" || compareTips(g, first, place) < 0) {
			first = g
		}
	}
	of := func(b Backup) Backup {
		if !b.Verified {
			return first
		}
		return groups[b.Path]
	}
	slices.SortStableFunc(all, func(a, b Backup) int {
		return cmp.Or(
			compareTips(of(a), of(b), place),
			cmp.Compare(b.Transaction, a.Transaction), b.Made.Compare(a.Made), cmp.Compare(a.Path, b.Path),
		)
	})
}

// compareTips orders states that went separate ways.
func compareTips(a, b Backup, place string) int {
	here := func(t Backup) int {
		if place != "" && t.Summary.Lineage.Last().Place == place {
			return 0
		}
		return 1
	}
	if order := cmp.Compare(here(a), here(b)); order != 0 {
		return order
	}
	if here(a) == 0 { // in one place the numbers grow, also over a restore
		if order := cmp.Compare(b.Transaction, a.Transaction); order != 0 {
			return order
		}
	}
	return cmp.Or(b.Made.Compare(a.Made), cmp.Compare(a.Path, b.Path))
}

// Rotate returns the backups that are past retention now that there is newest:
// of those that it follows and that were made in its place. Backups of other
// lines are never retired, so that none can displace those of another.
func Rotate(all []Backup, newest Backup) (old []Backup) {
	place := newest.Summary.Lineage.Last().Place
	own := slices.DeleteFunc(slices.Clone(all), func(b Backup) bool {
		from := b.Summary.Lineage.Last().Place
		return !b.Verified || !newest.Summary.Follows(b.Summary) || from != place && from != ""
	})
	return slices.DeleteFunc(outdated(own), func(b Backup) bool { return b.Path == newest.Path })
}

// MayRotate reports whether Rotate may find one of the backups past retention, by
// their names alone: if not, none of them needs to be read for it.
func MayRotate(all []Backup) bool { return len(outdated(all)) > 0 }

// How many backups are retained, in addition to the last one of every month.
const (
	KeptNewest = 10
	keptWeeks  = 13 // the last one of each; three months
)

// outdated returns the backups of one line that are past retention: all but the
// ten newest, the newest of each of the last thirteen weeks that have any, and
// the newest of each month.
//
// Weeks are counted, not measured: so no clock, however wrong, makes backups
// old.
func outdated(all []Backup) (old []Backup) {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Backup) int {
		return cmp.Or(cmp.Compare(b.Transaction, a.Transaction), b.Made.Compare(a.Made))
	})
	type week struct{ year, number int }
	type month struct {
		year  int
		month time.Month
	}
	newest, weeks, months := 0, make(map[week]bool), make(map[month]bool)
	for _, b := range all {
		year, number := b.Made.ISOWeek()
		w, m := week{year, number}, month{b.Made.Year(), b.Made.Month()}
		retain := newest < KeptNewest || !weeks[w] && len(weeks) < keptWeeks || !months[m]
		newest++
		if len(weeks) < keptWeeks {
			weeks[w] = true
		}
		months[m] = true
		if !retain {
			old = append(old, b)
		}
	}
	return old
}
