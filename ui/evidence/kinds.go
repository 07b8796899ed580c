package evidence

import (
	"context"
	"errors"
	"slices"

	"heliotrope/journal/evidence/source"
)

// What follows asks all kinds at once. It reads the disk.

// placesAt returns the places at paths or below them, each once. What cannot be looked
// into is told in the error, next to what was found.
func placesAt(ctx context.Context, kinds []source.Kind, paths []string) (found []place, trouble error) {
	for _, k := range kinds {
		for _, path := range paths {
			there, err := k.Find(ctx, path)
			trouble = errors.Join(trouble, err)
			for _, at := range there {
				if p := (place{k, at}); !slices.Contains(found, p) {
					found = append(found, p)
				}
			}
		}
	}
	return found, trouble
}

// addressesOf asks the kinds for the user's addresses, also in the places that are
// chosen.
func addressesOf(ctx context.Context, kinds []source.Kind, places map[string][]string) (all []string) {
	for _, k := range kinds {
		for _, a := range k.Addresses(ctx, places[k.ID()]) {
			if !slices.Contains(all, a) {
				all = append(all, a)
			}
		}
	}
	return all
}
