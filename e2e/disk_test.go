//go:build linux

package e2e

import (
	"slices"
	"strings"
	"testing"

	"heliotrope/e2e/screen"
)

// The disk refuses all that is written to it, while somebody goes on writing: it is
// told, nothing is lost, and all is saved once there is room again.
func testFailingDisk(t *testing.T, d *screen.Desktop) {
	h := screen.NewHome(t)
	settle(t, h)
	d.Import(t, h, sample)
	before := d.Export(t, h)
	w := d.Open(t, h)
	w.Still()
	w.Process.RefuseWrites(true)
	w.Bringing(bar, func() {
		w.Do(screen.Type("Three reviews before lunch /coding +0"), screen.Press("Return"))
		w.Do(screen.Press(times(toReflection, "Tab")...), screen.Type("More mornings like this one."))
	})
	c := d.Command(h, "--today", screen.Today, "add", "From outside /coding +1")
	if said, err := c.CombinedOutput(); c.ProcessState.ExitCode() != inDoubt || !strings.Contains(string(said), "not saved") {
		t.Errorf("a command beside it ends with %v: %s", err, said)
	}
	w.Bringing(screen.Dialog, w.PressClose) // it asks, since not everything is saved
	w.Bringing(screen.Dialog, func() { w.Keys("Escape") })
	for _, p := range pages {
		p.open(w)
	}
	w.Keys("ctrl+n")
	w.Do(screen.Type("Typed while it was full /coding +2"), screen.Press("Return"))
	if c, ok := h.Saved(t); !ok || len(c.Entries) != len(before.Entries) {
		t.Errorf("on a disk that refuses, %d weeks were saved (%t)", len(c.Entries), ok)
	}
	w.Process.RefuseWrites(false)
	screen.Eventually(t, "all of it on the disk", func() bool {
		c, ok := h.Saved(t)
		return ok && len(c.Entries) > len(before.Entries) && len(c.Entries[len(c.Entries)-1].Moments) == 3
	})
	w.Close()

	after := d.Export(t, h)
	if len(after.Entries) != len(before.Entries)+1 {
		t.Fatalf("the journal holds %d weeks, want one more than %d", len(after.Entries), len(before.Entries))
	}
	for i, e := range before.Entries {
		if !after.Entries[i].Equal(e) {
			t.Errorf("week %v is no more what it was", e.Week)
		}
	}
	last := after.Entries[len(before.Entries)]
	var texts []string
	for _, m := range last.Moments {
		texts = append(texts, m.Text)
	}
	if want := []string{"Three reviews before lunch", "From outside", "Typed while it was full"}; !slices.Equal(texts, want) {
		t.Errorf("the week holds %q, want %q", texts, want)
	}
	if want := "More mornings like this one."; last.Reflection != want {
		t.Errorf("the reflection is %q, want %q", last.Reflection, want)
	}
}

// bar is the least share of the window that a bar above the page changes: all below it
// moves.
const bar = 0.08

// inDoubt is the exit status of a command whose work the window has, and not the disk.
const inDoubt = 3
