package boltstore

import "testing"

// A draft whose tags and hours were typed apart from its text is a line.
func TestDraftTypedInParts(t *testing.T) {
	for _, tt := range []struct {
		record draftRecord
		want   string
	}{
		{draftRecord{Text: "Half a th"}, "Half a th"},
		{draftRecord{Text: "Half a th", Kind: "coding", Track: "people", Energy: 2, Hours: "1,5", Tags: "calendar, # on call,foc,"}, "Half a th #calendar #on-call #foc 1,5h"},
		{draftRecord{Hours: " 90 min ", Tags: "alone"}, "#alone 90 min"},
		{draftRecord{Text: " spaces "}, "spaces "},
	} {
		if got := tt.record.line(); got != tt.want {
			t.Errorf("%+v is the line %q, want %q", tt.record, got, tt.want)
		}
	}
}
