package guess_test

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/guess"
)

// The plain verb of a kind, alone or with an object, is of no other kind.
func TestPlainVerbs(t *testing.T) {
	g := guess.New(journal.BuiltInKinds(), nil)
	for text, kind := range map[string]string{
		"Designed": "design", "Designed the queue": "design", "Debugged": "debugging", "Debugged the crash": "debugging", "Debugging": "debugging",
		"Coded": "coding", "Coding all day": "coding", "Reviewed": "review", "Reviewed a change": "review", "Researched": "research",
		"Paired": "pairing", "Paired all morning": "pairing", "Mentored": "mentoring", "Mentored a newcomer": "mentoring",
		"Planned": "planning", "Planned the quarter": "planning", "Interviewed": "hiring", "Interviewed a candidate": "hiring",
		"1:1": "one-on-one", "Coached": "coaching", "Unblocked": "glue", "On call": "incident", "Estimated": "planning",
		"Débogué": "debugging", "Conçu la file": "design", "Relu": "review", "Planifié": "planning", "Recruté": "hiring", "Astreinte": "incident",
		"Codé": "coding",
	} {
		if k := g.Kinds(text, nil)[0]; k.Kind != kind && k.Sure() {
			t.Errorf("%q is surely %s (%.2f), want %s", text, k.Kind, k.P, kind)
		}
	}
}
