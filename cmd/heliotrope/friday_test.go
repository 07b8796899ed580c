//go:build linux

package main

import (
	"testing"

	"heliotrope/e2e/screen"
	"heliotrope/journal"
)

// keyboard counts the keys that a person presses, but for those of the words.
type keyboard struct {
	*screen.Window
	pressed int
}

// words types what a person has to say, which does not count.
func (k *keyboard) words(text string) { k.Write(text) }

// tokens types what else stands in a line.
func (k *keyboard) tokens(text string) {
	k.Write(text)
	k.pressed += len([]rune(text))
}

func (k *keyboard) press(names ...string) {
	k.Keys(names...)
	k.pressed += len(names)
}

// The end of a week takes at most 45 keys next to what one has to say: five
// moments with kind, hours and energy, the split, the question and a reflection.
func (d *desktop) testFriday(t *testing.T) {
	h := screen.NewHome(t)
	w := d.Open(t, h)
	w.Begin()
	k := &keyboard{Window: w}
	for _, m := range []struct{ text, hours, energy string }{
		{"Found the leak in the connection pool", " 3h", "5"},
		{"1:1 with Mira about her promotion", " 1h", "4"},
		{"Third planning round for the quarter", " 5h", "1"},
		{"Paired with Noor on the flaky test", " 2h", "4"},
	} {
		k.words(m.text)
		k.tokens(m.hours)
		k.press("Return", m.energy)
	}
	k.words("Asked Priya about the release date") // of which the kind is not sure
	k.tokens(" 1h /al")
	k.press("Return", "3")
	k.press(repeat("Tab", tabsToReflection)...)
	k.words("Nobody owned the call.")
	k.press("Tab", "6", "0", "Tab", "1", "0", "Tab", "Tab", "Tab", "4")
	w.Close()
	if k.pressed > 45 {
		t.Errorf("it took %d keys, want at most 45", k.pressed)
	}
	t.Logf("%d keys", k.pressed)

	e := d.Export(t, h).Entries[0]
	kinds := []string{"debugging", "one-on-one", "planning", "pairing", "stakeholders"}
	energies := []journal.Energy{2, 1, -2, 1, 0}
	hours := []float64{3, 1, 5, 2, 1}
	if len(e.Moments) != len(kinds) {
		t.Fatalf("the week has %+v", e.Moments)
	}
	for i, m := range e.Moments {
		if m.Kind != kinds[i] || m.Energy != energies[i] || m.Hours != hours[i] {
			t.Errorf("moment %d is %+v, want %s, %d, %v h", i, m, kinds[i], energies[i], hours[i])
		}
	}
	if e.Split == nil || *e.Split != (journal.Split{Technical: 60, Both: 10, People: 30}) {
		t.Errorf("the split is %+v", e.Split)
	}
	if len(e.Answers) != 1 || e.Answers[0].Value != 1 || e.Reflection != "Nobody owned the call." {
		t.Errorf("the answers are %+v, and the reflection is %q", e.Answers, e.Reflection)
	}
}

// A moment in the middle of the week takes at most eight keys, from the closed
// program to the closed program.
func (d *desktop) testMidWeek(t *testing.T) {
	h := screen.NewHome(t)
	d.keptSample(t, h)
	k := &keyboard{Window: d.Open(t, h)}
	k.words("Found the leak in the connection pool")
	k.tokens(" 3h")
	k.press("Return", "5")
	k.Close() // by a key of the window manager
	k.pressed++
	if k.pressed > 8 {
		t.Errorf("it took %d keys, want at most 8", k.pressed)
	}
	c := d.Export(t, h)
	last := c.Entries[len(c.Entries)-1].Moments
	if len(last) == 0 || last[len(last)-1].Kind != "debugging" || last[len(last)-1].Hours != 3 || last[len(last)-1].Energy != journal.Energized {
		t.Errorf("the journal has %+v", last)
	}
}
