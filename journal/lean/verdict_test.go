package lean

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"heliotrope/journal"
)

// TestGates walks journals of one clear side, and of balance, through the
// gates of METHOD.md, section 4.
func TestGates(t *testing.T) {
	people := func(weeks int) []journal.Entry { return steady(weeks, 15, 0, 85) }
	few := func(weeks, moments int) []journal.Entry {
		entries := people(weeks)
		for i := range entries {
			keep := min(moments, len(entries[i].Moments))
			entries[i].Moments = entries[i].Moments[:keep]
			moments -= keep
		}
		return entries
	}
	for _, test := range []struct {
		name           string
		entries        []journal.Entry
		side           Side
		strength       Strength
		weeks, moments int // missing
	}{
		{"nothing", nil, NoSide, Insufficient, 4, 12},
		{"1 week", people(1), NoSide, Insufficient, 3, 9},
		{"3 weeks", people(3), NoSide, Insufficient, 1, 3},
		{"4 weeks, 11 moments", few(4, 11), NoSide, Insufficient, 0, 1},
		{"30 weeks, no moments", few(30, 0), NoSide, Insufficient, 0, 12},
		{"4 weeks, 12 moments", few(4, 12), PeopleSide, Early, 0, 0},
		{"7 weeks", people(7), PeopleSide, Early, 0, 0},
		{"8 weeks", people(8), PeopleSide, Clear, 0, 0},
		{"7 weeks technical", steady(7, 85, 0, 15), TechnicalSide, Early, 0, 0},
		{"8 weeks technical", steady(8, 85, 0, 15), TechnicalSide, Clear, 0, 0},
		{"7 weeks of a small lean", steady(7, 42, 0, 58), NoSide, NoClear, 0, 0},
		{"8 weeks of a small lean", steady(8, 42, 0, 58), PeopleSide, Leaning, 0, 0},
		{"7 weeks of balance", steady(7, 40, 20, 40), NoSide, NoClear, 0, 0},
		{"30 weeks of balance", steady(30, 40, 20, 40), NoSide, Balanced, 0, 0},
	} {
		v := Of(test.entries, nil, spanOfWeeks(max(len(test.entries), 1))).Verdict
		if v.Side != test.side || v.Strength != test.strength ||
			v.WeeksMissing != test.weeks || v.MomentsMissing != test.moments {
			t.Errorf("%s: %+v, want %+v", test.name, v, test)
		}
		if wantNeeded := v.Strength == Clear; wantNeeded != (v.WeeksNeeded == 0) {
			t.Errorf("%s: %d weeks needed", test.name, v.WeeksNeeded)
		}
		if v.Strength == Insufficient && (v.WeeksNeeded != -1 || v.WillNotSettle) {
			t.Errorf("%s: looks ahead: %+v", test.name, v)
		}
	}
}

func TestJudge(t *testing.T) {
	for _, test := range []struct {
		people, balance float64
		weeks           int
		side            Side
		strength        Strength
	}{
		{0.95, 0, 4, PeopleSide, Early},
		{0.9499, 0, 7, NoSide, NoClear},
		{0.05, 0, 7, TechnicalSide, Early},
		{0.0501, 0, 7, NoSide, NoClear},
		{0.5, 0.99, 7, NoSide, NoClear},
		{0.95, 0, 8, PeopleSide, Clear},
		{0.9499, 0, 8, PeopleSide, Leaning},
		{0.80, 0, 8, PeopleSide, Leaning},
		{0.7999, 0, 8, NoSide, NoClear},
		{0.20, 0, 8, TechnicalSide, Leaning},
		{0.04, 0, 8, TechnicalSide, Clear},
		{0.5, 0.80, 8, NoSide, Balanced},
		{0.5, 0.7999, 8, NoSide, NoClear},
		{0.85, 0.81, 8, NoSide, Balanced},
	} {
		if side, strength := judge(test.people, test.balance, test.weeks); side != test.side || strength != test.strength {
			t.Errorf("judge(%v, %v, %v) = %v, %v; want %v, %v",
				test.people, test.balance, test.weeks, side, strength, test.side, test.strength)
		}
	}
}

