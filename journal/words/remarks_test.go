package words_test

import (
	"slices"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// TestRemarksLeaveOutWhatIsUncertain checks that an empty journal is not
// remarked upon, and that no remark is empty.
func TestRemarksLeaveOutWhatIsUncertain(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		if got := w.Remarks(lean.Of(nil, nil, lean.SpanOf(nil, journal.WeekAt(2960))), nil); len(got) != 0 {
			t.Errorf("%s: an empty journal is remarked upon: %q", lang, got)
		}
		for _, l := range lives {
			for _, remark := range w.Remarks(l.result(), journal.BuiltInKinds()) {
				if remark.Text == "" || !slices.Contains(lean.Figures, remark.Subject.Figure) {
					t.Errorf("%s: %s has the remark %q about %+v", lang, l.name, remark.Text, remark.Subject)
				}
			}
		}
	}
}
