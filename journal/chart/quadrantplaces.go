package chart

import (
	"cmp"
	"math"
	"slices"
)

const (
	labelSize = 12.0
	labelGap  = 3.0 // between a mark and its name, and between names
)

// What is in the way of the name of a quarter, in pixels of distance that it is
// worth to avoid it. A name never meets another text.
const (
	costMark     = 60.0
	costNearer   = 45.0 // of another mark that is as near to the name as its own
	costPath     = 14.0
	costAxis     = 3.0
	mostNameCost = 20.0 // beyond this a quarter in between goes without its name
)

// namePlaces are the directions in which a name may stand from its mark, the
// best first.
var namePlaces = []Point{{0, -1}, {1, 0}, {-1, 0}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}}

// drawNames names the latest and the first quarter, and as many of
// the recent ones in between as there is room for, the later first.
func (c *quadrantChart) drawNames() {
	var placed []Rect
	for _, corner := range c.cornerTexts() {
		placed = append(placed, c.boxOf(corner))
	}
	last := c.latest()
	order := []int{last}
	if last > 0 {
		order = append(order, 0)
	}
	must := len(order)
	for i := last - 1; i > 0; i-- {
		if c.recent(i) {
			order = append(order, i)
		}
	}
	for n, i := range order {
		text, box, found := c.placeName(i, i == last, n < must, placed)
		if found {
			placed = append(placed, box)
			c.draw(text)
		}
	}
}

// placeName finds the place of a quarter's name in which least is in its way.
func (c *quadrantChart) placeName(i int, bold, must bool, placed []Rect) (best Text, box Rect, found bool) {
	q, center := c.quarters[i], c.of(c.quarters[i])
	text := Text{Text: quarterName(q, c.words), Size: labelSize, Bold: bold, Role: Ink}
	width := c.measure.Width(text.Text, labelSize, bold)
	least := mostNameCost
	if must {
		least = math.Inf(1)
	}
	radius := max(c.radius(i), recentMark)
	for _, distance := range []float64{0, 8, 18, 30} {
		for rank, to := range namePlaces {
			dx, dy := width/2+radius+labelGap+distance, labelSize/2+radius+labelGap+distance
			if to.X != 0 && to.Y != 0 {
				dx, dy = width/2+0.7*radius+distance, labelSize/2+0.7*radius+distance
			}
			text.At = Point{center.X + to.X*dx - width/2, center.Y + to.Y*dy + 0.26*labelSize}
			b := c.boxOf(text)
			if !c.contains(b) || slices.ContainsFunc(placed, func(other Rect) bool { return meets(b, other) }) {
				continue
			}
			cost := c.inTheWay(b) + distance + 0.1*float64(rank)
			if c.nearerOther(b, i) {
				cost += costNearer
			}
			if cost < least {
				least, best, box, found = cost, text, b, true
			}
		}
	}
	return best, box, found
}

// nearerOther reports whether another mark than that of quarter i is about as near to a
// box, so that the name in it may be taken for that of the other.
func (c *quadrantChart) nearerOther(b Rect, i int) bool {
	const clear = 4.0 // that the own mark must be nearer
	own := gapTo(b, c.of(c.quarters[i])) - c.radius(i) + clear
	for k, q := range c.quarters {
		if k != i && gapTo(b, c.of(q))-c.radius(k) < own {
			return true
		}
	}
	return false
}

// gapTo returns how far a point is from a box, 0 inside it.
func gapTo(b Rect, p Point) float64 {
	return math.Hypot(max(b.Min.X-p.X, 0, p.X-b.Max.X), max(b.Min.Y-p.Y, 0, p.Y-b.Max.Y))
}

// inTheWay is what it costs to write in a box: the marks in it and the lines
// through it.
func (c *quadrantChart) inTheWay(b Rect) float64 {
	cost := 0.0
	for i, q := range c.quarters {
		at := c.of(q)
		if meets(b, Rect{Min: Point{at.X - recentMark, at.Y - recentMark}, Max: Point{at.X + recentMark, at.Y + recentMark}}) {
			cost += costMark
		}
		if i > 0 && crosses(b, c.of(c.quarters[i-1]), at) {
			cost += costPath
		}
	}
	if middle := c.at(0, 0); crosses(b, Point{c.left, middle.Y}, Point{c.right, middle.Y}) || crosses(b, Point{middle.X, c.top}, Point{middle.X, c.bottom}) {
		cost += costAxis
	}
	return cost
}

// contains reports whether a box is within the plot.
func (c *quadrantChart) contains(b Rect) bool {
	return b.Min.X >= c.left && b.Max.X <= c.right && b.Min.Y >= c.top && b.Max.Y <= c.bottom
}

// boxOf is the box around a text, with a gap on either side.
func (c *quadrantChart) boxOf(t Text) Rect {
	width, left := c.measure.Width(t.Text, t.Size, t.Bold), t.At.X
	if t.Anchor == End {
		left -= width
	}
	return Rect{Min: Point{left - labelGap, t.At.Y - 0.76*t.Size}, Max: Point{left + width + labelGap, t.At.Y + 0.24*t.Size}}
}

func meets(a, b Rect) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

// crosses reports whether the line from p to q runs through a box (Liang and
// Barsky, ACM Trans. Graphics 3:1, 1984).
func crosses(b Rect, p, q Point) bool {
	from, to := 0.0, 1.0
	clip := func(delta, room float64) bool {
		switch {
		case delta == 0:
			return room >= 0
		case delta < 0:
			from = max(from, room/delta)
		default:
			to = min(to, room/delta)
		}
		return from <= to
	}
	dx, dy := q.X-p.X, q.Y-p.Y
	return clip(-dx, p.X-b.Min.X) && clip(dx, b.Max.X-p.X) && clip(-dy, p.Y-b.Min.Y) && clip(dy, b.Max.Y-p.Y)
}

// shareOut cuts a box into one box for each place in it, such that every place
// lies in its own. It halves the places where they are spread most, between
// the two in the middle, and then each half in turn. The order of the boxes is
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
