package help

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal/fold"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// finding is a stretch of a passage that was searched for.
type finding struct {
	passage *passage
	at      controls.Span
}

// search returns where what is searched for is in the manual, in capitals or not and
// with accents or without. Several words are found in passages that have all of
// them. Nothing finds nothing.
func (m *manual) search(query string) (found []finding) {
	var wanted []fold.Text
	for _, word := range strings.Fields(query) {
		wanted = append(wanted, fold.New(word))
	}
	if len(wanted) == 0 {
		return nil
	}
	for _, c := range m.chapters {
		for _, b := range c.blocks {
			for _, p := range b.texts {
				for _, at := range p.places(wanted) {
					found = append(found, finding{p, at})
				}
			}
		}
	}
	return found
}

// places returns where a passage has what is wanted, if it has all of it.
func (p *passage) places(wanted []fold.Text) (all []controls.Span) {
	if p.folded.Len() == 0 {
		p.folded = fold.New(p.words())
	}
	for _, word := range wanted {
		before := len(all)
		for i := 0; i < p.folded.Len(); i++ {
			if word.Len() > 0 && p.folded.HasAt(i, word) {
				s := p.folded.Span(i, i+word.Len())
				all = append(all, controls.Span{From: s.From, To: s.To})
				i += word.Len() - 1
			}
		}
		if len(all) == before {
			return nil
		}
	}
	slices.SortFunc(all, func(a, b controls.Span) int { return a.From - b.From })
	return slices.CompactFunc(all, func(a, b controls.Span) bool { return b.From < a.To }) // one word may be in another
}

// find searches for what is typed and lists what it finds.
func (p *Page) find() {
	p.found, p.at = p.manual.search(p.search.Text), -1
	if p.search.Text == "" {
		p.show(p.now)
	} else {
		p.results.show(p.found)
		p.put(p.results.root)
		p.reader.ScrollToTop()
	}
	p.tell()
}

// clear forgets what was searched for.
func (p *Page) clear() {
	if p.search.Text == "" {
		return
	}
	changed := p.search.OnChanged
	p.search.OnChanged = nil
	p.search.SetText("")
	p.search.OnChanged = changed
	p.found, p.at = nil, -1
	p.tell()
}

// step shows the finding that is so many further on, from the last one to the first.
func (p *Page) step(by int) {
	if n := len(p.found); n > 0 {
		if p.at < 0 && by < 0 {
			by++ // back from before the first one is the last one
		}
		p.open((max(p.at, -1) + by + n) % n)
	}
}

// open shows a finding in its chapter.
func (p *Page) open(i int) {
	p.at = i
	f := p.found[i]
	if name := f.passage.chapter.name; name != p.now.chapter {
		p.now.offset = p.reader.Offset()
		p.past = append(p.past, p.now)
		p.now = place{chapter: name}
	}
	p.show(p.now)
	text := p.leaf(p.now.chapter).texts[f.passage]
	top, height := text.PresentMark()
	p.reader.ShowPart(text, top, height)
	p.tell()
}

// mark marks what was found in the chapter that is shown.
func (p *Page) mark() {
	marks, present := map[*passage][]controls.Span{}, map[*passage]int{}
	for i, f := range p.found {
		if i == p.at {
			present[f.passage] = len(marks[f.passage]) + 1
		}
		marks[f.passage] = append(marks[f.passage], f.at)
	}
	for passage, text := range p.leaf(p.now.chapter).texts {
		text.Mark(marks[passage], present[passage]-1)
	}
}

// tell shows how much was found.
func (p *Page) tell() {
	switch {
	case p.search.Text == "":
		p.count.Show("")
	case len(p.found) == 0:
		p.count.Show(p.say("help.found.nothing"))
	case p.at < 0:
		p.count.Show(p.say("help.found", words.Args{"Count": len(p.found)}))
	default:
		p.count.Show(p.say("help.found.at", words.Args{"At": p.at + 1, "Number": len(p.found)}))
	}
}

// searchKeys are the keys of the search.
type searchKeys struct{ page *Page }

// TakesTab implements [controls.Keys].
func (searchKeys) TakesTab() bool { return false }

// TakeKey implements [controls.Keys].
func (k searchKeys) TakeKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		k.page.step(+1)
	case fyne.KeyUp:
		k.page.step(-1)
	case fyne.KeyEscape:
		k.page.Escape()
	default:
		return false
	}
	return true
}

// results lists what was found.
type results struct {
	page *Page
	root *fyne.Container
}

// mostResults is how many passages are listed.
const mostResults = 40

func newResults(p *Page) *results { return &results{p, controls.Stack(14)} }

// show lists each passage in which something was found: where it is, and the words
// around.
func (r *results) show(found []finding) {
	r.root.RemoveAll()
	for i := 0; i < len(found) && len(r.root.Objects) < mostResults; {
		first, passage := i, found[i].passage
		for i < len(found) && found[i].passage == passage {
			i++
		}
		r.root.Add(r.row(first, found[first:i]))
	}
	r.root.Refresh()
}

func (r *results) row(first int, found []finding) fyne.CanvasObject {
	passage := found[0].passage
	where := passage.chapter.title
	if passage.section != nil {
		where += " › " + passage.section.words()
	}
	title := controls.NewProse(controls.Run{Text: where, Bold: true, Link: "here"})
	title.OnLink = func(string) { r.page.open(first) }
	text, marks := excerpt(passage.words(), found)
	words := controls.NewProseOf(controls.SizeControl, theme.ColorNameForeground, controls.Run{Text: text})
	words.Mark(marks, -1)
	return container.NewStack(controls.Stack(2, title, words))
}

// excerpt returns the words around what was found first, and where that is in them.
func excerpt(text string, found []finding) (string, []controls.Span) {
	const before, length = 60, 220
	from, to := max(0, found[0].at.From-before), len(text)
	for from > 0 && text[from-1] != ' ' {
		from--
	}
	if to > from+length {
		to = max(from+length, found[0].at.To)
		for to < len(text) && text[to] != ' ' {
			to++
		}
	}
	start := ""
	if from > 0 {
		start = "… "
	}
	var marks []controls.Span
	for _, f := range found {
		if f.at.From >= from && f.at.To <= to {
			marks = append(marks, controls.Span{From: f.at.From - from + len(start), To: f.at.To - from + len(start)})
		}
	}
	return start + text[from:to], marks
}
