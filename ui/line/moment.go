package line

import (
	"cmp"
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/input"
)

// Moment returns the moment that the line is, without a kind or with neutral energy
// where they are missing. What was not changed is as it was, to the byte. The error
// is a *[journal.InvalidError] that names the field.
func (e *Editor) Moment() (journal.Moment, error) {
	if !e.adding() && !e.Changed() {
		return e.base, nil
	}
	m, now, was := e.base, e.read, e.origin
	m.Private, m.Chosen = e.private, e.chosen
	if now.Text != was.Text || e.adding() {
		if m.Text = strings.TrimSpace(now.Text); journal.IsBlank(m.Text) {
			return m, &journal.InvalidError{Field: "text", Rule: journal.RuleRequired}
		}
	}
	m.Tags = e.tags()
	if now.Hours != was.Hours {
		m.Hours = now.Hours
	}
	if now.Energy != was.Energy || e.adding() {
		m.Energy = now.Energy
	}
	if now.Kind != was.Kind || e.adding() {
		k, ok := e.catalog.Find(now.Kind)
		if !ok {
			if k, ok = e.guessed(); !ok {
				m.Kind, m.Track = "", ""
				return m, nil
			}
		}
		if k.ID != e.base.Kind {
			m.Kind, m.Track = k.ID, k.Track
		}
	}
	return m, m.Validate()
}

// tags returns the tags of the line: those of the moment that still stand there, or
// never could, as they are, and new ones as they were spelled before.
func (e *Editor) tags() []string {
	shown := e.base.Tags // as the line shows them
	if len(e.origin.Tags) == len(shown) {
		shown = e.origin.Tags
	}
	var tags, stand []string
	for i, tag := range e.base.Tags {
		if slices.Contains(e.read.Tags, shown[i]) || !slices.Contains(e.origin.Tags, shown[i]) {
			tags, stand = append(tags, tag), append(stand, shown[i])
		}
	}
	for _, tag := range e.read.Tags {
		if !slices.Contains(stand, tag) {
			tags = append(tags, tag)
		}
	}
	return e.on.Journal.SpellTags(tags, e.base.Tags)
}

// Draft returns what is half-written, for a week. A kind stands there with its id:
// when the draft is read, the window may speak another language.
func (e *Editor) Draft(w journal.Week) journal.Draft {
	text := e.text.Text
	if slash, ok := e.slash(); ok {
		text = text[:slash.from] + cmp.Or(e.named, "/") + text[slash.to:]
	}
	text = e.kindAs(text, input.KindID)
	return journal.Draft{ID: e.base.ID, Week: w, Text: text, Private: e.private, Chosen: e.chosen, Source: e.base.Source}
}

// kindAs returns a line with its kind written in another way.
func (e *Editor) kindAs(text string, write func(id string) string) string {
	line := input.ParseLine(text, e.kinds)
	for _, t := range line.Tokens {
		if t.Sort == input.SortKind && t.Understood() {
			return line.Typed[:t.Start] + write(t.Kind) + line.Typed[t.End:]
		}
	}
	return text
}
