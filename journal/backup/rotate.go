package backup

import (
	"cmp"
	"slices"
	"time"
)

// How many backups are retained, in addition to the last of every month.
const (
	KeptNewest = 10
	KeptWeeks  = 13 // the last one of each; three months
)

// Sort puts backups in order, newest first. A journal's transactions only ever
// grow, so they decide; the clock, which may have been set back, comes second.
func Sort(all []Backup) {
	slices.SortStableFunc(all, func(a, b Backup) int {
		return cmp.Or(cmp.Compare(b.Transaction, a.Transaction), b.Made.Compare(a.Made))
	})
}

// Rotate returns the backups of one journal that are past retention:
// all but the ten newest, the newest of each of the last thirteen weeks that
// have any, and the newest of each month.
//
// Weeks are counted, not measured: so no clock, however wrong, makes backups
// old. The newest verified one is always retained, and one that is not verified is
// never given up, nor does it take the place of another.
func Rotate(all []Backup) (old []Backup) {
	all = slices.Clone(all)
	Sort(all)
	type week struct{ year, number int }
	type month struct {
		year  int
		month time.Month
	}
	newest, weeks, months := 0, make(map[week]bool), make(map[month]bool)
	for _, b := range all {
		if !b.Verified {
			continue
		}
		year, number := b.Made.ISOWeek()
		w, m := week{year, number}, month{b.Made.Year(), b.Made.Month()}
		keep := newest < KeptNewest || !weeks[w] && len(weeks) < KeptWeeks || !months[m]
		newest++
		if len(weeks) < KeptWeeks {
			weeks[w] = true
		}
		months[m] = true
		if !keep {
			old = append(old, b)
		}
	}
	return old
}
