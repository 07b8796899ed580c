package lean

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"heliotrope/journal"
)

// degenerate returns journals that have too little of something, or too much.
func degenerate() map[string][]journal.Entry {
	every := func(n, step int, of func(i int) journal.Entry) (entries []journal.Entry) {
		for i := range n {
			e := of(i)
			e.Week = firstWeek.Add(i * step)
			entries = append(entries, e)
		}
		return entries
	}
	moments := func(n int, m journal.Moment) (ms []journal.Moment) {
		for range n {
			ms = append(ms, m)
		}
		return ms
	}
	split := func(technical, both, people int) *journal.Split {
		return &journal.Split{Technical: technical, Both: both, People: people}
	}
	both := func(e journal.Energy) []journal.Moment {
		return []journal.Moment{moment(journal.Technical, e, 1), moment(journal.People, e, 1)}
	}
	all := map[string][]journal.Entry{
		"nothing":           nil,
		"an empty week":     {entry(0)},
		"one moment":        {entry(0, moment(journal.Both, 0, 0))},
		"one split":         {{Week: firstWeek, Split: split(0, 0, 100)}},
		"only tech lead":    every(60, 1, func(int) journal.Entry { return entry(0, moment(journal.Both, 2, 1)) }),
		"tech lead splits":  every(60, 1, func(int) journal.Entry { return journal.Entry{Split: split(0, 100, 0)} }),
		"only splits":       every(60, 1, func(i int) journal.Entry { return journal.Entry{Split: split(50, 0, 50)} }),
		"only away":         every(60, 1, func(int) journal.Entry { return journal.Entry{Away: "leave"} }),
		"ten years of gaps": every(6, 104, func(int) journal.Entry { return journal.Entry{Split: split(30, 0, 70), Moments: both(1)} }),
		"one year, then ten years of nothing": append(
			every(52, 1, func(int) journal.Entry { return journal.Entry{Split: split(30, 0, 70), Moments: both(1)} }),
			journal.Entry{Week: firstWeek.Add(572), Split: split(70, 0, 30)}),
		"from one end to the other": every(60, 1, func(i int) journal.Entry {
			return journal.Entry{Split: split(100*(i%2), 0, 100-100*(i%2)), Moments: []journal.Moment{
				moment(journal.Technical, journal.Energy(4*(i%2)-2), 24), moment(journal.People, journal.Energy(2-4*(i%2)), 0.01)}}
		}),
		"as far apart as can be": every(60, 1, func(i int) journal.Entry {
			return journal.Entry{Split: split(100, 0, 0), Moments: []journal.Moment{moment(journal.Technical, -2, 1), moment(journal.People, 2, 1)}}
		}),
		"1,000 moments a week": every(20, 1, func(i int) journal.Entry {
			return journal.Entry{Moments: append(moments(500, moment(journal.Technical, 2, 0)), moments(500, moment(journal.People, -2, 24))...)}
		}),
		"1,000 moments of one track": every(3, 1, func(int) journal.Entry { return journal.Entry{Moments: moments(1000, moment(journal.People, 0, 1))} }),
	}
	for name, h := range map[string]journal.Hours{"people": {People: 168}, "technical": {Technical: 1e-300}, "tech lead": {Both: 40}} {
		for share, s := range map[string]*journal.Split{"technical": split(100, 0, 0), "people": split(0, 0, 100), "even": split(50, 0, 50)} {
			all[share+" splits, measured as "+name] = every(60, 1, func(int) journal.Entry { return journal.Entry{Split: s, Evidence: &h} })
		}
	}
	all["a diary without hours"] = every(60, 1, func(int) journal.Entry {
		return journal.Entry{Split: split(40, 20, 40), Diary: []journal.DiaryDay{{Day: 1}, {Day: 2}, {Day: 3}, {Day: 4}}}
	})
	for _, track := range journal.Tracks {
		all["only "+string(track)] = every(60, 1, func(int) journal.Entry { return entry(0, moment(track, 1, 1)) })
	}
	for _, e := range journal.Energies {
		all[fmt.Sprintf("all energies %d", e)] = every(60, 1, func(int) journal.Entry { return journal.Entry{Moments: both(e)} })
	}
	return all
}

