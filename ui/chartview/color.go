package chartview

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"

	"heliotrope/journal/chart"
)

const rolePrefix = "chart-"

// ColorName names the colour of a role, for the theme to say.
func ColorName(role chart.Role) fyne.ThemeColorName {
	return fyne.ThemeColorName(fmt.Sprint(rolePrefix, int(role)))
}

// RoleOf tells for which role a theme is asked, if it is asked for one.
func RoleOf(name fyne.ThemeColorName) (chart.Role, bool) {
	rest, ok := strings.CutPrefix(string(name), rolePrefix)
	if !ok {
		return 0, false
	}
	var role int
	if _, err := fmt.Sscan(rest, &role); err != nil {
		return 0, false
	}
	return chart.Role(role), true
}

func themed(v *View, role chart.Role) color.Color {
	return v.Theme().Color(ColorName(role), fyne.CurrentApp().Settings().ThemeVariant())
}
