package chart_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

var update = flag.Bool("update", false, "write the golden files anew")

var (
	lengths = []int{0, 1, 3, 8, 26, 104, 520}
	widths  = []float64{240, 320, 640, 1000, 1600}
)

// everyChart calls check with a lean chart of every length, width and language,
// crowded with events.
func everyChart(t *testing.T, check func(t *testing.T, r lean.Result, s chart.Scene)) {
	t.Helper()
	for _, weeks := range lengths {
		for _, width := range widths {
			for _, lang := range words.Languages {
				t.Run(fmt.Sprintf("%d weeks/%g wide/%s", weeks, width, lang), func(t *testing.T) {
					events := append(closeEvents(start.Add(weeks/3), 6), closeEvents(start.Add(weeks-2), 2)...)
					events = append(events, closeEvents(start.Add(weeks-2), 2)...) // two in a week
					r := sample(weeks, 3, 12)
					check(t, r, chart.LeanChart(r, events, words.In(lang), fonts, width, 280))
				})
			}
		}
	}
}

func TestLeanChartTextsDoNotCollide(t *testing.T) {
	everyChart(t, func(t *testing.T, _ lean.Result, s chart.Scene) {
		textsMustNotCollide(t, s)
		for _, text := range texts(s) {
			from, to := box(text)
			for _, item := range s.Items {
				rule, ok := item.(chart.Rule)
				if ok && rule.Dashed && from.X < rule.From.X && rule.From.X < to.X &&
					from.Y < rule.To.Y && rule.From.Y < to.Y {
					t.Errorf("an event's line at %g runs through %q", rule.From.X, text.Text)
				}
			}
		}
	})
}

func TestLeanChartStaysInside(t *testing.T) {
	everyChart(t, func(t *testing.T, r lean.Result, s chart.Scene) {
		itemsMustStayInside(t, s)
		if marks := count[chart.Mark](s) - 2; marks != r.WeeksLogged { // two stand next to the sides' names
			t.Errorf("%d marks for %d observed weeks", marks, r.WeeksLogged)
		}
		mustNotBeEmpty(t, "title", s.Title)
		mustNotBeEmpty(t, "summary", s.Summary)
	})
}

func TestLeanChartHits(t *testing.T) {
	everyChart(t, func(t *testing.T, r lean.Result, s chart.Scene) {
		weeks := 0
		if !r.Span.From.IsZero() {
			weeks = r.Span.Weeks()
		}
		hits := weekHits(s)
		if len(hits) != weeks {
			t.Fatalf("%d hits for %d weeks", len(hits), weeks)
		}
		for i, hit := range hits {
			if want := r.Span.From.Add(i); hit.Behind.Span.From != want {
				t.Errorf("hit %d is for %v, want %v", i, hit.Behind.Span.From, want)
			}
			if hit.Min.X >= hit.Max.X || hit.Min.Y >= hit.Max.Y {
				t.Errorf("%v: empty region %v to %v", hit.Behind.Span.From, hit.Min, hit.Max)
			}
			if i > 0 && hit.Min.X != hits[i-1].Max.X {
				t.Errorf("%v begins at %g, its neighbor ends at %g", hit.Behind.Span.From, hit.Min.X, hits[i-1].Max.X)
			}
			f := hit.Focus
			if f.X < hit.Min.X || f.X > hit.Max.X || f.Y < hit.Min.Y || f.Y > hit.Max.Y {
				t.Errorf("%v: the focus %v is outside", hit.Behind.Span.From, f)
			}
			if len(hit.Tip) < 2 {
				t.Errorf("%v: tip %q", hit.Behind.Span.From, hit.Tip)
			}
			for _, line := range hit.Tip {
				mustNotBeEmpty(t, "tip line", line)
			}
		}
	})
}

