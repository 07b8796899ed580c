package paper_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"heliotrope/journal/chart"
	"heliotrope/journal/report/paper"
)

var sheets = []paper.Size{paper.A4, paper.Letter}

// The margins of a report, in points.
const (
	sideMargin = 48
	topMargin  = 38
	footTop    = 46 // above the edge: where the foot begins
)

// textBox is where a text stands, as far as its letters reach.
func textBox(t chart.Text) (from, to chart.Point) {
	width := measurer.Width(t.Text, t.Size, t.Bold)
	left := t.At.X
	switch t.Anchor {
	case chart.Middle:
		left -= width / 2
	case chart.End:
		left -= width
	}
	return chart.Point{X: left, Y: t.At.Y - 0.76*t.Size}, chart.Point{X: left + width, Y: t.At.Y + 0.24*t.Size}
}

func texts(s chart.Scene) (found []chart.Text) {
	for _, item := range s.Items {
		if text, ok := item.(chart.Text); ok {
			found = append(found, text)
		}
	}
	return found
}

// mustBeNeat checks that no text leaves the margins or meets another, and that
// each has characters of the font only.
func mustBeNeat(t *testing.T, pages []paper.Page) {
	t.Helper()
	for n, page := range pages {
		all := texts(page.Scene)
		from, to := make([]chart.Point, len(all)), make([]chart.Point, len(all))
		for i, text := range all {
			from[i], to[i] = textBox(text)
			foot := page.Scene.Height - footTop
			if from[i].X < sideMargin-0.01 || to[i].X > page.Scene.Width-sideMargin+0.01 || from[i].Y < topMargin-0.01 ||
				to[i].Y > foot && from[i].Y < foot-1 || to[i].Y > page.Scene.Height-24 {
				t.Errorf("page %d: %q is outside the margins, %.1f to %.1f", n+1, text.Text, from[i], to[i])
			}
			if strings.ContainsFunc(text.Text, func(r rune) bool { return !paper.Prints(r) }) {
				t.Errorf("page %d: %q cannot be printed", n+1, text.Text)
			}
			for k := range i {
				if from[i].X < to[k].X-0.01 && from[k].X < to[i].X-0.01 && from[i].Y < to[k].Y-0.01 && from[k].Y < to[i].Y-0.01 {
					t.Errorf("page %d: %q and %q meet", n+1, all[k].Text, text.Text)
				}
			}
		}
	}
}

// nasty is a document with a text wherever there can be one.
func nasty(text string) paper.Document {
	other := figure(text, 20, false)
	other.Caption = text
	picture := func(width, height float64) chart.Scene {
		return chart.Scene{Items: []chart.Item{chart.Rect{Max: chart.Point{X: width, Y: height}}}}
	}
	return paper.Document{
		Properties: paper.Properties{Title: text, Author: text, Subject: text, Language: text},
		Blocks: []paper.Block{
			paper.Heading{Level: 1, Text: []paper.Run{{Text: "Un "}, {Text: text, Role: chart.People}, {Text: ", deux"}}},
			paper.Paragraph{Style: paper.Lead, Text: []paper.Run{{Text: text}, {Text: text, Bold: true}, {Text: "fin"}}},
			paper.Terms{{Name: text, Value: text}, {Name: "Nom", Value: text}, {Name: text, Value: ""}},
			paper.Heading{Level: 2, Text: paper.Plain(text)},
			paper.Paragraph{Text: paper.Plain(text)},
			paper.Paragraph{Text: []paper.Run{{Text: text, Italic: true}, {Text: text, Bold: true, Italic: true}, {Text: "  " + text + "\n" + text, Code: true}}},
			paper.Item{Mark: "•", Depth: 1, Text: paper.Plain(text)},
			paper.Item{Mark: "123456789.", Depth: 5, Text: []paper.Run{{Text: text, Code: true}}},
			paper.Item{Depth: 2}, paper.Item{Mark: "2.", Depth: 1},
			paper.Quotes{{Text: text, Note: text}, {Text: "mot", Note: text}, {Text: text}},
			other, figure("Court", 20, false), figure(text, 20, true),
			paper.Table{
				Columns: []paper.Column{{Title: text}, {Title: "Milieu", Align: chart.Middle}, {Title: text, Align: chart.End}, {}},
				Rows: [][]paper.Cell{
					{{Text: text}, {Text: text}, {Text: text}, {Text: text, Picture: picture}},
					{{Text: "a", Picture: picture}, {Text: text, Span: 3}, {Text: "trop"}},
					{{Text: text, Span: 9}},
					{},
				},
			},
		},
	}
}

