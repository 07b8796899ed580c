package input_test

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/input"
)

// A hidden kind is found by its whole name only, and after any other of that name.
func TestHiddenKinds(t *testing.T) {
	kinds := input.Kinds(journal.Kinds{
		{ID: "research", Name: "Research", Track: journal.Technical, Hidden: true},
		{ID: "old", Name: "Debrief", Track: journal.Both, Hidden: true},
		{ID: "resume", Name: "Resume screening", Track: journal.People},
		{ID: "retro", Name: "Debrief", Track: journal.Both},
	}, func(k journal.Kind) string { return k.Name })
	for typed, want := range map[string]string{"/res": "resume", "/research": "research", "/debrief": "retro", "/rese": ""} {
		if got := input.ParseLine(typed, kinds).Kind; got != want {
			t.Errorf("%s is the kind %q, want %q", typed, got, want)
		}
	}
	for _, k := range input.Matches("", kinds) {
		if k.Hidden {
			t.Errorf("%s is offered", k.ID)
		}
	}
}

func TestSameName(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"On-call handover", "on call  HANDOVER", true}, {"Débogage", "debogage", true}, {"Design", "Designs", false}, {"Glue", "", false},
	} {
		if input.SameName(tt.a, tt.b) != tt.same {
			t.Errorf("%q and %q are the same: %v", tt.a, tt.b, !tt.same)
		}
	}
}
