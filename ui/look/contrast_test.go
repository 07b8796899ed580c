package look

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/preferences"
	"heliotrope/ui/chartview"
	"heliotrope/ui/controls"
)

// The Web Content Accessibility Guidelines ask for 4.5 : 1 between text and its
// ground, and for 3 : 1 between what a control or a mark is known by and its
// ground.
const leastText, leastMark = 4.5, 3

// pair is something that is seen on a ground.
type pair struct{ name, ground fyne.ThemeColorName }

// on pairs each name with each ground.
func on(grounds []fyne.ThemeColorName, names ...fyne.ThemeColorName) (pairs []pair) {
	for _, ground := range grounds {
		for _, name := range names {
			pairs = append(pairs, pair{name, ground})
		}
	}
	return pairs
}

type grounds = []fyne.ThemeColorName

// cards are the grounds of a page, and inside are those of what stands on a card.
var (
	cards  = grounds{theme.ColorNameBackground, controls.ColorCard}
	inside = grounds{controls.ColorCard, controls.ColorLit, theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground}
)

var tracks = []journal.Track{journal.Technical, journal.Both, journal.People}

func textPairs() (all [][]pair) {
	all = [][]pair{
		on(append(cards, append(inside, ColorRail, ColorNotice, controls.ColorSelected)...), theme.ColorNameForeground),
		on(append(cards, append(inside, ColorRail, ColorNotice, theme.ColorNameDisabledButton)...), controls.ColorMuted, theme.ColorNameDisabled),
		on(grounds{theme.ColorNameInputBackground}, theme.ColorNamePlaceHolder),
		on(append(cards, append(inside, ColorRail, ColorNotice)...), theme.ColorNameHyperlink, theme.ColorNamePrimary, theme.ColorNameSuccess),
		on(append(cards, theme.ColorNameOverlayBackground), theme.ColorNameError, theme.ColorNameWarning),
		on(grounds{controls.ColorSelected}, controls.ColorOnSelected, theme.ColorNamePrimary),
		on(grounds{theme.ColorNamePrimary}, theme.ColorNameForegroundOnPrimary),
		on(grounds{ColorLogged}, ColorOnLogged),                    // a week of the calendar
		on(grounds{theme.ColorNameSeparator}, controls.ColorMuted), // one that is not logged
		on(grounds{theme.ColorNameSelection}, theme.ColorNameForeground),
		on(grounds{theme.ColorNameForeground}, theme.ColorNameBackground), // hover words
	}
	for _, t := range tracks {
		all = append(all, on(append(cards, controls.ColorLit), TrackText(t)))
	}
	return all
}

func markPairs() (all [][]pair) {
	all = [][]pair{
		on(append(cards, inside...), theme.ColorNameInputBorder),                // edges of fields and cells
		on(append(cards, append(inside, ColorRail)...), theme.ColorNamePrimary), // the focus, and what was chosen
		on(append(cards, inside...), theme.ColorNameScrollBar),                  // what scrolls a page
		on(cards, ColorLogged, ColorTook),                                       // squares and bars
		on(grounds{ColorLogged}, theme.ColorNameForeground),                     // what is drawn on a square
		on(grounds{controls.ColorLit}, ColorTook),                               // a bar in a row
		on(grounds{controls.ColorSelected}, theme.ColorNamePrimary),             // the focus around what is chosen
		on(grounds{theme.ColorNamePrimary}, theme.ColorNameForegroundOnPrimary), // the mark of an answer given
		on(grounds{theme.ColorNameInputBackground}, theme.ColorNamePrimary),     // the caret
		on(grounds{controls.ColorCard}, chartview.ColorName(chart.Accent)),      // the line of a chart
		on(grounds{chartview.ColorName(chart.Band90)}, chartview.ColorName(chart.Accent)),
		on(grounds{chartview.ColorName(chart.Band50)}, chartview.ColorName(chart.Accent)),
	}
	for _, t := range tracks {
		all = append(all, on(append(cards, controls.ColorLit), TrackColor(t)))
	}
	return all
}

func TestContrast(t *testing.T) {
	for _, appearance := range []string{AlwaysLight, AlwaysDark} {
		l := New(preferences.Preferences{Appearance: appearance})
		check := func(kind string, least float64, all [][]pair) {
			for _, pairs := range all {
				for _, p := range pairs {
					ground := over(l.Color(p.ground, 0), l.Color(theme.ColorNameBackground, 0))
					ink := over(l.Color(p.name, 0), ground)
					if got := contrast(ink, ground); got < least {
						t.Errorf("%s %s: %s on %s: %.2f, want %.1f", appearance, kind, p.name, p.ground, got, least)
					}
				}
			}
		}
		check("text", leastText, textPairs())
		check("mark", leastMark, markPairs())
		// Fyne lays these over the ground of what has the pointer or the focus.
		for _, name := range []fyne.ThemeColorName{theme.ColorNameHover, theme.ColorNameFocus, theme.ColorNamePressed} {
			for _, p := range []pair{
				{theme.ColorNameForeground, theme.ColorNameMenuBackground},
				{theme.ColorNameForeground, theme.ColorNameButton},
				{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary},
			} {
				ground := over(l.Color(name, 0), over(l.Color(p.ground, 0), color.White))
				if got := contrast(over(l.Color(p.name, 0), ground), ground); got < leastText {
					t.Errorf("%s: %s on %s under %s: %.2f", appearance, p.name, p.ground, name, got)
				}
			}
		}
	}
}

// Every color is the theme's own, so that none that Fyne chose slips in untested.
func TestBothAppearancesHaveTheSameColors(t *testing.T) {
	for name := range lightColors {
		if _, ok := darkColors[name]; !ok {
			t.Errorf("dark has no %s", name)
		}
	}
	if len(darkColors) != len(lightColors) {
		t.Errorf("dark has %d colors, light %d", len(darkColors), len(lightColors))
	}
}

// over returns what is seen of c on a ground that is opaque.
func over(c, ground color.Color) color.NRGBA {
	a, b := color.NRGBAModel.Convert(c).(color.NRGBA), color.NRGBAModel.Convert(ground).(color.NRGBA)
	mix := func(x, y uint8) uint8 {
		return uint8((int(x)*int(a.A) + int(y)*(255-int(a.A)) + 127) / 255)
	}
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 255}
}

// contrast is the WCAG 2.2 contrast ratio, 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
