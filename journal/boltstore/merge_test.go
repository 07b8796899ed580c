package boltstore

import (
	"testing"

	"heliotrope/journal"
)

// TestMendEndsTheDraftOfASavedMoment: of a moment that was found saved, no
// draft stays. If it did, the window would offer to add the moment once more.
func TestMendEndsTheDraftOfASavedMoment(t *testing.T) {
	entry := journal.Entry{Week: week("2026-W47"), Moments: []journal.Moment{
		{ID: "m1", Text: "saved", Kind: "coding", Track: journal.Technical, Hours: 1},
	}}
	saved := journal.Draft{ID: entry.Moments[0].ID, Week: entry.Week, Text: "almost saved"}
	other := journal.Draft{ID: "another", Week: entry.Week, Text: "not saved"}
	for _, tt := range []struct {
		name  string
		draft journal.Draft
		stays bool
	}{
		{"of a saved moment", saved, false},
		{"of another moment", other, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := whole{box: box{key: newKey()}, records: make(map[place][]byte)}
			draft, err := newDraftRecord(tt.draft)
			if err != nil {
				t.Fatal(err)
			}
			if err := w.put(draftBucket, keyDraft, draft); err != nil {
				t.Fatal(err)
			}
			if err := w.put(entriesBucket, entry.Week.String(), entries.store(entry)); err != nil {
				t.Fatal(err)
			}
			if err := w.mend(); err != nil {
				t.Fatal(err)
			}
			if stays := w.records[place{draftBucket, keyDraft}] != nil; stays != tt.stays {
				t.Errorf("the draft is there: %v, want %v", stays, tt.stays)
			}
		})
	}
}
