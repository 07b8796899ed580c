package chart_test

import (
	"strings"
	"testing"

	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// weekly returns the result of a journal of the weeks from the given one with
// these times; away and missing stand for weeks without one.
func weekly(from string, times ...float64) lean.Result {
	first := week(from)
	r := lean.Result{
		Span: lean.Span{From: first, To: first.Add(len(times) - 1)},
		Time: lean.Time{Dial: lean.Dial{State: lean.Open, Levels: []lean.Level{{Week: first}}}},
	}
	for i, time := range times {
		switch time {
		case missing:
		case away:
			r.Weeks = append(r.Weeks, lean.Week{Week: first.Add(i), Away: true})
		default:
			r.Weeks = append(r.Weeks, lean.Week{Week: first.Add(i), Observed: true, Time: time, Noise: 1})
			r.WeeksLogged++
		}
	}
	return r
}

const (
	missing = 2.0
	away    = 3.0
)

// within returns the items inside the region of a hit.
func within(s chart.Scene, hit chart.Hit) []chart.Item {
	holds := func(p chart.Point) bool {
		return hit.Min.X <= p.X && p.X <= hit.Max.X && hit.Min.Y <= p.Y && p.Y <= hit.Max.Y
	}
	var found []chart.Item
	for _, item := range s.Items {
		switch v := item.(type) {
		case chart.Rect:
			if holds(v.Min) && holds(v.Max) {
				found = append(found, item)
			}
		case chart.Rule:
			if holds(v.From) && holds(v.To) {
				found = append(found, item)
			}
		case chart.Mark:
			if holds(v.At) {
				found = append(found, item)
			}
		}
	}
	return found
}

// A week has the color of its time and the mark of its side; a pale color has
// an outline.
func TestYearCells(t *testing.T) {
	tests := []struct {
		time     float64
		step     chart.Role
		shape    chart.Shape
		outlined bool
	}{
		{-1, chart.Step1, chart.Circle, false},
		{-0.7, chart.Step2, chart.Circle, false},
		{-0.5, chart.Step3, chart.Circle, true},
		{-0.1, chart.Step5, chart.Circle, true},
		{0, chart.Step5, chart.Square, true},
		{0.3, chart.Step6, chart.Diamond, true},
		{0.8, chart.Step8, chart.Diamond, false},
		{1, chart.Step9, chart.Diamond, false},
	}
	for _, tt := range tests {
		_, s := drawn(t, "year", weekly("2026-W10", tt.time), 560)
		items := within(s, s.Hits[0])
		fill, isRect := items[0].(chart.Rect)
		mark, isMark := items[len(items)-1].(chart.Mark)
		if !isRect || !isMark || fill.Role != tt.step || fill.Outline != 0 || mark.Shape != tt.shape {
			t.Errorf("%g: %+v", tt.time, items)
			continue
		}
		if outlined := len(items) == 3 && items[1].(chart.Rect).Outline > 0; outlined != tt.outlined {
			t.Errorf("%g: outlined %t", tt.time, outlined)
		}
		if mark.At != s.Hits[0].Focus {
			t.Errorf("%g: the mark is not in the middle", tt.time)
		}
	}
}

// A missing week is a crossed box, a week away a hatched one; neither has a
// mark or a color.
func TestYearWithoutTime(t *testing.T) {
	c, s := drawn(t, "year", weekly("2026-W10", 0.2, missing, away), 560)
	for i, most := range []int{2, 99} {
		items := within(s, s.Hits[i+1])
		lines := len(items) - 1
		if box, ok := items[0].(chart.Rect); !ok || box.Outline == 0 || lines < 2 || lines > most {
			t.Errorf("week %d: %+v", i+1, items)
		}
		slopes := make(map[bool]bool)
		for _, item := range items[1:] {
			rule := item.(chart.Rule)
			slopes[(rule.To.X-rule.From.X)*(rule.To.Y-rule.From.Y) > 0] = true
		}
		if crossed := len(slopes) == 2; crossed != (i == 0) {
			t.Errorf("week %d: crossed %t", i+1, crossed)
		}
	}
	for _, want := range []string{`"not logged"`, `"away, or nothing rated"`} {
		if !strings.Contains(dump(s), want) {
			t.Errorf("the key lacks %s", want)
		}
	}
	if _, s := drawn(t, "year", weekly("2026-W10", 0.2), 560); strings.Contains(dump(s), "not logged") {
		t.Error("the key explains what is not there")
	}
	if want := "1 week was not logged. 1 week was away, or had nothing rated."; !strings.HasSuffix(c.Summary, want) {
		t.Errorf("summary %q", c.Summary)
	}
}

// The week that is running is in progress, never not logged, until something is.
func TestYearRunning(t *testing.T) {
	r := weekly("2026-W10", 0.2, missing, missing)
	in := chart.Input{Result: r, Words: words.In(words.English), Today: r.Span.To}
	c, _ := byID(in, "year")
	s := c.Draw(560, c.Height(560), fonts)
	items := within(s, s.Hits[2])
	if box, ok := items[0].(chart.Rect); len(items) != 1 || !ok || box.Outline == 0 || box.Role != chart.Accent {
		t.Errorf("the running week is %+v", items)
	}
	if got := tipOf(s.Hits[2]); !strings.HasSuffix(got, "|In progress|This week counts as soon as something is logged.") {
		t.Errorf("tip %q", got)
	}
	if want := "1 week was not logged. 1 week is in progress."; !strings.HasSuffix(c.Summary, want) || !strings.Contains(dump(s), `"in progress"`) {
		t.Errorf("summary %q", c.Summary)
	}
	in.Result = weekly("2026-W10", 0.2, missing, 0.3)
	if c, _ = byID(in, "year"); strings.Contains(dump(c.Draw(560, c.Height(560), fonts))+c.Summary, "in progress") {
		t.Error("a week with something logged is in progress")
	}
}

func TestYearTitle(t *testing.T) {
	tests := []struct {
		times []float64
		want  string
	}{
		{[]float64{-0.5, -0.3, missing, 0.2, -0.6}, "4 weeks logged of 5; technical work was well ahead in 3"},
		{[]float64{0.5, 0.3, away, 0.2, 0.6}, "4 weeks logged of 5; people work was well ahead in 3"},
		{[]float64{0, 0.1, -0.2, 0.3}, "4 weeks logged of 4; neither side was far ahead in 3"},
		{[]float64{0.5, 0.3, -0.3, -0.6}, "4 weeks logged of 4"},
	}
	for _, tt := range tests {
		if c, _ := drawn(t, "year", weekly("2026-W10", tt.times...), 560); c.Title != tt.want {
			t.Errorf("%v: %q, want %q", tt.times, c.Title, tt.want)
		}
	}
	early := weekly("2026-W10", -0.5, -0.4, -0.6)
	early.Time.State = lean.Insufficient
	if c, _ := drawn(t, "year", early, 560); c.Title != "3 weeks logged of 3" || strings.Contains(c.Summary, "ahead") {
		t.Errorf("a side before a first reading: %q, %q", c.Title, c.Summary)
	}
}

// The rows are quarters, or whole years where they fit or there are many, and
// a week 53 stands at the end of the last row of its year.
func TestYearRowsAreQuartersOrYears(t *testing.T) {
	tests := []struct {
		name    string
		years   int
		width   float64
		perRow  int
		longest int
	}{
		{"a year", 1, 560, 13, 14},
		{"a year, wide", 1, 1100, 52, 53},
		{"two years", 2, 560, 13, 14},
		{"ten years, narrow", 10, 240, 13, 14},
		{"ten years, halves", 10, 420, 26, 27},
		{"ten years", 10, 1100, 52, 53},
	}
	for _, tt := range tests {
		from, to := week("2026-W01"), week("2026-W53")
		for to.Year() < 2026+tt.years-1 || to.Next().Year() == to.Year() {
			to = to.Next()
		}
		times := make([]float64, to.Index()-from.Index()+1)
		_, s := drawn(t, "year", weekly("2026-W01", times...), tt.width)
		if len(s.Hits) != len(times) {
			t.Fatalf("%s: %d regions for %d weeks", tt.name, len(s.Hits), len(times))
		}
		column := func(i int) float64 { return s.Hits[i].Min.X }
		if column(tt.perRow%52) != column(0) || tt.perRow < 52 && s.Hits[tt.perRow].Min.Y <= s.Hits[0].Min.Y {
			t.Errorf("%s: week %d does not begin a row", tt.name, tt.perRow+1)
		}
		if s.Hits[52].Min.Y != s.Hits[51].Min.Y || s.Hits[52].Min.X != s.Hits[51].Max.X {
			t.Errorf("%s: week 53 is at %v, after week 52 at %v", tt.name, s.Hits[52].Min, s.Hits[51].Min)
		}
		step := s.Hits[0].Max.X - s.Hits[0].Min.X
		if right := s.Hits[52].Max.X; right > tt.width || right-column(0) > float64(tt.longest)*step+1e-6 {
			t.Errorf("%s: the rows end at %g", tt.name, right)
		}
		if tt.years > 1 && (s.Hits[53].Min.X != column(0) || s.Hits[53].Min.Y <= s.Hits[52].Min.Y) {
			t.Errorf("%s: the next year begins at %v", tt.name, s.Hits[53].Min)
		}
	}
}

// A click on a week opens it.
func TestYearCellOpensItsWeek(t *testing.T) {
	_, s := drawn(t, "year", weekly("2026-W52", 0.1, missing, -0.3), 560)
	for i, want := range []string{"2026-W52", "2026-W53", "2027-W01"} {
		behind := s.Hits[i].Behind
		if behind.Figure != lean.WeekFigure || behind.Span != (lean.Span{From: week(want), To: week(want)}) {
			t.Errorf("%v, want week %s", behind, want)
		}
	}
	if got := tipOf(s.Hits[1]); !strings.HasSuffix(got, "|Not logged") {
		t.Errorf("tip %q", got)
	}
}

// The year does not tell why a week was away.
func TestYearWithoutReasons(t *testing.T) {
	in := inputFor(26, words.English)
	for i := range in.Entries {
		if in.Entries[i].Away != "" {
			in.Entries[i].Away = "a private reason"
		}
	}
	in.Result = lean.Of(in.Entries, nil, lean.SpanOf(in.Entries, start.Add(25)))
	c, _ := byID(in, "year")
	if s := c.Draw(560, c.Height(560), fonts); strings.Contains(dump(s)+c.Summary+c.Caption, "private") {
		t.Error("the reason is told")
	}
}

func TestYearGolden(t *testing.T) {
	c, _ := byID(inputFor(26, words.English), "year")
	golden(t, "year.golden", dump(c.Draw(560, c.Height(560), fonts)))
	c, _ = byID(inputFor(3, words.French), "year")
	golden(t, "year-first-weeks.golden", dump(c.Draw(300, c.Height(300), fonts)))
}

func BenchmarkYear(b *testing.B) {
	c, _ := byID(inputFor(520, words.English), "year")
	for b.Loop() {
		c.Draw(1000, c.Height(1000), fonts)
	}
}
