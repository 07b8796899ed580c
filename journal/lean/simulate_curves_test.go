package lean

import (
	"fmt"
	"strings"
)

// curve is what is gained and lost by other thresholds.
type curve struct {
	title   string
	rules   []named
	columns []population // with as many columns as all their figures
}

type named struct {
	name string
	rules
}

var curves = []curve{
	{"Trade-offs of time: probability at which a side is entered × weeks running", timeEntries(), timeColumns},
	{"Trade-offs of time: probability under which a side is left", timeLeaves(), timeColumns},
	{"Trade-offs of time: probabilities at which even is entered and left", timeEvens(), []population{
		{"balanced", like(nil, weeks(60)), []figure{
			{"even, week 52", bound{}, told(timeStates, 52, toEven)},
			{"title changes", bound{}, titleChanges},
		}},
		{"T ±.3", like(oneWay(0.3), weeks(60)), []figure{
			{"even, week 52", bound{}, told(timeStates, 52, toEven)},
			{"title changes", bound{}, titleChanges},
		}},
	}},
	{"Trade-offs of energy: probability at which a side is entered", energyEntries(), energyColumns},
	{"Trade-offs of energy: probability under which a side is left", energyLeaves(), energyColumns},
}

var timeColumns = []population{
	{"balanced", like(nil, weeks(60)), []figure{
		{"ever a side", bound{}, everSide(timeStates)},
		{"title changes", bound{}, titleChanges},
	}},
	{"weeks alike", like(inert), []figure{{"ever a side", bound{}, everSide(timeStates)}}},
	{"T ±.3", like(oneWay(0.3), weeks(60)), []figure{
		{"right, week 26", bound{}, told(timeStates, 26, toTime)},
		{"week 52", bound{}, told(timeStates, 52, toTime)},
		{"title changes", bound{}, titleChanges},
	}},
	{"turned ±.3", like(turning(0.3), weeks(30)), []figure{
		{"old side, 2nd week", bound{}, told(timeStates, 28, toTime)},
		{"4th week", bound{}, told(timeStates, 30, toTime)},
	}},
	{"turned ±.5", like(turning(0.5), weeks(38)), []figure{
		{"new side, 12th week", bound{}, told(timeStates, 38, toTurned)},
	}},
}

var energyColumns = []population{
	{"equal", like(equal), []figure{
		{"ever a side", bound{}, everSide(energyStates)},
		{"even, week 52", bound{}, told(energyStates, 52, toEven)},
		{"title changes", bound{}, titleChanges},
	}},
	{"equal, tech lead", like(equal, techLead), []figure{{"ever a side", bound{}, everSide(energyStates)}}},
	{"equal, few moments", like(equal, sparse), []figure{{"ever a side", bound{}, everSide(energyStates)}}},
	{"apart", like(apart, weeks(26)), []figure{{"right, week 26", bound{}, told(energyStates, 26, toEnergy)}}},
	{"apart, tech lead", like(apart, techLead, weeks(26)), []figure{{"right, week 26", bound{}, told(energyStates, 26, toEnergy)}}},
	{"apart, few moments", like(apart, sparse, weeks(26)), []figure{{"right, week 26", bound{}, told(energyStates, 26, toEnergy)}}},
	{"drift .10", like(drifting(0.10), weeks(26)), []figure{{"wrong, week 26", bound{}, told(energyStates, 26, toWrongEnergy)}}},
}

var leaves = []float64{0.60, 0.70, 0.75, 0.80, 0.82, 0.85, 0.90}

func timeEntries() (all []named) {
	for _, enter := range []float64{0.95, 0.96, 0.97, 0.975, 0.98, 0.985, 0.99, 0.995} {
		for _, run := range []int{1, 2, 3, 4, 6} {
			r := presentRules
			r.time.enter, r.time.run = enter, run
			all = append(all, named{fmt.Sprintf("%.3f × %d", enter, run), r})
		}
	}
	return all
}

func timeLeaves() (all []named) {
	for _, leave := range leaves {
		r := presentRules
		r.time.leave = leave
		all = append(all, named{fmt.Sprintf("%.2f", leave), r})
	}
	return all
}

func timeEvens() (all []named) {
	for _, enter := range []float64{0.80, 0.85, 0.90, 0.95} {
		for _, leave := range []float64{0.40, 0.50, 0.60, 0.70, 0.80} {
			r := presentRules
			r.time.enterEven, r.time.leaveEven = enter, leave
			all = append(all, named{fmt.Sprintf("%.2f, %.2f", enter, leave), r})
		}
	}
	return all
}

func energyEntries() (all []named) {
	for _, enter := range []float64{0.97, 0.975, 0.98, 0.985, 0.99, 0.995} {
		r := presentRules
		r.energy.enter = enter
		all = append(all, named{fmt.Sprintf("%.3f", enter), r})
	}
	return all
}

func energyLeaves() (all []named) {
	for _, leave := range leaves {
		r := presentRules
		r.energy.leave = leave
		all = append(all, named{fmt.Sprintf("%.2f", leave), r})
	}
	return all
}

// print prints a table with one row a rule.
func (c curve) print(users int) {
	header := "| rule |"
	cells := make([]strings.Builder, len(c.rules))
	for _, p := range c.columns {
		var by []rules
		for _, r := range c.rules {
			by = append(by, r.rules)
		}
		samples := p.simulate(users, *figuresSeed, by...)
		for i, f := range p.figures {
			header += fmt.Sprintf(" %s: %s |", p.name, f.name)
			for r := range samples {
				fmt.Fprintf(&cells[r], " %.3f |", samples[r][i].mean())
			}
		}
	}
	printf("\n%s: %d users a column\n\n%s\n|%s\n", c.title, users, header, strings.Repeat("---|", strings.Count(header, "|")-1))
	for r := range cells {
		printf("| %s |%s\n", c.rules[r].name, cells[r].String())
	}
}