// TestClearIsNeverBalanced checks what judge relies on: no posterior is both.
func TestClearIsNeverBalanced(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	for range 2000 {
		m := mixture{nu: 1000}
		weights := []float64{rng.Float64(), rng.Float64(), rng.Float64()}
		for _, w := range weights {
			m.parts = append(m.parts, component{
				weight: w / (weights[0] + weights[1] + weights[2]),
				mean:   0.3 * rng.Float64(), scale: splitAllowance + 0.05*rng.ExpFloat64(),
			})
		}
		balance := m.below(balanceWidth) - m.below(-balanceWidth)
		if 1-m.below(0) >= clearProbability && balance >= balanceProbability {
			t.Fatalf("clear and balanced: %+v", m.parts)
		}
	}
}

// TestAhead checks the figures of METHOD.md, section 4, from scratch with σ = 0.25 and
// q = 0.05: a variance so great that the first week makes it 1, and ν0 - 1.
func TestAhead(t *testing.T) {
	for _, test := range []struct {
		size  float64
		weeks int
		ok    bool
	}{{0.5, 2, true}, {0.4, 3, true}, {0.3, 5, true}, {0.2, 0, false}} {
		weeks, ok := ahead(test.size, 1e12, 0.05, 0.25, priorFreedom-1)
		if weeks != test.weeks || ok != test.ok {
			t.Errorf("%v: %d weeks, %v; want %d, %v", test.size, weeks, ok, test.weeks, test.ok)
		}
	}
	near(t, "steady state of the Nile", 15099*steadyState(0.0973), 4032.2, 0.05)
	for sigma, want := range map[float64]float64{0.25: 0.25, 0.40: 0.34} {
		near(t, "least lean that settles", 1.645*math.Sqrt(sigma*sigma*steadyState(0.05)+0.01), want, 0.006)
	}
}

// TestWeeksNeededComeTrue continues journals as they were and finds the side
// clear after about as many weeks as were predicted.
func TestWeeksNeededComeTrue(t *testing.T) {
	for people := 60; people <= 75; people += 5 {
		for weeks := 4; weeks <= 8; weeks++ {
			v := Of(steady(weeks, 100-people, 0, people), nil, spanOfWeeks(weeks)).Verdict
			if v.Strength == Clear || v.WillNotSettle {
				continue
			}
			later := weeks + v.WeeksNeeded
			name := fmt.Sprintf("%d %% people, %d weeks and %d more", people, weeks, v.WeeksNeeded)
			if v.WeeksNeeded < 1 || later < sideWeeks {
				t.Errorf("%s: clear is not said before week %d", name, sideWeeks)
			}
			for _, n := range []int{later + 2} {
				if got := Of(steady(n, 100-people, 0, people), nil, spanOfWeeks(n)).Verdict; got.Strength != Clear {
					t.Errorf("%s: in week %d it is %v at %v", name, n, got.Strength, got.Level.ProbabilityPeople)
				}
			}
		}
	}
	v := Of(steady(12, 45, 0, 55), nil, spanOfWeeks(12)).Verdict
	if !v.WillNotSettle || v.WeeksNeeded != -1 {
		t.Errorf("a lean of 0.1 settles: %+v", v)
	}
}

