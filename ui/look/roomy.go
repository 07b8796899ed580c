package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Roomy gives a field more room and a larger text, as the one field has that a page
// is about.
func Roomy(field fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(field, roomy{padding: 4})
}

// Compact is Roomy with less room, for a small window.
func Compact(field fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(field, roomy{padding: 2})
}

// roomy is the theme of the program but for these sizes.
type roomy struct {
	padding float32 // more than usual
}

func (roomy) base() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color implements fyne.Theme.
func (r roomy) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	return r.base().Color(name, variant)
}

// Font implements fyne.Theme.
func (r roomy) Font(style fyne.TextStyle) fyne.Resource { return r.base().Font(style) }

// Icon implements fyne.Theme.
func (r roomy) Icon(name fyne.ThemeIconName) fyne.Resource { return r.base().Icon(name) }

// Size implements fyne.Theme.
func (r roomy) Size(name fyne.ThemeSizeName) float32 {
	size := r.base().Size(name)
	switch name {
	case theme.SizeNameText:
		return size * 15 / usualText
	case theme.SizeNameInnerPadding:
		return size + r.padding
	case theme.SizeNameInlineIcon:
		return 18 * TextScale()
	}
	return size
}
