package main

import (
	"strings"
	"testing"
)

// TestRow53ClockSetBack, and those below: what is filed by a clock that may be
// wrong is filed, and the doubt said; of another week there is no doubt.
func TestRow53ClockSetBack(t *testing.T) {
	checkClock(t, "2025-11-24", "which is before your last entry (Week 48, 2026)", "avant votre dernière entrée")
}

func TestRow54ClockNeverSet(t *testing.T) {
	checkClock(t, "1970-01-01", "which is before your last entry (Week 48, 2026)", "avant votre dernière entrée")
}

func TestRow54ClockFarAhead(t *testing.T) {
	checkClock(t, "2099-06-03", "more than a year after your last entry (Week 48, 2026)", "plus d’un an après votre dernière entrée")
}

func checkClock(t *testing.T, today, en, fr string) {
	t.Helper()
	path := place(t)
	file := writeFile(t, "small.json", strings.ReplaceAll(small, "2026-W47", "2026-W48"))
	succeeds(t, on(path, "import", file)...)
	add := func(more ...string) outcome {
		return succeeds(t, append([]string{"--journal", path, "--today", today, "add", "Fed the quokka", "--kind", "coding", "--energy", "1"}, more...)...)
	}
	if got := add("--week", "2026-W48"); strings.Contains(got.err, "clock") {
		t.Errorf("of another week it says %q", got.err)
	}
	if got := add("--sample"); strings.Contains(got.err, "clock") {
		t.Errorf("of the sample it says %q", got.err)
	}
	path = place(t)
	succeeds(t, on(path, "import", file)...)
	if got := add(); !strings.Contains(got.err, en) {
		t.Errorf("it says %q, want %q", got.err, en)
	}
	path = place(t)
	succeeds(t, on(path, "import", file)...)
	if got := add("--lang", "fr"); !strings.Contains(got.err, fr) {
		t.Errorf("it says %q, want %q", got.err, fr)
	}
	if got := succeeds(t, "--journal", path, "--today", today, "show").out; !strings.Contains(got, "Fed the quokka") {
		t.Error("the week of the clock does not hold what was filed by it")
	}
}
