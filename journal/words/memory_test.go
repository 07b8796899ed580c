package words_test

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// TestMemoryAhead: how many weeks are missing is said only while some are there.
func TestMemoryAhead(t *testing.T) {
	for weeks, want := range map[int][2]string{
		0: {},
		3: {
			"After 9 more weeks with both, your splits are compared with what your calendar shows.",
			"Après encore 9~semaines qui ont les deux, vos répartitions sont comparées à ce qu’indique votre agenda.",
		},
		11: {
			"After 1 more week with both, your splits are compared with what your calendar shows.",
			"Après encore 1~semaine qui a les deux, vos répartitions sont comparées à ce qu’indique votre agenda.",
		},
		12: {},
	} {
		r := lean.Result{Memory: lean.Memory{Weeks: weeks}}
		both(t, func(w *words.Words) string { return w.MemoryAhead(r) }, want[0], want[1])
	}
}

// TestRemembered: half of tech lead work is on the people side.
func TestRemembered(t *testing.T) {
	split, hours := journal.Split{Technical: 30, Both: 20, People: 50}, journal.Hours{Technical: 10, Both: 4, People: 6}
	both(t, func(w *words.Words) string { return w.Remembered(split, hours) },
		"people side: 60% by your split, 40% measured",
		"côté encadrement~: 60~% d’après votre répartition, 40~% mesurés")
}
