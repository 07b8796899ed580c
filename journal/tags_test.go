package journal_test

import (
	"slices"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// A tag is spelled as it was before, the last time.
func TestSpellTags(t *testing.T) {
	contents := storetest.Sample()
	moment := contents.Entries[1].Moments[0]
	contents.Entries = nil
	for week, tags := range map[string][]string{
		"2026-W10": {"Résumé", "on‑call", "Straße"}, "2026-W11": {"resume", "c++"}, "2026-W12": {"ＰＬＡＮ", "أحمد"},
	} {
		m := moment
		m.Tags = tags
		contents.Entries = append(contents.Entries, journal.Entry{Week: mustWeek(t, week), Moments: []journal.Moment{m}})
	}
	slices.SortFunc(contents.Entries, func(a, b journal.Entry) int { return a.Week.Compare(b.Week) })
	j := open(t, contents)
	for _, tt := range []struct{ typed, before, want []string }{
		{nil, nil, nil},
		{[]string{"new", "C++"}, nil, []string{"new", "c++"}},
		{[]string{"RESUME"}, nil, []string{"resume"}},
		{[]string{"Résumé"}, nil, []string{"Résumé"}}, // there exactly so
		{[]string{"plan", "ON-CALL", "strasse", "احمد"}, nil, []string{"ＰＬＡＮ", "on‑call", "Straße", "أحمد"}},
		{[]string{"On-Call", "plan"}, []string{"on‑call"}, []string{"On-Call", "ＰＬＡＮ"}}, // spelled otherwise on purpose
	} {
		typed := slices.Clone(tt.typed)
		if got := j.SpellTags(tt.typed, tt.before); !slices.Equal(got, tt.want) {
			t.Errorf("%q instead of %q is spelled %q, want %q", tt.typed, tt.before, got, tt.want)
		}
		if !slices.Equal(tt.typed, typed) {
			t.Errorf("%q became %q", typed, tt.typed)
		}
	}
}
