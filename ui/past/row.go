package past

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/fold"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// rowWords is what a row of the list shows: the head of a week, a moment, or a
// reflection.
type rowWords struct {
	head  bool
	text  string      // the week, the moment, or the reflection with its quotation marks
	marks []fold.Span // of text
	quote bool        // text is a reflection
	dates string      // of a week

	track        journal.Track // of a moment
	kind, rest   string        // the name of its kind, and what it was like; of a week, rest is where its time went
	reasons      []reason
	tickable     bool // a box to tick is shown
	ticked, some bool // all of it is ticked, or a part of a week
}

// reason is a chip that shows where a word was found that is not in the text.
type reason struct {
	label, text string
	marks       []fold.Span // of text
}

// row draws the words of a line of the list. One that is not on screen measures.
type row struct {
	widget.BaseWidget

	words   rowWords
	glyph   *controls.Glyph
	tick    *controls.Tick
	objects []fyne.CanvasObject
	wide    float32 // the width for which they are
}

func newRow() *row {
	r := &row{glyph: controls.NewGlyph(controls.Circle, look.ColorTechnical), tick: controls.NewTick()}
	r.ExtendBaseWidget(r)
	return r
}

// show shows other words.
func (r *row) show(w rowWords) {
	r.words = w
	r.draw(r.Size().Width)
	canvas.Refresh(r)
}

// RowText returns the words.
func (r *row) RowText() string {
	parts := []string{r.words.text, r.words.dates}
	for _, reason := range r.words.reasons {
		parts = append(parts, reason.label+reason.text)
	}
	parts = append(parts, r.words.kind, r.words.rest)
	return strings.Join(parts, "\n")
}

// AccessibilityLabel implements fyne.Accessible.
func (r *row) AccessibilityLabel() string { return strings.ReplaceAll(r.RowText(), "\n", ", ") }

