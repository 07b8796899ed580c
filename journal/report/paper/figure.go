package paper

import "cmp"

const (
	figureGap   = 24.0 // between two side by side
	captionGap  = 5.0  // above and below a chart
	leastFigure = 60.0 // height of a chart, however little room there is
)

// figures sets one figure, or two side by side, their charts on one height.
func (s setter) figures(figures ...Figure) []strip {
	room := (s.width+figureGap)/float64(len(figures)) - figureGap
	left := func(i int) float64 { return float64(i) * (room + figureGap) }
	top, captions := 0.0, 0.0
	set := strip{above: 16, below: 14}
	if figures[0].Scale != 0 {
		set.above, set.below = 12, 7
	}
	for i, f := range figures {
		if f.Title != "" {
			set.bookmarks = append(set.bookmarks, heading{level: 2, text: f.Title})
		}
		items, end := fewStacked(titleOf(f), left(i), room, 0, f.Lines)
		set.items = append(set.items, items...)
		top = max(top, end)
		_, end = stack(captionOf(f), left(i), room, 0)
		captions = max(captions, end)
	}
	if top+captions > s.height/2 {
		return s.wordyFigures(figures)
	}
	if top > 0 {
		top += captionGap
	}
	for i, f := range figures {
		most := max(leastFigure, s.height-top-captionGap-captions)
		scale := cmp.Or(f.Scale, FigureScale)
		height := min(f.Height(room/scale)*scale, most)
		scene := f.Draw(room/scale, height/scale, Measurer{})
		set.items = append(set.items, place(printedItems(scene.Items), scale, left(i), top)...)
		items, end := stack(captionOf(f), left(i), room, top+height+captionGap)
		set.items = append(set.items, items...)
		set.height = max(set.height, end)
	}
	return []strip{set}
}

// wordyFigures sets figures under each other, with titles and captions that
// may go over pages.
func (s setter) wordyFigures(figures []Figure) []strip {
	var all []strip
	for _, f := range figures {
		all = append(all, s.paragraph(Paragraph{Text: []Run{{Text: f.Title, Bold: true}}})...)
		all[len(all)-1].withNext = true
		all = append(all, s.figures(Figure{Wide: f.Wide, Scale: f.Scale, Height: f.Height, Draw: f.Draw})...)
		all = append(all, s.paragraph(Paragraph{Text: Plain(f.Caption), Style: Note})...)
	}
	return all
}

func titleOf(f Figure) []text { return []text{{Plain(f.Title), partLook}} }

func captionOf(f Figure) []text { return []text{{Plain(f.Caption), noteLook}} }
