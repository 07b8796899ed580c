package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"heliotrope/journal/evidence/source"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// icsKind is a kind of source of which each file that ends in .ics is one.
type icsKind struct{}

func (icsKind) ID() string { return "calendar" }

func (icsKind) Find(_ context.Context, path string) (found []string, err error) {
	err = filepath.WalkDir(path, func(path string, _ os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".ics") {
			found = append(found, path)
		}
		return nil
	})
	return found, err
}

func (icsKind) Addresses(context.Context, []string) []string { return nil }

func (icsKind) Open(path string, _ []string) source.Source { return emptySource(path) }

type emptySource string

func (s emptySource) Path() string                                     { return string(s) }
func (emptySource) Look(context.Context, source.Span) (f source.Found) { return f }
func (emptySource) Stamp() string                                      { return "" }

// A calendar or a folder that is dropped is asked about where sources are chosen, a file
// of an export is shown as if it was chosen, and what anything else is, is said. Behind a
// dialog nothing is taken.
func TestDropped(t *testing.T) {
	folder := t.TempDir()
	put := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	work, team := put("work.ics", ""), put("team.ics", "")
	export, picture := put("export.json", "{}"), put("picture.png", "")
	for _, tt := range []struct {
		name  string
		paths []string
		kinds []source.Kind
		sees  string
		page  pageName
	}{
		{"a calendar", []string{work}, []source.Kind{icsKind{}}, "1 source found", pageSources},
		{"two calendars", []string{work, team}, []source.Kind{icsKind{}}, "2 sources found", pageSources},
		{"a folder", []string{folder}, []source.Kind{icsKind{}}, "2 sources found", pageSources},
		{"an export", []string{export}, nil, "export.json", pageWeek},
		{"a picture", []string{picture}, []source.Kind{icsKind{}}, "picture.png is no calendar", pageWeek},
		{"what is gone", []string{filepath.Join(folder, "gone.ics")}, []source.Kind{icsKind{}}, "gone.ics is no calendar", pageWeek},
		{"a folder, without kinds", []string{folder}, nil, "is no calendar", pageWeek},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newDeskWith(t, uitest.Weeks(3), words.English, func(c *Config) { c.Sources = tt.kinds })
			drop := func() {
				var uris []fyne.URI
				for _, path := range tt.paths {
					uris = append(uris, storage.NewFileURI(path))
				}
				d.shell.dropped(fyne.Position{}, uris)
				d.Clock.Finish()
			}
			d.shell.showAbout()
			drop()
			if d.shell.space.current != pageWeek || d.Clock.Pending() > 0 {
				t.Error("it is taken behind a dialog")
			}
			d.Press(fyne.KeyEscape)
			drop()
			d.Sees(tt.sees)
			d.shows(tt.page)
			if tt.page == pageSources {
				d.Press(fyne.KeyReturn)
				if got := d.Preferences.Get().Evidence["test"].Places["calendar"]; len(got) == 0 {
					t.Error("Enter does not choose it")
				}
				d.shell.space.sources.Escape()
				d.shows(pageWeek)
			}
		})
	}
}