// The name of an event is a separate region, above the weeks, and no two of
// them meet.
func TestLeanChartEventHits(t *testing.T) {
	for _, width := range []float64{240, 520, 900} {
		events := closeEvents(start.Add(4), 5)
		s := chart.LeanChart(sample(26), events, words.In(words.English), fonts, width, 300)
		weeks := weekHits(s)
		named := s.Hits[:len(s.Hits)-len(weeks)]
		if len(named) == 0 {
			t.Errorf("no event has a region at a width of %g", width)
		}
		for i, hit := range named {
			if hit.Event == "" || hit.Behind.Figure != lean.EventFigure || len(hit.Tip) != 2 {
				t.Errorf("the region of an event is %+v", hit)
			}
			if hit.Max.Y > weeks[0].Min.Y || hit.Min.Y < 0 || hit.Min.X >= hit.Max.X {
				t.Errorf("the region of %q is %v to %v", hit.Tip, hit.Min, hit.Max)
			}
			for _, other := range named[:i] {
				if hit.Min.X < other.Max.X && other.Min.X < hit.Max.X && hit.Min.Y < other.Max.Y && other.Min.Y < hit.Max.Y {
					t.Errorf("at %g %q and %q meet", width, hit.Tip, other.Tip)
				}
			}
		}
	}
}

// weekHits returns the regions that stand for weeks.
func weekHits(s chart.Scene) (hits []chart.Hit) {
	for _, hit := range s.Hits {
		if hit.Event == "" {
			hits = append(hits, hit)
		}
	}
	return hits
}

// The chart of the list, which words its tips once, is the same at any size.
func TestLeanOverTime(t *testing.T) {
	r, events, w := sample(26), closeEvents(start.Add(4), 3), words.In(words.English)
	c := chart.Charts(chart.Input{Result: r, Events: events, Words: w})[0]
	for _, width := range []float64{300, 900} {
		if !reflect.DeepEqual(c.Draw(width, 300, fonts), chart.LeanChart(r, events, w, fonts, width, 300)) {
			t.Errorf("the chart of the list is another one at a width of %g", width)
		}
	}
}

func TestLeanChartTip(t *testing.T) {
	r := sample(26)
	event := journal.Event{ID: "e", Week: start.Add(1), Kind: journal.RoleEvent, Role: journal.RoleStaff}
	s := chart.LeanChart(r, []journal.Event{event}, words.In(words.English), fonts, 800, 300)
	tests := []struct {
		week int
		want string
	}{
		{1, "Week 24, 2026 · 8–14 June 2026|That week: 0.20 toward people|Time: 0.17 toward people|Energy: 0.09 toward technical|" +
			"The line: 0.35 toward people, at 90% between 0.13 and 0.57 toward people|Staff engineer"},
		{6, "Week 29, 2026 · 13–19 July 2026|Not logged|The line: 0.28 toward people, at 90% between 0.06 and 0.50 toward people"},
		{9, "Week 32, 2026 · 3–9 August 2026|Away, or nothing rated|The line: 0.19 toward people, at 90% between 0.03 toward technical and 0.41 toward people"},
	}
	for _, tt := range tests {
		got := strings.ReplaceAll(strings.Join(weekHits(s)[tt.week].Tip, "|"), "\u00a0", " ")
		if got != tt.want {
			t.Errorf("week %d\ngot  %s\nwant %s", tt.week, got, tt.want)
		}
	}
}

// Before a first reading there are only marks.
func TestLeanChartGate(t *testing.T) {
	early := sample(26)
	early.Verdict = lean.Verdict{Side: lean.NoSide, Strength: lean.Insufficient, MomentsMissing: 3}
	s := chart.LeanChart(early, nil, words.In(words.English), fonts, 800, 300)
	if lines, areas := count[chart.Line](s), count[chart.Area](s); lines+areas > 0 {
		t.Errorf("%d lines and %d bands before the first reading", lines, areas)
	}
	for _, hit := range s.Hits {
		if tip := strings.Join(hit.Tip, "\n"); strings.Contains(tip, "The line") {
			t.Errorf("a level is read out before the first reading: %q", tip)
		}
	}
	if strings.Contains(s.Summary, "line") {
		t.Errorf("the summary speaks of a line: %q", s.Summary)
	}
}

