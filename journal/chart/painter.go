package chart

import (
	"heliotrope/journal"
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

// trackName writes the name of a track after its mark, from at, where size is
// that of the letters. It is as wide as the name and three times sideMark.
func trackName(name string, t journal.Track, at Point, size float64) []Item {
	shape, role := markOf(t)
	return []Item{
		Mark{At: Point{at.X + sideMark, at.Y - 0.35*size}, Radius: sideMark, Shape: shape, Role: role},
		Text{At: Point{at.X + 3*sideMark, at.Y}, Text: name, Size: size, Role: role},
	}
}
