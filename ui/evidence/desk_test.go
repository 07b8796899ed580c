package evidence

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/evidence/source"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// desk is the page on screen, without the rest of the window.
type desk struct {
	*uitest.Desk
	page *Page

	offered []string // what it offered to undo
	back    int      // how often it went back
	help    []string // the places of the manual that it showed
}

// GoBack implements [Window].
func (d *desk) GoBack() { d.back++ }

// OfferUndo implements [Window].
func (d *desk) OfferUndo(text string) { d.offered = append(d.offered, text) }

// Help implements [Window].
func (d *desk) Help(place string) { d.help = append(d.help, place) }

// fake is a kind of source that finds what a test gave it.
type fake struct {
	id        string
	places    []string // that there are
	addresses []string
	trouble   error
}

func (f *fake) ID() string { return f.id }

func (f *fake) Find(ctx context.Context, path string) (found []string, err error) {
	for _, at := range f.places {
		if strings.HasPrefix(at, path) {
			found = append(found, at)
		}
	}
	return found, f.trouble
}

func (f *fake) Addresses(context.Context, []string) []string { return f.addresses }

func (f *fake) Open(string, []string) source.Source { return nil }

// newDesk shows the page with two kinds of sources.
func newDesk(t testing.TB, l words.Language) (*desk, *fake, *fake) {
	t.Helper()
	git := &fake{id: "git", places: []string{"/src/shop", "/src/tools/build", "/other/x"}, addresses: []string{"me@example.org", "me@home.example"}}
	calendar := &fake{id: "calendar", places: []string{"/src/Work.ics", "/cal/Team.ics"}, addresses: []string{"me@example.org"}}
	d := &desk{Desk: uitest.NewDesk(t, journal.Contents{})}
	d.page = New(d.Session(l), d.Preferences, []source.Kind{git, calendar}, d)
	d.Show(d.page.Content())
	d.page.Shown()
	d.Clock.Finish()
	d.Focus(d.page.First())
	return d, git, calendar
}

// chosen returns what is chosen, as it is stored.
func (d *desk) chosen() preferences.Evidence {
	return preferences.Open(d.Preferences.Path()).Get().Evidence["test"]
}

// reads fails unless these places are read.
func (d *desk) reads(want ...string) {
	d.T.Helper()
	var got []string
	for id, paths := range d.chosen().Places {
		for _, path := range paths {
			got = append(got, fmt.Sprintf("%s %s", id, path))
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		d.T.Errorf("it reads %q, want %q", got, want)
	}
}

// shows reports whether a text is on screen now.
func (d *desk) shows(text string) bool { return strings.Contains(d.TextsNow(), text) }
