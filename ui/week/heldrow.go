package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/evidence"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// heldRow shows one line of what a week held: its title, and how much of it there was.
type heldRow struct {
	mark  *controls.Glyph
	text  *widget.Label
	about *widget.Label
	root  fyne.CanvasObject
}

func newHeldRow() *heldRow {
	r := &heldRow{mark: controls.NewGlyph(controls.Circle, look.ColorTook), text: controls.Body(""), about: controls.Caption("")}
	mark := container.New(layout.NewCustomPaddedLayout(0, 0, 0, 12), container.NewCenter(r.mark))
	r.root = container.NewBorder(nil, nil, mark, nil, controls.Stack(0, controls.Flush(r.text), controls.Flush(r.about)))
	return r
}

// set shows a line, with the mark of the track of its kind.
func (r *heldRow) set(w *words.Words, kinds journal.Kinds, l evidence.Line) {
	k, known := kinds.Find(l.Kind)
	if look.SetVisible(r.mark, known); known {
		r.mark.Set(look.TrackShape(k.Track), look.TrackColor(k.Track))
	}
	importance := widget.MediumImportance
	if l.Logged {
		importance = widget.LowImportance
	}
	if r.text.Importance != importance {
		r.text.Importance = importance
		r.text.Refresh()
	}
	if text := texts.Flatten(w.EvidenceTitle(l), rowText); r.text.Text != text {
		r.text.SetText(text)
	}
	if about := w.EvidenceLine(l); r.about.Text != about {
		r.about.SetText(about)
	}
}
