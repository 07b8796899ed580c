package lean

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"heliotrope/journal"
)

// compared returns weeks with a split of that T, each measured to be at T less one of
// the differences.
func compared(time float64, differences ...float64) (entries []journal.Entry) {
	for i, d := range differences {
		e := entry(i)
		people := int(math.Round(50 + 50*time))
		e.Split = &journal.Split{Technical: 100 - people, People: people}
		e.Evidence = &journal.Hours{Technical: 20 * (1 - time + d), People: 20 * (1 + time - d)}
		entries = append(entries, e)
	}
	return entries
}

func repeated(n int, xs ...float64) (all []float64) {
	for range n {
		all = append(all, xs...)
	}
	return all
}

// TestMemory: the allowance by hand. Of 12 differences of 0.1 and 0.3 in turn the mean
// is 0.2, and its variance 0.12/11/12.
func TestMemory(t *testing.T) {
	for _, tt := range []struct {
		name                  string
		differences           []float64
		mean, half, allowance float64
	}{
		{"none", nil, 0, 0, 0.1},
		{"one week", []float64{0.2}, 0.2, 4, 0.1},
		{"eleven", repeated(11, 0.4), 0.4, 0, 0.1},
		{"twelve that differ", repeated(6, 0.1, 0.3), 0.2, 1.7958848187 * math.Sqrt(0.12/132), math.Sqrt((0.01 + 2*(0.04-0.12/132)) / 3)},
		{"the other way", repeated(6, -0.1, -0.3), -0.2, 1.7958848187 * math.Sqrt(0.12/132), math.Sqrt((0.01 + 2*(0.04-0.12/132)) / 3)},
		{"noise alone", repeated(6, 0.4, -0.4), 0, 1.7958848187 * math.Sqrt(1.92/132), math.Sqrt(0.01 / 3)},
		{"none in twelve", repeated(12, 0), 0, 0, math.Sqrt(0.01 / 3)},
		{"alike", repeated(40, 0.4), 0.4, 0, math.Sqrt((0.01 + 0.32) / 3)},
	} {
		m := Of(compared(0.2, tt.differences...), nil, spanOfWeeks(60)).Memory
		near(t, tt.name+": mean", m.Mean, tt.mean, 1e-12)
		near(t, tt.name+": low", m.Low, max(tt.mean-tt.half, -2), 1e-9)
		near(t, tt.name+": high", m.High, min(tt.mean+tt.half, 2), 1e-9)
		near(t, tt.name+": allowance", m.Allowance, tt.allowance, 1e-9)
		if n := len(tt.differences); m.Weeks != n || m.Own() != (n >= 12) || m.Missing() != max(12-n, 0) || m.Diary != 0 {
			t.Errorf("%s: %+v, missing %d", tt.name, m, m.Missing())
		}
	}
}

// TestOnlyWeeksWithBothAreCompared leaves out weeks without a split, weeks away, and
// diaries of three days; a diary of four takes the place of evidence.
func TestOnlyWeeksWithBothAreCompared(t *testing.T) {
	entries := compared(0, repeated(6, 0.2)...)
	entries[0].Split = nil
	entries[0].Moments = []journal.Moment{moment(journal.People, 0, 1)}
	entries[1].Away = "leave"
	entries[2].Evidence = nil
	three := []journal.DiaryDay{{Day: 1, Hours: journal.Hours{People: 8}}, {Day: 2, Hours: journal.Hours{People: 8}}, {Day: 3, Hours: journal.Hours{People: 8}}}
	entries[3].Diary = three
	entries[4].Diary = append(three, journal.DiaryDay{Day: 5, Hours: journal.Hours{Both: 8}})
	m := Of(entries, nil, spanOfWeeks(6)).Memory
	if m.Weeks != 3 || m.Diary != 1 {
		t.Errorf("%d weeks and %d diaries are compared, want 3 and 1", m.Weeks, m.Diary)
	}
	near(t, "mean", m.Mean, (0.2+0.2-0.75)/3, 1e-12)
}

// TestFewMeasuredWeeksChangeNothing: before the twelfth week that has both all else is
// as without evidence.
func TestFewMeasuredWeeksChangeNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	w := usualWriter(rng)
	w.time = 0.3
	entries, events, _ := w.live(rng)
	before := Of(entries, events, spanOfWeeks(52))
	for i := range 11 {
		entries[4*i].Evidence = &journal.Hours{Technical: 30}
	}
	after := Of(entries, events, spanOfWeeks(52))
	if after.Memory.Weeks != 11 {
		t.Fatalf("%d weeks are compared", after.Memory.Weeks)
	}
	after.Memory, after.Weeks = before.Memory, before.Weeks
	if !reflect.DeepEqual(before, after) {
		t.Error("eleven weeks of evidence change a figure")
	}
}

// TestDisagreeingEvidenceOnlyWidens: whatever is measured, the levels stay where the
// splits have them, and their bands hold what they held.
func TestDisagreeingEvidenceOnlyWidens(t *testing.T) {
	event := []journal.Event{event(20, journal.RoleEvent)}
	plain := compared(0.3, repeated(40, 0)...)
	for i := range plain {
		plain[i].Evidence = nil
	}
	before := Of(plain, event, spanOfWeeks(40))
	after := Of(compared(0.3, repeated(40, 1.3)...), event, spanOfWeeks(40)) // all technical
	for i, b := range before.Time.Levels {
		a := after.Time.Levels[i]
		near(t, "level", a.Mid, b.Mid, 1e-9)
		if a.Low90 >= b.Low90 || a.High90 < b.High90 {
			t.Errorf("the band of week %d is %v to %v, was %v to %v", i, a.Low90, a.High90, b.Low90, b.High90)
		}
	}
	if a, b := after.Changes[0].Time, before.Changes[0].Time; a.Low >= b.Low || a.High <= b.High {
		t.Errorf("before and after are apart by %v to %v, were by %v to %v", a.Low, a.High, b.Low, b.High)
	}
	agreeing := Of(compared(0.3, repeated(40, 0)...), event, spanOfWeeks(40))
	if a, b := agreeing.Time.Levels[39], before.Time.Levels[39]; a.Low90 <= b.Low90 || a.High90 >= b.High90 {
		t.Errorf("the band is %v to %v where memory is right, was %v to %v", a.Low90, a.High90, b.Low90, b.High90)
	}
}

// TestEvidenceOnlyCountsFromItsWeek: what is measured later changes no state of before.
func TestEvidenceOnlyCountsFromItsWeek(t *testing.T) {
	splits := compared(0.2, repeated(60, 0)...)
	for i := range splits {
		if i < 40 {
			splits[i].Evidence = nil
		} else {
			splits[i].Evidence = &journal.Hours{Technical: 40}
		}
	}
	all := statesIn(Of(splits, nil, spanOfWeeks(60)).Time.Spells, spanOfWeeks(60))
	until := statesIn(Of(splits[:51], nil, spanOfWeeks(51)).Time.Spells, spanOfWeeks(51))
	if !reflect.DeepEqual(all[:51], until) {
		t.Errorf("the states were %v, and are %v", until, all[:51])
	}
	if all[50] != People || all[51] != Open {
		t.Errorf("in the eleventh and the twelfth week of evidence the states are %s and %s", all[50], all[51])
	}
}
