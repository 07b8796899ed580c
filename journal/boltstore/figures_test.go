package boltstore

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

var (
	figuresForm = flag.String("figures", "", "how long the figures take, and that their table is printed: short or long")
	figuresSeed = flag.Uint64("seed", 47, "what the random numbers of the figures begin with")
)

// form is how much is done for each figure.
type form struct {
	kills    int // rounds
	honest   int // images of a power cut on a disk that keeps its word
	lying    int // images of one on a disk that does not
	damaged  int // images of damage
	restored int // of these, at most so often the backup is brought back
	moves    int // to another computer
	ladders  int // journals that are damaged with their newest backup
	traced   int // saves whose system calls are recorded
	errors   int // of each sort at most, one after the other
	weeks    int // of the long life
	fuzz     int // executions of each decoder; 0 does none
}

// forms are, by the flag -figures, the forms. Without the flag figures are
// tests like others.
var forms = map[string]form{
	"hasty": {kills: 3, honest: 150, lying: 150, damaged: 200, restored: 5, ladders: 2, moves: 4, traced: 4, errors: 1, weeks: 52},
	"":      {kills: 12, honest: 500, lying: 300, damaged: 500, restored: 20, ladders: 5, moves: 8, traced: 10, errors: 3, weeks: 104},
	"short": {
		kills: 20, honest: 1_000, lying: 300, damaged: 600, restored: 20, ladders: 5, moves: 8, traced: 30, errors: 4, weeks: 260,
		fuzz: 20_000,
	},
	"long": {
		kills: 500, honest: 20_000, lying: 4_320, damaged: 3_200, restored: 3_200, ladders: 200, moves: 200, traced: 300, errors: 100,
		weeks: 50 * 52, fuzz: 300_000,
	},
}

// figures are what is measured, in the order of the table. Each has a control:
// the same with something broken on purpose, which must raise the alarm.
var figures = []struct {
	name string
	run  func(t *testing.T, f form, random *rand.Rand) row
}{
	{"killed", killedFigure},
	{"power cut, honest disk", honestFigure},
	{"power cut, lying disk", lyingFigure},
	{"power cut, recorded writes", recordedFigure},
	{"damage", damageFigure},
	{"backup damaged too", ladderFigure},
	{"restore drill", drillFigure},
	{"move", moveFigure},
	{"disk full", fullFigure},
	{"disk full, small disk", smallDiskFigure},
	{"disk errors", errorsFigure},
	{"file touched by others", touchedFigure},
	{"long life", lifeFigure},
	{"fuzzing", fuzzFigure},
}

// row is a line of the table.
type row struct {
	done    string // what was done
	count   string // how often
	result  string
	control string // what was broken on purpose, and the result
	missing string // what is not there that it takes, if it was not run
	took    time.Duration
}

// TestFigures makes the figures that the manual shows:
//
//	go test ./journal/boltstore -count=1 -timeout=30m -run=Figures -v -figures=long
func TestFigures(t *testing.T) {
	name := *figuresForm
	if name == "" && testing.Short() {
		name = "hasty"
	}
	f, ok := forms[name]
	if !ok {
		t.Fatalf("-figures=%s: it is short or long", name)
	}
	var rows []row
	for _, figure := range figures {
		t.Run(figure.name, func(t *testing.T) {
			r := row{done: figure.name}
			defer func(begin time.Time) {
				r.took = time.Since(begin)
				if t.Failed() {
					r.result = "**FAILED**"
					t.Logf("with -seed=%d", *figuresSeed)
				}
				rows = append(rows, r)
			}(time.Now())
			r = figure.run(t, f, rand.New(rand.NewPCG(*figuresSeed, 0)))
			if r.missing != "" {
				t.Skip(r.missing)
			}
			if t.Failed() {
				return
			}
			t.Logf("%s: %s. Control: %s", r.count, r.result, r.control)
		})
	}
	if *figuresForm != "" {
		fmt.Print("\n", table(rows), "\n")
	}
}

// table returns rows as Markdown.
func table(rows []row) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, %s, %d CPUs, -figures=%s -seed=%d\n\n",
		time.Now().Format(time.DateOnly), system(), runtime.Version(), runtime.NumCPU(), *figuresForm, *figuresSeed)
	b.WriteString("| what was done | how often | result | control: the same, broken on purpose | seconds |\n|---|---|---|---|---|\n")
	for _, r := range rows {
		if r.missing != "" {
			r.result = "not run here: " + r.missing
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %.1f |\n", r.done, r.count, r.result, r.control, r.took.Seconds())
	}
	return b.String()
}

// system names the system and its kernel.
func system() string {
	kernel, _ := os.ReadFile("/proc/sys/kernel/osrelease")
	return strings.TrimSpace(runtime.GOOS + "/" + runtime.GOARCH + " " + string(kernel))
}

// thousands writes n with a comma before every three digits.
func thousands(n int) string {
	if n < 1_000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1_000), n%1_000)
}

// maxControl is how often a control that depends on luck is tried until it shows
// what it has to show.
const maxControl = 200

// alarm fails the test unless a control showed what it had to show: a figure
// whose control finds nothing tells nothing.
func alarm(t *testing.T, seen int, of string) {
	t.Helper()
	if seen == 0 {
		t.Errorf("control: %s went unseen", of)
	}
}
