package native

import (
	"strings"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// named are the keys that have no letter.
var named = map[glfw.Key]fyne.KeyName{
	glfw.KeyF1: fyne.KeyF1, glfw.KeyF10: fyne.KeyF10, glfw.KeyF11: fyne.KeyF11,
	glfw.KeyEscape: fyne.KeyEscape,
	glfw.KeyLeft:   fyne.KeyLeft, glfw.KeyRight: fyne.KeyRight, glfw.KeyHome: fyne.KeyHome,
	glfw.KeyEnter: fyne.KeyReturn, glfw.KeyKPEnter: fyne.KeyEnter,
	glfw.KeyKPAdd: fyne.KeyPlus, glfw.KeyKPSubtract: fyne.KeyMinus, glfw.KeyKPEqual: fyne.KeyEqual,
}

// names returns the names of a key: that of the letter that it writes in the layout of
// the keyboard, and then that of its place on a keyboard of the United States, for
// digits above which a layout has other letters, and letters that are not Latin.
func names(key glfw.Key, scancode int) []fyne.KeyName {
	if name, ok := named[key]; ok {
		return []fyne.KeyName{name}
	}
	switch {
	case key >= glfw.KeyKP0 && key <= glfw.KeyKP9:
		return []fyne.KeyName{fyne.KeyName('0' + rune(key-glfw.KeyKP0))}
	case key < glfw.KeySpace || key > glfw.KeyGraveAccent && key != glfw.KeyWorld1 && key != glfw.KeyWorld2:
		return nil
	}
	letter := strings.ToUpper(glfw.GetKeyName(key, scancode))
	place := string(rune(key))
	if key >= glfw.KeyWorld1 {
		place = ""
	}
	return keyNames(letter, place)
}

// keyNames returns the names of a key that writes a letter and has a place.
func keyNames(letter, place string) (all []fyne.KeyName) {
	latin := len(letter) == 1
	if letter != "" {
		all = append(all, fyne.KeyName(letter))
	}
	digit := len(place) == 1 && place[0] >= '0' && place[0] <= '9'
	if place != "" && place != letter && (digit || !latin) {
		all = append(all, fyne.KeyName(place))
	}
	return all
}

// modifiers returns what is held down.
func modifiers(mods glfw.ModifierKey) (all fyne.KeyModifier) {
	for g, f := range map[glfw.ModifierKey]fyne.KeyModifier{
		glfw.ModShift: fyne.KeyModifierShift, glfw.ModControl: fyne.KeyModifierControl,
		glfw.ModAlt: fyne.KeyModifierAlt, glfw.ModSuper: fyne.KeyModifierSuper,
	} {
		if mods&g != 0 {
			all |= f
		}
	}
	return all
}
