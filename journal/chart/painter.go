package chart

import (
	"heliotrope/journal/words"
)

// leastWidth is how narrow a chart may be. It is laid out at this width where
// there is less.
const leastWidth = 240.0

// painter is a scene in the making, with the words for it and their widths.
type painter struct {
	scene   Scene
	words   *words.Words
	measure Measurer
}

func newPainter(w *words.Words, m Measurer, width float64) painter {
	return painter{scene: Scene{Width: max(width, leastWidth)}, words: w, measure: m}
}

func (p *painter) draw(items ...Item) { p.scene.Items = append(p.scene.Items, items...) }

func (p *painter) width(text string, size float64) float64 { return p.measure.Width(text, size, false) }
