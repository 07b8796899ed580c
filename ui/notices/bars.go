// Package notices shows texts next to the pages: the bars above them, which stay
// until they are dismissed or no longer true, and the line below them about what
// was just done.
package notices

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// Bars are the bars above the pages, each shown until it is dismissed or no
// longer true.
type Bars struct {
	words *words.Words
	bars  map[string]*controls.Notice
	order []string
	rows  *fyne.Container
	Root  *fyne.Container
}

// NewBars returns bars above what is below them, none as yet.
func NewBars(w *words.Words, below fyne.CanvasObject) *Bars {
	n := &Bars{words: w, bars: make(map[string]*controls.Notice), rows: controls.Stack(1)}
	n.Root = look.Above(n.rows, below)
	return n
}

// Show shows a bar, in place of the one of the same name.
func (n *Bars) Show(name, text string, actions ...controls.Action) {
	if _, there := n.bars[name]; !there {
		n.order = append(n.order, name)
	}
	n.bars[name] = controls.NewNotice(look.ColorNotice, text, actions...)
	n.refresh()
}

// ShowOnce is Show with a link that dismisses the bar and then calls done,
// which may be nil.
func (n *Bars) ShowOnce(name, text string, done func(), actions ...controls.Action) {
	dismiss := controls.Action{Text: n.words.Say("notice.dismiss"), Do: func() {
		n.Hide(name)
		if done != nil {
			done()
		}
	}}
	n.Show(name, text, append(actions, dismiss)...)
}

// Hide hides a bar.
func (n *Bars) Hide(name string) {
	if _, there := n.bars[name]; !there {
		return
	}
	delete(n.bars, name)
	for i, o := range n.order {
		if o == name {
			n.order = append(n.order[:i:i], n.order[i+1:]...)
			break
		}
	}
	n.refresh()
}

func (n *Bars) refresh() {
	n.rows.RemoveAll()
	for _, name := range n.order {
		n.rows.Add(n.bars[name].Content())
	}
	n.Root.Refresh() // what is below makes room
}
