package settings

import (
	"fmt"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// BenchmarkShown is what it costs to come to the page with ten years of a hundred
// moments a week in the journal.
func BenchmarkShown(b *testing.B) {
	c := uitest.Weeks(520)
	kinds := journal.BuiltInKinds()
	for i := range c.Entries {
		m := c.Entries[i].Moments[0]
		c.Entries[i].Moments = nil
		for n := range 100 {
			m.ID, m.Kind = fmt.Sprint(n), kinds[n%len(kinds)].ID
			c.Entries[i].Moments = append(c.Entries[i].Moments, m)
		}
	}
	d := newDesk(b, c, words.English)
	for b.Loop() {
		d.page.Shown()
		d.Clock.Finish()
	}
}
