package paper

import "heliotrope/journal/chart"

// printedItems returns items with their texts as they are printed.
func printedItems(items []chart.Item) []chart.Item {
	all := make([]chart.Item, 0, len(items))
	for _, item := range items {
		if text, ok := item.(chart.Text); ok {
			text.Text = printed(text.Text)
			all = append(all, drawnItems(text)...)
		} else {
			all = append(all, item)
		}
	}
	return all
}

// place returns items scaled and then moved.
func place(items []chart.Item, scale, x, y float64) []chart.Item {
	p := placement{scale, x, y}
	placed := make([]chart.Item, 0, len(items))
	for _, item := range items {
		switch v := item.(type) {
		case chart.Line:
			v.Points, v.Width = p.points(v.Points), scale*v.Width
			item = v
		case chart.Area:
			v.Points = p.points(v.Points)
			item = v
		case chart.Mark:
			if v.Hollow { // becomes two marks, because its outline would not be scaled
				inside := v.Inside()
				v.Hollow = false
				placed = append(placed, p.mark(v))
				v = inside
			}
			item = p.mark(v)
		case chart.Text:
			v.At, v.Size = p.point(v.At), scale*v.Size
			item = v
		case chart.Drawn:
			v.At, v.Size = p.point(v.At), scale*v.Size
			item = v
		case chart.Rule:
			v.From, v.To, v.Width = p.point(v.From), p.point(v.To), scale*v.Width
			item = v
		case chart.Rect:
			v.Min, v.Max, v.Outline = p.point(v.Min), p.point(v.Max), scale*v.Outline
			item = v
		}
		placed = append(placed, item)
	}
	return placed
}

// placement is where a scene goes on a page.
type placement struct{ scale, x, y float64 }

func (p placement) point(at chart.Point) chart.Point {
	return chart.Point{X: p.x + p.scale*at.X, Y: p.y + p.scale*at.Y}
}

func (p placement) points(all []chart.Point) []chart.Point {
	placed := make([]chart.Point, len(all))
	for i, at := range all {
		placed[i] = p.point(at)
	}
	return placed
}

func (p placement) mark(m chart.Mark) chart.Mark {
	m.At, m.Radius = p.point(m.At), p.scale*m.Radius
	return m
}
