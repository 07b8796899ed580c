// Package shortcuts declares the keys of the window, once for the window that runs
// them, the menus that show them and the sheet that lists them.
package shortcuts

import (
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"heliotrope/journal/words"
)

// Key is a key with what is held down with it.
type Key struct {
	Name     fyne.KeyName
	Modifier fyne.KeyModifier
}

// Shortcut is what some keys do.
type Shortcut struct {
	// ID names it. Its words are keys.ID.
	ID string
	// Keys do it, those that are shown first. If there are none, the page that is on
	// screen knows them, and their words are keys.ID.key.
	Keys []Key
	// Shown is how many of the keys are shown; the others are for other keyboards.
	Shown int
	// InField reports whether they belong to the text that has the focus, so that the
	// window leaves them alone.
	InField bool
}

const (
	command = fyne.KeyModifierShortcutDefault // Ctrl, or Cmd on macOS
	alt     = fyne.KeyModifierAlt
	shift   = fyne.KeyModifierShift
)

// All are the shortcuts in the order in which they are listed.
var All = []Shortcut{
	one("week", command, fyne.Key1),
	one("trends", command, fyne.Key2),
	one("journal", command, fyne.Key3),
	one("report", command, fyne.Key4),
	one("settings", command, fyne.KeyComma),
	one("new", command, fyne.KeyN),
	one("line", command, fyne.KeyReturn, fyne.KeyEnter),
	one("find", command, fyne.KeyF),
	one("prev", alt, fyne.KeyLeft),
	one("next", alt, fyne.KeyRight),
	one("today", alt, fyne.KeyHome),
	one("jump", command, fyne.KeyG),
	one("undo", command, fyne.KeyZ),
	{ID: "redo", Keys: []Key{{fyne.KeyZ, command | shift}, {fyne.KeyY, command}}, Shown: 2},
	inField("cut", fyne.KeyX),
	inField("copy", fyne.KeyC),
	inField("paste", fyne.KeyV),
	inField("all", fyne.KeyA),
	// Plus is above the equals sign on some keyboards, and a key alone on others.
	{ID: "larger", Keys: []Key{{fyne.KeyPlus, command}, {fyne.KeyEqual, command}, {fyne.KeyEqual, command | shift}, {fyne.KeyPlus, command | shift}}, Shown: 1},
	one("smaller", command, fyne.KeyMinus),
	one("usual", command, fyne.Key0),
	fullScreen(),
	one("manual", 0, fyne.KeyF1),
	// The question mark is above the slash on some keyboards, the comma on others.
	{ID: "sheet", Keys: []Key{{"?", command}, {fyne.KeySlash, command | shift}, {fyne.KeySlash, command}, {fyne.KeyComma, command | shift}, {"?", command | shift}}, Shown: 1},
	{ID: "menu", Keys: []Key{{fyne.KeyF10, 0}}, Shown: 1},
	{ID: "quit", Keys: []Key{{fyne.KeyQ, command}, {fyne.KeyW, command}}, Shown: 2},
	{ID: "tab"}, {ID: "arrows"}, {ID: "event"}, {ID: "enter"}, {ID: "held"},
}

// one returns what a key does, or each of several that look the same.
func one(id string, modifier fyne.KeyModifier, names ...fyne.KeyName) Shortcut {
	s := Shortcut{ID: id, Shown: 1}
	for _, name := range names {
		s.Keys = append(s.Keys, Key{name, modifier})
	}
	return s
}

func inField(id string, name fyne.KeyName) Shortcut {
	s := one(id, command, name)
	s.InField = true
	return s
}

// fullScreen returns the key of the system: on macOS F11 moves all windows away.
func fullScreen() Shortcut {
	if runtime.GOOS == "darwin" {
		return one("full", command|fyne.KeyModifierControl, fyne.KeyF)
	}
	return one("full", 0, fyne.KeyF11)
}

// Of returns the shortcut of the window that a key is; ok is false if it is none.
func Of(k Key) (s Shortcut, ok bool) {
	at := slices.IndexFunc(All, func(s Shortcut) bool { return !s.InField && slices.Contains(s.Keys, k) })
	if at < 0 {
		return Shortcut{}, false
	}
	return All[at], true
}

// Text returns the keys of the shortcut with an id as they are shown, such as
// "Ctrl+Shift+Z, Ctrl+Y"; "" if there is none.
func Text(w *words.Words, id string) string {
	at := slices.IndexFunc(All, func(s Shortcut) bool { return s.ID == id })
	if at < 0 {
		return ""
	}
	s := All[at]
	if len(s.Keys) == 0 {
		return w.Say("keys." + id + ".key")
	}
	var shown []string
	for _, k := range s.Keys[:s.Shown] {
		shown = append(shown, k.text(w))
	}
	return strings.Join(shown, ", ")
}

// First returns the first key of the shortcut with an id; ok is false if it has none.
func First(id string) (k Key, ok bool) {
	at := slices.IndexFunc(All, func(s Shortcut) bool { return s.ID == id })
	if at < 0 || len(All[at].Keys) == 0 {
		return Key{}, false
	}
	return All[at].Keys[0], true
}

// text formats a key as it is engraved.
func (k Key) text(w *words.Words) string {
	var parts []string
	for _, m := range []struct {
		modifier fyne.KeyModifier
		id, mac  string
	}{
		{fyne.KeyModifierControl, "key.control", "⌃"},
		{alt, "key.alt", "⌥"},
		{shift, "key.shift", "⇧"},
		{fyne.KeyModifierSuper, "", "⌘"}, // which only macOS has
	} {
		if k.Modifier&m.modifier == 0 {
			continue
		}
		if runtime.GOOS == "darwin" {
			parts = append(parts, m.mac)
		} else {
			parts = append(parts, w.Say(m.id))
		}
	}
	name := string(k.Name)
	switch k.Name {
	case fyne.KeyLeft:
		name = "←"
	case fyne.KeyRight:
		name = "→"
	case fyne.KeyReturn:
		name = w.Say("key.return")
	case fyne.KeyHome:
		name = w.Say("key.home")
	}
	between := "+"
	if runtime.GOOS == "darwin" {
		between = ""
	}
	return strings.Join(append(parts, name), between)
}
