package paper

import (
	"time"

	"heliotrope/journal/chart"
)

// Properties are the metadata of a file.
type Properties struct {
	Title    string
	Author   string // may be ""
	Subject  string // may be ""
	Language string // "en", "fr"

	// Created is written into the file. The zero time means a fixed one,
	// as the clock would make every file differ.
	Created time.Time
}

// Document is what is to be read, in reading order.
type Document struct {
	Properties
	Blocks []Block

	Foot   string                       // on each page; "" for the title
	Scale  float64                      // of all lengths and letters; 0 means 1
	Number func(page, pages int) string // of a page, in words; nil for figures alone
}

// Block is a part of a document: a [Heading], [Paragraph], [Item], [Quotes],
// [Terms], [Facts], [Ends], [Columns], [Break], [Table] or [Figure].
type Block interface{ block() }

// Run is a stretch of text in one look. A line feed in it ends the line.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
	Code   bool       // on a ground, with the spaces at the start of its lines
	Role   chart.Role // Ink means the color of the text around it
}

// Plain returns text as one run in the look of the text around it.
func Plain(text string) []Run { return []Run{{Text: text}} }

// Heading names what follows, and is a bookmark. It never ends a page.
type Heading struct {
	Level int  // 1 for the title of the document, 2 for a section, 3 for a part of one
	Small bool // a section looks like a part of one
	Text  []Run
}

// Style is how a paragraph looks.
type Style int

// The styles.
const (
	Body Style = iota
	Lead       // larger, for the few sentences that matter most
	Note       // small and muted
)

// Paragraph is running text.
type Paragraph struct {
	Text     []Run
	Style    Style
	WithNext bool // it stays on the page of what follows
	Lines    int  // the most that it has, after which it is cut; 0 for any number
}

// Item is running text in an item of a list.
type Item struct {
	Mark  string // in front of it, such as "3."; "" if the text goes on with the item before
	Depth int    // of the list, 1 for one that is in no other
	Text  []Run
}

// Quotes are sentences in somebody's own words.
type Quotes []Quote

// Quote is one of [Quotes], with a mark in front.
type Quote struct {
	Text  string
	Note  string // under it, muted: when and what; may be ""
	Lines int    // the most that the text has, after which it is cut; 0 for any number
	Shape chart.Shape
	Role  chart.Role // of the mark
}

// Terms are names and values, side by side as far as they fit.
type Terms []Term

// Term is one of [Terms].
type Term struct{ Name, Value string }

// Table is a table whose header returns on every page. A row is cut only if it
// is higher than a page.
type Table struct {
	Columns []Column
	Rows    [][]Cell
}

// Column is a column of a [Table], as wide as its cells need.
type Column struct {
	Title string
	Align chart.Anchor // of the title and of the cells
}

// Cell is a cell of a [Table].
type Cell struct {
	Text string
	Bold bool
	Role chart.Role
	Span int // how many columns it covers; 0 is 1. A cell that covers several begins at the left

	// Picture, if it is not nil, is drawn in front of the text in a box of
	// PictureWidth by PictureHeight.
	Picture func(width, height float64) chart.Scene
}

// The size of a picture in a cell.
const (
	PictureWidth  = 92.0
	PictureHeight = 12.0
)

// Figure is a chart under its title. Two in a row that are not wide stand side
// by side.
type Figure struct {
	Title   string
	Caption string // how to read it; may be ""
	Wide    bool
	Scale   float64 // of the chart; 0 means FigureScale
	Lines   int     // the most that the title has, after which it is cut; 0 for any number

	// Height and Draw are those of a [chart.Chart]. They are asked for a size
	// that is larger than the place on the page by 1/Scale.
	Height func(width float64) float64
	Draw   func(width, height float64, m chart.Measurer) chart.Scene
}

// FigureScale is how much smaller a chart is on paper than on a screen, where
// it is read from farther away.
const FigureScale = 0.72

func (Heading) block()   {}
func (Paragraph) block() {}
func (Item) block()      {}
func (Quotes) block()    {}
func (Terms) block()     {}
func (Table) block()     {}
func (Figure) block()    {}
