package chart_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/words"
)

// element is one start tag of a picture, with the text right after it.
type element struct {
	name, text string
	attr       map[string]string
}

func (e element) number(t *testing.T, name string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(e.attr[name], 64)
	if err != nil {
		t.Fatalf("%s: %s: %v", e.name, name, err)
	}
	return v
}

// elements parses a picture, and fails the test unless it is well formed.
func elements(t *testing.T, svg string) []element {
	t.Helper()
	var found []element
	decoder := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return found
		}
		if err != nil {
			t.Fatal(err)
		}
		switch v := token.(type) {
		case xml.StartElement:
			e := element{name: v.Name.Local, attr: make(map[string]string)}
			for _, a := range v.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			found = append(found, e)
		case xml.CharData:
			if n := len(found); n > 0 && strings.TrimSpace(string(v)) != "" {
				found[n-1].text += string(v)
			}
		}
	}
}

func svgOf(t *testing.T, s chart.Scene) string {
	t.Helper()
	var b strings.Builder
	if err := s.SVG(&b, chart.Light); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What is written is the scene: every item at its place, in its order.
func TestSVGIsTheScene(t *testing.T) {
	in := chart.Input{Result: sample(26, 12), Events: closeEvents(start.Add(8), 3), Words: words.In(words.French)}
	s := dials(in, 1000, 320)
	all := elements(t, svgOf(t, s))
	if all[1].text != s.Title || all[2].text != s.Summary {
		t.Errorf("title %q, desc %q", all[1].text, all[2].text)
	}
	drawn := all[4:] // after svg, title, desc and the ground
	near := func(e element, name string, want float64) {
		t.Helper()
		if got := e.number(t, name); got < want-0.006 || got > want+0.006 {
			t.Errorf("%s: %s is %g, want %g", e.name, name, got, want)
		}
	}
	for i, item := range s.Items {
		e := drawn[i]
		switch v := item.(type) {
		case chart.Text:
			near(e, "x", v.At.X)
			near(e, "y", v.At.Y)
			if e.text != v.Text || e.attr["class"] != "text "+v.Role.String() {
				t.Errorf("text %q of class %q, want %q", e.text, e.attr["class"], v.Text)
			}
		case chart.Rule:
			near(e, "x1", v.From.X)
			near(e, "y2", v.To.Y)
		case chart.Line:
			if points := strings.Fields(e.attr["points"]); e.name != "polyline" || len(points) != len(v.Points) {
				t.Errorf("%s of %d points, want %d", e.name, len(points), len(v.Points))
			}
		case chart.Area:
			if points := strings.Fields(e.attr["points"]); e.name != "polygon" || len(points) != len(v.Points) {
				t.Errorf("%s of %d points, want %d", e.name, len(points), len(v.Points))
			}
		case chart.Mark:
			if v.Shape == chart.Circle {
				near(e, "cx", v.At.X)
				near(e, "r", v.Radius)
			} else if points := strings.Fields(e.attr["points"]); len(points) != 4 {
				t.Errorf("a mark of %d corners", len(points))
			}
		}
	}
	if hits := (len(drawn) - len(s.Items)) / 2; hits != len(s.Hits) { // a rect and its title each
		t.Errorf("%d regions, want %d", hits, len(s.Hits))
	}
}

// An outline is inside its box, and so is that of a hollow mark, around the
// ground.
func TestSVGOutlinesAreInside(t *testing.T) {
	svg := svgOf(t, chart.Scene{Width: 40, Height: 20, Items: []chart.Item{
		chart.Rect{Min: chart.Point{X: 2, Y: 3}, Max: chart.Point{X: 12, Y: 13}, Outline: 2, Role: chart.Balance},
		chart.Mark{At: chart.Point{X: 30, Y: 10}, Radius: 5, Hollow: true, Role: chart.People},
	}})
	for _, want := range []string{
		`<rect x="3" y="4" width="8" height="8" fill="none" class="line balance"`,
		`<circle cx="30" cy="10" r="5" class="mark people"`,
		`<circle cx="30" cy="10" r="3.25" class="mark ground"`,
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in\n%s", want, svg)
		}
	}
}

func TestSVGEscapes(t *testing.T) {
	const title = `</text><script>"&'\x01` + "\n\tsecond line"
	event := journal.Event{ID: "e", Week: start, Kind: journal.OtherEvent, Title: title}
	s := dialsOf(sample(26), []journal.Event{event}, 1000)
	svg := svgOf(t, s)
	if strings.Contains(svg, "<script") {
		t.Error("a title became a tag")
	}
	for _, e := range elements(t, svg) {
		if strings.HasPrefix(e.text, "</text><script>") {
			return
		}
	}
	t.Error("the title is lost")
}

func TestInlineSVG(t *testing.T) {
	s := dialsOf(sample(8), nil, 640)
	write := func() string {
		var b strings.Builder
		if err := s.InlineSVG(&b, chart.Light, "dials"); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	svg := write()
	if strings.Contains(svg, "http") {
		t.Error("an address in the document")
	}
	if svg != write() {
		t.Error("two writings differ")
	}
	root := elements(t, svg)[0]
	if root.attr["role"] != "img" || root.attr["aria-labelledby"] != "dials-title dials-desc" {
		t.Errorf("root %v", root.attr)
	}
}

func TestSVGWriteError(t *testing.T) {
	want := errors.New("disk full")
	if err := (chart.Scene{}).SVG(failing{want}, chart.Dark); !errors.Is(err, want) {
		t.Errorf("got %v, want %v", err, want)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
