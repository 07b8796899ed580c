package chart

import (
	"cmp"
	"slices"
)

// shareOut cuts a box into one box for each place in it, such that every place
// lies in its own. It halves the places where they are spread most, between
// the two in the middle, and then each half by itself. The order of the boxes is
// that of the places.
func shareOut(box Rect, places []Point) []Rect {
	parts := make([]Rect, len(places))
	order := make([]int, len(places))
	for i := range order {
		order[i] = i
	}
	var share func(box Rect, among []int)
	share = func(box Rect, among []int) {
		if len(among) == 1 {
			parts[among[0]] = box
			return
		}
		x := func(i int) float64 { return places[i].X }
		y := func(i int) float64 { return places[i].Y }
		along, low, high := x, box.Min.X, box.Max.X
		upright := extent(among, y) > extent(among, x)
		if upright {
			along, low, high = y, box.Min.Y, box.Max.Y
		}
		slices.SortStableFunc(among, func(a, b int) int { return cmp.Compare(along(a), along(b)) })
		half := len(among) / 2
		cut := (along(among[half-1]) + along(among[half])) / 2
		if !(low < cut && cut < high) {
			cut = (low + high) / 2 // several quarters in the very same place
		}
		first, second := box, box
		if upright {
			first.Max.Y, second.Min.Y = cut, cut
		} else {
			first.Max.X, second.Min.X = cut, cut
		}
		share(first, among[:half])
		share(second, among[half:])
	}
	if len(places) > 0 {
		share(box, order)
	}
	return parts
}

// extent is how far places are apart along an axis.
func extent(among []int, along func(int) float64) float64 {
	low, high := along(among[0]), along(among[0])
	for _, i := range among {
		low, high = min(low, along(i)), max(high, along(i))
	}
	return high - low
}
