package lean

import (
	"flag"
	"fmt"
	"testing"
)

var (
	figuresForm = flag.String("figures", "short", "how many users are simulated: short, or long for the figures of the manual")
	figuresSeed = flag.Uint64("seed", 1, "what the random numbers of the simulated users begin with")
)

// simulatedUsers returns how many users are simulated of each population, and
// whether everything is printed.
func simulatedUsers(t *testing.T) (users int, long bool) {
	t.Helper()
	switch {
	case *figuresForm == "long":
		return 6000, true
	case *figuresForm != "short":
		t.Fatalf("-figures=%s, want short or long", *figuresForm)
	case testing.Short():
		return 40, false
	}
	return 100, false
}

// TestFigures makes the figures that the manual shows:
//
//	go test ./journal/lean -count=1 -run='^TestFigures$' -v -timeout=60m -figures=long
//
// The short form lets fewer users live and fails only if a figure is so far from
// its bound that chance explains it once in a thousand. The users are the same in
// each run.
func TestFigures(t *testing.T) {
	users, long := simulatedUsers(t)
	start("Promised", users)
	for _, p := range promised {
		for i, s := range p.simulate(users, *figuresSeed, presentRules)[0] {
			f := p.figures[i]
			printf("| %s | %s | %v | %.3f%s |\n", p.name, f.name, f.reach, s.mean(), f.reach.remark(s))
			if f.reach.refutes(s) {
				t.Errorf("%s: %s: %.3f of %d users, want %v", p.name, f.name, s.mean(), users, f.reach)
			}
		}
	}
	start("Control, one look a week at 95 %: each must be missed", users)
	for _, p := range controls {
		s, f := p.simulate(users, *figuresSeed, rules{oneLook, oneLook})[0][0], p.figures[0]
		printf("| %s | %s | %v | %.3f%s |\n", p.name, f.name, f.reach, s.mean(), f.reach.remark(s))
		if !f.reach.refutes(s) {
			t.Errorf("control: %s: %s: %.3f of %d users, which the check passes as %v", p.name, f.name, s.mean(), users, f.reach)
		}
	}
	if !long {
		return
	}
	printf("\nMonotone, in random journals (of a week's T and of the mean of a track none may fall):\n\n| what | cases | to reach | measured |\n|---|---|---|---|\n")
	tried, worst := moreEnergy(t)
	printf("| the difference of energy falls as a moment gives more, points | %d | at most 0.02 | %.4f |\n", tried, worst)
	tried, worst = morePeopleWork(t)
	printf("| the level of T falls as a week's T rises by 0.1 at most | %d | at most 0.02 | %.4f |\n", tried, worst)
	start("Beyond what the model assumes", users/3)
	for _, p := range beyond {
		for i, s := range p.simulate(users/3, *figuresSeed, presentRules)[0] {
			printf("| %s | %s | %v | %.3f |\n", p.name, p.figures[i].name, p.figures[i].reach, s.mean())
		}
	}
	for _, c := range curves {
		c.print(users / 10)
	}
}

// start begins a table.
func start(title string, users int) {
	printf("\n%s: %d users a row, -seed=%d\n\n| users | what | to reach | measured |\n|---|---|---|---|\n", title, users, *figuresSeed)
}

// printf prints if tests are verbose.
func printf(format string, args ...any) {
	if testing.Verbose() {
		fmt.Printf(format, args...)
	}
}
