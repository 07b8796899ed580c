//go:build linux

package e2e

import (
	"fmt"
	"testing"

	"heliotrope/e2e/screen"
	"heliotrope/journal"
)

// toSplit is how many stops of Tab there are from the empty line to the split of a week
// that has moments.
const toSplit = 4

// Somebody logs two years by going back from week to week: two moments and the split of
// each.
func testTwoYears(t *testing.T, d *screen.Desktop) {
	const weeks = 104
	last, err := journal.ParseWeek("2026-W48")
	if err != nil {
		t.Fatal(err)
	}
	h := screen.NewHome(t)
	w := d.Open(t, h)
	w.Begin()
	for i := range weeks {
		if i > 0 {
			w.Do(screen.Press("alt+Left", "ctrl+Return"))
		}
		w.Do(screen.Type(technicalText(i)+" 3h +1 /debugging"), screen.Press("Return"),
			screen.Type(peopleText(i)+" 1h -1 /one-on-one"), screen.Press("Return"),
			screen.Press(times(toSplit, "Tab")...), screen.Type(fmt.Sprint(60+i%10)),
			screen.Press("Tab"), screen.Type(fmt.Sprint(10+i%5)))
	}
	screen.Eventually(t, "the last week on the disk", func() bool {
		c, ok := h.Saved(t)
		return ok && len(c.Entries) == weeks && c.Entries[0].Split != nil
	})
	w.Close()

	c := d.Export(t, h)
	if len(c.Entries) != weeks {
		t.Fatalf("the journal holds %d weeks, want %d", len(c.Entries), weeks)
	}
	for i := range weeks {
		e := c.Entries[weeks-1-i]
		want := journal.Split{Technical: 60 + i%10, Both: 10 + i%5, People: 30 - i%10 - i%5}
		if e.Week != last.Add(-i) || len(e.Moments) != 2 || e.Split == nil || *e.Split != want {
			t.Errorf("week %d is %+v", i, e)
			continue
		}
		for j, want := range []journal.Moment{
			{Text: technicalText(i), Kind: "debugging", Track: journal.Technical, Hours: 3, Energy: journal.BitEnergized},
			{Text: peopleText(i), Kind: "one-on-one", Track: journal.People, Hours: 1, Energy: journal.BitDrained},
		} {
			got := e.Moments[j]
			want.ID, want.Logged = got.ID, got.Logged
			if !got.Equal(want) {
				t.Errorf("moment %d of %v is %+v, want %+v", j, e.Week, got, want)
			}
		}
	}
}

func technicalText(i int) string { return fmt.Sprintf("Leak %d", i) }

func peopleText(i int) string { return fmt.Sprintf("Talk %d", i) }

// Somebody opens a journal of fifty years, types at once, and looks at every page.
func testFiftyYears(t *testing.T, d *screen.Desktop) {
	h := screen.NewHome(t)
	logYears(t, h.Journal(), 2600, 20)
	before := contents(t, h.Journal())
	w := d.Find(t, d.Start(t, h), "^Heliotrope$")
	w.HasFocus()
	const text = "Typed before anything was drawn"
	w.Do(screen.Type(text+" /coding +1"), screen.Press("Return"))
	w.Drawn()
	for _, p := range pages {
		p.open(w)
	}
	w.Close()

	after := d.Export(t, h)
	last := len(before.Entries) - 1
	if len(after.Entries) != last+1 {
		t.Fatalf("the journal holds %d weeks, want %d", len(after.Entries), last+1)
	}
	moments := after.Entries[last].Moments
	if n := len(before.Entries[last].Moments); len(moments) != n+1 || moments[n].Text != text {
		t.Fatalf("the week holds %+v", moments)
	}
	after.Entries[last].Moments = moments[:len(moments)-1]
	for i, e := range before.Entries {
		got := after.Entries[i]
		got.Updated, got.Prompt = e.Updated, e.Prompt
		if !got.Equal(e) {
			t.Errorf("week %v is no more what it was", e.Week)
		}
	}
}