func TestNeatWhateverTheText(t *testing.T) {
	for _, size := range sheets {
		for i, text := range append(hostile, strings.Repeat("Un moment très long. ", 380)) {
			t.Run(fmt.Sprintf("%.0f/%d", size.Width, i), func(t *testing.T) {
				d := nasty(text)
				pages := paper.LayOut(d, size)
				mustBeNeat(t, pages)
				if size == paper.A4 && !testing.Short() {
					mustBePDF(t, pages, d.Properties)
				}
			})
		}
		mustBeNeat(t, paper.LayOut(demo(52), size))
	}
}

// An item is indented, next to its mark, and code keeps the spaces before it.
func TestItemsAndCode(t *testing.T) {
	page := paper.LayOut(paper.Document{Blocks: []paper.Block{
		paper.Paragraph{Text: []paper.Run{{Text: "un "}, {Text: "deux", Italic: true}}},
		paper.Item{Mark: "12.", Depth: 2, Text: paper.Plain("trois")},
		paper.Paragraph{Text: []paper.Run{{Text: "if\n\tquatre", Code: true}}},
	}}, paper.A4)[0].Scene
	found := make(map[string]chart.Text)
	grounds := 0
	for _, item := range page.Items {
		switch item := item.(type) {
		case chart.Text:
			found[strings.Trim(item.Text, "\u00A0")] = item
		case chart.Rect:
			grounds++
		}
	}
	un, item, mark := found["un"], found["trois"], found["12."]
	if un.Slanted || !found["deux"].Slanted {
		t.Errorf("of %q and %q the second is to be slanted", un.Text, found["deux"].Text)
	}
	if _, end := textBox(mark); item.At.X != sideMargin+32 || end.X >= item.At.X || end.X < item.At.X-8 || mark.At.Y != item.At.Y {
		t.Errorf("the item is at %v, and its mark at %v", item.At, mark.At)
	}
	if code := found["quatre"]; !strings.HasPrefix(code.Text, "\u00A0\u00A0\u00A0\u00A0q") || grounds != 2 {
		t.Errorf("code is %q, on %d grounds", code.Text, grounds)
	}
}

// Nothing is lost: every word of a long text is on the pages, in its order.
func TestNothingIsLost(t *testing.T) {
	var said strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&said, "mot%d ", i)
	}
	long := said.String()
	for name, block := range map[string]paper.Block{
		"paragraph": paper.Paragraph{Text: paper.Plain(long)},
		"quote":     paper.Quotes{{Text: long}},
		"cell":      paper.Table{Columns: make([]paper.Column, 2), Rows: [][]paper.Cell{{{Text: "Zeile"}, {Text: long}}, {{Text: "Zeile"}}}},
		"term":      paper.Table{Columns: make([]paper.Column, 1), Rows: [][]paper.Cell{{{Text: long}}}},
	} {
		pages := paper.LayOut(paper.Document{Blocks: []paper.Block{block}}, paper.A4)
		var shown []string
		for _, page := range pages {
			for _, text := range texts(page.Scene) {
				if strings.HasPrefix(text.Text, "mot") {
					shown = append(shown, text.Text)
				}
			}
		}
		if strings.Join(shown, " ") != strings.TrimSpace(long) {
			t.Errorf("%s: words are lost or moved", name)
		}
		if len(pages) < 3 {
			t.Errorf("%s: %d pages", name, len(pages))
		}
		mustBeNeat(t, pages)
	}
}

