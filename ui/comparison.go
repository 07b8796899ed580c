package ui

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/history"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// comparison shows what a week held beside what it holds. What is on one side
// alone, or is another there, is told by a word and underlined.
type comparison struct {
	words *words.Words
	kinds journal.Kinds
}

// show returns a stack of what then and now hold, part by part.
func (c comparison) show(then journal.Entry, thenName string, now journal.Entry) fyne.CanvasObject {
	stack := controls.Stack(10)
	add := func(title string, rows ...fyne.CanvasObject) {
		if title != "" {
			stack.Add(controls.Flush(controls.Heading(c.words.Say(title), theme.SizeNameSubHeadingText)))
		}
		for _, row := range rows {
			stack.Add(row)
		}
	}
	add("", beside(controls.Heading(thenName, theme.SizeNameText), controls.Heading(c.words.Say("history.today"), theme.SizeNameText)),
		widget.NewSeparator())
	changes := history.Between(then, now)
	if then.Away != "" || now.Away != "" {
		add("history.part.away", c.values(c.away(then), c.away(now), changes.Away))
	}
	var rows []fyne.CanvasObject
	for _, pair := range history.Moments(then.Moments, now.Moments) {
		rows = append(rows, beside(c.moment(pair.Then, pair.Mark), c.moment(pair.Now, pair.Mark)))
	}
	if rows != nil {
		add("history.part.moments", rows...)
	}
	if then.Split != nil || now.Split != nil {
		add("week.split.title", c.values(c.split(then), c.split(now), changes.Split))
	}
	if rows := c.answers(then, now); rows != nil {
		add("week.question.title", rows...)
	}
	if then.Reflection != "" || now.Reflection != "" {
		left, right := history.Texts(then.Reflection, now.Reflection)
		rows := []fyne.CanvasObject{beside(parts(left), parts(right))}
		if then.Prompt != now.Prompt {
			rows = append([]fyne.CanvasObject{c.values(flatten(then.Prompt, 200), flatten(now.Prompt, 200), true)}, rows...)
		}
		add("week.reflect.title", rows...)
	}
	return stack
}

// beside puts what was there to the left of what is there.
func beside(then, now fyne.CanvasObject) fyne.CanvasObject {
	return container.New(controls.Halves{Gap: 20}, controls.Flush(then), controls.Flush(now))
}

// values shows a short text on both sides, with a word below if they differ.
func (c comparison) values(then, now string, changed bool) fyne.CanvasObject {
	side := func(text, other string) fyne.CanvasObject {
		if text == "" {
			return controls.Caption(c.words.Say("history.nothing"))
		}
		label := controls.Body(text)
		label.TextStyle.Underline = changed
		mark := history.Same
		if changed {
			mark = history.Changed
			if other == "" {
				mark = history.Only
			}
		}
		return c.marked(mark, label)
	}
	return beside(side(then, now), side(now, then))
}

// marked puts the word for a mark below something.
func (c comparison) marked(mark history.Mark, above ...fyne.CanvasObject) fyne.CanvasObject {
	stack := controls.Stack(-10, above...)
	switch mark {
	case history.Only:
		stack.Add(controls.Caption(c.words.Say("history.mark.only")))
	case history.Changed:
		stack.Add(controls.Caption(c.words.Say("history.mark.changed")))
	}
	return stack
}

// moment shows a moment on one side.
func (c comparison) moment(m *journal.Moment, mark history.Mark) fyne.CanvasObject {
	if m == nil {
		return controls.Caption(c.words.Say("history.nothing"))
	}
	kind := m.Kind
	if k, ok := c.kinds.Find(kind); ok {
		kind = c.words.Kind(k)
	}
	about := []string{c.words.Say("past.moment", words.Args{
		"Kind": kind, "Energy": c.words.Energy(m.Energy), "Hours": c.words.Hours(m.Hours)})}
	for _, tag := range m.Tags {
		about = append(about, "#"+tag)
	}
	if m.Chosen {
		about = append(about, c.words.Say("week.moment.chosen"))
	}
	if m.Private {
		about = append(about, c.words.Say("week.moment.private"))
	}
	text := controls.Body(flatten(m.Text, 600))
	text.TextStyle.Underline = mark != history.Same
	glyph := controls.NewGlyph(trackShape(m.Track), trackColor(m.Track))
	return container.NewBorder(nil, nil, container.NewVBox(controls.Gap(6), glyph), nil,
		c.marked(mark, text, controls.Caption(strings.Join(about, " · "))))
}

func (c comparison) away(e journal.Entry) string {
	if e.Away == "" {
		return ""
	}
	return c.words.Away(e.Away)
}

func (c comparison) split(e journal.Entry) string {
	if e.Split == nil {
		return ""
	}
	return splitWords(c.words, *e.Split)
}

func (c comparison) answers(then, now journal.Entry) (rows []fyne.CanvasObject) {
	for _, q := range journal.Questions {
		said := func(e journal.Entry) string {
			value, ok := e.Answer(q)
			if !ok {
				return ""
			}
			return c.words.Say("question."+string(q)+".ask") + " " + answerWords(c.words, journal.Answer{Question: q, Value: value})
		}
		if before, after := said(then), said(now); before != "" || after != "" {
			rows = append(rows, c.values(before, after, before != after))
		}
	}
	return rows
}

// parts shows a text with what the other side does not have underlined, and
// little of what both have.
func parts(parts []history.Part) fyne.CanvasObject {
	var segments []widget.RichTextSegment
	for _, p := range parts {
		style := widget.RichTextStyleInline
		style.TextStyle = fyne.TextStyle{Underline: p.Mark == history.Only, Bold: p.Mark == history.Only}
		segments = append(segments, &widget.TextSegment{Style: style, Text: breakLong(shortened(p), longLine)})
	}
	text := widget.NewRichText(segments...)
	text.Wrapping = fyne.TextWrapWord
	return text
}

// shortened leaves out the middle of a long part that both sides have.
func shortened(p history.Part) string {
	const ends = 200
	runes := []rune(p.Text)
	if p.Mark != history.Same || len(runes) <= 3*ends {
		return p.Text
	}
	return string(runes[:ends]) + " […] " + string(runes[len(runes)-ends:])
}

// longLine is how many characters a line may have before it makes what shows it
// slow.
const longLine = 500

// breakLong breaks the lines of a text that are longer than most characters, at
// a space where there is one.
func breakLong(text string, most int) string {
	if len(text) <= most {
		return text
	}
	var b strings.Builder
	runes, length, space := []rune(text), 0, -1
	start := 0
	for i, r := range runes {
		switch {
		case r == '\n':
			length, space = 0, -1
			continue
		case unicode.IsSpace(r):
			space = i
		}
		length++
		if length > most {
			cut := i
			if space > start && i-space < most {
				cut = space + 1
			}
			b.WriteString(strings.TrimRight(string(runes[start:cut]), " ") + "\n")
			start, length, space = cut, i+1-cut, -1
		}
	}
	b.WriteString(string(runes[start:]))
	return b.String()
}
