package words

import (
	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// claimed is what may be claimed of a dial now.
type claimed string

const (
	missing claimed = "missing" // too little was logged for a reading
	early   claimed = "early"   // a reading, but too few weeks to name a side
	side    claimed = "side"    // a side is ahead
	even    claimed = "even"    // both sides are alike
	open    claimed = "open"    // either side may be ahead
	stale   claimed = "stale"   // either, as nothing has counted for long
	unsure  claimed = "unsure"  // a side is very likely ahead, but that has not stood long enough to name it
)

// verb is how the energy of two tracks is compared, so that nothing that drains
// is said to give energy.
type verb string

const (
	gives  verb = "more"   // "gives more energy"
	drains verb = "less"   // "drains less", where both drain
	leaves verb = "leaves" // "leaves with more energy", where it is neither
	apart  verb = "apart"  // "gives energy while the other takes it"
)

// claim is what every sentence about one dial as of now is made from, so that no
// two of them contradict each other.
type claim struct {
	is   claimed
	side lean.State   // the one that is ahead, Technical or People
	last journal.Week // that counts

	// In favor of side: a share of time or points of energy, and its probability.
	mid, low, high, sure float64

	lead bool // tech lead work has the largest share of time, or gives more energy than side
	verb verb // of energy
}

// surely is the end of the ids of words for how sure the side of a claim is.
func (c claim) surely() string {
	switch {
	case c.sure >= 0.99:
		return "certain"
	case c.sure >= 0.90:
		return "very"
	}
	return "likely"
}

// staleWeeks is after how many calendar weeks without one that counts a dial is
// open for that reason.
const staleWeeks = 13

// timeClaim returns what r claims of time.
func timeClaim(r lean.Result) claim {
	c := claimOf(r, r.Time.Dial, func(week lean.Week) bool { return week.Observed })
	c.mid, c.low, c.high = (1+c.mid)/2, (1+c.low)/2, (1+c.high)/2
	shares := r.Time.Shares
	c.lead = percent(shares.Both) > max(percent(shares.Technical), percent(shares.People))
	return c
}

// energyClaim returns what r claims of energy.
func energyClaim(r lean.Result) claim {
	c := claimOf(r, r.Energy.Dial, func(week lean.Week) bool { return week.Energy.Technical.N+week.Energy.People.N > 0 })
	ahead, behind := r.Energy.Tracks.People, r.Energy.Tracks.Technical
	if c.side == lean.Technical {
		ahead, behind = behind, ahead
	}
	// A rating whose interval spans 0 neither gives nor takes.
	switch {
	case ahead.High < 0 && behind.High < 0:
		c.verb = drains
	case c.is != even && ahead.Low > 0 && behind.High < 0:
		c.verb = apart
	case tenths(ahead.Mean) > 0 && (c.is != even || tenths(behind.Mean) > 0):
		c.verb = gives
	default:
		c.verb = leaves
	}
	lead := r.Energy.Tracks.Both
	c.lead = lead.N >= lean.FirstRated && tenths(lead.Mean) > tenths(ahead.Mean)
	return c
}

// claimOf returns what a dial of r claims; counts reports which weeks count for it.
func claimOf(r lean.Result, d lean.Dial, counts func(lean.Week) bool) claim {
	now, _ := d.Now()
	c := claim{side: sideOf(now.Mid), mid: now.Mid, low: now.Low90, high: now.High90, sure: now.ProbabilityPeople}
	if d.State.IsSide() {
		c.side = d.State
	}
	if c.side == lean.Technical {
		c.mid, c.low, c.high, c.sure = -c.mid, -c.high, -c.low, 1-c.sure
	}
	for _, week := range r.Weeks {
		if counts(week) {
			c.last = week.Week
		}
	}
	switch {
	case d.State.IsSide():
		c.is = side
	case d.State == lean.Even:
		c.is = even
	case d.State != lean.Open:
		c.is = missing
	case d.WeeksToSide > 0:
		c.is = early
	case r.Span.To.Index()-c.last.Index() >= staleWeeks:
		c.is = stale
	case c.low >= 0:
		c.is = unsure
	default:
		c.is = open
	}
	return c
}

// sideOf returns the side of a level's value, the technical one for 0.
func sideOf(v float64) lean.State {
	if v > 0 {
		return lean.People
	}
	return lean.Technical
}

// other returns the other side.
func other(s lean.State) lean.State {
	if s == lean.Technical {
		return lean.People
	}
	return lean.Technical
}

// percent and tenths round as figures are printed.
func percent(share float64) float64 { return rounded(100*share, 0) }
func tenths(points float64) float64 { return rounded(points, 1) }