// The line and the bands leave out the cell of a missing week, keep that of a
// week that stands alone, and break where the level may jump.
func TestLeanChartGaps(t *testing.T) {
	const weeks, width = 12, 804.0
	tests := []struct {
		name    string
		missing []int
		events  []journal.Event
		runs    [][2]float64 // in cells
	}{
		// The sample itself leaves out 6 and 9.
		{"single weeks missing", nil, nil, [][2]float64{{0, 6}, {7, 9}, {10, 12}}},
		{"one week alone", []int{7, 10}, nil, [][2]float64{{0, 6}, {8, 9}, {11, 12}}},
		{"first and last missing", []int{0, 11}, nil, [][2]float64{{1, 6}, {7, 9}, {10, 11}}},
		{"new role", nil, []journal.Event{{ID: "e", Week: start.Add(3), Kind: journal.RoleEvent, Role: journal.RoleStaff}},
			[][2]float64{{0, 3}, {3, 6}, {7, 9}, {10, 12}}},
		{"leave changes nothing", nil, []journal.Event{{ID: "e", Week: start.Add(3), Kind: journal.LeaveEvent, Title: "Leave"}},
			[][2]float64{{0, 6}, {7, 9}, {10, 12}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := chart.LeanChart(sample(weeks, tt.missing...), tt.events, words.In(words.English), fonts, width, 300)
			hits := weekHits(s)
			left, step := hits[0].Min.X, hits[1].Min.X-hits[0].Min.X
			var runs [][2]float64
			for _, item := range s.Items {
				if line, ok := item.(chart.Line); ok {
					from, to := line.Points[0].X, line.Points[len(line.Points)-1].X
					runs = append(runs, [2]float64{math.Round((from - left) / step), math.Round((to - left) / step)})
				}
			}
			if fmt.Sprint(runs) != fmt.Sprint(tt.runs) {
				t.Errorf("runs %v, want %v", runs, tt.runs)
			}
			if areas := count[chart.Area](s); areas != 2*len(runs) {
				t.Errorf("%d areas for %d runs of two bands", areas, len(runs))
			}
		})
	}
}

// A side is on its half of the chart, in its color and its shape.
func TestLeanChartSides(t *testing.T) {
	tests := []struct {
		lean  float64
		shape chart.Shape
		role  chart.Role
		below float64 // the middle: -1 above, +1 below, 0 on it
	}{
		{-1, chart.Circle, chart.Technical, 1},
		{-0.06, chart.Circle, chart.Technical, 1},
		{-0.04, chart.Square, chart.Balance, 1},
		{0, chart.Square, chart.Balance, 0},
		{0.06, chart.Diamond, chart.People, -1},
		{1, chart.Diamond, chart.People, -1},
	}
	for _, tt := range tests {
		r := lean.Result{
			Span:        lean.Span{From: start, To: start},
			Weeks:       []lean.Week{{Week: start, Observed: true, L: tt.lean, Noise: 1}},
			Verdict:     lean.Verdict{Strength: lean.Insufficient, WeeksMissing: 3},
			WeeksLogged: 1,
		}
		s := chart.LeanChart(r, nil, words.In(words.English), fonts, 640, 300)
		var middle float64
		var mark chart.Mark
		for _, item := range s.Items {
			if rule, ok := item.(chart.Rule); ok && rule.Role == chart.Balance {
				middle = rule.From.Y
			}
			if m, ok := item.(chart.Mark); ok && m.At.X == weekHits(s)[0].Focus.X {
				mark = m
			}
		}
		below := 0.0
		if d := mark.At.Y - middle; d != 0 {
			below = math.Copysign(1, d)
		}
		if mark.Shape != tt.shape || mark.Role != tt.role || below != tt.below {
			t.Errorf("%g: shape %d, role %d, %g below the middle; want %d, %d, %g",
				tt.lean, mark.Shape, mark.Role, below, tt.shape, tt.role, tt.below)
		}
	}
}

