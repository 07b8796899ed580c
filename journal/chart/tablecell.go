package chart

import "heliotrope/journal"

// Strip is an energy on a scale from -2 drained to +2 energized, for a cell of
// a table that has the same in numbers.
type Strip struct {
	Mean   float64       // -2 to 2
	Weight float64       // 0 to 1: how large the mark is
	Track  journal.Track // whose color and shape it has
}

// Measures of a strip.
const (
	stripLeast = 3.0 // radius of the mark at weight 0
	stripMost  = 5.5 // and at weight 1
)

// Scene draws the strip. It has neither title nor texts: the cell has them.
func (s Strip) Scene(width, height float64) Scene {
	middle, axis := height/2, scaleIn(0, width, ratingReach)
	shape, role := MarkOf(s.Track)
	scene := Scene{Width: width, Height: height, Items: []Item{
		Rule{From: Point{axis.from, middle}, To: Point{axis.to, middle}, Width: 1, Role: Grid},
		Rule{From: Point{axis.middle(), 2}, To: Point{axis.middle(), height - 2}, Width: 1, Role: Balance},
	}}
	radius := stripLeast + (stripMost-stripLeast)*min(max(0, s.Weight), 1)
	scene.Items = append(scene.Items, Mark{At: Point{axis.at(s.Mean), middle}, Radius: radius, Shape: shape, Role: role})
	return scene
}

// ShareBar draws a share of 1 as a bar, for a cell of a table that has the
// same in numbers.
func ShareBar(share float64, track journal.Track, width, height float64) Scene {
	_, role := MarkOf(track)
	end := width * min(max(0, share), 1)
	return Scene{Width: width, Height: height, Items: []Item{
		Rect{Min: Point{0, 0}, Max: Point{width, height}, Role: Grid},
		Rect{Min: Point{0, 0}, Max: Point{end, height}, Role: role},
	}}
}
