package chart_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

var update = flag.Bool("update", false, "write the golden files again")

var (
	lengths = []int{0, 1, 3, 8, 26, 104, 520}
	widths  = []float64{240, 320, 520, 640, 1000, 1600}
)

// dials draws the dials over time.
func dials(in chart.Input, width, height float64) chart.Scene {
	c, _ := byID(in, "dials")
	return c.Draw(width, height, fonts)
}

// dialsOf draws the dials of a result in English.
func dialsOf(r lean.Result, events []journal.Event, width float64) chart.Scene {
	return dials(chart.Input{Result: r, Events: events, Words: words.In(words.English)}, width, 300)
}

// everyDials calls check with dials of every length, width and language, crowded
// with events.
func everyDials(t *testing.T, check func(t *testing.T, r lean.Result, s chart.Scene)) {
	t.Helper()
	for _, weeks := range lengths {
		for _, width := range widths {
			for _, lang := range words.Languages {
				t.Run(fmt.Sprintf("%d weeks/%g wide/%s", weeks, width, lang), func(t *testing.T) {
					events := append(closeEvents(start.Add(weeks/3), 6), closeEvents(start.Add(weeks-2), 2)...)
					events = append(events, closeEvents(start.Add(weeks-2), 2)...) // two in a week
					r := sample(weeks, 3, 12)
					check(t, r, dials(chart.Input{Result: r, Events: events, Words: words.In(lang)}, width, 280))
				})
			}
		}
	}
}

// No text meets another, the line of an event or a strip of states.
func TestDialsTextsDoNotCollide(t *testing.T) {
	everyDials(t, func(t *testing.T, _ lean.Result, s chart.Scene) {
		textsMustNotCollide(t, s)
		for _, text := range texts(s) {
			from, to := box(text)
			for _, rule := range every[chart.Rule](s) {
				if rule.Dashed && from.X < rule.From.X && rule.From.X < to.X && from.Y < rule.From.Y && rule.To.Y < to.Y {
					t.Errorf("an event's line at %g runs through %q", rule.From.X, text.Text)
				}
			}
			for _, bar := range strips(s) {
				if meet(from, to, bar.Min, bar.Max) {
					t.Errorf("%q runs into a strip", text.Text)
				}
			}
		}
	})
}

// strips returns the bars of the states of both dials.
func strips(s chart.Scene) []chart.Rect {
	return slices.DeleteFunc(every[chart.Rect](s), func(r chart.Rect) bool { return r.Role == chart.Away })
}

func TestDialsStayInside(t *testing.T) {
	everyDials(t, func(t *testing.T, r lean.Result, s chart.Scene) {
		itemsMustStayInside(t, s)
		mustNotBeEmpty(t, "title", s.Title)
		mustNotBeEmpty(t, "summary", s.Summary)
	})
}

func TestDialsHits(t *testing.T) {
	everyDials(t, func(t *testing.T, r lean.Result, s chart.Scene) {
		weeks := 0
		if !r.Span.From.IsZero() {
			weeks = r.Span.Weeks()
		}
		hits := weekHits(s)
		if len(hits) != weeks {
			t.Fatalf("%d hits for %d weeks", len(hits), weeks)
		}
		hitsMustRead(t, r, chart.Scene{Width: s.Width, Height: s.Height, Hits: hits})
		for i, hit := range hits {
			if want := r.Span.From.Add(i); hit.Behind.Span.From != want {
				t.Errorf("hit %d is for %v, want %v", i, hit.Behind.Span.From, want)
			}
			if i > 0 && hit.Min.X != hits[i-1].Max.X {
				t.Errorf("%v begins at %g, its neighbor ends at %g", hit.Behind.Span.From, hit.Min.X, hits[i-1].Max.X)
			}
		}
	})
}

