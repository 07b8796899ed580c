package help

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"heliotrope/ui/controls"
)

// keyTable is where the manual lists all keys: where they work, which they are and
// what they do.
const keyTable = "using#keyboard"

// keyGroup are the keys that work in one place.
type keyGroup struct {
	where string
	keys  []keyLine
}

type keyLine struct{ keys, does string }

// keyGroups returns all keys of the manual.
func (m *manual) keyGroups() (groups []keyGroup) {
	c, section, ok := m.find(keyTable)
	if !ok {
		return nil
	}
	for _, b := range c.blocks {
		if b.kind != table || b.texts[0].section != section {
			continue
		}
		for i := b.width; i+2 < len(b.texts); i += b.width { // after the head
			if where := b.texts[i].words(); where != "" {
				groups = append(groups, keyGroup{where: where})
			}
			last := &groups[len(groups)-1]
			last.keys = append(last.keys, keyLine{engraved(b.texts[i+1].words()), b.texts[i+2].words()})
		}
	}
	return groups
}

// engraved returns keys as they are called on this computer.
func engraved(keys string) string {
	if runtime.GOOS != "darwin" {
		return keys
	}
	return strings.NewReplacer("Ctrl+", "⌘", "Alt+", "⌥", "Shift+", "⇧", "Maj+", "⇧").Replace(keys)
}

// newKeys shows all keys on one sheet.
func newKeys(p *Page) *leaf {
	title := controls.NewProseOf(theme.SizeNameHeadingText, theme.ColorNameForeground, controls.Run{Text: p.say("help.keys"), Bold: true})
	board := container.New(&controls.Board{Gap: 16, NarrowBelow: 560, Wide: func(fyne.CanvasObject) bool { return false }})
	for _, group := range p.manual.keyGroups() {
		where := []rune(group.where)
		head := controls.Run{Text: strings.ToUpper(string(where[:1])) + string(where[1:]), Bold: true}
		lines := container.New(&grid{columns: 2})
		for _, k := range group.keys {
			lines.Add(controls.NewProseOf(controls.SizeControl, theme.ColorNameForeground, controls.Run{Text: k.keys, Bold: true}))
			lines.Add(controls.NewProseOf(controls.SizeControl, theme.ColorNameForeground, controls.Run{Text: k.does}))
		}
		board.Add(controls.NewCard(controls.Stack(8, controls.NewProseOf(theme.SizeNameSubHeadingText, theme.ColorNameForeground, head), lines)))
	}
	return &leaf{root: controls.Stack(16, title, board)}
}
