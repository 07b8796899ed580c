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
	ColorOnLogged  fyne.ThemeColorName = "on-logged"
	ColorNotice    fyne.ThemeColorName = "notice"
	ColorTook      fyne.ThemeColorName = "took" // what took energy; what gave it is of the accent

	// SizeBand is the size of a name in a tinted band.
	SizeBand fyne.ThemeSizeName = "band"

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

// Theme is the theme: calm, much air, few borders, one accent.
type Theme struct {
	fyne.Theme // what is not given here
	appearance string
	textScale  float32
}

// New returns the theme with the appearance and the text size of the
// preferences.
func New(p preferences.Preferences) *Theme {
	return &Theme{Theme: theme.DefaultTheme(), appearance: p.Appearance, textScale: float32(p.TextPercent()) / 100}
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
	case controls.SizeControl:
		return 13 * l.textScale
	case controls.SizeLine:
		return 15 * l.textScale
	case theme.SizeNameSubHeadingText:
		return 16 * l.textScale
	case SizeBand:
		return 20 * l.textScale
	case theme.SizeNameHeadingText:
		return 24 * l.textScale
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameSelectionRadius:
		return 8
	case theme.SizeNameInnerPadding:
		return 6.5 // so that a field is 32 high
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
	theme.ColorNamePlaceHolder:         rgb(0x5B5B66),
	theme.ColorNamePrimary:             rgb(0x6B47B0),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	theme.ColorNameHyperlink:           rgb(0x6B47B0),
	theme.ColorNameFocus:               rgba(0x6B47B0, 0x22),
	theme.ColorNameSelection:           rgb(0xD9CDEE),
	theme.ColorNameHover:               rgba(0x6B47B0, 0x11),
	theme.ColorNamePressed:             rgba(0x6B47B0, 0x22),
	theme.ColorNameButton:              rgb(0xEFEDE8),
	theme.ColorNameDisabledButton:      rgb(0xF1EFEB),
	theme.ColorNameInputBackground:     rgb(0xFFFFFF),
	theme.ColorNameInputBorder:         rgb(0x8E8997),
	theme.ColorNameMenuBackground:      rgb(0xFFFFFF),
	theme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
	theme.ColorNameSeparator:           rgb(0xE9E5DE),
	theme.ColorNameShadow:              rgba(0x1F2328, 0x18),
	theme.ColorNameError:               rgb(0x8A3B6B),
	theme.ColorNameWarning:             rgb(0x8A3B6B),
	theme.ColorNameSuccess:             rgb(0x6B47B0),
	controls.ColorCard:                 rgb(0xFFFFFF),
	controls.ColorSelected:             rgb(0xECE5F7),
	controls.ColorOnSelected:           rgb(0x4A2F86),
	controls.ColorMuted:                rgb(0x5B5B66),
	controls.ColorLit:                  rgb(0xF6F1FD),
	controls.ColorFrame:                rgb(0xD3CED8),
	ColorRail:                          rgb(0xF1EFEB),
	ColorLogged:                        rgb(0x9C82D2),
	ColorOnLogged:                      rgb(0x1F2328),
	ColorNotice:                        rgb(0xECE5F7),
	ColorTook:                          rgb(0x8A8395),
	colorTechnicalText:                 rgb(0x1B65A6),
	colorPeopleText:                    rgb(0xAC4A08),
	colorBothText:                      rgb(0x676175),
}

var darkColors = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          rgb(0x1E1E22),
	theme.ColorNameForeground:          rgb(0xECEAF1),
	theme.ColorNameDisabled:            rgb(0xA9A9B4),
	theme.ColorNamePlaceHolder:         rgb(0xA9A9B4),
	theme.ColorNamePrimary:             rgb(0xB79AF0),
	theme.ColorNameForegroundOnPrimary: rgb(0x1E1E22),
	theme.ColorNameHyperlink:           rgb(0xB79AF0),
	theme.ColorNameFocus:               rgba(0xB79AF0, 0x22),
	theme.ColorNameSelection:           rgb(0x52466F),
	theme.ColorNameHover:               rgba(0xB79AF0, 0x10),
	theme.ColorNamePressed:             rgba(0xB79AF0, 0x22),
	theme.ColorNameButton:              rgb(0x34343A),
	theme.ColorNameDisabledButton:      rgb(0x18181B),
	theme.ColorNameInputBackground:     rgb(0x26262B),
	theme.ColorNameInputBorder:         rgb(0x7F7C89),
	theme.ColorNameMenuBackground:      rgb(0x26262B),
	theme.ColorNameOverlayBackground:   rgb(0x26262B),
	theme.ColorNameSeparator:           rgb(0x34343B),
	theme.ColorNameShadow:              rgba(0x000000, 0x50),
	theme.ColorNameError:               rgb(0xE39AC4),
	theme.ColorNameWarning:             rgb(0xE39AC4),
	theme.ColorNameSuccess:             rgb(0xB79AF0),
	controls.ColorCard:                 rgb(0x26262B),
	controls.ColorSelected:             rgb(0x372C52),
	controls.ColorOnSelected:           rgb(0xE4D8FA),
	controls.ColorMuted:                rgb(0xA9A9B4),
	controls.ColorLit:                  rgb(0x2E2A3A),
	controls.ColorFrame:                rgb(0x4A4951),
	ColorRail:                          rgb(0x18181B),
	ColorLogged:                        rgb(0x8266C0),
	ColorOnLogged:                      rgb(0xFFFFFF),
	ColorNotice:                        rgb(0x372C52),
	ColorTook:                          rgb(0x85808F),
	colorTechnicalText:                 rgb(0x7CC0F5),
	colorPeopleText:                    rgb(0xF5A94F),
	colorBothText:                      rgb(0xB5AFC2),
}