func TestRightToLeftParagraphsBeginAtTheRight(t *testing.T) {
	long := strings.Repeat("שלום עולם ", 30)
	page := paper.LayOut(paper.Document{Blocks: []paper.Block{
		paper.Paragraph{Text: paper.Plain("Hello, world")},
		paper.Paragraph{Text: paper.Plain("שלום, Go 1.26")},
		paper.Paragraph{Text: paper.Plain(long)},
	}}, paper.A4)[0]
	all := texts(page.Scene)
	all = all[:len(all)-2] // without the foot
	right := 0.0
	for _, text := range all {
		_, to := textBox(text)
		right = max(right, to.X)
	}
	for i, text := range all {
		from, to := textBox(text)
		if i == 0 && math.Abs(from.X-sideMargin) > 0.01 {
			t.Errorf("%q begins at %.2f", text.Text, from.X)
		}
		if i > 0 && math.Abs(to.X-right) > 0.01 {
			t.Errorf("%q ends at %.2f, not at %.2f", text.Text, to.X, right)
		}
	}
}

// Lines are broken neither at a no-break space nor between a letter and what is
// drawn on it.
func TestLinesAreBrokenWhereTheyMayBe(t *testing.T) {
	const column = 452 // of running text
	for filler := range 12 {
		page := paper.LayOut(paper.Document{Blocks: []paper.Block{
			paper.Paragraph{Text: paper.Plain(strings.Repeat("x", filler) + strings.Repeat(" 12\u00A0heures", 60))},
			paper.Paragraph{Text: paper.Plain(strings.Repeat("x", filler) + strings.Repeat("x\u0302\u0323", 300))},
			paper.Paragraph{Text: paper.Plain(strings.Repeat("x", filler) + strings.Repeat("x\u0488", 300))}, // a mark with a width
		}}, paper.A4)[0]
		lines := texts(page.Scene)
		if len(lines) < 10 {
			t.Fatalf("only %d lines", len(lines))
		}
		for _, line := range lines[:len(lines)-2] { // without the foot
			if _, to := textBox(line); to.X > sideMargin+column+0.01 {
				t.Errorf("%d before: %q ends at %.2f", filler, line.Text, to.X)
			}
			if strings.HasPrefix(line.Text, "heures") || strings.HasSuffix(line.Text, "12") {
				t.Errorf("%d before: %q is broken at a no-break space", filler, line.Text)
			}
			if first, _ := utf8.DecodeRuneInString(line.Text); unicode.Is(unicode.Mn, first) {
				t.Errorf("%d before: a line begins with %U", filler, first)
			}
		}
	}
}

// A table is as wide as the text, however little is in it.
func TestTableFillsTheWidth(t *testing.T) {
	table := paper.Table{Columns: []paper.Column{{Title: "a"}, {Title: "b", Align: chart.End}}, Rows: [][]paper.Cell{{{Text: "1"}, {Text: "2"}}}}
	page := paper.LayOut(paper.Document{Blocks: []paper.Block{table}}, paper.A4)[0]
	for _, text := range texts(page.Scene) {
		if _, to := textBox(text); text.Text == "2" && math.Abs(to.X-(paper.A4.Width-sideMargin)) > 0.01 {
			t.Errorf("the last column ends at %.2f", to.X)
		}
	}
}

