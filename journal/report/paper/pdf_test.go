package paper_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"heliotrope/journal/chart"
	"heliotrope/journal/report/paper"
)

func pdfOf(t *testing.T, pages []paper.Page, p paper.Properties) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := paper.WritePDF(&b, pages, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func mustBePDF(t *testing.T, pages []paper.Page, p paper.Properties) {
	t.Helper()
	file := pdfOf(t, pages, p)
	if !bytes.HasPrefix(file, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(file), []byte("%%EOF")) {
		t.Error("not a PDF")
	}
	if n := len(regexp.MustCompile(`(?m)^<</Type /Page$`).FindAll(file, -1)); n != len(pages) {
		t.Errorf("%d pages, want %d", n, len(pages))
	}
}

func TestSameBytes(t *testing.T) {
	for _, d := range []paper.Document{demo(12), nasty(strings.Join(hostile, " "))} {
		first := pdfOf(t, paper.LayOut(d, paper.A4), d.Properties)
		repeats := 10
		if testing.Short() {
			repeats = 2
		}
		for range repeats {
			if !bytes.Equal(first, pdfOf(t, paper.LayOut(d, paper.A4), d.Properties)) {
				t.Fatal("two files differ")
			}
		}
	}
	undated := properties
	undated.Created = time.Time{} // never the clock's
	if !bytes.Contains(pdfOf(t, nil, undated), []byte("(D:19700101000000)")) {
		t.Error("without a date, another one is written")
	}
	dated := properties
	dated.Created = dated.Created.Add(time.Second)
	if bytes.Equal(pdfOf(t, nil, properties), pdfOf(t, nil, dated)) {
		t.Error("the date is not written")
	}
}

func TestProperties(t *testing.T) {
	file := string(pdfOf(t, nil, properties))
	for _, want := range []string{
		"%PDF-1.5", "/Lang (fr)", "(D:20261123090000)", "/ViewerPreferences <</DisplayDocTitle true>>",
		`<rdf:li xml:lang="x-default">Votre temps penche technique`, "<rdf:li>fr</rdf:li>", "<xmp:CreateDate>2026-11-23T09:00:00Z</xmp:CreateDate>",
	} {
		if !strings.Contains(file, want) {
			t.Errorf("no %s", want)
		}
	}
	hostile := properties
	hostile.Language = "fr) /OpenAction ("
	if strings.Contains(string(pdfOf(t, nil, hostile)), "OpenAction") {
		t.Error("a language became an action")
	}
	hostile.Title = "</rdf:li>]]> &<x>"
	if title := "&lt;/rdf:li&gt;]]&gt; &amp;&lt;x&gt;</rdf:li>"; !strings.Contains(string(pdfOf(t, nil, hostile)), title) {
		t.Errorf("the title is not %s", title)
	}
}

func TestWriteError(t *testing.T) {
	want := errors.New("disk full")
	if err := paper.WritePDF(failing{want}, paper.LayOut(demo(8), paper.A4), properties); !errors.Is(err, want) {
		t.Errorf("got %v, want %v", err, want)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// operation is an operator of a page's content with its operands.
type operation struct {
	name     string
	operands []float64
}

// content returns what is drawn on the first page of a PDF.
func content(t *testing.T, file []byte) []operation {
	t.Helper()
	stream := regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`).FindSubmatch(file)
	if stream == nil {
		t.Fatal("no content")
	}
	unpacked, err := zlib.NewReader(bytes.NewReader(stream[1]))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	// Texts and dashes say nothing about places.
	plain = regexp.MustCompile(`(?s)\((?:\\.|[^\\()])*\)|\[[^\]]*\]|/\w+`).ReplaceAll(plain, nil)
	var found []operation
	var operands []float64
	for _, word := range strings.Fields(string(plain)) {
		if v, err := strconv.ParseFloat(word, 64); err == nil {
			operands = append(operands, v)
			continue
		}
		found = append(found, operation{word, operands})
		operands = nil
	}
	return found
}

// expected returns the operations that draw a scene, without those that set
// colors, widths and fonts.
func expected(s chart.Scene) (all []operation) {
	add := func(name string, operands ...float64) { all = append(all, operation{name, operands}) }
	at := func(name string, p chart.Point) { add(name, p.X, s.Height-p.Y) }
	polygon := func(points []chart.Point) {
		at("m", points[0])
		for _, p := range points[1:] {
			at("l", p)
		}
		at("l", points[0])
		add("f")
	}
	mark := func(m chart.Mark) {
		if corners := m.Corners(); corners != nil {
			polygon(corners)
			return
		}
		add("circle", m.At.X, s.Height-m.At.Y, m.Radius)
	}
	for _, item := range s.Items {
		switch v := item.(type) {
		case chart.Line:
			at("m", v.Points[0])
			for _, p := range v.Points[1:] {
				at("l", p)
			}
			add("S")
		case chart.Rule:
			at("m", v.From)
			at("l", v.To)
			add("S")
		case chart.Area:
			polygon(v.Points)
		case chart.Rect:
			in := v.Outline / 2
			add("re", v.Min.X+in, s.Height-v.Min.Y-in, v.Max.X-v.Min.X-2*in, -(v.Max.Y - v.Min.Y - 2*in))
			add(map[bool]string{true: "S", false: "f"}[v.Outline > 0])
		case chart.Mark:
			mark(v)
			if v.Hollow {
				mark(v.Inside())
			}
		case chart.Text:
			from, _ := textBox(v)
			add("Td", from.X, s.Height-v.At.Y)
		}
	}
	return all
}

// drawn returns the operations of a page that draw, a circle as one.
func drawn(all []operation) (shapes []operation) {
	for i := 0; i < len(all); i++ {
		switch op := all[i]; op.name {
		case "m":
			if all[i+1].name != "c" {
				shapes = append(shapes, op)
				break
			}
			low, high := chart.Point{X: math.Inf(1), Y: math.Inf(1)}, chart.Point{X: math.Inf(-1), Y: math.Inf(-1)}
			for i++; all[i].name == "c"; i++ {
				end := all[i].operands[4:]
				low = chart.Point{X: min(low.X, end[0]), Y: min(low.Y, end[1])}
				high = chart.Point{X: max(high.X, end[0]), Y: max(high.Y, end[1])}
			} // and "f" or "b"
			shapes = append(shapes, operation{"circle", []float64{(low.X + high.X) / 2, (low.Y + high.Y) / 2, (high.X - low.X) / 2}})
		case "l", "re", "S", "f", "Td":
			shapes = append(shapes, op)
		}
	}
	return shapes
}

// What is in the file is the scene: every item at its place, in its order.
func TestPDFIsTheScene(t *testing.T) {
	dials := figure("", 52, true).Draw(1000, 320, measurer)
	dials.Items = append(dials.Items,
		chart.Rect{Min: chart.Point{X: 10, Y: 20}, Max: chart.Point{X: 60.5, Y: 44}, Role: chart.Step3},
		chart.Rect{Min: chart.Point{X: 10, Y: 20}, Max: chart.Point{X: 60.5, Y: 44}, Outline: 1.5, Role: chart.Grid},
		chart.Mark{At: chart.Point{X: 333.3, Y: 99.9}, Radius: 5, Hollow: true, Role: chart.People},
		chart.Mark{At: chart.Point{X: 444.4, Y: 99.9}, Radius: 5, Shape: chart.Square, Hollow: true, Role: chart.Balance},
		chart.Text{At: chart.Point{X: 500, Y: 50}, Text: "Mitte □ \\ (x)", Size: 9, Bold: true, Anchor: chart.Middle},
		chart.Text{At: chart.Point{X: 600, Y: 50}, Text: "schräg", Size: 9, Slanted: true},
		chart.Text{At: chart.Point{X: 900, Y: 50}, Text: "שלום 3", Size: 9, Anchor: chart.End},
	)
	var file bytes.Buffer
	if err := paper.WritePDF(&file, []paper.Page{{Scene: dials}}, properties); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(file.Bytes(), []byte("/MediaBox [0 0 1000.00 320.00]")) {
		t.Error("the page is not as large as the scene")
	}
	got, want := drawn(content(t, file.Bytes())), expected(dials)
	if len(got) != len(want) {
		t.Fatalf("%d operations, want %d", len(got), len(want))
	}
	const tolerance = 0.02
	for i, op := range got {
		same := op.name == want[i].name && len(op.operands) == len(want[i].operands)
		for k := range min(len(op.operands), len(want[i].operands)) {
			same = same && math.Abs(op.operands[k]-want[i].operands[k]) <= tolerance
		}
		if !same {
			t.Fatalf("operation %d is %v, want %v", i, op, want[i])
		}
	}
}

// A page that somebody else made may contain any text.
func TestUnprintableTextOnAPage(t *testing.T) {
	var pages []paper.Page
	for _, text := range hostile {
		item := chart.Text{At: chart.Point{X: 9, Y: 20}, Text: text, Size: 10}
		pages = append(pages, paper.Page{
			Scene:     chart.Scene{Width: 300, Height: 40, Items: []chart.Item{item}},
			Bookmarks: []paper.Bookmark{{Text: text}},
		})
	}
	mustBePDF(t, pages, properties)
}

// Colors are those of the palette for paper.
func TestColorsAreThoseOfThePalette(t *testing.T) {
	s := chart.Scene{Width: 20, Height: 20}
	for _, role := range chart.Roles() {
		s.Items = append(s.Items, chart.Rect{Max: chart.Point{X: 9, Y: 9}, Role: role})
	}
	var file bytes.Buffer
	if err := paper.WritePDF(&file, []paper.Page{{Scene: s}}, properties); err != nil {
		t.Fatal(err)
	}
	fill, nth := "", 0
	for _, op := range content(t, file.Bytes()) {
		switch op.name {
		case "rg":
			fill = fmt.Sprintf("%.3f", op.operands)
		case "g":
			fill = fmt.Sprintf("%.3f", []float64{op.operands[0], op.operands[0], op.operands[0]})
		case "re":
			role := chart.Roles()[nth]
			c := chart.Light.Color(role)
			if want := fmt.Sprintf("%.3f", []float64{float64(c.R) / 255, float64(c.G) / 255, float64(c.B) / 255}); fill != want {
				t.Errorf("%v is %s, want %s", role, fill, want)
			}
			nth++
		}
	}
	if nth != len(chart.Roles()) {
		t.Errorf("%d rects", nth)
	}
}
