package shortcuts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// Sheet returns a list of all shortcuts with what they do.
func Sheet(w *words.Words) fyne.CanvasObject {
	rows := controls.Stack(2)
	for _, s := range All {
		rows.Add(container.New(row{}, controls.Flush(controls.Caption(Text(w, s.ID))), controls.Flush(controls.Caption(w.Say("keys."+s.ID)))))
	}
	return rows
}

// row lays out keys and what they do, which both wrap.
type row struct{}

const keyPart, keyGap = 0.3, 16

// Layout implements fyne.Layout.
func (row) Layout(o []fyne.CanvasObject, size fyne.Size) {
	key := size.Width * keyPart
	o[0].Resize(fyne.NewSize(key, o[0].MinSize().Height))
	o[1].Move(fyne.NewPos(key+keyGap, 0))
	o[1].Resize(fyne.NewSize(size.Width-key-keyGap, o[1].MinSize().Height))
}

// MinSize implements fyne.Layout.
func (row) MinSize(o []fyne.CanvasObject) fyne.Size {
	key, does := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(key.Width+keyGap+does.Width, max(key.Height, does.Height))
}
