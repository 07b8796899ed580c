//go:build linux

package e2e

import (
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"testing"

	"heliotrope/e2e/screen"
	"heliotrope/journal/preferences"
)

// TestMain runs one scenario more at a time than there are processors, unless -parallel
// says how many: one of them lasts longest and mostly waits.
func TestMain(m *testing.M) {
	if err := flag.Set("test.parallel", strconv.Itoa(runtime.GOMAXPROCS(0)+1)); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

type scenario struct {
	name string
	run  func(*testing.T, *screen.Desktop)
}

func TestScenarios(t *testing.T) {
	binary := screen.Build(t)
	scenarios := []scenario{
		{"four hours", testFourHours}, // first, since it lasts longest
		{"from the first start to a brief", testBrief},
		{"two years", testTwoYears},
		{"fifty years", testFiftyYears},
		{"theme and language", testLook},
		{"a failing disk", testFailingDisk},
		{"a storm of resizes", testResizes},
	}
	for _, scenario := range scenarios {
		t.Run(scenario.name, func(t *testing.T) {
			t.Parallel()
			scenario.run(t, screen.New(t, binary))
		})
	}
}

// toReflection is how many stops of Tab there are from the empty line, past the rows
// of the moments and the link to another prompt, to the reflection.
const toReflection = 3

// times returns a key that is pressed n times.
func times(n int, key string) []string { return slices.Repeat([]string{key}, n) }

// page is a page of the window, the key that leads there, and how light it is at least
// once all of it is there, in dark colors.
type page struct {
	name, key string
	light     float64
}

var (
	week     = page{"the week", "ctrl+1", 0}
	settings = page{"the settings", "ctrl+comma", 0}

	// The first of them is not the one that a journal opens on.
	pages = []page{
		{"the trends", "ctrl+2", 0}, {"the journal", "ctrl+3", 0}, {"the report", "ctrl+4", aSheet}, settings, {"the manual", "F1", 0}, week,
	}
)

// open opens another page by its key and returns what it shows once that is still.
func (p page) open(w *screen.Window) screen.Picture {
	w.Keys(p.key)
	w.CatchUp()
	w.Shows("all of "+p.name, func(now screen.Picture) bool { return now.Light() >= p.light })
	return w.Still()
}

// aSheet is how light the report is once the sheet of paper is there, which takes time.
const aSheet = 0.25

// sample is an exchange file with a year and a half of everything.
var sample = filepath.Join("..", "assets", "sample.en.json")

// settle makes a home that of somebody to whom the program has nothing to offer.
func settle(t *testing.T, h screen.Home) {
	t.Helper()
	file := preferences.Open(h.In("config/heliotrope/settings.json"))
	if err := file.Change(func(p *preferences.Preferences) { p.ReminderOffered = true }); err != nil {
		t.Fatal(err)
	}
}