// A heading never ends a page, and no line of a paragraph is alone on one,
// wherever the page ends.
func TestWhatStaysTogether(t *testing.T) {
	const filler = "Zeile"
	for above := range 60 {
		blocks := make([]paper.Block, 0, above+3)
		for range above {
			blocks = append(blocks, paper.Paragraph{Style: paper.Note, Text: paper.Plain(filler)})
		}
		blocks = append(blocks,
			paper.Heading{Level: 2, Text: paper.Plain("Kopf")},
			paper.Paragraph{Text: paper.Plain(strings.Repeat("Absatz Absatz Absatz ", 20))},
			paper.Heading{Level: 2, Text: paper.Plain("Tafel")},
			paper.Table{Columns: []paper.Column{{Title: "Spalte"}}, Rows: [][]paper.Cell{{{Text: "Reihe"}}, {{Text: "Reihe"}}, {{Text: "Reihe"}}}},
		)
		for n, page := range paper.LayOut(paper.Document{Blocks: blocks}, paper.A4) {
			count := make(map[string]int)
			last := ""
			for _, text := range texts(page.Scene) {
				word, _, _ := strings.Cut(text.Text, " ")
				if word != "" && text.Text != fmt.Sprintf("%d / 2", n+1) && text.Text != fmt.Sprintf("%d / 1", n+1) && text.Text != fmt.Sprintf("%d / 3", n+1) {
					count[word]++
					last = word
				}
			}
			if last == "Kopf" || last == "Tafel" || last == "Spalte" {
				t.Errorf("%d lines above: page %d ends with %s", above, n+1, last)
			}
			if count["Absatz"] == 1 {
				t.Errorf("%d lines above: a line of the paragraph is alone on page %d", above, n+1)
			}
			if (count["Reihe"] > 0) != (count["Spalte"] > 0) || count["Reihe"] == 1 {
				t.Errorf("%d lines above: page %d has %d rows and %d headers", above, n+1, count["Reihe"], count["Spalte"])
			}
		}
	}
}

func TestTableOnManyPages(t *testing.T) {
	pages := paper.LayOut(paper.Document{Blocks: []paper.Block{weekTable(300)}}, paper.Letter)
	rows := 0
	for n, page := range pages {
		headers := 0
		for _, text := range texts(page.Scene) {
			if text.Text == "Semaine" {
				headers++
			}
			if text.Bold {
				rows++
			}
		}
		if headers != 1 {
			t.Errorf("page %d has %d headers", n+1, headers)
		}
	}
	if rows != 300 {
		t.Errorf("%d rows, want 300", rows)
	}
}

func TestFiguresSideBySide(t *testing.T) {
	narrow, wide := figure("eng", 12, false), figure("weit", 12, true)
	for _, test := range []struct {
		name   string
		blocks []paper.Block
		places int // different heights at which the titles stand
	}{
		{"two narrow", []paper.Block{narrow, narrow}, 1},
		{"three narrow", []paper.Block{narrow, narrow, narrow}, 2},
		{"narrow and wide", []paper.Block{narrow, wide}, 2},
		{"wide and narrow", []paper.Block{wide, narrow}, 2},
		{"something between", []paper.Block{narrow, paper.Paragraph{Text: paper.Plain("Wort")}, narrow}, 2},
	} {
		places := make(map[string]bool)
		for n, page := range paper.LayOut(paper.Document{Blocks: test.blocks}, paper.A4) {
			for _, text := range texts(page.Scene) {
				if text.Text == "eng" || text.Text == "weit" {
					places[fmt.Sprintf("%d %.2f", n, text.At.Y)] = true
				}
			}
		}
		if len(places) != test.places {
			t.Errorf("%s: titles at %d places, want %d", test.name, len(places), test.places)
		}
	}
}

// A figure that asks for more than a page gets a page.
func TestFigureHigherThanAPage(t *testing.T) {
	f := figure("hoch", 12, true)
	f.Height = func(float64) float64 { return 5000 }
	pages := paper.LayOut(paper.Document{Blocks: []paper.Block{paper.Heading{Level: 2, Text: paper.Plain("Kopf")}, f}}, paper.A4)
	mustBeNeat(t, pages)
	if len(pages) > 2 {
		t.Errorf("%d pages", len(pages))
	}
}

