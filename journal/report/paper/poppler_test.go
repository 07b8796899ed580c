package paper_test

import (
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal/chart"
	"heliotrope/journal/report/paper"
)

// poppler runs a program of poppler-utils on a PDF and returns its output.
// Where it is missing it skips the test, or fails it if the environment
// requires it on this machine.
func poppler(t *testing.T, pdf []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("HELIOTROPE_E2E") == "required" {
			t.Fatalf("%s is not installed, and HELIOTROPE_E2E requires it", name)
		}
		t.Skipf("%s is not installed", name)
	}
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command(name, slices.Concat(args, []string{file}, toOutput[name])...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, said)
	}
	if strings.Contains(string(said), "Syntax Error") || strings.Contains(string(said), "Syntax Warning") {
		t.Errorf("%s: %s", name, said)
	}
	return string(said)
}

// toOutput is what a program needs in order to write to standard output.
var toOutput = map[string][]string{"pdftotext": {"-"}}

func TestPopplerReadsTheText(t *testing.T) {
	d := demo(52)
	pages := paper.LayOut(d, paper.A4)
	text := poppler(t, pdfOf(t, pages, d.Properties), "pdftotext", "-raw")
	for _, want := range []string{
		"donné le plus d’énergie", "Équipe", "96 % de chances", "Accompagné Inès pendant sa première", "2027-W21",
		"Fêté la mise en production [party popper] avec", "−0,31 à 0,12",
		fmt.Sprintf("1 / %d", len(pages)), fmt.Sprintf("%[1]d / %[1]d", len(pages)),
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
}

func TestPopplerKnowsTheFile(t *testing.T) {
	d := demo(52)
	file := pdfOf(t, paper.LayOut(d, paper.Letter), d.Properties)
	info := poppler(t, file, "pdfinfo")
	for _, want := range []string{
		properties.Title, properties.Author, "Heliotrope", "612 x 792 pts (letter)", "Mon Nov 23 09:00:00 2026",
	} {
		if !strings.Contains(info, want) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
	fonts := strings.Split(strings.TrimSpace(poppler(t, file, "pdffonts")), "\n")[2:]
	if len(fonts) != 2 {
		t.Errorf("%d fonts", len(fonts))
	}
	for _, font := range fonts {
		// After type and encoding: embedded, subset, Unicode. The name that
		// fpdf gives does not say that it is a subset.
		if !strings.Contains(font, "yes no  yes") || !strings.Contains(font, "TrueType") {
			t.Errorf("not embedded: %s", font)
		}
	}
	if limit := 200 << 10; len(file) > limit {
		t.Errorf("%d bytes, so more than a subset is in it", len(file))
	}
}

// word is what poppler finds on a page.
type word struct {
	XMin float64 `xml:"xMin,attr"`
	XMax float64 `xml:"xMax,attr"`
	Text string  `xml:",chardata"`
}

// Another program finds every word where the page has it, as wide as it was
// measured.
func TestPopplerFindsTheWords(t *testing.T) {
	d := demo(52)
	pages := paper.LayOut(d, paper.A4)
	var document struct {
		Pages []struct {
			Words []word `xml:"word"`
		} `xml:"body>doc>page"`
	}
	said := poppler(t, pdfOf(t, pages, d.Properties), "pdftotext", "-bbox")
	if err := xml.Unmarshal([]byte(said), &document); err != nil {
		t.Fatal(err)
	}
	if len(document.Pages) != len(pages) {
		t.Fatalf("%d pages, want %d", len(document.Pages), len(pages))
	}
	found := 0
	for n, page := range pages {
		for _, text := range texts(page.Scene) {
			if !isOneWord(text, texts(page.Scene)) {
				continue // poppler splits and joins words in its own way
			}
			from, to := textBox(text)
			near := func(w word) bool {
				return w.Text == text.Text && math.Abs(w.XMin-from.X) < 0.03 && math.Abs(w.XMax-to.X) < 0.03
			}
			if !slices.ContainsFunc(document.Pages[n].Words, near) {
				t.Errorf("page %d: %q is not at %.2f to %.2f", n+1, text.Text, from.X, to.X)
			}
			found++
		}
	}
	if found < 100 {
		t.Errorf("only %d words were looked for", found)
	}
}

// isOneWord reports whether text is a Latin word that no other text touches.
func isOneWord(text chart.Text, all []chart.Text) bool {
	odd := strings.ContainsFunc(text.Text, func(r rune) bool { return r <= ' ' || r == '\u00A0' || r > 0x24F })
	from, to := textBox(text)
	touches := func(other chart.Text) bool {
		otherFrom, otherTo := textBox(other)
		return other != text && other.At.Y == text.At.Y && otherFrom.X < to.X+1 && from.X < otherTo.X+1
	}
	return !odd && text.Text != "" && !slices.ContainsFunc(all, touches)
}

// Hostile texts must not confuse another program either.
func TestPopplerReadsHostileTexts(t *testing.T) {
	texts := hostile
	if testing.Short() {
		texts = []string{strings.Join(hostile, " ")}
	}
	for i, text := range texts {
		d := nasty(text)
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			poppler(t, pdfOf(t, paper.LayOut(d, paper.A4), d.Properties), "pdftotext")
		})
	}
	d := paper.Document{Blocks: []paper.Block{paper.Paragraph{Text: paper.Plain("(\\ 1 → 2) עם שלום")}}}
	if text := poppler(t, pdfOf(t, paper.LayOut(d, paper.A4), properties), "pdftotext"); !strings.Contains(text, "עם שלום") {
		t.Errorf("%q", text)
	}
}
