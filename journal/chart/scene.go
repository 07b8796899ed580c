package chart

import (
	"math"

	"heliotrope/journal/lean"
)

// Point is a place in a scene: x to the right, y down, in scene units, which a
// screen shows as device-independent pixels and paper as points.
type Point struct {
	X, Y float64
}

// Role is the meaning of a shape. A palette turns roles into colors, so
// that one scene fits a light window, a dark one and paper.
type Role int

// The roles. A palette has a color for each.
const (
	Ink       Role = iota // text that carries the message
	Muted                 // text next to it
	Grid                  // axes and rules
	Technical             // what speaks for the technical track
	People                // what speaks for the people track
	Balance               // tech lead work, what is even, and the middle of a scale
	Accent                // the line of a level
	Band90                // where the level very likely is, with 90 %
	Band50                // where it is likely, with 50 %
	Ground                // what is behind a chart, for the inside of a hollow mark
	Away                  // behind weeks away

	// Step1 to Step9 are steps of time from technical over even, Step5, to
	// people. Neighboring steps differ visibly; the outer ones are the
	// strongest.
	Step1
	Step2
	Step3
	Step4
	Step5
	Step6
	Step7
	Step8
	Step9

	roleCount = iota
)

// Roles lists every role.
func Roles() []Role {
	roles := make([]Role, roleCount)
	for i := range roles {
		roles[i] = Role(i)
	}
	return roles
}

// StepOf returns the role of a week's time, -1 to 1, among Step1 to Step9. What
// is not 0 stays on its side unless it is within the middle step.
func StepOf(time float64) Role {
	step := math.Round(min(max(time, -1), 1) * 4)
	return Step5 + Role(step)
}

// String names the role as the classes of [Scene.InlineSVG] do: "technical".
func (r Role) String() string {
	names := [...]string{
		Ink: "ink", Muted: "muted", Grid: "grid", Technical: "technical", People: "people",
		Balance: "balance", Accent: "accent", Band90: "band90", Band50: "band50", Ground: "ground",
		Away:  "away",
		Step1: "step1", Step2: "step2", Step3: "step3", Step4: "step4", Step5: "step5",
		Step6: "step6", Step7: "step7", Step8: "step8", Step9: "step9",
	}
	if r < 0 || int(r) >= len(names) {
		return names[Ink]
	}
	return names[r]
}

// Anchor is the place of a text's point on its box, horizontally. Vertically
// the point is on the baseline.
type Anchor int

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Shape is the form of a mark. A side has a shape as well as a color.
type Shape int

// The shapes: a circle for technical, a diamond for people, a square for both.
const (
	Circle Shape = iota
	Diamond
	Square
)

// Item is one thing in a scene: a [Line], [Area], [Mark], [Text], [Drawn], [Rule]
// or [Rect].
type Item interface{ item() }

// Line is an open polyline through two or more points.
type Line struct {
	Points []Point
	Width  float64
	Role   Role
}

// Area is the inside of a closed polygon. Its last point is joined to its
// first.
type Area struct {
	Points []Point
	Role   Role
}

// Mark is a data point as large as a circle of the given radius, whatever its
// shape: a side must not look heavier for being a diamond.
type Mark struct {
	At     Point
	Radius float64
	Shape  Shape
	Role   Role
	Hollow bool // an outline of HollowWidth, inside the radius, around the Ground
}

// HollowWidth is how wide the outline of a hollow mark is.
const HollowWidth = 1.75

// Inside returns what is inside the outline of a hollow mark.
func (m Mark) Inside() Mark {
	m.Radius = max(0, m.Radius-HollowWidth)
	m.Hollow, m.Role = false, Ground
	return m
}

// Corners returns the corners of a diamond or a square, clockwise from the top
// or the top left, and nothing for a circle.
func (m Mark) Corners() []Point {
	x, y := m.At.X, m.At.Y
	switch m.Shape {
	case Diamond:
		d := m.Radius * math.Sqrt(math.Pi/2)
		return []Point{{x, y - d}, {x + d, y}, {x, y + d}, {x - d, y}}
	case Square:
		d := m.Radius * math.Sqrt(math.Pi) / 2
		return []Point{{x - d, y - d}, {x + d, y - d}, {x + d, y + d}, {x - d, y + d}}
	}
	return nil
}

// Text is one line of text.
type Text struct {
	At      Point // on the baseline
	Text    string
	Size    float64
	Bold    bool
	Slanted bool // italic: letters lean to the right by Slant; only on paper
	Anchor  Anchor
	Role    Role
}

// Slant is how far the top of a slanted letter leans to the right, as a share of its
// height: 12 degrees, as in an oblique typeface.
const Slant = 0.2126

// Rule is a straight line of the frame rather than of the data.
type Rule struct {
	From, To Point
	Width    float64
	Dashed   bool
	Role     Role
}

// Rect is a filled box, or the outline of one.
type Rect struct {
	Min, Max Point
	Role     Role
	Outline  float64 // width of the outline, which is inside the box; 0 for a filled box
}

func (Line) item() {}
func (Area) item() {}
func (Mark) item() {}
func (Text) item() {}
func (Rule) item() {}
func (Rect) item() {}

// Hit is a region for a figure, such as a week or a kind of work:
// pointing at it reads out Tip, and Behind names the entries that it rests on.
// Tip is a function because wording every week of ten years takes longer than
// drawing them.
type Hit struct {
	Min, Max Point
	Focus    Point           // where a marker goes
	Guide    bool            // whether a vertical line through Focus guides the eye
	Tip      func() []string // lines; the first is the heading
	Behind   lean.Subject
	Event    string // id of the event that the region names, "" if it names none
}

// Scene is a finished chart: its items in painting order.
type Scene struct {
	Width, Height float64
	Title         string // what the chart shows, for those who cannot see it
	Summary       string // what it means, for those who cannot see it
	Items         []Item
	Hits          []Hit // in reading order, without overlap
}

// Measurer measures how wide a text is in scene units. Screen and paper have one
// each, so that labels never collide on either.
type Measurer interface {
	Width(text string, size float64, bold bool) float64
}