func TestBookmarks(t *testing.T) {
	heading := func(level int, text string) paper.Block {
		return paper.Heading{Level: level, Text: []paper.Run{{Text: text}, {Text: " 🎉", Bold: true}}}
	}
	full := figure("", 12, true) // a whole page
	full.Height = func(float64) float64 { return 5000 }
	pages := paper.LayOut(paper.Document{Blocks: []paper.Block{
		heading(3, "a"), heading(2, "b"), heading(3, "c"), full, heading(1, "d"), heading(3, "e"), heading(9, "f"),
	}}, paper.A4)
	var found []string
	for n, page := range pages {
		for _, b := range page.Bookmarks {
			found = append(found, fmt.Sprintf("%d:%d:%s", n, b.Level, b.Text))
			if b.Y < topMargin || b.Y > page.Scene.Height/2 {
				t.Errorf("%s is at %g", b.Text, b.Y)
			}
		}
	}
	want := []string{"0:0:a [party popper]", "0:1:b [party popper]", "0:2:c [party popper]", "2:0:d [party popper]", "2:1:e [party popper]", "2:2:f [party popper]"}
	if !reflect.DeepEqual(found, want) {
		t.Errorf("%q, want %q", found, want)
	}
}

func TestNoDocumentIsOnePage(t *testing.T) {
	for _, blocks := range [][]paper.Block{nil, {paper.Terms{}, paper.Quotes{}, paper.Table{}}} {
		d := paper.Document{Blocks: blocks}
		pages := paper.LayOut(d, paper.A4)
		if len(pages) != 1 {
			t.Errorf("%d pages", len(pages))
		}
		mustBePDF(t, pages, d.Properties)
	}
}

// Pages do not depend on what was laid out before.
func TestLayOutIsPure(t *testing.T) {
	d := demo(30)
	if first, again := paper.LayOut(d, paper.A4), paper.LayOut(d, paper.A4); !reflect.DeepEqual(first, again) {
		t.Error("two layouts differ")
	}
}

// A chart on a page is the chart that was drawn, smaller: its marks keep their
// places and a hollow one its outline.
func TestFigureIsTheChart(t *testing.T) {
	drawn := chart.Scene{Items: []chart.Item{
		chart.Mark{At: chart.Point{X: 100, Y: 50}, Radius: 6, Hollow: true, Role: chart.People},
		chart.Rect{Min: chart.Point{X: 0, Y: 0}, Max: chart.Point{X: 200, Y: 100}, Outline: 2},
	}}
	f := paper.Figure{Wide: true, Height: func(float64) float64 { return 100 }, Draw: func(_, _ float64, _ chart.Measurer) chart.Scene { return drawn }}
	items := paper.LayOut(paper.Document{Blocks: []paper.Block{f}}, paper.A4)[0].Scene.Items
	outer, inner, rect := items[0].(chart.Mark), items[1].(chart.Mark), items[2].(chart.Rect)
	near := func(what string, got, want float64) {
		if math.Abs(got-want) > 1e-9 {
			t.Errorf("%s is %g, want %g", what, got, want)
		}
	}
	near("x", outer.At.X, sideMargin+100*paper.FigureScale)
	near("y", outer.At.Y, topMargin+50*paper.FigureScale)
	near("radius", outer.Radius, 6*paper.FigureScale)
	near("hole", inner.Radius, (6-chart.HollowWidth)*paper.FigureScale)
	near("width", rect.Max.X-rect.Min.X, 200*paper.FigureScale)
	near("outline", rect.Outline, 2*paper.FigureScale)
	if outer.Role != chart.People || inner.Role != chart.Ground || outer.Hollow || inner.Hollow {
		t.Errorf("a hollow mark became %+v and %+v", outer, inner)
	}
}
