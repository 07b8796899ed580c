package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"heliotrope/ui/controls"
)

// headLine lays the header out in one line. Where there is no room for that, the
// links go into a menu, the dates below the name, the state away unless it matters,
// then the right half into lines below, without how long ago the week is, and in the
// end the name is the number of the week alone, with the dates in a line below.
type headLine struct {
	header *header
	width  float32 // of the last layout, which decides the height
}

// The gaps of the header: between things, between both halves, and between lines.
const headGap, headHalves, headBetween = 10, 16, 8

// headStep is how little room there is.
type headStep int

const (
	headRoomy headStep = iota
	headFolded
	headStacked
	headTerse
	headLines
	headShort
)

// fit shows what there is room for in a width, and returns how little that is.
func (l *headLine) fit(width float32) headStep {
	for step := headRoomy; ; step++ {
		l.show(step)
		need := l.left(step)
		if step < headLines {
			need += headHalves + row(l.header.right(), 0, 0, nil)
		}
		if step == headShort || need <= width+0.5 {
			return step
		}
	}
}

// show shows what belongs to a step.
func (l *headLine) show(step headStep) {
	h := l.header
	folds := step >= headFolded
	h.name.Hidden, h.oldName.Hidden, h.shortName.Hidden = !h.thisWeek, h.thisWeek || step == headShort, h.thisWeek || step < headShort
	h.dates.Hidden, h.justDates.Hidden = step >= headLines, step < headLines
	h.status.Hidden = h.state.Text() == "" || step >= headTerse && h.check.Visible()
	h.versions.Hidden = folds || !h.hasPast
	h.away.Hidden = folds || !h.marks
	h.more.Hidden = !h.logged && (!folds || !h.hasPast && !h.marks)
	h.back.Hidden = h.backPlace == ""
	h.backKey.Hidden = h.back.Hidden || folds
	h.toToday.Hidden = h.thisWeek
}

// right returns the right half.
func (h *header) right() []fyne.CanvasObject {
	return []fyne.CanvasObject{h.status, h.versions, h.away, h.more, h.back, h.backKey, h.toToday}
}

// title returns the name of the week that is shown.
func (h *header) title() *controls.Colored {
	for _, name := range []*controls.Colored{h.oldName, h.shortName} {
		if name.Visible() {
			return name
		}
	}
	return h.name
}

// when returns the dates that are shown in a step.
func (h *header) when(step headStep) *controls.Colored {
	if step >= headLines {
		return h.justDates
	}
	return h.dates
}

// words returns the size of name and dates in a step.
func (l *headLine) words(step headStep) (size fyne.Size, stacked bool) {
	name, dates := l.header.title().MinSize(), l.header.when(step).MinSize()
	if step == headShort {
		return name, false
	}
	if stacked = !l.header.thisWeek || step >= headStacked; stacked {
		return fyne.NewSize(max(name.Width, dates.Width), name.Height+dates.Height), true
	}
	return fyne.NewSize(name.Width+headGap+dates.Width, max(name.Height, dates.Height)), false
}

// left returns the width of the left half in a step.
func (l *headLine) left(step headStep) float32 {
	h := l.header
	words, _ := l.words(step)
	return h.prev.MinSize().Width + h.jump.MinSize().Width + h.next.MinSize().Width + words.Width + 3*headGap
}

// row lays what is shown out from x on around a middle, and returns its width. Put
// may be nil.
func row(objects []fyne.CanvasObject, x, middle float32, put func(o fyne.CanvasObject, x, middle float32)) float32 {
	start := x
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if x > start {
			x += headGap
		}
		if put != nil {
			put(o, x, middle)
		}
		x += o.MinSize().Width
	}
	return x - start
}

