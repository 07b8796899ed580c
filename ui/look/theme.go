// Package look is what the window looks like: its theme, the colors and shapes
// of the tracks, and the margins and layouts that pages share.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/preferences"
	"heliotrope/ui/chartview"
	"heliotrope/ui/controls"
)

// The colors of this program next to those of its widgets and charts.
const (
	ColorRail      fyne.ThemeColorName = "rail"
	ColorTechnical fyne.ThemeColorName = "track-technical"
	ColorPeople    fyne.ThemeColorName = "track-people"
	ColorBoth      fyne.ThemeColorName = "track-both"
	ColorLogged    fyne.ThemeColorName = "logged"
	ColorNotice    fyne.ThemeColorName = "notice"
	ColorTook      fyne.ThemeColorName = "took" // what took energy; what gave it is of the accent

	colorTechnicalText fyne.ThemeColorName = "track-technical-text"
	colorPeopleText    fyne.ThemeColorName = "track-people-text"
	colorBothText      fyne.ThemeColorName = "track-both-text"
)

// TrackColor names the color of a track.
func TrackColor(t journal.Track) fyne.ThemeColorName {
	switch t {
	case journal.Technical:
		return ColorTechnical
	case journal.People:
		return ColorPeople
	}
	return ColorBoth
}

// TrackText names the color of text about a track, which has more contrast than
// that of its marks.
func TrackText(t journal.Track) fyne.ThemeColorName {
	switch t {
	case journal.Technical:
		return colorTechnicalText
	case journal.People:
		return colorPeopleText
	}
	return colorBothText
}

// EnergyColor names the color of a bar of energy, given or taken.
func EnergyColor(e journal.Energy) fyne.ThemeColorName {
	if e < journal.Neutral {
		return ColorTook
	}
	return theme.ColorNamePrimary
}

// TrackShape returns the shape of a track, the same as in charts.
func TrackShape(t journal.Track) controls.Shape {
	switch t {
	case journal.Technical:
		return controls.Circle
	case journal.People:
		return controls.Diamond
	}
	return controls.Square
}

// The appearances that one can choose, see [preferences.Preferences]; any other
// follows the system.
const (
	FollowSystem = ""
	AlwaysLight  = "light"
	AlwaysDark   = "dark"
)

// TextScales are the text sizes that one can choose, relative to the usual one.
var TextScales = []float32{1, 1.2, 1.45}

// TextSize returns the index of the text size of the preferences among
// TextScales.
func TextSize(p preferences.Preferences) int { return min(max(p.TextSize, 0), len(TextScales)-1) }

// Theme is the theme: calm, much air, few borders, one accent.
type Theme struct {
	fyne.Theme // what is not given here
	appearance string
	textScale  float32
}

// New returns the theme with the appearance and the text size of the
// preferences.
func New(p preferences.Preferences) *Theme {
	return &Theme{Theme: theme.DefaultTheme(), appearance: p.Appearance, textScale: TextScales[TextSize(p)]}
}

// dark reports whether the dark colors apply when the system asks for variant.
func (l *Theme) dark(variant fyne.ThemeVariant) bool {
	switch l.appearance {
	case AlwaysLight:
		return false
	case AlwaysDark:
		return true
	}
	return variant == theme.VariantDark
}

// Color implements fyne.Theme.
func (l *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	colors, palette, base := lightColors, chart.Light, theme.VariantLight
	if l.dark(variant) {
		colors, palette, base = darkColors, chart.Dark, theme.VariantDark
	}
	if role, ok := chartview.RoleOf(name); ok {
		return palette.Color(role)
	}
	switch name {
	case ColorTechnical:
		return palette.Color(chart.Technical)
	case ColorPeople:
		return palette.Color(chart.People)
	case ColorBoth:
		return palette.Color(chart.Balance)
	}
	if c, ok := colors[name]; ok {
		return c
	}
	return l.Theme.Color(name, base)
}

// Size implements fyne.Theme.
func (l *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return usualText * l.textScale
	case theme.SizeNameCaptionText:
		return 12 * l.textScale
	case theme.SizeNameSubHeadingText:
		return 15 * l.textScale
	case theme.SizeNameHeadingText:
		return 22 * l.textScale
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius:
		return 7
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	}
	return l.Theme.Size(name)
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func rgba(hex uint32, alpha uint8) color.NRGBA {
	c := rgb(hex)
	c.A = alpha
	return c
}