// The name of an event is a separate region, above the weeks, and no two of
// them meet.
func TestDialsEventHits(t *testing.T) {
	for _, width := range []float64{240, 520, 900} {
		s := dialsOf(sample(26), closeEvents(start.Add(4), 5), width)
		weeks := weekHits(s)
		named := s.Hits[:len(s.Hits)-len(weeks)]
		if len(named) == 0 {
			t.Errorf("no event has a region at a width of %g", width)
		}
		for i, hit := range named {
			if hit.Event == "" || hit.Behind.Figure != lean.EventFigure || len(hit.Tip()) != 2 {
				t.Errorf("the region of an event is %+v", hit)
			}
			if hit.Max.Y > weeks[0].Min.Y || hit.Min.Y < 0 || hit.Min.X >= hit.Max.X {
				t.Errorf("the region of %q is %v to %v", hit.Tip(), hit.Min, hit.Max)
			}
			for _, other := range named[:i] {
				if meet(hit.Min, hit.Max, other.Min, other.Max) {
					t.Errorf("at %g %q and %q meet", width, hit.Tip(), other.Tip())
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

// tipOf returns what a hit reads out, on one line.
func tipOf(hit chart.Hit) string {
	return strings.ReplaceAll(strings.Join(hit.Tip(), "|"), "\u00a0", " ")
}

// A week reads out its shares, its energies and where the dials stood; the
// running one is in progress, one away is away, and neither is not logged.
func TestDialsTips(t *testing.T) {
	r := sample(12)
	r.Span.To = start.Add(12)
	in := chart.Input{
		Result: r, Words: words.In(words.English), Today: start.Add(12),
		Events:  []journal.Event{{ID: "e", Week: start.Add(1), Kind: journal.RoleEvent, Role: journal.RoleStaff}},
		Entries: []journal.Entry{{Week: start.Add(9), Away: "leave"}},
	}
	hits := weekHits(dials(in, 800, 300))
	for week, want := range map[int]string{
		1: "Week 24, 2026 · 8–14 June 2026|That week: technical 40% · people 60%|Average energy in 4 moments: technical +0.5 · people 0.0|" +
			"Time: 67% on the people side, very likely between 56 and 78%|Energy: people work 0.1 points higher, " +
			"very likely between technical work 0.4 points higher and people work 0.6 points higher|Staff engineer",
		6: "Week 29, 2026 · 13–19 July 2026|Not logged|Time: 64% on the people side, very likely between 53 and 75%|" +
			"Energy: people work 0.6 points higher, very likely between 0.1 and 1.1 points",
		9: "Week 32, 2026 · 3–9 August 2026|Away: Vacation or leave|Time: 59% on the people side, very likely between 48 and 70%|" +
			"Energy: people work 0.9 points higher, very likely between 0.4 and 1.4 points",
		12: "Week 35, 2026 · 24–30 August 2026|In progress|This week counts as soon as something is logged.",
	} {
		if got := tipOf(hits[week]); got != want {
			t.Errorf("week %d\ngot  %s\nwant %s", week, got, want)
		}
	}
}

// Weeks away are shaded in both panels, with the reason where there is room.
func TestDialsAway(t *testing.T) {
	in := chart.Input{Result: sample(12), Words: words.In(words.English), Entries: []journal.Entry{{Week: start.Add(9), Away: "sick"}}}
	for width, named := range map[float64]bool{1000: true, 240: false} {
		s := dials(in, width, 300)
		columns := slices.DeleteFunc(every[chart.Rect](s), func(r chart.Rect) bool { return r.Role != chart.Away })
		week := weekHits(s)[9]
		if len(columns) != 2 || columns[0].Min.X != week.Min.X || math.Abs(columns[1].Max.X-week.Max.X) > 1e-9 {
			t.Errorf("%g wide: columns %+v for %+v", width, columns, week)
		}
		if got := slices.ContainsFunc(texts(s), func(text chart.Text) bool { return text.Text == "Sick" }); got != named {
			t.Errorf("%g wide: the reason is named: %t", width, got)
		}
	}
	in.Entries[0].Away = strings.Repeat("a ", 40)
	if s := dials(in, 640, 300); slices.ContainsFunc(texts(s), func(text chart.Text) bool { return strings.HasPrefix(text.Text, "a ") }) {
		t.Error("a reason is longer than its column")
	}
	in.Entries[0].Away = "other" // what a report leaves of a reason
	if s := dials(in, 1000, 300); !strings.HasSuffix(strings.Join(weekHits(s)[9].Tip()[:2], "|"), "|Away") {
		t.Errorf("tip %q", weekHits(s)[9].Tip())
	}
}

// Before a first reading there are only marks.
func TestDialsGate(t *testing.T) {
	early := sample(26)
	early.Time.State, early.Energy.State = lean.Insufficient, lean.Insufficient
	s := dialsOf(early, nil, 800)
	if lines, areas := count[chart.Line](s), count[chart.Area](s); lines+areas > 0 {
		t.Errorf("%d lines and %d bands before the first reading", lines, areas)
	}
	if count[chart.Mark](s) == 0 {
		t.Error("no marks")
	}
	for _, hit := range s.Hits {
		if strings.Contains(tipOf(hit), "likely") {
			t.Errorf("a level is read out before the first reading: %q", hit.Tip())
		}
	}
	if strings.Contains(s.Summary, "likely") {
		t.Errorf("the summary speaks of a line: %q", s.Summary)
	}
}

// A dial of energy that lacks a track says which, with marks or without.
func TestDialsMissingTrack(t *testing.T) {
	for technical, tests := range map[int]map[int]string{
		20: {0: "0 of 6 people moments rated so far", 5: "5 of 6 people moments rated so far"},
		3:  {9: "3 of 6 technical moments rated so far", 2: "3 technical and 2 people moments rated so far, of 6 each"},
	} {
		for people, want := range tests {
			r := sample(26)
			r.Energy.State, r.Energy.Levels = lean.Insufficient, nil
			r.Energy.Tracks.Technical.N, r.Energy.Tracks.People.N = technical, people
			if people == 0 {
				for i := range r.Weeks {
					r.Weeks[i].Energy.People = lean.Tally{}
				}
			}
			s := dialsOf(r, nil, 900)
			if !slices.ContainsFunc(texts(s), func(text chart.Text) bool { return text.Text == want }) || !strings.Contains(s.Summary, want) {
				t.Errorf("%q is not said in %q", want, s.Summary)
			}
			if lines := count[chart.Line](s); lines != 5 {
				t.Errorf("%d lines, want those of time alone", lines)
			}
		}
	}
}

// The line and the bands leave out the cell of a missing week, keep that of a
// week that stands alone, and break where the work changes.
func TestDialsGaps(t *testing.T) {
	const weeks = 12
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
			s := dialsOf(sample(weeks, tt.missing...), tt.events, 804)
			hits := weekHits(s)
			left, step := hits[0].Min.X, hits[1].Min.X-hits[0].Min.X
			var runs [][2]float64
			for _, line := range every[chart.Line](s) {
				from, to := line.Points[0].X, line.Points[len(line.Points)-1].X
				runs = append(runs, [2]float64{math.Round((from - left) / step), math.Round((to - left) / step)})
			}
			if want := append(slices.Clone(tt.runs), tt.runs...); fmt.Sprint(runs) != fmt.Sprint(want) {
				t.Errorf("runs %v, want %v in either panel", runs, tt.runs)
			}
			if areas := count[chart.Area](s); areas != 2*len(runs) {
				t.Errorf("%d areas for %d runs of two bands", areas, len(runs))
			}
		})
	}
}

// oneWeek is a result of a week with a time and energies of one moment each.
func oneWeek(time float64, technical, people int) lean.Result {
	w := lean.Week{Week: start, Observed: true, Time: time, Noise: 1, Moments: 2}
	w.Energy.Technical, w.Energy.People = lean.Tally{N: 1, Sum: technical}, lean.Tally{N: 1, Sum: people}
	return lean.Result{
		Span: lean.Span{From: start, To: start}, Weeks: []lean.Week{w}, WeeksLogged: 1,
		Time: lean.Time{Dial: lean.Dial{State: lean.Insufficient}}, Energy: lean.Energy{Dial: lean.Dial{State: lean.Insufficient}},
	}
}

// A side is on its half of its panel, in its color and its shape.
func TestDialsSides(t *testing.T) {
	tests := []struct {
		time   float64
		people int // energy of a people moment, next to a technical one of 0
		shape  chart.Shape
		role   chart.Role
	}{
		{-1, -2, chart.Circle, chart.Technical},
		{-0.06, -1, chart.Circle, chart.Technical},
		{0, 0, chart.Square, chart.Balance},
		{0.04, 0, chart.Square, chart.Balance},
		{0.06, 1, chart.Diamond, chart.People},
		{1, 2, chart.Diamond, chart.People},
	}
	for _, tt := range tests {
		s := dialsOf(oneWeek(tt.time, 0, tt.people), nil, 640)
		var middles []float64
		for _, rule := range every[chart.Rule](s) {
			if rule.Role == chart.Balance && rule.From.Y == rule.To.Y {
				middles = append(middles, rule.From.Y)
			}
		}
		var drawn []chart.Mark
		for _, m := range marks(s) {
			if m.At.X == weekHits(s)[0].Focus.X {
				drawn = append(drawn, m)
			}
		}
		if len(drawn) != 2 || len(middles) != 2 {
			t.Fatalf("%d marks, %d middles", len(drawn), len(middles))
		}
		for i, value := range []float64{tt.time, float64(tt.people)} {
			above := middles[i] - drawn[i].At.Y
			if drawn[i].Shape != tt.shape || drawn[i].Role != tt.role || (above > 0) != (value > 0) || (above < 0) != (value < 0) {
				t.Errorf("%g in panel %d: %+v, %g above the middle", value, i, drawn[i], above)
			}
		}
	}
}

// The scale of energy has two points each way, more if the band needs it; a
// week beyond is a hollow mark at its end, and the caption tells.
func TestDialsScaleOfEnergy(t *testing.T) {
	r := oneWeek(0, -2, 2)
	c, _ := byID(chart.Input{Result: r, Words: words.In(words.English)}, "dials")
	beyond := func(s chart.Scene) chart.Mark {
		return marks(s)[len(marks(s))-1]
	}
	if m := beyond(c.Draw(640, 300, fonts)); !m.Hollow {
		t.Errorf("a week of 4 points is %+v", m)
	}
	r.Energy.Dial = lean.Dial{State: lean.Even, Levels: []lean.Level{{Week: start, Mid: 1, Low90: -1, High90: 3.2}}}
	c, _ = byID(chart.Input{Result: r, Words: words.In(words.English)}, "dials")
	s := c.Draw(640, 300, fonts)
	for _, m := range marks(s) {
		if m.Hollow {
			t.Errorf("on a scale of 4 points a week of 4 is %+v", m)
		}
	}
	r.Energy.Levels[0].High90 = 1.5
	if c, _ = byID(chart.Input{Result: r, Words: words.In(words.English)}, "dials"); !strings.Contains(c.Caption, "more than 2 points") {
		t.Errorf("caption %q", c.Caption)
	}
}

// Marks weigh by their area, and the heaviest are drawn first.
func TestDialsWeights(t *testing.T) {
	r := sample(4)
	for i, noise := range []float64{4, 1, 0.25, 0} {
		r.Weeks[i].Noise = noise
		r.Weeks[i].Energy = lean.ByTrack[lean.Tally]{}
	}
	var radii []float64
	for _, mark := range marks(dialsOf(r, nil, 1000)) {
		if mark.Role != chart.Ground {
			radii = append(radii, mark.Radius)
		}
	}
	if want := "[5.940 4.200 4.200 2.100]"; fmt.Sprintf("%.3f", radii[:4]) != want {
		t.Errorf("radii %.3f, want %s", radii[:4], want)
	}
}

// The strip under a panel covers every spell, in the color of its state, and the
// present state is named with the week in which it was entered.
func TestDialsStates(t *testing.T) {
	for _, width := range []float64{240, 900} {
		r := sample(60)
		s := dialsOf(r, nil, width)
		var want []lean.State
		for _, d := range []lean.Dial{r.Time.Dial, r.Energy.Dial} {
			for i := range d.Spells { // drawn from the last on
				want = append(want, d.Spells[len(d.Spells)-1-i].State)
			}
			name := words.In(words.English).SpellName(r, d.Spells[len(d.Spells)-1])
			if !slices.ContainsFunc(texts(s), func(text chart.Text) bool { return text.Text == name }) {
				t.Errorf("%g wide: %q is not written", width, name)
			}
		}
		var got []lean.State
		hits := weekHits(s)
		for _, bar := range strips(s) {
			state := map[chart.Role]lean.State{chart.Technical: lean.Technical, chart.People: lean.People, chart.Balance: lean.Even}[bar.Role]
			switch {
			case bar.Outline > 0:
				state = lean.Open
			case bar.Max.Y-bar.Min.Y < 2:
				state = lean.Insufficient
			}
			got = append(got, state)
			if bar.Min.X < hits[0].Min.X || bar.Max.X > hits[len(hits)-1].Max.X || bar.Max.X <= bar.Min.X {
				t.Errorf("%g wide: a strip from %v to %v", width, bar.Min, bar.Max)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%g wide: strips %v, want %v", width, got, want)
		}
	}
}

// The tips of ten years are worded when they are read, not whenever they are
// drawn.
func TestDialsWordTipsWhenRead(t *testing.T) {
	c, _ := byID(chart.Input{Result: sample(520), Words: words.In(words.English)}, "dials")
	s := c.Draw(1000, 400, fonts)
	drawing := testing.AllocsPerRun(1, func() { c.Draw(1000, 400, fonts) })
	reading := testing.AllocsPerRun(1, func() {
		for _, hit := range s.Hits {
			hit.Tip()
		}
	})
	if drawing > reading/4 {
		t.Errorf("drawing takes %g allocations, reading all tips %g", drawing, reading)
	}
}

func TestDialsGolden(t *testing.T) {
	for _, tt := range []struct {
		name          string
		weeks         int
		lang          words.Language
		width, height float64
	}{
		{"dials-empty", 0, words.English, 640, 300},
		{"dials-first-weeks", 3, words.French, 320, 260},
		{"dials-half-year", 26, words.English, 1000, 400},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := chart.Input{Result: sample(tt.weeks, 12), Events: closeEvents(start.Add(8), 2), Words: words.In(tt.lang)}
			golden(t, tt.name+".golden", dump(dials(in, tt.width, tt.height)))
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
		fmt.Fprintf(&b, "%s %.1f %.1f at %.1f: %s\n", hit.Behind.Span.From, hit.Min, hit.Max, hit.Focus, strings.Join(hit.Tip(), " | "))
	}
	return b.String()
}

func BenchmarkDials(b *testing.B) {
	in := chart.Input{Result: sample(520), Events: closeEvents(start.Add(100), 6), Words: words.In(words.English)}
	for b.Loop() {
		dials(in, 1000, 400)
	}
}
