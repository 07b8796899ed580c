package paper_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"codeberg.org/go-fonts/dejavu/dejavusansmono"

	"heliotrope/journal/chart"
	"heliotrope/journal/report/paper"
)

func TestMain(m *testing.M) {
	paper.UseFonts()
	os.Exit(m.Run())
}

// withFonts puts a font into a folder, next to files that are none.
func withFonts(t *testing.T, files map[string][]byte) {
	t.Helper()
	folder := t.TempDir()
	for name, content := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(paper.UseFonts(folder, filepath.Join(folder, "missing")))
}

var monospaced = map[string][]byte{"deep/down/Mono.TTF": dejavusansmono.TTF}

func paragraph(text string) paper.Document {
	return paper.Document{Properties: properties, Blocks: []paper.Block{paper.Paragraph{Text: paper.Plain(text)}}}
}

// drawnOn returns what pages draw as a shape, or only name.
func drawnOn(pages []paper.Page) (drawn []chart.Drawn) {
	for _, page := range pages {
		for _, item := range page.Scene.Items {
			if d, ok := item.(chart.Drawn); ok {
				drawn = append(drawn, d)
			}
		}
	}
	return drawn
}

func TestAFontOfTheSystemDrawsWhatTheFontLacks(t *testing.T) {
	withFonts(t, monospaced)
	if got := paper.Legible("pi ⌕⌶ 🎉"); got != "pi ⟨⌕⟩⟨⌶⟩ [party popper]" {
		t.Errorf("%q", got)
	}
	pages := paper.LayOut(paragraph("a⌕b 🎉"), paper.A4)
	drawn := drawnOn(pages)
	if len(drawn) != 2 || drawn[0].Text != "⌕" || drawn[0].Glyph == nil || drawn[1].Glyph != nil {
		t.Fatalf("%+v", drawn)
	}
	all := texts(pages[0].Scene)
	_, before := textBox(all[0])
	if all[0].Text != "a" || before.X != drawn[0].At.X || all[1].At.X <= drawn[0].At.X {
		t.Errorf("the glyph at %v is not between %+v", drawn[0].At, all[:2])
	}
	if families, named := paper.Borrowed(pages); !slices.Equal(families, []string{"DejaVu Sans Mono"}) || !named {
		t.Errorf("drawn with %q, named: %v", families, named)
	}
	families, named := paper.Borrowed(paper.LayOut(paragraph("plain, 😀"), paper.A4))
	if len(families) > 0 || named {
		t.Errorf("what the program has is said to be of %q, named: %v", families, named)
	}
}

// An emoji beyond what a PDF reaches is in the font of the pages all the same.
func TestTheFontOfThePagesIsAskedFirst(t *testing.T) {
	if got := paper.Legible("😀 𝔸"); got != "⟨😀⟩ A" {
		t.Errorf("%q", got)
	}
}

func TestNoFontIsReadThatIsNotNeeded(t *testing.T) {
	searched := false
	t.Cleanup(paper.SearchFonts(func() []string { searched = true; return nil }))
	paper.LayOut(demoWithout("🎉👩‍👩‍👧‍👦❤️🇫🇷"), paper.A4)
	if searched {
		t.Error("the folders were searched for text that the font has")
	}
	paper.LayOut(paragraph("🎉"), paper.A4)
	if !searched {
		t.Error("the folders were not searched")
	}
}

// demoWithout is the demo without any of the characters in odd.
func demoWithout(odd string) paper.Document {
	d := demo(8)
	for _, b := range d.Blocks {
		if quotes, ok := b.(paper.Quotes); ok {
			for i := range quotes {
				quotes[i].Text = strings.Map(func(r rune) rune {
					if strings.ContainsRune(odd, r) {
						return -1
					}
					return r
				}, quotes[i].Text)
			}
		}
	}
	return d
}

