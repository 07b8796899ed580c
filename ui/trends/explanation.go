package trends

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/entries"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// explanation is the panel that shows how a figure is computed and shows the
// entries behind it. A line on the page with two figures has one panel for
// both.
type explanation struct {
	words   *words.Words
	entries []journal.Entry
	kinds   journal.Kinds
	open    func(journal.Week) // is called for the line that is chosen

	subjects []lean.Subject
	figure   lean.Figure // that is explained
	rows     []explanationRow

	title, about   *widget.Label
	how            *widget.Label
	inputs, source *widget.Label
	count          *widget.Label
	reader         *controls.Reader
	list           *controls.List
	root           fyne.CanvasObject
}

// explanationRow is a line of the list: the head of a week if it has neither a
// moment nor an answer.
type explanationRow struct {
	entry  *journal.Entry
	moment *journal.Moment
	answer *journal.Answer
}

func newExplanation(p *Page, subjects []lean.Subject, open func(journal.Week), help func(place string)) *explanation {
	w := p.Words
	e := &explanation{words: w, entries: p.entries, kinds: p.Journal.Kinds(), subjects: subjects, open: open}
	e.title = controls.Heading("", theme.SizeNameSubHeadingText)
	e.about, e.how = controls.Caption(""), controls.Body("")
	e.inputs, e.source, e.count = controls.Caption(""), controls.Caption(""), controls.Caption("")
	const besideScroller = 14
	e.reader = controls.NewReader(container.New(layout.NewCustomPaddedLayout(0, 0, 0, besideScroller), controls.Stack(6,
		controls.Flush(e.title), controls.Flush(e.about), controls.Flush(e.how),
		controls.Flush(e.inputs), controls.Flush(e.source), controls.NewLink(w.Say("trends.why"), func() { help(manualPlace(e.figure)) }))))
	e.list = controls.NewList(func() int { return len(e.rows) },
		func() fyne.CanvasObject { return entries.NewLine() }, e.fill)
	e.list.HideSeparators = true
	e.list.OnSelected = func(id widget.ListItemID) {
		e.list.UnselectAll()
		if id < len(e.rows) {
			e.open(e.rows[id].entry.Week)
		}
	}
	behind := look.Between(controls.Stack(2,
		controls.Gap(8),
		controls.Flush(controls.Title(w.Say("explained.behind"), theme.SizeNameSubHeadingText)),
		controls.Flush(e.count), controls.Gap(4)), e.list, nil)
	e.root = container.New(&readerAndList{}, e.reader, behind)
	if len(subjects) > 1 {
		var names []string
		for _, s := range subjects {
			names = append(names, w.Explain(s.Figure).Title)
		}
		pills := controls.NewChoice(names, e.choose)
		pills.SetChosen(0)
		e.root = look.Between(controls.Stack(0, pills, controls.Gap(8)), e.root, nil)
	}
	e.show(0)
	return e
}

// show explains one of the subjects.
func (e *explanation) show(index int) {
	subject := e.subjects[index]
	e.figure = subject.Figure
	x := e.words.Explain(subject.Figure)
	e.title.SetText(x.Title)
	e.about.SetText(e.subjectWords(subject))
	e.how.SetText(x.How)
	e.inputs.SetText(e.words.Say("explained.inputs", words.Args{"Inputs": x.Inputs}))
	e.source.SetText(e.words.Say("explained.source", words.Args{"Source": x.Source}))
	e.rows = e.rows[:0]
	behind := lean.Behind(e.entries, subject)
	moments, answers := 0, 0
	for i := range slices.Backward(behind) {
		entry := &behind[i]
		e.rows = append(e.rows, explanationRow{entry: entry})
		for k := range entry.Moments {
			e.rows = append(e.rows, explanationRow{entry: entry, moment: &entry.Moments[k]})
		}
		for k := range entry.Answers {
			e.rows = append(e.rows, explanationRow{entry: entry, answer: &entry.Answers[k]})
		}
		moments, answers = moments+len(entry.Moments), answers+len(entry.Answers)
	}
	weeks := e.words.Count("count.weeks", len(behind))
	switch {
	case len(behind) == 0:
		e.count.SetText(e.words.Say("explained.none"))
	case answers > 0:
		e.count.SetText(e.words.Say("explained.count", words.Args{"Weeks": weeks, "Parts": e.words.Count("count.answers", answers)}))
	case moments == 0:
		e.count.SetText(e.words.Say("explained.weeks", words.Args{"Weeks": weeks}))
	default:
		e.count.SetText(e.words.Say("explained.count", words.Args{"Weeks": weeks, "Parts": e.words.Count("count.moments", moments)}))
	}
}