// AccessibilityRole implements fyne.Accessible.
func (r *row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Measures of a row at the usual text size.
const (
	rowIndent   = 26 // of the text, after the glyph
	rowPad      = 6  // above and below
	rowTick     = 28 // a box to tick, with the gap after it
	rowBeside   = 20 // between the text and what is at the end of the line
	rowWide     = 560
	headAbove   = 14
	headBelow   = 6
	chipPad     = 7
	chipGap     = 8
	rowLeast    = 32
	mostBeside  = 0.55 // of the width, which what is at the end may take
	glyphColumn = 8    // at which the middle of a glyph is
)

// pen draws the words of a row.
type pen struct {
	row     *row
	objects []fyne.CanvasObject
}

func (p *pen) size(name fyne.ThemeSizeName) float32       { return p.row.Theme().Size(name) }
func (p *pen) color(name fyne.ThemeColorName) color.Color { return themed(p.row, name) }
func (p *pen) add(o fyne.CanvasObject)                    { p.objects = append(p.objects, o) }
func (p *pen) lineHeight(name fyne.ThemeSizeName) float32 { return lineHeight(p.size(name)) }
func width(s string, size float32, st fyne.TextStyle) float32 {
	return fyne.MeasureText(s, size, st).Width
}

// lineHeight returns how high a line of text is.
func lineHeight(size float32) float32 {
	return float32(int(fyne.MeasureText("Mg", size, fyne.TextStyle{}).Height + 0.99))
}

// text draws a piece of text and returns where it ends.
func (p *pen) text(s string, x, y float32, name fyne.ThemeSizeName, ink fyne.ThemeColorName, style fyne.TextStyle) float32 {
	t := canvas.NewText(s, p.color(ink))
	t.TextSize, t.TextStyle = p.size(name), style
	t.Move(fyne.NewPos(x, y))
	t.Resize(t.MinSize())
	p.add(t)
	return x + t.MinSize().Width
}

// marked draws a part of a text with what is marked in it, and returns where it ends.
// Marked letters are bold if the line has room for that.
func (p *pen) marked(text string, part controls.Span, marks []fold.Span, x, y, room float32, name fyne.ThemeSizeName, ink fyne.ThemeColorName, style fyne.TextStyle) float32 {
	type piece struct {
		text   string
		marked bool
	}
	var pieces []piece
	at := part.From
	for _, m := range marks {
		from, to := max(m.From, part.From), min(m.To, part.To)
		if from >= to {
			continue
		}
		pieces = append(pieces, piece{text[at:from], false}, piece{text[from:to], true})
		at = to
	}
	pieces = append(pieces, piece{text[at:part.To], false})
	bold := style
	bold.Bold = true
	wide := float32(0)
	for _, piece := range pieces {
		if st := style; piece.marked {
			wide += width(piece.text, p.size(name), bold)
		} else {
			wide += width(piece.text, p.size(name), st)
		}
	}
	if wide > room {
		bold = style
	}
	for _, piece := range pieces {
		switch {
		case piece.text == "":
		case piece.marked:
			ground := canvas.NewRectangle(p.color(theme.ColorNameSelection))
			ground.CornerRadius = 3
			w := width(piece.text, p.size(name), bold)
			ground.Move(fyne.NewPos(x-1, y))
			ground.Resize(fyne.NewSize(w+2, p.lineHeight(name)))
			p.add(ground)
			x = p.text(piece.text, x, y, name, theme.ColorNameForeground, bold)
		default:
			x = p.text(piece.text, x, y, name, ink, style)
		}
	}
	return x
}

// draw makes the objects of the row for a width and returns the height they take.
func (r *row) draw(wide float32) (height float32) {
	p := &pen{row: r}
	if r.words.head {
		height = p.week(wide)
	} else {
		height = p.item(wide)
	}
	r.objects, r.wide = p.objects, wide
	return height
}

// week draws the head of a week.
func (p *pen) week(wide float32) float32 {
	w, scale := p.row.words, look.TextScale()
	y, line := headAbove*scale, p.lineHeight(theme.SizeNameText)
	x := p.tick(0, y+line/2)
	x = p.text(w.text, x, y, theme.SizeNameText, theme.ColorNameForeground, fyne.TextStyle{Bold: true})
	if dates := width(w.dates, p.size(controls.SizeControl), fyne.TextStyle{}); x+10*scale+dates > wide {
		x, y = p.tickRoom()-10*scale, y+line
	}
	x = p.text(w.dates, x+10*scale, y+p.baseline(controls.SizeControl), controls.SizeControl, controls.ColorMuted, fyne.TextStyle{})
	if size := width(w.rest, p.size(theme.SizeNameCaptionText), fyne.TextStyle{}); w.rest != "" {
		if at := wide - size; at >= x+rowBeside*scale {
			p.text(w.rest, at, y+p.baseline(theme.SizeNameCaptionText), theme.SizeNameCaptionText, controls.ColorMuted, fyne.TextStyle{})
		} else {
			left := p.tickRoom()
			for _, part := range controls.BreakLines(w.rest, wide-left, p.size(theme.SizeNameCaptionText), fyne.TextStyle{}) {
				y += line
				p.text(w.rest[part.From:part.To], left, y, theme.SizeNameCaptionText, controls.ColorMuted, fyne.TextStyle{})
			}
		}
	}
	y += line + headBelow*scale
	rule := canvas.NewRectangle(p.color(theme.ColorNameSeparator))
	rule.Move(fyne.NewPos(0, y))
	rule.Resize(fyne.NewSize(wide, 1))
	p.add(rule)
	return whole(y + 3)
}

// baseline returns how much lower a smaller text begins that stands on the same line as
// one of the usual size.
func (p *pen) baseline(name fyne.ThemeSizeName) float32 {
	return (p.size(theme.SizeNameText) - p.size(name)) * 1.05
}

func (p *pen) tickRoom() float32 {
	if p.row.words.tickable {
		return rowTick * look.TextScale()
	}
	return 0
}

// tick draws the box to tick, if there is one, and returns where what follows begins.
func (p *pen) tick(x, middle float32) float32 {
	w := p.row.words
	if !w.tickable {
		return x
	}
	tick := p.row.tick
	tick.Set(w.ticked, w.some)
	size := tick.MinSize()
	tick.Resize(size)
	tick.Move(fyne.NewPos(x+2, middle-size.Height/2))
	p.add(tick)
	return x + p.tickRoom()
}

// item draws a moment or a reflection.
func (p *pen) item(wide float32) float32 {
	w, scale := p.row.words, look.TextScale()
	line, pad := p.lineHeight(theme.SizeNameText), rowPad*scale
	notes, notesSize := w.kind+w.rest, p.size(controls.SizeControl)
	notesWidth := width(notes, notesSize, fyne.TextStyle{})
	left := p.tickRoom() + rowIndent*scale
	room := wide - left
	beside := notes != "" && wide >= rowWide*scale && notesWidth <= wide*mostBeside
	if beside {
		room -= notesWidth + rowBeside*scale
	}
	room = max(room, 40*scale)
	style, ink := fyne.TextStyle{}, theme.ColorNameForeground
	if w.quote {
		style.Italic, ink = true, controls.ColorMuted
	}
	y, x := pad, left
	lines := controls.BreakLines(w.text, room, p.size(theme.SizeNameText), style)
	for i, part := range lines {
		if i > 0 {
			y += line
		}
		x = p.marked(w.text, part, w.marks, left, y, room+rowBeside*scale/2, theme.SizeNameText, ink, style)
	}
	for _, reason := range w.reasons {
		x, y = p.reason(reason, x, y, left, room)
	}
	y += line
	if !beside && notes != "" {
		for _, part := range controls.BreakLines(notes, room, notesSize, fyne.TextStyle{}) {
			p.notes(part, left, y)
			y += p.lineHeight(controls.SizeControl)
		}
	}
	height := whole(max(y+pad, rowLeast*scale))
	shift := float32(0) // of what is lower than the least height
	if y+pad < height {
		shift = (height - y - pad) / 2
	}
	for _, o := range p.objects {
		o.Move(o.Position().AddXY(0, shift))
	}
	middle := pad + shift + line/2
	p.tick(0, middle)
	if !w.quote {
		g := p.row.glyph
		g.Set(look.TrackShape(w.track), look.TrackColor(w.track))
		size := g.MinSize()
		g.Resize(size)
		g.Move(fyne.NewPos(p.tickRoom()+glyphColumn*scale-size.Width/2, middle-size.Height/2))
		p.add(g)
	}
	if beside {
		p.notes(controls.Span{From: 0, To: len(notes)}, wide-notesWidth, height/2-p.lineHeight(controls.SizeControl)/2)
	}
	return height
}

// notes draws a part of the kind of a moment with what it was like.
func (p *pen) notes(part controls.Span, x, y float32) {
	w := p.row.words
	all, kind := w.kind+w.rest, len(w.kind)
	if part.From < kind {
		x = p.text(all[part.From:min(part.To, kind)], x, y, controls.SizeControl, look.TrackText(w.track), fyne.TextStyle{})
	}
	if part.To > kind {
		p.text(all[max(part.From, kind):part.To], x, y, controls.SizeControl, controls.ColorMuted, fyne.TextStyle{})
	}
}

// reason draws a chip after what was drawn up to x and y, or on the next line if there
// is no room, and returns where it ends.
func (p *pen) reason(r reason, x, y, left, room float32) (endX, endY float32) {
	scale, name := look.TextScale(), theme.SizeNameCaptionText
	bold := fyne.TextStyle{Bold: true}
	pad := chipPad * scale
	text := r.text
	marks := r.marks
	most := room - 2*pad - width(r.label, p.size(name), fyne.TextStyle{})
	if width(text, p.size(name), bold) > most {
		text, marks = controls.Shorten(text, most, p.size(name), bold), nil
	}
	size := width(r.label, p.size(name), fyne.TextStyle{}) + width(text, p.size(name), bold) + 2*pad
	if x > left {
		x += chipGap * scale
	}
	if x+size > left+room && x > left {
		x, y = left, y+p.lineHeight(theme.SizeNameText)+2*scale
	}
	edge := canvas.NewRectangle(p.color(controls.ColorCard))
	height := p.lineHeight(theme.SizeNameText)
	edge.StrokeColor, edge.StrokeWidth, edge.CornerRadius = p.color(controls.ColorFrame), 1, height/2
	edge.Move(fyne.NewPos(x, y))
	edge.Resize(fyne.NewSize(size, height))
	p.add(edge)
	top := y + (height-p.lineHeight(name))/2
	at := p.text(r.label, x+pad, top, name, controls.ColorMuted, fyne.TextStyle{})
	p.marked(text, controls.Span{From: 0, To: len(text)}, marks, at, top, most, name, theme.ColorNameForeground, fyne.TextStyle{})
	return x + size, y
}

func whole(v float32) float32 { return float32(int(v + 0.999)) }

// themed returns a color of the theme that applies to a widget.
func themed(w interface{ Theme() fyne.Theme }, name fyne.ThemeColorName) color.Color {
	return w.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ row *row }

// Layout implements fyne.WidgetRenderer. Fyne lays out again what has objects that it
// does not know: were they made anew each time, this would never end.
func (r *rowRenderer) Layout(size fyne.Size) {
	if size.Width != r.row.wide {
		r.row.draw(size.Width)
	}
}

func (r *rowRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *rowRenderer) Refresh()                     { r.row.draw(r.row.Size().Width); canvas.Refresh(r.row) }
func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.row.objects }
func (r *rowRenderer) Destroy()                     {}