// below returns what is below the name in a step, in lines that fit into a width.
func (h *header) below(step headStep, width float32) (lines [][]fyne.CanvasObject) {
	switch step {
	case headShort:
		lines = [][]fyne.CanvasObject{{h.justDates}}
		width = max(width, h.justDates.MinSize().Width)
	case headLines:
	default:
		return nil
	}
	for _, o := range h.right() {
		if !o.Visible() {
			continue
		}
		last := len(lines) - 1
		if last < 0 || lines[last][0] == h.justDates || row(append(lines[last], o), 0, 0, nil) > width+0.5 {
			lines = append(lines, []fyne.CanvasObject{o})
			continue
		}
		lines[last] = append(lines[last], o)
	}
	return lines
}

// height returns the height of the line with the name in a step.
func (l *headLine) height(step headStep) float32 {
	words, _ := l.words(step)
	height := max(words.Height, l.header.prev.MinSize().Height)
	if step < headLines {
		height = max(height, tallest(l.header.right()))
	}
	return height
}

// tallest returns the height of the tallest object that is shown.
func tallest(objects []fyne.CanvasObject) (height float32) {
	for _, o := range objects {
		if o.Visible() {
			height = max(height, o.MinSize().Height)
		}
	}
	return height
}

// Layout implements fyne.Layout.
func (l *headLine) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	h, step := l.header, l.fit(size.Width)
	first := l.height(step)
	put := func(o fyne.CanvasObject, x, middle float32) {
		least := o.MinSize()
		o.Resize(least)
		o.Move(fyne.NewPos(x, middle-least.Height/2))
	}
	words, stacked := l.words(step)
	name, dates := h.title(), h.when(step)
	put(h.prev, 0, first/2)
	x := h.prev.MinSize().Width + headGap
	if stacked {
		top := (first - words.Height) / 2
		put(name, x, top+name.MinSize().Height/2)
		put(dates, x, top+words.Height-dates.MinSize().Height/2)
	} else {
		next := []fyne.CanvasObject{name, dates}
		if step == headShort {
			next = next[:1]
		}
		row(next, x, first/2, put)
	}
	row([]fyne.CanvasObject{h.jump, h.next}, x+words.Width+headGap, first/2, put)
	if step < headLines {
		row(h.right(), size.Width-row(h.right(), 0, 0, nil), first/2, put)
	}
	for _, line := range h.below(step, size.Width) {
		height := tallest(line)
		row(line, 0, first+headBetween+height/2, put)
		first += headBetween + height
	}
}

// MinSize implements fyne.Layout.
func (l *headLine) MinSize([]fyne.CanvasObject) fyne.Size {
	h, width := l.header, l.width
	if width == 0 {
		width = 10_000 // it has no place yet
	}
	step := l.fit(width)
	height := l.height(step)
	for _, line := range h.below(step, width) {
		height += headBetween + tallest(line)
	}
	name := h.shortName.MinSize().Width
	if h.thisWeek {
		name = h.name.MinSize().Width
	}
	least := name + h.prev.MinSize().Width + h.jump.MinSize().Width + h.next.MinSize().Width + 3*headGap
	for _, o := range append(h.right(), h.justDates) {
		if o.Visible() {
			least = max(least, o.MinSize().Width)
		}
	}
	return fyne.NewSize(least, height)
}

// headButton is a button of the header that is an icon. The pointer on it shows
// what it does, or why it cannot.
type headButton struct {
	controls.Button

	does, why string
}

var (
	_ desktop.Hoverable = (*headButton)(nil)
	_ fyne.Accessible   = (*headButton)(nil)
)

func newHeadButton(icon fyne.Resource, does string, tapped func()) *headButton {
	b := &headButton{does: does}
	b.Icon, b.OnTapped = icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// AccessibilityLabel implements fyne.Accessible.
func (b *headButton) AccessibilityLabel() string { return b.does }

// AccessibilityRole implements fyne.Accessible.
func (b *headButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// MouseIn implements desktop.Hoverable.
func (b *headButton) MouseIn(e *desktop.MouseEvent) {
	b.Button.MouseIn(e)
	words := b.does
	if b.Disabled() {
		words = b.why
	}
	controls.ShowTip(b, fyne.Position{}, b.Size(), words)
}

// MouseOut implements desktop.Hoverable.
func (b *headButton) MouseOut() {
	b.Button.MouseOut()
	controls.HideTip(b)
}
