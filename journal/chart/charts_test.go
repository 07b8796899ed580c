package chart_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal/chart"
	"heliotrope/journal/words"
)

// wide measures texts a third wider than is usual, as a reader's font may be.
type wide struct{}

func (wide) Width(text string, size float64, bold bool) float64 {
	return 1.3 * fonts.Width(text, size, bold)
}

// Nothing collides or leaves its scene in any chart without a time axis, whatever
// the journal, width, height, language and font. See TestChartsAtAnySize for
// those with one.
func TestChartsAreLaidOut(t *testing.T) {
	fontsOf := map[string]chart.Measurer{"usual": fonts, "wide": wide{}}
	for _, j := range anyJournals() {
		for _, lang := range words.Languages {
			in := j.in
			in.Words = words.In(lang)
			for _, c := range chart.Charts(in) {
				if slices.Contains(overTime, c.ID) {
					continue
				}
				for _, width := range []float64{100, 240, 300, 399, 400, 439, 440, 560, 679, 680, 859, 860, 1100, 1600} {
					for _, more := range []float64{-1000, 0, 150} {
						for name, font := range fontsOf {
							if name == "wide" && more != 0 {
								continue
							}
							t.Run(fmt.Sprintf("%s/%s/%s/%g%+g/%s", j.name, lang, c.ID, width, more, name), func(t *testing.T) {
								s := c.Draw(width, c.Height(width)+more, font)
								checkScene(t, s, font)
								if s.Width < width || s.Height < c.Height(width)+more {
									t.Errorf("%g × %g is smaller than asked for", s.Width, s.Height)
								}
								if name == "usual" && more == 0 && s.Height != c.Height(width) {
									t.Errorf("%g high, wants to be %g", s.Height, c.Height(width))
								}
							})
						}
					}
				}
			}
		}
	}
}

// checkScene checks what is true of every good scene.
func checkScene(t *testing.T, s chart.Scene, m chart.Measurer) {
	t.Helper()
	mustNotBeEmpty(t, "title", s.Title)
	mustNotBeEmpty(t, "summary", s.Summary)
	if strings.HasSuffix(s.Title, ".") {
		t.Errorf("the title ends with a full stop: %q", s.Title)
	}
	checkTexts(t, s, m)
	for _, item := range s.Items {
		if _, isText := item.(chart.Text); isText {
			continue
		}
		from, to := extent(item)
		if !(from.X >= 0 && from.Y >= 0 && to.X <= s.Width && to.Y <= s.Height) { // also refuses NaN
			t.Errorf("%T from %v to %v is outside %g × %g", item, from, to, s.Width, s.Height)
		}
	}
	checkHits(t, s)
}

// checkTexts checks that texts are inside and meet nothing.
func checkTexts(t *testing.T, s chart.Scene, m chart.Measurer) {
	t.Helper()
	all := texts(s)
	for i, text := range all {
		mustNotBeEmpty(t, "text", text.Text)
		if !slices.Contains([]chart.Role{chart.Ink, chart.Muted, chart.Technical, chart.People, chart.Accent}, text.Role) {
			t.Errorf("%q is too pale to read: %v", text.Text, text.Role)
		}
		from, to := boxBy(m, text)
		if from.X < 0 || from.Y < 0 || to.X > s.Width || to.Y > s.Height {
			t.Errorf("%q runs out of the scene: %v to %v of %g × %g", text.Text, from, to, s.Width, s.Height)
		}
		for _, other := range all[:i] {
			if f, o := boxBy(m, other); meet(from, to, f, o) {
				t.Errorf("%q runs into %q", text.Text, other.Text)
			}
		}
		for _, item := range s.Items {
			if _, isText := item.(chart.Text); isText {
				continue
			}
			if f, o := extent(item); meet(from, to, f, o) {
				t.Errorf("%q runs into %T %v to %v", text.Text, item, f, o)
			}
		}
	}
}

// checkHits checks that hits are regions of the scene that do not overlap, each
// with its focus, a tip and what is behind it.
func checkHits(t *testing.T, s chart.Scene) {
	t.Helper()
	for i, hit := range s.Hits {
		f := hit.Focus
		if !(hit.Min.X >= 0 && hit.Min.Y >= 0 && hit.Max.X <= s.Width && hit.Max.Y <= s.Height &&
			hit.Min.X < hit.Max.X && hit.Min.Y < hit.Max.Y) {
			t.Errorf("hit %d: %v to %v", i, hit.Min, hit.Max)
		}
		if !(f.X >= hit.Min.X && f.X <= hit.Max.X && f.Y >= hit.Min.Y && f.Y <= hit.Max.Y) {
			t.Errorf("hit %d: the focus %v is outside", i, f)
		}
		tip := hit.Tip()
		if hit.Behind.Figure == "" || hit.Behind.Span.Weeks() == 0 || len(tip) < 2 {
			t.Errorf("hit %d: tip %q, behind it %+v", i, tip, hit.Behind)
		}
		for _, line := range tip {
			mustNotBeEmpty(t, "tip line", line)
		}
		for _, other := range s.Hits[:i] {
			if meet(hit.Min, hit.Max, other.Min, other.Max) {
				t.Errorf("hit %v overlaps %v", tip, other.Tip())
			}
		}
	}
}

func meet(aFrom, aTo, bFrom, bTo chart.Point) bool {
	return aFrom.X < bTo.X && bFrom.X < aTo.X && aFrom.Y < bTo.Y && bFrom.Y < aTo.Y
}

// extent is the box that a shape fills.
func extent(item chart.Item) (from, to chart.Point) {
	var points []chart.Point
	switch v := item.(type) {
	case chart.Line:
		points = v.Points
	case chart.Area:
		points = v.Points
	case chart.Rule:
		points = []chart.Point{v.From, v.To}
	case chart.Rect:
		points = []chart.Point{v.Min, v.Max}
	case chart.Mark:
		points = append(v.Corners(), chart.Point{X: v.At.X - v.Radius, Y: v.At.Y - v.Radius},
			chart.Point{X: v.At.X + v.Radius, Y: v.At.Y + v.Radius})
	}
	from, to = points[0], points[0]
	for _, p := range points {
		from = chart.Point{X: min(from.X, p.X), Y: min(from.Y, p.Y)}
		to = chart.Point{X: max(to.X, p.X), Y: max(to.Y, p.Y)}
	}
	return from, to
}

// overTime are the charts that show one week or quarter after the other.
var overTime = []string{"dials", "quarters", "quadrant", "year"}

// Before a first reading nothing is shown that tells a side.
func TestChartsGate(t *testing.T) {
	for _, j := range anyJournals() {
		early := j.in.Result.WeeksLogged < 4
		for _, c := range chart.Charts(j.in) {
			if early && slices.Contains([]string{"quadrant", "quarters", "drain"}, c.ID) {
				t.Errorf("%s: the chart %s", j.name, c.ID)
			}
		}
		if !early && len(chart.Charts(j.in)) < 4 {
			t.Errorf("%s: %d charts", j.name, len(chart.Charts(j.in)))
		}
	}
}
