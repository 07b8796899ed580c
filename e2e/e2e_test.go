//go:build linux

package e2e

import (
	"path/filepath"
	"slices"
	"testing"

	"heliotrope/e2e/screen"
	"heliotrope/journal/preferences"
)

func TestScenarios(t *testing.T) {
	binary := screen.Build(t)
	for _, scenario := range []struct {
		name string
		run  func(*testing.T, *screen.Desktop)
	}{
		{"four hours", testFourHours}, // the longest first; it mostly waits
		{"from the first start to a brief", testBrief},
		{"two years", testTwoYears},
		{"fifty years", testFiftyYears},
		{"a storm of resizes", testResizes},
		{"theme and language", testLook},
		{"a failing disk", testFailingDisk},
	} {
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

// page is a page of the window, and the key that leads there.
type page struct{ name, key string }

var (
	week     = page{"the week", "ctrl+1"}
	settings = page{"the settings", "ctrl+comma"}

	// The first of them is not the one that a journal opens on.
	pages = []page{{"the trends", "ctrl+2"}, {"the journal", "ctrl+3"}, {"the report", "ctrl+4"}, settings, {"the manual", "F1"}, week}
)

// open opens another page by its key and returns what it shows once that is still.
func (p page) open(w *screen.Window) screen.Picture {
	w.Keys(p.key)
	return w.Still()
}

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
