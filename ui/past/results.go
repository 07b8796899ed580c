package past

import (
	"strings"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/search"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/entries"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// results are the rows of the list: all of the journal, or what was found.
type results struct {
	page  *Page
	found search.Found
	words []string // folded, that were searched for
	ruler *row     // measures rows that are not on screen
}

// How many characters of a text a row shows; the whole is in its week.
const (
	mostOfMoment     = 300
	mostOfReflection = 160
	beforeHit        = 60 // of a reflection, if the hit is not near its beginning
)

// Len implements [controls.LongRows].
func (r *results) Len() int { return len(r.found.Rows) }

// New implements [controls.LongRows].
func (r *results) New() fyne.CanvasObject { return newRow() }

// Show implements [controls.LongRows].
func (r *results) Show(i int, o fyne.CanvasObject) { o.(*row).show(r.wordsOf(i)) }

// Height implements [controls.LongRows].
func (r *results) Height(i int, width float32) float32 {
	r.ruler.words = r.wordsOf(i)
	return r.ruler.draw(width - controls.LongRowInset - controls.LongRowDots)
}

// Guess implements [controls.LongRows].
func (r *results) Guess(width float32) func(i int) float32 {
	const letter = 7.5 // is about as wide, at the usual text size
	scale := look.TextScale()
	room := max(width/scale-rowIndent-220, 100)
	head := whole((headAbove + headBelow + 22) * scale)
	return func(i int) float32 {
		length, row := 0, r.found.Rows[i]
		switch {
		case row.Item == search.Head:
			return head
		case row.Item == search.Reflection:
			length = min(len(row.Entry.Reflection), mostOfReflection)
		default:
			length = min(len(row.Moment().Text), mostOfMoment)
		}
		lines := 1 + int(letter*float32(length)/room)
		return whole(max(rowLeast, float32(19*lines+2*rowPad)) * scale)
	}
}

// wordsOf returns what a row shows.
func (r *results) wordsOf(i int) rowWords {
	row := r.found.Rows[i]
	words := rowWords{tickable: r.page.picks.on && row.Item != search.Reflection}
	switch m := row.Moment(); {
	case row.Item == search.Head:
		r.week(row, &words)
	case m == nil:
		r.reflection(row, &words)
	default:
		r.moment(row, m, &words)
	}
	return words
}

func (r *results) week(row search.Row, to *rowWords) {
	w, e := r.page.Words, row.Entry
	to.head, to.text, to.dates = true, w.Say("week.title", words.Args{"Number": e.Week.Number()}), w.WeekDates(e.Week)
	switch {
	case e.Away != "":
		to.rest = w.Away(e.Away)
	case e.Split != nil:
		to.rest = entries.SplitWords(w, *e.Split)
	}
	to.ticked, to.some = r.page.picks.ofWeek(e)
}

func (r *results) moment(row search.Row, m *journal.Moment, to *rowWords) {
	w := r.page.Words
	to.text = r.excerpt(m.Text, mostOfMoment)
	to.marks = search.Marks(to.text, r.words)
	to.track, to.kind = m.Track, r.page.names.Kinds[m.Kind]
	to.rest = strings.TrimPrefix(w.MomentNotes("", *m), " ")
	if m.Private {
		to.rest += " · " + w.Say("week.moment.private")
	}
	to.rest = " " + to.rest
	for _, found := range r.page.index.Reasons(row, r.words) {
		to.reasons = append(to.reasons, reason{w.Say("past.reason."+string(found.In)) + " ", found.Text, search.Marks(found.Text, r.words)})
	}
	to.ticked = r.page.picks.has(row)
}

func (r *results) reflection(row search.Row, to *rowWords) {
	text := "“" + r.excerpt(row.Entry.Reflection, mostOfReflection) + "”"
	if r.page.Words.Language == words.French {
		text = "«\u00a0" + r.excerpt(row.Entry.Reflection, mostOfReflection) + "\u00a0»"
	}
	for _, found := range r.page.index.Reasons(row, r.words) {
		text = texts.Flatten(found.Text, mostOfReflection) + " " + text
	}
	to.quote, to.text, to.marks = true, text, search.Marks(text, r.words)
}

// excerpt returns the part of a text on one line that the first hit is in, of at most
// so many characters.
func (r *results) excerpt(text string, most int) string {
	// A no-break space stays one.
	line := strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r < ' ' }), " ")
	runes := []rune(line)
	if len(runes) <= most {
		return line
	}
	if marks := search.Marks(line, r.words); len(marks) > 0 {
		hit := len([]rune(line[:marks[0].To]))
		if from := hit - beforeHit; hit > most-beforeHit/2 && from > 0 {
			for from < hit && runes[from-1] != ' ' {
				from++
			}
			if from == hit {
				from = hit - beforeHit
			}
			return "…" + texts.Flatten(string(runes[from:]), most)
		}
	}
	return texts.Flatten(line, most)
}