var lightColors = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          rgb(0xFAF9F7),
	theme.ColorNameForeground:          rgb(0x1F2328),
	theme.ColorNameDisabled:            rgb(0x5B5B66),
	theme.ColorNamePlaceHolder:         rgb(0x6F6F78),
	theme.ColorNamePrimary:             rgb(0x6B47B0),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	theme.ColorNameHyperlink:           rgb(0x6B47B0),
	theme.ColorNameFocus:               rgb(0xA78BDB),
	theme.ColorNameSelection:           rgb(0xDCD0F0),
	theme.ColorNameHover:               rgba(0x6B47B0, 0x16),
	theme.ColorNamePressed:             rgba(0x6B47B0, 0x2A),
	theme.ColorNameButton:              rgb(0xEFEDE8),
	theme.ColorNameInputBackground:     rgb(0xFFFFFF),
	theme.ColorNameInputBorder:         rgb(0xC9C7C2),
	theme.ColorNameMenuBackground:      rgb(0xFFFFFF),
	theme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
	theme.ColorNameSeparator:           rgb(0xE5E3DE),
	theme.ColorNameError:               rgb(0x8A3B6B),
	theme.ColorNameWarning:             rgb(0x8A3B6B),
	theme.ColorNameSuccess:             rgb(0x6B47B0),
	controls.ColorCard:                 rgb(0xFFFFFF),
	controls.ColorSelected:             rgb(0xE4DCF2),
	controls.ColorMuted:                rgb(0x5B5B66),
	controls.ColorLit:                  rgb(0xF6F1FD),
	ColorRail:                          rgb(0xF0EEEA),
	ColorLogged:                        rgb(0xC9B7E8),
	ColorNotice:                        rgb(0xF3EEFA),
	ColorTook:                          rgb(0x8A8395),
	colorTechnicalText:                 rgb(0x1B65A6),
	colorPeopleText:                    rgb(0xAC4A08),
	colorBothText:                      rgb(0x676175),
}

var darkColors = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          rgb(0x1E1E22),
	theme.ColorNameForeground:          rgb(0xECEAF1),
	theme.ColorNameDisabled:            rgb(0xA0A0AA),
	theme.ColorNamePlaceHolder:         rgb(0x93939D),
	theme.ColorNamePrimary:             rgb(0xB79AF0),
	theme.ColorNameForegroundOnPrimary: rgb(0x1E1E22),
	theme.ColorNameHyperlink:           rgb(0xB79AF0),
	theme.ColorNameFocus:               rgb(0x8F6FD0),
	theme.ColorNameSelection:           rgb(0x4A3B70),
	theme.ColorNameHover:               rgba(0xB79AF0, 0x1C),
	theme.ColorNamePressed:             rgba(0xB79AF0, 0x30),
	theme.ColorNameButton:              rgb(0x34343A),
	theme.ColorNameInputBackground:     rgb(0x2A2A30),
	theme.ColorNameInputBorder:         rgb(0x4A4A52),
	theme.ColorNameMenuBackground:      rgb(0x2A2A30),
	theme.ColorNameOverlayBackground:   rgb(0x26262B),
	theme.ColorNameSeparator:           rgb(0x37373D),
	theme.ColorNameError:               rgb(0xE39AC4),
	theme.ColorNameWarning:             rgb(0xE39AC4),
	theme.ColorNameSuccess:             rgb(0xB79AF0),
	controls.ColorCard:                 rgb(0x26262B),
	controls.ColorSelected:             rgb(0x3A2F52),
	controls.ColorMuted:                rgb(0xA0A0AA),
	controls.ColorLit:                  rgb(0x2E2A3A),
	ColorRail:                          rgb(0x18181B),
	ColorLogged:                        rgb(0x6E56A0),
	ColorNotice:                        rgb(0x2E2740),
	ColorTook:                          rgb(0x85808F),
	colorTechnicalText:                 rgb(0x7CC0F5),
	colorPeopleText:                    rgb(0xF5A94F),
	colorBothText:                      rgb(0xB5AFC2),
}
