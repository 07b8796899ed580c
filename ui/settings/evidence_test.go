package settings

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
)

// The group counts what is read, follows what was chosen elsewhere, and leads there.
func TestEvidenceIsCounted(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	d.Sees("No calendar and no repository is read.")
	d.TapButton("Choose sources…")
	if d.sources != 1 {
		t.Errorf("the sources were opened %d times", d.sources)
	}
	if err := d.Preferences.Change(func(p *preferences.Preferences) {
		p.ChangeEvidence("test", func(e *preferences.Evidence) {
			e.Places = map[string][]string{"git": {"/a", "/b", "/c", "/d", "/e"}, "calendar": {"/f.ics", "/g.ics"}}
		})
	}); err != nil {
		t.Fatal(err)
	}
	d.page.Shown()
	d.Sees("5 repositories, 2 calendars")
	d.page.traces.card.SetChecked(false)
	if now := d.Preferences.Get().Evidence["test"]; !now.Hidden || len(now.Places) != 2 {
		t.Errorf("hidden, it is %+v", now)
	}
}
