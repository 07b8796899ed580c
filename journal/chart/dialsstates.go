package chart

import (
	"heliotrope/journal/lean"
)

// stateMark returns the mark that stands for a state, hollow where no side is named.
func stateMark(s lean.State) Mark {
	switch s {
	case lean.Technical:
		return Mark{Shape: Circle, Role: Technical}
	case lean.People:
		return Mark{Shape: Diamond, Role: People}
	case lean.Even:
		return Mark{Shape: Square, Role: Balance}
	}
	return Mark{Shape: Square, Role: Balance, Hollow: true}
}

// textOf returns the role of a text about what has a role: what is light enough
// for a mark is too light for letters.
func textOf(r Role) Role {
	if r == Technical || r == People {
		return r
	}
	return Muted
}

// stateAt returns the state of a dial in a week, Insufficient where it has none.
func stateAt(d lean.Dial, level lean.Level) lean.State {
	for _, s := range d.Spells {
		if s.Contains(level.Week) {
			return s.State
		}
	}
	return lean.Insufficient
}

// drawStates draws the strip of the states of a dial under its panel: a bar for
// each, hollow while it is open and a line while it is too early, and its name under it where there is room for that. The present state
// says since when, and always has its name.
func (c *dialsChart) drawStates(p *panel) {
	top := p.bottom + stripAbove
	if c.compact {
		top += rowHeight
	}
	baseline := top + stripHeight + 1.15*noteSize
	if p.of == ofEnergy && !c.blank(p) && len(p.dial.Levels) == 0 && c.in.Result.WeeksLogged > 0 {
		text := missingOf(c.in.Result.Energy, c.words)
		if c.width(text, noteSize) > c.axis.right-c.axis.left {
			text = c.words.StateName(lean.Insufficient)
		}
		c.draw(Text{At: Point{c.axis.left, baseline}, Text: text, Size: noteSize, Role: Muted})
		return
	}
	room := c.axis.right // left of which a name must end
	for i := len(p.dial.Spells) - 1; i >= 0; i-- {
		spell := p.dial.Spells[i]
		if !c.in.Result.Span.Contains(spell.From) {
			continue
		}
		mark := stateMark(spell.State)
		left, right := c.axis.start(spell.From), c.axis.start(spell.To.Next())
		gap := min(1, (right-left)/4)
		bar := Rect{Min: Point{left + gap, top}, Max: Point{right - gap, top + stripHeight}, Role: mark.Role}
		switch spell.State {
		case lean.Open:
			bar.Outline = 1
		case lean.Insufficient:
			bar.Min.Y = bar.Max.Y - 1
		}
		c.draw(bar)
		from, text := left+gap, c.words.SpellName(c.in.Result, spell)
		if i < len(p.dial.Spells)-1 && from+c.width(text, noteSize) > room {
			text = c.words.StateName(spell.State)
		}
		width := c.width(text, noteSize)
		if i == len(p.dial.Spells)-1 {
			from = min(from, room-width)
		}
		if from+width > room || from < c.axis.left {
			continue
		}
		c.draw(Text{At: Point{from, baseline}, Text: text, Size: noteSize, Role: textOf(mark.Role)})
		room = from - tickGap
	}
}
