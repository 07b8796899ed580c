package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// Keys are the keys of the window, by the id of their words, in the order in
// which they are shown.
var Keys = []string{
	"week", "trends", "journal", "report", "settings", "new", "line", "find", "prev", "next", "jump", "today",
	"undo", "redo", "tab", "arrows", "event", "enter",
}

// keyTable lists the keys of the window.
func keyTable(w *words.Words) fyne.CanvasObject {
	rows := controls.Stack(2)
	for _, id := range Keys {
		rows.Add(container.New(keyRow{}, controls.Flush(controls.Caption(w.Say("keys."+id+".key"))), controls.Flush(controls.Caption(w.Say("keys."+id)))))
	}
	return rows
}

// keyRow lays out a key and what it does, which both wrap.
type keyRow struct{}

const keyPart, keyGap = 0.3, 16

// Layout implements fyne.Layout.
func (keyRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	key := size.Width * keyPart
	o[0].Resize(fyne.NewSize(key, o[0].MinSize().Height))
	o[1].Move(fyne.NewPos(key+keyGap, 0))
	o[1].Resize(fyne.NewSize(size.Width-key-keyGap, o[1].MinSize().Height))
}

// MinSize implements fyne.Layout.
func (keyRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	key, does := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(key.Width+keyGap+does.Width, max(key.Height, does.Height))
}
