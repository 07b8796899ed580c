package help

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// leaf is a chapter as it is shown, or the keys.
type leaf struct {
	root  fyne.CanvasObject
	texts map[*passage]*controls.Prose
}

// newLeaf shows the blocks of a chapter.
func newLeaf(p *Page, c *chapter) *leaf {
	l := &leaf{texts: make(map[*passage]*controls.Prose)}
	all := controls.Stack(0)
	for i, b := range c.blocks {
		if i > 0 {
			all.Add(controls.Gap(gapBetween(c.blocks[i-1], b)))
		}
		all.Add(l.block(p, b))
	}
	l.root = all
	return l
}

// gapBetween returns what is free between two blocks.
func gapBetween(above, below block) float32 {
	switch {
	case below.kind == heading && below.level == 2:
		return 26
	case below.kind == heading:
		return 18
	case above.kind == item && below.kind == item:
		return 5
	case above.kind == heading:
		return 8
	}
	return 12
}

// block shows a block.
func (l *leaf) block(p *Page, b block) fyne.CanvasObject {
	switch b.kind {
	case heading:
		size := []fyne.ThemeSizeName{theme.SizeNameHeadingText, look.SizeBand, theme.SizeNameSubHeadingText}[min(b.level, 3)-1]
		return l.text(p, b.texts[0], size, theme.ColorNameForeground, true)
	case item:
		mark := controls.NewColored(b.mark, controls.ColorMuted, theme.SizeNameText, fyne.TextStyle{})
		return container.New(&marked{b.level}, mark, l.usual(p, b.texts[0]))
	case quote:
		return controls.NewPanel(l.usual(p, b.texts[0]), controls.ColorLit, "", 8, fyne.NewSize(14, 10))
	case code:
		lines := l.usual(p, b.texts[0])
		copyAll := controls.NewLink(p.say("help.copy"), func() { p.copy(b.texts[0].words()) })
		return controls.NewPanel(controls.Stack(8, lines, container.NewHBox(copyAll)), controls.ColorLit, "", 8, fyne.NewSize(14, 10))
	case table:
		cells := container.New(&grid{columns: b.width})
		for i, t := range b.texts {
			cells.Add(l.text(p, t, controls.SizeControl, theme.ColorNameForeground, i < b.width))
		}
		return controls.NewPanel(cells, controls.ColorCard, theme.ColorNameSeparator, 12, fyne.NewSize(16, 12))
	}
	return l.usual(p, b.texts[0])
}

func (l *leaf) usual(p *Page, t *passage) *controls.Prose {
	return l.text(p, t, theme.SizeNameText, theme.ColorNameForeground, false)
}

// text shows a passage.
func (l *leaf) text(p *Page, t *passage, size fyne.ThemeSizeName, ink fyne.ThemeColorName, bold bool) *controls.Prose {
	spans := make([]controls.Run, len(t.spans))
	for i, s := range t.spans {
		s.Bold = s.Bold || bold
		spans[i] = s
	}
	text := controls.NewProseOf(size, ink, spans...)
	text.OnLink = p.follow
	l.texts[t] = text
	return text
}

// marked lays an item of a list out after its mark.
type marked struct{ level int }

const itemIndent = 22 // at the usual text size

// Layout implements fyne.Layout.
func (m *marked) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left := float32(m.level) * itemIndent * look.TextScale()
	o[0].Resize(o[0].MinSize())
	o[0].Move(fyne.NewPos(left-itemIndent*look.TextScale()+4, 0))
	o[1].Resize(fyne.NewSize(size.Width-left, size.Height))
	o[1].Move(fyne.NewPos(left, 0))
}

// MinSize implements fyne.Layout.
func (m *marked) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[1].MinSize().AddWidthHeight(float32(m.level)*itemIndent*look.TextScale(), 0)
}
