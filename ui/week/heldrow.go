package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	r.root = container.NewBorder(nil, nil, container.New(markColumn{}, r.mark), nil, controls.Stack(0, controls.Flush(r.text), controls.Flush(r.about)))
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

// markColumn gives a mark its room in front of a row, also while it is hidden.
type markColumn struct{}

const markGap = 12 // between the mark and the text

// Layout implements fyne.Layout.
func (markColumn) Layout(o []fyne.CanvasObject, size fyne.Size) {
	least := o[0].MinSize()
	o[0].Resize(least)
	o[0].Move(fyne.NewPos(0, (size.Height-least.Height)/2))
}

// MinSize implements fyne.Layout.
func (markColumn) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(markGap, 0)
}
