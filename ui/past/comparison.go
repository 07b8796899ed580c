package past

import (
	"slices"
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
	"heliotrope/ui/entries"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// comparison shows what was in a week next to what is in it. What is on one side
// alone, or differs there, is underlined, with a word about it.
type comparison struct {
	words *words.Words
	kinds journal.Kinds
}

// part is one part of a week on both sides.
type part struct {
	title   string
	changed bool
	rows    []fyne.CanvasObject
}

// show returns a stack of what is in then and now, part by part, first those in
// which they differ.
func (c comparison) show(then journal.Entry, thenName string, now journal.Entry) fyne.CanvasObject {
	changes := history.Between(then, now)
	list := []part{
		c.moments(then, now, true),
		c.reflections(then, now, changes),
		{"week.split.title", changes.Split, c.values(c.split(then), c.split(now), changes.Split)},
		{"history.part.evidence", changes.Evidence, c.values(c.evidence(then), c.evidence(now), changes.Evidence)},
		{"history.part.diary", changes.Diary, c.diary(then, now)},
		{"week.question.title", changes.Answers, c.answers(then, now)},
		{"history.part.away", changes.Away, c.values(c.away(then), c.away(now), changes.Away)},
		c.moments(then, now, false),
	}
	slices.SortStableFunc(list, func(a, b part) int {
		switch {
		case a.changed == b.changed:
			return 0
		case a.changed:
			return -1
		}
		return 1
	})
	name := func(text string) fyne.CanvasObject { return controls.Flush(controls.Heading(text, theme.SizeNameText)) }
	stack := controls.Stack(10, thenAndNow(name(thenName), name(c.words.Say("history.today"))), widget.NewSeparator())
	for _, p := range list {
		if len(p.rows) == 0 {
			continue
		}
		stack.Add(controls.Flush(controls.Heading(c.words.Say(p.title), theme.SizeNameSubHeadingText)))
		for _, row := range p.rows {
			stack.Add(row)
		}
	}
	return stack
}

// moments compares the moments that differ, or those that do not.
func (c comparison) moments(then, now journal.Entry, differ bool) part {
	p := part{title: "history.part.moments", changed: differ}
	if !differ {
		p.title = "history.part.same"
	}
	for _, pair := range history.Moments(then.Moments, now.Moments) {
		if differ == (pair.Mark != history.Same) {
			p.rows = append(p.rows, thenAndNow(c.moment(pair.Then, pair.Mark), c.moment(pair.Now, pair.Mark)))
		}
	}
	return p
}

// reflections compares the reflections word by word, below their prompts.
func (c comparison) reflections(then, now journal.Entry, changes history.Changes) part {
	p := part{title: "week.reflect.title", changed: changes.Reflection}
	if then.Reflection == "" && now.Reflection == "" {
		return p
	}
	if then.Reflection != "" && now.Reflection != "" && then.Prompt != now.Prompt {
		p.rows = c.values(texts.Flatten(then.Prompt, 200), texts.Flatten(now.Prompt, 200), true)
	}
	left, right := history.Texts(then.Reflection, now.Reflection)
	p.rows = append(p.rows, thenAndNow(c.text(left), c.text(right)))
	return p
}

// thenAndNow puts what was there to the left of what is there.
func thenAndNow(then, now fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&controls.Even{Gap: 20}, then, now)
}

// values shows a short text on both sides, with a word below if they differ; no
// row if there is nothing on either.
func (c comparison) values(then, now string, changed bool) []fyne.CanvasObject {
	side := func(text, other string) fyne.CanvasObject {
		if text == "" {
			return c.nothing()
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
	if then == "" && now == "" {
		return nil
	}
	return []fyne.CanvasObject{thenAndNow(side(then, now), side(now, then))}
}

func (c comparison) nothing() fyne.CanvasObject {
	return controls.Flush(controls.Caption(c.words.Say("history.nothing")))
}

// marked puts the word for a mark below something.
func (c comparison) marked(mark history.Mark, above ...fyne.CanvasObject) fyne.CanvasObject {
	stack := controls.Stack(2)
	for _, o := range above {
		stack.Add(controls.Flush(o))
	}
	say := func(id string) {
		word := controls.Caption(c.words.Say(id))
		word.TextStyle.Bold = true
		stack.Add(controls.Flush(word))
	}
	switch mark {
	case history.Only:
		say("history.mark.only")
	case history.Changed:
		say("history.mark.changed")
	}
	return stack
}

// moment shows a moment on one side.
func (c comparison) moment(m *journal.Moment, mark history.Mark) fyne.CanvasObject {
	if m == nil {
		return c.nothing()
	}
	kind := m.Kind
	if k, ok := c.kinds.Find(kind); ok {
		kind = c.words.Kind(k)
	}
	about := []string{c.words.MomentNotes(kind, *m)}
	for _, tag := range m.Tags {
		about = append(about, "#"+tag)
	}
	if m.Chosen {
		about = append(about, c.words.Say("week.moment.chosen"))
	}
	if m.Private {
		about = append(about, c.words.Say("week.moment.private"))
	}
	text := controls.Body(texts.Flatten(m.Text, 600))
	text.TextStyle.Underline = mark != history.Same
	glyph := controls.NewGlyph(look.TrackShape(m.Track), look.TrackColor(m.Track))
	return container.NewBorder(nil, nil, container.NewVBox(controls.Gap(1), glyph), nil,
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
	return entries.SplitWords(c.words, *e.Split)
}

func (c comparison) evidence(e journal.Entry) string {
	if e.Evidence == nil {
		return ""
	}
	return c.words.TrackHours(*e.Evidence)
}

// diary compares the diaries day by day.
func (c comparison) diary(then, now journal.Entry) (rows []fyne.CanvasObject) {
	for day := 1; day <= 7; day++ {
		said := func(e journal.Entry) string {
			hours, ok := e.DiaryOf(day)
			if !ok {
				return ""
			}
			return c.words.DiaryDay(journal.DiaryDay{Day: day, Hours: hours})
		}
		before, after := said(then), said(now)
		rows = append(rows, c.values(before, after, before != after)...)
	}
	return rows
}

func (c comparison) answers(then, now journal.Entry) (rows []fyne.CanvasObject) {
	for _, q := range journal.Questions {
		said := func(e journal.Entry) string {
			value, ok := e.Answer(q)
			if !ok {
				return ""
			}
			return c.words.Say("question."+string(q)+".ask") + " " + entries.AnswerWords(c.words, journal.Answer{Question: q, Value: value})
		}
		if before, after := said(then), said(now); before != "" || after != "" {
			rows = append(rows, c.values(before, after, before != after)...)
		}
	}
	return rows
}

// text shows a text with what the other side does not have underlined, and
// little of what both have.
func (c comparison) text(parts []history.Part) fyne.CanvasObject {
	if len(parts) == 0 {
		return c.nothing()
	}
	var segments []widget.RichTextSegment
	for _, p := range parts {
		style := widget.RichTextStyleInline
		style.TextStyle = fyne.TextStyle{Underline: p.Mark == history.Only, Bold: p.Mark == history.Only}
		segments = append(segments, &widget.TextSegment{Style: style, Text: breakLong(shortened(p), longLine)})
	}
	text := widget.NewRichText(segments...)
	text.Wrapping = fyne.TextWrapWord
	return controls.Flush(text)
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
