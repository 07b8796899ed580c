package chartview

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal/chart"
)

// neighbor returns the hit that a key leads to from the one at index: the
// nearest to that side, or else the one before or after it in reading order.
// Where hits are only side by side, or only one below the other, all four
// arrows therefore go through them; in a table Up and Down end at its edges,
// and Left and Right go on in the next row.
func neighbor(hits []chart.Hit, index int, key fyne.KeyName) int {
	switch key {
	case fyne.KeyLeft:
		return step(hits, index, sideways, false, false)
	case fyne.KeyRight:
		return step(hits, index, sideways, true, false)
	case fyne.KeyUp:
		return step(hits, index, upright, false, true)
	case fyne.KeyDown:
		return step(hits, index, upright, true, true)
	case fyne.KeyHome:
		return farthest(hits, index, false)
	case fyne.KeyEnd:
		return farthest(hits, index, true)
	}
	return index
}

// axis gives the ends of a hit along and across a direction.
type axis func(chart.Hit) (from, to, acrossFrom, acrossTo float64)

func sideways(h chart.Hit) (from, to, acrossFrom, acrossTo float64) {
	return h.Min.X, h.Max.X, h.Min.Y, h.Max.Y
}

func upright(h chart.Hit) (from, to, acrossFrom, acrossTo float64) {
	return h.Min.Y, h.Max.Y, h.Min.X, h.Max.X
}

// step returns the next hit along an axis, ahead or back. At an edge it goes
// on in reading order, unless ends is set, which is for a table.
func step(hits []chart.Hit, index int, along axis, ahead, ends bool) int {
	if next := nearest(hits, index, along, ahead); next >= 0 {
		return next
	}
	if ends && nearest(hits, index, along, !ahead) >= 0 {
		return index
	}
	if ahead {
		return min(index+1, len(hits)-1)
	}
	return max(index-1, 0)
}

// nearest returns the hit whose middle is nearest along an axis among those
// that lie level with the one at index, -1 if there is none.
func nearest(hits []chart.Hit, index int, along axis, ahead bool) int {
	found, least := -1, 0.0
	from, to, low, high := along(hits[index])
	for i, h := range hits {
		f, t, l, u := along(h)
		distance := (f + t - from - to) / 2
		if !ahead {
			distance = -distance
		}
		level := min(u, high)-max(l, low) > 0
		if level && distance > 0 && (found < 0 || distance < least) {
			found, least = i, distance
		}
	}
	return found
}

// farthest returns the first or the last hit of the row of the one at index,
// and of all hits if it is alone in its row.
func farthest(hits []chart.Hit, index int, ahead bool) int {
	row := index
	_, _, low, high := sideways(hits[index])
	for i, h := range hits {
		from, _, l, u := sideways(h)
		if level := min(u, high)-max(l, low) > 0; level && from != hits[row].Min.X && (from > hits[row].Min.X) == ahead {
			row = i
		}
	}
	switch {
	case row != index || nearest(hits, index, sideways, !ahead) >= 0:
		return row
	case ahead:
		return len(hits) - 1
	}
	return 0
}
