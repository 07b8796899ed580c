package controls

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Lines fit, lose nothing but spaces, and are as long as they can be.
func TestBreakLines(t *testing.T) {
	test.NewTempApp(t)
	const size = 14
	measure := func(s string) float32 { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width }
	for _, text := range []string{
		"", "short", "a few words that need more than one line of this width", "Donaudampfschifffahrtsgesellschaftskapitän",
		"an https://example.org/very/long/path/that/has/no/space/at/all in it", "ééééééééééééééééééééééééééééééé", "one two ",
	} {
		for _, width := range []float32{1, 60, 120, 4000} {
			lines := BreakLines(text, width, size, fyne.TextStyle{})
			var all []string
			for i, l := range lines {
				line := text[l.From:l.To]
				all = append(all, line)
				if measure(line) > width && len([]rune(line)) > 1 {
					t.Errorf("%q is wider than %v", line, width)
				}
				if i > 0 {
					word, _, _ := strings.Cut(line, " ")
					before := text[lines[i-1].From:l.From]
					if strings.HasSuffix(before, " ") && measure(before+word) <= width {
						t.Errorf("%q has room for %q at %v", before, word, width)
					}
				}
			}
			if got := strings.Join(all, ""); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(text, " ", "") {
				t.Errorf("%q became %q at %v", text, all, width)
			}
			if width == 4000 && len(lines) != 1 || slices.Contains(all[1:], "") {
				t.Errorf("%q has the lines %q at %v", text, all, width)
			}
		}
	}
}
