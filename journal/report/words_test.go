package report_test

import (
	"testing"

	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// TestNames checks that every format and every section has a name.
func TestNames(t *testing.T) {
	w := words.In(words.English)
	var ids []string
	for _, f := range report.Formats {
		ids = append(ids, "report.format."+string(f))
	}
	for _, s := range report.Sections {
		ids = append(ids, "report.section."+string(s))
	}
	for _, id := range ids {
		if w.Say(id) == id {
			t.Errorf("there is no sentence %s", id)
		}
	}
}
