package words

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

const (
	// leastWeeks is the minimum of weeks for a statement about energy, like that
	// for one about a side; leastQuarterWeeks is that for one about a quarter.
	leastWeeks        = 8
	leastQuarterWeeks = 4

	// A difference of energies is clear or likely as a side is.
	clearEnergy  = 0.95
	likelyEnergy = 0.80

	// evenPull is the pull of energy under which time and energy agree: half of
	// what a split is allowed to be off by.
	evenPull = 0.05

	// mostCertain is the greatest certainty that is printed: a model is never
	// surer of the world than that.
	mostCertain = 0.99
)

// Context names the role and the size of the company that the span of r ends
// in, where they were declared; "" if neither was, or before a first reading.
func (w *Words) Context(r lean.Result) string {
	p := r.Position
	if strengthOf(r) == lean.Insufficient {
		return ""
	}
	switch {
	case p.Role != "" && p.CompanySize != "":
		return w.Say("finding.context.both", Args{
			"Role": w.Role(p.Role), "Since": w.Date(p.Since.Monday()), "Size": w.CompanySize(p.CompanySize),
		})
	case p.Role != "":
		return w.Say("finding.context.role", Args{"Role": w.Role(p.Role), "Since": w.Date(p.Since.Monday())})
	case p.CompanySize != "":
		return w.Say("finding.context.size", Args{"Size": w.CompanySize(p.CompanySize)})
	}
	return ""
}

// CompanySize formats a built-in company size as a number of people,
// "1,001–5,000 people", and returns any other size as it was written.
func (w *Words) CompanySize(size string) string {
	if slices.Contains(journal.CompanySizes, size) {
		size = digits.ReplaceAllStringFunc(size, func(number string) string {
			n, _ := strconv.Atoi(number)
			return w.Number(float64(n), 0)
		})
		return w.Say("company.size", Args{"Size": strings.ReplaceAll(size, "-", "–")})
	}
	return size
}

var digits = regexp.MustCompile(`[0-9]+`)

// EnergyNow formats which track's hour energizes more by now and how sure that is;
// "" with too few weeks or where neither is likely.
func (w *Words) EnergyNow(r lean.Result) string {
	e := r.EnergyNow
	if strengthOf(r) == lean.Insufficient || e == nil || e.Weeks < leastWeeks {
		return ""
	}
	side, sure := "people", e.ProbabilityPeople
	if sure < 0.5 {
		side, sure = "technical", 1-sure
	}
	args := Args{"Sure": w.Percent(min(sure, mostCertain))}
	switch {
	case sure >= clearEnergy:
		return w.Say("finding.energy.clear."+side, args)
	case sure >= likelyEnergy:
		return w.Say("finding.energy.likely."+side, args)
	}
	return ""
}

// lastQuarter returns the last quarter of r with enough weeks to speak of.
func lastQuarter(r lean.Result) (lean.Quarter, bool) {
	for _, q := range slices.Backward(r.Quarters) {
		if q.Weeks >= leastQuarterWeeks {
			return q, true
		}
	}
	return lean.Quarter{}, false
}

// Quarter formats a quarter: "Q4 2026".
func (w *Words) Quarter(q lean.Quarter) string {
	return w.Say("quarter.name", Args{"Number": q.Number, "Year": q.Year})
}

// LastQuarter formats where time and energy went in the last quarter with four
// logged weeks or more, and which way energy pulled; "" before a first reading
// and without such a quarter.
func (w *Words) LastQuarter(r lean.Result) string {
	q, ok := lastQuarter(r)
	if strengthOf(r) == lean.Insufficient || !ok {
		return ""
	}
	args := Args{"Quarter": w.Quarter(q), "Time": w.Toward(q.T), "Lean": w.Toward(q.L), "Pull": w.Number(math.Abs(q.Pull), 2)}
	switch {
	case q.Pull >= evenPull:
		return w.Say("finding.quarter.people", args)
	case q.Pull <= -evenPull:
		return w.Say("finding.quarter.technical", args)
	}
	return w.Say("finding.quarter.even", args)
}

// KindsApart names the kinds of work whose hour gave most and least energy, if
// their intervals are apart, or that they overlap; "" before a first
// reading and with fewer than two kinds that may be ranked.
func (w *Words) KindsApart(r lean.Result, kinds journal.Kinds) string {
	var ranked []lean.Kind
	for _, k := range r.Kinds {
		if k.HasBand {
			ranked = append(ranked, k)
		}
	}
	if strengthOf(r) == lean.Insufficient || len(ranked) < 2 {
		return ""
	}
	most, least := ranked[0], ranked[len(ranked)-1]
	if most.Low <= least.High {
		return w.Say("finding.kinds.none")
	}
	return w.Say("finding.kinds.apart", Args{
		"Most": w.kindNamed(most.ID, kinds), "MostEnergy": w.Signed(most.Mean, 1), "MostHours": w.Hours(most.Hours),
		"Least": w.kindNamed(least.ID, kinds), "LeastEnergy": w.Signed(least.Mean, 1), "LeastHours": w.Hours(least.Hours),
	})
}

// kindNamed names the kind with an id, by the id itself if the catalog lacks
// it.
func (w *Words) kindNamed(id string, kinds journal.Kinds) string {
	if k, ok := kinds.Find(id); ok {
		return strings.Join(strings.Fields(w.Kind(k)), " ")
	}
	return id
}
