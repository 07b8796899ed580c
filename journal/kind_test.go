package journal_test

import (
	"slices"
	"testing"

	"heliotrope/journal"
)

// The catalog is what stored journals and files name, so it changes only on
// purpose.
func TestBuiltInKinds(t *testing.T) {
	want := map[journal.Track][]string{
		journal.Technical: {"design", "debugging", "coding", "review", "incident", "research", "writing", "agents"},
		journal.Both:      {"tech-lead", "pairing", "mentoring", "direction", "stakeholders", "planning", "glue"},
		journal.People:    {"one-on-one", "coaching", "hiring", "feedback", "conflict", "team"},
	}
	var order journal.Kinds
	for _, track := range journal.Tracks {
		kinds := journal.BuiltInKinds().Of(track)
		var ids []string
		for _, k := range kinds {
			ids = append(ids, k.ID)
		}
		if !slices.Equal(ids, want[track]) {
			t.Errorf("%s: %v, want %v", track, ids, want[track])
		}
		order = append(order, kinds...)
	}
	if !slices.Equal(order, journal.BuiltInKinds()) {
		t.Errorf("they come as %v", journal.BuiltInKinds())
	}
}

// What the user made of a kind stays, whatever kinds are built in.
func TestOwnKindsStay(t *testing.T) {
	own := []journal.Kind{
		{ID: "mentoring", Name: "My mentoring", Track: journal.People}, // made before there was such a built-in kind
		{ID: "planning", Track: journal.Technical},
		{ID: "k", Name: "Glue work", Track: journal.People},
	}
	j := open(t, journal.Contents{Kinds: own})
	for _, want := range own {
		if got, _ := j.Kinds().Find(want.ID); got != want {
			t.Errorf("%s is %+v, want %+v", want.ID, got, want)
		}
	}
	if n := len(j.Kinds()); n != len(journal.BuiltInKinds())+1 {
		t.Errorf("there are %d kinds", n)
	}
}