// choose explains another of the subjects, from the top.
func (e *explanation) choose(index int) {
	e.show(index)
	e.root.Refresh()
	e.reader.ScrollToTop()
	e.list.ScrollToTop()
}

// subjectWords formats what a subject is about: its weeks, and what narrows them
// down.
func (e *explanation) subjectWords(s lean.Subject) string {
	about := ""
	switch {
	case s.Kind != "":
		about = s.Kind
		if k, ok := e.kinds.Find(s.Kind); ok {
			about = texts.Flatten(e.words.Kind(k), 60)
		}
	case s.Track != "":
		about = e.words.Track(s.Track)
	case s.Question != "":
		about = e.words.Say("question." + string(s.Question) + ".ask")
	}
	if s.Span == (lean.Span{}) {
		return about
	}
	name := e.words.WeekInline
	if about == "" {
		name = e.words.Week
	}
	weeks := name(s.Span.From)
	if s.Span.From != s.Span.To {
		weeks = e.words.Say("explained.span", words.Args{"From": weeks, "To": name(s.Span.To)})
	}
	if about == "" {
		return weeks
	}
	return about + " · " + weeks
}

func (e *explanation) fill(id widget.ListItemID, o fyne.CanvasObject) {
	if id >= len(e.rows) {
		return
	}
	row, line := e.rows[id], o.(*entries.Line)
	switch {
	case row.moment != nil:
		name := row.moment.Kind
		if kind, ok := e.kinds.Find(name); ok {
			name = e.words.Kind(kind)
		}
		line.ShowMoment(e.words, row.moment, name)
	case row.answer != nil:
		line.ShowAnswer(e.words, *row.answer)
	default:
		line.ShowWeek(e.words, row.entry)
		if hours, measured := row.entry.Measured(); measured && e.figure == lean.MemoryFigure {
			line.Note(e.words.Remembered(*row.entry.Split, hours))
		}
	}
}

// manualPlace returns where the manual explains figures of a sort.
func manualPlace(f lean.Figure) string {
	switch f {
	case lean.MemoryFigure:
		return "figures#memory-and-calendar"
	case lean.TimeFigure, lean.EnergyFigure:
		return "figures#from-weeks-to-a-line"
	case lean.StateFigure:
		return "figures#when-a-side-is-named"
	case lean.WeekFigure, lean.TracksFigure:
		return "figures#what-is-measured"
	}
	return "figures#other-figures"
}

// readerAndList gives the reader the height that it needs, but no more than
// half, and the rest to what is below.
type readerAndList struct{}

func (readerAndList) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	reader, list := objects[0].(*controls.Reader), objects[1]
	height := min(reader.HeightFor(size.Width), size.Height/2)
	reader.Resize(fyne.NewSize(size.Width, height))
	list.Move(fyne.NewPos(0, height))
	list.Resize(fyne.NewSize(size.Width, size.Height-height))
}

func (readerAndList) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

// showExplanation shows how the figures of subjects are computed and what is
// behind them. The week of the line that is chosen is opened, without the panel.
func (p *Page) showExplanation(subjects []lean.Subject) {
	var d *dialogs.Box
	e := newExplanation(p, subjects, func(w journal.Week) {
		d.Hide()
		p.window.OpenWeek(w)
	}, func(place string) {
		d.Hide()
		p.window.Help(place)
	})
	d = p.Ask.NewBox(p.Words.Say("explained.title"), e.root, "dialog.close")
	p.Ask.ShowLarge(d, 780)
	p.Ask.Focus(e.list)
}