// TestDegenerateJournalsAreSound computes everything of journals that have too
// little or too much: each number is one, and each band is in order and inside
// its scale.
func TestDegenerateJournalsAreSound(t *testing.T) {
	for name, entries := range degenerate() {
		t.Run(name, func(t *testing.T) {
			last := 0
			for i, e := range entries {
				last = e.Week.Index() - firstWeek.Index()
				for k := range e.Moments {
					entries[i].Moments[k].ID = fmt.Sprint(k)
				}
			}
			events := [][]journal.Event{nil, {
				{ID: "a", Week: firstWeek, Kind: journal.RoleEvent, Title: "first"},
				{ID: "b", Week: firstWeek.Add(last / 2), Kind: journal.TeamEvent, Title: "middle"},
				{ID: "c", Week: firstWeek.Add(last), Kind: journal.CompanyEvent, Title: "last"},
				{ID: "d", Week: firstWeek.Add(last), Kind: journal.LeaveEvent, Title: "also"},
			}}
			for _, events := range events {
				for _, weeks := range []int{1, last + 1, last + 30} {
					sound(t, Of(entries, events, spanOfWeeks(weeks)))
				}
			}
		})
	}
}

// TestRandomJournalsAreSound computes everything of random journals.
func TestRandomJournalsAreSound(t *testing.T) {
	eachJournal(300, func(_ *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		sound(t, Of(entries, events, span))
	})
}

// sound checks all numbers of r.
func sound(t *testing.T, r Result) {
	t.Helper()
	finite(t, "result", reflect.ValueOf(r))
	for _, dial := range []struct {
		name string
		most float64
		Dial
	}{{"time", 1, r.Time.Dial}, {"energy", 4, r.Energy.Dial}} {
		for _, l := range dial.Levels {
			inOrder(t, dial.name, -dial.most, l.Low90, l.Low50, l.Mid, l.High50, l.High90, dial.most)
			inOrder(t, dial.name+", probability", 0, l.ProbabilityPeople, 1)
		}
		for i, s := range dial.Spells {
			if s.Weeks() == 0 || i > 0 && (s.From != dial.Spells[i-1].To.Next() || s.State == dial.Spells[i-1].State) {
				t.Errorf("%s: spells %v", dial.name, dial.Spells)
			}
		}
		if n := len(dial.Spells); n > 0 && (dial.Spells[n-1].State != dial.State || dial.Spells[n-1].From != dial.Since || dial.Spells[n-1].To != r.Span.To) {
			t.Errorf("%s: state %v since %v, spells %v", dial.name, dial.State, dial.Since, dial.Spells)
		}
	}
	for _, track := range journal.Tracks {
		if rating := r.Energy.Tracks.Of(track); rating.N > 0 {
			inOrder(t, string(track), -2, rating.Low, rating.Mean, rating.High, 2)
		}
	}
	inOrder(t, "memory", -2, r.Memory.Low, r.Memory.Mean, r.Memory.High, 2)
	inOrder(t, "allowance", 0.05, r.Memory.Allowance, 2)
	inOrder(t, "technical share", 0, r.Time.Shares.Technical, 1)
	inOrder(t, "tech lead share", 0, r.Time.Shares.Both, 1)
	inOrder(t, "people share", 0, r.Time.Shares.People, 1)
}

// inOrder checks that each of xs is no more than the next, but for rounding.
func inOrder(t *testing.T, what string, xs ...float64) {
	t.Helper()
	for i := range xs[1:] {
		if !(xs[i] <= xs[i+1]+1e-12) {
			t.Errorf("%s: %v", what, xs)
			return
		}
	}
}

// finite checks that no number below v is an infinity or none.
func finite(t *testing.T, path string, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Float64:
		if x := v.Float(); math.IsNaN(x) || math.IsInf(x, 0) {
			t.Errorf("%s is %v", path, x)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			finite(t, path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			finite(t, fmt.Sprintf("%s[%d]", path, i), v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			finite(t, path, v.Elem())
		}
	}
}
