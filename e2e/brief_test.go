//go:build linux

package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"heliotrope/e2e/screen"
	"heliotrope/journal"
	"heliotrope/journal/words"
)

// Somebody who is new writes a week, closes the window, opens it again and finds what
// was written, and saves a brief.
func testBrief(t *testing.T, d *screen.Desktop) {
	const (
		moment     = "Found the lock-order inversion, at last"
		reflection = "The planning meeting wore me out. Nobody owned the call."
		second     = "Paired with Ana on the rollback"
		rated      = " /coding +0"
	)
	h := screen.NewHome(t)
	w := d.Open(t, h)
	w.Bringing(screen.Page, func() { w.Keys("space") }) // on the button that begins
	w.Write(moment + " 4h /deb")
	w.Keys("Return", "5")
	w.Keys(times(toReflection, "Tab")...)
	w.Write(reflection)
	w.Close()

	first := d.Export(t, h)
	if backups, _ := filepath.Glob(h.In("data/heliotrope/backups/*.db")); len(backups) == 0 || !reflect.DeepEqual(contents(t, backups[len(backups)-1]), first) {
		t.Errorf("closing left the backups %q, want one of everything as the last", backups)
	}
	if len(first.Entries) != 1 || len(first.Entries[0].Moments) != 1 || len(first.Events) != 0 || len(first.Kinds) != 0 {
		t.Fatalf("the journal holds %+v, want a week with a moment", first.Entries)
	}
	e := first.Entries[0]
	m := e.Moments[0]
	wantMoment := journal.Moment{
		ID: m.ID, Text: moment, Kind: "debugging", Track: journal.Technical, Energy: journal.Energized, Hours: 4, Logged: m.Logged,
	}
	if !reflect.DeepEqual(m, wantMoment) || m.Logged.Format(time.DateOnly) != screen.Today {
		t.Errorf("the moment is %+v, want %+v of %s", m, wantMoment, screen.Today)
	}
	if e.Week.String() != "2026-W48" || e.Reflection != reflection || e.Split != nil || e.Away != "" || len(e.Answers) != 0 {
		t.Errorf("the week is %+v", e)
	}
	if !slices.Contains(words.In(words.English).Prompts(), e.Prompt) {
		t.Errorf("the reflection is under %q, which is no prompt", e.Prompt)
	}

	w = d.Open(t, h) // a journal that holds something opens on its week
	w.Write(second + rated)
	w.Keys("Return")
	w.Keys(times(toReflection, "Tab")...)
	w.Keys("ctrl+a", "ctrl+c") // what the window shows of the reflection
	w.Keys("ctrl+n", "ctrl+v")
	w.Write(rated)
	w.Keys("Return")
	w.Bringing(screen.Page, func() { w.Keys("ctrl+4") })
	w.Keys("shift+Tab", "Return") // back from the list of pages to what saves the report
	brief := h.In("heliotrope-2026-W48.pdf")
	screen.Eventually(t, "a brief", func() bool {
		content, err := os.ReadFile(brief)
		return err == nil && bytes.HasPrefix(content, []byte("%PDF-")) && bytes.HasSuffix(bytes.TrimSpace(content), []byte("%%EOF"))
	})
	w.Close()

	after := d.Export(t, h).Entries[0]
	if len(after.Moments) != 3 {
		t.Fatalf("the week has %d moments, want 3", len(after.Moments))
	}
	if got := after.Moments[1]; got.Text != second || got.Energy != journal.Neutral || got.Hours != 0 {
		t.Errorf("the second moment is %+v", got)
	}
	if got := after.Moments[2].Text; got != reflection {
		t.Errorf("the window showed %q as reflection, want %q", got, reflection)
	}
	after.Moments, after.Updated = after.Moments[:1], e.Updated
	if !reflect.DeepEqual(after, e) {
		t.Errorf("the week was %+v, and is now %+v", e, after)
	}
}
