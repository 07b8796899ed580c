package evidence

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"heliotrope/journal/evidence/source"
	"heliotrope/ui/controls"
	"heliotrope/ui/texts"
)

// place is a place of a kind.
type place struct {
	kind source.Kind
	path string
}

// placeRow shows a place with a check box.
type placeRow struct {
	at    place
	check *controls.Check
	root  fyne.CanvasObject
}

const (
	longestName = 24 // of a place, in characters: a word is not broken
	longestPath = 300
	indent      = 28 // of what is below the words of the check box; at the usual text size
)

// newPlaceRow returns a row that calls changed.
func newPlaceRow(at place, on bool, changed func(on bool)) *placeRow {
	r := &placeRow{at: at}
	r.check, r.root = newTicked(source.Harmless(filepath.Base(at.path)), shown(filepath.Dir(at.path)), changed)
	r.check.Checked = on
	return r
}

// newTicked returns a check box for a name, with more about it below. A name that is too
// long for the box stands there in full.
func newTicked(name, more string, changed func(on bool)) (*controls.Check, fyne.CanvasObject) {
	short := texts.Flatten(name, longestName)
	check := controls.NewCheck(short, changed)
	if short != name {
		more = strings.Trim(more+"\n"+texts.Flatten(name, longestPath), "\n")
	}
	if more == "" {
		return check, check
	}
	below := controls.Caption(more)
	below.Wrapping = fyne.TextWrapBreak
	return check, controls.Stack(0, check, container.New(layout.NewCustomPaddedLayout(0, 2, indent, 0), controls.Flush(below)))
}

// shown returns a path as it is shown, with ~ for the user's home folder.
func shown(path string) string {
	if home, err := os.UserHomeDir(); err == nil && home != "" {
		if rest, ok := strings.CutPrefix(path, home); ok && (rest == "" || rest[0] == filepath.Separator) {
			path = "~" + rest
		}
	}
	return texts.Flatten(source.Harmless(path), longestPath)
}
