package source_test

import (
	"maps"
	"slices"
	"testing"

	"heliotrope/journal/evidence/source"
)

// TestAddresses: whatever its capitals and the space around it, an address is one.
func TestAddresses(t *testing.T) {
	set := source.Addresses([]string{" Me@Example.ORG\t", "me@example.org", "", "  ", "\xff@example.org"})
	want := []string{"me@example.org", "\uFFFD@example.org"}
	if got := slices.Sorted(maps.Keys(set)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