// TestEvents jumps from one side to the other where a new role was declared:
// the level follows at once, and only events that matter do anything.
func TestEvents(t *testing.T) {
	entries := append(steady(20, 80, 0, 20), changed(steady(20, 20, 0, 80), func(e *journal.Entry) { e.Week = e.Week.Add(20) })...)
	span := spanOfWeeks(40)
	role := func(week int, kind journal.EventKind) []journal.Event {
		return []journal.Event{{ID: "a", Title: "x", Week: firstWeek.Add(week), Kind: kind}}
	}
	without := Of(entries, nil, span)
	with := Of(entries, role(20, journal.RoleEvent), span)
	before, after := with.Levels[19].Mid, with.Levels[20].Mid
	if jump := after - before; jump < 1 {
		t.Errorf("the level moves by %v at the event", jump)
	}
	if jump := without.Levels[20].Mid - without.Levels[19].Mid; jump > 0.9*(after-before) {
		t.Errorf("the level moves by %v without an event", jump)
	}
	same := func(name string, events []journal.Event, want Result) {
		t.Helper()
		got := Of(entries, events, span)
		mid := func(l Level) float64 { return l.Mid }
		nearAll(t, name, leveled(got.Levels, mid), leveled(want.Levels, mid), 0)
	}
	twice := append(role(20, journal.RoleEvent), role(20, journal.TeamEvent)...)
	same("two events in one week", twice, with)
	same("a team", role(20, journal.TeamEvent), with)
	same("a company", role(20, journal.CompanyEvent), with)
	same("a leave", role(20, journal.LeaveEvent), without)
	same("something else", role(20, journal.OtherEvent), without)
	same("in the first week", role(0, journal.RoleEvent), without)
	same("before", role(-5, journal.RoleEvent), without)
	same("after the span", role(40, journal.RoleEvent), without)
	late := Of(entries, role(39, journal.RoleEvent), span)
	if w, l := without.Levels[39], late.Levels[39]; !(l.High90-l.Low90 > w.High90-w.Low90+0.01) {
		t.Errorf("an event in the last week leaves the band at %+v", l)
	}
	if len(with.Swings) != 1 || with.Swings[0] != (Swing{firstWeek.Add(20), PeopleSide}) {
		t.Errorf("swings %+v, want one at the event", with.Swings)
	}
	if with.ChangePoint == nil || with.ChangePoint.Week != firstWeek.Add(20) {
		t.Errorf("change point %+v, want one at the event", with.ChangePoint)
	}
}

// TestLevelWidens checks that after the last observation the middle stays and
// the band only widens.
func TestLevelWidens(t *testing.T) {
	levels := Of(steady(10, 30, 0, 70), nil, spanOfWeeks(60)).Levels
	if len(levels) != 60 || levels[59].Week != firstWeek.Add(59) {
		t.Fatalf("%d levels up to %v", len(levels), levels[len(levels)-1].Week)
	}
	for i := 10; i < 60; i++ {
		before, l := levels[i-1], levels[i]
		near(t, "middle", l.Mid, before.Mid, 1e-9)
		if !(l.Low90 < before.Low90 || l.Low90 == -1) || !(l.High90 > before.High90 || l.High90 == 1) {
			t.Fatalf("week %d: %+v after %+v", i, l, before)
		}
	}
}

// TestTrendGates counts the weeks before a trend and a change point.
func TestTrendGates(t *testing.T) {
	// A shift after at weeks, around which weeks go up and down by turns, so
	// that none resembles the one before.
	step := func(weeks, at int) []journal.Entry {
		return repeat(weeks, func(i int) journal.Entry {
			people := 10 + 2*(i%2)
			if i >= at {
				people = 92 - 2*((i-at)%2)
			}
			return splitEntry(i, 100-people, 0, people, moment(journal.Both, 0, 2))
		})
	}
	for _, test := range []struct {
		weeks, at     int
		trend, change bool
	}{
		{11, 5, false, false}, {12, 6, true, false}, {15, 7, true, false}, {16, 8, true, true}, {16, 6, true, true},
		{16, 5, true, false}, {16, 11, true, false}, // too near an end
	} {
		r := Of(step(test.weeks, test.at), nil, spanOfWeeks(test.weeks))
		if (r.Trend != nil) != test.trend || (r.ChangePoint != nil) != test.change {
			t.Errorf("%+v: trend %+v, change point %+v", test, r.Trend, r.ChangePoint)
		}
		if r.ChangePoint != nil && r.ChangePoint.Week != firstWeek.Add(test.at) {
			t.Errorf("%+v: change point %v", test, r.ChangePoint.Week)
		}
	}
}
