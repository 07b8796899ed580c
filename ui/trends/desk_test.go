package trends

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// desk is the page on screen, without the rest of the window.
type desk struct {
	*uitest.Desk
	page *Page

	opened  []journal.Week
	offered []string // what the page offered to undo
	acts    []string // what else it asked of the window
}

// OpenWeek implements [Window].
func (d *desk) OpenWeek(w journal.Week) { d.opened = append(d.opened, w) }

// OfferUndo implements [Window].
func (d *desk) OfferUndo(text string) { d.offered = append(d.offered, text) }

// wentTo fails unless the page opened a week since it was last asked.
func (d *desk) wentTo(week string) {
	d.T.Helper()
	if len(d.opened) != 1 || d.opened[0].String() != week {
		d.T.Errorf("the page opened %v, want %s", d.opened, week)
	}
	d.opened = nil
}

// newDesk shows the page of a journal with contents.
func newDesk(t testing.TB, contents journal.Contents, lang words.Language) *desk {
	t.Helper()
	return newDeskWith(t, contents, lang, nil)
}

// newDeskWith is newDesk with a clipboard for pictures.
func newDeskWith(t testing.TB, contents journal.Contents, lang words.Language, copyPicture func([]byte) error) *desk {
	t.Helper()
	d := &desk{Desk: uitest.NewDesk(t, contents)}
	d.page = New(d.Session(lang), copyPicture, d)
	d.Show(d.page.Content())
	d.page.Shown()
	d.Clock.Finish()
	return d
}

// LogThisWeek implements [Window].
func (d *desk) LogThisWeek() { d.acts = append(d.acts, "log this week") }

// OpenSample implements [Window].
func (d *desk) OpenSample() { d.acts = append(d.acts, "open the sample") }

// Help implements [Window].
func (d *desk) Help(place string) { d.acts = append(d.acts, "help "+place) }
