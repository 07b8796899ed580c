package evidence

import (
	"slices"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/evidence/source"
)

// busy is a part of a day that a meeting or a private event takes.
type busy struct {
	Block
	track journal.Track // "" where it is not known
}

// mostBusy bounds what is measured of a day, as a broken calendar may have anything.
const mostBusy = 500

// tally is what is counted of a week, day by day.
type tally struct {
	total   time.Duration // of the working time
	covered time.Duration // of that, by what has a track
	hours   map[journal.Track]float64
	free    Block // the longest time between meetings
}

// measure counts the hours of each track, how much of the working time they are, and the
// longest time between meetings.
//
// A meeting counts for the track of its kind; meetings at the same time share it. The
// working time that is left on a day with commits or reviews was technical work, and on
// one with nothing but pairing tech lead work. The rest is not covered: meetings whose
// kind is not known, private events, and days that left no trace but meetings. Working
// time is the working day from Monday to Friday, up to now, and the meetings outside of
// it.
func (w *Week) measure(items []source.Item, span source.Span, f Facts) {
	t := tally{hours: make(map[journal.Track]float64)}
	for d := range 7 {
		day := Block{span.From.AddDate(0, 0, d), span.From.AddDate(0, 0, d+1)}
		var work Block
		if d < workdays && !slices.Contains(w.Off, day.From.Weekday()) {
			work = Block{clock(day.From, f.From), earliest(clock(day.From, f.To), f.Now)}
		}
		taken := busyOn(items, day, f)
		w.Met = w.Met || len(taken) > 0
		t.addDay(taken, work, restOf(items, day))
	}
	w.Hours = journal.Hours{Technical: t.hours[journal.Technical], Both: t.hours[journal.Both], People: t.hours[journal.People]}
	if t.total > 0 {
		w.Covered = float64(t.covered) / float64(t.total)
	}
	if w.Met {
		w.Free = t.free
	}
}

// addDay counts a day: what takes time on it, its working day, and the track of the
// working time that is left, "" if that is not known.
func (t *tally) addDay(taken []busy, work Block, rest journal.Track) {
	free := Block{work.From, work.From}
	for _, part := range parts(taken, work) {
		tracks, works := tracksAt(taken, part.From), work.contains(part.From)
		switch {
		case works && len(tracks) > 0:
			free = Block{part.To, part.To}
		case works:
			free.To = part.To
			if free.Hours() > t.free.Hours() {
				t.free = free
			}
			tracks = []journal.Track{rest}
		case len(tracks) == 0:
			continue // between meetings outside of the working day
		}
		t.add(part, tracks)
	}
}

// add counts a part of a day that some tracks share, of which "" is not known.
func (t *tally) add(part Block, tracks []journal.Track) {
	length := part.To.Sub(part.From)
	t.total += length
	if tracks = slices.DeleteFunc(tracks, func(t journal.Track) bool { return t == "" }); len(tracks) > 0 {
		t.covered += length
	}
	for _, track := range tracks {
		t.hours[track] += length.Hours() / float64(len(tracks))
	}
}

// contains reports whether t is in b, whose end is not.
func (b Block) contains(t time.Time) bool { return !t.Before(b.From) && t.Before(b.To) }

// busyOn returns what takes time on a day, up to now.
func busyOn(items []source.Item, day Block, f Facts) []busy {
	var all []busy
	for _, item := range items {
		from, to := latest(item.Start, day.From), earliest(earliest(item.End, day.To), f.Now)
		if item.What != source.Meeting && item.What != source.Busy || !from.Before(to) ||
			item.End.Sub(item.Start) > longest || len(all) == mostBusy {
			continue
		}
		b := busy{Block: Block{from, to}}
		if k, ok := f.Kinds.Find(kindOf(item, f)); ok {
			b.track = k.Track
		}
		all = append(all, b)
	}
	return all
}

// restOf returns the track of the working time that is left on a day, "" where nothing
// tells.
func restOf(items []source.Item, day Block) (rest journal.Track) {
	for _, item := range items {
		switch {
		case !day.contains(item.Start):
		case item.What == source.Commit || item.What == source.Review:
			return journal.Technical
		case item.What == source.Pairing:
			rest = journal.Both
		}
	}
	return rest
}

// parts cuts a day wherever something begins or ends.
func parts(taken []busy, work Block) []Block {
	var cuts []time.Time
	if work.From.Before(work.To) {
		cuts = append(cuts, work.From, work.To)
	}
	for _, b := range taken {
		cuts = append(cuts, b.From, b.To)
	}
	slices.SortFunc(cuts, time.Time.Compare)
	cuts = slices.CompactFunc(cuts, time.Time.Equal)
	var all []Block
	for i := 1; i < len(cuts); i++ {
		all = append(all, Block{cuts[i-1], cuts[i]})
	}
	return all
}

// tracksAt returns the track of each that takes time at t.
func tracksAt(taken []busy, t time.Time) []journal.Track {
	var tracks []journal.Track
	for _, b := range taken {
		if b.contains(t) {
			tracks = append(tracks, b.track)
		}
	}
	return tracks
}

// clock returns when a clock shows minutes since midnight on a day.
func clock(midnight time.Time, minutes int) time.Time {
	return time.Date(midnight.Year(), midnight.Month(), midnight.Day(), 0, minutes, 0, 0, midnight.Location())
}

func earliest(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
