package chart

// A cell is the box of a week in a calendar.
const (
	cellLine  = 1.0
	cellMark  = 0.22 // radius of the mark in it, in cells
	hatchStep = 5.0  // between the lines of a hatched cell
)

// leanCellOf draws a week with a lean: a box of the step's color with the mark
// of its side. A color that can hardly be told from the ground gets an outline.
func leanCellOf(cell Rect, lean float64) []Item {
	step := StepOf(lean)
	cell.Role = step
	items := []Item{cell}
	if Pale(step) {
		items = append(items, outlined(cell))
	}
	side := min(cell.Max.X-cell.Min.X, cell.Max.Y-cell.Min.Y)
	shape, _ := sideOf(lean)
	return append(items, Mark{
		At:     Point{(cell.Min.X + cell.Max.X) / 2, (cell.Min.Y + cell.Max.Y) / 2},
		Radius: min(max(cellMark*side, 1.8), 5), Shape: shape, Role: OnStep(step),
	})
}

// Pale reports whether a step of the lean stands out so little from the ground
// that it needs an outline, in any palette.
func Pale(step Role) bool { return step >= Step3 && step <= Step7 }

// OnStep returns the role of a mark on a step of the lean, in any palette: ink
// on the inner steps, the ground on the outer ones.
func OnStep(step Role) Role {
	if Pale(step) {
		return Ink
	}
	return Ground
}

// missingCell draws a week that was not logged: a crossed box.
func missingCell(cell Rect) []Item {
	from, to := inner(cell)
	return []Item{
		outlined(cell),
		Rule{From: from, To: to, Width: cellLine, Role: Balance},
		Rule{From: Point{from.X, to.Y}, To: Point{to.X, from.Y}, Width: cellLine, Role: Balance},
	}
}

// awayCell draws a week away: a hatched box.
func awayCell(cell Rect) []Item {
	items := []Item{outlined(cell)}
	from, to := inner(cell)
	width, height := to.X-from.X, to.Y-from.Y
	lines := max(2, int((width+height)/hatchStep)-1)
	for i := 1; i <= lines; i++ {
		// From the left or the bottom side up to the top or the right side.
		along := (width + height) * float64(i) / float64(lines+1)
		items = append(items, Rule{
			From:  Point{from.X + max(0, along-height), from.Y + min(along, height)},
			To:    Point{from.X + min(along, width), from.Y + max(0, along-width)},
			Width: cellLine, Role: Balance,
		})
	}
	return items
}

func outlined(cell Rect) Rect {
	cell.Role, cell.Outline = Balance, cellLine
	return cell
}

// inner returns the corners within the outline of a cell.
func inner(cell Rect) (from, to Point) {
	const half = cellLine / 2
	return Point{cell.Min.X + half, cell.Min.Y + half}, Point{cell.Max.X - half, cell.Max.Y - half}
}
