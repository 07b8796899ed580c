package past

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/saving"
	"heliotrope/ui/uitest"
)

// desk is the page on screen, without the rest of the window.
type desk struct {
	*uitest.Desk
	page  *Page
	saver *saving.Autosave

	opened   []journal.Week
	moment   string   // that was opened last, or "reflection"
	offered  []string // what the page offered to undo
	restored []string // what it did so with that came back
	copied   string
	said     []string
}

// OpenWeek implements [Window].
func (d *desk) OpenWeek(w journal.Week) { d.opened = append(d.opened, w) }

// OpenMoment implements [Window].
func (d *desk) OpenMoment(w journal.Week, id string) {
	d.opened, d.moment = append(d.opened, w), id
}

// OpenReflection implements [Window].
func (d *desk) OpenReflection(w journal.Week) {
	d.opened, d.moment = append(d.opened, w), "reflection"
}

// OfferUndo implements [Window].
func (d *desk) OfferUndo(text string) { d.offered = append(d.offered, text) }

// ShowRestored implements [Window].
func (d *desk) ShowRestored(text string) {
	d.restored = append(d.restored, text)
	d.page.Shown()
}

// Say implements [Window].
func (d *desk) Say(text string) { d.said = append(d.said, text) }

// CopyText implements [Window].
func (d *desk) CopyText(text string) { d.copied = text }

// newDesk shows the page of a journal with contents.
func newDesk(t testing.TB, contents journal.Contents) *desk {
	t.Helper()
	d := &desk{Desk: uitest.NewDesk(t, contents)}
	d.saver = saving.NewAutosave(d.Journal, d.Clock, d.Clock.Now, func(saving.State, error) {}, func(journal.Week) {})
	d.page = New(d.Session(words.English), d.saver, d)
	d.Show(d.page.Content())
	d.page.Shown()
	return d
}

// pick does what the menu of a week calls label.
func (d *desk) pick(w journal.Week, label string) {
	d.T.Helper()
	for _, item := range d.page.menu(w) {
		if item.Label == label {
			item.Action()
			return
		}
	}
	d.T.Fatalf("the menu of %v has no %q", w, label)
}

// offers reports whether the menu of a week has an item called label.
func (d *desk) offers(w journal.Week, label string) bool {
	for _, item := range d.page.menu(w) {
		if item.Label == label {
			return true
		}
	}
	return false
}
