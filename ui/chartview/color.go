package chartview

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"heliotrope/journal/chart"
)

const rolePrefix = "chart-"

// ColorName returns the name under which a theme has the color of a role.
func ColorName(role chart.Role) fyne.ThemeColorName {
	return fyne.ThemeColorName(rolePrefix + strconv.Itoa(int(role)))
}

// RoleOf returns the role whose color a theme is asked for, and reports whether
// name is that of a role.
func RoleOf(name fyne.ThemeColorName) (chart.Role, bool) {
	rest, ok := strings.CutPrefix(string(name), rolePrefix)
	if !ok {
		return 0, false
	}
	role, err := strconv.Atoi(rest)
	return chart.Role(role), err == nil
}

// roleColor returns the color of a role in the current theme.
func (v *View) roleColor(role chart.Role) color.Color { return v.color(ColorName(role)) }

func (v *View) color(name fyne.ThemeColorName) color.Color {
	return v.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}
