package controls

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// row is a line of a text, or a part of one that is too long for the width.
type row struct {
	text   string
	goesOn bool // in the next row
}

// rowsOf breaks a text into rows of at most so many characters, between words
// where there are some; 0 leaves lines as they are. Nothing is lost: the space
// at which a line is broken ends its row.
func rowsOf(text string, columns int) []row {
	var rows []row
	for _, line := range strings.Split(text, "\n") {
		runes := []rune(line)
		for columns > 0 && len(runes) > columns {
			end := columns
			for end > 0 && runes[end] != ' ' && runes[end-1] != ' ' {
				end--
			}
			switch {
			case end == 0: // a word alone is too long
				end = columns
			case runes[end] == ' ':
				end++
			}
			rows = append(rows, row{string(runes[:end]), end < len(runes)})
			if runes = runes[end:]; len(runes) == 0 {
				break
			}
		}
		if len(runes) > 0 || line == "" {
			rows = append(rows, row{text: string(runes)})
		}
	}
	return rows
}

// CreateRenderer implements fyne.Widget.
func (l *Listing) CreateRenderer() fyne.WidgetRenderer {
	r := &listingRenderer{listing: l}
	r.Refresh()
	return r
}

type listingRenderer struct {
	listing *Listing
	objects []fyne.CanvasObject
}

func (r *listingRenderer) Layout(fyne.Size) { r.draw() }

func (r *listingRenderer) MinSize() fyne.Size {
	l := r.listing
	cell, rows := l.cell(), l.lines()
	widest := 0
	for _, row := range rows {
		widest = max(widest, len(row.text)) // bytes: no less than there are characters
	}
	size := fyne.NewSize(cell.Width*10, cell.Height*float32(len(rows)))
	if !l.wrap {
		size.Width = cell.Width * float32(widest)
	}
	return size
}

func (r *listingRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.listing)
}

// draw makes the rows that are looked at.
func (r *listingRenderer) draw() {
	l := r.listing
	r.objects = nil
	cell, rows := l.cell(), l.lines()
	first := max(int(l.top/cell.Height), 0)
	last := min(int((l.top+l.height)/cell.Height)+1, len(rows))
	for i := first; i < last; i++ {
		y := cell.Height * float32(i)
		if begin, end := l.selectedIn(i); begin < end {
			runes := []rune(rows[i].text)
			from := l.measure(string(runes[:begin])).Width
			mark := canvas.NewRectangle(themed(l, theme.ColorNameSelection))
			mark.Move(fyne.NewPos(from, y))
			mark.Resize(fyne.NewSize(l.measure(string(runes[:end])).Width-from, cell.Height))
			r.objects = append(r.objects, mark)
		}
		text := canvas.NewText(rows[i].text, themed(l, theme.ColorNameForeground))
		text.TextStyle.Monospace = true
		text.TextSize = l.Theme().Size(theme.SizeNameCaptionText)
		text.Move(fyne.NewPos(0, y))
		text.Resize(text.MinSize())
		r.objects = append(r.objects, text)
	}
}

func (r *listingRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *listingRenderer) Destroy() {}
