package paper

import (
	"cmp"
	"fmt"
	"strings"

	"heliotrope/journal/chart"
)

// Size is the size of a sheet in points.
type Size struct{ Width, Height float64 }

// The sheets of the world and of North America.
var (
	A4     = Size{595.28, 841.89}
	Letter = Size{612, 792}
)

// Margins of a page. The foot is in the lower one.
const (
	sideMargin   = 48.0
	topMargin    = 38.0
	bottomMargin = 46.0
	footMargin   = 28.0 // from the baseline of the foot to the edge
)

// Page is a page as it is printed. Its texts are in the order in which they
// are seen and contain nothing but what the font has, so they are drawn as they
// are, with [Font]. What the font lacks is among them as [chart.Drawn].
type Page struct {
	Scene     chart.Scene
	Bookmarks []Bookmark
}

// Bookmark is a heading on a page.
type Bookmark struct {
	Level int // 0 is the outermost; none is more than one deeper than the one before
	Text  string
	Y     float64 // of the top of the heading
}

// LayOut sets a document on pages of a size, at least one. It is a pure
// function.
func LayOut(d Document, size Size) []Page {
	scale := cmp.Or(d.Scale, 1)
	size.Width, size.Height = size.Width/scale, size.Height/scale
	b := binder{size: size, bottom: size.Height - bottomMargin}
	s := setter{width: size.Width - 2*sideMargin, line: longest, height: b.bottom - topMargin, body: bodyLook, note: noteLook}
	b.open()
	b.bind(s.strips(d.Blocks))
	b.finish(d)
	if scale != 1 {
		for i := range b.pages {
			b.pages[i] = b.pages[i].scaled(scale)
		}
	}
	return b.pages
}

// scaled returns p with all of its lengths multiplied.
func (p Page) scaled(scale float64) Page {
	p.Scene.Width, p.Scene.Height = p.Scene.Width*scale, p.Scene.Height*scale
	p.Scene.Items = place(p.Scene.Items, scale, 0, 0)
	for i := range p.Bookmarks {
		p.Bookmarks[i].Y *= scale
	}
	return p
}

// binder puts strips on pages.
type binder struct {
	size   Size
	bottom float64 // of the text
	pages  []Page

	y     float64 // where the last strip ended
	below float64 // the air that it asked for
	level int     // of the last bookmark
}

func (b *binder) open() {
	b.pages = append(b.pages, Page{Scene: chart.Scene{Width: b.size.Width, Height: b.size.Height}})
	b.y, b.below = topMargin, 0
}

func (b *binder) isNew() bool { return len(b.pages[len(b.pages)-1].Scene.Items) == 0 }

// bind puts strips that must stay together on one page, as far as one page is
// enough for them.
func (b *binder) bind(strips []strip) {
	for len(strips) > 0 {
		together := 1
		for together < len(strips) && strips[together-1].withNext {
			together++
		}
		if strips[0].onNew && !b.isNew() {
			b.open()
		}
		if !b.isNew() && b.y+b.heightOf(strips[:together]) > b.bottom {
			b.open()
		}
		for _, s := range strips[:together] {
			if !b.isNew() && b.y+b.gap(s)+s.height > b.bottom {
				b.open()
			}
			b.put(s)
		}
		strips = strips[together:]
	}
}

// gap is the air above s if it comes next.
func (b *binder) gap(s strip) float64 {
	if b.isNew() {
		return 0
	}
	return max(b.below, s.above)
}

// heightOf is how much room strips take if they come next.
func (b *binder) heightOf(strips []strip) float64 {
	height := 0.0
	below := b.below
	for _, s := range strips {
		height += max(below, s.above) + s.height
		below = s.below
	}
	return height
}

func (b *binder) put(s strip) {
	if b.isNew() && s.head != nil {
		b.put(*s.head)
		b.below = 0
	}
	b.y += b.gap(s)
	page := &b.pages[len(b.pages)-1]
	for _, h := range s.bookmarks {
		level := min(h.level-1, b.level)
		b.level = level + 1
		page.Bookmarks = append(page.Bookmarks, Bookmark{Level: level, Text: named(h.text), Y: b.y + h.y})
	}
	page.Scene.Items = append(page.Scene.Items, place(s.items, 1, sideMargin, b.y)...)
	b.y += s.height
	b.below = s.below
}

// finish writes the foot of each page and names it for those who cannot see.
func (b *binder) finish(d Document) {
	left, right, y := sideMargin, b.size.Width-sideMargin, b.size.Height-footMargin
	for i := range b.pages {
		number := fmt.Sprintf("%d / %d", i+1, len(b.pages))
		if d.Number != nil {
			number = d.Number(i+1, len(b.pages))
		}
		room := right - left - widthOf(number, noteLook.size, false) - figureGap
		scene := &b.pages[i].Scene
		scene.Title, scene.Summary = d.Title, number
		scene.Items = append(scene.Items, drawnItems(
			chart.Text{At: chart.Point{X: left, Y: y}, Text: ordered(shortened(cmp.Or(d.Foot, d.Title), room)), Size: noteLook.size, Role: chart.Muted})...)
		scene.Items = append(scene.Items,
			chart.Text{At: chart.Point{X: right, Y: y}, Text: number, Size: noteLook.size, Anchor: chart.End, Role: chart.Muted},
		)
	}
}

// shortened returns a title on one line no wider than room, legible.
func shortened(title string, room float64) string {
	t := text{Plain(strings.Join(strings.Fields(title), " ")), noteLook}
	lines := t.lines(room)
	if len(lines) == 1 {
		return legible(t.runs[0].Text)
	}
	const dots = " …"
	var start []rune
	for _, l := range t.lines(room - widthOf(dots, noteLook.size, false))[0].letters {
		start = append(start, l.r)
	}
	return string(start) + dots
}
