package chart_test

import (
	"fmt"
	"slices"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// textsMustNotCollide fails the test if a text runs out of the scene or into
// another.
func textsMustNotCollide(t *testing.T, s chart.Scene) {
	t.Helper()
	all := texts(s)
	for i, text := range all {
		from, to := box(text)
		if !(from.X >= 0 && from.Y >= 0 && to.X <= s.Width && to.Y <= s.Height) {
			t.Errorf("%q runs out of the scene: %v to %v", text.Text, from, to)
		}
		for _, other := range all[:i] {
			f, o := box(other)
			if from.X < o.X && f.X < to.X && from.Y < o.Y && f.Y < to.Y {
				t.Errorf("%q runs into %q", text.Text, other.Text)
			}
		}
	}
}

// itemsMustStayInside fails the test if a shape runs out of the scene.
func itemsMustStayInside(t *testing.T, s chart.Scene) {
	t.Helper()
	inside := func(what string, points ...chart.Point) {
		for _, p := range points {
			if !(p.X >= 0 && p.X <= s.Width && p.Y >= 0 && p.Y <= s.Height) { // also refuses NaN
				t.Errorf("%s at %v is outside %g × %g", what, p, s.Width, s.Height)
			}
		}
	}
	for _, item := range s.Items {
		switch v := item.(type) {
		case chart.Line:
			inside("line", v.Points...)
		case chart.Area:
			inside("area", v.Points...)
		case chart.Rule:
			inside("rule", v.From, v.To)
		case chart.Rect:
			inside("rect", v.Min, v.Max)
		case chart.Mark:
			inside("mark", chart.Point{X: v.At.X - v.Radius, Y: v.At.Y - v.Radius},
				chart.Point{X: v.At.X + v.Radius, Y: v.At.Y + v.Radius})
			inside("corner", v.Corners()...)
		}
	}
}

// hitsMustRead fails the test unless every region can be pointed at, contains its
// focus, meets no other, reads out something, and is about weeks of the span
// that are later than those of the region before it.
func hitsMustRead(t *testing.T, r lean.Result, s chart.Scene) {
	t.Helper()
	for i, hit := range s.Hits {
		tip := hit.Tip()
		name := tip[0]
		if !(0 <= hit.Min.X && hit.Min.X < hit.Max.X && hit.Max.X <= s.Width &&
			0 <= hit.Min.Y && hit.Min.Y < hit.Max.Y && hit.Max.Y <= s.Height) {
			t.Errorf("%s: region %v to %v", name, hit.Min, hit.Max)
		}
		if f := hit.Focus; f.X < hit.Min.X || f.X > hit.Max.X || f.Y < hit.Min.Y || f.Y > hit.Max.Y {
			t.Errorf("%s: the focus %v is outside %v to %v", name, f, hit.Min, hit.Max)
		}
		for _, other := range s.Hits[:i] {
			if hit.Min.X < other.Max.X && other.Min.X < hit.Max.X && hit.Min.Y < other.Max.Y && other.Min.Y < hit.Max.Y {
				t.Errorf("%s meets %s", name, other.Tip()[0])
			}
		}
		span := hit.Behind.Span
		if i > 0 && !span.From.After(s.Hits[i-1].Behind.Span.To) {
			t.Errorf("%s is read after %s", name, s.Hits[i-1].Tip()[0])
		}
		if span.Weeks() == 0 || !r.Span.Contains(span.From) || !r.Span.Contains(span.To) {
			t.Errorf("%s is about %v, not within %v", name, span, r.Span)
		}
		if len(tip) < 2 {
			t.Errorf("%s: tip %q", name, tip)
		}
		for _, line := range tip {
			mustNotBeEmpty(t, "tip line", line)
		}
	}
}

// byID returns the chart of in with an id, and whether it is shown.
func byID(in chart.Input, id string) (chart.Chart, bool) {
	charts := chart.Charts(in)
	i := slices.IndexFunc(charts, func(c chart.Chart) bool { return c.ID == id })
	if i < 0 {
		return chart.Chart{}, false
	}
	return charts[i], true
}

// Every chart over time follows its rules in journals of every length, at every width and
// in both languages, at the height that it wants and at one that it does not.
func TestChartsAtAnySize(t *testing.T) {
	for _, weeks := range []int{1, 3, 5, 26, 60, 160, 520} {
		for _, lang := range words.Languages {
			in := inputFor(weeks, lang)
			for _, c := range chart.Charts(in) {
				if c.ID == "dials" || !slices.Contains(overTime, c.ID) {
					continue // has separate tests
				}
				mustNotBeEmpty(t, "title", c.Title)
				mustNotBeEmpty(t, "caption", c.Caption)
				mustNotBeEmpty(t, "summary", c.Summary)
				for _, width := range []float64{100, 240, 300, 420, 519, 560, 800, 1100, 1600} {
					for _, height := range []float64{c.Height(width), 0, 200, 1000} {
						t.Run(fmt.Sprintf("%s/%d weeks/%s/%g × %g", c.ID, weeks, lang, width, height), func(t *testing.T) {
							s := c.Draw(width, height, fonts)
							textsMustNotCollide(t, s)
							itemsMustStayInside(t, s)
							hitsMustRead(t, in.Result, s)
							if height == c.Height(width) && s.Height != height {
								t.Errorf("it wants %g and takes %g", height, s.Height)
							}
							if len(s.Hits) == 0 || s.Title != c.Title || s.Summary != c.Summary {
								t.Errorf("%d regions, title %q, summary %q", len(s.Hits), s.Title, s.Summary)
							}
						})
					}
				}
			}
		}
	}
}

// An empty journal has the dials over time and nothing else, one before a first
// reading nothing that tells a side.
func TestChartsShown(t *testing.T) {
	for _, tt := range []struct {
		weeks int
		want  []string
	}{
		{0, []string{"dials"}},
		{1, []string{"dials", "kinds", "year"}},
		{3, []string{"dials", "tracks", "kinds", "year"}},
		{26, []string{"dials", "tracks", "kinds", "quadrant", "quarters", "year", "drain"}},
	} {
		var got []string
		for _, c := range chart.Charts(inputFor(tt.weeks, words.English)) {
			got = append(got, c.ID)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%d weeks: %v, want %v", tt.weeks, got, tt.want)
		}
	}
}

// Nothing but weeks away is nothing to show.
func TestChartsOfAbsence(t *testing.T) {
	away := []journal.Entry{{Week: start, Away: "leave"}, {Week: start.Add(1), Away: "leave"}}
	r := lean.Of(away, nil, lean.SpanOf(away, start.Add(1)))
	if got := chart.Charts(chart.Input{Result: r, Entries: away, Words: words.In(words.English)}); len(got) != 1 {
		t.Errorf("%d charts, want the dials alone", len(got))
	}
}

func TestChartsAreSteady(t *testing.T) {
	in := inputFor(60, words.French)
	for _, c := range chart.Charts(in) {
		if a, b := dump(c.Draw(560, 400, fonts)), dump(c.Draw(560, 400, fonts)); a != b {
			t.Errorf("two scenes of %s differ", c.ID)
		}
	}
}

// No text is smaller than a caption of the window.
func TestTextsAreLargeEnough(t *testing.T) {
	const least = 12
	for _, c := range chart.Charts(inputFor(104, words.English)) {
		for _, width := range []float64{240, 560, 1100} {
			for _, text := range texts(c.Draw(width, c.Height(width), fonts)) {
				if text.Size < least {
					t.Errorf("%s: %q is %g high", c.ID, text.Text, text.Size)
				}
			}
		}
	}
}