// A damaged font is as good as none.
func TestDamagedFonts(t *testing.T) {
	cut := dejavusansmono.TTF
	noise := slices.Clone(cut)
	for i := 400; i < len(noise); i += 7 {
		noise[i] ^= byte(i)
	}
	withFonts(t, map[string][]byte{
		"a.ttf": nil, "b.otf": []byte("OTTO"), "c.ttc": []byte("ttcf\x00\x01\x00\x00\xFF\xFF\xFF\xFF"), "d.ttf": cut[:3000], "e.ttf": cut[:len(cut)/2], "f.ttf": noise,
	})
	pages := paper.LayOut(paragraph("⌕ 找"), paper.A4)
	mustBePDF(t, pages, properties)
	if got := paper.Legible("找"); got != "[CJK Ideograph 627E]" {
		t.Errorf("%q", got)
	}
}

// What was logged is found, selected and copied, although it is drawn.
func TestPopplerReadsWhatIsDrawn(t *testing.T) {
	withFonts(t, monospaced)
	pages := paper.LayOut(paragraph("Pulled ⌕⌶ and 😀 out"), paper.A4)
	file := pdfOf(t, pages, properties)
	text := poppler(t, file, "pdftotext")
	for _, want := range []string{"⌕", "⌶", "😀", "out"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %q", want, text)
		}
	}
	if fonts := poppler(t, file, "pdffonts"); strings.Count(fonts, "\n") != 4 {
		t.Errorf("other fonts than those of the program:\n%s", fonts)
	}
}

// A glyph is in a file once, however often it is drawn.
func TestAGlyphIsStoredOnce(t *testing.T) {
	withFonts(t, monospaced)
	size := func(n int) int {
		return len(pdfOf(t, paper.LayOut(paragraph(strings.Repeat("⌶", n)), paper.A4), properties))
	}
	if one, many := size(1), size(200); many > one+20*200 {
		t.Errorf("one is %d bytes, two hundred %d", one, many)
	}
}

// A character for private use never stands for a foreign one of another text.
func TestPrivateUseIsABox(t *testing.T) {
	paper.Legible("🎉")
	for r := rune(0x100000); r < 0x100010; r++ {
		if got := paper.Legible("a" + string(r) + "b"); got != "a□b" {
			t.Fatalf("%U is shown as %q", r, got)
		}
	}
}

// Chinese lines end between characters, and never begin with a comma.
func TestLinesOfForeignText(t *testing.T) {
	withFonts(t, monospaced)
	pages := paper.LayOut(paragraph("⌶⌶⌶⌶ "+strings.Repeat("⌶", 100)+strings.Repeat("⌶,", 60)), paper.A4)
	lines := make(map[float64]string)
	for _, item := range pages[0].Scene.Items {
		switch v := item.(type) {
		case chart.Drawn:
			lines[v.At.Y] += v.Text
		case chart.Text:
			lines[v.At.Y] += v.Text
		}
	}
	for y, line := range lines {
		if strings.HasPrefix(line, ",") || line == "⌶⌶⌶⌶" {
			t.Errorf("the line at %g is %q", y, line)
		}
	}
}

// However wide a glyph is, all of it is within the shape that a PDF draws it with,
// which cuts off what is beyond.
func TestWideGlyphsAreWhole(t *testing.T) {
	square := func(x float64) []chart.Point {
		return []chart.Point{{X: x, Y: 0}, {X: x + 1, Y: 0}, {X: x + 1, Y: -1}, {X: x, Y: -1}}
	}
	wide := &chart.Glyph{Contours: [][]chart.Point{square(0), square(6.5)}}
	scene := chart.Scene{Width: 300, Height: 100, Items: []chart.Item{chart.Drawn{At: chart.Point{X: 10, Y: 50}, Size: 20, Text: "家", Glyph: wide}}}
	file := pdfOf(t, []paper.Page{{Scene: scene}}, properties)
	box := regexp.MustCompile(`/BBox \[([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)\]`).FindSubmatch(file)
	if box == nil {
		t.Fatal("no shape")
	}
	left, right := number(t, box[1]), number(t, box[3])
	if middle := (left + right) / 2; right-middle < 7500 {
		t.Errorf("the shape is cut off %g thousandths of an em after its beginning", right-middle)
	}
}

func number(t *testing.T, text []byte) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(string(text), 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
