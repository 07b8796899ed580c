package report

import (
	"fmt"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// WeekMarkdown gives all of one week as Markdown: for the command line, and to
// rescue text that a disk does not take. It leaves nothing out.
func WeekMarkdown(w *words.Words, e journal.Entry, kinds journal.Kinds) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", w.Week(e.Week), w.WeekDates(e.Week))
	if e.Away != "" {
		fmt.Fprintf(&b, "\n%s\n", w.Say("show.away", words.Args{"Reason": escape(w.Away(e.Away))}))
	}
	if s := e.Split; s != nil {
		share := func(percent int) string { return w.Percent(float64(percent) / 100) }
		fmt.Fprintf(&b, "\n%s\n", w.Say("show.split", words.Args{
			"Technical": share(s.Technical), "Both": share(s.Both), "People": share(s.People)}))
	}
	if e.Evidence != nil {
		fmt.Fprintf(&b, "\n%s\n", w.Say("show.evidence", words.Args{"Hours": w.TrackHours(*e.Evidence)}))
	}
	if len(e.Moments) > 0 {
		b.WriteString("\n")
	}
	for _, m := range e.Moments {
		b.WriteString(momentLine(w, m, kinds))
	}
	for _, a := range e.Answers {
		id := "question." + string(a.Question)
		fmt.Fprintf(&b, "\n%s\n", w.Say("show.answer", words.Args{
			"Question": w.Say(id + ".ask"), "Value": w.Signed(float64(a.Value), 0),
			"Technical": w.Say(id + ".technical"), "People": w.Say(id + ".people")}))
	}
	if len(e.Diary) > 0 {
		fmt.Fprintf(&b, "\n%s\n\n", w.Say("show.diary"))
	}
	for _, d := range e.Diary {
		fmt.Fprintf(&b, "- %s\n", w.DiaryDay(d))
	}
	if e.Reflection != "" {
		b.WriteString("\n")
		if e.Prompt != "" {
			fmt.Fprintf(&b, "## %s\n\n", escape(e.Prompt))
		}
		for _, line := range strings.Split(e.Reflection, "\n") {
			fmt.Fprintf(&b, "> %s\n", escape(line))
		}
	}
	if e.Empty() {
		fmt.Fprintf(&b, "\n%s\n", w.Say("show.empty"))
	}
	return b.String()
}

// momentLine gives a moment as an item of a list. Further lines of its text
// are indented, so that they stay in the item.
func momentLine(w *words.Words, m journal.Moment, kinds journal.Kinds) string {
	kind, ok := kinds.Find(m.Kind)
	if !ok {
		kind = journal.Kind{ID: m.Kind, Name: m.Kind}
	}
	notes := []string{escape(w.Kind(kind)), w.Track(m.Track), w.Energy(m.Energy)}
	if hours := w.Hours(m.Hours); hours != "" {
		notes = append(notes, hours)
	}
	if m.Chosen {
		notes = append(notes, w.Say("show.chosen"))
	}
	if m.Private {
		notes = append(notes, w.Say("show.private"))
	}
	for _, tag := range m.Tags {
		notes = append(notes, escape("#"+tag))
	}
	text := strings.ReplaceAll(escape(m.Text), "\n", "\n  ")
	return fmt.Sprintf("- %s (%s)\n", text, strings.Join(notes, ", "))
}