// Marks weigh by their area, and the heaviest are drawn first.
func TestLeanChartWeights(t *testing.T) {
	r := sample(4)
	for i, noise := range []float64{4, 1, 0.25, 0} {
		r.Weeks[i].Noise = noise
	}
	s := chart.LeanChart(r, nil, words.In(words.English), fonts, 1000, 300)
	var radii []float64
	for _, item := range s.Items {
		if mark, ok := item.(chart.Mark); ok {
			radii = append(radii, mark.Radius)
		}
	}
	want := []float64{8.4, 4.2, 4.2, 2.1}
	if fmt.Sprint(radii[:4]) != fmt.Sprint(want) {
		t.Errorf("radii %v, want %v", radii[:4], want)
	}
}

func TestLeanChartGolden(t *testing.T) {
	for _, tt := range []struct {
		name          string
		weeks         int
		lang          words.Language
		width, height float64
	}{
		{"lean-empty", 0, words.English, 640, 300},
		{"lean-first-weeks", 3, words.French, 320, 260},
		{"lean-half-year", 26, words.English, 1000, 320},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := chart.LeanChart(sample(tt.weeks, 12), closeEvents(start.Add(8), 2), words.In(tt.lang), fonts, tt.width, tt.height)
			golden(t, tt.name+".golden", dump(s))
		})
	}
}

// golden compares got with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(gotLines), len(wantLines)) {
		if gotLines[i] != wantLines[i] {
			t.Fatalf("%s:%d\ngot  %s\nwant %s", path, i+1, gotLines[i], wantLines[i])
		}
	}
	t.Fatalf("%s has %d lines, want %d", path, len(gotLines), len(wantLines))
}

// dump writes a scene for reading, an item a line.
func dump(s chart.Scene) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%g × %g\n%s\n%s\n\n", s.Width, s.Height, s.Title, s.Summary)
	for _, item := range s.Items {
		switch v := item.(type) {
		case chart.Line:
			fmt.Fprintf(&b, "line %v %g wide %.1f\n", v.Role, v.Width, v.Points)
		case chart.Area:
			fmt.Fprintf(&b, "area %v %.1f\n", v.Role, v.Points)
		case chart.Mark:
			hollow := map[bool]string{true: " hollow"}[v.Hollow]
			fmt.Fprintf(&b, "%s %v radius %.1f %.1f%s\n", []string{"circle", "diamond", "square"}[v.Shape], v.Role, v.Radius, v.At, hollow)
		case chart.Text:
			fmt.Fprintf(&b, "text %v size %g anchor %d %.1f %q\n", v.Role, v.Size, v.Anchor, v.At, v.Text)
		case chart.Rule:
			fmt.Fprintf(&b, "rule %v %g wide dashed %t %.1f %.1f\n", v.Role, v.Width, v.Dashed, v.From, v.To)
		case chart.Rect:
			fmt.Fprintf(&b, "rect %v outline %g %.1f %.1f\n", v.Role, v.Outline, v.Min, v.Max)
		default:
			fmt.Fprintf(&b, "%T\n", v)
		}
	}
	b.WriteByte('\n')
	for _, hit := range s.Hits {
		fmt.Fprintf(&b, "%s %.1f %.1f at %.1f: %s\n", hit.Behind.Span.From, hit.Min, hit.Max, hit.Focus, strings.Join(hit.Tip, " | "))
	}
	return b.String()
}

func BenchmarkLeanChart(b *testing.B) {
	r, events := sample(520), closeEvents(start.Add(100), 6)
	for b.Loop() {
		chart.LeanChart(r, events, words.In(words.English), fonts, 1000, 320)
	}
}
